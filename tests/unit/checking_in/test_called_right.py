"""A number taken from a typed message reaches nothing before its student has called it right."""

from bot.domain.actor import Actor
from bot.domain.contract import Status
from bot.services import checking_in, looking_back
from bot.services.checking_in import ReplyForm
from tests.unit.checking_in.answers import say, value
from tests.unit.checking_in.steps import asked, at, check_ins, posts, replies
from tests.world import WORKSPACE, World


def news(world: World) -> tuple[int, int]:
    """How often the student was asked to share, and a teacher told."""
    return posts(world, "USTUDENT").count("milestone-reached"), posts(world, "UTEACHER").count("milestone-news")


def test_a_typed_number_reaches_the_goal_when_it_is_called_right(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "8")
    assert news(world) == (0, 0)
    world.do(checking_in.confirm, world.student, check_in)
    assert news(world) == (1, 1)
    world.do(checking_in.confirm, world.student, check_in)
    assert news(world) == (1, 1)


def test_one_that_was_corrected_before_that_never_did(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "8")
    say(world, check_in, "3", "1.2")
    world.do(checking_in.confirm, world.student, check_in)
    assert news(world) == (0, 0)


def test_the_form_calls_it_right(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "8")
    world.do(checking_in.log, world.student, check_in, ReplyForm(("8",)))
    assert news(world) == (1, 1)


def test_what_nobody_took_back_until_the_next_answer_holds(world: World) -> None:
    contract = world.agree()
    first = asked(world, contract)
    say(world, first, "8")
    second = check_ins(world, contract)[-1]
    assert second.wake_at is not None
    at(world, second.wake_at)
    assert news(world) == (0, 0)
    say(world, second.id, "good", "2.1")
    assert news(world) == (1, 1)
    assert replies(world, first)[0].confirmed
    assert value(world, first) == 8


def test_what_nobody_called_right_until_the_end_still_waits(world: World) -> None:
    contract = world.agree()
    last = asked(world, contract)
    say(world, last, "8")
    assert contract.ends_at is not None
    at(world, contract.ends_at)
    world.do(looking_back.begin, Actor(WORKSPACE, ""), contract.id)
    with world.uow() as uow:
        ended = uow.contracts.get(contract.id)
    assert ended is not None
    assert ended.status is Status.REASSESSING
    assert news(world) == (0, 0)
    world.do(checking_in.confirm, world.student, last)
    assert news(world) == (1, 1)

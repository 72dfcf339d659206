"""A number counts where it is sure, or was called right; one that waits for its yes counts for nothing."""

import pytest

from bot.activities.checking_in import answering, taking_back, telling
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.home import use_cases as home
from bot.activities.home.messages import Home
from bot.activities.looking_back import use_cases as looking_back
from bot.domain.actor import Actor
from bot.domain.check_ins import Consent
from bot.domain.contract import Status
from tests.unit.checking_in.answers import say
from tests.unit.checking_in.steps import asked, at, check_ins, posts, rendered, replies
from tests.world import WORKSPACE, World

UNSURE = "maybe 8 of 10"


@pytest.fixture(autouse=True)
def _one_message_for_each(world: World) -> None:
    """Then a teacher is told of each point by itself."""
    world.do(telling.choose, world.teacher, world.classroom.id, "each")


def news(world: World) -> tuple[int, int]:
    """How often the student was asked to share, and a teacher told."""
    return posts(world, "USTUDENT").count("milestone-reached"), posts(world, "UTEACHER").count("milestone-news")


def stands(world: World, check_in: int) -> tuple[object, object]:
    """The number that counts, and the one that waits for its yes."""
    reply = replies(world, check_in)[0]
    return reply.value, reply.waiting


def test_a_sure_number_reaches_the_goal_without_a_press(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "8 of 10")
    assert stands(world, check_in) == (8, None)
    assert not replies(world, check_in)[0].confirmed
    assert news(world) == (1, 1)
    world.do(answering.confirm, world.student, check_in)
    assert news(world) == (1, 1)


def test_one_that_is_not_sure_reaches_it_with_its_yes(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, UNSURE)
    assert stands(world, check_in) == (None, 8)
    assert news(world) == (0, 0)
    world.do(answering.confirm, world.student, check_in)
    assert stands(world, check_in) == (8, None)
    assert news(world) == (1, 1)


def test_a_no_lets_it_go(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, UNSURE)
    world.do(answering.right_or_not, world.student, check_in, False)
    world.do(answering.confirm, world.student, check_in)
    assert (stands(world, check_in), news(world)) == ((None, None), (0, 0))


def test_teachers_see_what_waits_as_not_confirmed_and_home_does_not_count_it(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, UNSURE)
    (card, *_) = rendered(world)["reply-shared"]
    assert card.count("not confirmed") == 1
    with world.uow() as uow:
        (class_,) = home.home_brief(uow, Home(), world.teacher.user).teaches
    assert [row.values for row in class_.rows if row.name == "Ana"] == [{}]
    world.do(answering.confirm, world.student, check_in)
    assert "not confirmed" not in rendered(world)["reply-shared"][0]


@pytest.mark.parametrize("text", ["6 of 10 today", "it is 6/10 by now", "6"])
def test_a_plain_number_takes_the_place_of_one_that_nobody_called_right(world: World, text: str) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "4 of 10 today")
    say(world, check_in, text, "1.2")
    assert stands(world, check_in) == (6, None)


@pytest.mark.parametrize("text", ["6 of 10 today", "sorry, I meant 6", "maybe 6 of 10"])
def test_one_that_was_called_right_changes_only_by_a_yes(world: World, text: str) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "4 of 10 today")
    world.do(answering.confirm, world.student, check_in)
    say(world, check_in, text, "1.2")
    assert stands(world, check_in) == (4, 6)
    world.do(answering.right_or_not, world.student, check_in, False)
    assert stands(world, check_in) == (4, None)
    say(world, check_in, text, "1.3")
    world.do(answering.right_or_not, world.student, check_in, True)
    assert stands(world, check_in) == (6, None)


def test_an_edit_of_what_was_called_right_is_asked_about_too(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "4 of 10")
    world.do(answering.confirm, world.student, check_in)
    assert world.do(taking_back.correct, world.student, "6 of 10", "1.1")
    assert stands(world, check_in) == (4, 6)


def test_what_was_reached_goes_with_a_correction(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "8")
    say(world, check_in, "3", "1.2")
    with world.uow() as uow:
        assert {m.consent for m in uow.milestones.all()} == {Consent.WITHDRAWN}


def test_the_form_calls_it_right(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, UNSURE)
    world.do(answering.log, world.student, check_in, ReplyForm(("8",)))
    assert news(world) == (1, 1)
    assert replies(world, check_in)[0].waiting is None


def test_what_nobody_took_back_until_the_next_answer_is_called_right_by_it(world: World) -> None:
    contract = world.agree()
    first = asked(world, contract)
    say(world, first, "5")
    second = check_ins(world, contract)[-1]
    assert second.wake_at is not None
    at(world, second.wake_at)
    say(world, second.id, "good", "2.1")
    assert replies(world, first)[0].confirmed


def test_what_waits_is_not_called_right_by_the_next_answer(world: World) -> None:
    contract = world.agree()
    first = asked(world, contract)
    say(world, first, UNSURE)
    second = check_ins(world, contract)[-1]
    assert second.wake_at is not None
    at(world, second.wake_at)
    say(world, second.id, "3", "2.1")
    assert (stands(world, first), news(world)) == ((None, 8), (0, 0))


def test_what_nobody_called_right_until_the_end_still_waits(world: World) -> None:
    contract = world.agree()
    last = asked(world, contract)
    say(world, last, UNSURE)
    assert contract.ends_at is not None
    at(world, contract.ends_at)
    world.do(looking_back.begin, Actor(WORKSPACE, ""), contract.id)
    with world.uow() as uow:
        ended = uow.contracts.get(contract.id)
    assert ended is not None
    assert ended.status is Status.REASSESSING
    assert news(world) == (0, 0)
    world.do(answering.confirm, world.student, last)
    assert news(world) == (1, 1)

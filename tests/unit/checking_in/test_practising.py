"""One tap at a check-in says how often somebody practised."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.activities.checking_in import answering, practising
from bot.activities.checking_in.forms import ReplyForm
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.outbox import Message
from tests.unit.checking_in.answers import FORM, two_targets, types
from tests.unit.checking_in.steps import asked, at, check_ins, posts, rendered, replies
from tests.unit.checking_in.test_undoing import undo
from tests.world import World, terms

OPENINGS = terms().targets[0]


def practised(world: World, check_in: int, times: int, target: int = 0) -> None:
    world.do(practising.practised, world.student, check_in, target, times)


def prompt(world: World) -> Message:
    shown: list[Message] = [m for d, m in world.render_all() if d.notice == "check-in-due" and m is not None]
    return shown[-1]


def taps(world: World) -> list[str]:
    """What the taps about practice stand for, "target:times"."""
    elements = [e for b in prompt(world).blocks if b["type"] == "actions" for e in b["elements"]]
    return [e["value"].partition(":")[2] for e in elements if e["action_id"].startswith("checking_in.practised")]


def test_a_tap_stands_beside_the_number_and_goes_when_it_is_said(world: World) -> None:
    check_in = asked(world, world.agree())
    assert taps(world) == ["0:0", "0:1", "0:2", "0:3"]
    practised(world, check_in, 2)
    assert taps(world) == []
    assert replies(world, check_in)[0].practised == 2
    world.do(answering.number, world.student, check_in, 0, 4)
    reply = replies(world, check_in)[0]
    assert (reply.practised, reply.value) == (2, Decimal(4))
    assert posts(world, world.student.user).count("reply-noted") == 1


def test_the_number_first_leaves_the_tap(world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(answering.number, world.student, check_in, 0, 4)
    assert len(taps(world)) == 4
    practised(world, check_in, 0)
    reply = replies(world, check_in)[0]
    assert (reply.practised, reply.value) == (0, Decimal(4))
    assert posts(world, world.student.user).count("reply-noted") == 1


def test_it_answers_the_check_in_and_the_number_can_still_be_pressed(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    practised(world, check_in, 1)
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.ANSWERED, CheckInState.PLANNED]
    assert "checking_in.number_0_0" in str(prompt(world).blocks)


def test_it_can_be_undone_and_pressed_anew(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    practised(world, check_in, 1)
    practised(world, check_in, 2)
    assert replies(world, check_in)[0].practised == 2
    undo(world)
    undo_to = replies(world, check_in)[0]
    assert undo_to.practised == 1
    undo(world)
    assert replies(world, check_in)[0].practised is None
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.PROMPTED]


def test_pressed_twice_it_is_noted_once(world: World) -> None:
    check_in = asked(world, world.agree())
    practised(world, check_in, 3)
    known = len(world.deliveries())
    practised(world, check_in, 3)
    assert len(world.deliveries()) == known


@pytest.mark.parametrize(("target", "times"), [(1, 1), (0, 6)])
def test_what_stood_on_no_button_is_refused(world: World, target: int, times: int) -> None:
    check_in = asked(world, world.agree())
    with pytest.raises(Refusal, match="old-button"):
        practised(world, check_in, times, target)


def test_where_no_practice_is_agreed_nothing_is_asked_of_it(world: World) -> None:
    asked(world, world.agree(targets=(replace(OPENINGS, strategies=""),)))
    assert taps(world) == []


def test_who_wants_to_practise_often_has_more_to_press(world: World) -> None:
    asked(world, world.agree(targets=(replace(OPENINGS, strategies="one page every evening"),)))
    assert taps(world) == [f"0:{times}" for times in range(6)]


def test_each_target_has_its_own(world: World) -> None:
    check_in = asked(world, world.agree(**two_targets()))
    practised(world, check_in, 2, target=1)
    assert {value.partition(":")[0] for value in taps(world)} == {"0"}
    assert {i: r.practised for i, r in replies(world, check_in).items()} == {0: None, 1: 2}


def test_the_form_takes_it_and_takes_it_alone(world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(answering.log, world.student, check_in, replace(FORM, practised=(1,)))
    assert replies(world, check_in)[0].practised == 1
    world.do(answering.log, world.student, check_in, ReplyForm(("",), practised=(2,)))
    assert (replies(world, check_in)[0].practised, replies(world, check_in)[0].value) == (2, None)


def test_the_teacher_reads_it_in_words_and_the_next_check_in_shows_it(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    practised(world, check_in, 3)
    assert "3 times or more" in rendered(world)["class-check-ins"][0]
    wake_at = check_ins(world, contract)[-1].wake_at
    assert wake_at is not None
    at(world, wake_at)
    assert "3 times or more" in rendered(world)["check-in-due"][-1]


def test_an_excused_check_in_takes_it_too(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    with world.uow() as uow:
        (ours,) = uow.check_ins.in_state(contract.id, CheckInState.PROMPTED)
        uow.check_ins.save(replace(ours, state=CheckInState.EXCUSED, wake_at=None))
    practised(world, check_in, 1)
    assert replies(world, check_in)[0].practised == 1


def test_words_that_are_deleted_leave_it(world: World) -> None:
    check_in = asked(world, world.agree())
    practised(world, check_in, 1)
    types(world, "it went well", 100)
    assert replies(world, check_in)[0].practised == 1

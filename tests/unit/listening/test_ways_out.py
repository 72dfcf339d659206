"""Somebody who wants to stop, or to change something, is shown the ways; one who is away may leave a check-in out."""

from datetime import timedelta

import pytest

from bot.activities.checking_in import prompting
from bot.activities.hearing import listening
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Contract, Status
from bot.language.hearing import Kind
from tests.unit.checking_in.steps import at, check_ins, replies
from tests.unit.listening.test_questions import prompted, says
from tests.unit.listening.two_classes import HISTORIAN, TwoClasses
from tests.world import World


def status(world: World, contract: Contract) -> Status:
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
    assert found is not None
    return found.status


def buttons(world: World) -> list[str]:
    """The action ids under the newest message to the student."""
    sent = [m for d, m in world.render_all() if d.lane == world.student.user and m is not None]
    return [e["action_id"] for b in sent[-1].blocks if b["type"] == "actions" for e in b["elements"]]


def test_who_wants_to_stop_is_shown_the_ways_and_nothing_changes(world: World) -> None:
    contract = prompted(world)
    assert says(world, "i want to stop this contract") is Kind.STOP
    assert world.said(world.student.user)[-1][0] == "ways-out"
    assert status(world, contract) is Status.ACTIVE
    assert check_ins(world, contract)[-1].state is CheckInState.PROMPTED
    assert buttons(world) == ["leaving_out.take", "absence.pause", "changing.open", "changing.close"]


def test_who_wants_another_goal_is_offered_a_change_first(world: World) -> None:
    contract = prompted(world)
    assert says(world, "can we make the goal smaller please") is Kind.CHANGE
    assert replies(world, check_ins(world, contract)[0].id) == {}
    assert buttons(world)[0] == "changing.open"


def test_a_number_in_the_same_message_is_not_passed_over_in_silence(world: World) -> None:
    contract = prompted(world)
    assert says(world, "got 4 of 10 but i want to stop this contract") is Kind.STOP
    assert [notice for notice, _ in world.said(world.student.user)[-2:]] == ["ways-out", "progress-offered"]
    world.render_all()
    says(world, "yes", "70.000100")
    (answered, _) = check_ins(world, contract)
    assert (answered.state, status(world, contract)) == (CheckInState.ANSWERED, Status.ACTIVE)
    reply = replies(world, answered.id)[0]
    assert reply.value == 4
    assert reply.typed == {}


def test_a_number_beside_a_wish_that_is_not_to_be_noted(world: World) -> None:
    contract = prompted(world)
    assert says(world, "got 4 of 10 but can we make the goal smaller") is Kind.CHANGE
    says(world, "no", "70.000100")
    assert check_ins(world, contract)[-1].state is CheckInState.PROMPTED
    assert replies(world, check_ins(world, contract)[-1].id) == {}
    world.render_all()


def test_before_anything_is_signed_there_is_the_draft_to_discard(world: World) -> None:
    says(world, "hi", "10.000100")
    says(world, "i want to stop this contract")
    assert world.said(world.student.user)[-1][0] == "ways-out"
    assert "changing.close" in buttons(world)


def test_with_nothing_to_stop_it_says_so(world: World) -> None:
    says(world, "i want to stop this contract")
    assert world.said(world.student.user)[-1] == ("remark", {"about": "stop", "waits": "", "classroom": None})
    world.render_all()


def test_a_break_leaves_out_one_check_in_once(world: World) -> None:
    contract = prompted(world)
    (open_one,) = check_ins(world, contract)
    world.do(prompting.leave_out, world.student, open_one.id)
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.EXCUSED, CheckInState.PLANNED]
    with pytest.raises(Refusal, match="old-button"):
        world.do(prompting.leave_out, world.student, open_one.id)
    assert status(world, contract) is Status.ACTIVE
    world.render_all()


def test_who_is_ill_gives_no_number_and_may_leave_the_check_in_out(world: World) -> None:
    contract = prompted(world)
    assert says(world, "im ill this week, can we skip it") is Kind.AWAY
    assert world.said(world.student.user)[-1][0] == "leave-out-offered"
    assert check_ins(world, contract)[-1].state is CheckInState.PROMPTED
    says(world, "yes", "70.000100")
    (aside, coming) = check_ins(world, contract)
    assert (aside.state, coming.state) == (CheckInState.EXCUSED, CheckInState.PLANNED)
    assert replies(world, aside.id) == {}
    world.render_all()
    at(world, coming.wake_at or world.now)
    assert {"class-check-ins", "check-in-missed"}.isdisjoint(world.kinds(world.teacher.user))


@pytest.mark.parametrize("text", ["im off sick", "ill, so only 2 of 10"])
def test_who_is_away_and_says_no_more_has_missed_nothing(world: World, text: str) -> None:
    """Somebody in bed with a fever presses no button; no teacher is alarmed."""
    contract = prompted(world)
    assert says(world, text) is Kind.AWAY
    for _ in range(3):
        at(world, world.now + timedelta(days=1))
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.EXCUSED, CheckInState.PLANNED]
    assert {"check-in-missed", "drift-seen"}.isdisjoint(world.kinds(world.teacher.user))
    world.render_all()


def test_who_is_away_and_wants_to_answer_is_waited_for_like_others(world: World) -> None:
    contract = prompted(world)
    says(world, "im off sick")
    says(world, "no", "70.000100")
    for _ in range(3):
        at(world, world.now + timedelta(days=1))
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.MISSED, CheckInState.PLANNED]


def test_the_words_of_somebody_who_is_away_are_not_kept(world: World) -> None:
    prompted(world)
    says(world, "im ill this week, can we skip it")
    with world.uow() as uow:
        asked = uow.asked_back.newest_of(world.student.user)
    assert asked is not None
    assert asked.text == ""


ILL = "ill, so only 2 of 10"


def test_a_number_of_somebody_who_is_away_is_asked_about(world: World) -> None:
    contract = prompted(world)
    assert says(world, ILL) is Kind.AWAY
    assert world.kinds(world.student.user)[-1] == "progress-offered"
    assert replies(world, check_ins(world, contract)[0].id) == {}
    world.render_all()
    says(world, "yes", "70.000100")
    (answered, _) = check_ins(world, contract)
    reply = replies(world, answered.id)[0]
    assert reply.value == 2
    assert reply.typed == {}
    assert answered.state is CheckInState.ANSWERED
    assert "leave-out-offered" not in world.kinds(world.student.user)


def test_where_it_is_not_to_be_noted_the_check_in_may_be_left_out(world: World) -> None:
    contract = prompted(world)
    says(world, ILL)
    says(world, "no", "70.000100")
    assert world.kinds(world.student.user)[-1] == "leave-out-offered"
    says(world, "yes", "80.000100")
    assert check_ins(world, contract)[0].state is CheckInState.EXCUSED
    assert replies(world, check_ins(world, contract)[0].id) == {}


def test_with_nothing_asked_it_is_noted_and_nothing_left_out(world: World) -> None:
    contract = world.agree()
    world.later(days=5)
    assert says(world, "i was ill all week, 4 of 10 though") is Kind.AWAY
    says(world, "yes", "70.000100")
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.ANSWERED, CheckInState.PLANNED]
    assert replies(world, check_ins(world, contract)[0].id)[0].value == 4


@pytest.mark.parametrize("text", ["none, i was ill", "ill since the 3rd", "sick for 2 weeks", "ill, 38.5 fever"])
def test_what_is_no_number_of_the_target_is_not_asked_about(world: World, text: str) -> None:
    prompted(world)
    assert says(world, text) is Kind.AWAY
    assert world.said(world.student.user)[-1][0] == "leave-out-offered"
    assert not world.said(world.student.user)[-1][1]["number"]


def test_in_several_classes_it_is_not_passed_over(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    assert both.says("sick since tuesday but got 5 of 10 before") is Kind.AWAY
    assert world.said(world.student.user)[-1][1]["number"]
    world.render_all()


def test_who_would_rather_answer_is_asked_again(world: World) -> None:
    contract = prompted(world)
    says(world, "im ill this week, can we skip it")
    says(world, "no", "70.000100")
    assert check_ins(world, contract)[-1].state is CheckInState.PROMPTED
    assert world.kinds(world.student.user)[-1] == "check-in-again"
    world.render_all()


def test_between_check_ins_the_one_that_comes_soon_may_be_left_out(world: World) -> None:
    contract = world.agree()
    (coming,) = check_ins(world, contract)
    says(world, "im ill")
    says(world, "yes", "70.000100")
    assert check_ins(world, contract)[0].state is CheckInState.EXCUSED
    assert check_ins(world, contract)[1].due_at > coming.due_at
    world.render_all()


def test_with_no_check_in_in_the_way_there_is_nothing_to_ask(world: World) -> None:
    assert says(world, "im ill this week") is Kind.AWAY
    assert world.said(world.student.user)[-1][0] == "remark"
    world.render_all()


def test_which_of_two_contracts_is_meant_is_asked_by_class(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    both.says("i want to stop this contract")
    assert both.asks() == "which"
    with world.uow() as uow:
        asked = uow.asked_back.newest_of(world.student.user)
    assert asked is not None
    world.render_all()
    world.do(listening.choose, world.student, asked.id, 1)
    notice, args = world.said(world.student.user)[-1]
    assert (notice, args["contract"]) == ("ways-out", both.history_contract.id)
    assert both.words(both.history_contract) == []
    world.render_all()


def test_a_class_or_a_teacher_that_is_named_decides(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    both.says("i want to stop this contract with mr stone")
    assert world.said(world.student.user)[-1][1]["contract"] == both.history_contract.id
    assert "class-check-ins" not in world.kinds(HISTORIAN.user)

"""Drift: the student hears of it first, the teachers at the next check-in if it stays, both when it is over."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from bot.activities.changing import easing
from bot.activities.changing import use_cases as changing
from bot.activities.changing.easing_messages import EasingForm
from bot.activities.checking_in import answering, planning, telling
from bot.activities.checking_in.drift_messages import DriftNoticed, DriftOver, DriftPassed, DriftSeen
from bot.activities.checking_in.drifting import ENDED
from bot.activities.home import use_cases as home
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Contract, Status
from bot.domain.easing import Easing, later_day, smaller_goal
from bot.domain.outbox import DeliveryState, Verb
from bot.messages.tell import tell
from tests.unit.checking_in.answers import FORM, say
from tests.unit.checking_in.steps import at, check_ins, posts, rendered, send_all
from tests.world import World, terms

STUDENT, TEACHER = "USTUDENT", "UTEACHER"
LONG = date(2027, 5, 28)
KINDS = (DriftNoticed.kind, DriftSeen.kind, DriftOver.kind, DriftPassed.kind)


def week(world: World, contract: Contract, said: str | None, *, sent: bool = True) -> int:
    """The next check-in is asked, and answered with this; None: nobody answers; "excused": it is left out."""
    ahead = check_ins(world, contract)[-1]
    assert ahead.wake_at is not None
    at(world, ahead.wake_at)
    if said == "excused":
        with world.uow() as uow:
            found = uow.check_ins.get(ahead.id)
            assert found is not None
            planning.excuse(uow, found)
    elif said is not None:
        say(world, ahead.id, said, f"{ahead.id}.1")
    else:
        at(world, world.now + timedelta(days=1))
        at(world, world.now + timedelta(days=1))
    if sent:
        send_all(world)
    return ahead.id


def told(world: World, user: str) -> list[str]:
    return [kind.removeprefix("drift-") for kind in posts(world, user) if kind in KINDS]


def weeks(world: World, contract: Contract, *said: str | None) -> list[tuple[list[str], list[str]]]:
    """What was told of it after each, to student and teacher."""
    found = []
    for answer in said:
        before = len(told(world, STUDENT)), len(told(world, TEACHER))
        week(world, contract, answer)
        found.append((told(world, STUDENT)[before[0] :], told(world, TEACHER)[before[1] :]))
    return found


def test_the_student_hears_first_and_the_teacher_if_it_stays(world: World) -> None:
    contract = world.agree(targets=(replace(terms().targets[0], due_on=LONG),), ends_on=LONG)
    heard = weeks(world, contract, *["2"] * 12)
    flat = [who for who in heard if who != ([], [])]
    assert flat[0] == (["noticed"], [])
    assert flat[1] == ([], ["seen"])
    first = heard.index(flat[0])
    assert first >= 3
    assert heard[first + 1] == flat[1]
    assert heard[first + 2 : first + 5] == [([], []), ([], []), ([], ["seen"])]
    seen = rendered(world)["drift-seen"]
    assert "changing.ease_smaller" in seen[-1]
    assert "feedback.open" in seen[-1]


def short(world: World) -> Contract:
    """Ten weeks from 2 to 8."""
    due_on = date(2027, 3, 12)
    return world.agree(targets=(replace(terms().targets[0], due_on=due_on),), ends_on=due_on)


def test_one_number_alarms_nobody(world: World) -> None:
    heard = weeks(world, short(world), "3", "4", "5", "2", "6")
    assert heard == [([], [])] * 5


def test_two_without_an_answer_are_told_to_the_student_and_a_third_to_the_teacher(world: World) -> None:
    heard = weeks(world, short(world), None, None, None, "4")
    assert heard[1:] == [(["noticed"], []), ([], ["seen"]), (["over"], ["passed"])]


def test_once_the_trend_is_back_both_read_that(world: World) -> None:
    heard = weeks(world, short(world), "2", "2", "2", "2", "2", "6", "7")
    assert heard[3:5] == [(["noticed"], []), ([], ["seen"])]
    back = [who for who in heard[5:] if who != ([], [])]
    assert back == [(["over"], ["passed"])]


def test_a_teacher_who_heard_nothing_reads_nothing_when_it_is_over(world: World) -> None:
    heard = weeks(world, short(world), None, None, "4")
    assert heard[1:] == [(["noticed"], []), (["over"], [])]


def test_a_changed_answer_takes_back_what_was_seen_by_it(world: World) -> None:
    contract = short(world)
    weeks(world, contract, "2", "2", "2")
    newest = week(world, contract, "2")
    assert told(world, STUDENT) == ["noticed"]
    world.now += timedelta(minutes=10)
    say(world, newest, "sorry, I meant 6", "99.1")
    world.do(answering.confirm, world.student, newest)
    assert "changing.ease" not in rendered(world)["drift-noticed"][0]
    assert weeks(world, contract, "6") == [([], [])]


def test_an_answer_that_is_taken_back_takes_back_what_was_seen_by_it(world: World) -> None:
    contract = short(world)
    weeks(world, contract, "2", "2", "2")
    ahead = check_ins(world, contract)[-1]
    assert ahead.wake_at is not None
    at(world, ahead.wake_at)
    world.do(answering.log, world.student, ahead.id, replace(FORM, values=("2",)))
    send_all(world)
    assert told(world, STUDENT) == ["noticed"]
    with world.uow() as uow:
        newest = uow.utterances.newest_of(STUDENT)
        assert newest is not None
    world.do(answering.undo, world.student, newest.id)
    refreshed = {d.notice for d in world.deliveries() if d.verb is Verb.REFRESH and d.state is DeliveryState.WAITING}
    assert DriftNoticed.kind in refreshed
    assert "changing.ease" not in rendered(world)["drift-noticed"][0]


def test_what_is_not_in_the_students_messages_is_told_to_no_teacher(world: World) -> None:
    contract = short(world)
    for _ in range(3):
        week(world, contract, "2")
    for _ in range(2):
        week(world, contract, "2", sent=False)
    assert told(world, STUDENT) == ["noticed"]
    assert told(world, TEACHER) == []


@pytest.mark.parametrize("said", [["excused"] * 6, ["2", "2", "2", "excused", "excused", "excused"]])
def test_what_is_left_out_is_told_to_nobody(world: World, said: list[str | None]) -> None:
    assert weeks(world, short(world), *said) == [([], [])] * 6


def is_marked(world: World) -> bool:
    """Whether the teacher's Home says that something drifts."""
    with world.uow() as uow:
        room = uow.classrooms.get(world.classroom.id)
        assert room is not None
        desk = home.desk_brief(uow, TEACHER, [room])
    assert desk is not None
    return any(row.behind for row in desk.classes[0].rows)


def test_home_shows_it_to_a_teacher_no_sooner(world: World) -> None:
    contract = short(world)
    marks = []
    for _ in range(5):
        week(world, contract, "2")
        marks.append(is_marked(world))
    assert marks == [False, False, False, False, True]


def test_a_card_of_before_tells_no_teacher_of_what_is_new(world: World) -> None:
    contract = short(world)
    weeks(world, contract, None, None, None, "4")
    assert told(world, TEACHER) == ["seen", "passed"]
    weeks(world, contract, "4", "4", "4")
    assert told(world, STUDENT)[-1] == "noticed"
    assert "changing.ease" not in rendered(world)["drift-seen"][0]


@pytest.mark.parametrize("seed", range(12))
def test_nobody_hears_of_it_before_its_student(world: World, seed: int) -> None:
    contract = short(world)
    for said in Random(seed).choices(["1", "2", "2", "2", "3", "5", "7", None, None, "excused"], k=8):
        week(world, contract, said)
        marked = is_marked(world)
        posts = [d for d in world.deliveries() if d.notice in KINDS]
        seen = [d for d in posts if d.notice == DriftSeen.kind]
        noticed = [d for d in posts if d.notice == DriftNoticed.kind]
        for one in seen:
            before = [d for d in noticed if d.id < one.id]
            assert before
            assert before[-1].args["check_in"] < one.args["check_in"]
        assert noticed or not marked
        assert told(world, TEACHER).count("passed") <= told(world, STUDENT).count("over")


def test_who_wants_no_messages_about_check_ins_gets_none_of_this(world: World) -> None:
    world.do(telling.choose, world.teacher2, world.classroom.id, "none")
    weeks(world, short(world), *["2"] * 6)
    assert told(world, world.teacher2.user) == []


def test_a_notice_from_when_teachers_were_told_first_reads_as_it_did(world: World) -> None:
    contract = short(world)
    check_in = week(world, contract, "2")
    with world.uow() as uow:
        tell(uow, TEACHER, DriftSeen(contract.id, check_in))
    assert "changing.open" in rendered(world)["drift-seen"][0]


# Three ways to make it easier.


def form_of(world: World, contract: Contract, way: Easing, who: str = "student") -> EasingForm:
    with world.uow() as uow:
        return easing.open_form(uow, getattr(world, who), contract.id, contract.on_the_table.number, 0, way)


def eased(world: World, contract: Contract, way: Easing, typed: dict[str, str], who: str = "student") -> Contract:
    version = contract.on_the_table.number
    return world.do(easing.propose, getattr(world, who), contract.id, version, 0, way, typed)


def test_a_smaller_step_changes_the_goal_and_its_sentence(world: World) -> None:
    target = replace(terms().targets[0], statement="Start 8 of 10 sentences in a new way by 1 March", unit="sentences")
    contract = world.agree(targets=(target,))
    form = form_of(world, contract, Easing.SMALLER)
    assert form.goal == 5
    assert not form.sentence
    changed = eased(world, contract, Easing.SMALLER, {"t0_goal": "5"})
    assert changed.status is Status.RENEGOTIATING
    after = changed.on_the_table.terms.targets[0]
    assert after.goal == 5
    assert after.statement == ("Start 5 of 10 sentences in a new way by 1 March")
    assert "change-card" in posts(world, TEACHER)


def test_a_later_date_takes_the_end_along(world: World) -> None:
    contract = short(world)
    form = form_of(world, contract, Easing.LATER)
    assert form.due_on == date(2027, 3, 26)
    changed = eased(world, contract, Easing.LATER, {"t0_due_on": "26 March 2027"}).on_the_table.terms
    assert (changed.targets[0].due_on, changed.ends_on) == (date(2027, 3, 26), date(2027, 3, 26))


def test_another_way_to_practise_changes_nothing_else(world: World) -> None:
    contract = short(world)
    changed = eased(world, contract, Easing.PRACTICE, {"t0_strategies": "Read aloud on the bus"}, "teacher")
    after, before = changed.on_the_table.terms, contract.in_force.terms
    assert after == replace(before, targets=(replace(before.targets[0], strategies="Read aloud on the bus"),))
    assert "change-card" in posts(world, STUDENT)


@pytest.mark.parametrize(
    ("way", "typed", "reason"),
    [
        (Easing.SMALLER, {"t0_goal": "8"}, "nothing-changed"),
        (Easing.SMALLER, {"t0_goal": "2"}, "goal-is-baseline"),
        (Easing.SMALLER, {"t0_goal": "soon"}, "number"),
        (Easing.LATER, {"t0_due_on": "4 January 2020"}, "date"),
        (Easing.LATER, {"t0_due_on": "1 December 2027"}, "after-the-term"),
        (Easing.PRACTICE, {"t0_strategies": "  "}, "empty"),
        (Easing.SMALLER, {"t0_strategies": "I do not want to"}, "nothing-changed"),
    ],
)
def test_what_can_not_be_is_said_under_the_field(world: World, way: Easing, typed: dict[str, str], reason: str) -> None:
    contract = short(world)
    with pytest.raises(Refusal, match=reason) as refused:
        eased(world, contract, way, typed)
    assert refused.value.field == f"t0_{easing.FIELDS[way][0]}"


@pytest.mark.parametrize(("now", "goal"), [(None, 5), (2, 5), (4, 6), (1, 5), (7, None), (8, None), (9, None)])
def test_the_smaller_goal_is_half_of_what_is_left(now: int | None, goal: int | None) -> None:
    target = terms().targets[0]
    assert smaller_goal(target, None if now is None else Decimal(now)) == goal
    down = replace(target, baseline=Decimal(8), goal=Decimal(2))
    mirrored = smaller_goal(down, None if now is None else Decimal(10 - now))
    assert mirrored == (None if goal is None else 10 - goal)


def test_a_later_day_stays_in_the_term() -> None:
    today = date(2027, 2, 1)
    assert later_day(terms(), 0, date(2027, 6, 25), today) == date(2027, 3, 15)
    assert later_day(terms(), 0, date(2027, 3, 12), today) == date(2027, 3, 12)
    on_the_last = replace(terms().targets[0], due_on=date(2027, 3, 12))
    assert later_day(terms(targets=(on_the_last,)), 0, date(2027, 3, 12), today) is None


def test_an_easier_goal_counts_from_a_week_on(world: World) -> None:
    contract = short(world)
    changed = eased(world, contract, Easing.SMALLER, {"t0_goal": "4"})
    world.do(changing.sign, world.teacher, contract.id, changed.on_the_table.number)
    ahead = check_ins(world, contract)[-1].wake_at
    assert ahead is not None
    assert ahead - world.now < timedelta(days=7)
    week(world, contract, "4")
    assert "milestone-reached" not in posts(world, STUDENT)
    week(world, contract, "4")
    assert "milestone-reached" in posts(world, STUDENT)


def test_a_harder_goal_counts_at_once(world: World) -> None:
    contract = short(world)
    changed = eased(world, contract, Easing.SMALLER, {"t0_goal": "9"})
    world.do(changing.sign, world.teacher, contract.id, changed.on_the_table.number)
    week(world, contract, "9")
    assert "milestone-reached" in posts(world, STUDENT)


def test_where_a_change_waits_nothing_more_is_offered(world: World) -> None:
    contract = short(world)
    weeks(world, contract, *["2"] * 4)
    assert "changing.ease_smaller" in rendered(world)["drift-noticed"][0]
    eased(world, contract, Easing.PRACTICE, {"t0_strategies": "Read aloud on the bus"})
    assert "changing.ease" not in rendered(world)["drift-noticed"][0]


def test_every_state_that_is_over_is_looked_at() -> None:
    ahead = {CheckInState.PLANNED, CheckInState.PROMPTED, CheckInState.REMINDED}
    assert set(ENDED) == set(CheckInState) - ahead

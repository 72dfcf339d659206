"""A class gets other days: who keeps the old ones is said, and can be asked to follow by one press."""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.activities.changing import together
from bot.activities.changing import use_cases as changing
from bot.activities.changing.messages import Kept, RhythmBrief, RhythmReach
from bot.activities.set_up import use_cases as set_up
from bot.activities.set_up.use_cases import ClassChoices
from bot.domain import contract as life
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Contract, Status
from bot.domain.days_off import DayOffRule
from bot.messages.briefs import brief_for
from tests.world import World


def _saved(world: World, days: tuple[str, ...] = ("WE",), at: time = time(9, 30)) -> None:
    room = world.classroom
    choices = ClassChoices(
        channel=room.channel,
        name=room.name,
        co_teachers=("UTEACHER2",),
        timezone=room.timezone,
        term_ends_on=room.term_ends_on,
        check_in_days=days,
        check_in_time=at,
        shoutouts=room.shoutouts,
        autonomy=room.autonomy,
    )
    world.do(set_up.set_up, world.teacher, choices)


def _reach(world: World) -> RhythmBrief:
    with world.uow() as uow:
        found = brief_for(uow, RhythmReach(world.classroom.id), "UTEACHER")
    assert isinstance(found, RhythmBrief)
    return found


def _counts(brief: RhythmBrief) -> tuple[int, int, int, int]:
    return sum(number for _, number in brief.kept), brief.follow, brief.waiting, brief.other


def _contract(world: World, contract: int) -> Contract:
    with world.uow() as uow:
        found = uow.contracts.get(contract)
    assert found is not None
    return found


def test_the_teacher_reads_whom_new_days_do_not_reach(world: World) -> None:
    world.agree()
    _saved(world)
    assert world.kinds("UTEACHER").count("rhythm-reach") == 1
    brief = _reach(world)
    assert brief.kept == ((Kept(("MO",), time(8, 45)), 1),)
    assert [moment.astimezone().weekday() for moment in brief.coming] == [2, 2, 2]
    world.render_all()


def test_nothing_is_said_where_the_days_stay_or_nobody_has_others(world: World) -> None:
    _saved(world, world.classroom.check_in_days, world.classroom.check_in_time)
    _saved(world)
    assert "rhythm-reach" not in world.kinds("UTEACHER")


def test_one_press_suggests_them_and_each_student_signs_their_own(world: World) -> None:
    one, other = world.agree(), world.agree(world.classmate)
    _saved(world)
    assert world.do(together.suggest_rhythm, world.teacher, world.classroom.id) == 2
    assert _counts(_reach(world)) == (0, 0, 2, 0)
    assert [_contract(world, c.id).status for c in (one, other)] == [Status.RENEGOTIATING] * 2
    assert "change-card" not in world.kinds("UTEACHER")
    for student in (world.student, world.classmate):
        assert world.kinds(student.user).count("change-card") == 1
    world.do(changing.sign, world.student, one.id, 2)
    assert _counts(_reach(world)) == (0, 1, 1, 0)
    assert "change-decided" not in world.kinds("UTEACHER")
    with world.uow() as uow:
        ahead = uow.check_ins.in_state([one.id, other.id], CheckInState.PLANNED)
    assert {c.contract: c.due_at.weekday() for c in ahead} == {one.id: 2, other.id: 0}
    world.render_all()


def test_a_no_is_told_by_itself(world: World) -> None:
    contract = world.agree()
    _saved(world)
    world.do(together.suggest_rhythm, world.teacher, world.classroom.id)
    world.do(changing.decline, world.student, contract.id, 2, "I have football on Wednesdays")
    assert "change-decided" in world.kinds("UTEACHER")
    assert _counts(_reach(world)) == (1, 0, 0, 0)


def test_who_negotiates_already_is_left_alone(world: World) -> None:
    contract = world.agree()
    form = world.do(changing.open_change, world.student, contract.id, 1)
    _saved(world)
    with world.uow() as uow:
        changed = replace(form.terms, ends_on=date(2027, 4, 2))
        uow.contracts.save(life.propose_change(contract, changed, form.side, "USTUDENT", world.now))
    assert _counts(_reach(world)) == (0, 0, 0, 1)
    with pytest.raises(Refusal, match="nobody-to-suggest-it-to"):
        world.do(together.suggest_rhythm, world.teacher, world.classroom.id)


def test_what_a_class_does_on_days_off_outlives_its_form(world: World) -> None:
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, on_days_off=DayOffRule.LEAVE_OUT))
    _saved(world)
    with world.uow() as uow:
        found = uow.classrooms.get(world.classroom.id)
    assert found is not None
    assert found.on_days_off is DayOffRule.LEAVE_OUT

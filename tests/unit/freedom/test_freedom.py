"""After a contract a teacher decides how much its student chooses next; it holds for that student alone."""

from dataclasses import replace

import pytest

from bot.activities.freedom import use_cases as freedom
from bot.activities.freedom.messages import TAKE
from bot.activities.home import student_page
from bot.activities.proposing import starting
from bot.domain.actor import Refusal, Side
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.classroom import Autonomy, Membership
from bot.domain.waiting import FEW
from tests.unit.looking_back.scenes import End
from tests.world import WORKSPACE, World

ANSWERED, MISSED, EXCUSED = CheckInState.ANSWERED, CheckInState.MISSED, CheckInState.EXCUSED
KEPT, HARD = [ANSWERED] * 4, [MISSED] * 3 + [ANSWERED]


def ended(world: World, states: list[CheckInState]) -> int:
    """A contract that both looked back on, with these check-ins."""
    end = End(world)
    with world.uow() as uow:
        for number, state in enumerate(states, 50):
            uow.check_ins.add(CheckIn(WORKSPACE, end.id, "USTUDENT", number, world.now, None, state))
    end.assess(world.student)
    end.assess(world.teacher)
    return end.id


def level(world: World, user: str = "USTUDENT") -> Autonomy:
    with world.uow() as uow:
        return starting.frame_of(uow, world.classroom, user, world.now).autonomy


def card(world: World) -> str:
    cards = [m for d, m in world.render_all() if (d.notice, d.lane) == ("freedom-next", "UTEACHER")]
    return str(cards[-1].blocks) if cards else ""


def test_after_a_kept_contract_more_is_proposed_and_a_teacher_decides(world: World) -> None:
    contract = ended(world, KEPT)
    for teacher in ("UTEACHER", "UTEACHER2"):
        assert world.kinds(teacher).count("freedom-next") == 1
    assert (level(world), TAKE in card(world)) == (Autonomy.SHARED, True)
    assert "freedom-set" not in world.kinds("USTUDENT")
    world.do(freedom.take, world.teacher, contract, 2)
    assert level(world) is Autonomy.OPEN
    assert level(world, "UCLASSMATE") is Autonomy.SHARED
    assert world.kinds("USTUDENT").count("freedom-set") == 1
    assert TAKE not in card(world)
    assert "Ms Lee" in card(world)


def test_after_a_hard_one_fewer_decisions_are_proposed(world: World) -> None:
    contract = ended(world, HARD)
    world.do(freedom.take, world.teacher, contract, 0)
    assert level(world) is Autonomy.GUIDED
    with world.uow() as uow:
        frame = starting.frame_of(uow, world.classroom, "USTUDENT", world.now)
    assert (frame.most_targets, frame.decided_by) == (1, "UTEACHER")


@pytest.mark.parametrize("states", [[ANSWERED], [EXCUSED] * 6, [ANSWERED, ANSWERED, MISSED, MISSED], []])
def test_where_nothing_can_be_said_nobody_is_asked(world: World, states: list[CheckInState]) -> None:
    ended(world, states)
    assert "freedom-next" not in world.kinds("UTEACHER")


def test_one_teacher_decides_and_once(world: World) -> None:
    contract = ended(world, KEPT)
    world.do(freedom.keep, world.teacher, contract)
    with pytest.raises(Refusal, match="old-button"):
        world.do(freedom.take, world.teacher2, contract, 2)
    with pytest.raises(Refusal, match="old-button"):
        world.do(freedom.keep, world.teacher2, contract)
    assert level(world) is Autonomy.SHARED
    assert "freedom-set" not in world.kinds("USTUDENT")


def test_only_the_step_that_stands_on_the_button_is_taken(world: World) -> None:
    contract = ended(world, KEPT)
    for step in (0, 1, 9):
        with pytest.raises(Refusal, match="old-button"):
            world.do(freedom.take, world.teacher, contract, step)


def test_it_can_be_as_in_the_class_again(world: World) -> None:
    contract = ended(world, HARD)
    world.do(freedom.take, world.teacher, contract, 0)
    world.do(freedom.back, world.teacher2, contract)
    assert level(world) is Autonomy.SHARED
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, autonomy=Autonomy.OPEN))
        room = uow.classrooms.get(world.classroom.id)
        assert room is not None
        assert starting.frame_of(uow, room, "USTUDENT", world.now).autonomy is Autonomy.OPEN


def test_a_contract_that_runs_stays_as_it_was_signed(world: World) -> None:
    contract = ended(world, HARD)
    running = world.agree(targets=world.terms().targets * 2)
    world.do(freedom.take, world.teacher, contract, 0)
    with world.uow() as uow:
        after = uow.contracts.get(running.id)
    assert after is not None
    assert (after.status, after.in_force) == (running.status, running.in_force)


def test_who_left_the_class_is_asked_about_no_more(world: World) -> None:
    contract = ended(world, KEPT)
    with world.uow() as uow:
        place = uow.memberships.here(world.classroom.id, "USTUDENT")
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    with pytest.raises(Refusal, match="old-button"):
        world.do(freedom.take, world.teacher, contract, 2)


def test_in_a_large_class_not_every_card_comes_by_itself_and_the_page_of_the_student_brings_it(world: World) -> None:
    with world.uow() as uow:
        for number in range(FEW + 1):
            user = f"US{number:02}"
            uow.memberships.add(Membership(WORKSPACE, world.classroom.id, user, Side.STUDENT, world.now))
    contract = ended(world, KEPT)
    assert world.kinds("UTEACHER").count("freedom-next") == 0  # two messages about the look back came before
    page = world.do(student_page.open_page, world.teacher, "USTUDENT", 0)
    assert page.to_decide == contract
    world.do(freedom.ask, world.teacher, contract)
    assert TAKE in card(world)
    world.do(freedom.keep, world.teacher, contract)
    assert world.do(student_page.open_page, world.teacher, "USTUDENT", 0).to_decide is None
    with pytest.raises(Refusal, match="old-button"):
        world.do(freedom.ask, world.teacher, contract)

"""Who teaches a class changes: whose the contracts are then, and what becomes of one's own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.activities import access
from bot.activities.admitting import use_cases as admitting
from bot.activities.changing import use_cases as changing
from bot.activities.checking_in import responding
from bot.activities.home import use_cases as home
from bot.activities.home.messages import Home
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.set_up import use_cases as set_up
from bot.activities.teaching import use_cases as teaching
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership, Person
from bot.domain.contract import Contract, Status, teacher_of
from bot.domain.disclosure import DisclosureKind
from bot.domain.outbox import Verb
from bot.messages.presenting import present
from handlers import teaching as handlers_teaching
from handlers.inbound import Press
from tests.rows import rows
from tests.unit.handling import context_of
from tests.unit.reviewing.scenes import announced
from tests.unit.set_up.test_set_up import CHOICES
from tests.world import WORKSPACE, World

THIRD = Actor(WORKSPACE, "UTHIRD")


@pytest.fixture
def world(world: World) -> World:
    """Three teachers; Ana's contract is with the first, who signed it."""
    with world.uow() as uow:
        uow.people.add(Person(WORKSPACE, "UTHIRD", "Mx Fox"))
        uow.memberships.add(Membership(WORKSPACE, world.classroom.id, "UTHIRD", Side.TEACHER, world.now))
    return world


def contract_of(world: World, student: str = "USTUDENT") -> Contract:
    with world.uow() as uow:
        found = uow.contracts.open_of(student, world.classroom.id)
    assert found is not None
    return found


def saves(world: World, who: Actor, *co_teachers: str, takes_over: str = "") -> None:
    choices = replace(CHOICES, channel="C1", co_teachers=co_teachers, takes_over=takes_over)
    world.do(set_up.set_up, who, choices)


def refused(world: World, who: Actor, *co_teachers: str, takes_over: str = "") -> tuple[str, str | None]:
    with pytest.raises(Refusal) as refusal:
        saves(world, who, *co_teachers, takes_over=takes_over)
    return refusal.value.key, refusal.value.field


def teachers(world: World) -> set[str]:
    with world.uow() as uow:
        return set(access.teachers_of(uow, world.classroom.id))


# A teacher is removed.


def test_nobody_removes_who_signed_without_saying_who_has_her_contracts(world: World) -> None:
    world.agree()
    assert refused(world, world.teacher2, "UTHIRD") == ("takes-over-whom", "takes_over")
    for nobody in ("USTRANGER", "USTUDENT", "UTEACHER"):
        assert refused(world, world.teacher2, "UTHIRD", takes_over=nobody)[0] == "takes-over-no-teacher"
    assert "UTEACHER" in teachers(world)
    assert teacher_of(contract_of(world)) == "UTEACHER"


@pytest.mark.parametrize("who", ["teacher2", "admin"])
def test_she_is_told_and_so_are_the_new_teacher_and_the_student(world: World, who: str) -> None:
    agreed = world.agree()
    actor = getattr(world, who)
    saves(world, actor, "UTEACHER2", "UTHIRD", takes_over="UTHIRD")
    assert "UTEACHER" not in teachers(world)
    contract = contract_of(world)
    assert teacher_of(contract) == "UTHIRD"
    assert contract.in_force == agreed.in_force
    told = [args for kind, args in world.said("UTEACHER") if kind == "teacher-removed"]
    assert told == [{"classroom": world.classroom.id, "by": actor.user, "heir": "UTHIRD", "contracts": 1}]
    assert world.kinds("UTHIRD").count("contracts-taken-over") == 1
    assert world.kinds("USTUDENT").count("contract-taken-over") == 1
    with world.uow() as uow:
        last = uow.contracts.history(contract.id)[-1]
    assert (last.action, last.user, last.before, last.after) == ("took-over", "UTHIRD", Status.ACTIVE, Status.ACTIVE)
    world.render_all()


def test_with_one_teacher_left_it_is_clear_who_has_them(world: World) -> None:
    world.agree()
    saves(world, world.teacher2)
    assert teacher_of(contract_of(world)) == "UTEACHER2"


def test_without_contracts_she_is_told_all_the_same(world: World) -> None:
    saves(world, world.teacher2, "UTHIRD")
    assert [args["contracts"] for kind, args in world.said("UTEACHER") if kind == "teacher-removed"] == [0]
    world.render_all()


def test_her_cards_are_cleared(world: World) -> None:
    announced(world)
    saves(world, world.teacher2, "UTHIRD")
    again = [d for d in world.deliveries() if d.verb is Verb.REFRESH and d.notice == "proposal-card"]
    assert {d.reader for d in again} == {"UTEACHER"}
    first = next(d for d in world.deliveries() if d.reader == "UTEACHER" and d.notice == "proposal-card")
    with world.uow() as uow:
        shown = present(uow, again[0])
        assert present(uow, first) is None
    assert shown is not None
    assert "action_id" not in str(shown.blocks)
    assert "Ana" not in str(shown.blocks)


def test_who_is_named_again_before_it_is_said_is_not_told_that_she_teaches_no_more(world: World) -> None:
    saves(world, world.teacher2, "UTHIRD")
    assert "teacher-removed" in {d.notice for d, m in world.render_all() if m is not None}
    saves(world, world.teacher2, "UTHIRD", "UTEACHER")
    assert "teacher-removed" not in {d.notice for d, m in world.render_all() if m is not None}


def test_nobody_takes_over_their_own(world: World) -> None:
    world.agree()
    saves(world, world.teacher, "UTEACHER2", "UTHIRD", "USTUDENT")
    assert refused(world, world.student, takes_over="USTUDENT") == ("takes-over-own", "takes_over")
    saves(world, world.student, "UTEACHER2")
    assert teacher_of(contract_of(world)) == "UTEACHER2"


def place_of(world: World, user: str) -> Membership | None:
    with world.uow() as uow:
        return uow.memberships.here(world.classroom.id, user)


def roster_is_read(world: World, *users: str) -> None:
    with world.uow() as uow:
        people = [person for person in uow.people.all() if not users or person.user in users]
    world.do(set_up.enrol, world.accord, world.classroom.id, people)


def test_she_has_no_place_in_the_class_afterwards_though_she_is_in_its_channel(world: World) -> None:
    saves(world, world.teacher2, "UTHIRD")
    assert place_of(world, "UTEACHER") is None
    roster_is_read(world)
    assert place_of(world, "UTEACHER") is None
    with world.uow() as uow:
        assert access.places_of(uow, "UTEACHER") == []
        assert admitting.count(uow, world.classroom.id) == 0


def test_a_guest_who_taught_is_no_student_afterwards_either(world: World) -> None:
    with world.uow() as uow:
        known = uow.people.of("UTHIRD")
        assert known is not None
        uow.people.put(replace(known, is_guest=True))
    saves(world, world.teacher, "UTEACHER2")
    roster_is_read(world)
    assert place_of(world, "UTHIRD") is None


def test_she_may_be_named_again_and_taken_out_again(world: World) -> None:
    saves(world, world.teacher2, "UTHIRD")
    saves(world, world.teacher2, "UTHIRD", "UTEACHER")
    assert "UTEACHER" in teachers(world)
    roster_is_read(world)
    assert "UTEACHER" in teachers(world)
    saves(world, world.teacher2, "UTHIRD")
    assert place_of(world, "UTEACHER") is None


def test_who_comes_into_the_channel_anew_learns_there_as_anybody(world: World) -> None:
    saves(world, world.teacher2, "UTHIRD")
    world.do(set_up.leave, world.teacher, "C1")
    with world.uow() as uow:
        me = uow.people.of("UTEACHER")
    world.do(set_up.join, world.teacher, "C1", me)
    place = place_of(world, "UTEACHER")
    assert place is not None
    assert place.side is Side.STUDENT


@pytest.mark.parametrize("over", [False, True])
def test_who_learnt_there_before_learns_there_again(world: World, over: bool) -> None:
    contract = promoted(world)
    if over:
        world.do(changing.close, world.student, contract.id, "I teach now")
    saves(world, world.teacher, "UTEACHER2", "UTHIRD")
    roster_is_read(world)
    place = place_of(world, "USTUDENT")
    assert place is not None
    assert place.side is Side.STUDENT


# A student becomes a teacher.


def promoted(world: World) -> Contract:
    contract = world.agree()
    saves(world, world.teacher, "UTEACHER2", "UTHIRD", "USTUDENT")
    return contract


def test_a_student_who_comes_to_teach_is_asked_about_her_contract(world: World) -> None:
    contract = promoted(world)
    assert "USTUDENT" in teachers(world)
    assert world.said("USTUDENT").count(("own-contract", {"contract": contract.id})) == 1
    cards = [m for d, m in world.render_all() if d.notice == "own-contract"]
    assert "own_contract.keep.0" in str(cards)
    assert "changing.close" in str(cards)
    assert "own-contract" not in world.kinds("UCLASSMATE")


def test_without_an_open_contract_nothing_is_asked(world: World) -> None:
    saves(world, world.teacher, "UTEACHER2", "UTHIRD", "USTUDENT")
    assert "own-contract" not in world.kinds("USTUDENT")


async def test_it_stays_with_the_teacher_whom_she_chooses(world: World) -> None:
    contract = promoted(world)
    value = f"{contract.id}:UTHIRD"
    press = Press(world.student, "own_contract.keep.1", value, "1.1", "press:1", "D1", "1.1")
    await handlers_teaching.keep(press, context_of(world))
    assert teacher_of(contract_of(world)) == "UTHIRD"
    assert "own-contract-kept" in world.kinds("UTHIRD")
    world.render_all()


@pytest.mark.parametrize("teacher", ["USTUDENT", "USTRANGER", "UCLASSMATE"])
def test_it_stays_with_nobody_who_is_no_other_teacher(world: World, teacher: str) -> None:
    contract = promoted(world)
    with pytest.raises(Refusal, match="own-contract-no-teacher"):
        world.do(teaching.keep, world.student, contract.id, teacher)


def test_or_it_ends(world: World) -> None:
    contract = promoted(world)
    world.do(changing.close, world.student, contract.id, "I teach now")
    world.render_all()
    with world.uow() as uow:
        assert access.places_of(uow, "USTUDENT", Side.STUDENT) == []


def test_she_reads_nothing_of_her_own_as_a_teacher(world: World) -> None:
    contract = promoted(world)
    with world.uow() as uow:
        pages = {user: home.home_brief(uow, Home(), user) for user in ("USTUDENT", "UTEACHER2")}
    mine, theirs = pages["USTUDENT"], pages["UTEACHER2"]
    assert [part.classroom.id for part in mine.learns] == [world.classroom.id]
    assert "Ana" not in [row.name for row in mine.teaches[0].rows]
    assert "Ana" in [row.name for row in theirs.teaches[0].rows]
    with world.uow() as uow:
        assert access.teachers_for(uow, "USTUDENT", world.classroom.id) == ["UTEACHER", "UTEACHER2", "UTHIRD"]
        assert access.contract_as_party(uow, world.student, contract.id)[2] is Side.STUDENT


def test_her_check_ins_and_look_back_go_on_and_never_come_to_her_as_a_teacher(world: World) -> None:
    contract = promoted(world)
    ends_at = contract_of(world).ends_at
    assert ends_at is not None
    world.now = ends_at + timedelta(minutes=1)
    world.do(looking_back.begin, world.accord, contract.id)
    assert world.kinds("USTUDENT").count("look-back-asked") == 1
    world.do(looking_back.assess, world.student, contract.id, {0: 3}, "It helped", {0: "8"})
    with pytest.raises(Refusal):
        world.do(responding.seen, world.student, 1)
    with world.uow() as uow:
        sides = [a.side for a in uow.assessments.of_contract(contract.id)]
    assert sides == ["student"]


# An admin teaches.


def record(world: World) -> list[tuple[DisclosureKind, str]]:
    with world.uow() as uow:
        return [(line.what, line.by) for line in uow.disclosures.all()]


def test_an_admin_who_adds_themselves_is_shown_to_the_teachers_and_stands_in_the_record(world: World) -> None:
    saves(world, world.admin, "UTEACHER", "UTEACHER2", "UTHIRD", "UADMIN")
    for teacher in ("UTEACHER", "UTEACHER2", "UTHIRD"):
        assert world.kinds(teacher).count("admin-teaches") == 1
    assert record(world) == [(DisclosureKind.TEACHES, "UADMIN")]
    world.render_all()
    saves(world, world.admin, "UTEACHER", "UTEACHER2", "UTHIRD")
    assert len(record(world)) == 1


def test_an_admin_who_takes_all_teachers_places_is_shown_to_them_before_they_go(world: World) -> None:
    world.agree()
    saves(world, world.admin, "UADMIN")
    assert teachers(world) == {"UADMIN"}
    assert "teacher-removed" in world.kinds("UTEACHER")
    assert teacher_of(contract_of(world)) == "UADMIN"
    assert record(world) == [(DisclosureKind.TEACHES, "UADMIN")]


def test_an_admin_who_gives_themselves_a_class_stands_in_the_record(world: World) -> None:
    with world.uow() as uow:
        for place in rows(uow.memberships, side=Side.TEACHER):
            uow.memberships.save(replace(place, left_at=world.now))
    world.do(teaching.give, world.admin, world.classroom.id, Person(WORKSPACE, "UADMIN", "Ada", is_admin=True))
    assert record(world) == [(DisclosureKind.TEACHES, "UADMIN")]


def test_whom_somebody_else_adds_is_no_line_in_the_record(world: World) -> None:
    saves(world, world.teacher, "UTEACHER2", "UTHIRD", "USTRANGER")
    assert record(world) == []

"""A class list waits for a yes: nothing changes before, everything counts once after, nothing of it is kept."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from bot.activities import access
from bot.activities.privacy import erasing
from bot.activities.roster import use_cases as roster
from bot.activities.roster.messages import RosterSeen
from bot.activities.roster.use_cases import RosterChoices
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Admission, Membership, Person
from bot.domain.outbox import ErrandKind
from bot.domain.roster import FileClass, FileFault, How, Matched, Roster, RosterFile, RosterState, Unreadable
from storage.tables.rosters import RosterRow
from tests.world import WORKSPACE, World

FILE = RosterFile("list", (FileClass("", "", 3),), "", (), (), 0, None)
ANA = Matched(2, "Ana Horvat", "student", How.EMAIL, "USTUDENT")
SAM = Matched(3, "Sam Stone", "student", How.EMAIL, "USTRANGER", in_channel=False)
CLEO = Matched(4, "Cleo Smith", "student", How.NOBODY)
LEE = Matched(5, "Ms Lee", "teacher", How.EMAIL, "UTEACHER")
ALL = RosterChoices(("USTRANGER",), (), False)


def sent(world: World, *names: str) -> bool:
    files = [(f"F{place}", name) for place, name in enumerate(names or ("list.csv",))]
    return world.do(roster.take, world.teacher, files)


def standing(world: World) -> Roster:
    with world.uow() as uow:
        return uow.rosters.all()[-1]


def ready(world: World, *people: Matched, file: RosterFile = FILE) -> int:
    sent(world)
    id = standing(world).id
    world.do(roster.read, world.accord, id, file, list(people or (ANA, SAM, CLEO, LEE)), by_email=True)
    return id


def students(world: World) -> set[str]:
    with world.uow() as uow:
        return set(access.students_of(uow, world.classroom.id))


def card(world: World) -> str:
    return str([m.blocks for d, m in world.render_all() if d.notice == "roster-seen" and m][-1])


def take_in(world: World, id: int, *people: Person, channel: frozenset[str] | None = None) -> None:
    world.do(roster.take_in, world.accord, id, list(people), channel)


def test_nothing_changes_before_the_yes_and_all_of_it_after(world: World) -> None:
    id = ready(world)
    before = students(world)
    assert standing(world).state is RosterState.READY
    assert "Sam Stone" in card(world)
    world.do(roster.open_form, world.teacher, id)
    assert students(world) == before == {"USTUDENT", "UCLASSMATE"}
    world.do(roster.confirm, world.teacher, id, ALL)
    assert students(world) == before
    take_in(world, id)
    assert students(world) == before | {"USTRANGER"}
    assert (standing(world).state, standing(world).added) == (RosterState.DONE, 1)


def test_the_same_list_again_changes_nothing(world: World) -> None:
    for _ in range(2):
        id = ready(world, ANA, SAM)
        world.do(roster.confirm, world.teacher, id, ALL)
        take_in(world, id)
    with world.uow() as uow:
        assert len(uow.memberships.ever_in([world.classroom.id])) == 5
    assert standing(world).added == 0


def test_a_list_that_changes_nothing_has_nothing_to_confirm(world: World) -> None:
    id = ready(world, ANA)
    assert "roster.open" not in card(world)
    with pytest.raises(Refusal, match="roster-no-change"):
        world.do(roster.open_form, world.teacher, id)


def test_of_the_people_nothing_is_kept_once_it_is_over(world: World) -> None:
    refuse = partial(world.do, roster.not_read, world.accord)
    for end in (partial(take_in, world), partial(refuse, why=Unreadable.EMPTY)):
        id = ready(world)
        world.do(roster.confirm, world.teacher, id, ALL)
        end(id)
        row = standing(world)
        assert (row.people, row.files, row.faults, row.chosen, row.classes) == ((), (), (), (), ())
    id = ready(world)
    world.do(roster.drop, world.teacher, id)
    assert (standing(world).state, standing(world).people) == (RosterState.DROPPED, ())


def test_a_week_later_it_is_as_if_nobody_had_sent_it(world: World) -> None:
    ready(world)
    world.later(days=8)
    world.do(erasing.forget, world.accord)
    assert world.count(RosterRow) == 0


def test_a_newer_list_takes_the_place_of_one_that_waits(world: World) -> None:
    first = ready(world)
    sent(world)
    with world.uow() as uow:
        states = [one.state for one in uow.rosters.all()]
    assert states == [RosterState.DROPPED, RosterState.COMING]
    with pytest.raises(Refusal, match="old-button"):
        world.do(roster.confirm, world.teacher, first, ALL)


@pytest.mark.parametrize("names", [("essay.pdf",), ("list.csv", "photo.jpg"), ()])
def test_other_files_are_no_class_list(world: World, names: tuple[str, ...]) -> None:
    files = [("F1", name) for name in names]
    assert world.do(roster.take, world.teacher, files) is False


def test_a_students_table_is_no_class_list(world: World) -> None:
    assert world.do(roster.take, world.student, [("F1", "list.csv")]) is False


def test_only_what_was_offered_or_found_by_hand_comes_in(world: World) -> None:
    id = ready(world, ANA, CLEO)
    with world.uow() as uow:
        uow.people.add(Person(WORKSPACE, "UCLEO", "Cleo"))
    world.do(roster.confirm, world.teacher, id, RosterChoices(("USTRANGER",), ("UCLEO",), False))
    take_in(world, id)
    assert students(world) == {"USTUDENT", "UCLASSMATE", "UCLEO"}


def test_who_teaches_is_made_no_student_and_who_can_be_none_is_none(world: World) -> None:
    id = ready(world, ANA, CLEO)
    bot = Person(WORKSPACE, "UBOT", "Bot", is_bot=True)
    away = Person(WORKSPACE, "UAWAY", "Mx Away", is_guest=True, is_outside=True)
    world.do(roster.confirm, world.teacher, id, RosterChoices((), ("UTEACHER2", "UBOT", "UAWAY", "UNOBODY"), False))
    take_in(world, id, bot, away)
    assert students(world) == {"USTUDENT", "UCLASSMATE"}
    with world.uow() as uow:
        assert access.teachers_of(uow, world.classroom.id) == ["UTEACHER", "UTEACHER2"]
    assert standing(world).added == 0


def test_a_guest_whom_a_teacher_was_asked_about_learns_by_the_list(world: World) -> None:
    guest = Person(WORKSPACE, "UGUEST", "Gus", is_guest=True)
    with world.uow() as uow:
        uow.people.add(guest)
        uow.admissions.add(Admission(WORKSPACE, world.classroom.id, "UGUEST", world.now))
    id = ready(world, replace(SAM, user="UGUEST", in_channel=True))
    world.do(roster.confirm, world.teacher, id, RosterChoices(("UGUEST",), (), False))
    take_in(world, id, channel=frozenset({"UGUEST"}))
    assert "UGUEST" in students(world)
    with world.uow() as uow:
        asked = uow.admissions.of(world.classroom.id, "UGUEST")
    assert asked is not None
    assert asked.learns
    assert asked.decided_by == "UTEACHER"


def enrolled(world: World, *users: str) -> None:
    with world.uow() as uow:
        people = uow.people.among(["UTEACHER", "UTEACHER2", "USTUDENT", "UCLASSMATE", *users])
    world.do(set_up.enrol, world.accord, world.classroom.id, people)


def test_who_is_not_in_the_channel_yet_stays_when_it_is_read(world: World) -> None:
    id = ready(world, ANA, SAM)
    world.do(roster.confirm, world.teacher, id, ALL)
    take_in(world, id, channel=frozenset({"USTUDENT"}))
    assert "Sam" in card(world)
    enrolled(world)
    assert "USTRANGER" in students(world)
    world.do(set_up.join, world.stranger, "C1", Person(WORKSPACE, "USTRANGER", "Sam"))
    assert "Sam" not in card(world)
    enrolled(world)
    assert "USTRANGER" not in students(world)  # they were there, and are not any more


def test_a_class_of_several_is_asked_for_and_no_name_is_kept_before(world: World) -> None:
    with world.uow() as uow:
        other = uow.classrooms.add(replace(world.classroom, channel="C2", name="Physics", id=0))
        uow.memberships.add(Membership(WORKSPACE, other.id, "UTEACHER", Side.TEACHER, world.now))
    sent(world)
    id = standing(world).id
    classes = (FileClass("c1", "Physics", 9), FileClass("c2", "Art", 8))
    world.do(roster.read, world.accord, id, replace(FILE, classes=classes), [], by_email=True)
    assert (standing(world).state, standing(world).people) == (RosterState.WHICH, ())
    form = world.do(roster.open_which, world.teacher, id)
    assert [one for one, _ in form.rooms] == [world.classroom.id, other.id]
    assert (form.classes[0].ident, form.likely) == ("c1", "c1")
    for wrong in ((99, "c1"), (None, "c1"), (other.id, "c9")):
        with pytest.raises(Refusal, match="old-button"):
            world.do(roster.say_which, world.teacher, id, *wrong)
    world.do(roster.say_which, world.teacher, id, other.id, "c2")
    assert (standing(world).state, standing(world).wanted) == (RosterState.COMING, "c2")
    world.do(roster.read, world.accord, id, replace(FILE, classes=classes, chosen="c2"), [ANA], by_email=True)
    assert (standing(world).state, standing(world).classroom) == (RosterState.READY, other.id)


def term_of(world: World) -> date:
    with world.uow() as uow:
        found = uow.classrooms.get(world.classroom.id)
    assert found is not None
    return found.term_ends_on


@pytest.mark.parametrize(
    ("last", "takes", "ends"),
    [
        (date(2027, 7, 2), True, date(2027, 7, 2)),
        (date(2027, 7, 2), False, date(2027, 6, 25)),
        (date(2026, 12, 20), True, date(2027, 6, 25)),
        (None, True, date(2027, 6, 25)),
    ],
)
def test_sessions_give_the_term_where_the_teacher_says_so(
    world: World, last: date | None, takes: bool, ends: date
) -> None:
    id = ready(world, SAM, file=replace(FILE, last_on=last))
    world.do(roster.confirm, world.teacher, id, RosterChoices((), (), takes))
    take_in(world, id)
    assert term_of(world) == ends


def test_who_teaches_the_class_no_more_takes_nothing_over(world: World) -> None:
    id = ready(world)
    world.do(roster.confirm, world.teacher, id, ALL)
    with world.uow() as uow:
        place = uow.memberships.of(world.classroom.id, "UTEACHER")
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    take_in(world, id)
    assert "USTRANGER" not in students(world)
    assert standing(world).state is RosterState.DROPPED


def test_the_list_of_another_teacher_is_nobody_elses(world: World) -> None:
    id = ready(world)
    tries: list[tuple[Any, ...]] = [(roster.open_form,), (roster.confirm, ALL), (roster.drop,), (roster.open_which,)]
    for actor in (world.teacher2, world.student, world.stranger, world.admin, Actor("T2", "UTEACHER")):
        for use_case, *args in tries:
            with pytest.raises(Refusal):
                world.do(use_case, actor, id, *args)


def test_a_card_shows_its_faults_by_line_and_how_many_more(world: World) -> None:
    faults = tuple(FileFault("users.csv", line, "nobody", "", 1) for line in range(2, 14))
    ready(world, SAM, file=replace(FILE, faults=faults, more_faults=5))
    said = card(world)
    assert "users.csv" in said
    assert "9 more problems" in said


@pytest.mark.parametrize("why", list(Unreadable))
def test_each_reason_is_said(world: World, why: Unreadable) -> None:
    sent(world)
    world.do(roster.not_read, world.accord, standing(world).id, why)
    assert card(world)


def test_an_errand_is_asked_for_with_each_step(world: World) -> None:
    ready(world)
    with world.uow() as uow:
        assert uow.errands.pending(ErrandKind.READ_ROSTER) is not None
    assert next(d.subject for d in world.deliveries() if d.notice == RosterSeen.kind) == "roster:1"


def test_a_list_of_whoever_runs_accord_waits_for_a_teachers_yes(world: World) -> None:
    before = students(world)
    people = [ANA, SAM, CLEO]
    world.do(roster.bring_in, world.accord, world.classroom.id, FILE, people, by_email=True)
    first = standing(world)
    assert (first.state, first.user, students(world)) == (RosterState.READY, "UTEACHER", before)
    world.do(roster.bring_in, world.accord, world.classroom.id, FILE, people, by_email=True)
    with world.uow() as uow:
        assert [one.state for one in uow.rosters.all()] == [RosterState.DROPPED, RosterState.READY]
    world.do(roster.confirm, world.teacher, standing(world).id, ALL)
    take_in(world, standing(world).id)
    assert students(world) == before | {"USTRANGER"}
    with pytest.raises(Refusal, match="roster-empty"):
        world.do(roster.bring_in, world.accord, world.classroom.id, FILE, [LEE], by_email=True)
    with pytest.raises(Refusal, match="not-for-people"):
        world.do(roster.bring_in, world.teacher, world.classroom.id, FILE, people, by_email=True)


def test_a_file_with_words_of_somebody_who_learns_too_is_work(world: World) -> None:
    world.agree()
    with world.uow() as uow:
        other = uow.classrooms.add(replace(world.classroom, id=0, channel="COTHER", name="Clay"))
        uow.memberships.add(Membership(WORKSPACE, other.id, "USTUDENT", Side.TEACHER, uow.now))
    files = [("F1", "model.zip")]
    assert not world.do(roster.take, world.student, files, "two or three ways in one paragraph")
    assert world.count(RosterRow) == 0
    assert world.do(roster.take, world.student, files, " ")
    assert world.do(roster.take, world.teacher, files, "here is my list")

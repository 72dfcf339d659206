"""The numbers of a half-year: of nobody who could be told from them, and first to the teachers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.activities.report import use_cases as reporting
from bot.activities.report.messages import SchoolReported
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Feedback, Membership, Person
from bot.domain.disclosure import DisclosureKind
from bot.domain.school_report import (
    CELLS,
    STUDENTS_LEAST,
    TEACHERS_LEAST,
    ContractStory,
    ReportedFeedback,
    cells_of,
    half_year,
    is_over,
)
from bot.messages.briefs import NotTheirs, brief_for
from tests.world import WORKSPACE, World, terms

STUDENTS = [f"S{n}" for n in range(9)]
TEACHERS = [f"L{n}" for n in range(5)]
STORY = st.builds(
    ContractStory,
    student=st.sampled_from(STUDENTS),
    teachers=st.frozensets(st.sampled_from(TEACHERS), min_size=1, max_size=2),
    agreed=st.booleans(),
    kept=st.booleans(),
    renegotiated=st.booleans(),
    by=st.sampled_from(TEACHERS),
    days=st.none() | st.integers(0, 30),
    asked=st.integers(0, 3),
    answered=st.just(0),
    targets=st.integers(0, 2),
    measurable=st.just(0),
).flatmap(
    lambda story: st.builds(
        replace, st.just(story), answered=st.integers(0, story.asked), measurable=st.integers(0, story.targets)
    )
)
STORIES = st.lists(STORY, max_size=40)
FEEDBACK = st.lists(
    st.builds(ReportedFeedback, st.sampled_from(STUDENTS), st.sampled_from(TEACHERS), st.booleans()), max_size=25
)


def few(group: Sequence[str] | set[str]) -> bool:
    return 0 < len(set(group)) < STUDENTS_LEAST


@settings(max_examples=40)
@given(STORIES, FEEDBACK)
def test_nothing_is_said_of_few(stories: list[ContractStory], feedback: list[ReportedFeedback]) -> None:
    cells = cells_of(stories, feedback)
    students, teachers = {s.student for s in stories}, {t for s in stories for t in s.teachers}
    assert (cells is None) is (len(students) < STUDENTS_LEAST or len(teachers) < TEACHERS_LEAST)


@settings(max_examples=40)
@given(STORIES, FEEDBACK)
def test_neither_side_of_a_share_is_a_small_group(
    stories: list[ContractStory], feedback: list[ReportedFeedback]
) -> None:
    cells = cells_of(stories, feedback) or {}
    agreed = [s for s in stories if s.agreed]
    sides = {
        "agreed": ({s.student for s in agreed}, {s.student for s in stories if not s.agreed}),
        "kept": ({s.student for s in agreed if s.kept}, {s.student for s in agreed if not s.kept}),
        "renegotiated": (
            {s.student for s in agreed if s.renegotiated},
            {s.student for s in agreed if not s.renegotiated},
        ),
        "answered": (
            {s.student for s in agreed if s.answered},
            {s.student for s in agreed if s.answered < s.asked},
        ),
        "taken_up": ({f.student for f in feedback if f.taken_up}, {f.student for f in feedback if not f.taken_up}),
        "measurable": (
            {s.student for s in agreed if s.measurable},
            {s.student for s in agreed if s.measurable < s.targets},
        ),
    }
    for name, (yes, no) in sides.items():
        if few(yes) or few(no):
            assert name not in cells, name


@settings(max_examples=40)
@given(STORIES, FEEDBACK)
def test_what_is_left_out_is_not_to_be_found_by_taking_one_number_from_another(
    stories: list[ContractStory], feedback: list[ReportedFeedback]
) -> None:
    """The number of targets, or of check-ins, would say how many were not agreed."""
    cells = cells_of(stories, feedback) or {}
    if "agreed" not in cells:
        assert cells.keys() <= {"students", "teachers", "begun", "days", "feedback", "taken_up"}


@settings(max_examples=40)
@given(STORIES, FEEDBACK)
def test_who_it_was_is_of_no_account(stories: list[ContractStory], feedback: list[ReportedFeedback]) -> None:
    turned = {name: STUDENTS[-place - 1] for place, name in enumerate(STUDENTS)}
    others = [replace(s, student=turned[s.student]) for s in stories]
    given_to_others = [replace(f, student=turned[f.student]) for f in feedback]
    assert cells_of(others, given_to_others) == cells_of(stories, feedback)


@settings(max_examples=40)
@given(STORIES, FEEDBACK)
def test_every_cell_has_a_name_and_a_number(stories: list[ContractStory], feedback: list[ReportedFeedback]) -> None:
    cells = cells_of(stories, feedback) or {}
    assert set(cells) <= set(CELLS)
    assert all(0 <= cells[name] <= 100 for name in ("agreed", "kept", "answered", "taken_up") if name in cells)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_half_year_is_told_of_once_it_has_been_over_for_a_while(day: date) -> None:
    term = half_year(day)
    assert not is_over(term, day)
    assert is_over(term, day + timedelta(days=184 + 60))
    assert half_year(date.fromisoformat(f"{term}-01")) == term


# In a workspace.

AUTUMN = datetime(2027, 10, 4, 8, 0, tzinfo=UTC)


@pytest.fixture
def world(world: World) -> World:
    """Six students with agreed contracts since January, three teachers; it is October."""
    with world.uow() as uow:
        for number in range(4):
            uow.people.add(Person(WORKSPACE, f"U{number}", f"Pupil {number}"))
            uow.memberships.add(Membership(WORKSPACE, world.classroom.id, f"U{number}", Side.STUDENT, world.now))
        uow.memberships.add(Membership(WORKSPACE, world.classroom.id, "USTRANGER", Side.TEACHER, world.now))
        for user in ("USTUDENT", "UCLASSMATE", "U0", "U1", "U2", "U3"):
            begun = life.begin(WORKSPACE, world.classroom.id, user, world.now + timedelta(days=30))
            begun = uow.contracts.add(begun)
            sent = uow.contracts.save(life.submit(begun, terms(), user, world.now + timedelta(days=31)))
            agreed = life.approve(sent, sent.on_the_table.number, "UTEACHER", world.now + timedelta(days=33))
            uow.contracts.save(agreed)
            for teacher in ("UTEACHER", "UTEACHER2", "USTRANGER"):
                said = (WORKSPACE, world.classroom.id, teacher, user, "Clear", "", "")
                uow.feedback.add(Feedback(*said, world.now + timedelta(days=40)))
    world.now = AUTUMN
    return world


def asks(world: World) -> reporting.Report:
    return world.do(reporting.report, world.accord, "operator:test")


def test_teachers_see_it_a_week_before(world: World) -> None:
    first = asks(world)
    assert (first.terms, first.few) == ((), ())
    assert [term for term, _ in first.waits] == ["2027-02"]
    told = {d.reader for d in world.deliveries() if d.notice == "school-reported"}
    assert told == {"UTEACHER", "UTEACHER2", "USTRANGER"}
    world.later(days=6)
    assert asks(world).terms == ()
    world.later(days=1)
    ((term, cells),) = asks(world).terms
    assert term == "2027-02"
    assert (cells["students"], cells["begun"], cells["agreed"], cells["feedback"]) == (6, 6, 100, 18)
    assert (cells["kept"], cells["taken_up"]) == (0, 0)
    assert [d.notice for d in world.deliveries()].count("school-reported") == 3


def test_what_was_shown_is_what_is_handed_out(world: World) -> None:
    """Two reports of one half-year can not be compared, whoever is gone meanwhile."""
    asks(world)
    with world.uow() as uow:
        shown = brief_for(uow, SchoolReported("2027-02"), "UTEACHER").cells
        for one in uow.feedback.all()[:3]:
            uow.feedback.remove(one.id)
    world.later(days=8)
    ((_, cells),) = asks(world).terms
    assert cells == shown


def test_it_is_recorded_who_had_it(world: World) -> None:
    asks(world)
    world.later(days=8)
    asks(world)
    with world.uow() as uow:
        lines = [(line.what, line.by) for line in uow.disclosures.all()]
    assert lines == [
        (DisclosureKind.REPORT_SHOWN, "operator:test"),
        (DisclosureKind.REPORT_GIVEN, "operator:test"),
    ]


def test_of_too_few_nothing_is_said_to_anybody(world: World) -> None:
    with world.uow() as uow:
        place = uow.memberships.of(world.classroom.id, "USTRANGER")
        assert place is not None
        uow.memberships.remove(place.id)
    assert asks(world).few == ("2027-02",)
    assert not [d for d in world.deliveries() if d.notice == "school-reported"]


def test_nobody_in_slack_sets_it_off_and_no_student_reads_it(world: World) -> None:
    for actor in (world.teacher, world.admin):
        with pytest.raises(Refusal, match="not-for-people"):
            world.do(reporting.report, actor, "me")
    asks(world)
    with world.uow() as uow:
        for reader in (world.student, world.classmate, Actor(WORKSPACE, "U0"), world.admin):
            with pytest.raises(NotTheirs):
                brief_for(uow, SchoolReported("2027-02"), reader.user)
    world.render_all()

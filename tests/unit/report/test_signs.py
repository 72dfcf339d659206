"""How often the same sign is met: of nobody who could be told from it, in nobody's own words, no class by its name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.activities.report import readers
from bot.activities.report.messages import SchoolReport, SchoolReported, SchoolSigns
from bot.activities.report.signs import name_of
from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.classroom import Membership, Person
from bot.domain.disclosure import DisclosureKind
from bot.domain.look_back import Assessment, AssessmentState
from bot.domain.school_report import STUDENTS_LEAST, TEACHERS_LEAST
from bot.domain.school_signs import SchoolSign, kept_signs, shares_of, sign_cells
from bot.domain.standards import Standard
from bot.domain.terms import Criterion, ServedStandard
from bot.language.templates import templates_of
from bot.messages.briefs import brief_for
from tests.unit.report.test_readers import asks, said, told
from tests.unit.report.test_report import AUTUMN
from tests.world import WORKSPACE, World, terms

SIGN = templates_of("en")[0].criteria[0]
OWN = "My sister understands my poem"
STANDARD = ServedStandard("W.9.1", "Write arguments")
USERS = ("USTUDENT", "UCLASSMATE", "U0", "U1", "U2", "U3")
TEACHERS = ("UTEACHER", "UTEACHER2", "USTRANGER")

RATED = st.lists(
    st.builds(
        SchoolSign,
        same=st.just("x"),
        student=st.sampled_from([f"S{n}" for n in range(12)]),
        classroom=st.integers(1, 3),
        by=st.sampled_from([f"L{n}" for n in range(5)]),
        met=st.booleans(),
    ),
    max_size=60,
)


def may_be_told(rated: Sequence[SchoolSign]) -> bool:
    sides = [{one.student for one in rated if one.met is met} for met in (True, False)]
    few = any(0 < len(side) < STUDENTS_LEAST for side in sides)
    return not few and len(sides[0] | sides[1]) >= STUDENTS_LEAST and len({one.by for one in rated}) >= TEACHERS_LEAST


@settings(max_examples=150)
@given(RATED)
def test_only_groups_that_may_be_told_of_are(rated: list[SchoolSign]) -> None:
    rooms = {room: [one for one in rated if one.classroom == room] for room in (1, 2, 3)}
    own = {room for room, those in rooms.items() if may_be_told(those)}
    rest = [one for one in rated if one.classroom not in own]
    assert len(shares_of(rated)) == len(own) + may_be_told(rest)


@settings(max_examples=50)
@given(RATED)
def test_what_is_kept_is_read_back_and_the_highest_is_first(rated: list[SchoolSign]) -> None:
    shares = shares_of(rated)
    assert list(shares) == sorted(shares, reverse=True)
    assert kept_signs({"students": 6, **sign_cells(rated)}) == ({"x": shares} if shares else {})


def test_a_class_with_one_teacher_who_rates_is_told_of_with_others_alone() -> None:
    def of_class(room: int, by: str) -> list[SchoolSign]:
        return [SchoolSign("x", f"S{room}{n}", room, by, True) for n in range(6)]

    assert shares_of(of_class(1, "L1")) == ()
    assert shares_of([*of_class(1, "L1"), *of_class(2, "L2")]) == ()
    assert shares_of([*of_class(1, "L1"), *of_class(2, "L2"), *of_class(3, "L3")]) == (100,)


@pytest.fixture
def world(world: World) -> World:
    """Six students whose three teachers rated a shipped sign fully, and one of the student's own; it is October."""
    its = replace(terms().targets[0], standards=(STANDARD,))
    signed = replace(its, criteria=(Criterion(SIGN.upper(), Side.STUDENT), Criterion(OWN, Side.STUDENT)))
    with world.uow() as uow:
        uow.people.add(Person(WORKSPACE, "UHEAD", "Head"))
        for number in range(4):
            uow.people.add(Person(WORKSPACE, f"U{number}", f"Pupil {number}"))
            uow.memberships.add(Membership(WORKSPACE, world.classroom.id, f"U{number}", Side.STUDENT, world.now))
        uow.memberships.add(Membership(WORKSPACE, world.classroom.id, "USTRANGER", Side.TEACHER, world.now))
        at = world.now + timedelta(days=30)
        for place, user in enumerate(USERS):
            begun = uow.contracts.add(life.begin(WORKSPACE, world.classroom.id, user, at))
            sent = uow.contracts.save(life.submit(begun, replace(terms(), targets=(signed,)), user, at))
            agreed = uow.contracts.save(life.approve(sent, sent.on_the_table.number, "UTEACHER", at))
            ends = uow.contracts.save(life.come_to_an_end(agreed, at + timedelta(days=60)))
            uow.contracts.save(life.complete(ends, user, at + timedelta(days=61)))
            rated = Assessment(WORKSPACE, begun.id, "teacher", TEACHERS[place % 3], (4, 4), "", at)
            uow.assessments.add(replace(rated, state=AssessmentState.OPEN))
    world.now = AUTUMN
    world.do(readers.name_reader, world.admin, "UADMIN", None)
    return world


def given_out(world: World) -> None:
    asks(world, world.admin)
    world.later(days=8)
    asks(world, world.admin)


def test_the_reader_has_it_after_the_teachers_and_in_nobodys_own_words(world: World) -> None:
    asks(world, world.admin)
    with world.uow() as uow:
        first = brief_for(uow, SchoolReported("2027-02"), "UTEACHER").signs
    assert first == (("2027-02", ((SIGN, (100,)),)),)
    assert told(world, "school-signs") == []
    world.later(days=8)
    asks(world, world.admin)
    assert told(world, "school-signs") == ["UADMIN"]
    assert SIGN in str(said(world, SchoolReport("UADMIN", "")).blocks)
    file = said(world, SchoolSigns("UADMIN")).file
    assert file is not None
    assert file.content().decode("utf-8-sig").splitlines() == [
        "half_year,sign,group,met_percent",
        f"2027-02,{SIGN},1,100",
    ]
    world.render_all()


def test_what_somebody_wrote_is_neither_said_nor_kept(world: World) -> None:
    given_out(world)
    with world.uow() as uow:
        kept = [line.detail for line in uow.disclosures.of_kind(DisclosureKind.REPORT_SHOWN)]
    assert f"sign:{name_of(SIGN)}:1" in kept[0]
    assert name_of(OWN) not in str(kept)
    assert SIGN.upper() not in str(kept)
    assert OWN not in str(said(world, SchoolReport("UADMIN", "")).blocks)


def test_a_standard_is_said_while_a_class_has_it(world: World) -> None:
    given_out(world)
    assert "Write arguments" not in str(said(world, SchoolReport("UADMIN", "")).blocks)
    with world.uow() as uow:
        uow.standards.add(Standard(WORKSPACE, world.classroom.id, STANDARD.code, STANDARD.statement))
    assert "W.9.1: Write arguments" in str(said(world, SchoolReport("UADMIN", "")).blocks)

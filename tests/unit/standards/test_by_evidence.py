"""A student's own standards: which work shows which, what is next, and who sees it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.journey import use_cases as journey
from bot.activities.journey.messages import journey_view
from bot.activities.standards import by_evidence
from bot.activities.standards import use_cases as standards
from bot.activities.standards.evidence_messages import shows_form, table_view
from bot.domain.actor import Refusal
from bot.domain.evidence import Piece, PieceState, taken_back
from bot.domain.standards import own_standards
from bot.domain.terms import ServedStandard
from handlers import standards as handling
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.handling import KeptViews, context_of
from tests.unit.home.pages import buttons as buttons_of
from tests.unit.reviewing.test_presses import submission
from tests.unit.standards.test_standards import TYPED
from tests.world import WORKSPACE, World

NAMES, VARY = ServedStandard("RL.6.1", "Name evidence"), ServedStandard("W.6.2", "Vary how sentences begin: three ways")
EACH = st.sampled_from([ServedStandard(code, code) for code in "ABCDE"])


@pytest.fixture
def world(world: World) -> World:
    """A class with two standards; Ana has shown two texts for a contract that names none."""
    agreed = world.agree()
    world.do(standards.add, world.teacher, world.classroom.id, TYPED, ())
    with world.uow() as uow:
        for number in (1, 2):
            shown = (WORKSPACE, agreed.id, "USTUDENT", 0, f"1.{number}", "", f"page {number}", "", world.now)
            uow.pieces.add(Piece(*shown, PieceState.KEPT, shown_at=world.now, words="Words"))
    return world


def buttons(view: dict[str, Any]) -> list[str]:
    return [action for action, _ in buttons_of(view["blocks"])]


def shown(world: World, reader: str = "USTUDENT") -> list[tuple[str, tuple[str, ...]]]:
    actor = world.student if reader == "USTUDENT" else world.teacher
    (one,) = world.do(by_evidence.open_table, actor, "USTUDENT").classes
    return [(row.standard.code, row.work) for row in one.own.shown]


def test_a_student_says_what_a_piece_shows_and_says_otherwise(world: World) -> None:
    room = world.classroom.id
    world.do(by_evidence.shows, world.student, room, "1", (1, 2))
    world.do(by_evidence.shows, world.student, room, "2", (1,))
    assert shown(world) == [("RL.6.1", ("page 2", "page 1")), ("W.6.2", ("page 1",))]
    assert shown(world, "UTEACHER") == shown(world)
    world.do(by_evidence.shows, world.student, room, "1", ())
    assert shown(world) == [("RL.6.1", ("page 2",))]


def test_what_a_target_names_and_no_work_shows_is_next_and_the_rest_are_others(world: World) -> None:
    found = own_standards([NAMES, VARY], [(NAMES, "I vary my openings", True)], [])
    assert [(one.standard, one.targets) for one in found.next] == [(NAMES, ("I vary my openings",))]
    assert found.others == (VARY,)


def test_work_that_is_taken_back_shows_nothing(world: World) -> None:
    world.do(by_evidence.shows, world.student, world.classroom.id, "1", (1,))
    with world.uow() as uow:
        piece = uow.pieces.get(1)
        assert piece is not None
        gone = taken_back(piece)
        uow.pieces.save(gone)
    assert gone.standards == ""
    assert shown(world) == []


@pytest.mark.parametrize(
    ("piece", "chosen", "field"), [("9", (1,), "piece"), ("", (1,), "piece"), ("1", (7,), "standards.shown")]
)
def test_what_is_none_of_theirs_is_said_under_its_field(
    world: World, piece: str, chosen: tuple[int, ...], field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        world.do(by_evidence.shows, world.student, world.classroom.id, piece, chosen)
    assert refused.value.field == field


def test_a_standard_of_another_class_is_none(world: World) -> None:
    with world.uow() as uow:
        other = uow.classrooms.add(replace(world.classroom, id=0, channel="C8", name="History 9"))
        standard = next(iter(uow.standards.of(world.classroom.id)))
        there = uow.standards.add(replace(standard, id=0, classroom=other.id))
    with pytest.raises(Refusal):
        world.do(by_evidence.shows, world.student, world.classroom.id, "1", (there.id,))


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_stands_in_my_journey_and_the_student_alone_can_choose(world: World, language: str) -> None:
    words = words_for(language)
    assert "standards.mine" in buttons(journey_view(words, world.do(journey.open_mine, world.student)))
    mine = table_view(words, world.do(by_evidence.open_table, world.student, "USTUDENT"))
    theirs = table_view(words, world.do(by_evidence.open_table, world.teacher, "USTUDENT"))
    assert "standards.open_shows" in buttons(mine)
    assert "standards.open_shows" not in buttons(theirs)
    form = shows_form(words, world.do(by_evidence.open_shows, world.student, world.classroom.id))
    for view in (mine, theirs, form):
        assert check_view(view) == []


async def test_the_table_below_the_form_is_shown_as_it_stands_then(world: World) -> None:
    views = KeptViews()
    values = {"piece": "1", "standards.shown": ["2"]}
    sent = submission(world.student, "standards.shows", str(world.classroom.id), values)
    await handling.shows(replace(sent, below="V1"), context_of(world, views))
    assert "page 1" in str(views.opened)


@given(
    st.lists(EACH, max_size=5, unique=True),
    st.lists(st.tuples(EACH, st.just("a target"), st.booleans()), max_size=6),
    st.lists(st.tuples(st.sampled_from(["one", "two"]), st.lists(EACH, max_size=3, unique=True)), max_size=4),
)
def test_each_standard_stands_in_one_place(
    standing: list[ServedStandard],
    named: list[tuple[ServedStandard, str, bool]],
    work: list[tuple[str, list[ServedStandard]]],
) -> None:
    found = own_standards(standing, named, work)
    places = [one.standard for one in (*found.shown, *found.next)] + list(found.others)
    assert len(places) == len(set(places))
    assert set(places) == {*standing, *(one for one, _, _ in named), *(one for _, shows in work for one in shows)}
    assert {one.standard for one in found.shown} == {one for _, shows in work for one in shows}

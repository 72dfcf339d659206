"""A suggested grade: what it is worked out from, who sees it, and that nobody has one unasked."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.looking_back import grading, parts
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.looking_back.forms import look_back_form
from bot.activities.looking_back.grading_messages import FORM, OPEN, grading_form
from bot.activities.looking_back.messages import LookedBack
from bot.domain.actor import Actor, Refusal
from bot.domain.grading import SELF_PARTS, GradeSuggestion, on_scale, suggested
from bot.domain.look_back import RATINGS, Reflection
from bot.messages.briefs import brief_for, render
from bot.messages.registry import Reader
from handlers import looking_back as handlers
from handlers.inbound import Press, Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.handling import KeptViews, context_of
from tests.unit.looking_back.scenes import End
from tests.world import World

RATED = st.sampled_from(RATINGS)
PAIRS = st.lists(st.tuples(RATED, RATED), min_size=1, max_size=12)
PART = st.sampled_from(SELF_PARTS)


def of(pairs: list[tuple[int, int]], part: int, weights: tuple[int, ...] = ()) -> GradeSuggestion:
    found = suggested([a for a, _ in pairs], [b for _, b in pairs], part, weights)
    assert found is not None
    return found


@given(PAIRS, PART)
def test_it_lies_between_what_the_two_say(pairs: list[tuple[int, int]], part: int) -> None:
    found = of(pairs, part)
    low, high = sorted((found.students, found.teachers))
    assert 0 <= low <= found.percent <= high <= 100


@given(PAIRS, PART, st.data())
def test_a_better_rating_never_lowers_it(pairs: list[tuple[int, int]], part: int, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(pairs) - 1))
    mine, theirs = pairs[place]
    better = [*pairs[:place], (mine, min(theirs + 1, max(RATINGS))), *pairs[place + 1 :]]
    assert of(better, part).percent >= of(pairs, part).percent


@given(PAIRS)
def test_without_a_part_the_students_ratings_count_for_nothing(pairs: list[tuple[int, int]]) -> None:
    assert of(pairs, 0).percent == of([(4, b) for _, b in pairs], 0).percent == of(pairs, 0).teachers


@given(PAIRS, PART, st.integers(2, 9))
def test_weights_count_by_their_ratio(pairs: list[tuple[int, int]], part: int, times: int) -> None:
    weights = tuple(range(1, len(pairs) + 1))
    assert of(pairs, part, weights) == of(pairs, part, tuple(w * times for w in weights))
    assert of(pairs, part) == of(pairs, part, (times,) * len(pairs))


def test_an_example_by_hand() -> None:
    """Student: 3 and 4 of 4, so 2/3 and 1; teacher: 2 and 4, so 1/3 and 1. A quarter of 5/6 and three of 2/3."""
    assert suggested((3, 4), (2, 4), 25) == GradeSuggestion(71, 83, 67, 25)


def test_other_signs_on_both_sides_are_nothing_to_go_by() -> None:
    assert suggested((3,), (2, 4), 25) is None
    assert suggested((), (), 25) is None
    assert suggested((3,), (3,), 25, (0,)) is None


@given(st.integers(0, 100), st.integers(2, 15))
def test_a_scale_has_its_ends(percent: int, many: int) -> None:
    names = [str(n) for n in range(many)]
    assert (on_scale(0, names), on_scale(100, names)) == (names[0], names[-1])
    assert on_scale(percent, names) in names


def wants(world: World, part: str) -> None:
    world.do(grading.choose, world.teacher, world.classroom.id, part)


def both(world: World, end: End, ratings: tuple[int, int] = (3, 4)) -> None:
    world.do(parts.rate, world.student, end.id, dict(enumerate(ratings)), {})
    world.do(parts.send, world.student, end.id, Reflection("Reading aloud"))
    end.assess(world.teacher, {0: 2, 1: 4})


def seen(world: World, end: End, reader: Actor) -> Any:
    with world.uow() as uow:
        brief = brief_for(uow, LookedBack(end.id), reader.user)
    shown = render(LookedBack(end.id), brief, Reader(reader.user, words_for("en-GB"), "UTC", world.now))
    return brief.suggestion, json.dumps(shown.blocks)


def test_at_first_no_class_has_one(world: World) -> None:
    end = End(world)
    both(world, end)
    assert seen(world, end, world.teacher)[0] is None


def test_where_it_is_wanted_teachers_see_it_and_the_student_does_not(world: World) -> None:
    wants(world, "25")
    end = End(world)
    both(world, end)
    for teacher in (world.teacher, world.teacher2):
        found, shown = seen(world, end, teacher)
        assert found == GradeSuggestion(71, 83, 67, 25)
        assert "71%" in shown
    found, shown = seen(world, end, world.student)
    assert (found, "%" in shown and "71%" in shown) == (None, False)


def test_on_the_scale_of_the_class(world: World) -> None:
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, grades="A to F", self_part=0))
    end = End(world)
    both(world, end)
    with world.uow() as uow:
        brief = brief_for(uow, LookedBack(end.id), world.teacher.user)
    assert on_scale(brief.suggestion.percent, brief.scale) == "B"


def test_who_rated_before_it_was_wanted_has_none(world: World) -> None:
    """The form had said that it gives no points."""
    end = End(world)
    world.do(parts.rate, world.student, end.id, {0: 3, 1: 4}, {})
    wants(world, "25")
    world.do(parts.send, world.student, end.id, Reflection("Reading aloud"))
    end.assess(world.teacher, {0: 2, 1: 4})
    assert seen(world, end, world.teacher)[0] is None


def test_what_the_student_was_told_counts(world: World) -> None:
    wants(world, "25")
    end = End(world)
    both(world, end)
    wants(world, "50")
    found, _ = seen(world, end, world.teacher)
    assert found is not None
    assert found.self_part == 25
    wants(world, "none")
    assert seen(world, end, world.teacher)[0] is None


@pytest.mark.parametrize("part", ["none", "0", "25"])
def test_a_student_reads_of_it_before_rating(world: World, part: str) -> None:
    wants(world, part)
    end, words = End(world), words_for("en-GB")
    form = world.do(looking_back.open_form, world.student, end.id)
    shown = json.dumps(look_back_form(words, form))
    assert ("suggest" in shown) is (part != "none")
    assert ("no points" in shown) is (part == "none")


def test_what_no_form_offers_is_an_old_button(world: World) -> None:
    for part in ("", "100", "-1", "x", "25.0"):
        with pytest.raises(Refusal, match="old-button"):
            wants(world, part)


async def test_the_form_that_opens_is_one_that_comes_back(world: World) -> None:
    views = KeptViews()
    context = context_of(world, views)
    press = Press(world.teacher, OPEN, str(world.classroom.id), "t1", "press:1", "D1", "1.1")
    await handlers.open_grading(press, context)
    (view,) = views.opened
    assert check_view(view) == []
    sent = Submission(world.teacher, FORM, {"part": "10"}, view["private_metadata"], "t1", "v1")
    await handlers.choose_grading(sent, context)
    form = world.do(grading.open_form, world.teacher2, world.classroom.id)
    assert form.self_part == 10
    again = grading_form(words_for("es-ES"), form)
    assert again["blocks"][1]["element"]["initial_option"]["value"] == "10"

"""How many signs of success are met: where the class wants it, of whoever read beforehand that they are counted."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.home import student_page
from bot.activities.home.student_messages import student_view
from bot.activities.looking_back import grading, parts
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.looking_back.forms import look_back_form
from bot.activities.looking_back.grading_messages import FORM, grading_form
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Refusal
from bot.domain.grading import SignsMet, signs_met
from bot.domain.look_back import RATINGS, Reflection
from handlers import looking_back as handlers
from handlers.inbound import Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.export.test_export import rows
from tests.unit.handling import context_of
from tests.unit.looking_back.scenes import End
from tests.unit.set_up.test_set_up import CHOICES
from tests.world import World

RATED = st.lists(st.tuples(st.sampled_from(RATINGS), st.sampled_from(RATINGS)), min_size=1, max_size=8)


@given(st.lists(RATED, max_size=4))
def test_no_more_are_met_than_there_are(contracts: list[list[tuple[int, int]]]) -> None:
    found = signs_met([([a for a, _ in one], [b for _, b in one]) for one in contracts])
    assert found.contracts == len(contracts)
    assert found.signs == sum(map(len, contracts))
    assert 0 <= min(found.by_student, found.by_teacher) <= max(found.by_student, found.by_teacher) <= found.signs


def test_only_fully_counts() -> None:
    assert signs_met([((4, 3, 1), (3, 3, 4)), ((4,), (4,))]) == SignsMet(2, 4, 2, 2)


def wants(world: World, signs: str = "counted") -> None:
    world.do(grading.choose, world.teacher, world.classroom.id, "none", signs)


def both(world: World) -> None:
    end = End(world)
    world.do(parts.rate, world.student, end.id, {0: 3, 1: 4}, {})
    world.do(parts.send, world.student, end.id, Reflection("Reading aloud"))
    end.assess(world.teacher, {0: 4, 1: 4})


def met(world: World) -> tuple[tuple[str, SignsMet], ...]:
    return world.do(student_page.open_page, world.teacher, "USTUDENT", 0).met


def sheet(world: World) -> list[dict[str, Any]]:
    return rows(world)["signs_met"]


def test_at_first_no_class_has_it(world: World) -> None:
    both(world)
    assert (met(world), sheet(world)) == ((), [])


@pytest.mark.parametrize("lang", ["en-GB", "es-ES"])
def test_where_it_is_wanted_it_stands_on_the_page_and_in_the_export(world: World, lang: str) -> None:
    wants(world)
    both(world)
    assert met(world) == (("English 11", SignsMet(1, 2, 1, 2)),)
    page = world.do(student_page.open_page, world.teacher, "USTUDENT", 0)
    view = student_view(words_for(lang), page)
    assert check_view(view) == []
    assert "Fully" in json.dumps(view) or "Del todo" in json.dumps(view)
    (row,) = sheet(world)
    assert row == {"student": "Ana", "contracts": "1", "signs": "2", "met_by_student": "1", "met_by_teacher": "2"}


def test_who_rated_before_it_was_wanted_is_not_counted(world: World) -> None:
    end = End(world)
    world.do(parts.rate, world.student, end.id, {0: 3, 1: 4}, {})
    wants(world)
    world.do(parts.send, world.student, end.id, Reflection("Reading aloud"))
    end.assess(world.teacher, {0: 4, 1: 4})
    assert (met(world), sheet(world)) == ((), [])


def test_before_both_have_looked_back_nothing_is_counted(world: World) -> None:
    wants(world)
    end = End(world)
    world.do(parts.rate, world.student, end.id, {0: 3, 1: 4}, {})
    world.do(parts.send, world.student, end.id, Reflection("Reading aloud"))
    assert met(world) == ()


def test_it_goes_with_the_setting_and_stays_with_the_set_up(world: World) -> None:
    wants(world)
    both(world)
    world.do(set_up.set_up, world.teacher, replace(CHOICES, channel="C1", co_teachers=("UTEACHER2",)))
    world.do(grading.choose, world.teacher, world.classroom.id, "25")  # a form from before it asked about signs
    assert met(world)
    wants(world, "uncounted")
    assert (met(world), sheet(world)) == ((), [])


@pytest.mark.parametrize("part", ["none", "0", "25"])
def test_a_student_reads_of_it_before_rating(world: World, part: str) -> None:
    world.do(grading.choose, world.teacher, world.classroom.id, part, "counted")
    end, words = End(world), words_for("en-GB")
    shown = json.dumps(look_back_form(words, world.do(looking_back.open_form, world.student, end.id)))
    assert words("signs-met-told").split("“")[0] in shown
    assert "no points" not in shown
    teachers = json.dumps(look_back_form(words, world.do(looking_back.open_form, world.teacher, end.id)))
    assert words("signs-met-told").split("“")[0] not in teachers


async def test_the_form_is_one_that_comes_back(world: World) -> None:
    form = world.do(grading.open_form, world.teacher, world.classroom.id)
    view = grading_form(words_for(), form)
    assert check_view(view) == []
    values = {"part": "none", "signs": "counted"}
    sent = Submission(world.teacher, FORM, values, view["private_metadata"], "t1", "v1")
    await handlers.choose_grading(sent, context_of(world))
    again = world.do(grading.open_form, world.teacher2, world.classroom.id)
    assert (again.self_part, again.counts_signs) == (None, True)


def test_what_no_form_offers_is_an_old_button(world: World) -> None:
    with pytest.raises(Refusal, match="old-button"):
        wants(world, "ranked")

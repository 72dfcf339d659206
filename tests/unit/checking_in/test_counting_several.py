"""Several targets in one message: the unit stands after the number, or before it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.checking_in import taking_back
from bot.language.counts import example, values_in
from tests.unit.checking_in.answers import say
from tests.unit.checking_in.steps import asked, posts, rendered, replies
from tests.world import World, terms

MISTAKES = replace(terms().targets[0], unit="comma mistakes per page", baseline=Decimal(15), goal=Decimal(5))
BOOKS = replace(terms().targets[0], statement="Read", unit="books", baseline=Decimal(0), goal=Decimal(6))
BOTH = (MISTAKES, BOOKS)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("books: 3, mistakes: 9", {0: 9, 1: 3}),
        ("Books: 3\nComma mistakes: 9", {0: 9, 1: 3}),
        ("comma mistakes per page: 9; books = 3", {0: 9, 1: 3}),
        ("books 3 and mistakes 9", {0: 9, 1: 3}),
        ("books: 3 and 9 mistakes", {0: 9, 1: 3}),
        ("12 mistakes and 2 books", {0: 12, 1: 2}),
        ("my mistakes: nine", {0: 9}),
        ("books: 3", {1: 3}),
        ("mistakes: 7,5", {0: Decimal("7.5")}),
        ("books: 3 or 4, mistakes: 9", {0: 9}),
        ("books: 2 more, mistakes: 9", {0: 9}),
        ("books: 3, books: 4", {}),
        ("books: 3 mistakes", {0: 3}),
        ("pens: 3, paper: 9", {}),
        ("3, 9", {}),
    ],
)
def test_the_unit_may_stand_before_its_number(text: str, values: dict[int, int]) -> None:
    assert values_in(text, BOTH) == values


def test_the_question_shows_how_to_write_it(world: World) -> None:
    check_in = asked(world, world.agree(targets=BOTH))
    shown = "10 comma mistakes per page, 3 books"
    assert example(BOTH) == shown
    assert shown in rendered(world)["check-in-due"][0]
    say(world, check_in, "3 or 9")
    assert shown in rendered(world)["which-number"][0]
    say(world, check_in, shown, "1.2")
    assert {t: r.value for t, r in replies(world, check_in).items()} == {0: 10, 1: 3}


def test_one_target_needs_no_example_and_equal_units_have_none() -> None:
    assert example((MISTAKES,)) == ""
    assert example((MISTAKES, MISTAKES)) == ""


def test_an_edited_message_is_read_in_the_same_way(world: World) -> None:
    check_in = asked(world, world.agree(targets=BOTH))
    say(world, check_in, "12 mistakes and 2 books")
    assert world.do(taking_back.correct, world.student, "books: 3, mistakes: 9", "1.1")
    assert {t: r.value for t, r in replies(world, check_in).items()} == {0: 9, 1: 3}
    assert world.do(taking_back.correct, world.student, "mistakes: 8", "1.1")
    assert {t: r.value for t, r in replies(world, check_in).items()} == {0: 8, 1: None}
    assert posts(world, "USTUDENT")[-1] == "reply-noted"


@given(st.text(alphabet=st.sampled_from("books mistake:=,;and 0123456789\n"), max_size=60))
def test_whatever_is_typed_gives_numbers_for_these_targets_or_none(text: str) -> None:
    assert set(values_in(text, BOTH)) <= {0, 1}

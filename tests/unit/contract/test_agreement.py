"""A sentence and its numbers say the same, in every version that a form makes."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actor import Refusal, Side
from bot.domain.terms import Target, Terms
from bot.language.agreement import Figures, check_agrees, told
from tests.unit.contract.forms import read
from tests.unit.contract.samples import TERMS

SENTENCE = "Start 8 of 10 sentences in another way by 12 March"


def target(statement: str = SENTENCE, **changed: object) -> Target:
    fields: dict[str, object] = {
        "statement": statement,
        "baseline": Decimal(2),
        "goal": Decimal(8),
        "unit": "sentences out of 10",
        "due_on": date(2027, 3, 12),
    }
    return replace(TERMS.targets[0], **{**fields, **changed})  # type: ignore[arg-type]


def with_target(one: Target) -> Terms:
    return replace(TERMS, targets=(one,), ends_on=date(2027, 6, 25))


def changed(one: Target, **fields: str) -> Target:
    """The target after a form in which these fields were typed over."""
    after = read(before=with_target(one), typed={f"t0_{name}": text for name, text in fields.items()})
    return after.targets[0]


def refused(one: Target, **fields: str) -> tuple[str, str | None]:
    with pytest.raises(Refusal) as refusal:
        changed(one, **fields)
    return refusal.value.key, refusal.value.field


@pytest.mark.parametrize(
    ("sentence", "old", "typed", "expected"),
    [
        (SENTENCE, {}, {"goal": "9"}, "Start 9 of 10 sentences in another way by 12 March"),
        ("Start eight of ten sentences well", {}, {"goal": "9"}, "Start 9 of ten sentences well"),
        (SENTENCE, {}, {"due_on": "20 March"}, "Start 8 of 10 sentences in another way by 20 March"),
        (
            "Go from 2 to 8 of 10 sentences in my next 4 essays",
            {},
            {"baseline": "3", "goal": "7"},
            "Go from 3 to 7 of 10 sentences in my next 4 essays",
        ),
        (
            "Start 8 of 10 sentences well by March 12, 2027",
            {},
            {"due_on": "1 April"},
            "Start 8 of 10 sentences well by April 1, 2027",
        ),
        ("Read 8 books in two weeks", {"unit": "books"}, {"due_on": "1 April"}, "Read 8 books by 1 April"),
        (
            "Vary sentence openings in my next three essays",
            {},
            {"goal": "9"},
            "Vary sentence openings in my next three essays",
        ),
        (
            "Make my next 8 essays easier to read",
            {"unit": "readers"},
            {"goal": "9"},
            "Make my next 8 essays easier to read",
        ),
    ],
)
def test_the_sentence_follows_what_was_changed(
    sentence: str, old: Mapping[str, object], typed: Mapping[str, str], expected: str
) -> None:
    after = changed(target(sentence, **old), **typed)
    assert after.statement == expected
    check_agrees(after)


def test_numbers_that_nobody_touched_follow_the_sentence() -> None:
    after = changed(target(), statement="Go from 3 to 9 of 10 sentences by 20 March")
    assert (after.baseline, after.goal) == (Decimal(3), Decimal(9))
    assert after.due_on == date(2027, 3, 20)


def test_what_contradicts_each_other_is_refused_under_its_field() -> None:
    other = "Start 9 of 10 sentences in another way by 12 March"
    assert refused(target(), statement=other, goal="7") == ("sentence-says-another-number", "t0_goal")
    assert refused(target(), statement=SENTENCE.replace("12", "14"), due_on="20 March") == (
        "sentence-says-another-day",
        "t0_due_on",
    )


def test_where_the_place_is_not_certain_it_is_refused() -> None:
    """A time has no digits of its own for a number of minutes."""
    one = target("Run a mile in 7:30", unit="minutes", baseline=Decimal(9), goal=Decimal("7.5"))
    assert refused(one, goal="7") == ("sentence-says-another-number", "t0_goal")


@pytest.mark.parametrize(
    "one",
    [
        target("Vary sentence openings in my next four essays", goal=Decimal(3)),
        target("Run 5k without a break", unit="minutes"),
        target("Explain what happened in 1914 to my group", unit="reasons"),
        target("Give 8 reasons in the test on 14 May", unit="reasons"),
        target("Start 8 of 10 sentences well by next Friday"),
        target("Read two chapters before the trials", unit="pages"),
    ],
)
def test_a_sentence_that_does_not_state_it_blocks_nothing(one: Target) -> None:
    check_agrees(one)


def test_an_older_contradiction_is_met_when_something_else_is_changed() -> None:
    old = target(goal=Decimal(9))
    assert refused(old, strategies="Read it twice") == ("sentence-says-another-number", "t0_goal")
    assert changed(old, strategies="Read it twice", statement=SENTENCE.replace("8", "9")).goal == 9
    assert read(before=with_target(old)) == with_target(old)


numbers = st.integers(1, 40)
months = {1: "January", 2: "February", 3: "March", 4: "April", 5: "May"}
days = st.dates(date(2027, 1, 13), date(2027, 5, 30))


def spelled(day: date) -> str:
    return f"{day.day} {months[day.month]}"


@given(
    st.fixed_dictionaries(
        {},
        optional={"goal": numbers, "baseline": numbers, "due_on": days, "sentence": st.tuples(numbers, numbers, days)},
    ),
    st.sampled_from(sorted(Side)),
)
def test_whatever_is_typed_they_say_the_same(typed: dict[str, object], side: Side) -> None:
    frame = "Go from {} to {} pages, in my next 6 essays, by {}"
    before = target(frame.format(2, 8, "12 March"), unit="pages")
    texts = {f"t0_{n}": spelled(v) if isinstance(v, date) else str(v) for n, v in typed.items() if n != "sentence"}
    if isinstance(said := typed.get("sentence"), tuple):
        texts["t0_statement"] = frame.format(said[0], said[1], spelled(said[2]))
    try:
        after = read(side, with_target(before), typed=texts).targets[0]
    except Refusal:
        return
    says = re.fullmatch(r"Go from (\d+) to (\d+) pages, in my next 6 essays, by (.+)", after.statement)
    assert says is not None
    assert (Decimal(says[1]), Decimal(says[2]), says[3]) == (after.baseline, after.goal, spelled(after.due_on))


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (SENTENCE, {"goal", "due_on"}),
        ("Start 8 of 10 sentences in another way (now 2), by 12 March", {"baseline", "goal", "due_on"}),
        ("Start 8 of 10 sentences in another way (now 3), by 13 March", {"goal"}),
        ("Start 8 sentences in another way by 12 March", {"due_on"}),
        ("Start 8 of 10 sentences a week in another way", set()),
        ("Start better by 3/12", set()),
        ("Start better", set()),
    ],
)
def test_what_a_sentence_says_of_its_numbers(sentence: str, said: set[str]) -> None:
    one = target()
    assert told(sentence, Figures(one.baseline, one.goal, one.unit, one.due_on)) == said

"""When drift is seen: by three numbers below the line that do not catch up, by little practice, or by silence."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.drift import FROM, Drift, DriftKind, EndedCheckIn, Line, SaidOfTarget, drift_of
from bot.domain.terms import Target
from tests.world import START, terms

TARGET = replace(terms().targets[0], baseline=Decimal(0), goal=Decimal(100))
WEEK = timedelta(days=7)
WEEKS = 10
LINE = Line(TARGET, START, START + WEEKS * WEEK)

values = st.one_of(st.none(), st.integers(-20, 120))
practice = st.one_of(st.none(), st.integers(0, 3))
answers = st.builds(
    lambda value, practised: SaidOfTarget(None if value is None else Decimal(value), practised, 2), values, practice
)
weeks = st.lists(st.tuples(answers, st.sampled_from([None, 1, 2, 3, 4, 5]), st.booleans()), max_size=WEEKS).map(
    lambda told: [
        EndedCheckIn(n, START + n * WEEK, {} if missed else {0: said}, None if missed else sure, missed=missed)
        for n, (said, sure, missed) in enumerate(told, 1)
    ]
)


def numbers(
    *said: int | None, practised: Sequence[int | None] = (), sure: Sequence[int | None] = ()
) -> list[EndedCheckIn]:
    """A check-in a week; None where it was missed."""
    return [
        EndedCheckIn(
            n,
            START + n * WEEK,
            {} if value is None else {0: SaidOfTarget(Decimal(value), _at(practised, n), 2)},
            _at(sure, n),
            missed=value is None,
        )
        for n, value in enumerate(said, 1)
    ]


def _at(told: Sequence[int | None], number: int) -> int | None:
    return told[number - 1] if number <= len(told) else None


def seen(ended: list[EndedCheckIn], line: Line = LINE) -> tuple[DriftKind, int] | None:
    found = drift_of([line], ended)
    return (found.what, found.since) if found else None


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ([0, 0, 0], None),
        ([0, 0, 0, 0], (DriftKind.NOT_CATCHING_UP, 4)),
        ([0, 0, 0, 0, 0, 0], (DriftKind.NOT_CATCHING_UP, 4)),
        ([10, 20, 30, 40, 50], None),
        ([10, 20, 30, 40, 0], None),  # one bad week
        ([10, 20, 0, 40, 50, 60], None),
        ([10, 20, 30, 30, 30, 30, 30], (DriftKind.NOT_CATCHING_UP, 6)),
        ([0, 0, 10, 25, 40, 55], None),  # a late start that catches up
        ([0, 0, 0, 0, 30, 50, 65], None),  # the trend is back
        ([0, 0, 0, 0, 30, 50, 50, 50, 50], (DriftKind.NOT_CATCHING_UP, 8)),
        ([None], None),
        ([None, None], (DriftKind.SILENT, 2)),
        ([None, None, None], (DriftKind.SILENT, 2)),
        ([10, None, None, 40], None),
        ([10, None, 30, None, None], (DriftKind.SILENT, 5)),
    ],
)
def test_what_is_seen_and_since_when(said: list[int | None], what: tuple[DriftKind, int] | None) -> None:
    assert seen(numbers(*said)) == what


def test_little_practice_is_seen_sooner_than_numbers_alone() -> None:
    slow = [5, 12, 20, 28]
    assert seen(numbers(*slow)) is None
    assert seen(numbers(*slow, practised=[2, 2, 2, 2])) is None
    assert seen(numbers(*slow, practised=[0, 1, 0, 0])) == (DriftKind.LITTLE_PRACTICE, 4)


def test_practice_alone_says_nothing_where_the_numbers_are_at_the_line() -> None:
    assert seen(numbers(10, 20, 30, 40, 50, practised=[0, 0, 0, 0, 0])) is None


def test_who_has_begun_late_is_waited_for() -> None:
    late = [0, 0, 0, 6]
    assert seen(numbers(*late, practised=[0, 0, 0, 0])) == (DriftKind.LITTLE_PRACTICE, 4)
    assert seen(numbers(*late, practised=[0, 0, 0, 2])) is None


def test_two_falls_of_confidence_are_seen_with_numbers_that_lag() -> None:
    lags = [5, 12, 18, 22, 26]
    assert seen(numbers(*lags, sure=[4, 4, 4, 4, 4])) == (DriftKind.NOT_CATCHING_UP, 5)
    assert seen(numbers(*lags, sure=[4, 4, 4, 3, 2])) == (DriftKind.LESS_SURE, 5)
    assert seen(numbers(10, 20, 30, 40, 50, sure=[5, 4, 3, 2, 1])) is None


@given(weeks)
def test_nothing_is_seen_by_one_number(ended: list[EndedCheckIn]) -> None:
    told = sum(0 in one.said and one.said[0].value is not None for one in ended)
    found = drift_of([LINE], ended)
    if found is not None and found.what is not DriftKind.SILENT:
        assert told >= 3
        assert found.since >= FROM


@given(weeks, st.integers(0, WEEKS), st.booleans())
def test_a_week_that_was_left_out_changes_nothing(ended: list[EndedCheckIn], place: int, with_words: bool) -> None:
    """Whatever comes after it comes a week later; whatever was said in it says nothing."""
    assume(place <= len(ended))
    aside = EndedCheckIn(
        99, START + (place + 1) * WEEK, {0: SaidOfTarget(Decimal(0), 0)} if with_words else {}, left_out=True
    )
    later = [replace(one, at=one.at + WEEK) for one in ended[place:]]
    assert drift_of([LINE], [*ended[:place], aside, *later]) == drift_of([LINE], ended)


@given(weeks)
def test_a_target_that_goes_down_is_as_good_as_one_that_goes_up(ended: list[EndedCheckIn]) -> None:
    down = replace(TARGET, baseline=Decimal(100), goal=Decimal(0))
    mirrored = [replace(one, said={i: _mirrored(said) for i, said in one.said.items()}) for one in ended]
    assert drift_of([replace(LINE, target=down)], mirrored) == drift_of([LINE], ended)


def _mirrored(said: SaidOfTarget) -> SaidOfTarget:
    return said if said.value is None else replace(said, value=100 - said.value)


@given(weeks)
def test_what_goes_on_keeps_its_beginning(ended: list[EndedCheckIn]) -> None:
    found = drift_of([LINE], ended)
    if found is not None:
        at = next(i for i, one in enumerate(ended, 1) if one.number == found.since)
        assert drift_of([LINE], ended[:at]) is not None


@given(weeks, weeks)
def test_of_two_targets_those_that_drift_are_named(ended: list[EndedCheckIn], others: list[EndedCheckIn]) -> None:
    count = min(len(ended), len(others))
    pairs = zip(ended[:count], others[:count], strict=True)
    both = [replace(a, said={**a.said, **({1: b.said[0]} if 0 in b.said else {})}, missed=False) for a, b in pairs]
    alone = [
        drift_of([LINE], [replace(one, said={0: one.said.get(i, SaidOfTarget())}) for one in both]) for i in (0, 1)
    ]
    found = drift_of([LINE, LINE], both)
    assert (found.targets if found else ()) == tuple(i for i, one in enumerate(alone) if one is not None)


@pytest.mark.parametrize("unit", ["times a week", "pages"])
def test_a_rate_has_the_line_of_any_number(unit: str) -> None:
    measure = replace(TARGET.measure, period="week" if unit == "times a week" else "")
    often: Target = replace(TARGET, unit=unit, measure=measure, baseline=Decimal(0), goal=Decimal(10))
    line = replace(LINE, target=often)
    assert seen(numbers(0, 0, 0, 0), line) == (DriftKind.NOT_CATCHING_UP, 4)
    assert seen(numbers(1, 2, 3, 4), line) is None


def test_the_line_rises_in_steps_for_who_counts_in_few() -> None:
    """From 2 to 3 there is nothing between: the second is due on the last day."""
    line = replace(LINE, target=replace(TARGET, baseline=Decimal(2), goal=Decimal(3)))
    assert seen(numbers(2, 2, 2, 2, 2, 2, 2, 2), line) is None
    three = replace(LINE, target=replace(TARGET, baseline=Decimal(0), goal=Decimal(3)))
    assert seen(numbers(0, 0, 0, 1, 1, 1), three) is None
    assert seen(numbers(0, 0, 0, 0, 0, 0), three) is not None


@given(weeks, st.integers(-3, 0))
def test_a_line_without_length_fails_nowhere(ended: list[EndedCheckIn], days: int) -> None:
    found = drift_of([replace(LINE, end=START + timedelta(days=days))], ended)
    assert found is None or isinstance(found, Drift)

"""How the numbers of a target are written, by what it counts."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.terms import Direction, Measure, MeasureKind
from tests.unit.contract.samples import TERMS

MINUTES = Measure(MeasureKind.TIME, seconds=60)
POUNDS = Measure(MeasureKind.MONEY, "month", currency="£")


@pytest.mark.parametrize(
    ("measure", "value", "text"),
    [
        (Measure(), "8.50", "8.5"),
        (MINUTES, "24.5", "24:30"),
        (MINUTES, "27.17", "27:10"),
        (MINUTES, "59.9999", "60:00"),
        (MINUTES, "30", "30"),
        (Measure(MeasureKind.TIME, seconds=3600), "1.5", "1:30"),
        (Measure(MeasureKind.TIME, seconds=1), "12.4", "12.4"),
        (POUNDS, "50", "£50"),
        (POUNDS, "2.5", "£2.50"),
        (POUNDS, "-3", "-£3"),
        (Measure(MeasureKind.MONEY), "50", "50"),
    ],
)
def test_a_number_is_written_by_what_it_counts(measure: Measure, value: str, text: str) -> None:
    assert measure.text(Decimal(value)) == text


def test_the_sign_of_money_stands_once() -> None:
    assert POUNDS.beside("£ per month") == "per month"
    assert Measure().beside("pages") == "pages"


def test_what_comes_back_in_every_period_is_a_rate() -> None:
    assert (POUNDS.kind, replace(POUNDS, period="").kind) == (MeasureKind.RATE, MeasureKind.MONEY)


@given(st.integers(0, 10**6))
def test_a_time_reads_as_its_minutes_and_seconds(seconds: int) -> None:
    text = MINUTES.text((Decimal(seconds) / 60).quantize(Decimal("0.01")))
    minutes, _, rest = text.partition(":")
    assert int(minutes) * 60 + int(rest or 0) == seconds


@pytest.mark.parametrize(("baseline", "goal", "way"), [(12, 6, Direction.DOWN), (6, 12, Direction.UP)])
def test_the_direction_is_that_of_the_numbers(baseline: int, goal: int, way: Direction) -> None:
    target = replace(TERMS.targets[0], baseline=Decimal(baseline), goal=Decimal(goal))
    assert target.direction is way


@given(st.sampled_from([MINUTES, POUNDS, Measure(period="week"), Measure(MeasureKind.SHARE, out_of=Decimal(10))]))
def test_what_a_target_counts_is_signed(measure: Measure) -> None:
    signed = replace(TERMS, targets=(replace(TERMS.targets[0], measure=measure),))
    assert signed.content_hash() != TERMS.content_hash()

"""Whether a check-in that nobody asked for takes the place of the next one."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.check_ins import NEAR, SOON, takes_the_place

MONDAY = datetime(2027, 1, 18, 8, 45, tzinfo=UTC)
HOURS = st.integers(min_value=0, max_value=60 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


def test_with_one_a_week_the_day_before_counts() -> None:
    before = MONDAY - timedelta(days=7)
    assert takes_the_place(MONDAY - timedelta(hours=24), before, MONDAY)
    assert not takes_the_place(MONDAY - timedelta(hours=25), before, MONDAY)


def test_with_one_a_day_the_twelve_hours_before_count() -> None:
    before = MONDAY - timedelta(days=1)
    assert takes_the_place(MONDAY - timedelta(hours=12), before, MONDAY)
    assert not takes_the_place(MONDAY - timedelta(hours=13), before, MONDAY)


def test_soon_after_a_contract_was_signed_nobody_is_asked_again_within_hours() -> None:
    before = MONDAY - timedelta(hours=5)
    assert takes_the_place(MONDAY - timedelta(hours=4), before, MONDAY)
    assert not takes_the_place(MONDAY - timedelta(hours=5), before, MONDAY)


@pytest.mark.parametrize(("hours", "taken"), [(9, False), (8, True), (1, True)])
def test_the_last_one_is_taken_on_its_day_alone(hours: int, taken: bool) -> None:
    midnight, before = MONDAY.replace(hour=0, minute=0), MONDAY - timedelta(days=7)
    assert takes_the_place(MONDAY - timedelta(hours=hours), before, MONDAY, last_day=midnight) is taken


@given(HOURS, HOURS)
def test_nobody_goes_without_a_question_for_long(since: timedelta, until: timedelta) -> None:
    before, due_at = MONDAY - since, MONDAY + until
    if takes_the_place(MONDAY, before, due_at):
        assert until <= NEAR
        assert until <= max(since, SOON)


@given(HOURS, HOURS, HOURS)
def test_nearer_is_taken_where_further_is(since: timedelta, until: timedelta, sooner: timedelta) -> None:
    due_at, before = MONDAY + until, MONDAY - since
    if takes_the_place(MONDAY, before, due_at):
        assert takes_the_place(min(MONDAY + sooner, due_at), before, due_at)


@given(HOURS, HOURS)
def test_one_that_is_due_is_always_taken(since: timedelta, late: timedelta) -> None:
    assert takes_the_place(MONDAY + late, MONDAY - since, MONDAY)

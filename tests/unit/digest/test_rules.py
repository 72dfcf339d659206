"""When a digest is due, which days it tells of, and what is to be praised."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState, Milestone
from bot.domain.desk import DeskCheckIn
from bot.domain.digest import (
    DAYS,
    HOURS,
    Digest,
    HowOften,
    answers_since,
    begins,
    chosen,
    next_at,
    put_off,
    reached_since,
    to_praise,
)
from bot.domain.progress import Point

MONDAY = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def _digest(how: HowOften = HowOften.WEEKLY, day: str = "MO", at: time = time(8)) -> Digest:
    return Digest("T1", "U1", None, how, day, at)


@given(
    st.sampled_from([HowOften.WEEKLY, HowOften.DAILY]),
    st.sampled_from(DAYS),
    st.sampled_from(HOURS),
    st.sampled_from(["UTC", "Europe/Vienna", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu"]),
    st.integers(0, 525_600),
)
def test_the_next_one_is_at_its_hour_on_its_day(how: HowOften, day: str, at: time, zone: str, minutes: int) -> None:
    now = MONDAY + timedelta(minutes=minutes)
    found = next_at(_digest(how, day, at), zone, now)
    assert found is not None
    local = found.astimezone(ZoneInfo(zone))
    assert now < found <= now + timedelta(days=8 if how is HowOften.WEEKLY else 4)
    assert (local.time(), local.weekday() < 5) == (at, True)
    assert how is HowOften.DAILY or DAYS[local.weekday()] == day


def test_who_wants_none_has_none() -> None:
    assert next_at(_digest(HowOften.OFF), "UTC", MONDAY) is None


def test_a_day_without_school_puts_it_off_to_the_next() -> None:
    assert put_off(_digest(), "UTC", MONDAY + timedelta(minutes=3)) == MONDAY + DAY


@pytest.mark.parametrize(
    ("how", "today", "first"),
    [
        (HowOften.WEEKLY, date(2027, 1, 18), date(2027, 1, 11)),
        (HowOften.DAILY, date(2027, 1, 19), date(2027, 1, 18)),
        (HowOften.DAILY, date(2027, 1, 18), date(2027, 1, 15)),  # over the weekend
    ],
)
def test_the_days_that_it_tells_of(how: HowOften, today: date, first: date) -> None:
    assert begins(_digest(how), today, lambda day: day.weekday() < 5) == first


def test_after_holidays_it_tells_of_a_week_at_most() -> None:
    assert begins(_digest(HowOften.DAILY), date(2027, 1, 18), lambda day: False) == date(2027, 1, 11)


@pytest.mark.parametrize(
    ("how", "day", "at"),
    [("hourly", "MO", time(8)), ("weekly", "SU", time(8)), ("weekly", "MO", time(3)), ("off", "MO", None)],
)
def test_what_no_form_offers_is_refused(how: str, day: str, at: time | None) -> None:
    with pytest.raises(Refusal, match="old-button"):
        chosen(how, day, at)


def _asked(contract: int, state: CheckInState, days_ago: int, answered_ago: int | None = None) -> DeskCheckIn:
    answered = None if answered_ago is None else MONDAY - DAY * answered_ago
    return DeskCheckIn(contract, 1, MONDAY - DAY * days_ago, state, answered, None, "", 1)


def test_whoever_was_left_out_is_not_counted_whatever_the_reason() -> None:
    """Nothing follows from words of somebody who is not well."""
    asked = [
        _asked(1, CheckInState.ANSWERED, 3, 2),
        _asked(2, CheckInState.EXCUSED, 3),
        _asked(3, CheckInState.DROPPED, 3),
    ]
    assert answers_since(asked, MONDAY - DAY * 7) == (1, 1)


def test_each_student_counts_once_and_a_late_answer_when_it_came() -> None:
    asked = [
        _asked(1, CheckInState.MISSED, 2),
        _asked(1, CheckInState.ANSWERED, 5, 5),
        _asked(2, CheckInState.REMINDED, 1),
        _asked(3, CheckInState.ANSWERED, 20, 1),
        _asked(4, CheckInState.ANSWERED, 20, 20),
    ]
    assert answers_since(asked, MONDAY - DAY * 7) == (2, 3)


def _milestone(id: int, contract: int, point: Point, days_ago: int) -> Milestone:
    return Milestone("T1", contract, 0, point, MONDAY - DAY * days_ago, Decimal(1), 1, "", "", id=id)


def test_effort_is_praised_before_numbers_and_who_waited_longer_first() -> None:
    found = [
        _milestone(1, 1, Point.GOAL, 2),
        _milestone(2, 2, Point.EFFORT, 1),
        _milestone(3, 3, Point.EFFORT, 1),
        _milestone(4, 4, Point.EFFORT, 9),
    ]
    reached = reached_since(found, MONDAY - DAY * 7)
    assert [one.id for one in reached] == [1, 2, 3]
    best = to_praise(reached, {2: MONDAY - DAY, 3: MONDAY - DAY * 30})
    assert best is not None
    assert best.id == 3
    assert to_praise([], {}) is None

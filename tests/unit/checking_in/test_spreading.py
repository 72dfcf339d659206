"""Prompts of one moment leave at the rate that Slack takes them, in an order that anybody would find."""

from bisect import bisect_left
from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.recurrence import after_quiet, next_quiet
from bot.domain.spreading import A_MINUTE, AT_ONCE, MINUTE, SPACING, in_order, lay_out

NOW = datetime(2027, 1, 11, 8, 45, tzinfo=UTC)
ids = st.lists(st.integers(1, 10**9), unique=True, max_size=800)
batches = st.lists(st.tuples(st.integers(0, 400), st.floats(0, 200)), max_size=8)
zones = st.sampled_from(["UTC", "Europe/Vienna", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"])
moments = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes))
times = st.times().map(lambda t: t.replace(second=0, microsecond=0))


@given(ids)
def test_the_order_depends_on_nothing_but_who_they_are(given_ids: list[int]) -> None:
    assert in_order(given_ids) == in_order(reversed(given_ids))
    assert sorted(in_order(given_ids)) == sorted(given_ids)


def test_it_is_not_always_the_first_who_is_asked_last() -> None:
    assert in_order(range(1, 100)) != list(range(1, 100))


@given(batches)
def test_no_minute_holds_more_than_slack_takes(given_batches: list[tuple[int, float]]) -> None:
    now, until, asked, all_moments = NOW, None, 0, []
    for count, pause in given_batches:
        now += timedelta(seconds=pause)
        laid_out, until = lay_out(range(count), now, until)
        asked += count
        assert [id for id, _ in laid_out] == list(range(count))
        assert all(at >= now for _, at in laid_out)
        all_moments += [at for _, at in laid_out]
    assert all_moments == sorted(all_moments)
    for first, at in enumerate(all_moments):
        within = bisect_left(all_moments, at + MINUTE) - first
        assert within <= A_MINUTE + AT_ONCE + 1
    if all_moments:
        assert all_moments[-1] <= now + asked * SPACING


def test_five_hundred_at_once_take_less_than_two_minutes() -> None:
    laid_out, _ = lay_out(range(500), NOW, None)
    assert laid_out[AT_ONCE - 1][1] == NOW
    assert timedelta(seconds=95) < laid_out[-1][1] - NOW < timedelta(seconds=100)


@given(moments, times, times, zones)
def test_the_night_begins_after_now_and_ends_what_is_asked(now: datetime, begins: time, ends: time, zone: str) -> None:
    night = next_quiet(now, begins, ends, zone)
    if begins == ends:
        assert night is None
        return
    assert night is not None
    assert now < night <= now + timedelta(hours=25)
    assert after_quiet(night, begins, ends, zone) > night or begins != night.time()

"""Slack's rates."""

from bisect import bisect_left
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outbox import Delivery, Verb
from bot.domain.spreading import MINUTE as LONG_MINUTE
from bot.outbox.pacing import CHANNEL, METHODS, Pacing, Rate, TokenBucket, by_minute, unhurried

START = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
rates = st.builds(Rate, st.integers(1, 30), st.floats(0.1, 20))
waits = st.lists(st.floats(0, 5), min_size=1, max_size=200)


def a_post(lane: str = "U1", workspace: str = "T1", verb: Verb = Verb.POST) -> Delivery:
    return Delivery(workspace, lane, verb, "help", {}, "U1", START, START)


@given(rate=rates, pauses=waits)
def test_no_window_lets_through_more_than_burst_and_rate(rate: Rate, pauses: list[float]) -> None:
    bucket, now, let_through = TokenBucket(rate, START), START, []
    for pause in pauses:
        now += timedelta(seconds=pause)
        if bucket.free_at(now) == now:
            bucket.tokens -= 1
            let_through.append(now)
    for number, first in enumerate(let_through):
        for count, last in enumerate(let_through[number:], start=1):
            assert count <= rate.burst + rate.per_second * (last - first).total_seconds() + 1e-6


@given(rate=rates, pauses=waits)
def test_what_is_free_at_an_instant_goes_at_that_instant(rate: Rate, pauses: list[float]) -> None:
    bucket, now = TokenBucket(rate, START), START
    for pause in pauses:
        now = max(now + timedelta(seconds=pause), bucket.free_at(now))
        assert bucket.free_at(now) == now
        bucket.tokens -= 1


@given(rate=rates, back=st.floats(0.001, 1e6))
def test_a_clock_that_goes_back_brings_no_tokens(rate: Rate, back: float) -> None:
    bucket = TokenBucket(rate, START)
    bucket.tokens = 0
    bucket.fill(START - timedelta(seconds=back))
    assert bucket.tokens == 0


def test_slacks_figures_hold_for_any_minute() -> None:
    allowed = {Verb.POST: 300, Verb.REFRESH: 50, Verb.HOME: 100, Verb.EPHEMERAL: 100}
    for verb, rate in METHODS.items():
        assert rate.a_minute is not None
        assert 0.98 * allowed[verb] <= rate.a_minute < allowed[verb]
        assert 0.96 * allowed[verb] <= rate.per_second * 60 < allowed[verb]
    assert METHODS[Verb.POST].per_second * 60 >= 0.98 * allowed[Verb.POST]


@given(burst=st.integers(1, 30), most=st.integers(30, 120), pauses=waits)
def test_no_minute_lets_through_more_than_its_figure(burst: int, most: int, pauses: list[float]) -> None:
    bucket, now, let_through = TokenBucket(by_minute(burst, most), START), START, []
    for pause in pauses:
        now += timedelta(seconds=pause / 10)
        while bucket.free_at(now) == now:
            bucket.take(now)
            let_through.append(now)
    for number, first in enumerate(let_through):
        assert bisect_left(let_through, first + LONG_MINUTE) - number <= most


@given(burst=st.integers(1, 30), most=st.integers(30, 300))
def test_over_many_minutes_it_lets_through_all_of_it(burst: int, most: int) -> None:
    bucket, now = TokenBucket(by_minute(burst, most), START), START
    for _ in range(3 * most):
        now = bucket.free_at(now)
        bucket.take(now)
    assert now - START <= 3 * LONG_MINUTE


def test_a_lane_rests_after_its_burst_and_others_go_on() -> None:
    pacing = Pacing()
    pacing.begin(START)
    assert [pacing.admits(a_post("U1")) for _ in range(CHANNEL.burst + 1)] == [True] * CHANNEL.burst + [False]
    assert pacing.resting("T1") == ([], ["U1"])
    assert not any(pacing.resting("T2"))
    assert pacing.admits(a_post("U2"))
    free = pacing.next_free()
    assert free is not None
    pacing.begin(free)
    assert not any(pacing.resting("T1"))
    assert pacing.next_free() is None
    assert pacing.admits(a_post("U1"))


def test_a_workspace_rests_by_method_and_other_methods_and_workspaces_go_on() -> None:
    pacing = Pacing()
    pacing.begin(START)
    burst = METHODS[Verb.POST].burst
    assert all(pacing.admits(a_post(f"U{n}")) for n in range(burst))
    assert not pacing.admits(a_post("U99"))
    assert pacing.resting("T1") == ([Verb.POST], [])
    assert pacing.admits(a_post("home:U1", verb=Verb.HOME))
    assert pacing.admits(a_post("U1", "T2"))


def test_what_is_kept_back_by_one_bucket_takes_nothing_from_the_other() -> None:
    pacing = Pacing(methods={Verb.POST: Rate(10, 0.001)}, channel=Rate(1, 0.001))
    pacing.begin(START)
    assert pacing.admits(a_post("U1"))
    assert not any(pacing.admits(a_post("U1")) for _ in range(20))
    assert all(pacing.admits(a_post(f"V{n}")) for n in range(9))
    assert not pacing.admits(a_post("V9"))


def test_without_rates_everything_goes() -> None:
    pacing = unhurried()
    assert all(pacing.admits(a_post()) for _ in range(1000))
    assert pacing.next_free() is None

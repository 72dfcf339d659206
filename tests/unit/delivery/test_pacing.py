"""Slack's rates."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pacing import CHANNEL, METHODS, Bucket, Pacing, Rate, unhurried
from bot.domain.outbox import Delivery, Verb

START = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

rates = st.builds(Rate, st.integers(1, 30), st.floats(0.1, 20))
waits = st.lists(st.floats(0, 5), min_size=1, max_size=200)


def a_post(lane: str = "U1", workspace: str = "T1", verb: Verb = Verb.POST) -> Delivery:
    return Delivery(workspace, lane, verb, "help", {}, "U1", START, START)


@given(rate=rates, pauses=waits)
def test_no_window_lets_through_more_than_burst_and_rate(rate: Rate, pauses: list[float]) -> None:
    bucket, now, let_through = Bucket(rate, START), START, []
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
    bucket, now = Bucket(rate, START), START
    for pause in pauses:
        now = max(now + timedelta(seconds=pause), bucket.free_at(now))
        assert bucket.free_at(now) == now
        bucket.tokens -= 1


@given(rate=rates, back=st.floats(0.001, 1e6))
def test_a_clock_that_goes_back_brings_no_tokens(rate: Rate, back: float) -> None:
    bucket = Bucket(rate, START)
    bucket.tokens = 0
    bucket.fill(START - timedelta(seconds=back))
    assert bucket.tokens == 0


def test_slacks_figures_hold_for_any_minute() -> None:
    allowed = {Verb.POST: 300, Verb.REFRESH: 50, Verb.HOME: 100, Verb.EPHEMERAL: 100}
    assert {verb: round(r.burst + 60 * r.per_second) for verb, r in METHODS.items()} == allowed


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

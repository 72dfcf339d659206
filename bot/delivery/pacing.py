"""Slack's rates, kept by token buckets: a bucket holds a burst and fills at a steady rate.

Rates: https://docs.slack.dev/apis/web-api/rate-limits. Each method is counted by workspace; messages also by
channel, about one a second with short bursts. A bucket lets through at most `burst + 60 * rate` in a minute:
the figures below stay within Slack's.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.domain.outbox import Delivery, Verb


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` at once, then `per_second` for each second."""

    burst: int
    per_second: float


CHANNEL = Rate(5, 1)
METHODS: Mapping[Verb, Rate] = {
    Verb.POST: Rate(20, 280 / 60),  # several hundred a minute for a workspace
    Verb.REFRESH: Rate(10, 40 / 60),  # tier 3: 50 a minute
    Verb.HOME: Rate(25, 75 / 60),  # tier 4: 100 a minute
    Verb.EPHEMERAL: Rate(25, 75 / 60),
}
MOST_BUCKETS = 10_000


@dataclass(slots=True)
class Bucket:
    """Holds up to `rate.burst` tokens; each send takes one."""

    rate: Rate
    at: datetime
    tokens: float = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = float(self.rate.burst)

    def fill(self, now: datetime) -> None:
        """Add what the time since the last look brings. A clock that goes back brings nothing."""
        passed = (now - self.at).total_seconds()
        if passed > 0:
            self.tokens = min(float(self.rate.burst), self.tokens + passed * self.rate.per_second)
            self.at = now

    def free_at(self, now: datetime) -> datetime:
        """When a token is there: now, or the instant at which enough will have come in."""
        self.fill(now)
        if self.tokens >= 1:
            return now
        # a microsecond more than the sum says, so that rounding never leaves a sliver missing
        return self.at + timedelta(seconds=(1 - self.tokens) / self.rate.per_second, microseconds=1)


Key = tuple[str, Verb | str]
"""A workspace with a verb, or with a lane."""


class Pacing:
    """The buckets of every workspace that this program sends to. `methods` and `channel` replace Slack's rates.

    `begin` says what time it is; the other methods speak of that instant.
    """

    def __init__(self, *, methods: Mapping[Verb, Rate] = METHODS, channel: Rate | None = CHANNEL) -> None:
        self._now = datetime.min.replace(tzinfo=UTC)
        self._methods = methods
        self._channel = channel
        self._buckets: dict[Key, Bucket] = {}
        self._resting: dict[Key, datetime] = {}

    def begin(self, now: datetime) -> None:
        """Look at the time: those that were refused and may go by now rest no longer."""
        self._now = now
        if self._resting:
            self._resting = {key: at for key, at in self._resting.items() if at > now}

    def admits(self, delivery: Delivery) -> bool:
        """Whether it may go now; if so, it is counted."""
        now = self._now
        buckets = self._needed(delivery, now)
        free = {key: bucket.free_at(now) for key, bucket in buckets.items()}
        waits = {key: at for key, at in free.items() if at > now}
        if waits:
            self._resting |= waits
            return False
        for bucket in buckets.values():
            bucket.tokens -= 1
        return True

    def resting(self, workspace: str) -> tuple[Collection[Verb], Collection[str]]:
        """The verbs and the lanes of a workspace that were refused and may not go yet."""
        if not self._resting:
            return (), ()
        mine = [what for where, what in self._resting if where == workspace]
        verbs = [what for what in mine if isinstance(what, Verb)]
        return verbs, [what for what in mine if not isinstance(what, Verb)]

    def next_free(self) -> datetime | None:
        """When the first of those that were refused may go; None where none was."""
        return min(self._resting.values(), default=None)

    def _needed(self, delivery: Delivery, now: datetime) -> dict[Key, Bucket]:
        needed: dict[Key, Bucket] = {}
        method = self._methods.get(delivery.verb)
        if method is not None:
            needed |= self._bucket((delivery.workspace, delivery.verb), method, now)
        if self._channel is not None and delivery.verb is Verb.POST:
            needed |= self._bucket((delivery.workspace, delivery.lane), self._channel, now)
        return needed

    def _bucket(self, key: Key, rate: Rate, now: datetime) -> dict[Key, Bucket]:
        found = self._buckets.get(key)
        if found is None:
            if len(self._buckets) >= MOST_BUCKETS:
                self._forget_full(now)
            found = self._buckets[key] = Bucket(rate, now)
        return {key: found}

    def _forget_full(self, now: datetime) -> None:
        """A full bucket says no more than a new one."""
        for bucket in self._buckets.values():
            bucket.fill(now)
        self._buckets = {k: b for k, b in self._buckets.items() if b.tokens < b.rate.burst}


def unhurried() -> Pacing:
    """No rates at all: for a workspace that has none, and for tests on a clock that stands still."""
    return Pacing(methods={}, channel=None)

"""Slack's rates, kept by token buckets: a bucket holds a burst and fills at a steady rate.

Rates: https://docs.slack.dev/apis/web-api/rate-limits. Each method is counted by workspace and minute; messages also by
channel, about one a second with short bursts. Where a minute counts, no minute lets through more than its figure,
whatever burst it began with: so the steady rate can be the whole of it. The figures are a little less than Slack's, and
our minute a little longer (domain/check_ins.py).
"""

from collections import Counter, deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.domain.outbox import Delivery, Verb
from bot.domain.spreading import A_MINUTE, AT_ONCE, MINUTE


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` at once, then `per_second` for each second; at most `a_minute` in any minute, where that is given."""

    burst: int
    per_second: float
    a_minute: int | None = None


def by_minute(burst: int, most: int) -> Rate:
    """As many in any minute, the first few at once."""
    return Rate(burst, most / MINUTE.total_seconds(), most)


CHANNEL = Rate(5, 1)
METHODS: Mapping[Verb, Rate] = {
    Verb.POST: by_minute(AT_ONCE, A_MINUTE),  # several hundred a minute for a workspace
    Verb.REFRESH: by_minute(10, 49),  # tier 3: 50 a minute
    Verb.HOME: by_minute(25, 98),  # tier 4: 100 a minute
    Verb.EPHEMERAL: by_minute(25, 98),
}
MOST_BUCKETS = 10_000


@dataclass(slots=True)
class TokenBucket:
    """Holds up to `rate.burst` tokens; each send takes one."""

    rate: Rate
    at: datetime
    tokens: float = field(init=False)
    taken: deque[datetime] = field(default_factory=deque)
    """When those of the last minute were taken, where a minute counts."""

    def __post_init__(self) -> None:
        self.tokens = float(self.rate.burst)

    def fill(self, now: datetime) -> None:
        """Add what the time since the last look brings."""
        passed = (now - self.at).total_seconds()
        if passed > 0:
            self.tokens = min(float(self.rate.burst), self.tokens + passed * self.rate.per_second)
            self.at = now
        while self.taken and now - self.taken[0] >= MINUTE:
            self.taken.popleft()

    def set_back(self, by: timedelta) -> None:
        """The clock was set back: what it counted in goes with it."""
        self.at -= by
        self.taken = deque(at - by for at in self.taken)

    def free_at(self, now: datetime) -> datetime:
        """When a token is there: now, or the instant at which enough will have come in."""
        self.fill(now)
        at = now
        if self.tokens < 1:
            # a microsecond more than the sum says, so that rounding never leaves a sliver missing
            at = self.at + timedelta(seconds=(1 - self.tokens) / self.rate.per_second, microseconds=1)
        if self.rate.a_minute is not None and len(self.taken) >= self.rate.a_minute:
            at = max(at, self.taken[-self.rate.a_minute] + MINUTE)
        return at

    def take(self, now: datetime) -> None:
        """One leaves."""
        self.tokens -= 1
        if self.rate.a_minute is not None:
            self.taken.append(now)

    def is_full(self, now: datetime) -> bool:
        """Whether it says no more than a new one."""
        self.fill(now)
        return self.tokens >= self.rate.burst and not self.taken


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
        self._buckets: dict[Key, TokenBucket] = {}
        self._most_buckets = MOST_BUCKETS
        self._resting: dict[str, dict[Verb | str, datetime]] = {}

    def begin(self, now: datetime) -> None:
        """Look at the time: those that were refused and may go by now rest no longer."""
        if now < self._now:
            self._set_back(self._now - now)
        self._now = now
        for workspace, those in list(self._resting.items()):
            left = {what: at for what, at in those.items() if at > now}
            if left:
                self._resting[workspace] = left
            else:
                del self._resting[workspace]

    def _set_back(self, by: timedelta) -> None:
        for bucket in self._buckets.values():
            bucket.set_back(by)
        for those in self._resting.values():
            those.update({what: at - by for what, at in those.items()})

    def admits(self, delivery: Delivery) -> bool:
        """Whether it may go now; if so, it is counted."""
        now = self._now
        buckets = self._needed(delivery, now)
        free = {key: bucket.free_at(now) for key, bucket in buckets.items()}
        waits = {what: at for (_, what), at in free.items() if at > now}
        if waits:
            self._resting.setdefault(delivery.workspace, {}).update(waits)
            return False
        for bucket in buckets.values():
            bucket.take(now)
        return True

    def resting(self, workspace: str) -> tuple[Collection[Verb], Collection[str]]:
        """The verbs and the lanes of a workspace that were refused and may not go yet."""
        mine = self._resting.get(workspace)
        if not mine:
            return (), ()
        verbs = [what for what in mine if isinstance(what, Verb)]
        return verbs, [what for what in mine if not isinstance(what, Verb)]

    def next_free(self) -> datetime | None:
        """When the first of those that were refused may go; None where none was."""
        return min((at for those in self._resting.values() for at in those.values()), default=None)

    def _needed(self, delivery: Delivery, now: datetime) -> dict[Key, TokenBucket]:
        needed: dict[Key, TokenBucket] = {}
        method = self._methods.get(delivery.verb)
        if method is not None:
            needed |= self._bucket((delivery.workspace, delivery.verb), method, now)
        if self._channel is not None and delivery.verb is Verb.POST:
            needed |= self._bucket((delivery.workspace, delivery.lane), self._channel, now)
        return needed

    def _bucket(self, key: Key, rate: Rate, now: datetime) -> dict[Key, TokenBucket]:
        found = self._buckets.get(key)
        if found is None:
            if len(self._buckets) >= self._most_buckets:
                self._forget_full(now)
            found = self._buckets[key] = TokenBucket(rate, now)
        return {key: found}

    def _forget_full(self, now: datetime) -> None:
        """A full bucket says no more than a new one. Where few are full, the next look comes later."""
        self._buckets = {k: b for k, b in self._buckets.items() if not b.is_full(now)}
        self._most_buckets = max(MOST_BUCKETS, 2 * len(self._buckets))


def unhurried() -> Pacing:
    """No rates at all: for a workspace that has none, and for tests on a clock that stands still."""
    return Pacing(methods={}, channel=None)


# Whose turn it is: no workspace waits for another, however much that one has to say and whatever becomes of it.


class Fair:
    """The pace, for one visit: no workspace has more than `most` on their way at once."""

    def __init__(self, pacing: Pacing, on_their_way: Mapping[str, int], most: int) -> None:
        self._pacing = pacing
        self._going = Counter(on_their_way)
        self._most = most

    def may_have(self, workspace: str) -> bool:
        """Whether looking for something that may go there is worth it. What waits beside posts that rest comes with
        the next of them, a moment later."""
        return self._going[workspace] < self._most and Verb.POST not in self._pacing.resting(workspace)[0]

    def resting(self, workspace: str) -> tuple[Collection[Verb], Collection[str]]:
        return self._pacing.resting(workspace)

    def admits(self, delivery: Delivery) -> bool:
        """Whether it may go now; if so, it is counted."""
        if self._going[delivery.workspace] >= self._most or not self._pacing.admits(delivery):
            return False
        self._going[delivery.workspace] += 1
        return True


def in_turn(workspaces: Sequence[str], last: str) -> list[str]:
    """In their order, beginning with the first one after `last`, and round."""
    order = sorted(workspaces)
    return [w for w in order if w > last] + [w for w in order if w <= last]

"""Trouble on demand: for the next calls of a method, or for a share of them; the same for the same seed.

    ws.faults.next("chat.postMessage", 3, kind="http_500")
    ws.faults.share("chat.postMessage", 0.05, kind="cut_after", seed=7)
    ws.faults.lose_acks(share=0.1, seed=3)

| kind | the caller gets | did the call take effect? |
|---|---|---|
| `ratelimited` | 429 with Retry-After (`seconds`, 1 unless given) | no |
| `http_500`, `http_503` | that status, no JSON | no |
| `http_500_after` | status 500 | yes |
| `cut_before`, `cut_after` | a closed connection | no, yes |
| `slow` | its answer after `seconds` (real) | yes, after the wait |
| `slow_after` | its answer after `seconds` (real) | yes, before the wait |
| `error:NAME` | `{"ok": false, "error": NAME}` | no |
"""

from __future__ import annotations

import random
from dataclasses import dataclass

WITHOUT_EFFECT = frozenset({"ratelimited", "http_429", "http_500", "http_503", "cut_before"})
KINDS = WITHOUT_EFFECT | {"http_500_after", "cut_after", "slow", "slow_after"}


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one call."""

    kind: str
    seconds: float = 1.0

    @property
    def takes_effect(self) -> bool:
        return self.kind not in WITHOUT_EFFECT and not self.kind.startswith("error:")


class Chance:
    """Strikes the next `times` times, or a `share` of the times."""

    def __init__(self, times: int | None, share: float | None, seed: int) -> None:
        if (times is None) == (share is None):
            raise ValueError("give either how many times, or a share")
        self._left = times
        self._share = share or 0.0
        self._random = random.Random(seed)

    def strikes(self) -> bool:
        """Say whether it strikes now."""
        if self._left is None:
            return self._random.random() < self._share
        if self._left == 0:
            return False
        self._left -= 1
        return True


class Faults:
    """The faults that a workspace is told to make. `*` stands for every method."""

    def __init__(self) -> None:
        self._calls: list[tuple[str, Chance, Fault]] = []
        self._lost_acks: list[Chance] = []
        self._repeats: list[tuple[Chance, bool]] = []
        self._reorders: list[Chance] = []

    def next(self, method: str, times: int = 1, *, kind: str, seconds: float = 1.0) -> None:
        """Make the next `times` calls of `method` fail in this way."""
        self._add(method, Chance(times, None, 0), kind, seconds)

    def share(self, method: str, share: float, kind: str, *, seed: int = 0, seconds: float = 1.0) -> None:
        """Make a share (0 to 1) of all calls of `method` fail in this way."""
        self._add(method, Chance(None, share, seed), kind, seconds)

    def _add(self, method: str, chance: Chance, kind: str, seconds: float) -> None:
        if kind not in KINDS and not kind.startswith("error:"):
            raise ValueError(f"no fault {kind!r}; there are: {', '.join(sorted(KINDS))}, error:NAME")
        self._calls.append((method, chance, Fault(kind, seconds)))

    def lose_acks(self, times: int | None = None, *, share: float | None = None, seed: int = 0) -> None:
        """Lose acknowledgements of events: Slack sends those again, at once."""
        self._lost_acks.append(Chance(times, share, seed))

    def repeat_events(
        self,
        times: int | None = None,
        *,
        share: float | None = None,
        seed: int = 0,
        new_ids: bool = False,
    ) -> None:
        """Send events twice; with `new_ids` the second time under another event_id."""
        self._repeats.append((Chance(times, share, seed), new_ids))

    def reorder_events(self, times: int | None = None, *, share: float | None = None, seed: int = 0) -> None:
        """Send an event only after the one that follows it (or after a tenth of a second)."""
        self._reorders.append(Chance(times, share, seed))

    def clear(self) -> None:
        """Have no trouble from now on."""
        for listed in (self._calls, self._lost_acks, self._repeats, self._reorders):
            listed.clear()

    def for_call(self, method: str) -> Fault | None:
        """Return what goes wrong with this call."""
        for name, chance, fault in self._calls:
            if name in (method, "*") and chance.strikes():
                return fault
        return None

    def loses_ack(self) -> bool:
        return any(chance.strikes() for chance in self._lost_acks)

    def repeats(self) -> str | None:
        """Return None, `same` or `new_id`."""
        for chance, new_ids in self._repeats:
            if chance.strikes():
                return "new_id" if new_ids else "same"
        return None

    def reorders(self) -> bool:
        return any(chance.strikes() for chance in self._reorders)

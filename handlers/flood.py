"""Somebody who writes faster than anybody reads delays only themselves.

What one person writes is counted by Slack's own stamps. What is over the rate is not kept: it is looked at for whether
somebody is not well, acknowledged, and answered once. A repeat is judged as it was judged first. Each process counts
for itself, and forgets within minutes.
"""

from collections import deque
from dataclasses import dataclass, field

from bot.domain.actor import Actor
from handlers.inbound import Said

MOST = 30
WITHIN = 60.0
"""Seconds in which so many messages of one person are heard."""

TOGETHER = 4
SHORT = 120
"""So many short messages, of so many characters together, are looked at as one: what is said in parts is found too."""

MOST_KNOWN = 1000
"""People, before those are forgotten who wrote nothing lately."""


@dataclass(frozen=True, slots=True)
class Over:
    """A message over the rate: whether it is the first one of its flood, and its words with those just before it."""

    first: bool
    words: str


@dataclass(slots=True)
class _Writer:
    """What one person wrote lately: by stamp, whether it was over the rate."""

    judged: dict[float, bool] = field(default_factory=dict)
    words: deque[str] = field(default_factory=lambda: deque(maxlen=TOGETHER))
    told: bool = False

    def over(self, at: float) -> bool:
        if at not in self.judged:
            self.judged = {stamp: was for stamp, was in self.judged.items() if abs(at - stamp) < WITHIN}
            self.judged[at] = len(self.judged) >= MOST
        return self.judged[at]


class Flood:
    """Tells which messages are over the rate."""

    def __init__(self) -> None:
        self._writers: dict[Actor, _Writer] = {}

    def over(self, said: Said) -> Over | None:
        """None for what is to be heard. Edits and deletions always are."""
        if said.edited or said.deleted:
            return None
        at = _seconds(said.ts)
        writer = self._writer(said.actor, at)
        if not writer.over(at):
            writer.told = False
            writer.words.clear()
            return None
        writer.words.append(said.text)
        first, writer.told = not writer.told, True
        return Over(first, _together(said.text, writer.words))

    def found(self, actor: Actor) -> None:
        """Somebody is not well, by these words: those that follow are looked at by themselves."""
        self._writers[actor].words.clear()

    def _writer(self, actor: Actor, at: float) -> _Writer:
        if len(self._writers) >= MOST_KNOWN:
            self._writers = {a: w for a, w in self._writers.items() if at - max(w.judged, default=0) < WITHIN}
        return self._writers.setdefault(actor, _Writer())


def _together(text: str, words: deque[str]) -> str:
    joined = "\n".join(words)
    return joined if len(joined) <= SHORT else text


def _seconds(ts: str) -> float:
    try:
        return float(ts)
    except ValueError:  # a stamp is an id to us
        return 0.0

"""Whose turn it is: no workspace waits for another, however much that one has to say and whatever becomes of it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from bot.domain.outbox import Delivery, Verb
from bot.outbox.pacing import Pacing


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

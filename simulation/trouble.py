"""Trouble that was ordered and has not struck yet, and what has struck so far, by kind."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

PATIENCE = 600.0
"""Seconds after which ordered trouble that found nothing to strike is forgotten."""

MODELS_PATIENCE = 2 * 86_400.0
"""The same for trouble with the language model, which is asked a few times in a term."""

CALL_FAULTS = (
    "call-429",
    "call-500",
    "call-500-after-effect",
    "call-refused",
    "call-cut-before-effect",
    "call-cut-after-effect",
    "call-timeout-before-effect",
    "call-timeout-after-effect",
    "call-slow-effect",
)
MODEL_FAULTS = ("model-timeout", "model-error", "model-broken", "model-late")
EVENT_FAULTS = ("event-repeated", "event-repeated-as-new", "event-late", "ack-lost")


@dataclass(slots=True)
class Order:
    """The next `times` chances for this kind of trouble are taken. `seed` decides the details."""

    kind: str
    times: int
    until: float
    seed: int


class Trouble:
    """`struck` counts by kind. Once `off`, nothing strikes any more."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.struck: Counter[str] = Counter()
        self.off = False
        self._now = now
        self._orders: list[Order] = []

    def order(self, kind: str, times: int, seed: int) -> None:
        patience = MODELS_PATIENCE if kind in MODEL_FAULTS else PATIENCE
        self._orders.append(Order(kind, times, self._now() + patience, seed))

    def strikes(self, *kinds: str) -> Order | None:
        """The oldest order of one of these kinds, used up by one; None where there is none."""
        if self.off:
            return None
        now = self._now()
        self._orders = [o for o in self._orders if o.times > 0 and o.until >= now]
        for order in self._orders:
            if order.kind in kinds:
                order.times -= 1
                self.struck[order.kind] += 1
                return order
        return None

    def note(self, kind: str) -> None:
        """Count what struck otherwise: a process killed, a clock set."""
        self.struck[kind] += 1

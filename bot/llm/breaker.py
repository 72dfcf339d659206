"""A circuit breaker: while the server is down, nobody waits for it."""

from collections.abc import Callable

FAILURES = 3
FIRST_REST = 60.0
LONGEST_REST = 900.0


class Breaker:
    """Opens after three failures in a row, for a minute, then longer each time. `time` gives seconds that only grow.

    After a rest one attempt goes through, and how it ends decides. Each process finds out for itself.
    """

    def __init__(self, time: Callable[[], float]) -> None:
        self._time = time
        self._failures = 0
        self._open_until = 0.0

    def allows(self) -> bool:
        return self._time() >= self._open_until

    def succeeded(self) -> None:
        self._failures = 0

    def failed(self) -> None:
        self._failures += 1
        if self._failures >= FAILURES:
            rest = FIRST_REST * 2.0 ** min(self._failures - FAILURES, 10)
            self._open_until = self._time() + min(rest, LONGEST_REST)

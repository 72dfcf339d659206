"""What waits and what has failed, over all workspaces: numbers and instants, nothing of anybody."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Backlog:
    """`outbox_due` is when the oldest message that may leave by now could have left first, `check_in_due` when the
    oldest check-in that something has to be done about fell due; None where there is none. Dead are those that have
    failed for good."""

    outbox_waiting: int
    outbox_due: datetime | None
    check_in_due: datetime | None
    dead_messages: int
    dead_errands: int

    def outbox_lag(self, now: datetime) -> timedelta:
        """How long the oldest message waits that may leave by now; zero where none does."""
        return _since(self.outbox_due, now)

    def due_lag(self, now: datetime) -> timedelta:
        """How long the oldest check-in is due; zero where none is."""
        return _since(self.check_in_due, now)


def _since(instant: datetime | None, now: datetime) -> timedelta:
    return max(timedelta(), now - instant) if instant is not None else timedelta()

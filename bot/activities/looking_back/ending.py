"""Contracts whose end has come, found over all workspaces."""

from dataclasses import dataclass
from datetime import datetime

from bot.activities.ports import Agenda
from bot.domain import due


@dataclass(frozen=True, slots=True)
class Batch:
    """`ready`: (workspace, contract) to be ended now. `last`: where the next batch begins, None after the last."""

    ready: tuple[tuple[str, int], ...]
    last: int | None


def find(agenda: Agenda, now: datetime, limit: int, after: int) -> Batch:
    """The first `limit` of those above contract `after`; who has quiet hours now is left for later."""
    found = agenda.ending_contracts(now, limit, after)
    classrooms = agenda.classrooms({e.classroom for e in found})
    ready = tuple(
        (e.workspace, e.contract) for e in found if not due.is_quiet(now, classrooms[e.classroom], e.timezone)
    )
    return Batch(ready, found[-1].contract if len(found) == limit else None)

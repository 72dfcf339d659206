"""What is due over all workspaces: claimed and moved on by the thousand, one statement for each kind of change.

What a batch costs does not depend on how many rows there are: due rows come from a partial index, and nothing
but ids, states and zones of the claimed ones is read. Rows never pass through Python one by one on their way
into the outbox.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine

from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Classroom
from bot.domain.due import REMIND_AFTER, STALE_AFTER, Asking, DueCheckIn, EndingContract, Lateness, Situation
from storage.notify import announce
from storage.privacy import past
from storage.queries import due_statements as queries
from storage.shelf import adapter
from storage.unit_of_work import UnitOfWork


class Agenda:
    """The check-ins and ends of every workspace, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def in_workspace(self, workspace: str) -> UnitOfWork:
        """A unit of work in the same transaction."""
        return UnitOfWork(self._connection, workspace)

    def due_check_ins(self, now: datetime, limit: int) -> list[DueCheckIn]:
        """Due rows, longest due first, claimed until the transaction ends; replicas skip each other's."""
        moments = {"now": now, "late": now - REMIND_AFTER, "stale": now - STALE_AFTER}
        found = self._connection.execute(queries.DUE, {**moments, "most": limit}).all()
        return [
            DueCheckIn(
                id,
                workspace,
                Situation(_STATES[state], classroom, timezone or "", away == 1, _LATENESS[late], over == 1),
            )
            for id, workspace, state, classroom, timezone, away, late, over in found
        ]

    def classrooms(self, ids: Collection[int]) -> Mapping[int, Classroom]:
        found = self._connection.execute(queries.CLASSROOMS, {"ids": list(ids)}).mappings()
        return {row["id"]: adapter(Classroom).validate_python(dict(row)) for row in found}

    def wake_again(self, check_ins: Sequence[int], at: datetime) -> None:
        """Let claimed rows be due again at `at`; nothing else about them changes."""
        self._move(check_ins, wake_at=at)

    def ask(
        self,
        check_ins: Sequence[int],
        asking: Asking,
        now: datetime,
        wake_at: datetime,
        *,
        until: datetime | None = None,
        moments: Mapping[int, datetime] | None = None,
    ) -> None:
        """Move claimed rows on, queue what their students are asked, and let what they type be about it.

        What is asked leaves at its moment (now, where `moments` says none) and expires at `until`, or else at
        `wake_at`: by then the next step speaks.
        """
        self._move(check_ins, state=asking.state.value, wake_at=wake_at)
        dialect = self._connection.dialect.name
        leaving = [(id, (moments or {}).get(id, now)) for id in check_ins]
        self._connection.execute(
            queries.QUEUE[dialect], queries.said(queries.laid_out(dialect, leaving), asking, now, until or wake_at)
        )
        self._connection.execute(queries.FOCUS[dialect], {"ids": queries.ids(dialect, check_ins), "now": now})
        announce(self._connection, outbox=True)

    def asked_until(self, workspaces: Collection[str]) -> Mapping[str, datetime]:
        """How far ahead prompts are laid out in these workspaces, where any are; nobody else lays out more there
        until the transaction ends."""
        found = self._connection.execute(queries.ASKED_UNTIL, {"workspaces": sorted(workspaces)})
        return {workspace: until for workspace, until in found if until is not None}

    def ask_until(self, reach: Mapping[str, datetime], now: datetime) -> None:
        """Say how far they are laid out now."""
        if reach:
            rows = [{"workspace": w, "asked_until": until, "now": now} for w, until in sorted(reach.items())]
            self._connection.execute(queries.ASK_UNTIL[self._connection.dialect.name], rows)

    def ending_contracts(self, now: datetime, limit: int, after: int = 0) -> list[EndingContract]:
        """Running contracts whose end has come, in the order of their ids, from the first above `after`."""
        found = self._connection.execute(queries.ENDING, {"now": now, "most": limit, "after": after})
        return [
            EndingContract(workspace, contract, classroom, timezone or "")
            for workspace, contract, classroom, timezone in found
        ]

    def due_alerts(self, now: datetime, limit: int) -> list[tuple[str, int]]:
        """(workspace, alert) of those whose next contact is to be told, longest due first. Whoever looks at one decides
        in a transaction of its own whether that is still so."""
        found = self._connection.execute(queries.ALERTS, {"now": now, "most": limit})
        return [(workspace, alert) for workspace, alert in found]

    def workspaces(self) -> list[str]:
        """Every workspace of which anything is held that can be past its time."""
        return past.workspaces(self._connection)

    def _move(self, check_ins: Sequence[int], **values: Any) -> None:
        dialect = self._connection.dialect.name
        moved = queries.MOVE[dialect].values(revision=queries.check_in.c.revision + 1, **values)
        self._connection.execute(moved, {"ids": queries.ids(dialect, check_ins)})


_STATES = {state.value: state for state in CheckInState}
_LATENESS = tuple(Lateness)

Agendas = Callable[[], AbstractContextManager[Agenda]]


def agendas(engine: Engine) -> Agendas:
    """What begins a transaction over all workspaces: it commits when the block ends, rolls back when it raises."""

    @contextmanager
    def begin() -> Iterator[Agenda]:
        with engine.begin() as connection:
            yield Agenda(connection)

    return begin

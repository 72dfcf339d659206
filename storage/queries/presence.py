"""Who is here: when somebody last listened, who was asked something that may have been answered since, and who left."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    FromClause,
    String,
    and_,
    bindparam,
    cast,
    exists,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.installation import Reason
from bot.domain.interview import About, Awaited
from bot.domain.outbox import Errand, ErrandKind
from storage.engine import reading
from storage.notify import announce
from storage.repository import to_row
from storage.tables.classes import CheckInRow, ErrandRow, FocusRow, InterviewRow, OutboxRow, PresenceRow
from storage.tables.installing import DepartureRow
from storage.tables.rows import table

_presence = table(PresenceRow)
_check_in = table(CheckInRow)
_outbox = table(OutboxRow)
_interview = table(InterviewRow)
_focus = table(FocusRow)
_errand = table(ErrandRow)

EVERYWHERE = ""
"""In place of a workspace: a program listens to all of them, or to none."""


class Presence:
    """Over all workspaces, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last(self) -> datetime | None:
        """When some program last said that it listens; None where none ever did."""
        instant: datetime | None = self._connection.execute(_LAST).scalar()
        return instant

    def here(self, now: datetime) -> None:
        """Say that we listen."""
        dialect: Any = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        made = dialect.insert(_presence).values(workspace=EVERYWHERE, at=now)
        self._connection.execute(
            made.on_conflict_do_update(index_elements=["workspace"], set_={"at": made.excluded.at})
        )

    def asked(self) -> Collection[tuple[str, str]]:
        """(workspace, user) of those whose conversation is to be read already."""
        found = self._connection.execute(_TO_BE_READ)
        return {(workspace, str(args["user"])) for workspace, args in found}

    def awaited(self, since: datetime, below: int, limit: int) -> tuple[Sequence[Awaited], int]:
        """Those asked by a check-in after `since` who have not answered, the newest check-in first, and where to go
        on: the id below which the next ones are; 0 at the end. `below` is 0 at the beginning."""
        found = self._connection.execute(_CHECK_INS, {"since": since, "below": below or _TOP, "most": limit}).all()
        awaited = [Awaited(row.workspace, row.student, row.channel, row.ts) for row in found]
        return awaited, found[-1].id if len(found) == limit else 0

    def interviewed(self, since: datetime, below: int, limit: int) -> tuple[Sequence[Awaited], int]:
        """Those whose interview waits for an answer, likewise. Where that conversation is, is not known here."""
        found = self._connection.execute(_INTERVIEWS, {"since": since, "below": below or _TOP, "most": limit}).all()
        awaited = [Awaited(row.workspace, row.student, "", f"{row.since.timestamp():.6f}") for row in found]
        return awaited, found[-1].id if len(found) == limit else 0

    def missed(self) -> list[str]:
        """The workspaces from which something may have come that nobody could hear: no key opened their token."""
        found = self._connection.execute(_MISSED).scalars()
        return list(found)

    def miss(self, workspace: str, now: datetime) -> None:
        """Something may have come from there. It stays the first time that is remembered."""
        dialect: Any = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        made = dialect.insert(_presence).values(workspace=workspace, at=now)
        self._connection.execute(made.on_conflict_do_nothing(index_elements=["workspace"]))

    def caught_up(self, workspace: str) -> None:
        """What was missed there is being read back."""
        gone = _presence.delete().where(_presence.c.workspace == workspace, _presence.c.workspace != EVERYWHERE)
        self._connection.execute(gone)

    def ask(self, errands: Sequence[Errand]) -> None:
        """Store errands of any workspaces."""
        if errands:
            self._connection.execute(_errand.insert(), [to_row(errand) for errand in errands])
            announce(self._connection, errands=True)


def presences(engine: Engine) -> Callable[[], AbstractContextManager[Presence]]:
    """What begins a transaction over all workspaces: it commits when the block ends, rolls back when it raises."""

    @contextmanager
    def begin() -> Iterator[Presence]:
        with engine.begin() as connection:
            yield Presence(connection)

    return begin


_TOP = 2**31 - 1

_MISSED = select(_presence.c.workspace).where(_presence.c.workspace != EVERYWHERE).order_by(_presence.c.workspace)

_LAST = select(_presence.c.at).where(_presence.c.workspace == EVERYWHERE)

_TO_BE_READ = select(_errand.c.workspace, _errand.c.args).where(
    and_(literal_column("not errand.done"), _errand.c.kind == ErrandKind.HEAR_BACK.value)
)

_once = bindparam(None, "check-in:", String) + cast(_check_in.c.id, String) + bindparam(None, ":prompt", String)
_again = bindparam(None, "check-in:", String) + cast(_check_in.c.id, String) + bindparam(None, ":reminder", String)

_CHECK_INS = (
    select(
        _check_in.c.id,
        _check_in.c.workspace,
        _check_in.c.student,
        func.min(_outbox.c.channel).label("channel"),
        func.min(_outbox.c.ts).label("ts"),
    )
    .select_from(
        _check_in.join(_outbox, and_(_outbox.c.workspace == _check_in.c.workspace, _outbox.c.once.in_([_once, _again])))
    )
    .where(
        and_(
            _check_in.c.wake_at.is_not(None),  # so says the index
            _check_in.c.state.in_(["prompted", "reminded"]),
            _check_in.c.due_at > bindparam("since"),
            _check_in.c.id < bindparam("below"),
            _outbox.c.state == "sent",
            _outbox.c.channel.is_not(None),
            _outbox.c.ts.is_not(None),
        )
    )
    .group_by(_check_in.c.id, _check_in.c.workspace, _check_in.c.student)
    .order_by(_check_in.c.id.desc())
    .limit(bindparam("most"))
)

_INTERVIEWS = (
    select(_interview.c.id, _interview.c.workspace, _interview.c.student, _focus.c.since)
    .select_from(
        _interview.join(
            _focus,
            and_(
                _focus.c.workspace == _interview.c.workspace,
                _focus.c.user == _interview.c.student,
                _focus.c.about == About.INTERVIEW.value,
                _focus.c.ref == _interview.c.id,
            ),
        )
    )
    .where(
        and_(
            literal_column("interview.state") == literal_column("'open'"),
            _interview.c.updated_at > bindparam("since"),
            _interview.c.id < bindparam("below"),
        )
    )
    .order_by(_interview.c.id.desc())
    .limit(bindparam("most"))
)


# The condition that lets everything rest which belongs to a workspace that left.


_departure = table(DepartureRow)


def is_here(rows: FromClause) -> ColumnElement[bool]:
    """Whether the workspace of `rows` has not left, or is back."""
    gone = and_(_departure.c.workspace == rows.c.workspace, _departure.c.back_at.is_(None))
    return ~exists().where(gone)


def gone_for(engine: Engine, reason: Reason) -> list[str]:
    """The workspaces that left for this reason, and are not back."""
    gone = select(_departure.c.workspace).where(_departure.c.reason == reason.value, _departure.c.back_at.is_(None))
    with reading(engine) as connection:
        return list(connection.execute(gone.order_by(_departure.c.workspace)).scalars())

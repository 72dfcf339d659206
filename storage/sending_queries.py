"""The statements that look for work in the outbox, each answered from a partial index.

States stand in them as literals: neither SQLite nor a prepared statement in PostgreSQL uses a partial index
for a state that it is only told later. Workspaces are found by hopping from one to the next in the index, so
that the cost follows the number of workspaces, never the number of rows.
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    String,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    select,
    text,
)

from storage.tables import OutboxRow, PaceRow, table
from storage.types import UtcDateTime

outbox = table(OutboxRow)
pace = table(PaceRow)

_WAITING: ColumnElement[str] = literal_column("'waiting'")
_CLAIMED: ColumnElement[str] = literal_column("'claimed'")


def is_waiting(rows: FromClause) -> ColumnElement[bool]:
    return rows.c.state == _WAITING


def is_claimed(rows: FromClause) -> ColumnElement[bool]:
    return rows.c.state == _CLAIMED


def _heads(*conditions: ColumnElement[bool]) -> Any:
    """Due rows of a workspace with nothing before them in their lane, those that are due longest first."""
    earlier = outbox.alias("earlier")
    blocked = exists().where(
        and_(
            earlier.c.workspace == outbox.c.workspace,
            earlier.c.lane == outbox.c.lane,
            earlier.c.state.in_([_WAITING, _CLAIMED]),
            earlier.c.id < outbox.c.id,
        )
    )
    due = and_(
        outbox.c.workspace == bindparam("workspace"),
        is_waiting(outbox),
        outbox.c.not_before <= bindparam("now"),
        ~blocked,
        *conditions,
    )
    found = select(*outbox.c).where(due).order_by(outbox.c.not_before, outbox.c.id).limit(bindparam("most"))
    return found.with_for_update(skip_locked=True, of=outbox)


def _claimed(condition: ColumnElement[bool]) -> Any:
    held = select(*outbox.c).where(is_claimed(outbox), condition)
    return held.order_by(outbox.c.lease_until).limit(bindparam("most")).with_for_update(skip_locked=True)


HEADS = _heads()

HEADS_OF_OTHERS = _heads(
    outbox.c.verb.not_in(bindparam("verbs", expanding=True)),
    outbox.c.lane.not_in(bindparam("lanes", expanding=True)),
)

LOST = _claimed(and_(outbox.c.lease_until <= bindparam("now"), outbox.c.id.not_in(bindparam("ours", expanding=True))))

CLAIMED_BY_OTHERS = _claimed(outbox.c.owner != bindparam("owner"))

NEXT_LEASE = select(func.min(outbox.c.lease_until)).where(is_claimed(outbox))

CARDS = select(outbox.c.id, outbox.c.channel, outbox.c.ts).where(outbox.c.id.in_(bindparam("cards", expanding=True)))

_HOPS = """
    WITH RECURSIVE hop(workspace) AS (
        SELECT (SELECT workspace FROM outbox WHERE state = 'waiting' ORDER BY workspace LIMIT 1)
        UNION ALL
        SELECT (SELECT o.workspace FROM outbox o
                WHERE o.state = 'waiting' AND o.workspace > hop.workspace ORDER BY o.workspace LIMIT 1)
        FROM hop WHERE hop.workspace IS NOT NULL
    )
"""

DUE_WORKSPACES = (
    text(
        f"""{_HOPS}
        SELECT hop.workspace FROM hop LEFT JOIN pace ON pace.workspace = hop.workspace
        WHERE hop.workspace IS NOT NULL
          AND (pace.next_free_at IS NULL OR pace.next_free_at <= :now)
          AND EXISTS (SELECT 1 FROM outbox o WHERE o.state = 'waiting'
                      AND o.workspace = hop.workspace AND o.not_before <= :now)
        """
    )
    .bindparams(bindparam("now", type_=UtcDateTime))
    .columns(workspace=String)
)

NEXT_DUE = (
    text(
        f"""{_HOPS}
        SELECT min(CASE WHEN pace.next_free_at > :now THEN pace.next_free_at
                   ELSE (SELECT o.not_before FROM outbox o
                         WHERE o.state = 'waiting' AND o.workspace = hop.workspace AND o.not_before > :now
                         ORDER BY o.not_before LIMIT 1) END) AS due
        FROM hop LEFT JOIN pace ON pace.workspace = hop.workspace
        WHERE hop.workspace IS NOT NULL
        """
    )
    .bindparams(bindparam("now", type_=UtcDateTime))
    .columns(due=UtcDateTime)
)

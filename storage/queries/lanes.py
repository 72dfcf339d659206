"""What waits in the outbox and may leave: the statements that look for work, each answered from a partial index.

States stand in them as literals: neither SQLite nor a prepared statement in PostgreSQL uses a partial index for a
state that it is only told later. Workspaces are found by hopping from one to the next in the index, so that the cost
follows the number of workspaces, never the number of rows.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    String,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    or_,
    select,
    text,
    tuple_,
    update,
)

from bot.domain.outbox import Delivery, DeliveryState, Verb
from storage import statements
from storage.statements import run
from storage.tables.classes import HomeRow, OutboxRow, PaceRow, table
from storage.types import UtcDateTime

outbox = table(OutboxRow)
pace = table(PaceRow)
home = table(HomeRow)

_WAITING: ColumnElement[str] = literal_column("'waiting'")
_CLAIMED: ColumnElement[str] = literal_column("'claimed'")


def is_waiting(rows: FromClause) -> ColumnElement[bool]:
    return rows.c.state == _WAITING


def is_open(rows: FromClause) -> ColumnElement[bool]:
    return rows.c.state.in_([_WAITING, _CLAIMED])


def is_claimed(rows: FromClause) -> ColumnElement[bool]:
    return rows.c.state == _CLAIMED


def is_in_the_way(rows: FromClause) -> ColumnElement[bool]:
    """Whether what is younger in its lane has to wait for it: it is not over, and was tried, or may be. What is to
    leave later from the start, and is not due yet, lets others pass."""
    tried = or_(rows.c.attempts > 0, rows.c.error.is_not(None))
    return and_(is_open(rows), or_(tried, rows.c.not_before <= bindparam("now", type_=UtcDateTime)))


WINDOW = 256
"""So many due rows of a workspace are looked at for heads before its lanes are."""


_card = outbox.alias("card")
_STANDS = (
    _card.c.channel.label("card_channel"),
    _card.c.ts.label("card_ts"),
    func.coalesce(_card.c.shown, home.c.shown).label("stands"),
)
"""Of a refresh the place of its card, and a hash of what stands there; of a Home the hash."""


def _beside(rows: FromClause) -> FromClause:
    """Rows of the outbox beside the card that they refresh, and beside the Home that they publish."""
    its_card = and_(_card.c.workspace == outbox.c.workspace, _card.c.id == outbox.c.refreshes)
    theirs = and_(home.c.workspace == outbox.c.workspace, home.c.user == outbox.c.reader)
    its_home = and_(outbox.c.verb == Verb.HOME.value, theirs)
    return rows.outerjoin(_card, its_card).outerjoin(home, its_home)


def _due(rows: FromClause) -> ColumnElement[bool]:
    here = rows.c.workspace == bindparam("workspace")
    return and_(here, is_waiting(rows), rows.c.not_before <= bindparam("now", type_=UtcDateTime))


def _heads(*conditions: ColumnElement[bool]) -> Any:
    """Due rows of a workspace with nothing before them in their lane, those that are due longest first, among the
    first due rows: where many wait behind heads that may not go, looking at all of them would take seconds."""
    earlier, due = outbox.alias("earlier"), outbox.alias("due")
    age = (due.c.not_before, due.c.id)
    window = select(*age).where(_due(due)).order_by(*age).limit(WINDOW).subquery("first_due")
    last = select(*window.c).order_by(window.c.not_before.desc(), window.c.id.desc()).limit(1).scalar_subquery()
    blocked = exists().where(
        and_(
            earlier.c.workspace == outbox.c.workspace,
            earlier.c.lane == outbox.c.lane,
            is_in_the_way(earlier),
            earlier.c.id < outbox.c.id,
        )
    )
    # What is no younger than the last of the first due rows is due too; said twice, it would hide the end of the scan.
    among_the_first = tuple_(outbox.c.not_before, outbox.c.id) <= last
    here = and_(outbox.c.workspace == bindparam("workspace"), is_waiting(outbox))
    heads = select(*outbox.c, *_STANDS).select_from(_beside(outbox)).where(here, among_the_first, ~blocked, *conditions)
    return _locked(heads.order_by(outbox.c.not_before, outbox.c.id))


def _heads_by_lane(*conditions: ColumnElement[bool]) -> Any:
    """Due heads of a workspace, found by hopping from lane to lane: the cost follows the lanes that it passes."""
    first, following, head = outbox.alias("first"), outbox.alias("following"), outbox.alias("head")
    here = bindparam("workspace", type_=String)
    lane = select(first.c.lane).where(first.c.workspace == here, is_open(first)).order_by(first.c.lane).limit(1)
    hop = select(lane.scalar_subquery().label("lane")).cte("hop", recursive=True)
    after = select(following.c.lane).where(
        following.c.workspace == here, is_open(following), following.c.lane > hop.c.lane
    )
    hop = hop.union_all(
        select(after.order_by(following.c.lane).limit(1).scalar_subquery()).where(hop.c.lane.is_not(None))
    )
    heads = select(head.c.id).where(head.c.workspace == here, head.c.lane == hop.c.lane, is_in_the_way(head))
    its_head = outbox.c.id == heads.order_by(head.c.id).limit(1).correlate(hop).scalar_subquery()
    # No workspace and no order: SQLite would look through all that is due for each lane, and through all lanes.
    due = and_(is_waiting(outbox), outbox.c.not_before <= bindparam("now"))
    found = select(*outbox.c, *_STANDS).select_from(_beside(hop.join(outbox, its_head)))
    return _locked(found.where(due, *conditions))


def _locked(heads: Any) -> Any:
    return heads.limit(bindparam("most")).with_for_update(skip_locked=True, of=outbox)


def _claimed(condition: ColumnElement[bool]) -> Any:
    """Claimed rows, save in a workspace that rests: there nobody may look for what became of them."""
    resting = exists().where(and_(pace.c.workspace == outbox.c.workspace, pace.c.next_free_at > bindparam("now")))
    held = select(*outbox.c, *_STANDS).select_from(_beside(outbox)).where(is_claimed(outbox), condition, ~resting)
    return _locked(held.order_by(outbox.c.lease_until))


def _before(rows: FromClause) -> ColumnElement[bool]:
    """What is older in a lane, and in the way."""
    lane = and_(rows.c.workspace == bindparam("workspace"), rows.c.lane == bindparam("lane"), is_in_the_way(rows))
    return and_(lane, rows.c.id < bindparam("row"))


def _resting() -> ColumnElement[bool]:
    return and_(pace.c.workspace == bindparam("workspace"), pace.c.next_free_at > bindparam("now"))


MAY_LEAVE: Any = select(literal_column("1")).where(
    ~exists().where(_before(outbox.alias("earlier"))), ~exists().where(_resting())
)
"""One row where nothing in its lane is before a row, and its workspace does not rest."""

_others = (
    outbox.c.verb.not_in(bindparam("verbs", expanding=True)),
    outbox.c.lane.not_in(bindparam("lanes", expanding=True)),
)

HEADS = _heads()
HEADS_BY_LANE = _heads_by_lane()
OTHER_HEADS = _heads(*_others)
OTHER_HEADS_BY_LANE = _heads_by_lane(*_others)

_not_ours = outbox.c.id.not_in(bindparam("ours", expanding=True))
_run_out = outbox.c.lease_until <= bindparam("now")
_by_others = and_(outbox.c.owner != bindparam("owner"), outbox.c.lease_until <= bindparam("ends_by"))

LOST = _claimed(and_(_run_out, _not_ours))

LOST_OR_SETTLED = _claimed(and_(or_(_run_out, _by_others), _not_ours))

LOOK = (
    text(
        """
        WITH RECURSIVE hop(workspace) AS (
            SELECT (SELECT workspace FROM outbox WHERE state = 'waiting' ORDER BY workspace LIMIT 1)
            UNION ALL
            SELECT (SELECT o.workspace FROM outbox o
                    WHERE o.state = 'waiting' AND o.workspace > hop.workspace ORDER BY o.workspace LIMIT 1)
            FROM hop WHERE hop.workspace IS NOT NULL
        )
        SELECT hop.workspace,
               CASE WHEN pace.next_free_at > :now THEN pace.next_free_at
                    ELSE (SELECT o.not_before FROM outbox o
                          WHERE o.state = 'waiting' AND o.workspace = hop.workspace AND o.not_before > :now
                          ORDER BY o.not_before LIMIT 1) END AS next_at,
               (pace.next_free_at IS NULL OR pace.next_free_at <= :now)
               AND EXISTS (SELECT 1 FROM outbox o WHERE o.state = 'waiting'
                           AND o.workspace = hop.workspace AND o.not_before <= :now) AS is_due
        FROM hop LEFT JOIN pace ON pace.workspace = hop.workspace
        WHERE hop.workspace IS NOT NULL
        UNION ALL
        SELECT NULL, (SELECT min(lease_until) FROM outbox WHERE state = 'claimed'), 1 = 0
        """
    )
    .bindparams(bindparam("now", type_=UtcDateTime))
    .columns(workspace=String, next_at=UtcDateTime, is_due=Boolean)
)
"""A row for each workspace where something waits, and one without a workspace for the leases."""


@cache
def _marking(dialect: str) -> Any:
    held = {"state": _CLAIMED, "owner": bindparam("new_owner"), "lease_until": bindparam("until")}
    tried = outbox.c.attempts + bindparam("more", type_=Integer)
    return update(outbox).where(statements.one_of(outbox.c.id, dialect, "rows")).values(**held, attempts=tried)


def mark(
    connection: Connection, deliveries: Sequence[Delivery], owner: str, until: datetime, *, attempt: int = 1
) -> list[Delivery]:
    """Claim them all for `owner`, whose lease ends at `until`; whether that counts as an `attempt`, or as none (0)."""
    held: dict[str, Any] = {"state": DeliveryState.CLAIMED, "owner": owner, "lease_until": until}
    if deliveries:
        rows = [d.id for d in deliveries]
        given = {"rows": rows, "new_owner": owner, "until": until, "more": attempt}
        run(connection, _marking(connection.dialect.name), given)
    return [replace(d, **held, attempts=d.attempts + attempt) for d in deliveries]

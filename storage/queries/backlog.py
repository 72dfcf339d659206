"""What waits and what has failed, over all workspaces, read from the partial indexes without a lock.

What rests in a workspace that has left waits for nobody: it is no backlog.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Engine, and_, bindparam, func, literal_column, select, text

from bot.domain.backlog import Backlog
from storage.engine import reading
from storage.queries.departures import is_here
from storage.queries.sending_statements import is_waiting
from storage.tables.classes import CheckInRow, ErrandRow, OutboxRow, table

_outbox = table(OutboxRow)
_check_in = table(CheckInRow)
_errand = table(ErrandRow)

FAILED_MESSAGE = _outbox.c.state == literal_column("'failed'")
"""With a literal: it is the condition of the index."""

FAILED_ERRAND = text("errand.done and errand.error is not null")

_WAITING: Any = select(
    func.count(),
    func.min(_outbox.c.not_before).filter(_outbox.c.not_before <= bindparam("now")),
).where(is_waiting(_outbox), is_here(_outbox))
_OLDEST_CHECK_IN: Any = (
    select(_check_in.c.wake_at)
    .where(and_(_check_in.c.wake_at.is_not(None), _check_in.c.wake_at <= bindparam("now"), is_here(_check_in)))
    .order_by(_check_in.c.wake_at)
    .limit(1)
)
_DEAD_MESSAGES: Any = select(func.count()).select_from(_outbox).where(FAILED_MESSAGE)
_DEAD_ERRANDS: Any = select(func.count()).select_from(_errand).where(FAILED_ERRAND)


def read_backlog(engine: Engine, now: datetime) -> Backlog:
    """The backlog at `now`. SQLAlchemyError where the database is away."""
    with reading(engine) as connection:
        waiting, outbox_due = connection.execute(_WAITING, {"now": now}).one()
        return Backlog(
            outbox_waiting=waiting,
            outbox_due=outbox_due,
            check_in_due=connection.execute(_OLDEST_CHECK_IN, {"now": now}).scalar(),
            dead_messages=connection.execute(_DEAD_MESSAGES).scalar_one(),
            dead_errands=connection.execute(_DEAD_ERRANDS).scalar_one(),
        )

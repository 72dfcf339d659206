"""Which messages of Accord stand in Slack, as far as the outbox knows."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, select

from bot.domain.outbox import DeliveryState, Verb
from storage.engine import reading
from storage.tables.classes import OutboxRow, table

_outbox = table(OutboxRow)

_NEWEST: Any = (
    select(_outbox.c.workspace, _outbox.c.channel, _outbox.c.ts)
    .where(
        _outbox.c.state == DeliveryState.SENT.value,
        _outbox.c.verb == Verb.POST.value,
        _outbox.c.channel.startswith("D"),
        _outbox.c.thread.is_(None),
        _outbox.c.ts.is_not(None),
    )
    .order_by(_outbox.c.id.desc())
)


@dataclass(frozen=True, slots=True)
class Posted:
    """Where a message stands."""

    workspace: str
    channel: str
    ts: str


def newest_posted(engine: Engine, number: int) -> list[Posted]:
    """The newest in direct messages, which Accord may read, and beside no thread. SQLAlchemyError where the database is
    away."""
    with reading(engine) as connection:
        return [Posted(*row) for row in connection.execute(_NEWEST.limit(number))]

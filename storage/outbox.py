"""The outbox as the use cases see it: queue, find cards. Sending is delivery's (storage/sending.py)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from bot.domain.outbox import Delivery, DeliveryState, Verb
from storage import sending_queries as queries
from storage import statements
from storage.prepared import run
from storage.shelf import Shelf
from storage.tables import OutboxRow, PaceRow, table

_outbox = table(OutboxRow)
_pace = table(PaceRow)
_LIVE = (DeliveryState.WAITING.value, DeliveryState.CLAIMED.value, DeliveryState.SENT.value)
_GONE = (DeliveryState.EXPIRED, DeliveryState.FAILED)


class Outbox:
    """The outbox of one workspace. `queued` is what this transaction left for delivery, oldest first."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._shelf = Shelf(connection, _outbox, Delivery, workspace)
        self._workspace = workspace
        self.queued: list[Delivery] = []

    def queue(self, delivery: Delivery) -> Delivery | None:
        """Store it; None where `once` says that it was queued before."""
        stored = self._shelf.add_once(delivery, "once") if delivery.once else self._shelf.add(delivery)
        if stored is not None:
            self.queued.append(stored)
        return stored

    def may_leave(self, delivery: Delivery, now: datetime) -> bool:
        """Whether what was queued may be claimed: nothing is before it in its lane, and its workspace does not rest."""
        where = {"row": delivery.id, "workspace": self._workspace, "lane": delivery.lane, "now": now}
        return delivery.not_before <= now and bool(run(self._connection, queries.MAY_LEAVE, where).rows)

    def claim(self, delivery: Delivery, owner: str, until: datetime) -> Delivery:
        """Claim what may leave; the lease ends at `until`. LookupError for a delivery of another workspace."""
        if delivery.workspace != self._workspace:
            raise LookupError("a delivery of another workspace")
        attempts, state = delivery.attempts + 1, DeliveryState.CLAIMED
        claimed = replace(delivery, state=state, owner=owner, lease_until=until, attempts=attempts)
        mark = {"row": claimed.id, "new_owner": owner, "until": until, "attempt": claimed.attempts}
        run(self._connection, queries.MARK, mark)
        return claimed

    def get(self, id: int) -> Delivery | None:
        """Anything that was ever queued and is not forgotten."""
        return self._shelf.get(id)

    def cards(self, subject: str) -> list[Delivery]:
        """The posts that follow a subject, sent or still to be sent."""
        return self._shelf.all(subject=subject, verb=Verb.POST, state=_LIVE)

    def waiting_refresh(self, card: int) -> bool:
        """Whether a refresh of this card waits already."""
        return self._shelf.first(refreshes=card, state=DeliveryState.WAITING) is not None

    def waits(self, lane: str) -> bool:
        """Whether anything in this lane waits that nobody has claimed."""
        return bool(run(self._connection, queries.WAITS, {"workspace": self._workspace, "lane": lane}).rows)

    def reader_in(self, channel: str) -> str | None:
        """Whose direct messages these are, by the newest that was said there; None where that is long ago."""
        found = run(self._connection, queries.READER_IN, {"workspace": self._workspace, "channel": channel}).rows
        return str(found[0][0]) if found else None

    def were_lost(self, onces: Sequence[str]) -> bool:
        """Whether something was queued under these, and none of it could be said: expired, or refused by Slack."""
        found = self._shelf.all(once=list(onces))
        return bool(found) and all(d.state in _GONE for d in found)

    def withdraw(self, once: str) -> None:
        """Expire what still waits under this `once`."""
        run(self._connection, queries.WITHDRAW, {"workspace_": self._workspace, "once_": once})

    def rest(self, until: datetime) -> None:
        """Let nothing leave before then. An earlier instant ends a rest."""
        putting = statements.putting(_pace, self._connection.dialect.name, ("workspace",), ("next_free_at",))
        run(self._connection, putting, {"workspace": self._workspace, "next_free_at": until})

    def expire_waiting(self, before: datetime) -> None:
        """Expire what waits since before then."""
        run(self._connection, queries.EXPIRE_WAITING, {"workspace_": self._workspace, "before_": before})

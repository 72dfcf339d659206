"""The outbox as the use cases see it: queue, find cards. Sending is delivery's (storage/queries/sending.py)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain, count
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, update

from bot.domain.outbox import URGENT, Delivery, DeliveryState, Manner, Verb
from storage import statements
from storage.prepared import run
from storage.queries import sending_statements as queries
from storage.shelf import Shelf
from storage.tables.classes import OutboxRow, PaceRow, table

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
        self._manner: Manner | None = None
        self._instead_of: list[int] = []

    def answer_in(self, manner: Manner) -> None:
        """From here on, what is queued is queued in this manner."""
        self._manner = manner
        self._instead_of = list(manner.instead_of)

    def leave_thread(self) -> None:
        """From here on, what is queued for whom the answer is for stands below all messages, in no thread."""
        if self._manner is not None:
            self._manner = replace(self._manner, thread=None)

    def queue(self, delivery: Delivery) -> Delivery | None:
        """Store it; None where `once` says that it was queued before."""
        if self._manner is not None:
            delivery = self._in_manner(delivery, self._manner)
        stored = self._shelf.add_once(delivery, "once") if delivery.once else self._shelf.add(delivery)
        if stored is not None:
            self.queued.append(stored)
        return stored

    def _in_manner(self, delivery: Delivery, manner: Manner) -> Delivery:
        if delivery.lane.startswith(URGENT):
            return delivery
        if delivery.lane not in (manner.user, f"home:{manner.user}"):
            return replace(delivery, not_before=max(delivery.not_before, manner.others_from))
        if delivery.lane != manner.user or delivery.verb is not Verb.POST:
            return delivery
        earlier = self._shelf.get(self._instead_of.pop(0)) if self._instead_of and not delivery.once else None
        if earlier is None:
            return replace(delivery, thread=manner.thread)
        says_now = replace(earlier, notice=delivery.notice, args=delivery.args, subject=delivery.subject)
        self._shelf.save(says_now)
        return replace(delivery, verb=Verb.REFRESH, subject=None, refreshes=earlier.id)

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

    def posted(self, channel: str, ts: str) -> Delivery | None:
        """What stands in a conversation under this ts, where Accord posted it."""
        return self._shelf.first(ts=ts, channel=channel, verb=Verb.POST)

    def unsay(self, ids: Sequence[int]) -> None:
        """Expire those of these that still wait."""
        self._each_waiting(ids, state=DeliveryState.EXPIRED.value, error="withdrawn")

    def put_off(self, ids: Sequence[int], until: datetime) -> None:
        """Let those of these that still wait leave no sooner than `until`, save what is urgent."""
        self._each_waiting(ids, ~_outbox.c.lane.startswith(URGENT, autoescape=True), not_before=until)

    def _each_waiting(self, ids: Sequence[int], *those: ColumnElement[bool], **values: Any) -> None:
        here = and_(_outbox.c.workspace == self._workspace, queries.is_waiting(_outbox), _outbox.c.id.in_(ids), *those)
        if ids:
            self._connection.execute(update(_outbox).where(here).values(**values))

    def cards(self, subject: str) -> list[Delivery]:
        """The posts that follow a subject, sent or still to be sent."""
        return self._shelf.all(subject=subject, verb=Verb.POST, state=_LIVE)

    def waiting_refresh(self, card: int) -> bool:
        """Whether a refresh of this card waits already."""
        return self._shelf.first(refreshes=card, state=DeliveryState.WAITING) is not None

    def waits(self, lane: str) -> bool:
        """Whether anything in this lane waits that nobody has claimed."""
        return bool(run(self._connection, queries.WAITS, {"workspace": self._workspace, "lane": lane}).rows)

    def has_unread(self, user: str, ts: str) -> bool:
        """Whether anything was still on its way to somebody when they wrote the message with this ts."""
        return bool(run(self._connection, queries.UNREAD, {"workspace": self._workspace, "lane": user, "ts": ts}).rows)

    def reader_in(self, channel: str) -> str | None:
        """Whose direct messages these are, by the newest that was said there; None where that is long ago."""
        found = run(self._connection, queries.READER_IN, {"workspace": self._workspace, "channel": channel}).rows
        return str(found[0][0]) if found else None

    def is_waiting(self, once: str) -> bool:
        """Whether what was queued under this waits, and nobody has claimed it."""
        return self._shelf.first(once=once, state=DeliveryState.WAITING) is not None

    def unused(self, once: str) -> str:
        """This `once`, or another after it where something was queued under it before."""
        names = chain([once], (f"{once}:{number}" for number in count(2)))
        return next(name for name in names if self._shelf.first(once=name) is None)

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

    def forget_home(self, user: str) -> None:
        """Publish their Home the next time, also where it would show the same as the last time."""
        self._connection.execute(queries.TAKE_HOMES, {"workspace": self._workspace, "users": [user]})

    def expire_waiting(self, before: datetime) -> None:
        """Expire what waits since before then."""
        run(self._connection, queries.EXPIRE_WAITING, {"workspace_": self._workspace, "before_": before})

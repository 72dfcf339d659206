"""The outbox as the use cases see it: queue, find cards. Sending is delivery's (storage/queries/sending.py)."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    FromClause,
    Integer,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    true,
    update,
)

from bot.domain.outbox import LIVE, URGENT, Delivery, DeliveryState, Manner, Verb
from bot.domain.paper import has_no_account
from storage import statements
from storage.engine import reading
from storage.queries.lanes import MAY_LEAVE, home, is_open, is_waiting, mark, outbox, pace
from storage.repository import Repository, to_row
from storage.statements import run
from storage.tables.classes import OutboxRow
from storage.types import UtcDateTime

_GONE = (DeliveryState.EXPIRED, DeliveryState.FAILED)


class Deliveries(Repository[Delivery]):
    row = OutboxRow
    kind = Delivery
    unique = ("once",)

    def post(self, channel: str, ts: str) -> Delivery | None:
        """What was posted under this ts."""
        return self._first(ts=ts, channel=channel, verb=Verb.POST)

    def posts_about(self, subject: str) -> list[Delivery]:
        """Posts that follow a subject, sent or still to be sent."""
        return self._all(subject=subject, verb=Verb.POST, state=LIVE)

    def posts_ever_about(self, subject: str) -> list[Delivery]:
        return self._all(subject=subject, verb=Verb.POST)

    def posts_ever_about_any(self, subjects: Collection[str], notices: Collection[str]) -> list[Delivery]:
        return self._all(subject=subjects, verb=Verb.POST, notice=notices)

    def waiting_under(self, once: str) -> Delivery | None:
        return self._first(once=once, state=DeliveryState.WAITING)

    def under(self, onces: Collection[str]) -> list[Delivery]:
        """Whatever was queued under these."""
        return self._all(once=onces)

    def leaving_with(self, file: str) -> Delivery | None:
        return self._first(file=file, state=(DeliveryState.WAITING, DeliveryState.CLAIMED))


class Outbox:
    """The outbox of one workspace. `queued` is what this transaction left for delivery, oldest first."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._deliveries = Deliveries(connection, workspace)
        self._workspace = workspace
        self.queued: list[Delivery] = []
        self._manner: Manner | None = None
        self._instead_of: list[int] = []
        self._anew: dict[tuple[str, int | None], Delivery] = {}

    def files_under(self, beginning: str) -> list[str]:
        """Slack's ids of the files that were given to people by what was queued under such a `once`."""
        here = and_(outbox.c.workspace == self._workspace, outbox.c.once.startswith(beginning, autoescape=True))
        found = select(outbox.c.file).where(here, outbox.c.file.is_not(None))
        return list(self._connection.execute(found).scalars())

    def is_leaving(self, file: str) -> bool:
        """Whether a message with this file of Slack's has not arrived yet, as far as anybody knows."""
        return self._deliveries.leaving_with(file) is not None

    def answer_in(self, manner: Manner) -> None:
        """From here on, what is queued is queued in this manner."""
        self._manner = manner
        self._instead_of = list(manner.instead_of)

    def leave_thread(self) -> None:
        """From here on, what is queued for whom the answer is for stands below all messages, in no thread."""
        if self._manner is not None:
            self._manner = replace(self._manner, thread=None)

    def queue(self, delivery: Delivery) -> Delivery | None:
        """Store it; None where `once` says that it was queued before, and for whom nothing can reach: this is the one
        door to the outbox, beside that of check-ins (storage/queries/due.py)."""
        if has_no_account(delivery.reader):
            return None
        if self._manner is not None:
            delivery = self._in_manner(delivery, self._manner)
        stored = self._deliveries.add_once(delivery) if delivery.once else self._deliveries.add(delivery)
        if stored is not None:
            self.queued.append(stored)
        return stored

    def queue_all(self, deliveries: Sequence[Delivery]) -> None:
        """Store those whose `once` was never used, each of which has one."""
        deliveries = [delivery for delivery in deliveries if not has_no_account(delivery.reader)]
        if not deliveries:
            return
        manner = self._manner
        those = [self._in_manner(d, manner) for d in deliveries] if manner is not None else deliveries
        found = self._store(queueing_once, those)
        ids = {once: id for id, once in found}
        self.queued += [replace(delivery, id=ids[delivery.once]) for delivery in those if delivery.once in ids]

    def _store(self, statement: Callable[[str], Any], deliveries: Collection[Delivery]) -> Sequence[Sequence[Any]]:
        """Insert several at once; what the statement returns. LookupError where one is of another workspace."""
        if any(delivery.workspace != self._workspace for delivery in deliveries):
            raise LookupError("a delivery of another workspace")
        dialect = self._connection.dialect.name
        rows = [to_row(delivery) | {"place": place} for place, delivery in enumerate(deliveries)]
        given = {"rows": statements.as_given(dialect, rows), "here": self._workspace}
        return run(self._connection, statement(dialect), given).rows

    def queue_anew(self, delivery: Delivery) -> None:
        """What only shows something anew is stored with all of its kind by `end`, save where the same waits already. A
        Home that waits for later leaves by then where it is asked for sooner."""
        if has_no_account(delivery.reader):
            return
        if self._manner is not None:
            delivery = self._in_manner(delivery, self._manner)
        same = self._anew.get((delivery.lane, delivery.refreshes))
        if same is None or delivery.not_before < same.not_before:
            self._anew[delivery.lane, delivery.refreshes] = delivery

    def end(self) -> None:
        """Store now what shows something anew."""
        anew, self._anew = self._anew, {}
        if not anew:
            return
        found = [*self._store(queueing_anew, anew.values()), *self._sooner(anew.values())]
        ids = {(lane, refreshes): id for id, lane, refreshes in found}
        self.queued += [replace(delivery, id=ids[same]) for same, delivery in anew.items() if same in ids]

    def _sooner(self, anew: Iterable[Delivery]) -> Sequence[Sequence[Any]]:
        """The Homes that wait for later, of those that are to be shown at once: they may leave now."""
        now = [home for home in anew if home.verb is Verb.HOME and home.not_before <= home.created_at]
        if not now:
            return ()
        given = {"here": self._workspace, "lanes": [home.lane for home in now], "by": now[0].created_at}
        return run(self._connection, _hastening_homes(self._connection.dialect.name), given).rows

    def _in_manner(self, delivery: Delivery, manner: Manner) -> Delivery:
        if delivery.lane.startswith(URGENT):
            return delivery
        if delivery.lane not in (manner.user, f"home:{manner.user}"):
            return replace(delivery, not_before=max(delivery.not_before, manner.others_from))
        if delivery.lane != manner.user or delivery.verb is not Verb.POST:
            return delivery
        earlier = None if delivery.once else self._earlier(manner.thread)
        if earlier is None:
            return replace(delivery, thread=manner.thread)
        says_now = replace(earlier, notice=delivery.notice, args=delivery.args, subject=delivery.subject)
        self._deliveries.save(says_now)
        return replace(delivery, verb=Verb.REFRESH, subject=None, refreshes=earlier.id)

    def _earlier(self, thread: str | None) -> Delivery | None:
        """The first of those that are said anew which stands where this is said: what asks about something else must
        not come to stand in the thread of a question."""
        for id in self._instead_of:
            found = self._deliveries.get(id)
            if found is not None and (found.thread or None) == (thread or None):
                self._instead_of.remove(id)
                return found
        return None

    def may_leave(self, delivery: Delivery, now: datetime) -> bool:
        """Whether what was queued may be claimed: nothing is before it in its lane, and its workspace does not rest."""
        where = {"row": delivery.id, "workspace": self._workspace, "lane": delivery.lane, "now": now}
        return delivery.not_before <= now and bool(run(self._connection, MAY_LEAVE, where).rows)

    def claim(self, deliveries: Sequence[Delivery], owner: str, until: datetime) -> list[Delivery]:
        """Claim what may leave; the lease ends at `until`. LookupError where one is of another workspace."""
        if any(delivery.workspace != self._workspace for delivery in deliveries):
            raise LookupError("a delivery of another workspace")
        return mark(self._connection, deliveries, owner, until)

    def get(self, id: int) -> Delivery | None:
        """Anything that was ever queued and is not forgotten."""
        return self._deliveries.get(id)

    def posted(self, channel: str, ts: str) -> Delivery | None:
        """What stands in a conversation under this ts, where Accord posted it."""
        return self._deliveries.post(channel, ts)

    def unsay(self, ids: Sequence[int]) -> set[int]:
        """Expire those of these that still wait; which those are."""
        return self._each_waiting(ids, state=DeliveryState.EXPIRED.value, error="withdrawn")

    def put_off(self, ids: Sequence[int], until: datetime) -> None:
        """Let those of these that still wait leave no sooner than `until`, save what is urgent."""
        self._each_waiting(ids, ~outbox.c.lane.startswith(URGENT, autoescape=True), not_before=until)

    def _each_waiting(self, ids: Sequence[int], *those: ColumnElement[bool], **values: Any) -> set[int]:
        here = and_(outbox.c.workspace == self._workspace, is_waiting(outbox), outbox.c.id.in_(ids), *those)
        if not ids:
            return set()
        return set(self._connection.scalars(update(outbox).where(here).values(**values).returning(outbox.c.id)))

    def hasten(self, cards: Sequence[int], now: datetime) -> None:
        """What shows these anew later, and waits, may leave now."""
        waits = and_(outbox.c.workspace == self._workspace, is_waiting(outbox), outbox.c.refreshes.in_(cards))
        if cards:
            later = and_(waits, outbox.c.not_before > now)
            self._connection.execute(update(outbox).where(later).values(not_before=now))

    def cards(self, subject: str) -> list[Delivery]:
        """The posts that follow a subject, sent or still to be sent."""
        return self._deliveries.posts_about(subject)

    def held_about(self, subject: str) -> set[int]:
        """The ids of what follows a subject and waits; nobody takes it before the transaction ends."""
        where = {"workspace": self._workspace, "subject": subject}
        return {id for [id] in run(self._connection, WAITING_ABOUT, where).rows}

    def ever_about(self, subject: str) -> list[Delivery]:
        """The posts that follow a subject, whatever became of them."""
        return self._deliveries.posts_ever_about(subject)

    def ever_about_any(self, subjects: Collection[str], notices: Collection[str]) -> list[Delivery]:
        """The posts of these kinds that follow one of the subjects, whatever became of them."""
        return self._deliveries.posts_ever_about_any(subjects, notices)

    def has_unread(self, user: str, ts: str) -> bool:
        """Whether anything was still on its way to somebody when they wrote the message with this ts."""
        return bool(run(self._connection, UNREAD, {"workspace": self._workspace, "lane": user, "ts": ts}).rows)

    def is_speaking_to(self, user: str) -> bool:
        """Whether anything is still on its way to somebody now."""
        return self.has_unread(user, _AFTER_ALL)

    def reader_in(self, channel: str) -> str | None:
        """Whose direct messages these are, by the newest that was said there; None where that is long ago."""
        found = run(self._connection, READER_IN, {"workspace": self._workspace, "channel": channel}).rows
        return str(found[0][0]) if found else None

    def told_since(self, user: str, notices: Collection[str], since: datetime) -> int:
        """How many messages of these kinds somebody was told after this moment."""
        named = {"workspace": self._workspace, "lane": user, "notices": sorted(notices), "since": since}
        return int(run(self._connection, _told_since(self._connection.dialect.name), named).rows[0][0])

    def is_waiting(self, once: str) -> bool:
        """Whether what was queued under this waits, and nobody has claimed it."""
        return self._deliveries.waiting_under(once) is not None

    def were_queued(self, onces: Sequence[str]) -> bool:
        """Whether anything was ever queued under these."""
        return bool(self._deliveries.under(onces))

    def were_lost(self, onces: Sequence[str]) -> bool:
        """Whether something was queued under these, and none of it could be said: expired, or refused by Slack."""
        found = self._deliveries.under(onces)
        return bool(found) and all(d.state in _GONE for d in found)

    def withdraw(self, *onces: str) -> None:
        """Expire what still waits under these."""
        given = {"workspace_": self._workspace, "onces": list(onces)}
        run(self._connection, withdrawing(self._connection.dialect.name), given)

    def rest(self, until: datetime) -> None:
        """Let nothing leave before then. An earlier instant ends a rest."""
        putting = statements.putting(pace, self._connection.dialect.name, ("workspace",), ("next_free_at",))
        run(self._connection, putting, {"workspace": self._workspace, "next_free_at": until})

    def forget_home(self, user: str) -> None:
        """Publish their Home the next time, also where it would show the same as the last time."""
        run(self._connection, FORGET_HOME, {"workspace": self._workspace, "reader": user})

    def expire_waiting(self, before: datetime) -> None:
        """Expire what waits since before then."""
        run(self._connection, EXPIRE_WAITING, {"workspace_": self._workspace, "before_": before})


FORGET_CARD = update(outbox).where(outbox.c.id == bindparam("card")).values(shown=None)
FORGET_HOME = delete(home).where(home.c.workspace == bindparam("workspace"), home.c.user == bindparam("reader"))
"""What stands in Slack is not known any more."""


@cache
def queueing_once(dialect: str) -> Any:
    """Stores given rows in the workspace `here`, save where their `once` is there; returns what tells them apart."""
    names, new, here = _given_rows(dialect)
    rows = _in_order(names, new, here).where(true())  # SQLite wants a WHERE before ON CONFLICT
    made = statements.upsert(dialect, outbox).from_select(names, rows)
    return made.on_conflict_do_nothing(index_elements=["workspace", "once"]).returning(outbox.c.id, outbox.c.once)


def _given_rows(dialect: str) -> tuple[list[str], statements.GivenRows, ColumnElement[str]]:
    """The columns of new rows, the rows that are given, and the workspace that they are for."""
    names = [column.name for column in outbox.c if column.name != "id"]
    types = {name: outbox.c[name].type for name in names}
    new = statements.given(dialect, "rows", place=Integer(), **types)
    return names, new, bindparam("here", type_=outbox.c.workspace.type)


def _in_order(names: Sequence[str], new: statements.GivenRows, here: ColumnElement[str]) -> Select[Any]:
    rows = select(*(here if name == "workspace" else new.columns[name] for name in names)).select_from(new.rows)
    return rows.order_by(new.columns["place"])


@cache
def queueing_anew(dialect: str) -> Any:
    """Stores given rows in the workspace `here`, save where the same Home waits to be published, or a refresh of the
    same card; returns what tells apart the stored ones. What waits so can not be claimed before the transaction ends:
    it would show what was."""
    names, new, here = _given_rows(dialect)
    home_, refresh = outbox.alias("home_"), outbox.alias("refresh")
    published = and_(
        home_.c.workspace == here,
        home_.c.lane == new.columns["lane"],
        is_open(home_),  # so says the index
        is_waiting(home_),
        home_.c.verb == new.columns["verb"],
        new.columns["verb"] == Verb.HOME.value,
    )
    shown = and_(
        refresh.c.workspace == here,
        refresh.c.refreshes == new.columns["refreshes"],
        is_waiting(refresh),
    )
    first = _in_order(names, new, here).where(~_held(home_, published), ~_held(refresh, shown))
    return insert(outbox).from_select(names, first).returning(outbox.c.id, outbox.c.lane, outbox.c.refreshes)


def _held(rows: FromClause, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether there is such a row, which nobody takes before the transaction ends; whose turn to take it was first is
    waited for."""
    return exists(select(rows.c.id).where(condition).with_for_update(of=rows))


WAITING_ABOUT = (
    select(outbox.c.id)
    .where(outbox.c.workspace == bindparam("workspace"), outbox.c.subject == bindparam("subject"), is_waiting(outbox))
    .order_by(outbox.c.id)
    .with_for_update()
)
"""What follows a subject and waits, held."""


OF_LATE = 50_000
"""So many of the newest messages are looked at for a conversation, to which no index leads."""


def _reader_in() -> Any:
    newest = select(func.max(outbox.c.id)).scalar_subquery()
    theirs = and_(outbox.c.channel == bindparam("channel"), outbox.c.lane == outbox.c.reader)
    here = and_(outbox.c.workspace == bindparam("workspace"), outbox.c.id > newest - OF_LATE, theirs)
    return select(outbox.c.reader).where(here).order_by(outbox.c.id.desc()).limit(1)


READER_IN = _reader_in()
"""One row where something was said in a conversation: to whom. In a channel nobody is the only reader."""

_AFTER_ALL = "9"
"""Greater than every ts that Slack gives."""

UNREAD: Any = (
    select(literal_column("1"))
    .select_from(outbox)
    .where(
        and_(
            outbox.c.workspace == bindparam("workspace"),
            outbox.c.lane == bindparam("lane"),
            outbox.c.verb == "post",
            or_(is_open(outbox), outbox.c.ts > bindparam("ts")),
        )
    )
    .limit(1)
)
"""One row where anything for somebody was still to be posted when they wrote the message with this ts."""


@cache
def _told_since(dialect: str) -> Select[Any]:
    return select(func.count()).where(
        outbox.c.workspace == bindparam("workspace"),
        outbox.c.lane == bindparam("lane"),
        outbox.c.verb == "post",
        statements.one_of(outbox.c.notice, dialect, "notices"),
        outbox.c.created_at > bindparam("since", type_=UtcDateTime),
    )


@cache
def _hastening_homes(dialect: str) -> Any:
    """Of people in these lanes; returns what tells them apart."""
    here = and_(outbox.c.workspace == bindparam("here"), statements.one_of(outbox.c.lane, dialect, "lanes"))
    now = bindparam("by", type_=UtcDateTime)
    late = and_(here, is_waiting(outbox), outbox.c.verb == Verb.HOME.value, outbox.c.not_before > now)
    return update(outbox).where(late).values(not_before=now).returning(outbox.c.id, outbox.c.lane, outbox.c.refreshes)


@cache
def withdrawing(dialect: str) -> Any:
    here = and_(outbox.c.workspace == bindparam("workspace_"), statements.one_of(outbox.c.once, dialect, "onces"))
    return update(outbox).where(here, is_waiting(outbox)).values(state="expired", error="withdrawn")


EXPIRE_WAITING = (
    update(outbox)
    .where(
        and_(
            outbox.c.workspace == bindparam("workspace_"),
            is_waiting(outbox),
            outbox.c.created_at < bindparam("before_", type_=UtcDateTime),
        )
    )
    .values(state="expired", error="late")
)


# Which messages of Accord stand in Slack, as far as the outbox knows.


_NEWEST: Any = (
    select(outbox.c.workspace, outbox.c.channel, outbox.c.ts)
    .where(
        outbox.c.state == DeliveryState.SENT.value,
        outbox.c.verb == Verb.POST.value,
        outbox.c.channel.startswith("D"),
        outbox.c.thread.is_(None),
        outbox.c.ts.is_not(None),
    )
    .order_by(outbox.c.id.desc())
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

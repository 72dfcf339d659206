"""The outbox as its sender sees it, over all workspaces: claim what is due, write down how it ended.

Order: only the head of a lane can be claimed, and a claimed row is a head until its outcome is known, so the
rows of a lane leave one after the other. Committing a claim is the mark "the outcome of this attempt is
unknown"; it is made before the request leaves, and every later update is fenced on the owner and the attempt.
"""

import random
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Engine, Integer, String, and_, bindparam, case, select, true, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.outbox import Delivery, DeliveryState, EndedAttempt, Pace, Verb
from storage import statements
from storage.queries import lanes
from storage.queries.outbox import FORGET_CARD, FORGET_HOME
from storage.statements import run
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to do. `workspaces` have due rows and no pause; `next_due` is when, after now, a row becomes due
    or a pause ends; `next_lease` is when the first lease of a claimed row runs out, or ran out."""

    workspaces: Sequence[str]
    next_due: datetime | None
    next_lease: datetime | None


class Sending:
    """The outbox of every workspace, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._units: dict[str, UnitOfWork] = {}

    def in_workspace(self, workspace: str, now: datetime) -> UnitOfWork:
        """The unit of work in the same transaction: all that is rendered in it shares what was read."""
        if workspace not in self._units:
            self._units[workspace] = UnitOfWork(self._connection, workspace, now)
        return self._units[workspace]

    def look(self, now: datetime) -> Look:
        """See what there is to do, at the cost of a few index probes for each workspace that has something to say."""
        found = run(self._connection, lanes.LOOK, {"now": now}).rows
        instants = [next_at for workspace, next_at, _ in found if workspace is not None and next_at is not None]
        leases = [next_at for workspace, next_at, _ in found if workspace is None]
        due = [workspace for workspace, _, is_due in found if is_due]
        return Look(due, min(instants, default=None), leases[0])

    def claim(
        self,
        owner: str,
        now: datetime,
        limit: int,
        lease: timedelta,
        pace: Pace,
        workspaces: Sequence[str],
    ) -> list[Delivery]:
        """Take up to `limit` heads of lanes that are due, evenly from `workspaces` (those that `look` found).

        Heads whose time to be said is over become expired instead, and the rows behind them are looked at. A
        refresh comes back with the channel and ts of the message that it refreshes; where that was never sent,
        it expires.
        """
        taken: list[Delivery] = []
        for position, workspace in enumerate(_in_turn(workspaces, owner, now)):
            room = limit - len(taken)
            if room <= 0:
                break
            share = -(-room // (len(workspaces) - position))
            taken += self._claim_in(workspace, owner, now, share, lease, pace)
        return taken

    def claim_lost(
        self,
        owner: str,
        now: datetime,
        limit: int,
        lease: timedelta,
        *,
        on_their_way: Collection[int] = (),
        settled: timedelta | None = None,
    ) -> list[Delivery]:
        """Take over rows whose sender did not say in time how they ended; it counts as no attempt.

        Not those `on_their_way` from this very sender: a clock that jumps ends leases early. With `settled`, also what
        another owner claimed at least so long ago, by the same `lease`: for a program that knows itself to be the only
        one.
        """
        which: dict[str, Any] = {"now": now, "most": limit, "ours": list(on_their_way)}
        if settled is None:
            rows = self._rows(lanes.LOST, **which)
        else:  # claimed so long ago, its lease ends by then
            rows = self._rows(lanes.LOST_OR_SETTLED, **which, owner=owner, ends_by=now + lease - settled)
        taken = self._mark(self._with_a_card(rows), owner, now + lease, attempt=0)
        return [self._not_known(d) for d in taken]

    def finish(self, ends: Sequence[EndedAttempt], owner: str) -> int:
        """Write how attempts ended; those that `owner` no longer holds stay as they are. Returns how many it held."""
        if not ends:
            return 0
        given = statements.as_given(self._dialect, [_end(*end) for end in ends])
        held = {id for [id] in run(self._connection, _finishing(self._dialect), {"ends": given, "holder": owner}).rows}
        self._write_shown([end for end in ends if end[0].id in held])
        return len(held)

    def _write_shown(self, ends: Sequence[EndedAttempt]) -> None:
        """What stands in Slack now of the cards and Homes that were shown anew by who held their rows until now."""
        new = [(claimed, after.shown) for claimed, after in ends if after.shown not in (None, claimed.shown)]
        cards = [{"card": d.refreshes, "now_shown": shown} for d, shown in new if d.verb is Verb.REFRESH]
        published = [(d, shown) for d, shown in new if d.verb is Verb.HOME]
        homes = [{"workspace": d.workspace, "reader": d.reader, "now_shown": shown} for d, shown in published]
        for claimed, after in ends:
            if claimed.shown is not None and after.shown is None:
                self._not_known(claimed)
        if cards:
            run(self._connection, _show_cards(self._dialect), {"cards": cards})
        if homes:
            run(self._connection, _show_homes(self._dialect), {"homes": homes})

    @property
    def _dialect(self) -> str:
        return self._connection.dialect.name

    def pause(self, workspace: str, until: datetime) -> None:
        """Send nothing in a workspace before `until`; a longer pause that stands already is kept."""
        dialect: Any = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        made = dialect.insert(lanes.pace).values(workspace=workspace, next_free_at=until)
        stands = lanes.pace.c.next_free_at
        later = case((stands > made.excluded.next_free_at, stands), else_=made.excluded.next_free_at)
        self._connection.execute(made.on_conflict_do_update(index_elements=["workspace"], set_={"next_free_at": later}))

    def _claim_in(
        self, workspace: str, owner: str, now: datetime, limit: int, lease: timedelta, pace: Pace
    ) -> list[Delivery]:
        while True:
            heads = self._heads(workspace, now, limit, pace)
            late = [d for d in heads if d.expires_at is not None and d.expires_at <= now]
            self._expire(late, "late")
            left = self._with_a_card([d for d in heads if d not in late])
            taken = self._mark([d for d in left if pace.admits(d)], owner, now + lease)
            if taken or len(left) == len(heads):  # else what expired has let others come forward
                return taken

    def _heads(self, workspace: str, now: datetime, limit: int, pace: Pace) -> list[Delivery]:
        verbs, resting = pace.resting(workspace)
        here: dict[str, Any] = {"workspace": workspace, "now": now, "most": limit}
        if not verbs and not resting:
            return self._rows(lanes.HEADS, **here) or self._rows(lanes.HEADS_BY_LANE, **here)
        here |= {"verbs": [v.value for v in verbs], "lanes": list(resting)}
        return self._rows(lanes.OTHER_HEADS, **here) or self._rows(lanes.OTHER_HEADS_BY_LANE, **here)

    def _mark(self, deliveries: Sequence[Delivery], owner: str, until: datetime, *, attempt: int = 1) -> list[Delivery]:
        return lanes.mark(self._connection, deliveries, owner, until, attempt=attempt)

    def _with_a_card(self, deliveries: list[Delivery]) -> list[Delivery]:
        """Refreshes whose card was never sent expire; the others are left, and whatever is no refresh."""
        gone = [d for d in deliveries if d.verb is Verb.REFRESH and not (d.channel and d.ts)]
        self._expire(gone, "no-card")
        return [d for d in deliveries if d not in gone]

    def _not_known(self, delivery: Delivery) -> Delivery:
        """Whoever held it may have changed what stands in Slack: nobody is to rely on that."""
        if delivery.verb is Verb.REFRESH:
            run(self._connection, FORGET_CARD, {"card": delivery.refreshes})
        elif delivery.verb is Verb.HOME:
            where = {"workspace": delivery.workspace, "reader": delivery.reader}
            run(self._connection, FORGET_HOME, where)
        else:
            return delivery
        return replace(delivery, shown=None)

    def _expire(self, deliveries: Sequence[Delivery], error: str) -> None:
        if deliveries:
            rows = [{"row": d.id, "why": error} for d in deliveries]
            self._connection.execute(_EXPIRE, rows)

    def _rows(self, query: Any, **values: Any) -> list[Delivery]:
        names = statements.named(query)
        return [_delivery(dict(zip(names, row, strict=True))) for row in run(self._connection, query, values).rows]


Sendings = Callable[[], AbstractContextManager[Sending]]


def sendings(engine: Engine) -> Sendings:
    """What begins a transaction over all workspaces: it commits when the block ends, rolls back when it raises."""

    @contextmanager
    def begin() -> Iterator[Sending]:
        with engine.begin() as connection:
            yield Sending(connection)

    return begin


_outbox = lanes.outbox

_EXPIRE = (
    update(_outbox)
    .where(_outbox.c.id == bindparam("row"))
    .values(state=DeliveryState.EXPIRED.value, owner=None, lease_until=None, error=bindparam("why"))
)


_ENDS = ("state", "attempts", "not_before", "channel", "ts", "sent_at", "error", "shown", "file")
"""What the end of an attempt writes."""


@cache
def _finishing(dialect: str) -> Any:
    """Returns the ids of the rows that were still held, by this holder and for this attempt."""
    types = {name: _outbox.c[name].type for name in _ENDS}
    new = statements.given(dialect, "ends", row=Integer(), attempt=Integer(), **types).columns
    still_held = and_(
        _outbox.c.id == new["row"],
        lanes.is_claimed(_outbox),
        _outbox.c.owner == bindparam("holder"),
        _outbox.c.attempts == new["attempt"],
    )
    ends: dict[str, Any] = {name: new[name] for name in _ENDS}
    return update(_outbox).where(still_held).values(**ends, owner=None, lease_until=None).returning(_outbox.c.id)


@cache
def _show_cards(dialect: str) -> Any:
    new = statements.given(dialect, "cards", card=Integer(), now_shown=String()).columns
    return update(_outbox).where(_outbox.c.id == new["card"]).values(shown=new["now_shown"])


@cache
def _show_homes(dialect: str) -> Any:
    new = statements.given(dialect, "homes", workspace=String(), reader=String(), now_shown=String())
    theirs = (
        select(*new.columns.values()).select_from(new.rows).where(true())
    )  # SQLite wants a WHERE before ON CONFLICT
    made = statements.upsert(dialect, lanes.home).from_select(["workspace", "user", "shown"], theirs)
    return made.on_conflict_do_update(index_elements=["workspace", "user"], set_={"shown": made.excluded.shown})


def _in_turn(workspaces: Sequence[str], owner: str, now: datetime) -> list[str]:
    """In an order that is another one each time, so that nobody is always the last."""
    turn = list(workspaces)
    if len(turn) > 1:
        random.Random(f"{owner}{now.isoformat()}").shuffle(turn)  # noqa: S311 - a fair turn, guards nothing
    return turn


def _end(claimed: Delivery, after: Delivery) -> dict[str, Any]:
    ends = {name: getattr(after, name) for name in _ENDS}
    shown = after.shown if after.verb is Verb.POST else None
    return {"row": claimed.id, "attempt": claimed.attempts, **ends, "shown": shown}


def _delivery(values: dict[str, Any]) -> Delivery:
    """Of a row beside what it shows anew."""
    channel, ts, stands = values.pop("card_channel"), values.pop("card_ts"), values.pop("stands")
    values["verb"] = Verb(values["verb"])
    values["state"] = DeliveryState(values["state"])
    found = Delivery(**values)
    if found.verb is Verb.REFRESH:
        return replace(found, channel=channel, ts=ts, shown=stands)
    return replace(found, shown=stands) if found.verb is Verb.HOME else found

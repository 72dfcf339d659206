"""Claiming what is due and writing down how it ended, on both databases."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select

from bot.domain.outbox import Delivery, DeliveryState, Verb
from storage.queries.lanes import WINDOW
from storage.queries.sending import sendings
from storage.tables.classes import OutboxRow, table
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
LEASE = timedelta(seconds=90)
LATER = NOW + LEASE


@dataclass
class Unhurried:
    """A pace that lets everything go, save what a test keeps back."""

    verbs: Collection[Verb] = ()
    lanes: Collection[str] = ()
    kept: set[int] = field(default_factory=set)

    def resting(self, workspace: str) -> tuple[Collection[Verb], Collection[str]]:
        return self.verbs, self.lanes

    def admits(self, delivery: Delivery) -> bool:
        return delivery.id not in self.kept


class Outbox:
    """What the tests say and see."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.begin = sendings(engine)

    def queue(self, lane: str = "U1", workspace: str = "T1", **fields: Any) -> Delivery:
        delivery = Delivery(workspace, lane, Verb.POST, "help", {}, lane, NOW, NOW)
        with self.engine.begin() as connection:
            queued = UnitOfWork(connection, workspace, NOW).outbox.queue(replace(delivery, **fields))
        assert queued is not None
        return queued

    def claim(self, now: datetime = NOW, owner: str = "a", limit: int = 50, pace: Any = None) -> list[Delivery]:
        with self.begin() as sending:
            workspaces = sending.look(now).workspaces
            return sending.claim(owner, now, limit, LEASE, pace or Unhurried(), workspaces)

    def lost(self, now: datetime, owner: str = "b", **which: Any) -> list[Delivery]:
        with self.begin() as sending:
            return sending.claim_lost(owner, now, 50, LEASE, **which)

    def end(self, claimed: Delivery, owner: str = "a", **after: Any) -> bool:
        with self.begin() as sending:
            return sending.finish([(claimed, replace(claimed, **after))], owner) == 1

    def sent(self, claimed: Delivery, owner: str = "a") -> bool:
        return self.end(claimed, owner, state=DeliveryState.SENT, channel="D1", ts="1.2", sent_at=NOW)

    def pause(self, workspace: str, until: datetime) -> None:
        with self.begin() as sending:
            sending.pause(workspace, until)

    def next_due(self, now: datetime = NOW) -> datetime | None:
        with self.begin() as sending:
            return sending.look(now).next_due

    def next_lease(self) -> datetime | None:
        with self.begin() as sending:
            return sending.look(NOW).next_lease

    def row(self, id: int) -> Any:
        outbox = table(OutboxRow)
        with self.engine.begin() as connection:
            return connection.execute(select(outbox).where(outbox.c.id == id)).one()


@pytest.fixture
def outbox(engine: Engine) -> Outbox:
    return Outbox(engine)


def ids(deliveries: list[Delivery]) -> list[int]:
    return [d.id for d in deliveries]


def test_a_claim_writes_owner_lease_and_attempt_before_anything_is_sent(outbox: Outbox) -> None:
    queued = outbox.queue()
    [claimed] = outbox.claim()
    row = outbox.row(queued.id)
    assert (row.state, row.owner, row.lease_until, row.attempts) == ("claimed", "a", NOW + LEASE, 1)
    assert claimed == replace(queued, state=DeliveryState.CLAIMED, owner="a", lease_until=NOW + LEASE, attempts=1)


def test_only_the_head_of_a_lane_is_claimed_until_its_outcome_is_known(outbox: Outbox) -> None:
    first, second, other = outbox.queue("U1"), outbox.queue("U1"), outbox.queue("U2")
    claimed = outbox.claim()
    assert ids(claimed) == [first.id, other.id]
    assert outbox.claim() == []
    assert outbox.sent(claimed[0])
    assert ids(outbox.claim()) == [second.id]


def test_the_same_lane_in_two_workspaces_is_two_lanes(outbox: Outbox) -> None:
    queued = {outbox.queue("U1", "T1").id, outbox.queue("U1", "T2").id}
    assert set(ids(outbox.claim())) == queued


def test_a_head_that_is_put_off_holds_back_its_lane_alone(outbox: Outbox) -> None:
    first, second, other = outbox.queue("U1"), outbox.queue("U1"), outbox.queue("U2")
    [held, free] = outbox.claim()
    again = NOW + timedelta(seconds=30)
    assert outbox.end(held, state=DeliveryState.WAITING, not_before=again, error="internal_error")
    assert outbox.sent(free)
    assert outbox.claim() == []
    assert outbox.next_due() == again
    assert ids(outbox.claim(again)) == [first.id]
    assert outbox.row(second.id).state == "waiting"
    assert outbox.row(other.id).state == "sent"


def test_what_is_not_due_waits(outbox: Outbox) -> None:
    tomorrow = NOW + timedelta(days=1)
    queued = outbox.queue(not_before=tomorrow)
    assert outbox.claim() == []
    assert outbox.next_due() == tomorrow
    assert ids(outbox.claim(tomorrow)) == [queued.id]


def test_what_is_late_expires_and_frees_its_lane(outbox: Outbox) -> None:
    late = outbox.queue("U1", expires_at=NOW)
    later = outbox.queue("U1", expires_at=NOW + timedelta(seconds=1))
    assert ids(outbox.claim()) == [later.id]
    row = outbox.row(late.id)
    assert (row.state, row.error, row.attempts) == ("expired", "late", 0)


def test_sent_keeps_where_and_when(outbox: Outbox) -> None:
    queued = outbox.queue()
    [claimed] = outbox.claim()
    assert outbox.sent(claimed)
    row = outbox.row(queued.id)
    assert (row.state, row.channel, row.ts, row.sent_at, row.owner) == ("sent", "D1", "1.2", NOW, None)


def test_an_outcome_counts_only_while_the_sender_holds_the_row(outbox: Outbox) -> None:
    queued = outbox.queue()
    [claimed] = outbox.claim(owner="a")
    assert outbox.lost(LATER - timedelta(seconds=1)) == []
    [taken] = outbox.lost(LATER)
    assert (taken.id, taken.owner, taken.attempts) == (queued.id, "b", 1)
    assert not outbox.sent(claimed, "a")
    assert outbox.row(queued.id).state == "claimed"
    assert outbox.sent(taken, "b")
    assert not outbox.sent(taken, "b")


def test_an_outcome_of_an_earlier_attempt_does_not_count(outbox: Outbox) -> None:
    outbox.queue()
    [claimed] = outbox.claim()
    assert outbox.end(claimed, state=DeliveryState.WAITING)
    [again] = outbox.claim()
    assert not outbox.sent(claimed)
    assert outbox.sent(again)


def test_what_is_on_its_way_is_not_lost_however_far_the_clock_jumps(outbox: Outbox) -> None:
    outbox.queue("U1")
    outbox.queue("U2")
    [going, gone] = outbox.claim()
    assert ids(outbox.lost(LATER, on_their_way=[going.id])) == [gone.id]


def test_the_only_program_takes_over_what_others_held_once_it_has_settled(outbox: Outbox) -> None:
    queued = outbox.queue()
    outbox.claim(owner="a")
    settled = timedelta(seconds=20)
    now = NOW + settled
    assert outbox.lost(now - timedelta(microseconds=1), owner="b", settled=settled) == []
    assert outbox.lost(now, owner="a", settled=settled) == []
    assert ids(outbox.lost(now, owner="b")) == []
    assert ids(outbox.lost(now, owner="b", settled=settled)) == [queued.id]


def test_a_paused_workspace_is_left_alone_until_the_pause_ends(outbox: Outbox) -> None:
    paused, other = outbox.queue(workspace="T1"), outbox.queue(workspace="T2")
    until = NOW + timedelta(seconds=30)
    outbox.pause("T1", until)
    outbox.pause("T1", NOW + timedelta(seconds=5))
    assert ids(outbox.claim()) == [other.id]
    assert outbox.next_due() == until
    assert ids(outbox.claim(until)) == [paused.id]


def test_a_small_workspace_does_not_wait_for_a_large_one(outbox: Outbox) -> None:
    for number in range(20):
        outbox.queue(f"U{number}", "T1")
    small = [outbox.queue(f"U{number}", "T2") for number in range(2)]
    claimed = outbox.claim(limit=10)
    assert len(claimed) == 10
    assert {d.id for d in small} <= set(ids(claimed))


def test_many_workspaces_take_turns(outbox: Outbox) -> None:
    for number in range(6):
        for lane in range(6):
            outbox.queue(f"U{lane}", f"T{number}")
    served = {d.workspace for second in range(30) for d in outbox.claim(NOW + timedelta(seconds=second), limit=1)}
    assert served == {f"T{number}" for number in range(6)}


def test_who_waits_longest_goes_first(outbox: Outbox) -> None:
    young = outbox.queue("U1", not_before=NOW - timedelta(seconds=1))
    old = outbox.queue("U2", not_before=NOW - timedelta(seconds=9))
    assert ids(outbox.claim(limit=1)) == [old.id]
    assert ids(outbox.claim(limit=1)) == [young.id]


def test_what_the_pace_keeps_back_stays_as_it_is(outbox: Outbox) -> None:
    kept, other = outbox.queue("U1"), outbox.queue("U2")
    assert ids(outbox.claim(pace=Unhurried(kept={kept.id}))) == [other.id]
    assert outbox.row(kept.id).attempts == 0
    assert outbox.claim(pace=Unhurried(lanes=["U1"])) == []
    assert outbox.claim(pace=Unhurried(verbs=[Verb.POST])) == []
    assert ids(outbox.claim(pace=Unhurried(lanes=["U2"], verbs=[Verb.HOME]))) == [kept.id]


def test_a_refresh_comes_with_the_place_of_its_card(outbox: Outbox) -> None:
    card = outbox.queue(subject="contract:1")
    refresh = outbox.queue(verb=Verb.REFRESH, refreshes=card.id)
    [claimed] = outbox.claim()
    assert outbox.sent(claimed)
    [again] = outbox.claim()
    assert (again.id, again.channel, again.ts) == (refresh.id, "D1", "1.2")


def test_a_refresh_of_a_card_that_was_never_sent_expires_and_frees_its_lane(outbox: Outbox) -> None:
    card = outbox.queue(subject="contract:1")
    refresh = outbox.queue(verb=Verb.REFRESH, refreshes=card.id)
    behind = outbox.queue()
    [claimed] = outbox.claim()
    assert outbox.end(claimed, state=DeliveryState.FAILED, error="cannot_dm_bot")
    assert ids(outbox.claim()) == [behind.id]
    assert outbox.row(refresh.id).state == "expired"


def test_a_home_comes_with_what_it_showed_last(outbox: Outbox) -> None:
    homes = [outbox.queue("home:U1", verb=Verb.HOME) for _ in range(2)]
    [first] = outbox.claim()
    assert (first.id, first.shown) == (homes[0].id, None)
    assert outbox.end(first, state=DeliveryState.SENT, shown="0f")
    [second] = outbox.claim()
    assert (second.id, second.shown) == (homes[1].id, "0f")


def test_the_next_due_instant_is_none_where_nothing_waits(outbox: Outbox) -> None:
    assert outbox.next_due() is None
    outbox.queue()
    assert outbox.next_due() is None
    assert outbox.next_lease() is None
    outbox.claim()
    assert outbox.next_due() is None
    assert outbox.next_lease() == LATER


def test_a_due_head_is_found_behind_any_number_of_rows_that_may_not_go(outbox: Outbox) -> None:
    held = outbox.queue("U1")
    [claimed] = outbox.claim()
    assert claimed.id == held.id
    behind = [Delivery("T1", "U1", Verb.POST, "help", {}, "U1", NOW, NOW) for _ in range(WINDOW + 10)]
    with outbox.engine.begin() as connection:
        for delivery in behind:
            UnitOfWork(connection, "T1", NOW).outbox.queue(delivery)
    free = [outbox.queue("U0"), outbox.queue("U2")]
    assert ids(outbox.claim(limit=1)) == [free[0].id]
    assert ids(outbox.claim(pace=Unhurried(lanes=["U9"]))) == [free[1].id]
    assert outbox.claim() == []


def test_what_was_taken_is_not_unsaid(outbox: Outbox) -> None:
    taken, waits = outbox.queue("U1"), outbox.queue("U2")
    outbox.claim(limit=1, pace=Unhurried(lanes=["U2"]))
    with outbox.engine.begin() as connection:
        assert UnitOfWork(connection, "T1", NOW).outbox.unsay([taken.id, waits.id]) == {waits.id}
    assert [outbox.row(d.id).state for d in (taken, waits)] == ["claimed", "expired"]


def test_what_is_withdrawn_says_so(outbox: Outbox) -> None:
    """A check-in may be answered before its question has left: whoever looks later sees why it never did."""
    asked = outbox.queue(once="check-in:7:prompt")
    with outbox.engine.begin() as connection:
        UnitOfWork(connection, "T1", NOW).outbox.withdraw("check-in:7:prompt")
        row = connection.execute(select(table(OutboxRow)).where(table(OutboxRow).c.id == asked.id)).one()
    assert (row.state, row.error) == (DeliveryState.EXPIRED, "withdrawn")


def test_the_ends_of_several_attempts_are_each_written_as_they_were(outbox: Outbox) -> None:
    for lane in ("U1", "U2", "U3"):
        outbox.queue(lane)
    [sent, again, lost] = outbox.claim()
    there = replace(sent, state=DeliveryState.SENT, channel="D1", ts="1.2", sent_at=NOW, error=None, shown="0f")
    later = replace(again, state=DeliveryState.WAITING, not_before=LATER, attempts=0, error="ratelimited")
    with outbox.begin() as sending:
        assert sending.finish([(sent, there), (again, later), (replace(lost, attempts=7), there)], "a") == 2
    written = {row.id: row for row in (outbox.row(d.id) for d in (sent, again, lost))}
    assert [(r.state, r.owner, r.lease_until, r.error) for r in written.values()] == [
        (DeliveryState.SENT, None, None, None),
        (DeliveryState.WAITING, None, None, "ratelimited"),
        (DeliveryState.CLAIMED, "a", LATER, None),
    ]
    first, second = written[sent.id], written[again.id]
    assert (first.channel, first.ts, first.sent_at, first.shown) == ("D1", "1.2", NOW, "0f")
    assert (second.not_before, second.attempts, second.channel, second.sent_at) == (LATER, 0, None, None)


def test_what_only_shows_something_anew_is_stored_once_while_it_waits(outbox: Outbox) -> None:
    card = outbox.queue("U1")
    outbox.sent(outbox.claim()[0])
    home = Delivery("T1", "home:U1", Verb.HOME, "home", {}, "U1", NOW, NOW)
    shown = replace(card, id=0, verb=Verb.REFRESH, refreshes=card.id, args={"contract": 7})

    def show_anew() -> list[Delivery]:
        with outbox.engine.begin() as connection:
            uow = UnitOfWork(connection, "T1", NOW)
            for delivery in (home, shown, home, shown, replace(home, lane="home:U2", reader="U2")):
                uow.outbox.queue_anew(delivery)
            uow.end()
            return list(uow.queued)

    [first, second, third] = show_anew()
    assert [d.lane for d in (first, second, third)] == ["home:U1", "U1", "home:U2"]
    assert show_anew() == []
    assert {d.id: d for d in outbox.claim()}[second.id].args == {"contract": 7}
    assert [d.lane for d in show_anew()] == ["home:U1", "U1", "home:U2"], "what has been claimed may show what was"

"""The sender: claims what is due it, sends it, writes down how it ended. Nothing else sends messages.

Each turn is one visit to the database, on the executor: it writes how the last attempts ended, claims the
next, and renders them. Between turns the claimed messages are on their way, each in a task of its own.
"""

import asyncio
import secrets
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from bot.domain.outbox import Delivery, DeliveryState, Message, Verb
from bot.outbox.courier import (
    Arrived,
    Courier,
    Disposition,
    Job,
    Look,
    Meet,
    Prepare,
    ReportFailure,
    Sending,
    Sendings,
    Slack,
    job_of,
)
from bot.outbox.pacing import Fair, Pacing, in_turn
from bot.runner import Executor
from bot.steady_clock import Clock
from bot.worker import Grace, Rounds
from storage.unit_of_work import UnitOfWork

LEASE = timedelta(seconds=90)
"""By the clock. It outlasts a call's 10 seconds by far: when it ends, the call has ended too."""

SETTLED = timedelta(seconds=20)
"""By the clock, since the claim: five for the database's lock, ten for the call, and some more. What a killed program
sent may come to be seen after it died. Who takes over before the lease ends does not look before this is over."""

MOST_IN_FLIGHT = 1024
"""Enough for the rate that a thousand workspaces allow together, at the time that a call takes."""

EACH_IN_FLIGHT = 32
"""Of one workspace: where its calls hang, the others' do not wait for them."""

AT_A_TIME = 64
"""So many are claimed and rendered in one visit: others want to write in between."""

AT_A_TIME_IN_A_CROWD = 16
WAY_SECONDS, WAYS = 0.1, 10
"""While many wait for an acknowledgement, sending gives way: for a second before each visit at most, so that it goes on
however long the crowd lasts. Slack waits three seconds for an acknowledgement, a message may come later."""

MOST_LOST = 8
"""Lost rows looked for at a time: Slack allows few looks a minute."""

POLL_SECONDS = 2.0
"""Real seconds after which a sleeping sender looks again: other programs share the table, and clocks jump."""

LINGER_SECONDS = 0.01
"""Real seconds for which the end of an attempt may wait for others to be written with it."""

REST_SECONDS = 0.2
"""The same, while nothing is known to wait: what was sent is then written with what is sent next."""

BEHIND_SECONDS = 0.5
"""Real seconds for which what is shown anew waits for the answer to arrive at most: one visit then sees to both."""

AT_ONCE = (Verb.POST, Verb.EPHEMERAL)
"""What leaves in the wake of a use case. A refresh or a Home does better to wait for what else may change it."""

Judged = tuple[Delivery, Disposition]


@dataclass(frozen=True, slots=True)
class Visit:
    """What a turn's visit to the database brought, and when there will be more."""

    jobs: Sequence[Job]
    next_due: datetime | None


def _never() -> bool:
    return False


def _nobody_waits(uow: UnitOfWork, delivery: Delivery) -> None:
    """Nobody to tell."""


def _meets_nobody(uow: UnitOfWork, deliveries: Sequence[Delivery]) -> None:
    """Each message asks for its own reader."""


class Sender:
    """Sends what waits in the outbox, for every workspace.

    `alone` says that no other program sends from this database: then what a dead one left behind is taken over
    when it has `SETTLED`, not when its leases run out. `arrived` is told, in the same transaction, of each message of
    an `awaited` kind that Slack took. `meet` may read at once what several messages of a workspace will ask for.
    """

    def __init__(
        self,
        sendings: Sendings,
        prepare: Prepare,
        slack: Slack,
        report: ReportFailure,
        executor: Executor,
        clock: Clock,
        *,
        pacing: Pacing | None = None,
        alone: bool = False,
        grace: Grace | None = None,
        is_crowded: Callable[[], bool] = _never,
        awaited: Collection[str] = (),
        arrived: Arrived = _nobody_waits,
        meet: Meet = _meets_nobody,
    ) -> None:
        self._meet = meet
        self._awaited = frozenset(awaited)
        self._tell_arrived = arrived
        self._is_crowded = is_crowded
        self.owner = secrets.token_hex(8)
        self._sendings = sendings
        self._prepare = prepare
        self._report = report
        self._executor = executor
        self._clock = clock
        self._courier = Courier(slack, clock)
        self._pacing = pacing or Pacing()
        self._alone = self._takes_over = alone
        self._began: datetime | None = None
        self._rounds: Rounds[Judged] = Rounds("delivery", self._turn, self._come_to_rest, grace)
        self._nothing_due = False
        self._at_rest = False
        self._on_their_way: Counter[str] = Counter()
        self._last_served = ""
        self._lingering: asyncio.TimerHandle | None = None

    def wake(self) -> None:
        """Say that something was queued, or that the clock was moved. From any thread; many calls are one."""
        self._at_rest = False
        self._rounds.bell.ring()

    def claim(self, uow: UnitOfWork) -> Sequence[Job]:
        """Take along what a use case has just queued, in its own transaction, on the executor.

        That spares a visit, where nobody else sends from this database: the rows were written a moment ago, and what
        they speak of is known. What may not leave yet is left to a visit.
        """
        room = MOST_IN_FLIGHT - len(self._rounds.going)
        if not self._alone or self._rounds.stopping or room <= 0:
            return ()
        self._pacing.begin(uow.now)
        heads = list({d.lane: d for d in reversed(uow.queued) if d.verb in AT_ONCE}.values())[:room]
        leaving = [d for d in heads if uow.outbox.may_leave(d, uow.now) and self._pacing.admits(d)]
        claimed = uow.outbox.claim(leaving, self.owner, uow.now + LEASE)
        return [job_of(d, partial(self._prepare, uow, d)) for d in claimed]

    def send(self, claimed: Sequence[Job], *, more: bool = False) -> None:
        """What was claimed is committed: it leaves. For `more` that was queued a visit comes by when it has arrived."""
        for job in claimed:
            self._on_their_way[job.delivery.workspace] += 1
            self._rounds.begin(job.delivery.id, self._carry(job), partial(self._arrived, job.delivery.workspace))
        if more:
            self._at_rest = False
            self._ring_within(BEHIND_SECONDS)

    async def idle(self) -> None:
        """Return when nothing is on its way and nothing is due, save what waits for the lease of an attempt whose
        outcome is unknown. What Slack's rates hold back is due: on a clock that stands still, that never ends."""
        if not self._rounds.busy:  # else it comes by when what is on its way has arrived
            self.wake()
        await self._rounds.until(self._is_idle)

    async def stop(self) -> None:
        """Claim nothing more, let what is on its way end while there is grace, write it down; then `run` returns."""
        await self._rounds.stop()

    async def run(self) -> None:
        """Send until `stop`."""
        try:
            await self._rounds.run()
        finally:
            self._linger_no_more()

    async def _turn(self, judged: Sequence[Judged], going: Sequence[int]) -> float:
        """One visit, and its jobs set going. Returns real seconds until the next, if nobody rings."""
        self._linger_no_more()  # whatever has ended until now is in hand
        await self._give_way()
        room = min(MOST_IN_FLIGHT - len(going), AT_A_TIME_IN_A_CROWD if self._is_crowded() else AT_A_TIME)
        visit = await self._executor(lambda: self._visit(judged, going, room))
        self.send(visit.jobs)
        self._nothing_due = not visit.jobs
        self._at_rest = not (visit.jobs or going)
        if len(visit.jobs) == room and len(self._rounds.going) < MOST_IN_FLIGHT:
            return 0.0  # there may be more
        return self._until(visit.next_due)

    async def _give_way(self) -> None:
        for _ in range(WAYS):
            if self._rounds.stopping or not self._is_crowded():
                return
            await asyncio.sleep(WAY_SECONDS)

    async def _come_to_rest(self, judged: Sequence[Judged]) -> None:
        await self._executor(lambda: self._visit(judged, [], room=0))

    async def _carry(self, job: Job) -> Judged:
        return job.delivery, await self._courier.carry(job)

    def _arrived(self, workspace: str) -> None:
        self._on_their_way[workspace] -= 1
        if not self._on_their_way[workspace]:
            del self._on_their_way[workspace]
        self._ring_soon()

    def _ring_soon(self) -> None:
        """One visit writes the end of many: wait a moment for others, and longer where nothing waits for it."""
        if not (self._rounds.going or self._at_rest):
            return self._rounds.bell.ring()
        return self._ring_within(REST_SECONDS if self._at_rest else LINGER_SECONDS)

    def _ring_within(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        at = loop.time() + seconds
        if self._lingering is None or at < self._lingering.when():
            self._linger_no_more()
            self._lingering = loop.call_at(at, self._lingered)

    def _linger_no_more(self) -> None:
        if self._lingering is not None:
            self._lingering.cancel()
            self._lingering = None

    def _lingered(self) -> None:
        self._lingering = None
        self._rounds.bell.ring()

    def _visit(self, judged: Sequence[Judged], going: Sequence[int], room: int) -> Visit:
        """On the executor: `judged` is to be written, `going` are the ids on their way, `room` is for as many more."""
        now = self._clock.now()
        self._pacing.begin(now)
        with self._sendings() as sending:
            self._write(sending, judged, now)
            look = sending.look(now)
            lost = self._claim_lost(sending, look, now, going, min(room, MOST_LOST))
            room -= len(lost)
            taken = self._claim(sending, look.workspaces, now, room)
            jobs = self._jobs(lost, taken, now, sending) if self._alone else None
        if jobs is None:  # with others about, the claim is known to all before its message is rendered
            jobs = self._jobs(lost, taken, now)
        due = min((at for at in (look.next_due, look.next_lease) if at is not None and at > now), default=None)
        return Visit(jobs, due)

    def _write(self, sending: Sending, judged: Sequence[Judged], now: datetime) -> None:
        quiet = [(d, v.after) for d, v in judged if v.after is not None and not self._is_news(d, v)]
        sending.finish(quiet, self.owner)
        for delivery, its in judged:
            if its.pause_until is not None:
                sending.pause(delivery.workspace, its.pause_until)
            if its.no_charts:
                sending.in_workspace(delivery.workspace, now).charts.refuse(now)
            if its.after is None or not self._is_news(delivery, its):
                continue
            if sending.finish([(delivery, its.after)], self.owner):
                self._say(sending.in_workspace(delivery.workspace, now), its.after, its.report)

    def _is_news(self, delivery: Delivery, its: Disposition) -> bool:
        """Whether somebody is to hear how it ended."""
        took = its.after is not None and its.after.state is DeliveryState.SENT and delivery.verb is Verb.POST
        return its.report is not None or (took and delivery.notice in self._awaited)

    def _say(self, uow: UnitOfWork, ended: Delivery, error: str | None) -> None:
        if error is None:
            self._tell_arrived(uow, ended)
        else:
            self._report(uow, ended, error)
        uow.end()

    def _claim(self, sending: Sending, workspaces: Sequence[str], now: datetime, room: int) -> list[Delivery]:
        """Each workspace in its turn, going on where the last visit ended, a few workspaces at a time."""
        pace = Fair(self._pacing, self._on_their_way, EACH_IN_FLIGHT)
        turn = [w for w in in_turn(workspaces, self._last_served) if pace.may_have(w)]
        taken: list[Delivery] = []
        while turn and len(taken) < room:
            left = room - len(taken)
            some, turn = turn[:left], turn[left:]
            taken += sending.claim(self.owner, now, left, LEASE, pace, some)
            self._last_served = some[-1]
        return taken

    def _claim_lost(
        self, sending: Sending, look: Look, now: datetime, going: Sequence[int], room: int
    ) -> list[Delivery]:
        """Rows that somebody lost: where a lease has run out, and for a while after the start where we are alone."""
        if look.next_lease is None:
            self._takes_over = False  # nobody held anything, and nobody else will
            return []
        if room <= 0 or not (look.next_lease <= now or self._takes_over):
            return []
        settled = SETTLED if self._takes_over else None
        lost = sending.claim_lost(self.owner, now, room, LEASE, on_their_way=going, settled=settled)
        self._began = self._began or now  # whatever a dead program held, it claimed before this
        if not lost and now - self._began >= SETTLED:
            self._takes_over = False
        return lost

    def _jobs(
        self, lost: Sequence[Delivery], taken: Sequence[Delivery], now: datetime, sending: Sending | None = None
    ) -> list[Job]:
        if sending is not None:
            self._meet_all(taken, now, sending)
        jobs = [replace(job_of(d, partial(self._message, d, now, sending)), lost=True) for d in lost]
        return jobs + [job_of(d, partial(self._message, d, now, sending)) for d in taken]

    def _meet_all(self, taken: Sequence[Delivery], now: datetime, sending: Sending) -> None:
        for workspace in {d.workspace for d in taken}:
            self._meet(sending.in_workspace(workspace, now), [d for d in taken if d.workspace == workspace])

    def _message(self, delivery: Delivery, now: datetime, sending: Sending | None) -> Message | None:
        if sending is not None:
            return self._prepare(sending.in_workspace(delivery.workspace, now), delivery)
        with self._sendings() as its_own:
            return self._prepare(its_own.in_workspace(delivery.workspace, now), delivery)

    def _is_idle(self) -> bool:
        return self._nothing_due and not self._rounds.busy and self._pacing.next_free() is None

    def _until(self, due: datetime | None) -> float:
        """Real seconds to sleep at most."""
        instants = [instant for instant in (due, self._pacing.next_free()) if instant is not None]
        if not instants:
            return POLL_SECONDS
        wait = (min(instants) - self._clock.now()).total_seconds()
        return min(POLL_SECONDS, max(0.0, wait))

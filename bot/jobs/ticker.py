"""The clockwork: a handful of fixed jobs that look for rows whose time has come.

APScheduler only ticks. It keeps nothing: what is due, and when, stands in the database, survives a restart, and
is looked for by the clock that the whole program uses. How often a job runs is real time; what it finds due is
decided by that clock, which tests and the demo can move.
"""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import zip_longest

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from bot.activities.calendar import taking_in
from bot.activities.care import use_cases as care
from bot.activities.checking_in import having, planning, prompting
from bot.activities.digest import use_cases as digest
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.privacy import erasing
from bot.activities.promises import use_cases as promises
from bot.activities.set_up import term
from bot.activities.set_up import use_cases as set_up
from bot.activities.talking import use_cases as talking
from bot.activities.waiting import use_cases as waiting
from bot.domain.actor import Actor
from bot.domain.check_ins import Act
from bot.runner import Executor, Runner
from bot.steady_clock import Clock
from storage.queries.due import Agendas

# What is past its time is erased, a little at a time, in one workspace after the other; what Slack did not say yet of
# people who are known is asked for; and the calendars of schools are read anew.


async def keep(runner: Runner, workspaces: Sequence[str], turn: asyncio.Lock, stopping: Callable[[], bool]) -> None:
    """Erase all of it. Each batch is a transaction and takes its `turn`, so that what is due need not wait long."""
    for workspace in workspaces:
        try:
            more = True
            while more and not stopping():
                async with turn:
                    more = await runner.run(Actor(workspace, ""), erasing.forget)
                await asyncio.sleep(0)
            async with turn:
                await runner.run(Actor(workspace, ""), set_up.ask_anew)
                await runner.run(Actor(workspace, ""), term.look)
                await runner.run(Actor(workspace, ""), digest.begin)
            async with turn:
                await runner.run(Actor(workspace, ""), taking_in.look_daily)
            for classroom in await runner.read(Actor(workspace, ""), having.classes):
                async with turn:
                    await runner.run(Actor(workspace, ""), having.look, classroom)
        except Exception:  # one school's trouble must not keep the others' data for longer; it is tried again later
            log.exception("retention failed", action="retention-failed", workspace=workspace)


log = structlog.get_logger(__name__)

BATCH = 1000
"""Check-ins in one transaction: enough to be cheap for each, few enough to let others write in between."""

ONE_BY_ONE = 100
"""So many that are looked at one by one, before it is asked again whether anybody has to be prompted."""

LOOK_FOR_CHECK_INS = timedelta(seconds=5)
LOOK_FOR_ALERTS = timedelta(seconds=10)
LOOK_FOR_TALKS = timedelta(seconds=30)
LOOK_FOR_ENDS = timedelta(seconds=60)
LOOK_FOR_WAITING = timedelta(hours=1)
SWEEP = timedelta(seconds=30)
"""How often delivery looks for what nobody woke it for."""
KEEP_HOUSE = timedelta(hours=6)
SO_FAR_BACK = timedelta(days=1)

_ONE_BY_ONE = {Act.TYPE: prompting.to_type, Act.GIVE_UP: prompting.give_up, Act.PUT_OFF: prompting.put_off}


class Every(BaseTrigger):  # type: ignore[misc]
    """So long after each time. APScheduler's own counts every time that was missed: after a leap of years, for a minute
    in which nothing else runs."""

    def __init__(self, interval: timedelta) -> None:
        self.interval = interval

    def get_next_fire_time(self, before: datetime | None, now: datetime) -> datetime:
        return now if before is None else now + self.interval


class Ticker:
    """`start` in a running event loop; `tick` does what is due now, whoever asks; `stop` waits for what runs."""

    def __init__(
        self, agendas: Agendas, runner: Runner, executor: Executor, clock: Clock, wake: Callable[[], None]
    ) -> None:
        self._agendas = agendas
        self._runner = runner
        self._executor = executor
        self._clock = clock
        self._wake = wake
        self._turn = asyncio.Lock()
        self._reminded_at: datetime | None = None
        self._stopping = False
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    def start(self) -> None:
        """Begin to tick, at once and then regularly."""
        self._every(LOOK_FOR_CHECK_INS, self._ask)
        self._every(LOOK_FOR_ALERTS, self._tell_next)
        self._every(LOOK_FOR_TALKS, self._look_at_talks)
        self._every(LOOK_FOR_ENDS, self._end)
        self._every(LOOK_FOR_WAITING, self._remind)
        self._every(LOOK_FOR_ENDS, self._tell_digests)
        self._every(LOOK_FOR_ENDS, self._ask_of_promises)
        self._every(SWEEP, self._sweep)
        self._every(KEEP_HOUSE, self._keep_house)
        self._scheduler.start()

    async def stop(self) -> None:
        """Begin nothing more, and wait for what runs: the scheduler's own shutdown would cancel it."""
        if not self._scheduler.running:
            return
        self._stopping = True
        self._scheduler.pause()
        async with self._turn:
            self._scheduler.shutdown(wait=False)
        await asyncio.sleep(0)  # it shuts down in a turn of the event loop of its own

    def clock_was_set(self) -> None:
        """The scheduler goes by the computer's clock: where that was set back, its jobs would wait for the old time."""
        for job in self._scheduler.get_jobs():
            job.modify(next_run_time=datetime.now(UTC))
        self._wake()

    async def time_went_back(self, by: timedelta) -> None:
        """The time that we go by: check-ins that were planned for days too late are planned by the right one."""
        if by >= SO_FAR_BACK:
            await self._plan_anew()
        self._wake()

    async def _plan_anew(self) -> None:
        for workspace in await self._executor(self._workspaces):
            try:
                await self._runner.run(Actor(workspace, ""), planning.plan_anew)
            except Exception:  # as above: one school's trouble is not the others'
                log.exception("planning failed", action="planning-anew-failed", workspace=workspace)

    async def tick(self) -> None:
        """Do now whatever is due by the clock, until nothing is."""
        await self._tell_next()
        await self._ask()
        await self._look_at_talks()
        await self._end()
        if self._reminded_at is None or abs(self._clock.now() - self._reminded_at) >= LOOK_FOR_WAITING:
            await self._remind()
        await self._tell_digests()
        await self._ask_of_promises()
        self._wake()

    def _every(self, interval: timedelta, job: Callable[[], Awaitable[None]]) -> None:
        at_once = datetime.now(UTC)
        self._scheduler.add_job(job, Every(interval), id=job.__name__.strip("_"), next_run_time=at_once)

    async def _ask(self) -> None:
        """Prompts and reminders first, whoever they are for; then what is looked at one by one, in turns."""
        async with self._turn:
            left: deque[prompting.OneByOne] = deque()
            while not self._stopping:
                due, one_by_one = await self._ask_batch()
                if one_by_one:
                    left = deque(in_turns([*left, *one_by_one]))
                if due:
                    self._wake()
                    continue
                if not left:
                    break
                for _ in range(min(ONE_BY_ONE, len(left))):
                    await self._look_at(*left.popleft())
                self._wake()

    async def _ask_batch(self) -> tuple[int, list[prompting.OneByOne]]:
        now = self._clock.now()
        due, one_by_one = await self._executor(lambda: self._claim(now))
        if due:
            log.info("check-ins asked", action="check-ins-due", due=due, one_by_one=len(one_by_one))
        return due, one_by_one

    async def _look_at(self, workspace: str, check_in: int, act: Act) -> None:
        if self._stopping:
            return  # it is looked at again after a while
        try:
            await self._runner.run(Actor(workspace, ""), _ONE_BY_ONE[act], check_in)
        except Exception:  # one that fails must not keep the others waiting; it is tried again after a while
            log.exception("check-in failed", action="check-in-failed", workspace=workspace, check_in=check_in)

    def _claim(self, now: datetime) -> tuple[int, list[prompting.OneByOne]]:
        with self._agendas() as agenda:
            return prompting.ask_due(agenda, now, BATCH)

    async def _tell_next(self) -> None:
        """Where nobody took it that somebody is not well: the next one is told. It waits for nothing that is asked."""
        now = self._clock.now()
        for workspace, alert in await self._executor(lambda: self._due_alerts(now)):
            if self._stopping:
                return
            try:
                await self._runner.run(Actor(workspace, ""), care.go_on_telling, alert)
            except Exception:  # the others are told all the same, and this one is tried again
                log.exception("telling failed", action="care-telling-failed", workspace=workspace)

    def _due_alerts(self, now: datetime) -> Sequence[tuple[str, int]]:
        with self._agendas() as agenda:
            return agenda.due_alerts(now, BATCH)

    async def _look_at_talks(self) -> None:
        """Talks whose time has come: what came of them is asked for."""
        now = self._clock.now()
        for workspace, talk in await self._executor(lambda: self._due_talks(now)):
            if self._stopping:
                return
            try:
                await self._runner.run(Actor(workspace, ""), talking.look, talk)
            except Exception:  # as above
                log.exception("talk failed", action="talk-failed", workspace=workspace, talk=talk)

    def _due_talks(self, now: datetime) -> Sequence[tuple[str, int]]:
        with self._agendas() as agenda:
            return agenda.due_talks(now, BATCH)

    async def _remind(self) -> None:
        """Classes in which something waits for somebody: whoever it is is reminded on the days for that."""
        self._reminded_at = self._clock.now()
        for workspace, classroom in await self._executor(self._waiting_classes):
            if self._stopping:
                return
            try:
                async with self._turn:
                    await self._runner.run(Actor(workspace, ""), waiting.remind, classroom)
            except Exception:  # as above
                log.exception("reminding failed", action="reminding-failed", workspace=workspace, classroom=classroom)

    def _waiting_classes(self) -> Sequence[tuple[str, int]]:
        with self._agendas() as agenda:
            return agenda.waiting_classes()

    async def _tell_digests(self) -> None:
        """Digests whose time has come."""
        now = self._clock.now()
        for workspace, due in await self._executor(lambda: self._due_digests(now)):
            if self._stopping:
                return
            try:
                await self._runner.run(Actor(workspace, ""), digest.tell_due, due)
            except Exception:  # as above
                log.exception("digest failed", action="digest-failed", workspace=workspace, digest=due)

    def _due_digests(self, now: datetime) -> Sequence[tuple[str, int]]:
        with self._agendas() as agenda:
            return agenda.due_digests(now, BATCH)

    async def _ask_of_promises(self) -> None:
        """What teachers promised, and is due."""
        now = self._clock.now()
        for workspace, promise in await self._executor(lambda: self._due_promises(now)):
            if self._stopping:
                return
            try:
                await self._runner.run(Actor(workspace, ""), promises.ask_due, promise)
            except Exception:  # as above
                log.exception("promise failed", action="promise-failed", workspace=workspace, promise=promise)

    def _due_promises(self, now: datetime) -> Sequence[tuple[str, int]]:
        with self._agendas() as agenda:
            return agenda.due_promises(now, BATCH)

    async def _end(self) -> None:
        """Contracts whose end has come; each once in a round, whatever becomes of it."""
        async with self._turn:
            after: int | None = 0
            while after is not None and not self._stopping:
                after = await self._end_batch(after)

    async def _end_batch(self, after: int) -> int | None:
        now = self._clock.now()
        batch = await self._executor(lambda: self._ending(now, after))
        for workspace, contract in batch.ready:
            if self._stopping:
                break
            await self._end_one(workspace, contract)
        if batch.ready:
            log.info("contracts ended", action="contracts-ended", number=len(batch.ready))
        return batch.last

    def _ending(self, now: datetime, after: int) -> looking_back.Batch:
        with self._agendas() as agenda:
            return looking_back.find(agenda, now, BATCH, after)

    async def _end_one(self, workspace: str, contract: int) -> None:
        try:
            await self._runner.run(Actor(workspace, ""), looking_back.begin, contract)
        except Exception:  # as above: the others go on, and the next round tries again
            log.exception("end failed", action="end-failed", workspace=workspace, contract=contract)

    async def _sweep(self) -> None:
        self._wake()

    async def _keep_house(self) -> None:
        workspaces = await self._executor(self._workspaces)
        await keep(self._runner, workspaces, self._turn, lambda: self._stopping)

    def _workspaces(self) -> Sequence[str]:
        with self._agendas() as agenda:
            return agenda.workspaces()


def in_turns(those: Sequence[prompting.OneByOne]) -> Iterator[prompting.OneByOne]:
    """One of each workspace, then the next of each: a small school does not wait for a large one."""
    of_each: dict[str, list[prompting.OneByOne]] = defaultdict(list)
    for one in those:
        of_each[one[0]].append(one)
    rounds = zip_longest(*of_each.values())
    return (one for turn in rounds for one in turn if one is not None)

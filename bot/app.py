"""The only place where the parts are put together. Keyword arguments replace a part, for tests."""

import asyncio
import socket
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from functools import partial
from importlib.metadata import version
from typing import Any

import aiohttp
import structlog
from slack_bolt.async_app import AsyncAck
from sqlalchemy import Engine

from bot import metrics
from bot.activities import arriving
from bot.activities.admitting import use_cases as admitting
from bot.activities.installing import use_cases as installing
from bot.activities.registering import register_all
from bot.activities.set_up import use_cases as set_up
from bot.activities.teaching import untaught
from bot.activities.undeliverable import use_cases as undeliverable
from bot.domain.actor import Actor
from bot.domain.installation import Reason
from bot.domain.outbox import ErrandKind
from bot.files import keep_files
from bot.jobs.brought_files import BroughtErrands
from bot.jobs.class_lists import ClassListErrands
from bot.jobs.errands import SHORT_LEASE, Doer, Errands
from bot.jobs.evidence_files import EvidenceErrands
from bot.jobs.hearing_back import Attendance, HearingBack
from bot.jobs.retracting import RetractErrands
from bot.jobs.roster import RosterErrands
from bot.jobs.school_calendars import CalendarErrands
from bot.jobs.school_reports import ReportErrands
from bot.jobs.shoutouts import ShoutoutErrands
from bot.jobs.ticker import Ticker
from bot.jobs.time_watch import TimeWatch
from bot.language import hearing, targets
from bot.language.hearing import Moment
from bot.language.reading.text import lacking
from bot.llm.drafter import DraftingErrands
from bot.messages.presenting import meet, present
from bot.outbox.pacing import Pacing
from bot.outbox.sender import Sender
from bot.runner import Inline, Runner, Threads
from bot.settings import Settings
from bot.slack import gateway
from bot.slack.bolt import bolt_app
from bot.slack.calls import SlackEdge, time_of
from bot.slack.installing.schools import Schools, TokenSource
from bot.slack.transport import Inside, SocketWay, WayIn
from bot.steady_clock import Clock, SteadyClock
from bot.troubles import DatabaseTrouble
from bot.worker import Grace
from handlers import router
from handlers.context import Context
from handlers.hearing import heard
from handlers.inbound import plain_text
from handlers.router import Router
from prompts.words import COPY, spoken
from storage.engine import Release, keep_to_ourselves, open_engine
from storage.file_store import store_of
from storage.migrate import migrate
from storage.notify import listening
from storage.queries.backlog import read_backlog
from storage.queries.clocks import clock_books
from storage.queries.due import agendas
from storage.queries.errands import errand_table
from storage.queries.presence import presences
from storage.queries.sending import sendings
from storage.unit_of_work import Transactions
from storage.upkeep.existing import place_of

log = structlog.get_logger(__name__)

OnHeard = Callable[[str, str, str], None]
"""Told of each message as what it was heard: the workspace, who wrote it, and its kind."""

HEARD_AT_A_TIME = 8
"""Of what was kept in a rush: claimed together and heard one by one, so that what comes in meanwhile gets through."""


class Accord:
    """The parts, put together and running. `build` makes one."""

    def __init__(
        self,
        settings: Settings,
        engine: Engine,
        executor: Inline | Threads,
        clock: Clock,
        pacing: Pacing | None,
        way: WayIn,
        on_heard: OnHeard | None = None,
        release: Release | None = None,
    ) -> None:
        register_all()
        self.clock = clock
        self.way = way
        self._settings = settings
        self._engine = engine
        self._executor = executor
        self._pacing = pacing
        self._on_heard = on_heard
        self._transactions = Transactions(engine)
        self._closing = AsyncExitStack()
        if release is not None:
            self._closing.callback(release)
        self._grace = Grace()
        self._jumps: set[asyncio.Task[None]] = set()
        self._warming: list[asyncio.Task[object]] = []
        self.out_of_touch = asyncio.Event()
        """Set when Slack can not be reached any more: whoever started us should do it again."""

    @property
    def workspace(self) -> str:
        """The id of the one school, or ""."""
        return self.way.workspace

    @property
    def team(self) -> str:
        """The name of the one school, or ""."""
        return self.way.team

    async def start(self) -> None:
        """Connect and begin to work. SlackApiError where Slack refuses a token, ClientError where it is away."""
        self._closing.callback(self._engine.dispose)
        self._closing.callback(self._executor.close)
        session = gateway.open_session()
        self._closing.push_async_callback(session.close)
        source = await self.way.knock(session)
        self._put_together(source, session)
        if self.watch is not None:
            await self.watch.begin()
        await self._know_the_school()
        await self._begin_work(session)
        self._warm_up()
        about = {"version": version("accord"), "database": place_of(self._engine.url)}
        log.info("connected", action="connected", workspace=self.way.workspace, **about)

    def _warm_up(self) -> None:
        """What takes a moment the first time is done ahead, in threads, so that nobody waits for it."""
        for first in (partial(targets.read, "read"), ready_to_hear):
            warming = asyncio.create_task(asyncio.to_thread(first))
            self._warming.append(warming)
            self._closing.push_async_callback(_ended, warming)
        if self._settings.model_configured:
            self.drafting.warm_up()

    async def _begin_work(self, session: aiohttp.ClientSession) -> None:
        """Workers first, then the ticker, then the door; they close in the opposite order."""
        waiting = metrics.watch(lambda: read_backlog(self._engine, self.clock.now()), self.clock)
        self._closing.callback(waiting)
        for worker in (self.sender, self.errands, self.hearing):
            task = asyncio.create_task(worker.run())
            self._closing.push_async_callback(_end, worker, task)
        await self._closing.enter_async_context(
            listening(self._engine, outbox=self.sender.wake, errands=self.errands.wake)
        )
        self.ticker.start()
        self._closing.push_async_callback(self.ticker.stop)
        self._closing.push_async_callback(lambda: self._grace.unless_over(self.way.close()))
        unreadable, lost = self._router.on_unreadable, self.out_of_touch.set
        await self.way.open(Inside(self.app, unreadable, self.runner, self.schools, session, lost))
        for lasting in (self._attendance, self.watch):
            if lasting is not None:
                self._closing.push_async_callback(_cancelled, asyncio.create_task(lasting.run()))

    def _put_together(self, source: TokenSource, session: aiohttp.ClientSession) -> None:
        self.schools = Schools(source, self.clock, self._settings.slack_api_url, session, self._leave)
        client_of = self.schools.client_of
        slack = gateway.SlackGateway(client_of, as_typed=plain_text)
        begin = sendings(self._engine)
        alone = self._engine.dialect.name == "sqlite"
        self.sender = Sender(
            begin,
            present,
            slack,
            undeliverable.report,
            self._executor,
            self.clock,
            pacing=self._pacing or Pacing(),
            alone=alone,
            grace=self._grace,
            is_crowded=lambda: self.runner.is_crowded(),
            awaited=arriving.AWAITED,
            arrived=arriving.arrived,
            meet=meet,
        )
        self.runner = Runner(
            self._transactions.begin,
            self._executor,
            self.clock,
            self.sender.wake,
            lambda: self.errands.wake(),
            at_once=self.sender,
            wake_hearing=lambda: self.hearing.wake(),
        )
        roster = RosterErrands(self.runner, client_of, set_up.enrol, admitting.learn, untaught.admins_found)
        self.drafting = DraftingErrands(self.runner, self._settings)
        self._closing.push_async_callback(self.drafting.close)
        hearing_back = HearingBack(client_of, self._hear, self.clock)
        retracting = RetractErrands(self.runner, client_of)
        doers = {**roster.doers(), **self.drafting.doers(), **hearing_back.doers(), **retracting.doers()}
        doers |= CalendarErrands(self.runner).doers()
        doers |= BroughtErrands(self.runner, client_of, self.clock).doers()
        doers |= EvidenceErrands(self.runner, client_of, self.clock, store_of(self._engine)).doers()
        doers |= ClassListErrands(self.runner, client_of, self.clock).doers()
        doers |= ShoutoutErrands(self.runner).doers()
        doers |= ReportErrands(self.runner).doers()
        self.errands = self._worker("errand", doers)
        self.ticker = Ticker(agendas(self._engine), self.runner, self._executor, self.clock, self._wake)
        self.app = bolt_app(self._settings.slack_api_url, self.schools)
        model = self._settings.model_configured
        edge = SlackEdge(client_of)
        context = Context(
            self.runner, edge, model=model, installed=self.schools, in_a_rush=self._in_a_rush, heard=self._tell_heard
        )
        self._router = Router(context, router.ALL, heard)
        self.hearing = self._worker(
            "hearing",
            {ErrandKind.HEAR: self._router.hear_kept},
            at_a_time=HEARD_AT_A_TIME,
            one_by_one=True,
            lease=SHORT_LEASE,
        )
        self._router.register(self.app)
        self._attendance = Attendance(
            presences(self._engine), self._executor, self.clock, self.way.hears, self.errands.wake, alone=alone
        )
        self.watch = self._watch_of(self.clock, session) if isinstance(self.clock, SteadyClock) else None

    def _watch_of(self, clock: SteadyClock, session: aiohttp.ClientSession) -> TimeWatch:
        """Of a clock that somebody may set; one that a test moves is right."""
        return TimeWatch(
            clock,
            partial(time_of, session, self._settings.slack_api_url),
            clock_books(self._engine),
            self._executor,
            socket.gethostname(),
            self.ticker.clock_was_set,
            self.ticker.time_went_back,
        )

    def _worker(self, name: str, doers: Mapping[ErrandKind, Doer], **how: Any) -> Errands:
        tables = errand_table(self._engine, tuple(doers))
        return Errands(tables, self._executor, self.clock, doers, name=name, grace=self._grace, **how)

    def _in_a_rush(self) -> bool:
        """While something that was kept is being heard, the rush is not over."""
        return self.runner.is_crowded() or self.hearing.busy

    def _tell_heard(self, actor: Actor, kind: str) -> None:
        if self._on_heard is not None:
            self._on_heard(actor.workspace, actor.user, kind)

    async def _leave(self, workspace: str, reason: Reason) -> None:
        await self.runner.run(Actor(workspace, ""), installing.leave, reason)

    async def _hear(self, body: Mapping[str, Any]) -> None:
        """A message that was read, not brought: nobody waits for its acknowledgement."""
        await self._router.on_message(AsyncAck(), body)  # type: ignore[no-untyped-call]

    def _wake(self) -> None:
        self.sender.wake()
        self.errands.wake()
        self.hearing.wake()

    async def _know_the_school(self) -> None:
        """The one school's token was just found good; and who may teach there stands in the settings."""
        if not self.way.workspace:
            return
        actor, named = Actor(self.way.workspace, ""), list(self._settings.accord_teachers)
        await self.runner.run(actor, installing.come_back)
        if named:
            await self.runner.run(actor, set_up.grant_from_settings, named)

    def tell_of(self, trouble: DatabaseTrouble) -> None:
        """Let it be said when a database that was away is back."""
        trouble.watch(self._engine)

    def time_moved(self) -> None:
        """A movable clock was moved: see what fell due."""
        jump = asyncio.get_running_loop().create_task(self._catch_up())
        self._jumps.add(jump)
        jump.add_done_callback(self._jumps.discard)

    async def _catch_up(self) -> None:
        await self.ticker.tick()
        self._wake()

    async def settled(self, rounds: int = 3) -> None:
        """Return when nothing is due and everything that was to be said is said: for tests and the tour. One round is
        enough where nothing is expected to be due."""
        while self._jumps:
            await asyncio.gather(*self._jumps)
        for _ in range(rounds):  # an errand may queue messages, and a message that fails may queue another
            await self.ticker.tick()
            await self.hearing.idle()
            await self.errands.idle()
            await self.sender.idle()

    async def warm(self) -> None:
        """Return when what takes a moment the first time is done, in the threads that `start` began."""
        await asyncio.gather(*self._warming)

    async def stop(self) -> None:
        """Take nothing more in, finish what runs, and let go of everything. Also after a start that failed."""
        await self._closing.aclose()

    def hurry(self) -> None:
        """While it stops: wait for nothing any more. What was on its way is looked for at the next start."""
        self._grace.end()


def ready_to_hear() -> None:
    """Reads what the hearing knows before the first message; says so once where rules have to do without weights."""
    hearing.hear("ready", Moment.IDLE)
    targets.read("ready")
    if hearing.problem():
        log.warning("heard by rules alone", action="hearing.no-weights", problem=hearing.problem())
    if targets.problem():
        log.warning("targets are read by rules alone", action="targets.no-weights", problem=targets.problem())
    for language in sorted(spoken(COPY)):
        if lacking(language):
            log.warning("read as English", action="language.no-words", language=language, tables=lacking(language))


async def _ended(task: asyncio.Task[object]) -> None:
    await task


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])


async def _end(worker: Sender | Errands, task: asyncio.Task[None]) -> None:
    await worker.stop()
    await task


def build(
    settings: Settings,
    *,
    clock: Clock | None = None,
    executor: Inline | Threads | None = None,
    pacing: Pacing | None = None,
    http: bool = False,
    on_heard: OnHeard | None = None,
) -> Accord:
    """Accord on the database of the settings, brought up to date. Not connected yet. InUse where another one works with
    the same SQLite file.

    With `http` for the many schools in the database; else over a socket, for the one of the settings. `on_heard`
    watches as what each message is heard.
    """
    engine = open_engine(settings.accord_database_url)
    keep_files(engine, settings)
    release = keep_to_ourselves(engine)
    try:
        migrate(engine)
    except BaseException:
        release()
        raise
    workers = 1 if engine.dialect.name == "sqlite" else 8
    executor, clock = executor or Threads(workers), clock or SteadyClock()
    way = _over_http(settings, engine, executor, clock) if http else SocketWay(settings, clock)
    return Accord(settings, engine, executor, clock, pacing, way, on_heard, release)


def _over_http(settings: Settings, engine: Engine, executor: Inline | Threads, clock: Clock) -> WayIn:
    """What only many schools need (a server, and what seals tokens) is only read where there are many."""
    from bot.slack.http.server import HttpWay

    return HttpWay(settings, engine, executor, clock)

"""One process of Accord: the parts of bot/app.py on the simulated wire, which can die between any two steps."""

import asyncio
import contextvars
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import structlog
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine

from bot.activities.admitting import use_cases as admitting
from bot.activities.care import use_cases as care
from bot.activities.registering import register_all
from bot.activities.set_up import use_cases as set_up
from bot.activities.teaching import untaught
from bot.activities.undeliverable import use_cases as undeliverable
from bot.domain.actor import Actor
from bot.domain.outbox import Errand, ErrandKind
from bot.jobs.brought_files import BroughtErrands
from bot.jobs.class_lists import ClassListErrands
from bot.jobs.errands import AT_A_TIME, LEASE, SHORT_LEASE, Doer, Errands
from bot.jobs.evidence_files import EvidenceErrands
from bot.jobs.hearing_back import Attendance, HearingBack
from bot.jobs.retracting import RetractErrands
from bot.jobs.roster import RosterErrands
from bot.jobs.school_calendars import CalendarErrands
from bot.jobs.school_reports import ReportErrands
from bot.jobs.shoutouts import ShoutoutErrands
from bot.jobs.ticker import Ticker
from bot.jobs.time_watch import TimeWatch
from bot.messages.presenting import meet, present
from bot.outbox.sender import Sender
from bot.runner import Runner
from bot.slack import gateway
from bot.slack.calls import SlackEdge
from bot.steady_clock import SteadyClock
from handlers import router as handlers_router
from handlers.context import Context
from handlers.hearing import heard
from handlers.inbound import plain_text
from handlers.router import Router
from simulation.client import Client
from simulation.clocks import ComputerClock
from simulation.loop import OWNER, VirtualLoop
from simulation.model import Line, Model, SimulatedDrafting
from simulation.slack import Acknowledge, Slack
from simulation.stand_ins import Heart, Rush, Shelf, Stepwise
from storage.file_store import store_of
from storage.queries.clocks import clock_books
from storage.queries.due import agendas
from storage.queries.errands import errand_table
from storage.queries.presence import presences
from storage.queries.sending import sendings
from storage.unit_of_work import Transactions

log = structlog.get_logger(__name__)

HEARD_AT_A_TIME = 2
"""As in bot/app.py, which would bring all of Bolt along."""


class Process:
    """Made anew for each start: nothing but the database outlives it.

    `schools` are the workspaces that it serves; `teachers` those whom the settings name, by workspace; `model` the
    language model, where one is configured; `kept` is when each file was kept, by its digest. `alone` says that it is
    the only one on its database.
    """

    def __init__(
        self,
        name: str,
        loop: VirtualLoop,
        engine: Engine,
        wall: ComputerClock,
        schools: Sequence[Slack],
        teachers: Mapping[str, list[str]],
        model: Model | None,
        kept: dict[str, float],
        *,
        alone: bool,
        on_death: Callable[["Process"], None],
    ) -> None:
        register_all()
        self.name = name
        self.dead = False
        self.stopping = False
        self.paused = False
        self.backlog: list[asyncio.Handle] = []
        self._doom: int | None = None
        self._doom_when_handling: int | None = None
        self._connected = 0
        self._loop = loop
        self._schools = schools
        self._teachers = teachers
        self._engine = engine
        self._kept = kept
        self._clock = SteadyClock(wall, loop.time)
        self.rush = Rush(loop.time, name)
        self._on_death = on_death
        self._context = contextvars.copy_context()
        self._context.run(OWNER.set, self)
        self._clients = {s.core.state.team_id: Client(s, self) for s in schools}
        self._put_together(model, alone=alone)

    def _put_together(self, model: Model | None, *, alone: bool) -> None:
        engine, clock, executor = self._engine, self._clock, Stepwise()
        self.sender = Sender(
            sendings(engine),
            present,
            gateway.SlackGateway(self._client_of, as_typed=plain_text),
            undeliverable.report,
            executor,
            clock,
            alone=alone,
            is_crowded=lambda: self.runner.is_crowded(),
            awaited=care.AWAITED,
            arrived=care.arrived,
            meet=meet,
        )
        self.sender.owner = self.name
        self.runner = Runner(
            Transactions(engine).begin,
            executor,
            clock,
            self.sender.wake,
            lambda: self.errands.wake(),
            at_once=self.sender,
            wake_hearing=lambda: self.hearing.wake(),
        )
        roster = RosterErrands(self.runner, self._client_of, set_up.enrol, admitting.learn, untaught.admins_found)
        hearing_back = HearingBack(self._client_of, self._hear, clock)
        retracting = RetractErrands(self.runner, self._client_of)
        line = Line(model, self) if model is not None else None
        self._drafting = SimulatedDrafting(self.runner, line, self.name)
        doers = {**roster.doers(), **self._drafting.doers(), **hearing_back.doers(), **retracting.doers()}
        doers |= CalendarErrands(self.runner).doers()
        shelf = Shelf(store_of(self._engine), self._loop.time, self._kept)
        doers |= BroughtErrands(self.runner, self._client_of, clock).doers()
        doers |= EvidenceErrands(self.runner, self._client_of, clock, shelf).doers()
        doers |= ClassListErrands(self.runner, self._client_of, clock).doers()
        doers |= ShoutoutErrands(self.runner).doers()
        doers |= ReportErrands(self.runner).doers()
        self.errands = self._worker("errand", doers)
        self.ticker = Ticker(agendas(engine), self.runner, executor, clock, self._wake)
        self.ticker._scheduler = Heart()
        edge = SlackEdge(self._client_of)
        context = Context(self.runner, edge, model=model is not None, in_a_rush=self._in_a_rush)
        self.router = Router(context, handlers_router.ALL, heard)
        self.hearing = self._worker("hearing", {ErrandKind.HEAR: self._hear_kept}, HEARD_AT_A_TIME, SHORT_LEASE)
        self._attendance = Attendance(
            presences(engine),
            executor,
            clock,
            self._hears,
            self.errands.wake,
            alone=alone,
            seconds=self._loop.awake,
        )
        self.watch = TimeWatch(
            clock,
            self._schools[0].time,
            clock_books(engine),
            executor,
            self.name.partition(".")[0],
            self.ticker.clock_was_set,
            self.ticker.time_went_back,
        )

    def _worker(
        self, name: str, doers: Mapping[ErrandKind, Doer], at_a_time: int = AT_A_TIME, lease: timedelta = LEASE
    ) -> Errands:
        tables = errand_table(self._engine, tuple(doers))
        return Errands(tables, Stepwise(), self._clock, doers, name=name, at_a_time=at_a_time, lease=lease)

    def _in_a_rush(self) -> bool:
        return self.runner.is_crowded() or self.hearing.busy or self.rush.keeps()

    async def _hear_kept(self, errand: Errand) -> None:
        await self.rush.holds_up()
        self._meet_doom()
        await self.router.hear_kept(errand)

    @property
    def waits_for_model(self) -> bool:
        """Whether it counts seconds until an answer comes."""
        return not self.dead and self._drafting.busy > 0

    def _hears(self) -> int:
        """0 while a connection is away."""
        return self._connected if all(slack.is_connected(self) for slack in self._schools) else 0

    async def _hear(self, body: Mapping[str, Any]) -> None:
        """A message that was read, not brought: nobody waits for its acknowledgement."""

        async def ack(**_: Any) -> None:
            """Nobody waits."""

        await self.router.on_message(ack, body)  # type: ignore[arg-type]

    def _client_of(self, workspace: str) -> AsyncWebClient:
        return self._clients[workspace]

    def _wake(self) -> None:
        self.sender.wake()
        self.errands.wake()
        self.hearing.wake()

    # Life and death.

    def start(self) -> None:
        self._spawn(self._begin())

    async def _begin(self) -> None:
        await self.watch.begin()
        for workspace, users in self._teachers.items():
            await self.runner.run(Actor(workspace, ""), set_up.grant_from_settings, users)
        for worker in (self.sender, self.errands, self.hearing):
            self._spawn(worker.run())
        self.ticker.start()
        for slack in self._schools:
            self.connect(slack)
        self._spawn(self._attendance.run())
        self._spawn(self.watch.run())

    def connect(self, slack: Slack) -> None:
        """A socket to one workspace, again after it broke."""
        self._connected += 1
        slack.connect(self)

    async def stop(self) -> None:
        """As on SIGTERM: take nothing more in, finish what runs."""
        self.stopping = True
        for slack in self._schools:
            slack.disconnect(self)
        await self.ticker.stop()
        await self.hearing.stop()
        await self.errands.stop()
        await self.sender.stop()
        self.kill()

    def stop_soon(self) -> None:
        self._spawn(self.stop())

    def die_after(self, steps: int, *, handling: bool) -> None:
        """Die before the step that comes after so many more, counted from now or from what comes in next."""
        if handling:
            self._doom_when_handling = steps
        else:
            self._doom = steps

    def _meet_doom(self) -> None:
        """What was to die when something is handled counts its steps from now."""
        if self._doom_when_handling is not None:
            self._doom, self._doom_when_handling = self._doom_when_handling, None

    def step(self) -> None:
        if self._doom is not None:
            self._doom -= 1
            if self._doom < 0:
                self.kill()

    def kill(self) -> None:
        """No further step is run; what was not committed never was."""
        if self.dead:
            return
        self.dead = True
        for slack in self._schools:
            slack.disconnect(self)
        self._on_death(self)

    def _spawn(self, work: Any) -> None:
        asyncio.get_running_loop().create_task(work, context=self._context.copy())

    # What comes in.

    def receive(self, kind: str, payload: Mapping[str, Any], acknowledge: Acknowledge) -> None:
        if not self.rush.spares_intake():
            self._meet_doom()
        self._spawn(self._handle(kind, payload, acknowledge))

    async def _handle(self, kind: str, payload: Mapping[str, Any], acknowledge: Acknowledge) -> None:
        """What Bolt does with the one listener that matches; an error is not acknowledged."""

        async def ack(**answer: Any) -> None:
            acknowledge(answer or None)

        try:
            await self._route(kind, payload, ack)
        except Exception:  # Bolt logs it too, and Slack sends again or shows that it failed
            log.exception("listener failed", action="listener-failed", kind=kind)

    async def _route(self, kind: str, payload: Mapping[str, Any], ack: Any) -> None:
        router, what = self.router, payload.get("type")
        if kind == "slash_commands":
            await router.on_command(ack, payload)
        elif kind == "interactive" and what == "block_actions":
            await router.on_action(ack, payload)
        elif kind == "interactive" and what == "block_suggestion":
            await router.on_options(ack, payload)
        elif kind == "interactive" and what == "view_submission":
            await router.on_view(ack, payload)
        elif kind == "interactive":
            await router.on_view_closed(ack)
        elif payload["event"]["type"] == "message":
            await router.on_message(ack, payload)
        elif payload["event"]["type"] in router.events:
            await router.on_event(ack, payload)

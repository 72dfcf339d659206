"""The only place where the parts are put together. Keyword arguments replace a part, for tests."""

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import Any

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine

from bot import metrics
from bot.activities import register_all
from bot.delivery import gateway
from bot.delivery.errands import Errands
from bot.delivery.pacing import Pacing
from bot.delivery.roster import RosterErrands
from bot.delivery.sender import Sender
from bot.domain import measurability
from bot.domain.actor import Actor
from bot.drafting.errand import DraftingErrands
from bot.executors import Inline, Threads
from bot.presenting import present
from bot.scheduling.ticker import Ticker
from bot.services import set_up, undeliverable
from bot.services.desk import Clock, Desk
from bot.settings import Settings
from bot.slack_edge import SlackEdge
from handlers import routes
from handlers.context import Context
from handlers.router import Router
from handlers.talking import heard
from storage.agenda import agendas
from storage.backlog import read_backlog
from storage.engine import open_engine
from storage.errands import errand_table
from storage.migrate import migrate
from storage.sending import sendings
from storage.transactions import Transactions
from storage.waking import listening

log = structlog.get_logger(__name__)


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class Accord:
    """The parts, put together and running. `build` makes one."""

    def __init__(
        self,
        settings: Settings,
        engine: Engine,
        executor: Inline | Threads,
        clock: Clock,
        pacing: Pacing | None,
    ) -> None:
        register_all()
        self.clock = clock
        self._settings = settings
        self._engine = engine
        self._executor = executor
        self._pacing = pacing
        self._transactions = Transactions(engine)
        self._closing = AsyncExitStack()
        self._jumps: set[asyncio.Task[None]] = set()
        self.workspace = ""
        self.team = ""

    async def start(self) -> None:
        """Connect and begin to work. SlackApiError where Slack refuses a token, ClientError where it is away."""
        self._closing.callback(self._engine.dispose)
        self._closing.callback(self._executor.close)
        session = gateway.open_session()
        self._closing.push_async_callback(session.close)
        token = self._settings.slack_bot_token.get_secret_value()
        self.client = gateway.client(token, self._settings.slack_api_url, session)
        who = await self.client.auth_test()
        self.workspace, self.team = str(who["team_id"]), str(who.get("team") or who["team_id"])
        door = await self._door()
        self._put_together(who.get("user_id"), who.get("bot_id"))
        self._socket.client.wss_uri = door
        await self._name_teachers()
        await self._begin_work()
        self._warm_up()
        log.info("connected", action="connected", workspace=self.workspace)

    def _warm_up(self) -> None:
        """What takes a moment the first time is done ahead, in threads, so that nobody waits for it."""
        first = asyncio.create_task(asyncio.to_thread(measurability.read, "read"))
        self._closing.push_async_callback(_ended, first)
        if self._settings.model_configured:
            self.drafting.warm_up()

    async def _door(self) -> str:
        """Where to connect. The socket's own client would ask by itself, and with a refused token for ever."""
        token = self._settings.slack_app_token.get_secret_value()
        return str((await self.client.apps_connections_open(app_token=token))["url"])

    async def _begin_work(self) -> None:
        """Workers first, then the ticker, then the door; they close in the opposite order."""
        waiting = metrics.watch(lambda: read_backlog(self._engine, self.clock.now()), self.clock)
        self._closing.callback(waiting)
        for worker in (self.sender, self.errands):
            task = asyncio.create_task(worker.run())
            self._closing.push_async_callback(_end, worker, task)
        await self._closing.enter_async_context(
            listening(self._engine, outbox=self.sender.wake, errands=self.errands.wake)
        )
        self.ticker.start()
        self._closing.push_async_callback(self.ticker.stop)
        self._closing.push_async_callback(self._socket.close_async)
        await self._socket.client.connect()  # type: ignore[no-untyped-call]

    def _put_together(self, bot_user: str | None, bot_id: str | None) -> None:
        slack = gateway.SlackGateway(self._client_of)
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
        )
        self.desk = Desk(
            self._transactions.begin,
            self._executor,
            self.clock,
            self.sender.wake,
            lambda: self.errands.wake(),
            at_once=self.sender,
        )
        roster = RosterErrands(self.desk, self._client_of, set_up.enrol, set_up.learn)
        self.drafting = DraftingErrands(self.desk, self._settings)
        self._closing.push_async_callback(self.drafting.close)
        doers = {**roster.doers(), **self.drafting.doers()}
        self.errands = Errands(errand_table(self._engine), self._executor, self.clock, doers)
        self.ticker = Ticker(agendas(self._engine), self.desk, self._executor, self.clock, self._wake)
        self.app = _bolt(self.client, self.workspace, bot_user, bot_id)
        edge = SlackEdge(self._client_of)
        Router(Context(self.desk, edge, model=self._settings.model_configured), routes.ALL, heard).register(self.app)
        self._socket = AsyncSocketModeHandler(self.app, self._settings.slack_app_token.get_secret_value())

    def _client_of(self, workspace: str) -> AsyncWebClient:
        return self.client

    def _wake(self) -> None:
        self.sender.wake()
        self.errands.wake()

    async def _name_teachers(self) -> None:
        named = list(self._settings.accord_teachers)
        if named:
            await self.desk.run(set_up.grant_from_settings, Actor(self.workspace, ""), named)

    def time_moved(self) -> None:
        """A movable clock was moved: see what fell due."""
        jump = asyncio.get_running_loop().create_task(self._catch_up())
        self._jumps.add(jump)
        jump.add_done_callback(self._jumps.discard)

    async def _catch_up(self) -> None:
        await self.ticker.tick()
        self._wake()

    async def settled(self) -> None:
        """Return when nothing is due and everything that was to be said is said: for tests and the tour."""
        while self._jumps:
            await asyncio.gather(*self._jumps)
        for _ in range(3):  # an errand may queue messages, and a message that fails may queue another
            await self.ticker.tick()
            await self.errands.idle()
            await self.sender.idle()

    async def stop(self) -> None:
        """Take nothing more in, finish what runs, and let go of everything. Also after a start that failed."""
        await self._closing.aclose()


async def _ended(task: asyncio.Task[object]) -> None:
    await task


async def _end(worker: Sender | Errands, task: asyncio.Task[None]) -> None:
    await worker.stop()
    await task


def build(
    settings: Settings,
    *,
    clock: Clock | None = None,
    executor: Inline | Threads | None = None,
    pacing: Pacing | None = None,
) -> Accord:
    """Accord on the database of the settings, brought up to date. Not connected yet."""
    engine = open_engine(settings.accord_database_url)
    migrate(engine)
    workers = 1 if engine.dialect.name == "sqlite" else 8
    return Accord(settings, engine, executor or Threads(workers), clock or SystemClock(), pacing)


def _bolt(client: AsyncWebClient, workspace: str, bot_user: str | None, bot_id: str | None) -> AsyncApp:
    """Bolt without what we do not need; it waits for the listener before it acknowledges."""
    known = AuthorizeResult(
        enterprise_id=None,
        team_id=workspace,
        bot_token=client.token,
        bot_id=bot_id,
        bot_user_id=bot_user,
    )

    async def authorize(**_: Any) -> AuthorizeResult:
        return known

    return AsyncApp(
        client=AsyncWebClient(base_url=client.base_url),  # without a token: `authorize` knows it
        authorize=authorize,
        process_before_response=True,
        request_verification_enabled=False,
        ssl_check_enabled=False,
        url_verification_enabled=False,
        ignoring_self_assistant_message_events_enabled=False,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )

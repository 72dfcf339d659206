"""A local workspace, and the words in which a test speaks about it.

async with LocalWorkspace.running(clock=clock, manifest="manifest.yml") as ws:
    ana = ws.add_person("ana", "Ana")
    await ana.says("hi")
    await ana.sees("Hello")
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from sandbox import events, manifest
from sandbox.carrier import Carrier
from sandbox.channels import Channel
from sandbox.clock import MovableClock
from sandbox.consent import Consent
from sandbox.core import SIGNING_SECRET, Core
from sandbox.deliveries import Envelope
from sandbox.faults import Faults
from sandbox.http_delivery import HttpDelivery
from sandbox.people import Person
from sandbox.server import Server
from sandbox.socket_mode import SocketMode
from sandbox.state import Conversation, User
from sandbox.waiting import WITHIN, Changes
from sandbox.web_api.dispatch import LoggedCall

HOST = "127.0.0.1"


class PortBusy(OSError):
    """The port is taken; the message says the way out."""


class LocalWorkspace:
    """A running workspace with one app installed. Create it with `LocalWorkspace.running(...)`."""

    def __init__(self, core: Core, *, redeliver_after: float, patience: float) -> None:
        self.core = core
        self.patience = patience
        self.faults = Faults()
        self.carrier = Carrier(core, self.faults, again_after=redeliver_after)
        self.sockets = SocketMode(core, self.carrier)
        self.carrier.transport = self.sockets.transport
        self.server = Server(core, self.faults, self.sockets)
        self.server.app.add_routes(Consent(core).routes())
        self.changes = Changes(core)
        self.people: dict[str, Person] = {}
        self.channels: dict[str, Channel] = {}
        self._runner: web.AppRunner | None = None
        self._http: HttpDelivery | None = None

    @classmethod
    @asynccontextmanager
    async def running(
        cls,
        clock: MovableClock | None = None,
        manifest: str | Path | None = None,
        port: int = 0,
        *,
        seed: int = 1,
        redeliver_after: float = 4.0,
        patience: float = 3.0,
        rate_limits: bool = False,
    ) -> AsyncIterator[LocalWorkspace]:
        """Serve a workspace on loopback while the block runs.

        `redeliver_after` and `patience` are real seconds: after how long an unanswered event comes again, and
        how long a person's act may stay unanswered. Raises PortBusy when `port` is taken.
        """
        core = Core(clock or MovableClock(), load_app(manifest), seed=seed)
        core.rates.enabled = rate_limits
        ws = cls(core, redeliver_after=redeliver_after, patience=patience)
        await ws.start(port)
        try:
            yield ws
            ws.check_acks()
        finally:
            await ws.stop()

    async def start(self, port: int) -> None:
        """Begin to listen."""
        self._runner = web.AppRunner(self.server.app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, port)
        try:
            await site.start()
        except OSError as error:
            await self._runner.cleanup()
            raise PortBusy(f"port {port} is in use; choose another one, or 0 for any that is free") from error
        bound = self._runner.addresses[0][1]
        self.core.base_url = f"http://{HOST}:{bound}"

    async def stop(self) -> None:
        """Close every connection and stop listening."""
        self.carrier.close()
        if self._http is not None:
            await self._http.close()
        await self.sockets.close()
        if self._runner is not None:
            await self._runner.cleanup()
        self.changes.close()

    @property
    def clock(self) -> MovableClock:
        return self.core.clock

    @property
    def url(self) -> str:
        """Where the workspace's server is; the page for browsers has an address of its own (`sandbox.page`)."""
        return f"{self.core.base_url}/"

    @property
    def api_url(self) -> str:
        """What SLACK_API_URL should be."""
        return f"{self.core.base_url}/api/"

    @property
    def bot_token(self) -> str:
        return self.core.bot_token

    @property
    def app_token(self) -> str:
        return self.core.app_token

    @property
    def signing_secret(self) -> str:
        return SIGNING_SECRET

    @property
    def team_id(self) -> str:
        return self.core.state.team_id

    @property
    def bot_user_id(self) -> str:
        return self.core.state.bot_user

    @property
    def calls(self) -> list[LoggedCall]:
        """Every call of the Web API so far, oldest first."""
        return self.server.calls

    @property
    def envelopes(self) -> list[Envelope]:
        """Everything sent to the app so far, with its acknowledgements, oldest first."""
        return self.core.deliveries.all

    def add_person(
        self,
        name: str,
        real_name: str,
        *,
        is_admin: bool = False,
        is_owner: bool = False,
        tz: str = "Europe/London",
        locale: str = "en-GB",
        email: str | None = None,
        title: str = "",
    ) -> Person:
        """Add a member. Nobody is told: this sets the scene."""
        user = User(
            self.core.ids.new("U"),
            name,
            real_name,
            tz=tz,
            locale=locale,
            email=f"{name}@school.example" if email is None else email,
            is_admin=is_admin,
            is_owner=is_owner,
            title=title,
            updated=self.core.now_s(),
        )
        self.core.state.users[user.id] = user
        person = Person(self, user)
        self.people[user.id] = person
        self.core.changed()
        return person

    def add_channel(
        self,
        name: str,
        members: Iterable[Person] = (),
        *,
        bot: bool = True,
        is_private: bool = False,
    ) -> Channel:
        """Add a channel with these members (and the bot). Nobody is told: this sets the scene."""
        people = [person.id for person in members]
        ids = people + ([self.bot_user_id] if bot else [])
        # An app's own doings are not told to it by Bolt, so a channel is some person's.
        creator = next(iter([*people, *self.people]), self.bot_user_id)
        kind = "private" if is_private else "channel"
        place = Conversation(
            self.core.ids.new("C"), "private" if kind == "private" else "channel", name,
            self.core.now_s(), creator, ids,
        )  # fmt: skip
        self.core.state.conversations[place.id] = place
        channel = Channel(self, place)
        self.channels[place.id] = channel
        self.core.changed()
        return channel

    async def answered(self, *envelopes: Envelope | None) -> None:
        """Wait until the app acknowledged all of these.

        Raises AssertionError when one is not acknowledged in time, is acknowledged twice, or has an answer that
        Slack would refuse.
        """
        for envelope in envelopes:
            if envelope is None:
                continue
            done = await self.changes.until(lambda e=envelope: e.acknowledged or e.gone, self.patience)  # type: ignore[misc]
            if not done or not envelope.acknowledged:
                raise AssertionError(self._unanswered(envelope))
            if envelope.problem:
                raise AssertionError(f"Slack would refuse the answer to {envelope.label}: {envelope.problem}")
        self.check_acks()

    def _unanswered(self, envelope: Envelope) -> str:
        if not envelope.sent_at:
            return f"no app is connected to receive: {envelope.label}"
        return f"the app did not acknowledge within {self.patience:g} s: {envelope.label}"

    def check_acks(self) -> None:
        """Raise AssertionError when the app acknowledged anything more often than it was sent."""
        twice = [envelope.label for envelope in self.envelopes if envelope.acknowledged_too_often]
        if twice:
            raise AssertionError(f"acknowledged more than once: {'; '.join(twice)}")

    async def delivers_to(self, url: str, *, own_time: bool = False) -> None:
        """Deliver over HTTP from now on, to this request URL of the app; verifies it first.

        `own_time` signs with the time of the workspace's clock, for an app that has the same one.
        """
        if self._http is not None:
            await self._http.close()
        self._http = HttpDelivery(self.core, self.carrier, url, own_time=own_time)
        await self._http.verify()
        self.carrier.transport = self._http.transport
        self.carrier.repeats_unanswered = False
        self.carrier.send_waiting()

    async def idle(self, within: float = WITHIN) -> None:
        """Wait until every envelope that was sent is acknowledged and no API call is running."""

        def quiet() -> bool:
            waiting = [e for e in self.core.deliveries.open.values() if e.sent_at]
            return not waiting and self.server.running == 0

        if not await self.changes.until(quiet, within):
            labels = [envelope.label for envelope in self.core.deliveries.open.values()]
            raise AssertionError(f"still busy after {within:g} s: {labels or 'an API call is running'}")
        self.check_acks()

    async def connected(self, within: float = WITHIN) -> None:
        """Wait until the app has a socket. Raises AssertionError when it has none in time."""
        if not await self.changes.until(lambda: bool(self.sockets.connections), within):
            raise AssertionError(f"no app connected within {within:g} s")

    async def uninstall(self) -> None:
        """Remove the app: its tokens are worth nothing any more."""
        revoked = events.tokens_revoked(self.core)
        gone = events.app_uninstalled(self.core)
        self.core.state.installed = False
        for token in self.core.state.tokens.values():
            token.revoked = token.revoked or token.kind == "bot"
        await self.answered(revoked, gone)


def load_app(path: str | Path | None) -> manifest.AppConfig:
    """Return the app that a manifest declares."""
    return manifest.load(path)

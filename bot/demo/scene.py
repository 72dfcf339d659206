"""A small class in a local workspace, with Accord connected to it: for the demo, the tour and the acceptance tests.

The two talk over HTTP and WebSocket on loopback, as Slack and a bot would; the movable clock is all that they share.
"""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from pydantic import SecretStr
from sqlalchemy import Engine, create_engine, func, select

from bot.app import Accord, OnHeard, build
from bot.domain.utterance import BURST
from bot.outbox.pacing import unhurried
from bot.runner import Inline, Threads
from bot.settings import Settings
from sandbox.channels import Channel
from sandbox.clock import MovableClock
from sandbox.people import Person
from sandbox.workspace import LocalWorkspace
from storage.queries.due import check_in
from storage.queries.lanes import outbox

MANIFEST = Path(__file__).parents[2] / "manifest.yml"
FIRST_AFTERNOON = datetime(2027, 1, 13, 15, 0, tzinfo=UTC)
"""A Wednesday in term."""

TYPING = timedelta(seconds=10)
"""So long people here take to type a message: long enough for it to be one of its own."""

PATIENCE = 45.0
"""Real seconds that a person here waits for Accord, before that is called a failure: a busy machine is none."""


@dataclass(frozen=True, slots=True)
class School:
    """Everybody and everything in the scene."""

    ws: LocalWorkspace
    accord: Accord
    clock: MovableClock
    english: Channel
    ada: Person
    """The admin."""
    lee: Person
    bell: Person
    """Two teachers of the class."""
    ana: Person
    ben: Person
    mia: Person
    """Three students."""

    calendar: Engine
    """Reads Accord's database, and only reads."""

    def next_check_in(self) -> datetime | None:
        """When the next check-in falls due or is looked at again; None while none is planned."""
        upcoming = select(func.min(check_in.c.wake_at)).where(check_in.c.wake_at > self.clock.now())
        with self.calendar.connect() as connection:
            found: datetime | None = connection.execute(upcoming).scalar()
        return found

    async def quiet(self) -> None:
        """Wait until Accord has said all that it has to say; what waits for a message to be whole, too."""
        await self._settled()
        while (leaves := self._leaves_soon()) is not None:
            self.clock.move_to(leaves)
            await self._settled()

    async def _settled(self) -> None:
        await self.ws.idle()
        await self.accord.settled()
        await self.ws.idle()

    def _leaves_soon(self) -> datetime | None:
        """When, on a clock that stands still, the next message leaves that only waits for further parts of another."""
        now = self.clock.now()
        if not self.clock.frozen:
            return None
        soon = outbox.c.not_before.between(now + timedelta(microseconds=1), now + BURST)
        waiting = select(func.min(outbox.c.not_before)).where(soon, outbox.c.state == "waiting")
        with self.calendar.connect() as connection:
            found: datetime | None = connection.execute(waiting).scalar()
        return found

    async def later(self, **delta: float) -> None:
        """Let time pass, and everything happen that falls due meanwhile."""
        self.clock.advance(timedelta(**delta))
        await self.quiet()

    async def until(self, moment: datetime) -> None:
        self.clock.move_to(moment)
        await self.quiet()


class Cast(NamedTuple):
    """The class, and who is in it."""

    english: Channel
    ada: Person
    lee: Person
    bell: Person
    ana: Person
    ben: Person
    mia: Person


def cast(ws: LocalWorkspace) -> Cast:
    """Everybody, in a workspace that had nobody."""
    ws.core.typing = TYPING
    lee = ws.add_person("ms_lee", "Ms Lee", title="Teacher")
    bell = ws.add_person("mr_bell", "Mr Bell", title="Co-teacher")
    ana = ws.add_person("ana", "Ana Horvat", title="Student")
    ben = ws.add_person("ben", "Ben Adeyemi", title="Student")
    mia = ws.add_person("mia", "Mia Lindqvist", tz="Europe/Stockholm", title="Student in Stockholm")
    ada = ws.add_person("ada", "Ada Okafor", is_admin=True, title="Admin")
    english = ws.add_channel("english-11", members=[lee, bell, ana, ben, mia])
    return Cast(english, ada, lee, bell, ana, ben, mia)


async def newcomer(scene: School) -> Person:
    """A student whose Slack speaks Spanish joins the class, in which all others read English."""
    diego = scene.ws.add_person("diego", "Diego Ruiz", tz="Europe/Madrid", locale="es-ES", title="Student from Madrid")
    await scene.english.join(diego)
    return diego


@asynccontextmanager
async def school(
    database_url: str,
    *,
    port: int = 0,
    frozen: bool = True,
    start: datetime = FIRST_AFTERNOON,
    manifest: Path | None = MANIFEST,
    model_url: str = "",
    patience: float = 30.0,
    may_teach: Collection[str] = ("ms_lee",),
    on_heard: OnHeard | None = None,
) -> AsyncIterator[School]:
    """The scene while the block runs. `frozen`: time stands still unless moved.

    `model_url` is a language model's server, none by default; `patience` is how many seconds may be spent on it.
    `may_teach` names who is allowed to set up a class; `on_heard` watches as what each message is heard.
    """
    clock = MovableClock(start, frozen=frozen)
    async with LocalWorkspace.running(clock=clock, manifest=manifest, port=port, patience=PATIENCE) as ws:
        people = cast(ws)
        settings = Settings(
            slack_bot_token=SecretStr(ws.bot_token),
            slack_app_token=SecretStr(ws.app_token),
            slack_api_url=ws.api_url,
            accord_database_url=database_url,
            accord_teachers=tuple(p.id for p in ws.people.values() if p.name in may_teach),
            openai_base_url=model_url,
            openai_api_key=SecretStr(""),
            accord_llm_model="local" if model_url else "",
            accord_llm_timeout=patience,
        )
        accord = build(
            settings,
            clock=clock,
            executor=Inline() if frozen else Threads(1),
            pacing=unhurried() if frozen else None,
            on_heard=on_heard,
        )
        stop_listening = clock.on_change(accord.time_moved)
        calendar = create_engine(database_url, hide_parameters=True)
        try:
            await accord.start()
            await ws.connected()
            # The page's library looks through every object as it starts; a tuple that a thread is filling then breaks.
            await accord.warm()
            yield School(ws, accord, clock, *people, calendar)
        finally:
            calendar.dispose()
            stop_listening()
            await accord.stop()

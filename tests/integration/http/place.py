"""Two schools and one Accord, in the words of a test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import Engine, create_engine, text

from bot.app import Accord
from bot.demo.scene import FIRST_AFTERNOON
from bot.settings import Settings
from sandbox.clock import MovableClock
from sandbox.people import Person
from sandbox.workspace import LocalWorkspace
from tests.integration.http.served import (
    accord_over_http,
    address,
    installation_of,
    keep,
    settings_for,
    workspace,
)
from tests.integration.http.two_schools import one_slack


@dataclass
class Place:
    """Two schools, one Accord."""

    accord: Accord
    database: Engine
    clock: MovableClock
    settings: Settings
    north: LocalWorkspace
    south: LocalWorkspace
    ana: Person
    """Of the north."""
    sam: Person
    """Of the south."""

    async def settled(self) -> None:
        for school in (self.north, self.south):
            await school.idle()
        await self.accord.settled()

    def states(self, school: LocalWorkspace) -> list[str]:
        query = text("SELECT state FROM outbox WHERE workspace = :w ORDER BY id")
        with self.database.connect() as connection:
            return list(connection.execute(query, {"w": school.team_id}).scalars())

    def tokens(self) -> set[str]:
        """The workspaces that have one."""
        with self.database.connect() as connection:
            return set(connection.execute(text("SELECT team_id FROM slack_bots")).scalars())


@asynccontextmanager
async def north_and_south(database: str) -> AsyncIterator[Place]:
    clock = MovableClock(FIRST_AFTERNOON, frozen=True)
    async with workspace(clock) as north, workspace(clock, seed=2) as south, one_slack(north, south) as api:
        keep(database, installation_of(north), installation_of(south))
        ana, sam = north.add_person("ana", "Ana Horvat"), south.add_person("sam", "Sam Sawa")
        settings = settings_for(api, database)
        async with accord_over_http(settings, clock) as accord:
            for school in (north, south):
                await school.delivers_to(address(accord, "/slack/events"), own_time=True)
            engine = create_engine(database)
            yield Place(accord, engine, clock, settings, north, south, ana, sam)
            engine.dispose()


def posts(school: LocalWorkspace) -> list[str]:
    return [call.method for call in school.calls if call.method == "chat.postMessage"]

"""The doctor asks once whether the server keeps what a message is found by."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.cli.doctor.checks import examine
from bot.cli.doctor.finding import Severity
from bot.cli.doctor.outside import examine_metadata
from bot.settings import Settings
from prompts.words import words_for
from sandbox.people import Person
from sandbox.workspace import LocalWorkspace
from storage.engine import open_engine
from storage.migrate import migrate
from tests.integration.http.served import accord_over_http, address, installation_of, keep, settings_for, workspace


@dataclass
class School:
    ws: LocalWorkspace
    ana: Person
    settings: Settings

    async def is_greeted(self) -> None:
        async with accord_over_http(self.settings) as accord:
            await self.ws.delivers_to(address(accord, "/slack/events"))
            await self.ana.says("hi")
            await self.ana.sees("help")

    async def finding(self, *, http: bool = True) -> str:
        (found,) = await examine_metadata(self.settings, http=http)
        assert words_for()(f"doctor-{found.key}", **found.args)
        assert found.level is (Severity.WARN if found.key == "metadata-dropped" else Severity.OK)
        return found.key


@pytest.fixture
async def school(tmp_path: Path) -> AsyncIterator[School]:
    async with workspace() as ws:
        url = f"sqlite:///{tmp_path}/accord.db"
        engine = open_engine(url)
        migrate(engine)
        engine.dispose()
        keep(url, installation_of(ws))
        settings = settings_for(ws.api_url, url, slack_bot_token=SecretStr(ws.bot_token))
        yield School(ws, ws.add_person("ana", "Ana Horvat"), settings)


@pytest.mark.parametrize("http", [True, False])
@pytest.mark.parametrize(("kept", "key"), [(True, "metadata"), (False, "metadata-dropped")])
async def test_one_of_our_messages_is_read_back(school: School, kept: bool, key: str, http: bool) -> None:
    school.ws.core.keeps_metadata = kept
    await school.is_greeted()
    before = len(school.ws.calls)
    assert await school.finding(http=http) == key
    assert [call.method for call in school.ws.calls[before:]] == ["conversations.history"]


async def test_it_says_so_where_it_can_not_find_out(school: School) -> None:
    assert await school.finding() == "metadata-nothing-posted"
    await school.is_greeted()
    school.ws.faults.next("conversations.history", kind="error:missing_scope")
    assert await school.finding() == "metadata-unknown"
    school.ws.faults.share("conversations.history", 1.0, "cut_before")
    assert await school.finding() == "metadata-unknown"


async def test_a_message_that_is_gone_says_nothing(school: School) -> None:
    await school.is_greeted()
    place = school.ana.dm
    for post in list(place.posts):
        if post.by_bot:
            place.remove(post)
    assert await school.finding() == "metadata-nothing-posted"


async def test_the_doctor_asks(school: School) -> None:
    await school.is_greeted()
    school.ws.core.keeps_metadata = False
    findings = await examine(school.settings, http=True)
    assert "metadata-dropped" in {found.key for found in findings}


async def test_without_a_database_another_check_speaks(school: School, tmp_path: Path) -> None:
    elsewhere = school.settings.model_copy(update={"accord_database_url": f"sqlite:///{tmp_path}/none.db"})
    assert await examine_metadata(elsewhere) == ()

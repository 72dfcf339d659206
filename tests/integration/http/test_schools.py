"""One process, many schools: each speaks with its own token, and what ends for one goes on for the others."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import Engine, create_engine, text
from structlog.testing import capture_logs

from bot.bootstrap import Accord
from bot.domain.actor import Actor
from bot.installing.schools import TOKEN_KEPT
from bot.scene import FIRST_AFTERNOON
from bot.services import leaving
from bot.settings import Settings
from sandbox.clock import MovableClock
from sandbox.people import Person
from sandbox.web_api.oauth import CLIENT_ID
from sandbox.workspace import LocalWorkspace
from storage.installations import Installations
from storage.sealed import Seal, new_key
from tests.integration.http.served import (
    KEY,
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


@pytest.fixture
async def place(database: str) -> AsyncIterator[Place]:
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


async def test_each_school_hears_with_its_own_token(place: Place) -> None:
    await asyncio.gather(place.ana.says("hi"), place.sam.says("hi"))
    await place.settled()
    await place.ana.sees("help")
    await place.sam.sees("help")
    assert (len(posts(place.north)), len(posts(place.south))) == (1, 1)
    assert all(call.ok for school in (place.north, place.south) for call in school.calls)


async def removed(place: Place, how: str) -> None:
    """The north removes Accord, or takes its tokens back, while messages wait."""
    place.north.faults.share("chat.postMessage", 1.0, "ratelimited")
    await place.ana.says("hi")
    await place.settled()
    assert place.states(place.north) == ["waiting"]
    place.north.faults.clear()
    if how == "uninstalled":
        await place.north.uninstall()
        return
    for token in place.north.core.state.tokens.values():
        token.revoked = True


@pytest.mark.parametrize("how", ["uninstalled", "refused"])
async def test_all_of_a_school_that_left_rests_and_the_other_goes_on(place: Place, how: str) -> None:
    await removed(place, how)
    place.clock.advance(timedelta(minutes=5))
    await place.settled()
    before = len(place.north.calls)
    for _ in range(3):
        place.clock.advance(timedelta(days=1))
        await place.settled()
    assert len(place.north.calls) == before
    assert place.states(place.north) == ["waiting"]
    await place.sam.says("hi")
    await place.settled()
    await place.sam.sees("help")


async def test_its_token_is_deleted(place: Place) -> None:
    await removed(place, "uninstalled")
    assert place.tokens() == {place.south.team_id}


async def test_a_token_that_slack_refuses_is_kept_but_not_used(place: Place) -> None:
    await removed(place, "refused")
    place.clock.advance(timedelta(minutes=5))
    await place.settled()
    assert place.tokens() == {place.north.team_id, place.south.team_id}
    assert await place.accord.schools.of(place.north.team_id) is None


@pytest.mark.parametrize("good", [True, False])
async def test_a_start_asks_once_more(place: Place, database: str, good: bool) -> None:
    await removed(place, "refused")
    place.clock.advance(timedelta(minutes=5))
    await place.settled()
    await place.accord.stop()
    if good:  # it was a mistake of Slack's
        for token in place.north.core.state.tokens.values():
            token.revoked = False
    before = len(place.north.calls)
    async with accord_over_http(place.settings, place.clock) as again:
        await place.north.changes.until(lambda: len(place.north.calls) > before, 5.0)
        await again.way.looking  # type: ignore[attr-defined]
        await again.settled()
        assert (await again.schools.of(place.north.team_id) is not None) is good
    assert place.states(place.north) == ["sent" if good else "waiting"]
    assert [call.method for call in place.north.calls[before:]][:2] == ["auth.test", "chat.postMessage"][: 1 + good]


async def test_one_refusal_that_slack_does_not_repeat_ends_nothing(place: Place) -> None:
    place.north.faults.share("chat.postMessage", 1.0, "error:invalid_auth")
    await place.ana.says("hi")
    await place.settled()
    place.north.faults.clear()
    place.clock.advance(timedelta(minutes=16))
    await place.settled()
    await place.ana.sees("help")


async def test_when_it_is_back_all_goes_on(place: Place) -> None:
    await removed(place, "uninstalled")
    place.clock.advance(timedelta(days=1))
    await place.settled()
    await reinstalled(place)
    await place.settled()
    await place.ana.sees("help")


async def test_what_waited_too_long_is_not_said_any_more(place: Place) -> None:
    await removed(place, "uninstalled")
    place.clock.advance(leaving.STILL_WORTH_SAYING + timedelta(seconds=1))
    await reinstalled(place)
    await place.settled()
    assert place.states(place.north) == ["expired"]
    await place.ana.says("hi")
    await place.settled()
    await place.ana.sees("help")
    place.ana.sees_nothing_more()


async def reinstalled(place: Place) -> None:
    """What the install page does."""
    core = place.north.core
    core.state.installed = True
    token = core.add_token("bot", "xoxb-renewed", core.app.scopes)
    made = replace(installation_of(place.north, place.clock.now()), token=token)
    Installations(place.database, CLIENT_ID, Seal([KEY])).save(made)
    place.accord.schools.forget(place.north.team_id)
    await place.accord.desk.run(leaving.come_back, Actor(place.north.team_id, ""))


async def test_a_late_word_of_an_earlier_removal_ends_nothing(place: Place) -> None:
    await place.accord.schools.of(place.north.team_id)
    keep(str(place.database.url), installation_of(place.north, place.clock.now()))
    an_hour_ago = (place.clock.now() - timedelta(hours=1)).timestamp()
    await say(place.north, {"type": "app_uninstalled", "event_ts": f"{an_hour_ago:.6f}"})
    await place.ana.says("hi")
    await place.settled()
    await place.ana.sees("help")


@pytest.mark.parametrize("tokens", [{"oauth": ["U1"]}, {"oauth": ["U1"], "bot": []}, {}, None, "all", ["bot"]])
async def test_tokens_of_people_are_none_of_ours(place: Place, tokens: Any) -> None:
    await say(place.north, {"type": "tokens_revoked", "tokens": tokens, "event_ts": "1799852400.000100"})
    assert place.tokens() == {place.north.team_id, place.south.team_id}


async def test_a_removal_without_a_time_counts_as_one_of_now(place: Place) -> None:
    for stamp in ("", "soon", "1e999", None):
        await say(place.north, {"type": "app_uninstalled", "event_ts": stamp})
    assert place.tokens() == {place.south.team_id}


async def say(school: LocalWorkspace, event: dict[str, Any]) -> None:
    """An event that the workspace would not send by itself."""
    from sandbox import events

    await school.answered(events.send(school.core, event["type"], event))


async def test_a_renewed_token_is_used_when_the_old_one_is_refused(place: Place, database: str) -> None:
    await place.ana.says("hi")
    await place.settled()
    await place.ana.sees("help")
    for token in place.north.core.state.tokens.values():
        token.revoked = True
    place.north.core.add_token("bot", "xoxb-renewed", place.north.core.app.scopes)
    keep(database, replace(installation_of(place.north, place.clock.now()), token="xoxb-renewed"))
    await place.ana.says("hello")
    await place.settled()
    await place.ana.sees("help")


async def test_a_token_that_another_process_deleted_is_used_for_half_a_minute_at_most(place: Place) -> None:
    schools, north = place.accord.schools, place.north.team_id
    assert await schools.of(north) is not None
    Installations(place.database, CLIENT_ID, Seal([KEY])).remove(north)
    place.clock.advance(TOKEN_KEPT - timedelta(seconds=1))
    assert await schools.of(north) is not None
    place.clock.advance(timedelta(seconds=1))
    assert await schools.of(north) is None


async def test_one_that_this_process_deleted_is_not_used_again_even_if_it_was_being_read(place: Place) -> None:
    schools, north = place.accord.schools, place.north.team_id
    late = Late()
    schools._source._executor = late  # type: ignore[attr-defined]
    reading = asyncio.ensure_future(schools.of(north))
    await late.asked.wait()
    late.slow = False
    assert await schools.withdraw(north, place.clock.now())
    late.go.set()
    await reading
    assert await schools.of(north) is None


class Late:
    """An executor whose first work is done when it is let go."""

    def __init__(self) -> None:
        self.slow = True
        self.asked = asyncio.Event()
        self.go = asyncio.Event()

    async def __call__(self, work: Callable[[], Any], /) -> Any:
        done = work()
        if self.slow:
            self.asked.set()
            await self.go.wait()
        return done

    def close(self) -> None:
        """Nothing to close."""


async def test_who_is_not_installed_is_acknowledged_and_not_served(place: Place) -> None:
    Installations(place.database, CLIENT_ID, Seal([KEY])).remove(place.north.team_id)
    await place.ana.says("hi")
    await place.settled()
    assert place.states(place.north) == []
    assert place.north.calls == []


async def test_a_token_that_no_key_opens_is_named_and_others_go_on(database: str) -> None:
    async with workspace(seed=1) as north, workspace(seed=2) as south, one_slack(north, south) as api:
        keep(database, installation_of(north))
        other = new_key()
        engine = create_engine(database)
        Installations(engine, CLIENT_ID, Seal([other])).save(installation_of(south))
        engine.dispose()
        ana, sam = north.add_person("ana", "Ana Horvat"), south.add_person("sam", "Sam Sawa")
        settings = settings_for(api, database, accord_keys=SecretStr(other))
        with capture_logs() as logged:
            async with accord_over_http(settings) as accord:
                for school in (north, south):
                    await school.delivers_to(address(accord, "/slack/events"))
                await ana.says("hi")
                await sam.says("hi")
                await sam.sees("help")
        named = {line["workspace"] for line in logged if line.get("action") == "token-unreadable"}
        assert named == {north.team_id}
        assert north.calls == []

"""One process, many schools: each speaks with its own token."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from pydantic import SecretStr
from sqlalchemy import create_engine
from structlog.testing import capture_logs

from bot.slack.installing.schools import TOKEN_KEPT
from sandbox.web_api.oauth import CLIENT_ID
from storage.queries.installations import Installations
from storage.sealed import Seal, new_key
from tests.integration.http.place import Place, posts
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


async def test_each_school_hears_with_its_own_token(place: Place) -> None:
    await asyncio.gather(place.ana.says("hi"), place.sam.says("hi"))
    await place.settled()
    await place.ana.sees("help")
    await place.sam.sees("help")
    assert (len(posts(place.north)), len(posts(place.south))) == (1, 1)
    assert all(call.ok for school in (place.north, place.south) for call in school.calls)


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
    schools._source._locked._executor = late  # type: ignore[attr-defined]
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
                await ana.says("hi", acked=False)
                await sam.says("hi")
                await sam.sees("help")
        (told,) = [line for line in logged if line.get("action") == "token-unreadable"]
        assert told["workspaces"] == north.team_id
        assert "ACCORD_KEYS" in told["remedy"]
        assert [call.method for call in north.calls if call.method != "api.test"] == []  # that only asks the time

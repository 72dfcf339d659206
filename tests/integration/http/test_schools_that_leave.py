"""What ends for one school goes on for the others, and for itself when it is back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.activities.installing import use_cases as installing
from bot.domain.actor import Actor
from sandbox.web_api.oauth import CLIENT_ID
from sandbox.workspace import LocalWorkspace
from storage.queries.installations import Installations
from storage.sealed import Seal
from tests.integration.http.place import Place
from tests.integration.http.served import (
    KEY,
    accord_over_http,
    installation_of,
    keep,
)


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
    place.clock.advance(installing.STILL_WORTH_SAYING + timedelta(seconds=1))
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
    await place.accord.runner.run(Actor(place.north.team_id, ""), installing.come_back)


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

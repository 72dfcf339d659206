"""`accord run --http` serves what Slack sends, with the token of the workspace that it comes from."""

import json

import aiohttp
import pytest
from pydantic import SecretStr, ValidationError
from sqlalchemy.exc import OperationalError

from bot.cli.doctor.outside import examine_http
from bot.domain.installation import Installation
from sandbox.core import SIGNING_SECRET
from sandbox.http_delivery import signed
from storage.queries.installations import Installations
from tests.integration.http.served import accord_over_http, address, installation_of, keep, settings_for, workspace


async def test_an_event_is_answered_with_the_workspaces_token(database: str) -> None:
    async with workspace() as ws:
        keep(database, installation_of(ws))
        ana = ws.add_person("ana", "Ana Horvat")
        async with accord_over_http(settings_for(ws.api_url, database)) as accord:
            await ws.delivers_to(address(accord, "/slack/events"))
            await ana.says("hi")
            await ana.sees("help")


async def test_the_doctor_knocks_where_slack_does(database: str) -> None:
    settings = settings_for("http://127.0.0.1:1/api/", database)
    async with accord_over_http(settings) as accord:
        outside = settings.model_copy(update={"accord_public_url": address(accord)})
        assert "door" in [finding.key for finding in await examine_http(outside)]
    assert "door-shut" in [finding.key for finding in await examine_http(outside)]


@pytest.mark.parametrize("given", [f"new,{SIGNING_SECRET}", f" {SIGNING_SECRET} , new ,"])
async def test_while_a_secret_is_changed_the_old_and_the_new_one_are_taken(database: str, given: str) -> None:
    async with workspace() as ws:
        keep(database, installation_of(ws))
        ana = ws.add_person("ana", "Ana Horvat")
        settings = settings_for(ws.api_url, database, slack_signing_secret=SecretStr(given))
        async with accord_over_http(settings) as accord:
            url, body = address(accord, "/slack/events"), _greeting(ws.team_id, ana.id, ana.dm.id)
            found = [await _posted(url, body, secret) for secret in ("new", SIGNING_SECRET, given, "other", ",", "")]
            assert found == [200, 200, 401, 401, 401, 401]


def test_a_list_of_no_secret_is_refused_at_the_start() -> None:
    with pytest.raises(ValidationError) as found:
        settings_for("http://127.0.0.1", "sqlite://", slack_signing_secret=SecretStr(" , "))
    assert [error["loc"] for error in found.value.errors()] == [("slack_signing_secret",)]


async def test_while_the_database_is_away_nothing_is_acknowledged(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack sends it again. "Not installed" would be taken, and lost."""

    def away(_: Installations, workspace: str) -> Installation | None:
        raise OperationalError("SELECT", {}, Exception("the server closed the connection"))

    async with workspace() as ws:
        keep(database, installation_of(ws))
        ana = ws.add_person("ana", "Ana Horvat")
        async with accord_over_http(settings_for(ws.api_url, database)) as accord:
            monkeypatch.setattr(Installations, "find", away)
            assert await _posted(address(accord, "/slack/events"), _greeting(ws.team_id, ana.id, ana.dm.id)) == 500
            monkeypatch.undo()
            assert await _posted(address(accord, "/slack/events"), _greeting(ws.team_id, ana.id, ana.dm.id)) == 200
            await ana.sees("help")


def _greeting(team: str, user: str, channel: str) -> str:
    event = {"type": "message", "channel_type": "im", "channel": channel, "user": user, "text": "hi", "ts": "1.2"}
    return json.dumps({"type": "event_callback", "team_id": team, "event_id": "Ev1", "event": event})


async def _posted(url: str, body: str, secret: str = SIGNING_SECRET) -> int:
    headers = {**signed(body, secret), "Content-Type": "application/json"}
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as answer:
        return answer.status

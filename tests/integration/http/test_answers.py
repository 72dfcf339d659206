"""Whatever Slack, or something in its place, answers to a code, somebody reads a page that says what to do."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from bot.slack.installing import flow
from prompts.words import words_for
from sandbox.web_api.oauth import CLIENT_ID
from storage.engine import open_engine
from storage.queries.installations import Installations
from storage.sealed import Seal
from tests.integration.http.served import KEY, accord_over_http, address, browser, settings_for

words = words_for()
GRANTED: dict[str, Any] = {
    "ok": True,
    "access_token": "xoxb-1-walrus",
    "token_type": "bot",
    "scope": "chat:write,commands",
    "bot_user_id": "U9",
    "app_id": "A1",
    "team": {"id": "T9", "name": "<b>A school & more</b>"},
    "enterprise": None,
    "is_enterprise_install": False,
    "authed_user": {"id": "U1"},
}


@asynccontextmanager
async def slack_that_answers(body: str, status: int = 200) -> AsyncIterator[str]:
    """A server in Slack's place: to every code it answers this, and every token is good."""

    async def access(_: web.Request) -> web.Response:
        return web.Response(text=body, status=status, content_type="application/json")

    async def test(_: web.Request) -> web.Response:
        return web.json_response({"ok": True, "team_id": "T9", "user_id": "U9", "bot_id": "B9"})

    app = web.Application()
    app.router.add_post("/api/oauth.v2.access", access)
    app.router.add_post("/api/auth.test", test)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    finally:
        await runner.cleanup()


async def installs(database: str, body: str, status: int = 200) -> tuple[int, str]:
    async with (
        slack_that_answers(body, status) as api,
        accord_over_http(settings_for(api, database)) as accord,
        browser() as session,
    ):
        async with session.post(address(accord, "/slack/install"), allow_redirects=False) as begun:
            state = begun.headers["Location"].split("state=")[1].split("&")[0]
        async with session.get(address(accord, f"/slack/oauth_redirect?code=1&state={state}")) as answer:
            return answer.status, await answer.text()


def kept(database: str) -> bool:
    engine = open_engine(database)
    found = Installations(engine, CLIENT_ID, Seal([KEY])).find("T9")
    engine.dispose()
    return found is not None


async def test_a_team_with_a_strange_name_is_shown_as_it_is(database: str) -> None:
    status, page = await installs(database, json.dumps(GRANTED))
    assert status == 200
    assert "&lt;b&gt;A school &amp; more&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "walrus" not in page
    assert kept(database)


ANSWERS: dict[str, tuple[str, int, flow.InstallTrouble]] = {
    "a whole organisation": (json.dumps(GRANTED | {"is_enterprise_install": True}), 200, flow.ORGANISATION),
    "no team": (json.dumps(GRANTED | {"team": None}), 200, flow.ORGANISATION),
    "no token": (json.dumps({**GRANTED, "access_token": None}), 200, flow.REFUSED),
    "a token that ends": (json.dumps(GRANTED | {"expires_in": 43_200}), 200, flow.REFUSED),
    "a team that is none": (json.dumps(GRANTED | {"team": "T9"}), 200, flow.REFUSED),
    "a list": ("[]", 200, flow.AWAY),
    "nothing": ("", 200, flow.AWAY),
    "no JSON": ("<html>", 200, flow.AWAY),
    "half of it": (json.dumps(GRANTED)[:50], 200, flow.AWAY),
    "an unknown error": ('{"ok": false}', 200, flow.REFUSED),
    "a proxy's page": ("<html>", 502, flow.AWAY),
    "a number": ("1", 200, flow.REFUSED),
}


@pytest.mark.parametrize("how", ANSWERS)
async def test_an_answer_that_can_not_be_used_is_said_kindly(database: str, how: str) -> None:
    body, given, what = ANSWERS[how]
    status, page = await installs(database, body, given)
    assert status == what.status
    assert words(f"install-{what.key}") in page
    assert not kept(database)

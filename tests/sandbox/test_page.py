"""The plain page: being somebody, saying, pressing, filling in, moving the clock."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import aiohttp
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.workspace import LocalWorkspace
from tests.sandbox.test_bolt import FORM, actions, button


async def test_the_story_of_a_press_can_be_played_on_the_page(ws: LocalWorkspace, app: AsyncApp) -> None:
    sent: list[dict[str, Any]] = []

    @app.event("message")
    async def hear(event: dict[str, Any], say: Any) -> None:
        if not event.get("bot_id"):
            await say(text="Ready?", blocks=actions(button("Start <now>", "start")))

    @app.action("start")
    async def start(ack: Any, body: dict[str, Any], client: AsyncWebClient) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=FORM)
        await ack()

    @app.view("plan")
    async def submitted(ack: Any, view: dict[str, Any]) -> None:
        sent.append(view["state"]["values"])
        await ack()

    ana = ws.add_person("ana", "Ana")
    who = {"as": ana.id, "at": "dm"}
    async with aiohttp.ClientSession(ws.url) as browser:

        async def do(what: str, **fields: str) -> str:
            async with browser.post(f"/do/{what}", data={**who, **fields}) as response:
                assert response.status == 200
                return unescape(await response.text())

        assert "Ready" in await do("say", words="hi")
        ts = ana.inbox()[-1].ts
        pressed = {"ts": ts, "channel": ana.dm.id, "press": _name_of("press", await do("say", words="again"))}
        assert "Your plan" in await do("act", **pressed)
        view_id = ws.core.state.stacks[ana.id][-1]
        assert "required" in await do("act", view=view_id, submit="1")
        await do("act", **{"view": view_id, "submit": "1", "goal|text": "x", "many|n": "3", "how|way": "oral"})
        assert sent[0]["many"]["n"]["value"] == "3"
        assert ana.modal is None


def _name_of(kind: str, page: str) -> str:
    found = re.search(rf'name="{kind}" value="([^"]+)"', page)
    assert found is not None
    return found.group(1)


async def test_the_clock_is_moved_from_the_page(ws: LocalWorkspace) -> None:
    ws.add_person("ana", "Ana")
    before = ws.clock.now()
    async with aiohttp.ClientSession(ws.url) as browser, browser.post("/do/clock", data={"hours": "24"}) as response:
        assert response.status == 200
    assert ws.clock.now() - before >= timedelta(days=1)


async def test_what_goes_wrong_is_shown(ws: LocalWorkspace) -> None:
    ana = ws.add_person("ana", "Ana")
    ws.patience = 0.1
    form = {"as": ana.id, "at": "dm", "words": "hello?"}
    async with aiohttp.ClientSession(ws.url) as browser, browser.post("/do/say", data=form) as response:
        assert 'role="alert"' in await response.text()

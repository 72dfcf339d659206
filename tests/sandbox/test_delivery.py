"""Delivery: repeats, lost acknowledgements, several connections, refresh, HTTP with signatures and retries."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier

from sandbox.clock import MovableClock
from sandbox.workspace import LocalWorkspace
from tests.sandbox.conftest import MONDAY, connected

Json = dict[str, Any]


@asynccontextmanager
async def listening(app: AsyncApp) -> AsyncIterator[list[str]]:
    """Collect the event ids of messages that people write."""
    heard: list[str] = []

    @app.event("message")
    async def hear(body: Json) -> None:
        heard.append(body["event_id"])

    yield heard


async def test_a_lost_acknowledgement_brings_the_event_again(ws: LocalWorkspace, app: AsyncApp) -> None:
    ana = ws.add_person("ana", "Ana")
    ws.faults.lose_acks(1)
    async with listening(app) as heard:
        await ana.says("hi")
        await ws.idle()
    assert len(heard) == 2
    assert len(set(heard)) == 1


@pytest.mark.parametrize(("new_ids", "distinct"), [(False, 1), (True, 2)])
async def test_an_event_is_repeated(ws: LocalWorkspace, app: AsyncApp, new_ids: bool, distinct: int) -> None:
    ana = ws.add_person("ana", "Ana")
    ws.faults.repeat_events(1, new_ids=new_ids)
    async with listening(app) as heard:
        await ana.says("hi")
        await ws.idle()
    assert len(heard) == 2
    assert len(set(heard)) == distinct


async def test_events_are_reordered(ws: LocalWorkspace, app: AsyncApp) -> None:
    texts: list[str] = []

    @app.event("message")
    async def hear(event: Json) -> None:
        texts.append(event["text"])

    ana = ws.add_person("ana", "Ana")
    ws.faults.reorder_events(1)
    await ana.says("one", acked=False)
    await ana.says("two")
    await ws.idle()
    assert texts == ["two", "one"]


async def test_an_unanswered_event_comes_again(ws: LocalWorkspace) -> None:
    async with (
        LocalWorkspace.running(redeliver_after=0.05, patience=2) as impatient,
        connected(impatient) as app,
    ):
        tries: list[str] = []

        @app.event("message")
        async def hear(body: Json, ack: Any) -> None:
            tries.append(body["event_id"])
            if len(tries) < 3:
                raise RuntimeError("not yet")

        ana = impatient.add_person("ana", "Ana")
        await ana.says("hi")
        assert len(tries) == 3
        assert len(set(tries)) == 1


async def test_each_payload_goes_to_one_of_several_connections(ws: LocalWorkspace) -> None:
    ana = ws.add_person("ana", "Ana")
    async with connected(ws) as first, connected(ws) as second:
        async with listening(first) as one, listening(second) as two:
            for _ in range(6):
                await ana.says("hi")
            await ws.idle()
        assert len(one) + len(two) == 6
        assert one
        assert two


async def test_a_refresh_makes_the_app_reconnect(ws: LocalWorkspace, app: AsyncApp) -> None:
    ana = ws.add_person("ana", "Ana")
    before = ws.sockets.connections[0]
    async with listening(app) as heard:
        ws.sockets.refresh()
        assert await ws.changes.until(lambda: bool(ws.sockets.connections) and before not in ws.sockets.connections, 5)
        await ana.says("still there?")
    assert len(heard) == 1


async def test_what_was_said_while_the_app_was_away_arrives_later(ws: LocalWorkspace) -> None:
    ana = ws.add_person("ana", "Ana")
    await ana.says("too long ago", acked=False)
    ws.clock.advance(timedelta(hours=1))
    await ana.says("just now", acked=False)
    texts: list[str] = []
    async with connected(ws) as app:

        @app.event("message")
        async def hear(event: Json) -> None:
            texts.append(event["text"])

        await ws.idle()
    assert texts == ["just now"]


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def serving(handler: Handler) -> AsyncIterator[str]:
    """Serve a request URL; yields its address."""
    server = web.Application()
    server.router.add_post("/slack/events", handler)
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    finally:
        await runner.cleanup()


async def test_http_requests_are_signed_and_answers_are_heard(ws: LocalWorkspace) -> None:
    verifier = SignatureVerifier(ws.signing_secret)
    kinds: list[str] = []

    async def receive(request: web.Request) -> web.Response:
        body = await request.text()
        assert verifier.is_valid_request(body, dict(request.headers))
        if request.content_type == "application/json":
            data = await request.json()
            kinds.append(data["type"])
            return web.json_response({"challenge": data.get("challenge")})
        kinds.append((await request.post()).get("command", "?"))  # type: ignore[arg-type]
        return web.Response(text="On it")

    ana = ws.add_person("ana", "Ana")
    async with serving(receive) as url:
        await ws.delivers_to(url)
        await ana.says("hi")
        await ana.types("/accord start")
    await ana.sees("On it")
    assert kinds == ["url_verification", "event_callback", "/accord"]


async def test_a_bolt_app_behind_http_works(ws: LocalWorkspace) -> None:
    app = AsyncApp(token=ws.bot_token, signing_secret=ws.signing_secret)
    app.client.base_url = ws.api_url
    heard: list[str] = []

    @app.event("message")
    async def hear(event: Json) -> None:
        heard.append(event["text"])

    @app.command("/accord")
    async def command(ack: Any) -> None:
        await ack("On it")

    runner = web.AppRunner(app.server(port=0, path="/slack/events").web_app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        await ws.delivers_to(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
        ana = ws.add_person("ana", "Ana")
        await ana.says("hi")
        await ana.types("/accord")
        await ana.sees("On it")
    finally:
        await runner.cleanup()
    assert heard == ["hi"]


async def test_failed_http_deliveries_are_retried_three_times() -> None:
    clock = MovableClock(MONDAY, frozen=True)
    tries: list[tuple[str | None, str | None]] = []

    async def receive(request: web.Request) -> web.Response:
        data = await request.json()
        if data["type"] == "url_verification":
            return web.json_response({"challenge": data["challenge"]})
        tries.append((request.headers.get("X-Slack-Retry-Num"), request.headers.get("X-Slack-Retry-Reason")))
        return web.Response(status=500)

    async with LocalWorkspace.running(clock=clock) as ws, serving(receive) as url:
        await ws.delivers_to(url)
        ana = ws.add_person("ana", "Ana")
        await ana.says("hi", acked=False)
        envelope = ws.envelopes[-1]
        assert await ws.changes.until(lambda: len(tries) == 2, 5)
        clock.advance(timedelta(minutes=1))
        assert await ws.changes.until(lambda: len(tries) == 3, 5)
        clock.advance(timedelta(minutes=5))
        assert await ws.changes.until(lambda: envelope.gone, 5)
    assert tries == [(None, None), ("1", "http_error"), ("2", "http_error"), ("3", "http_error")]


async def test_an_app_that_asks_for_no_retry_gets_none(ws: LocalWorkspace) -> None:
    async def receive(request: web.Request) -> web.Response:
        data = await request.json()
        if data["type"] == "url_verification":
            return web.json_response({"challenge": data["challenge"]})
        return web.Response(status=500, headers={"X-Slack-No-Retry": "1"})

    async with serving(receive) as url:
        await ws.delivers_to(url)
        ana = ws.add_person("ana", "Ana")
        await ana.says("hi", acked=False)
        assert await ws.changes.until(lambda: ws.envelopes[-1].gone, 5)
    assert len(ws.envelopes[-1].sent_at) == 1

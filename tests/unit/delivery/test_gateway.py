"""What a server may answer, and what we make of it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.domain.outbox import Delivery, Limited, Message, Missing, Outcome, Refused, SearchOutcome, Sent, Unknown, Verb
from bot.slack.calls import READING, call
from bot.slack.gateway import SlackGateway, client, open_session

NOW = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
POST = Delivery("T1", "U1", Verb.POST, "help", {}, "U1", NOW, NOW, id=7)
MESSAGE = Message("hello", ({"type": "divider"},))

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def asked(answer: Answer, ask: Callable[[SlackGateway], Awaitable[Any]]) -> Any:
    """What the gateway makes of a server that answers everything in this way."""
    app = web.Application()
    app.router.add_route("*", "/api/{method}", answer)
    async with TestServer(app) as server, open_session(0.3) as session:
        slack = client("xoxb-1", str(server.make_url("/api/")), session)
        return await ask(SlackGateway(lambda _: slack))


async def posted(answer: Answer) -> Outcome:
    outcome: Outcome = await asked(answer, lambda gateway: gateway.post(POST, MESSAGE))
    return outcome


def says(body: Any, status: int = 200, **headers: str) -> Answer:
    async def answer(request: web.Request) -> web.Response:
        return web.json_response(body, status=status, headers=headers)

    return answer


def writes(text: str, status: int = 200, content_type: str = "application/json") -> Answer:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(text=text, status=status, content_type=content_type)

    return answer


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (says({"ok": True, "channel": "D1", "ts": "1.2"}), Sent("D1", "1.2")),
        (says({"ok": True}), Sent(None, None)),
        (says({"ok": True, "channel": {"id": "D1"}, "ts": 1.2}), Sent(None, None)),
        (says({"ok": False, "error": "is_archived"}), Refused("is_archived", lasting=True)),
        (says({"ok": False, "error": "something_new"}), Refused("something_new", lasting=False)),
        (says({"ok": False, "error": "unknown_method"}), Refused("unknown_method", lasting=True)),
        (says({"ok": False, "error": "rate_limited"}, 429, **{"Retry-After": "12"}), Limited(12)),
        (says({"ok": False, "error": "ratelimited"}, 200), Limited(30)),
        (says({}, 429), Limited(30)),
        (says({"ok": False, "error": "ratelimited"}, 429, **{"Retry-After": "soon"}), Limited(30)),
        (says({"ok": False, "error": "internal_error"}, 500), Unknown("http_500")),
        (writes("Bad Gateway", 502, "text/html"), Unknown("http_502")),
        (writes("busy", 503, "text/plain"), Unknown("http_503")),
        (writes("not found", 404, "text/plain"), Refused("unknown_method", lasting=True)),
        (writes("{", 200), Unknown("http_200")),
        (writes("hello", 200, "text/plain"), Unknown("unreadable_answer")),
        (writes("[]", 200), Unknown("http_200")),
        (says({"ok": False}), Unknown("http_200")),
    ],
)
async def test_every_answer_is_an_outcome(answer: Answer, outcome: Outcome) -> None:
    assert await posted(answer) == outcome


async def test_a_cut_connection_and_a_late_answer_are_unknown() -> None:
    async def cut(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    gone = asyncio.Event()

    async def hang(request: web.Request) -> web.Response:
        await gone.wait()
        return web.Response()

    assert isinstance(await posted(cut), Unknown)

    async def post_and_leave(gateway: SlackGateway) -> Outcome:
        outcome = await gateway.post(POST, MESSAGE)
        gone.set()
        return outcome

    assert isinstance(await asked(hang, post_and_leave), Unknown)


async def test_a_message_is_looked_for_on_every_page() -> None:
    wanted = {"ts": "1.2", "metadata": {"event_type": "accord", "event_payload": {"delivery": "T1-7"}}}
    other = {"ts": "1.3", "metadata": {"event_type": "accord", "event_payload": {"delivery": "T1-70"}}}
    foreign = {"ts": "1.4", "metadata": {"event_type": "other", "event_payload": {"delivery": "T1-7"}}}

    async def answer(request: web.Request) -> web.Response:
        if request.match_info["method"] == "conversations.open":
            return web.json_response({"ok": True, "channel": {"id": "D1"}})
        asked = await request.post()
        assert request.method == "POST"
        assert asked["include_all_metadata"] == "1"
        if asked.get("cursor") == "more":
            return web.json_response({"ok": True, "messages": [wanted]})
        page = {"ok": True, "messages": [other, foreign, {}], "response_metadata": {"next_cursor": "more"}}
        return web.json_response(page)

    found: SearchOutcome = await asked(answer, lambda gateway: gateway.find(POST))
    assert found == Sent("D1", "1.2")


async def test_a_message_that_is_not_there_is_missing() -> None:
    answer = says({"ok": True, "channel": {"id": "D1"}, "messages": []})
    assert await asked(answer, lambda gateway: gateway.find(POST)) == Missing()


async def test_a_server_that_opens_no_conversation_lets_nobody_look() -> None:
    found: SearchOutcome = await asked(says({"ok": True}), lambda gateway: gateway.find(POST))
    assert found == Unknown("unreadable_answer")


@pytest.mark.parametrize("method", [*sorted(READING), "chat.postMessage"])
async def test_every_method_is_asked_by_post(method: str) -> None:
    """With nothing in the address: a server like Slack refuses a GET."""
    came: list[tuple[str, str, str]] = []

    async def answer(request: web.Request) -> web.Response:
        came.append((request.method, request.content_type, request.query_string))
        return web.json_response({"ok": True})

    app = web.Application()
    app.router.add_route("*", "/api/{method}", answer)
    async with TestServer(app) as server, open_session() as session:
        await call(client("xoxb-1", str(server.make_url("/api/")), session), method, {"user": "U1", "limit": True})
    kind = "application/x-www-form-urlencoded" if method in READING else "application/json"
    assert came == [("POST", kind, "")]

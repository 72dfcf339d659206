"""The edge to Slack: one call, one outcome.

A call that was answered with a refusal posted nothing. Every 5xx, time-out and cut connection is unknown: Slack
may have posted. Only a connection that never came about is known to have carried nothing.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any, TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery import errors
from bot.delivery.outcomes import Found, Limited, Missing, Outcome, Refused, Sent, Unknown
from bot.delivery.ports import key
from bot.domain.outbox import Delivery, Message

TIMEOUT_SECONDS = 10.0
"""For one call. A lease outlasts it by far."""

RETRY_AFTER = 30.0
"""Seconds, where a 429 does not say."""

UNREACHABLE_AFTER = 5.0
"""Seconds to wait when no connection could be made."""

EVENT_TYPE = "accord"
LOOK_BACK = timedelta(minutes=10)
"""How far clocks may differ when a message is looked for."""

READING = frozenset({"conversations.history"})
"""Methods that take no JSON."""

PAGE = 100
MOST_PAGES = 5

S = TypeVar("S")

Clients = Callable[[str], AsyncWebClient]
"""The client that speaks for the bot in a workspace."""


def open_session(timeout_seconds: float = TIMEOUT_SECONDS) -> aiohttp.ClientSession:
    """The one session that all calls share, so that they share its connections.

    A client with a session has no time-out of its own: the session's counts.
    """
    timeout = aiohttp.ClientTimeout(total=timeout_seconds)
    return aiohttp.ClientSession(timeout=timeout, json_serialize=_compact, trust_env=True)


def client(token: str, base_url: str, session: aiohttp.ClientSession) -> AsyncWebClient:
    """A client that never sends twice by itself. `base_url` is Slack's, or that of another server like it."""
    return AsyncWebClient(token=token, base_url=base_url, session=session, retry_handlers=[])


class SlackGateway:
    """Posts, updates, publishes and looks for messages."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients
        self._conversations: dict[tuple[str, str], str] = {}

    async def post(self, delivery: Delivery, message: Message) -> Outcome:
        body = _content(delivery, message) | {
            "channel": delivery.lane,
            "unfurl_links": False,
            "unfurl_media": False,
        }
        return await self._send(delivery, "chat.postMessage", body)

    async def ephemeral(self, delivery: Delivery, message: Message) -> Outcome:
        body = {
            "channel": delivery.lane,
            "user": delivery.reader,
            "text": message.text,
            "blocks": message.blocks,
        }
        return await self._send(delivery, "chat.postEphemeral", body)

    async def update(self, delivery: Delivery, message: Message) -> Outcome:
        body = _content(delivery, message) | {"channel": delivery.channel, "ts": delivery.ts}
        return await self._send(delivery, "chat.update", body)

    async def publish_home(self, delivery: Delivery, message: Message) -> Outcome:
        body = {"user_id": delivery.reader, "view": {"type": "home", "blocks": message.blocks}}
        return await self._send(delivery, "views.publish", body)

    async def find(self, delivery: Delivery) -> Found:
        """Look through the conversation since the message could have left, newest first."""
        return await _outcome(self._find(delivery))

    async def _send(self, delivery: Delivery, method: str, body: Mapping[str, Any]) -> Outcome:
        async def call() -> Sent:
            answer = await self._call(delivery.workspace, method, body)
            return Sent(_text(answer, "channel"), _text(answer, "ts"))

        return await _outcome(call())

    async def _find(self, delivery: Delivery) -> Sent | Missing:
        channel = await self._conversation(delivery)
        since = max(delivery.created_at, delivery.not_before - LOOK_BACK) - LOOK_BACK
        query = {
            "channel": channel,
            "oldest": f"{since.timestamp():.6f}",
            "include_all_metadata": True,
            "limit": PAGE,
        }
        for _ in range(MOST_PAGES):
            page = await self._call(delivery.workspace, "conversations.history", query)
            found = _posted(page, key(delivery))
            if found is not None:
                return Sent(channel, found)
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return Missing()
            query["cursor"] = cursor
        return Missing()

    async def _conversation(self, delivery: Delivery) -> str:
        """The id of the conversation of a lane: a person's DM has one of its own."""
        if not delivery.lane.startswith(("U", "W")):
            return delivery.lane
        known = self._conversations.get((delivery.workspace, delivery.lane))
        if known is None:
            answer = await self._call(delivery.workspace, "conversations.open", {"users": delivery.lane})
            known = str(answer["channel"]["id"])
            self._conversations[delivery.workspace, delivery.lane] = known
        return known

    async def _call(self, workspace: str, method: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        client = self._clients(workspace)
        if method in READING:
            answer = await client.api_call(method, http_verb="GET", params=dict(body))
        else:
            answer = await client.api_call(method, json=dict(body))
        if not isinstance(answer.data, dict):
            raise TypeError("no JSON object")
        return answer.data


async def _outcome(call: Awaitable[S]) -> S | Refused | Limited | Unknown:
    """Await a call and say how it ended."""
    try:
        return await call
    except SlackApiError as refusal:
        return _refusal(refusal.response)
    except aiohttp.ClientConnectorError:
        return Limited(UNREACHABLE_AFTER, "unreachable")
    except (aiohttp.ClientError, TimeoutError, OSError) as lost:
        return Unknown(type(lost).__name__)
    except (AttributeError, KeyError, TypeError, ValueError):
        return Unknown("unreadable_answer")


def _refusal(response: Any) -> Refused | Limited | Unknown:
    status: int = getattr(response, "status_code", 0) or getattr(response, "status", 0)
    data = getattr(response, "data", None)
    error = data.get("error") if isinstance(data, dict) else None
    if status == 429 or error in ("ratelimited", "rate_limited"):
        return Limited(_retry_after(response.headers))
    if status >= 500:
        return Unknown(f"http_{status}")
    if status == 404 and error is None:
        return Refused("unknown_method", lasting=True)  # a server that has no such address
    if not isinstance(error, str):
        return Unknown(f"http_{status}")
    return Refused(error, errors.is_lasting(error))


def _retry_after(headers: Mapping[str, str]) -> float:
    try:
        return max(1.0, float(headers.get("Retry-After", RETRY_AFTER)))
    except ValueError:
        return RETRY_AFTER


def _content(delivery: Delivery, message: Message) -> dict[str, Any]:
    """Text, blocks, and the metadata by which the message can be found again. A refresh keeps its card's."""
    about = {"delivery": _mark(delivery), "kind": delivery.notice}
    metadata = {"event_type": EVENT_TYPE, "event_payload": about}
    return {"text": message.text, "blocks": message.blocks, "metadata": metadata}


def _mark(delivery: Delivery) -> str:
    return f"{delivery.workspace}-{delivery.refreshes}" if delivery.refreshes else key(delivery)


def _posted(page: Mapping[str, Any], wanted: str) -> str | None:
    """The ts of the message with this key."""
    for message in page.get("messages") or ():
        metadata = message.get("metadata") or {}
        payload = metadata.get("event_payload") or {}
        if metadata.get("event_type") == EVENT_TYPE and payload.get("delivery") == wanted:
            return _text(message, "ts")
    return None


def _text(answer: Mapping[str, Any], name: str) -> str | None:
    found = answer.get(name)
    return found if isinstance(found, str) else None


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

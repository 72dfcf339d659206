"""Calls of Slack's Web API, and how they end.

A call that was answered with a refusal did nothing. Every 5xx, time-out and cut connection is unknown: it may
have done what it was to do. Only a connection that never came about is known to have carried nothing.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar
from urllib.request import getproxies

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.outbox.outcomes import Limited, Refused, Unknown
from bot.slack import errors

TIMEOUT_SECONDS = 10.0
"""For one call. A lease outlasts it by far."""

MOST_CONNECTIONS = 1200
"""More than the sender and the errands ever use at once: who waits for a connection, waits on a call's time."""

RETRY_AFTER = 30.0
"""Seconds, where a 429 does not say."""

UNREACHABLE_AFTER = 5.0
"""Seconds to wait when no connection could be made."""

READING = frozenset(
    {"conversations.history", "conversations.info", "conversations.members", "conversations.replies", "users.info"}
)
"""Methods that take no JSON. A form serves Slack and all servers like it; one of them refuses a GET."""

S = TypeVar("S")

Clients = Callable[[str], AsyncWebClient]
"""The client that speaks for the bot in a workspace."""


def open_session(timeout_seconds: float = TIMEOUT_SECONDS) -> aiohttp.ClientSession:
    """The one session that all calls share, so that they share its connections.

    A client with a session has no time-out of its own: the session's counts.
    """
    timeout = aiohttp.ClientTimeout(total=timeout_seconds)
    connector = aiohttp.TCPConnector(limit=MOST_CONNECTIONS)
    # Told to trust the environment, a session reads it, and ~/.netrc, again for each call.
    return aiohttp.ClientSession(
        connector=connector, timeout=timeout, json_serialize=_compact, trust_env=bool(getproxies())
    )


def client(token: str, base_url: str, session: aiohttp.ClientSession) -> AsyncWebClient:
    """A client that never sends twice by itself. `base_url` is Slack's, or that of another server like it."""
    return AsyncWebClient(token=token, base_url=base_url, session=session, retry_handlers=[])


async def call(client: AsyncWebClient, method: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Call a method and return its answer. Raises what `outcome_of` understands."""
    if method in READING:
        form = {name: int(value) if isinstance(value, bool) else value for name, value in body.items()}
        answer = await client.api_call(method, data=form)
    else:
        answer = await client.api_call(method, json=dict(body))
    if not isinstance(answer.data, dict):
        raise TypeError("no JSON object")
    return answer.data


async def outcome_of(work: Awaitable[S]) -> S | Refused | Limited | Unknown:
    """Await some calls; what they return, or how they failed."""
    try:
        return await work
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


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

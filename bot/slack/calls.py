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

from bot.domain.outbox import Limited, Refused, Unknown

# Slack's refusals: which of them stay however often one asks, and which concern the whole workspace.
#
# The keys are those that https://docs.slack.dev/reference/methods documents for each method. What is in none of these
# tables passes: it is tried again, a few times.


TOKEN = frozenset(
    {
        "account_inactive",
        "invalid_auth",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
    }
)
"""The bot itself may not speak: nothing in this workspace can be sent until somebody installs it again."""

UNRENDERABLE = "unrenderable"
"""Ours: a message that could not be rendered never left."""

UNSUPPORTED = frozenset({"method_not_supported", "not_implemented", "unknown_method"})
"""A server that knows less than Slack does."""

LASTING = (
    frozenset(
        {
            "as_user_not_supported",
            "blocked_from_dm",
            "cannot_dm_bot",
            "cannot_reply_to_message",
            "cant_update_message",
            "channel_not_found",
            "duplicate_external_id",
            "edit_window_closed",
            "ekm_access_denied",
            "invalid_arguments",
            "invalid_array_arg",
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_channel",
            "invalid_metadata_format",
            "invalid_metadata_schema",
            "is_archived",
            "is_inactive",
            "markdown_text_conflict",
            "message_not_found",
            "messages_tab_disabled",
            "metadata_must_be_sent_from_app",
            "metadata_too_large",
            "missing_post_type",
            "missing_scope",
            "msg_blocks_too_long",
            "msg_too_long",
            "no_permission",
            "no_text",
            "not_allowed_token_type",
            "not_enabled",
            "not_in_channel",
            "posting_to_general_channel_denied",
            "restricted_action",
            "restricted_action_non_threadable_channel",
            "restricted_action_read_only_channel",
            "restricted_action_thread_locked",
            "restricted_action_thread_only_channel",
            "team_not_found",
            "too_many_attachments",
            "two_factor_setup_required",
            "user_disabled",
            "user_not_found",
            "user_not_in_channel",
            "user_not_visible",
            "users_list_not_supplied",
            "users_not_found",
            "view_too_large",
        }
    )
    | UNSUPPORTED
)


def is_lasting(error: str) -> bool:
    """Whether a refusal of one message stays. Refusals of the token are not the message's fault: they pass."""
    return error in LASTING


def surely_unsent(error: str) -> bool:
    """Whether what ended so never left: refused for good, or not even rendered. Anything else may have arrived."""
    return is_lasting(error) or error == UNRENDERABLE


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
    return Refused(error, is_lasting(error))


def _retry_after(headers: Mapping[str, str]) -> float:
    try:
        return max(1.0, float(headers.get("Retry-After", RETRY_AFTER)))
    except ValueError:
        return RETRY_AFTER


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

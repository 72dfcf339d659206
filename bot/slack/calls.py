"""Calls of Slack's Web API, and how they end.

A call that was answered with a refusal did nothing. Every 5xx, time-out and cut connection is unknown: it may
have done what it was to do. Only a connection that never came about is known to have carried nothing.
"""

import json
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.request import getproxies

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.actor import Refusal
from bot.domain.classroom import Account, Belonging, Person, belonging_of, other_names, shown_name
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

NO_CONTENT = "file_without_content"
"""Ours: the bytes of a file could not be had."""

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
            "file_type_not_allowed",
            "file_upload_size_restricted",
            "file_uploads_disabled",
            "file_uploads_except_images_disabled",
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
            "storage_limit_reached",
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


INVALID_BLOCKS = frozenset({"invalid_blocks", "invalid_blocks_format"})
"""A block that is wrong, or one that this workspace does not know."""

INVALID_VIEW = INVALID_BLOCKS | {"invalid_arguments", "invalid_view"}
"""The same of a Home, which Slack looks at as a whole."""

NO_FILES = frozenset({"file_uploads_disabled", "missing_scope", "not_allowed_token_type"}) | UNSUPPORTED
"""A workspace, or a server, that takes no file at all from us."""

NO_SUCH_FILE = "file_not_found"
"""What was uploaded is there no longer, or was shared already: it can be shared once."""


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

FORMS = READING | {"files.getUploadURLExternal"}
UPLOAD_PATIENCE = aiohttp.ClientTimeout(40)
"""For the bytes of a file: ten megabytes over a thin line. With the call before it that is less than a lease."""

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
    if method in FORMS:
        form = {name: int(value) if isinstance(value, bool) else value for name, value in body.items()}
        answer = await client.api_call(method, data=form)
    else:
        answer = await client.api_call(method, json=dict(body))
    if not isinstance(answer.data, dict):
        raise TypeError("no JSON object")
    return answer.data


async def send_bytes(client: AsyncWebClient, address: str, content: bytes) -> None:
    """To an address that Slack gave for them. Raises ClientError where they are not taken."""
    session = client.session
    if session is None:
        raise TypeError("a client without a session")
    async with session.post(address, data=content, timeout=UPLOAD_PATIENCE) as answer:
        answer.raise_for_status()


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


# The few calls to Slack that can not wait for the outbox: opening a modal, asking who somebody is, and the time.


log = structlog.get_logger(__name__)
ClientFor = Callable[[str], AsyncWebClient]
"""The Web API client of a workspace."""
NO_ANSWER = "http_"
"""How the reason begins where something else than Slack answered: a proxy, a server that is ill."""
TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "trigger_expired", "trigger_exchanged"})


ASKED_AGAIN_AFTER = 3600.0
"""Seconds until a form with a field for files is tried again: a workspace may have approved the scope."""


class _Failed(Exception):
    """A call that brought nothing. `reason` is Slack's error or how the connection ended; `refused`: Slack said no."""

    def __init__(self, reason: str, where: Sequence[str] = (), *, refused: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.where = list(where)
        self.refused = refused


def _without_files(view: Mapping[str, Any]) -> dict[str, Any]:
    kept = [block for block in view["blocks"] if block.get("element", {}).get("type") != "file_input"]
    return {**view, "blocks": kept}


class SlackEdge:
    """Opens views and looks people up."""

    def __init__(self, client_for: ClientFor) -> None:
        self._client_for = client_for
        self._without_files: dict[str, float] = {}
        """When a workspace refused a form with a field for files, by the steady clock."""

    async def open(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        """Refusal("expired") when the trigger's three seconds are over, "could-not-open" for anything else."""
        await self._show(workspace, "views.open", trigger, view)

    async def push(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        """As `open`, on top of the view that is open."""
        await self._show(workspace, "views.push", trigger, view)

    async def update(self, workspace: str, view_id: str, view: Mapping[str, Any]) -> None:
        """Show it in the place of one that is open. One that was closed meanwhile wants nothing."""
        try:
            await self._call(workspace, "views.update", {"view_id": view_id, "view": dict(view)})
        except _Failed as failed:
            log.warning("view not updated", action="view-refused", workspace=workspace, reason=failed.reason)

    async def _show(self, workspace: str, method: str, trigger: str, view: Mapping[str, Any]) -> None:
        """A form with a field for files is refused where files may not be read; it is opened without it then, and for
        a while nobody asks again. https://docs.slack.dev/reference/block-kit/block-elements/file-input-element"""
        bare = _without_files(view)
        asks = bare != view and not self._takes_no_files(workspace)
        try:
            try:
                await self._call(workspace, method, {"trigger_id": trigger, "view": dict(view) if asks else bare})
            except _Failed as failed:
                if not asks or not failed.refused or failed.reason in TOO_LATE:
                    raise
                await self._call(workspace, method, {"trigger_id": trigger, "view": bare})
                self._without_files[workspace] = time.monotonic()
        except _Failed as failed:
            log.warning(
                "view not opened",
                action="view-refused",
                workspace=workspace,
                view=view.get("callback_id"),
                reason=failed.reason,
                where=failed.where,
            )
            raise Refusal("expired" if failed.reason in TOO_LATE else "could-not-open") from failed

    def _takes_no_files(self, workspace: str) -> bool:
        refused = self._without_files.get(workspace)
        return refused is not None and time.monotonic() - refused < ASKED_AGAIN_AFTER

    async def who_is(self, workspace: str, user: str) -> Person | None:
        """What Slack says of somebody now; None where it does not know them or does not say."""
        try:
            answer = await self._call(workspace, "users.info", {"user": user, "include_locale": True})
        except _Failed as failed:
            log.warning("person unknown", action="who-is", workspace=workspace, user=user, reason=failed.reason)
            return None
        return person_of(workspace, answer.get("user") or {})

    async def is_in(self, workspace: str, channel: str) -> bool:
        """Whether Accord is in a channel; True where Slack does not say. From outside, a private one is not there."""
        try:
            answer = await self._call(workspace, "conversations.info", {"channel": channel})
        except _Failed as failed:
            return failed.reason != "channel_not_found"
        found = answer.get("channel")
        return not isinstance(found, Mapping) or found.get("is_member") is not False

    async def _call(self, workspace: str, method: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """A method's answer. Whatever went wrong is a _Failed: a person waits, so nothing is tried again."""
        try:
            return await call(self._client_for(workspace), method, body)
        except SlackApiError as refusal:
            raise _Failed(reason_of(refusal), _where(refusal), refused=True) from refusal
        except (aiohttp.ClientError, TimeoutError, OSError) as lost:
            raise _Failed(type(lost).__name__) from lost
        except (AttributeError, TypeError, ValueError) as unreadable:
            raise _Failed("unreadable_answer") from unreadable


def person_of(workspace: str, user: Mapping[str, Any]) -> Person | None:
    """A `user` object of Slack's, read with care: a server that knows less than Slack leaves fields out."""
    ident = user.get("id")
    if not isinstance(ident, str) or not ident:
        return None
    profile = user.get("profile") or {}
    real_names, handle = (profile.get("real_name"), user.get("real_name")), user.get("name")
    name = shown_name(str(next(filter(None, (profile.get("display_name"), *real_names, handle)), ""))) or ident
    others = other_names(name, real_names)
    belonging = belonging_of(account_of(user), workspace)
    admin = user.get("is_admin") or user.get("is_owner") or user.get("is_primary_owner")
    return Person(
        workspace=workspace,
        user=ident,
        name=name,
        other_names=others,
        handle=next(iter(other_names(name, [handle])), ""),
        timezone=str(user.get("tz") or "UTC"),
        locale=str(user.get("locale") or "en"),
        is_admin=bool(admin) and belonging is Belonging.MEMBER,
        is_bot=bool(user.get("is_bot")) or ident == "USLACKBOT",
        is_active=not user.get("deleted"),
        is_guest=belonging is not Belonging.MEMBER,
        is_outside=belonging is Belonging.OUTSIDE,
    )


def account_of(user: Mapping[str, Any]) -> Account:
    """Whose account a `user` object is of, as far as it says. `enterprise_user` is there in an Enterprise organisation
    alone, theirs or ours."""
    organisation, team = user.get("enterprise_user"), user.get("team_id")
    teams = organisation.get("teams") if isinstance(organisation, Mapping) else None
    return Account(
        team=team if isinstance(team, str) else None,
        teams=tuple(str(one) for one in teams) if isinstance(teams, list) else None,
        is_stranger=bool(user.get("is_stranger")),
        is_restricted=any(user.get(sign) for sign in ("is_restricted", "is_ultra_restricted")),
    )


def reason_of(refusal: SlackApiError) -> str:
    """Slack's error; "http_503" and the like where the answer was none of Slack's."""
    data = getattr(refusal.response, "data", None)
    if isinstance(data, Mapping):
        return str(data.get("error", "unknown"))
    return f"{NO_ANSWER}{getattr(refusal.response, 'status_code', 0)}"


def _where(refusal: SlackApiError) -> list[str]:
    """Slack's pointers into the view: they hold paths and limits, not what people wrote."""
    data = getattr(refusal.response, "data", None)
    metadata = data.get("response_metadata") if isinstance(data, Mapping) else None
    return [str(m) for m in (metadata or {}).get("messages", [])]


# The time as Slack has it, which it writes on each of its answers.


PATIENCE = aiohttp.ClientTimeout(5)


async def time_of(session: aiohttp.ClientSession, api_url: str) -> datetime | None:
    """To the second; None where it is not said. Needs no token. ClientError, TimeoutError or OSError where Slack is
    away."""
    async with session.post(f"{api_url}api.test", timeout=PATIENCE) as answer:
        said = answer.headers.get("Date", "")
    try:
        return parsedate_to_datetime(said).astimezone(UTC)
    except ValueError:
        return None

"""The few calls to Slack that can not wait for the outbox: opening a modal, asking who somebody is, and the time."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.actor import Refusal
from bot.domain.belonging import Account, Belonging, belonging_of
from bot.domain.classroom import Person, other_names, shown_name
from bot.slack.calls import call

log = structlog.get_logger(__name__)
ClientFor = Callable[[str], AsyncWebClient]
"""The Web API client of a workspace."""
NO_ANSWER = "http_"
"""How the reason begins where something else than Slack answered: a proxy, a server that is ill."""
TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "trigger_expired", "trigger_exchanged"})


class _Failed(Exception):
    """A call that brought nothing. `reason` is Slack's error or how the connection ended."""

    def __init__(self, reason: str, where: Sequence[str] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.where = list(where)


class SlackEdge:
    """Opens views and looks people up."""

    def __init__(self, client_for: ClientFor) -> None:
        self._client_for = client_for

    async def open(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        """Refusal("expired") when the trigger's three seconds are over, "could-not-open" for anything else."""
        await self._show(workspace, "views.open", trigger, view)

    async def push(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        """As `open`, on top of the view that is open."""
        await self._show(workspace, "views.push", trigger, view)

    async def _show(self, workspace: str, method: str, trigger: str, view: Mapping[str, Any]) -> None:
        try:
            await self._call(workspace, method, {"trigger_id": trigger, "view": dict(view)})
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
            raise _Failed(reason_of(refusal), _where(refusal)) from refusal
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

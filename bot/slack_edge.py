"""The few calls to Slack that can not wait for the outbox: opening a modal, asking who somebody is."""

from collections.abc import Callable, Mapping
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.classroom import Person
from bot.domain.errors import Refusal

log = structlog.get_logger(__name__)
ClientFor = Callable[[str], AsyncWebClient]
"""The Web API client of a workspace."""
TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "trigger_expired", "trigger_exchanged"})


class SlackEdge:
    """Opens views and looks people up."""

    def __init__(self, client_for: ClientFor) -> None:
        self._client_for = client_for

    async def open(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        """Refusal("expired") when the trigger's three seconds are over."""
        await self._show(self._client_for(workspace).views_open, workspace, trigger, view)

    async def push(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        await self._show(self._client_for(workspace).views_push, workspace, trigger, view)

    async def _show(self, call: Any, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        try:
            await call(trigger_id=trigger, view=dict(view))
        except SlackApiError as error:
            reason = _reason(error)
            log.warning(
                "view not opened",
                action="view-refused",
                workspace=workspace,
                view=view.get("callback_id"),
                reason=reason,
                where=_where(error),
            )
            raise Refusal("expired" if reason in TOO_LATE else "could-not-open") from error

    async def who_is(self, workspace: str, user: str) -> Person | None:
        """What Slack says of somebody now; None where it does not know them or does not say."""
        try:
            answer = await self._client_for(workspace).users_info(user=user, include_locale=True)
        except SlackApiError as error:
            log.warning("person unknown", action="who-is", workspace=workspace, user=user, reason=_reason(error))
            return None
        return person_of(workspace, answer.get("user") or {})


def person_of(workspace: str, user: Mapping[str, Any]) -> Person | None:
    """A `user` object of Slack's, read with care: a server that knows less than Slack leaves fields out."""
    ident = user.get("id")
    if not isinstance(ident, str) or not ident:
        return None
    profile = user.get("profile") or {}
    name = profile.get("display_name") or profile.get("real_name") or user.get("real_name") or user.get("name")
    return Person(
        workspace=workspace,
        user=ident,
        name=str(name or ident),
        timezone=str(user.get("tz") or "UTC"),
        locale=str(user.get("locale") or "en"),
        is_admin=bool(user.get("is_admin") or user.get("is_owner") or user.get("is_primary_owner")),
        is_bot=bool(user.get("is_bot")) or ident == "USLACKBOT",
        is_active=not user.get("deleted"),
    )


def _reason(error: SlackApiError) -> str:
    return str(error.response.get("error", "unknown"))


def _where(error: SlackApiError) -> list[str]:
    """Slack's pointers into the view: they hold paths and limits, not what people wrote."""
    metadata = error.response.get("response_metadata") or {}
    return [str(m) for m in metadata.get("messages", [])]

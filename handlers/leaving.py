"""Slack says that a workspace removed Accord, or took its token back."""

from datetime import UTC, datetime

from bot.activities.installing import use_cases as installing
from bot.domain.actor import Actor
from bot.domain.installation import Reason
from handlers.context import Context, Event, Routes


async def uninstalled(event: Event, context: Context) -> None:
    await _left(event, context, Reason.UNINSTALLED)


async def revoked(event: Event, context: Context) -> None:
    """Of the tokens that may be revoked, only the bot's is ours to speak by."""
    tokens = event.payload.get("tokens")
    if isinstance(tokens, dict) and tokens.get("bot"):
        await _left(event, context, Reason.REVOKED)


async def _left(event: Event, context: Context, reason: Reason) -> None:
    """The token first: where we stop in between, Slack sends the event again, and it goes on from there."""
    if await context.installed.withdraw(event.workspace, _when(event, context)):
        await context.runner.once(event.incoming, Actor(event.workspace, ""), installing.leave, reason)


def _when(event: Event, context: Context) -> datetime:
    """When it happened: Slack may tell late, after the workspace has installed Accord again."""
    try:
        return datetime.fromtimestamp(float(event.payload.get("event_ts") or ""), UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return context.runner.clock.now()


ROUTES = Routes(events={"app_uninstalled": uninstalled, "tokens_revoked": revoked})

"""The doctor's look at Slack: the tokens, what they may do, and whether our clock goes with Slack's."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.cli.doctor.finding import Finding, ill, warn, well
from bot.domain.installation import Unsealable
from bot.settings import Settings
from bot.slack.bolt import wanted_scopes
from bot.slack.calls import call
from bot.slack.gateway import is_marked
from bot.slack.views import NO_ANSWER, reason_of, time_of
from bot.steady_clock import SystemClock
from storage.queries.installations import Installations
from storage.queries.outbox import Posted, newest_posted
from storage.sealed import KeyGarbled, Seal
from storage.upkeep.existing import TROUBLES, NotThere, open_existing

CLOCK_MAY_BE_OFF = 60.0
"""Seconds. Check-ins are minutes; Slack refuses signatures that are five minutes old."""

_UNREACHABLE = (aiohttp.ClientError, TimeoutError, OSError)


async def bot_token(settings: Settings, client: AsyncWebClient) -> Finding:
    if not settings.slack_bot_token.get_secret_value():
        return ill("bot-token-missing")
    try:
        answer = await client.auth_test()
    except SlackApiError as error:
        return _refused(settings, "bot-token-refused", error)
    except _UNREACHABLE as error:
        return _unreachable(settings, error)
    return well("bot-token", team=str(answer.get("team")), id=str(answer.get("team_id")))


async def scopes(settings: Settings, client: AsyncWebClient) -> Finding:
    try:
        answer = await client.auth_test()
    except (SlackApiError, *_UNREACHABLE):
        return ill("scopes-unchecked")
    given = {s.strip() for s in str(answer.headers.get("x-oauth-scopes", "")).split(",") if s.strip()}
    if not given:
        return well("scopes-unnamed")
    if missing := sorted(wanted_scopes() - given):
        return ill("scopes-missing", scopes=", ".join(missing))
    if more := sorted(given - wanted_scopes()):
        return well("scopes-too-many", scopes=", ".join(more))
    return well("scopes")


async def app_token(settings: Settings) -> Finding:
    token = settings.slack_app_token.get_secret_value()
    if not token:
        return ill("app-token-missing")
    try:
        await AsyncWebClient(base_url=settings.slack_api_url, timeout=10).apps_connections_open(app_token=token)
    except SlackApiError as error:
        return _refused(settings, "app-token-refused", error)
    except _UNREACHABLE as error:
        return _unreachable(settings, error)
    return well("app-token")


async def clock(settings: Settings) -> Finding:
    try:
        async with aiohttp.ClientSession() as session:
            theirs = await time_of(session, settings.slack_api_url)
    except _UNREACHABLE as error:
        return _unreachable(settings, error)
    if theirs is None:
        return well("clock-unnamed")
    off = abs((SystemClock().now() - theirs).total_seconds())
    return ill("clock-off", seconds=round(off)) if off > CLOCK_MAY_BE_OFF else well("clock")


def _refused(settings: Settings, key: str, error: SlackApiError) -> Finding:
    reason = reason_of(error)
    if reason.startswith(NO_ANSWER):
        return ill("unreachable", url=settings.slack_api_url, reason=reason)
    return ill(key, reason=reason)


def _unreachable(settings: Settings, error: BaseException) -> Finding:
    return ill("unreachable", url=settings.slack_api_url, reason=type(error).__name__)


# The doctor's look at whether the server keeps the metadata of messages, by which one is found again after a kill.


TRIED = 3
"""Messages that are asked for at most: the newest may be gone from Slack."""


async def examine_metadata(settings: Settings, *, http: bool = False) -> Sequence[Finding]:
    """One message of ours is read back as it stands in Slack. `http`: with its school's own token."""
    try:
        posted = await asyncio.to_thread(_posted, settings, http)
    except (NotThere, Unsealable, KeyGarbled, *TROUBLES):
        return ()  # another check says it
    try:
        return (await _judged(settings, posted),)
    except SlackApiError as error:
        return (well("metadata-unknown", reason=reason_of(error)),)
    except (aiohttp.ClientError, TimeoutError, OSError, TypeError) as error:
        return (well("metadata-unknown", reason=type(error).__name__),)


async def _judged(settings: Settings, posted: Sequence[tuple[Posted, str]]) -> Finding:
    for message, token in posted:
        client = AsyncWebClient(token, base_url=settings.slack_api_url, timeout=10)
        found = await _read(client, message)
        if found is not None:
            return well("metadata") if is_marked(found) else warn("metadata-dropped")
    return well("metadata-nothing-posted")


async def _read(client: AsyncWebClient, message: Posted) -> Mapping[str, Any] | None:
    """As it stands in Slack; None where it is gone."""
    one = {"channel": message.channel, "latest": message.ts, "inclusive": True, "limit": 1}
    page = await call(client, "conversations.history", {**one, "include_all_metadata": True})
    return next((found for found in page.get("messages") or () if found.get("ts") == message.ts), None)


def _posted(settings: Settings, http: bool) -> Sequence[tuple[Posted, str]]:
    """The newest messages, each with the token that reads it."""
    engine = open_existing(settings.accord_database_url, only_look=True)
    try:
        posted = newest_posted(engine, TRIED)
        if not http:
            return [(message, settings.slack_bot_token.get_secret_value()) for message in posted]
        kept = Installations(engine, settings.slack_client_id, Seal(settings.keys))
        schools = {message.workspace: kept.find(message.workspace) for message in posted}
        return [(message, school.token) for message in posted if (school := schools[message.workspace])]
    finally:
        engine.dispose()

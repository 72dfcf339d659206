"""The doctor's look at Slack: the tokens, what they may do, and whether our clock goes with Slack's."""

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.cli.doctor.finding import Finding, ill, well
from bot.settings import Settings
from bot.slack.manifest import wanted_scopes
from bot.slack.time import time_of
from bot.slack.views import NO_ANSWER, reason_of
from bot.steady_clock import SystemClock

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

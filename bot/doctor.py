"""What whoever runs the server wants to know when something does not work: each check, and its remedy."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from email.utils import parsedate_to_datetime
from pathlib import Path

import aiohttp
import yaml
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.doctor_model import examine_model
from bot.finding import Finding
from bot.finding import ill as _ill
from bot.finding import well as _well
from bot.settings import Settings
from bot.slack_edge import NO_ANSWER, reason_of
from storage.engine import open_engine
from storage.migrate import current, newest, revisions

MANIFEST = Path(__file__).parent.parent / "manifest.yml"
CLOCK_MAY_BE_OFF = 60.0
"""Seconds. Check-ins are minutes; Slack refuses signatures that are five minutes old."""

_UNREACHABLE = (aiohttp.ClientError, TimeoutError, OSError)


async def examine(settings: Settings) -> list[Finding]:
    """Every check, each on its own: one that fails does not hide another."""
    client = AsyncWebClient(settings.slack_bot_token.get_secret_value(), base_url=settings.slack_api_url, timeout=10)
    checks: list[Callable[[], Awaitable[Finding]]] = [
        lambda: _bot_token(settings, client),
        lambda: _scopes(settings, client),
        lambda: _app_token(settings),
        lambda: asyncio.to_thread(_database, settings),
        lambda: _clock(settings),
        lambda: examine_model(settings),
    ]
    return [await check() for check in checks]


async def _bot_token(settings: Settings, client: AsyncWebClient) -> Finding:
    if not settings.slack_bot_token.get_secret_value():
        return _ill("bot-token-missing")
    try:
        answer = await client.auth_test()
    except SlackApiError as error:
        return _refused(settings, "bot-token-refused", error)
    except _UNREACHABLE as error:
        return _unreachable(settings, error)
    return _well("bot-token", team=str(answer.get("team")), id=str(answer.get("team_id")))


async def _scopes(settings: Settings, client: AsyncWebClient) -> Finding:
    try:
        answer = await client.auth_test()
    except (SlackApiError, *_UNREACHABLE):
        return _ill("scopes-unchecked")
    given = {s.strip() for s in str(answer.headers.get("x-oauth-scopes", "")).split(",") if s.strip()}
    if not given:
        return _well("scopes-unnamed")
    if missing := sorted(wanted_scopes() - given):
        return _ill("scopes-missing", scopes=", ".join(missing))
    if more := sorted(given - wanted_scopes()):
        return _well("scopes-too-many", scopes=", ".join(more))
    return _well("scopes")


def wanted_scopes() -> set[str]:
    """What manifest.yml asks for."""
    manifest = yaml.safe_load(MANIFEST.read_text("utf-8"))
    return set(manifest["oauth_config"]["scopes"]["bot"])


async def _app_token(settings: Settings) -> Finding:
    token = settings.slack_app_token.get_secret_value()
    if not token:
        return _ill("app-token-missing")
    try:
        await AsyncWebClient(base_url=settings.slack_api_url, timeout=10).apps_connections_open(app_token=token)
    except SlackApiError as error:
        return _refused(settings, "app-token-refused", error)
    except _UNREACHABLE as error:
        return _unreachable(settings, error)
    return _well("app-token")


def _database(settings: Settings) -> Finding:
    try:
        engine = open_engine(settings.accord_database_url)
        with engine.begin() as connection:
            connection.execute(text("SELECT 1"))
            at = current(connection)
        engine.dispose()
    except (SQLAlchemyError, OSError) as error:
        return _ill("database-unreachable", reason=type(error).__name__)
    if at is None:
        return _well("database-empty")
    if at not in revisions():
        return _ill("database-newer")
    return _well("database") if at == newest() else _ill("database-old")


async def _clock(settings: Settings) -> Finding:
    limit = aiohttp.ClientTimeout(10)
    try:
        async with (
            aiohttp.ClientSession(timeout=limit) as session,
            session.post(f"{settings.slack_api_url}api.test") as answer,
        ):
            theirs = answer.headers.get("Date")
    except _UNREACHABLE as error:
        return _unreachable(settings, error)
    if theirs is None:
        return _well("clock-unnamed")
    off = abs(time.time() - parsedate_to_datetime(theirs).timestamp())
    return _ill("clock-off", seconds=round(off)) if off > CLOCK_MAY_BE_OFF else _well("clock")


def _refused(settings: Settings, key: str, error: SlackApiError) -> Finding:
    reason = reason_of(error)
    if reason.startswith(NO_ANSWER):
        return _ill("unreachable", url=settings.slack_api_url, reason=reason)
    return _ill(key, reason=reason)


def _unreachable(settings: Settings, error: BaseException) -> Finding:
    return _ill("unreachable", url=settings.slack_api_url, reason=type(error).__name__)

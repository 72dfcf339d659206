"""What whoever runs the server wants to know when something does not work: each check, and its remedy."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from slack_sdk.web.async_client import AsyncWebClient

from bot.cli.doctor import outside
from bot.cli.doctor.database import examine_database
from bot.cli.doctor.finding import Diagnosis
from bot.cli.doctor.outside import examine_http, examine_metadata, examine_model
from bot.settings import Settings

Check = Callable[[], Awaitable[Sequence[Diagnosis]]]


async def examine(settings: Settings, *, http: bool = False) -> list[Diagnosis]:
    """Every check, each on its own: one that fails does not hide another. `http`: for `accord run --http`."""
    client = AsyncWebClient(settings.slack_bot_token.get_secret_value(), base_url=settings.slack_api_url, timeout=10)
    of_socket_mode: list[Check] = [
        lambda: _one(outside.bot_token(settings, client)),
        lambda: _one(outside.scopes(settings, client)),
        lambda: _one(outside.app_token(settings)),
    ]
    checks: list[Check] = [
        *([lambda: examine_http(settings)] if http else of_socket_mode),
        lambda: examine_metadata(settings, http=http),
        lambda: _one(outside.clock(settings)),
        lambda: asyncio.to_thread(examine_database, settings, datetime.now(UTC)),
        lambda: _one(examine_model(settings)),
    ]
    return _once_each([finding for check in checks for finding in await check()])


async def _one(check: Awaitable[Diagnosis]) -> Sequence[Diagnosis]:
    return (await check,)


def _once_each(findings: Sequence[Diagnosis]) -> list[Diagnosis]:
    """Who is out of reach is out of reach for several checks; to say it once is enough."""
    return [finding for number, finding in enumerate(findings) if finding not in findings[:number]]

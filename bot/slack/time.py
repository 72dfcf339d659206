"""The time as Slack has it, which it writes on each of its answers."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import aiohttp

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

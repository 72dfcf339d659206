"""The doctor's look at what `accord run --http` needs: its settings, its keys, and the door that Slack calls at."""

from collections.abc import Sequence
from http import HTTPStatus

import aiohttp

from bot.finding import Finding, ill, warn, well
from bot.paths import EVENTS
from bot.settings import Settings
from storage.sealed import KeyGarbled, Seal

NEEDED = ("slack_signing_secret", "slack_client_id", "slack_client_secret", "accord_public_url", "accord_keys")
PATIENCE = aiohttp.ClientTimeout(10)


async def examine_http(settings: Settings) -> Sequence[Finding]:
    """The settings first; the door is only tried where its address is known."""
    missing = [name.upper() for name in NEEDED if not _given(settings, name)]
    found = [ill("http-missing", names=", ".join(missing))] if missing else [well("http-settings")]
    if settings.keys:
        found.append(_keys(settings))
    if len(settings.signing_secrets) > 1:
        found.append(warn("signing-secrets", number=len(settings.signing_secrets)))
    if settings.public_url:
        found += [*_tls(settings.public_url), await _door(settings.public_url)]
    return found


def _given(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    return str(value.get_secret_value() if hasattr(value, "get_secret_value") else value)


def _keys(settings: Settings) -> Finding:
    try:
        Seal(settings.keys)
    except KeyGarbled as garbled:
        return ill("keys-garbled", number=garbled.number)
    return well("keys", number=len(settings.keys))


def _tls(url: str) -> Sequence[Finding]:
    return () if url.startswith("https://") else (warn("door-without-tls", url=url),)


async def _door(url: str) -> Finding:
    """Whether Accord answers where Slack calls: it refuses what nobody signed. A proxy may well hide all the rest."""
    try:
        async with aiohttp.ClientSession(timeout=PATIENCE) as session, session.post(f"{url}{EVENTS}") as answer:
            status = answer.status
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        return warn("door-shut", url=url, reason=type(error).__name__)
    refused = status == HTTPStatus.UNAUTHORIZED
    return well("door", url=url) if refused else warn("door-shut", url=url, reason=f"HTTP {status}")

"""The doctor's look at what `accord run --http` needs: its settings, its keys, and the door that Slack calls at."""

import asyncio
from collections.abc import Sequence
from http import HTTPStatus

import aiohttp

from bot.cli.doctor.finding import Finding, ill, warn, well
from bot.settings import Settings
from bot.slack.bolt import EVENTS
from storage.queries.installations import Installations
from storage.sealed import KeyGarbled, Seal
from storage.upkeep.existing import TROUBLES, NotThere, open_existing

NEEDED = ("slack_signing_secret", "slack_client_id", "slack_client_secret", "accord_public_url", "accord_keys")
NAMED = 5
"""Workspaces in one finding."""

PATIENCE = aiohttp.ClientTimeout(10)


async def examine_http(settings: Settings) -> Sequence[Finding]:
    """The settings first; the door is only tried where its address is known."""
    missing = [name.upper() for name in NEEDED if not _given(settings, name)]
    found = [ill("http-missing", names=", ".join(missing))] if missing else [well("http-settings")]
    if settings.keys:
        found += await asyncio.to_thread(_keys, settings)
    if len(settings.signing_secrets) > 1:
        found.append(warn("signing-secrets", number=len(settings.signing_secrets)))
    if settings.public_url:
        found += [*_tls(settings.public_url), await _door(settings.public_url)]
    return found


def _given(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    return str(value.get_secret_value() if hasattr(value, "get_secret_value") else value)


def _keys(settings: Settings) -> Sequence[Finding]:
    """Whether they are keys, and then whether they open what they should."""
    try:
        seal = Seal(settings.keys)
    except KeyGarbled as garbled:
        return (ill("keys-garbled", number=garbled.number),)
    return (well("keys", number=len(settings.keys)), *_tokens(settings, seal))


def _tokens(settings: Settings, seal: Seal) -> Sequence[Finding]:
    """Every school's token is tried. A database that can not be read is another check's."""
    try:
        engine = open_existing(settings.accord_database_url, only_look=True)
    except (NotThere, *TROUBLES):
        return ()
    try:
        kept = Installations(engine, settings.slack_client_id, seal)
        there, shut = kept.workspaces(), kept.unreadable()
    except TROUBLES:
        return ()
    finally:
        engine.dispose()
    if not shut:
        return (well("tokens", number=len(there)),)
    some = ", ".join(shut[:NAMED])
    if len(shut) == len(there):
        return (ill("tokens-all-shut", number=len(there), workspaces=some),)
    return (ill("tokens-shut", number=len(shut), workspaces=some),)


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

"""Accord behind HTTP, for a local workspace that has installed it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import aiohttp
from pydantic import SecretStr

from bot.app import Accord, build
from bot.demo.scene import MANIFEST
from bot.domain.installation import Installation
from bot.outbox.pacing import unhurried
from bot.runner import Inline
from bot.settings import Settings
from bot.steady_clock import Clock
from sandbox.clock import MovableClock
from sandbox.core import SIGNING_SECRET
from sandbox.web_api.oauth import CLIENT_ID, CLIENT_SECRET
from sandbox.workspace import LocalWorkspace
from storage.engine import open_engine
from storage.queries.installations import Installations
from storage.sealed import Seal, new_key

KEY = new_key()
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def settings_for(api_url: str, database_url: str, **changed: object) -> Settings:
    """What `accord run --http` needs, on any free port, with nothing of this machine's own settings."""
    given: dict[str, object] = {
        "slack_bot_token": SecretStr(""),
        "slack_app_token": SecretStr(""),
        "slack_signing_secret": SecretStr(SIGNING_SECRET),
        "slack_client_id": CLIENT_ID,
        "slack_client_secret": SecretStr(CLIENT_SECRET),
        "slack_api_url": api_url,
        "accord_public_url": "http://127.0.0.1",
        "accord_http_port": 0,
        "accord_http_drain": 0,
        "accord_keys": SecretStr(KEY),
        "accord_metrics_token": SecretStr(""),
        "accord_database_url": database_url,
        "accord_llm_model": "",
    }
    return Settings(**given | changed)  # type: ignore[arg-type]


def installation_of(ws: LocalWorkspace, since: datetime = LONG_AGO) -> Installation:
    state = ws.core.state
    return Installation(ws.team_id, ws.bot_token, state.bot_user, state.bot_id, since, state.team_name, state.app_id)


def keep(database_url: str, *installations: Installation) -> None:
    """Write installations as the install page would."""
    engine = open_engine(database_url)
    for made in installations:
        Installations(engine, CLIENT_ID, Seal([KEY])).save(made)
    engine.dispose()


@asynccontextmanager
async def accord_over_http(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Accord]:
    """Accord, listening while the block runs."""
    accord = build(settings, clock=clock, executor=Inline(), pacing=unhurried(), http=True)
    try:
        await accord.start()
        yield accord
    finally:
        await accord.stop()


def address(accord: Accord, path: str = "") -> str:
    return f"http://127.0.0.1:{accord.way.port}{path}"


@asynccontextmanager
async def workspace(clock: MovableClock | None = None, *, seed: int = 1) -> AsyncIterator[LocalWorkspace]:
    async with LocalWorkspace.running(clock, MANIFEST, seed=seed, patience=15.0) as made:
        yield made


@asynccontextmanager
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    """Keeps cookies, of addresses without a name too, and follows no redirect by itself."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        yield session

"""A workspace, and a real Bolt app connected to it over Socket Mode."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.clock import MovableClock
from sandbox.workspace import LocalWorkspace

MONDAY = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)


@asynccontextmanager
async def connected(ws: LocalWorkspace) -> AsyncIterator[AsyncApp]:
    """A Bolt app connected to the workspace; its listeners may be added afterwards."""
    app = AsyncApp(
        token=ws.bot_token,
        client=AsyncWebClient(ws.bot_token, base_url=ws.api_url),
        process_before_response=True,
    )
    handler = AsyncSocketModeHandler(app, ws.app_token)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await ws.connected()
    try:
        yield app
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


@pytest.fixture
async def ws() -> AsyncIterator[LocalWorkspace]:
    async with LocalWorkspace.running(clock=MovableClock(MONDAY)) as workspace:
        yield workspace


@pytest.fixture
async def app(ws: LocalWorkspace) -> AsyncIterator[AsyncApp]:
    async with connected(ws) as bolt:
        yield bolt


@pytest.fixture
def client(ws: LocalWorkspace) -> AsyncWebClient:
    """A Web API client of the bot."""
    return AsyncWebClient(ws.bot_token, base_url=ws.api_url)

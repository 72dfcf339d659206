"""Fixtures of the delivery tests."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import Engine

from bot.slack.gateway import open_session
from sandbox.clock import MovableClock
from sandbox.workspace import LocalWorkspace
from tests.integration.delivery.office import NOW, Office


@pytest.fixture
async def office(engine: Engine) -> AsyncIterator[Office]:
    """A local workspace whose clock stands still until it is moved, on each database in turn."""
    clock = MovableClock(NOW, frozen=True)
    async with LocalWorkspace.running(clock=clock) as workspace, open_session(0.5) as session:
        yield Office(engine, workspace, session)

"""A workspace for a program that runs in a process of its own, and so on real time."""

from collections.abc import AsyncIterator

import pytest

from bot.demo.scene import MANIFEST
from sandbox.workspace import LocalWorkspace


@pytest.fixture
async def ws() -> AsyncIterator[LocalWorkspace]:
    async with LocalWorkspace.running(manifest=MANIFEST, patience=20.0, redeliver_after=30.0) as made:
        yield made

"""The local workspace: how long it takes to start, and to answer a simple call on loopback."""

import asyncio
from time import perf_counter

import aiohttp

from sandbox.workspace import LocalWorkspace
from tests.bench.report import Measurement, line, middle

STARTS = 5
CALLS = 500
START_GOAL_MS = 1000.0
CALL_GOAL_MS = 2.0


def measure() -> list[Measurement]:
    """Medians, beside the goals they have to stay below."""
    return asyncio.run(_measure())


async def _measure() -> list[Measurement]:
    starts = []
    for _ in range(STARTS):
        begun = perf_counter()
        async with LocalWorkspace.running():
            starts.append((perf_counter() - begun) * 1000)
    return [
        line("local workspace: start, against the goal", middle(starts), "ms", START_GOAL_MS),
        line("local workspace: auth.test, against the goal", await _call(), "ms", CALL_GOAL_MS),
    ]


async def _call() -> float:
    took = []
    async with LocalWorkspace.running() as ws, aiohttp.ClientSession() as session:
        headers = {"Authorization": f"Bearer {ws.bot_token}"}
        for _ in range(CALLS):
            begun = perf_counter()
            async with session.post(f"{ws.api_url}auth.test", headers=headers) as answer:
                await answer.read()
            took.append((perf_counter() - begun) * 1000)
    return middle(took)

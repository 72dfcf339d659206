"""In a child: a local workspace, and the people in it who press and write, one after the other."""

import asyncio
from collections.abc import Callable
from typing import Any

from bot.demo.scene import MANIFEST
from sandbox.people import Person
from sandbox.workspace import LocalWorkspace
from tests.bench.children import serve

MADE = ("letter", "poem", "essay", "story", "report", "speech", "note", "article", "review", "summary", "song", "list")
OF = (
    "dog",
    "cat",
    "tree",
    "river",
    "house",
    "train",
    "horse",
    "garden",
    "market",
    "bridge",
    "island",
    "castle",
    "moon",
)
HOW = ("short", "long", "new")
OWN = [f"the {how} {made} about a {of}" for how in HOW for made in MADE for of in OF]
"""What one student writes of, and no other: what was understood of one message helps with no other."""

PATIENCE = 30.0
"""Real seconds for one answer: other programs may be busy."""


class People:
    """What the parent may ask for. An act is done when the app has acknowledged it and its answers have come."""

    def __init__(self, ws: LocalWorkspace) -> None:
        self._ws = ws
        self._people: dict[str, Person] = {}

    async def where(self) -> dict[str, str]:
        """How an app connects."""
        ws = self._ws
        return {"team": ws.team_id, "bot_token": ws.bot_token, "app_token": ws.app_token, "api_url": ws.api_url}

    async def join(self, count: int) -> list[str]:
        """Add so many people; returns their ids, which are the same in every workspace that is made like this."""
        for n in range(count):
            person = self._ws.add_person(f"person-{n}", f"Person {n}")
            self._people[person.id] = person
        return list(self._people)

    async def press(self, users: list[str], wanted: str, calls: int) -> None:
        for user in users:
            await self._act(calls, lambda u=user: self._people[u].presses(wanted))  # type: ignore[misc]

    async def say(self, users: list[str], words: str, calls: int) -> None:
        """Each waits for a first answer; what goes to others may come some seconds after it. `{own}` in the words is
        something else for each."""
        wanted, places = len(self._ws.calls) + calls * len(users), {user: n for n, user in enumerate(self._people)}
        for user in users:
            its = words.replace("{own}", OWN[places[user] % len(OWN)])
            await self._act(1, lambda u=user, w=its: self._people[u].says(w))  # type: ignore[misc]
        await self._come(wanted)

    async def calls_since(self, number: int) -> list[dict[str, Any]]:
        """The calls of the Web API from this number on, oldest first."""
        return [{"method": c.method, "args": c.args, "answer": c.response} for c in self._ws.calls[number:]]

    async def count_calls(self) -> int:
        return len(self._ws.calls)

    async def _act(self, calls: int, act: Callable[[], Any]) -> None:
        wanted = len(self._ws.calls) + calls
        await act()
        await self._come(wanted)

    async def _come(self, wanted: int) -> None:
        if not await self._ws.changes.until(lambda: len(self._ws.calls) >= wanted, PATIENCE):
            raise TimeoutError(f"{wanted} calls did not come: {self._ws.calls[-4:]}")


async def main() -> None:
    async with LocalWorkspace.running(manifest=MANIFEST, patience=PATIENCE, redeliver_after=PATIENCE) as ws:
        people = People(ws)
        await serve(
            {
                "where": people.where,
                "join": people.join,
                "press": people.press,
                "say": people.say,
                "calls_since": people.calls_since,
                "count_calls": people.count_calls,
            }
        )


if __name__ == "__main__":
    asyncio.run(main())

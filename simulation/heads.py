"""An admin of the workspace, who teaches nobody: closes a class and opens it again, and says who teaches it."""

import asyncio
import random

from sandbox.fields import NotPossible, state_for
from sandbox.finding import Screen, each_element
from sandbox.state import Json, View
from simulation.hands import READS_FOR, Hands

CLOSE, OPEN_AGAIN, CHANGE = "classes.close_any", "classes.open_again", "home.set_up_any"


class Head(Hands):
    async def _act(self, rng: random.Random) -> None:
        if self.form is not None:
            await self.person.closes(everything=True)
        await self.person.opens_home()
        await asyncio.sleep(READS_FOR)
        view_id = self.school.core.state.homes.get(self.person.id)
        if view_id is None:
            raise NotPossible("no home yet")
        view = self.school.core.state.views[view_id]
        menus = self._menus(view)
        if OPEN_AGAIN in menus and rng.random() < 0.7:
            await self._chooses(rng, view, menus[OPEN_AGAIN])
        elif CHANGE in menus and rng.random() < 0.6:
            await self._chooses(rng, view, menus[CHANGE])
            await asyncio.sleep(READS_FOR)
            await self._says_who_teaches(rng)
        elif CLOSE in menus:
            await self._chooses(rng, view, menus[CLOSE])

    def _menus(self, view: View) -> dict[str, tuple[Json, Json]]:
        screen = Screen("home", view, view.blocks, view.inputs)
        return {str(e.get("action_id")): (b, e) for b, e in each_element(screen)}

    async def _chooses(self, rng: random.Random, view: View, found: tuple[Json, Json]) -> None:
        block, element = found
        value = str(rng.choice(element["options"])["value"])
        self.school.say(f"{self.person.name} chooses {value} in {element['action_id']}")
        await self.person.uses(view, block, element, state_for(element, value))

    async def _says_who_teaches(self, rng: random.Random) -> None:
        view = self.form
        if view is None or view.body.get("callback_id") != "set_up.save":
            return
        room = self.school.room_in(str(view.body.get("private_metadata")))
        if room is None:
            return
        teachers = rng.sample(room.teachers, rng.randint(1, len(room.teachers)))
        self.school.say(f"{self.person.name} has {[p.name for p in teachers]} teach {room.name}")
        await self.person.fills({"co_teachers": [p.id for p in teachers]})
        if await self.person.submits():
            await self.person.closes(everything=True)

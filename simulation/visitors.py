"""A guest of the workspace, and an admin of another organisation in a shared channel: they try all that there is."""

import random

from sandbox.finding import Screen, each_element
from sandbox.interactions import OnMessage
from sandbox.shapes import message as message_shape
from simulation.hands import PRESSED, Hands, one_of

LINES = ("setup", "start", "help", "check-in", "contract @{}", "change @{}", "feedback @{}", "student @{}")
"""What they type behind /accord; some of it names a student."""

FORGED = (
    "reviewing.",
    "changing.",
    "proposing.",
    "looking_back.",
    "drafting.",
    "admitting.",
    "own_contract.",
    "home.",
    "evidence.",
    "logbook.",
)
"""How the buttons begin that they press on messages of others, which no Slack shows them."""


class Visitor(Hands):
    async def _act(self, rng: random.Random) -> None:
        away = [room.channel for room in self.school.rooms if self.person.id not in room.channel.members]
        if self.form is not None:
            await self.person.closes(everything=True)
        elif away and rng.random() < 0.5:
            self.school.say(f"{self.person.name} joins #{away[0].name}")
            await away[0].join(self.person)
        else:
            await rng.choice((self._greets, self.home, self.stale_press, self._commands, self._forges))(rng)

    async def _greets(self, rng: random.Random) -> None:
        self.school.say(f"{self.person.name} says hi")
        await self.person.says("hi")

    async def _commands(self, rng: random.Random) -> None:
        line = f"/accord {rng.choice(LINES)}".format(rng.choice(self.school.students).user.name)
        here = [room.channel for room in self.school.rooms if self.person.id in room.channel.members]
        self.school.say(f"{self.person.name} types {line}")
        await self.person.types(line, in_=rng.choice(here) if here and rng.random() < 0.6 else None)

    async def _forges(self, rng: random.Random) -> None:
        """Press a button that stands in somebody else's messages."""
        other = rng.choice([*self.school.students, *self.school.teachers])
        for post in reversed([p for p in other.posts(other.dm) if p.by_bot][-8:]):
            where = OnMessage(other.dm, post, message_shape(self.school.core, post))
            screen = Screen(post.ts, where, post.blocks or [], post.inputs)
            buttons = [(b, e) for b, e in each_element(screen) if e["type"] in PRESSED]
            found = [one for one in buttons if str(one[1].get("action_id", "")).startswith(FORGED)]
            if found:
                block, element = rng.choice(found)
                self.school.say(f"{self.person.name} forges {element['action_id']} {element.get('value', '')}")
                return await self.person.uses(where, block, element, one_of(element, rng))
        return None

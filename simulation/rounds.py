"""What a whole class is asked: an exit ticket, a round about interests or goals, a survey."""

import random
from collections.abc import Mapping
from typing import Any

from sandbox.state import Json, Post
from simulation.hands import kind_of, wish
from simulation.speaking import Speaker

WISHES: Mapping[str, Mapping[str, int]] = {
    "ticket-asked": {"lesson.open_answer": 12, "changing.show": 1},
    "inventory-asked": {"inventory.open": 12},
    "survey-asked": {"surveying.open_answer": 12},
    "calibration-work": {"calibrating.yes": 12, "calibrating.no": 3},
}
"""How much somebody who is asked wants to press what."""

FORMS = ("lesson.answer", "inventory.interests", "inventory.goals", "surveying.answer")


class Answers(Speaker):
    async def in_round(self, rng: random.Random) -> None:
        """They fill in what they have opened; else they open the newest that they have not answered, or one again."""
        if self.form is not None:
            await self.fill_in(rng, self.form)
            return
        asked = [post for post in self.newest(12) if kind_of(post) in WISHES]
        again = rng.random() < 0.1
        for post in asked:
            if (again or not self.done(post)) and await self._answers_one(rng, post):
                return

    async def _answers_one(self, rng: random.Random, post: Post) -> bool:
        wishes = WISHES[kind_of(post)]
        wanted = [(found, wish(wishes, found[1])) for found in self.buttons(post) if wish(wishes, found[1])]
        if wanted:
            await self.press(post, rng.choices([f for f, _ in wanted], [weight for _, weight in wanted])[0], rng)
        return bool(wanted)

    def value_in_round(self, rng: random.Random, callback: str, name: str, element: Json) -> Any:
        """What they choose; None where it is filled in as any other. Whoever answers again may choose anew."""
        if callback not in FORMS:
            return None
        if element["type"] == "radio_buttons" and (not element.get("initial_option") or rng.random() < 0.5):
            return rng.choice(element["options"])["value"]
        if name == "quotes":
            return [option["value"] for option in element["options"] if rng.random() < 0.5]
        return None

"""What a whole class is asked: an exit ticket, a round about interests or goals, a survey."""

import random
from collections.abc import Mapping
from typing import Any

from sandbox.state import Json
from simulation.hands import kind_of
from simulation.speaking import Speaker

WISHES: Mapping[str, Mapping[str, int]] = {
    "ticket-asked": {"lesson.open_answer": 12, "changing.show": 1},
    "inventory-asked": {"inventory.open": 12},
    "survey-asked": {"surveying.open_answer": 12},
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
            if (again or not self.done(post)) and await self.press_any(post, rng, *WISHES[kind_of(post)]):
                return

    def value_in_round(self, rng: random.Random, callback: str, name: str, element: Json) -> Any:
        """What they choose; None where it is filled in as any other. Whoever answers again may choose anew."""
        if callback not in FORMS:
            return None
        if element["type"] == "radio_buttons" and (not element.get("initial_option") or rng.random() < 0.5):
            return rng.choice(element["options"])["value"]
        if name == "quotes":
            return [option["value"] for option in element["options"] if rng.random() < 0.5]
        return None

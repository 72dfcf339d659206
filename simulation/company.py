"""What a student does beside check-ins: rates halfway, asks a classmate, prepares a conference, prints."""

import random
from collections.abc import Mapping
from typing import Any

from sandbox.state import Json, Post
from simulation.hands import kind_of
from simulation.speaking import Speaker

WISHES: Mapping[str, Mapping[str, int]] = {
    "halfway-noted": {"peers.open_ask": 6, "looking_back.open_halfway": 1},
    "peer-asked": {"peers.yes": 9, "peers.no": 1, "peers.report": 1},
    "peer-piece": {"peers.open_write": 9, "peers.stop": 1, "peers.report": 1},
    "peer-invited": {"peers.stop": 1, "peers.open_ask": 2},
    "peer-said": {"peers.share": 5, "peers.stop": 1, "peers.report": 2},
    "peer-ended": {"peers.open_ask": 4},
    "conference-card": {"conference.pack": 2, "conference.sign": 6, "conference.step": 4, "conference.page": 1},
    "family-note-card": {"guardians.yes": 6, "guardians.no": 3, "guardians.paper": 1},
    "responded": {"feedback.try": 3, "feedback.unclear": 3, "feedback.talk": 1},
}
"""How much a student wants to press what, by the message in which it stands."""

OR_NOTHING = 4
"""How much they want to leave it at that."""

STANDING = ("peers.open_write", "peers.open_ask", "looking_back.open_halfway", "guardians.no", "guardians.yes")
"""What they come back to, further up: the first of these comes first."""

LINES = ("/accord journey", "/accord journey", "/accord export")


class InCompany(Speaker):
    async def in_session(self, rng: random.Random) -> None:
        """They sit down for it: what they began is done first, and what waits for them from others."""
        if self.form is not None:
            await self.fill_in(rng, self.form)
            return
        for post in self.newest(25):
            if kind_of(post) in WISHES and not self.done(post) and await self.answers_company(rng, post):
                return
        await self.in_company(rng)

    async def in_company(self, rng: random.Random) -> None:
        """What nothing asks for."""
        if rng.random() < 0.25:
            await self.command(rng.choice(LINES))
            return
        for wanted in STANDING:
            for post in self.newest(25):
                if rng.random() < 0.7 and await self.press_any(post, rng, wanted):
                    return

    async def answers_company(self, rng: random.Random, post: Post) -> bool:
        """Whether something was done about a message of this kind."""
        wishes = WISHES[kind_of(post)]
        wanted = [(found, wishes.get(str(found[1].get("action_id")), 0)) for found in self.buttons(post)]
        wanted = [(found, weight) for found, weight in wanted if weight]
        if not wanted:
            return False
        found = rng.choices([*(found for found, _ in wanted), None], [*(weight for _, weight in wanted), OR_NOTHING])[0]
        self.tick(post)
        if found is None:
            return False
        await self.press(post, found, rng)
        return True

    def value_in_company(self, rng: random.Random, callback: str, name: str, element: Json) -> Any:
        """What they put into a field of theirs; None where it is filled in as any other."""
        if callback == "conference.save" and name == "pieces":
            return [option["value"] for option in element["options"] if rng.random() < 0.5]
        if callback == "celebrating.word" and name == "named":
            return rng.choice(element["options"])["value"]
        return None

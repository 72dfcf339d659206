"""What a student does beside check-ins: rates halfway, asks a classmate, prepares a conference, prints."""

import random
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sandbox.state import Json, Post
from simulation import phrases
from simulation.hands import kind_of, wish
from simulation.rounds import WISHES as OF_ROUNDS
from simulation.rounds import Answers

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
    "self-contracts": {"oneself.open": 6, "oneself.open_lesson": 4, "oneself.show": 3},
    "self-card": {
        "oneself.sign": 12,
        "oneself.change": 2,
        "oneself.step": 2,
        "oneself.open_halfway": 3,
        "oneself.open_end": 2,
        "oneself.share": 6,
        "oneself.keep": 8,
        "oneself.discard": 1,
        "oneself.open": 1,
    },
    "self-halfway": {"oneself.open_halfway": 9},
    "self-ends": {"oneself.open_end": 9},
    **OF_ROUNDS,
}
"""How much a student wants to press what, by the message in which it stands."""

OR_NOTHING = 4
"""How much they want to leave it at that."""

STANDING = (
    "oneself.keep",
    "oneself.share",
    "oneself.sign",
    "peers.open_write",
    "peers.open_ask",
    "looking_back.open_halfway",
    "guardians.no",
    "guardians.yes",
)
"""What they come back to, further up: the first of these comes first."""

LINES = ("/accord journey", "/accord journey", "/accord export", "/accord myself", "/accord myself", "/accord myself")

UNDER_A_CARD = 0.2
"""How often somebody writes below what they agreed with themselves, instead of pressing."""

WITH_ONESELF = "with oneself"
"""What the words are about that somebody writes below a contract with themselves: nobody else's."""


class InCompany(Answers):
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
        if kind_of(post) == "self-card" and rng.random() < UNDER_A_CARD:
            await self._says_to_themselves(rng, post)
            return True
        wishes = WISHES[kind_of(post)]
        wanted = [(found, wish(wishes, found[1])) for found in self.buttons(post)]
        wanted = [(found, weight) for found, weight in wanted if weight]
        if not wanted:
            return False
        found = rng.choices([*(found for found, _ in wanted), None], [*(weight for _, weight in wanted), OR_NOTHING])[0]
        self.tick(post)
        if found is None:
            return False
        await self.press(post, found, rng)
        return True

    async def _says_to_themselves(self, rng: random.Random, post: Post) -> None:
        """How it goes, in words below what they agreed with themselves."""
        self.tick(post)
        word = self.word()
        await self.types(phrases.sentence(rng, word), word, WITH_ONESELF, thread=post.thread_ts or post.ts)

    def value_in_company(self, rng: random.Random, callback: str, name: str, element: Json) -> Any:
        """What they put into a field of theirs; None where it is filled in as any other."""
        if callback == "conference.save" and name == "pieces":
            return [option["value"] for option in element["options"] if rng.random() < 0.5]
        if callback == "celebrating.word" and name == "named":
            return rng.choice(element["options"])["value"]
        if callback.startswith("oneself.save"):
            return self._of_themselves(rng, name, element)
        return self.value_in_round(rng, callback, name, element)

    def _of_themselves(self, rng: random.Random, name: str, element: Json) -> Any:
        """Days that are mostly ahead; what is changed keeps the sign by which they will know."""
        if name == "ends_on":
            return (self.school.core.now().date() + timedelta(days=rng.choice((0, 3, 6, 9, 14)))).isoformat()
        if name == "steps" and not element.get("initial_value"):
            return "\n".join(self.sentence(rng)[:100] for _ in range(rng.choice((1, 2, 3))))
        if name in ("goal", "practice") and element.get("initial_value") and rng.random() < 0.5:
            return self.sentence(rng)
        return None

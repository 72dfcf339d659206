"""How people write to Accord: under a message or below all; with the class named or without; in one or in parts."""

import asyncio
import random
from collections.abc import Sequence

from sandbox.seeing import Message
from sandbox.state import Post
from simulation.hands import Hands
from simulation.phrases import Said
from simulation.school import Room

PAUSE = (0.5, 5.0)
PAUSE_IN_INTERVIEW = (0.3, 2.5)
"""Seconds between the parts of one message; a new question stands between what comes later."""

HELD_BACK = 0.3
"""Of the messages in parts, the first part comes in after the others."""


class Speaker(Hands):
    def room_of(self, post: Post | None) -> Room | None:
        """The class that a message is about, as it says itself. To whom was in one class alone it did not have to."""
        if len(self.rooms) == 1:
            return self.rooms[0]
        if post is None:
            return None
        named = self.school.named_in(Message.of(self.school.core, post).visible_text)
        return named or self.school.room_in(self.school.addressees.channel_of(post)) or self._room_above(post)

    def _room_above(self, post: Post) -> Room | None:
        """What stands in a thread is of the class of what it stands under, whatever became of it meanwhile."""
        above = self.school.core.state.conversations[post.channel].by_ts.get(post.thread_ts or "")
        return self.room_of(above) if above is not None and above is not post else None

    async def writes(
        self, rng: random.Random, post: Post, parts: Sequence[Said], about: str, *, newest: bool = True
    ) -> None:
        """In answer to a message: so that whoever reads it knows what it answers."""
        room = self.room_of(post)
        thread, named = self._way(rng, post, room, newest=newest)
        if len(parts) > 1 and rng.random() < HELD_BACK:
            self.school.hold_back_next(rng.getrandbits(32))
        for place, part in enumerate(parts):
            if place:
                await asyncio.sleep(rng.uniform(*(PAUSE_IN_INTERVIEW if about == "interview" else PAUSE)))
            text = f"{room.called}: {part.text}" if named and room and not place else part.text
            await self.types(
                text, part.word, part.about or about,
                room=room, thread=thread, numbers=part.numbers, soon=bool(place),
            )  # fmt: skip

    def _way(self, rng: random.Random, post: Post, room: Room | None, *, newest: bool) -> tuple[str, bool]:
        """The thread to write in, "" for none; and whether to name the class. In one class nobody has to."""
        if post.thread_ts:
            return post.thread_ts, False
        chance = rng.random()
        if len(self.rooms) == 1:
            return (post.ts if chance < 0.15 else ""), False
        if room is None or chance < (0.3 if newest else 0.5):
            return post.ts, False
        return "", not newest or self.went_on or self.hears_nothing(post) or chance < 0.6

"""Students who answer when they are asked, and teachers who respond; they try again where nothing happens."""

import asyncio
from collections.abc import Awaitable
from random import Random

from sandbox.deliveries import Envelope
from sandbox.fields import NotPossible
from sandbox.people import Person
from sandbox.state import Post
from sandbox.workspace import LocalWorkspace
from tests.chaos.book import Book, Sent, Typed

LOG, RESPOND = "checking_in.log", "checking_in.respond"
ASKS = frozenset({"check-in-due", "check-in-reminder"})
SHARED = "class-check-ins"
SHOWN_WITHIN = 4.0
HEARD_WITHIN = 60.0
BREATH = 0.2
"""Real seconds before somebody tries again."""


def kind_of(post: Post) -> str:
    return str(about(post).get("kind", ""))


def about(post: Post) -> dict[str, str]:
    payload: dict[str, str] = (post.metadata or {}).get("event_payload") or {}
    return payload


def button_value(post: Post, action: str) -> str | None:
    """What the button of a message carries; None where it has none."""
    for block in post.blocks or ():
        for element in block.get("elements") or ():
            if element.get("action_id") == action:
                return str(element.get("value"))
    return None


class Someone:
    """Looks at each new message of their conversation once, in its order, until the campaign ends."""

    def __init__(self, ws: LocalWorkspace, person: Person, book: Book, chance: Random) -> None:
        self.ws = ws
        self.person = person
        self.book = book
        self.chance = chance
        self.leaving = False
        self._looked_at: set[str] = set()

    async def live(self) -> None:
        while True:
            await self.ws.changes.until(lambda: self.leaving or self._next() is not None, HEARD_WITHIN)
            post = self._next()
            if post is not None:
                self._looked_at.add(post.ts)
                await self.meet(post)
            elif self.leaving:
                return

    def _next(self) -> Post | None:
        """The oldest that asks for something and was not looked at."""
        return next(
            (p for p in self.person.dm.posts if p.by_bot and p.ts not in self._looked_at and self.minds(p)), None
        )

    def minds(self, post: Post) -> bool:
        raise TypeError("say what is of interest")

    async def meet(self, post: Post) -> None:
        raise TypeError("say what is done about it")

    async def fill_in(self, post: Post, action: str, sent: Sent, values: dict[str, str]) -> None:
        """Open the form behind a button, fill it in and send it; all of it again until it is taken."""
        while not sent.taken:
            if not self._is_open(action, sent):
                await _done(self.person.presses(action, in_message=post.ts))
                await _done(self.person.sees_modal(action, within=SHOWN_WITHIN))
            if self._is_open(action, sent):
                await _done(self._send(sent, values))
            if not sent.taken:
                await asyncio.sleep(BREATH)

    def _is_open(self, action: str, sent: Sent) -> bool:
        modal = self.person.modal
        return modal is not None and (modal.callback_id, modal.private_metadata) == (action, str(sent.check_in))

    async def _send(self, sent: Sent, values: dict[str, str]) -> None:
        await self.person.fills(values)
        complaints = await self.person.submits()
        if complaints:
            raise ValueError(f"a form was refused: {complaints}")
        sent.taken = True


class Student(Someone):
    """Answers each question once: by typing or by the form."""

    def minds(self, post: Post) -> bool:
        return kind_of(post) in ASKS

    async def meet(self, post: Post) -> None:
        if self.chance.random() < 0.5:
            return await self._types()
        check_in = button_value(post, LOG)
        if check_in is None:  # it was answered meanwhile
            return None
        sent = Sent(self.person.id, int(check_in), self.book.words(self.person.name))
        self.book.replies.append(sent)
        values = {"value-0": str(self.chance.randint(2, 8)), "worked": sent.text}
        return await self.fill_in(post, LOG, sent, values)

    async def _types(self) -> None:
        heard = False
        while not heard:
            text = f"{self.chance.randint(2, 8)}. {self.book.words(self.person.name)}"
            typed = Typed(self.person.id, await self.person.says(text, acked=False), text)
            self.book.typed.append(typed)
            envelope = self._envelope(typed)
            await self.ws.changes.until(lambda e=envelope: e.acknowledged or e.gone, HEARD_WITHIN)  # type: ignore[misc]
            heard = typed.heard = envelope.acknowledged

    def _envelope(self, typed: Typed) -> Envelope:
        for envelope in reversed(self.ws.envelopes):
            event = envelope.payload.get("event") or {}
            if event.get("ts") == typed.ts and event.get("channel") == self.person.dm.id:
                return envelope
        raise LookupError(typed.ts)


class Teacher(Someone):
    """Responds to about half of what students share."""

    def minds(self, post: Post) -> bool:
        return kind_of(post) == SHARED

    async def meet(self, post: Post) -> None:
        check_in = button_value(post, RESPOND)
        if check_in is None or self.chance.random() < 0.5:
            return
        sent = Sent(self.person.id, int(check_in), self.book.words(self.person.name))
        self.book.responses.append(sent)
        await self.fill_in(post, RESPOND, sent, {"text": sent.text})


async def _done(act: Awaitable[object]) -> bool:
    """Whether it worked: nobody answered in time, or the form was gone, where it did not."""
    try:
        await act
    except (AssertionError, NotPossible):
        return False
    return True

"""What people do in the tour, and what they see: done over the real protocol, and said line by line."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.demo.scene import School
from prompts.words import words_for
from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.seeing import Message

Say = Callable[[str], None]
words = words_for()

PATIENCE = 60.0
"""Real seconds from one line of a part to the next: it takes less than one, and more on a busy machine."""

SHOWN_LINES = 8
"""Of each message: a transcript is read, and the cards are long."""


class Telling:
    """People of the scene at work; `say` is told each line."""

    def __init__(self, scene: School, say: Say) -> None:
        self.scene = scene
        self._to = say
        self._deadline: asyncio.Timeout | None = None

    def _say(self, line: str) -> None:
        """However long a part takes, as long as it goes on."""
        self._to(line)
        if self._deadline is not None:
            self._deadline.reschedule(asyncio.get_running_loop().time() + PATIENCE)

    # What people do, said as it is done.

    async def types(self, who: Person, line: str, where: Channel | None = None) -> None:
        self._did(who, line)
        await who.types(line, in_=where)
        await self.scene.quiet()

    async def answers(self, who: Person, key: str, then: str = "interview-question", *, quietly: bool = False) -> None:
        """Type an answer from the copy, and see what comes next."""
        await self.says(who, words(f"tour-answer-{key}"))
        await self.sees(who, then, quietly=quietly)

    async def hands_in(self, who: Person, file: tuple[str, bytes], text: str) -> None:
        self._did(who, words("tour-hands-in", name=file[0], text=text))
        await who.says(text, files=[file])
        await self.scene.quiet()

    async def says(self, who: Person, text: str) -> None:
        self._did(who, text)
        await who.says(text)
        await self.scene.quiet()

    async def chooses(self, who: Person, option: str) -> None:
        """Press an option of the interview by its label, as its reader sees it, and see the next question."""
        await self.presses(who, words_for(who.user.locale)(f"proposing-option-{option}"))
        await self.sees(who, "interview-question")

    async def chooses_part(self, who: Person, part: str) -> None:
        """In the menu below a draft."""
        self._did(who, words("tour-presses", what=part))
        await who.selects("proposing.edit", part)
        await self.scene.quiet()

    async def presses(self, who: Person, wanted: str) -> None:
        self._did(who, words("tour-presses", what=_label(who, wanted)))
        await who.presses(wanted)
        await self.scene.quiet()

    async def sends(self, who: Person, form: str, values: Mapping[str, Any]) -> None:
        """Fill in the form that is open, and send it. AssertionError where a field is refused."""
        view = await who.sees_modal(form)
        self._did(who, words("tour-fills", title=view.title))
        await who.fills(values)
        errors = await who.submits()
        if errors:
            raise AssertionError(f"{form}: {errors}")
        await self.scene.quiet()

    async def sees(self, who: Person, kind: str, where: Channel | None = None, *, quietly: bool = False) -> Message:
        """The next message that this person has not seen; it must be of this kind."""
        seen = await who.sees(kind, in_=where)
        if not quietly:
            reader = words("tour-class") if where else who.user.real_name
            self._say(words("tour-hears", reader=reader, text=_indented(seen)))
        return seen

    async def reads(self, who: Person, kind: str) -> None:
        """The newest message of this kind, whatever came with it."""
        found = [message for message in who.inbox() if message.kind == kind]
        if not found:
            raise AssertionError(f"{who.name} has no {kind}")
        self._say(words("tour-hears", reader=who.user.real_name, text=_indented(found[-1])))

    async def time_passes(self, until: datetime) -> None:
        await self.scene.until(until)
        self._say(words("tour-time", moment=until))

    def _did(self, who: Person, what: str) -> None:
        self._say(words("tour-says", name=who.user.real_name, text=what))


def _label(who: Person, wanted: str) -> str:
    """What stands on the button with this action id, the newest one that the person sees."""
    for message in reversed(who.inbox()):
        for block in message.blocks:
            for element in block.get("elements") or ():
                if element.get("action_id") == wanted:
                    return str(element["text"]["text"])
    return wanted


def fields_of(who: Person) -> list[str]:
    view = who.modal
    return [block["block_id"] for block in view.blocks if block["type"] == "input"] if view else []


def _indented(message: Message) -> str:
    labels = set(message.buttons)
    lines = [line for line in message.visible_text.splitlines() if line.strip() and line not in labels]
    shown = lines[:SHOWN_LINES] + (["…"] if len(lines) > SHOWN_LINES else [])
    if message.buttons:
        shown.append("  ".join(f"[{label}]" for label in message.buttons))
    return "\n".join(f"    {line}" for line in shown)

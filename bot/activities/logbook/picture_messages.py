"""The line of a target as a picture: as it comes, and as it stands on its student's Home."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from bot.activities.logbook.brief_messages import LogBrief
from bot.activities.logbook.messages import HowItGoes, how_it_goes
from bot.activities.logbook.picture import alt_of, picture_of
from bot.documents.press import png
from bot.domain.outbox import File, Message
from bot.messages.blocks import Block, actions, button, fallback, say, slack_image, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

DRAW = "logbook.picture"


@dataclass(frozen=True, slots=True)
class LinePicture(Notice):
    """To the student, who asked for it: the line of one target, counted from 0. `digest` names what is drawn."""

    contract: int
    target: int
    digest: str

    @property
    def subject(self) -> str | None:
        """By this it is found again; nothing shows it anew."""
        return subject_of(self.contract)


def subject_of(contract: int) -> str:
    return f"line:{contract}"


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture that stands in the student's messages, and shows what is so now. `file` is Slack's id of it."""

    file: str
    on: date
    brief: LogBrief


def line_picture(notice: LinePicture, brief: LogBrief, reader: Reader) -> Message:
    """Drawn when it leaves, off the event loop."""
    w = reader.words
    words = how_it_goes(HowItGoes(notice.contract, notice.target), brief, reader)
    numbers = words.in_words or words
    why = w("logbook-picture-not-given")
    instead = replace(numbers, text=f"{fallback(why)}\n{numbers.text}", in_words=None)
    instead = replace(instead, blocks=(say(w, "logbook-picture-not-given"), *instead.blocks))
    content = partial(png, picture_of(brief, reader))
    title = brief.log.target.statement
    file = File(w("logbook-picture-file"), title, content, instead, alt=alt_of(brief, reader))
    return replace(message(w("logbook-picture-given"), say(w, "logbook-picture-given")), file=file)


def draw_button(words: Words, contract: int) -> dict[str, Any]:
    return button(words("logbook-picture-button"), DRAW, str(contract))


def on_home(contract: int, shown: Sequence[Pictured], to_draw: bool, reader: Reader) -> list[Block]:
    """The pictures that show what is so now; the button, where a number is not in one yet."""
    blocks: list[Block] = []
    for one in shown:
        made = small(reader.words("logbook-picture-of", on=f"{one.on:%m-%d}"))
        blocks += [slack_image(one.file, alt_of(one.brief, reader)), made]
    return [*blocks, *([actions([draw_button(reader.words, contract)])] if to_draw else [])]

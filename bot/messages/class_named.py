"""The class that something is about, in front of it, for a reader who is in more than one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.outbox import Message
from bot.messages.blocks import Block, fallback, small
from prompts.words import Words


def message_named(made: Message, classroom: str, words: Words) -> Message:
    """The message as one of this class. One that says so already stays as it is."""
    if not classroom or fallback(classroom) in made.text:
        return made
    text = words("class-and-text", classroom=fallback(classroom), text=made.text)
    return replace(made, text=text, blocks=tuple(_below_title(made.blocks, _line(classroom, words))))


def form_named(view: Mapping[str, Any], classroom: str, words: Words) -> dict[str, Any]:
    """The form with the class above its fields."""
    return {**view, "blocks": [_line(classroom, words), *view["blocks"]]} if classroom else dict(view)


def _line(classroom: str, words: Words) -> Block:
    return small(words("class-line", classroom=classroom))


def _below_title(blocks: Sequence[Mapping[str, Any]], line: Block) -> list[Mapping[str, Any]]:
    titled = bool(blocks) and blocks[0]["type"] == "header"
    return [*blocks[:titled], line, *blocks[titled:]]

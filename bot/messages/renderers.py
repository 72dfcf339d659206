"""Which function renders which notice."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from bot.domain.outbox import Message
from bot.messages.blocks import Block, fallback
from bot.messages.notices import Notice
from prompts.words import Words

N = TypeVar("N", bound=Notice)
Renderer = Callable[..., Message]
_renderers: dict[str, Renderer] = {}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who will read: their words, their zone, and what time it is now."""

    user: str
    words: Words
    timezone: str
    now: datetime


def renders(kind: type[Notice]) -> Callable[[Renderer], Renderer]:
    """Register `function(notice, brief, reader) -> Message` for a kind of notice."""

    def register(function: Renderer) -> Renderer:
        _renderers[kind.kind] = function
        return function

    return register


def render(notice: Notice, brief: Any, reader: Reader) -> Message:
    """The message for a notice. KeyError for a kind nobody renders."""
    return _renderers[notice.kind](notice, brief, reader)


def rendered_kinds() -> set[str]:
    return set(_renderers)


def message(text: str, *blocks: Block) -> Message:
    """A message whose notification text is `text`, made safe."""
    return Message(fallback(text), blocks)

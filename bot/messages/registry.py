"""What every notice has, how it gets in and out of the outbox, and who reads it."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, ClassVar

from bot.domain.outbox import Message
from bot.messages.blocks import Block, fallback
from prompts.words import Words

_kinds: dict[str, type["Notice"]] = {}


@dataclass(frozen=True, slots=True)
class Notice:
    """Fields are JSON values: ids, numbers, keys. Never what a person typed.

    `kind` stands in the rows of the outbox: a class that is called anew says the one that it had.
    """

    kind: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super(Notice, cls).__init_subclass__(**kwargs)
        cls.kind = cls.__dict__.get("kind") or re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()
        _kinds[cls.kind] = cls

    @property
    def subject(self) -> str | None:
        """What this message follows as a card ("contract:12"), or None for one that is said once."""
        return None

    def args(self) -> dict[str, Any]:
        return asdict(self)


def notice_of(kind: str, args: Mapping[str, Any]) -> Notice:
    """The notice that was queued. KeyError for a kind that this version does not know."""
    return _kinds[kind](**args)


def all_kinds() -> dict[str, type[Notice]]:
    return dict(_kinds)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who will read: their words, their zone, and what time it is now."""

    user: str
    words: Words
    timezone: str
    now: datetime


def message(text: str, *blocks: Block) -> Message:
    """A message whose notification text is `text`, made safe."""
    return Message(fallback(text), blocks)

"""A class is closed or opened again: what is said of it; and what an admin's Home says of the classes of the school."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, confirm, line, plain, say, small, spoken
from bot.messages.days import named_day
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

CLOSE, CLOSE_ANY, OPEN_AGAIN = "classes.close", "classes.close_any", "classes.open_again"
CHANGE = "home.set_up"
LINES_MOST = 5
OPTIONS_MOST = 100
"""Of a menu; https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element"""


@dataclass(frozen=True, slots=True)
class ClassClosed(Notice):
    """To the teachers of a class, and to those whose contract is open there: an admin closed it, or opened it again."""

    classroom: int
    by: str
    closed: bool


@dataclass(frozen=True, slots=True)
class ClosedBrief:
    classroom: str
    by: str
    """The admin's name."""
    teaches: bool


@dataclass(frozen=True, slots=True)
class Stale:
    """A class in which `count` proposals have waited for weeks, the oldest since this day."""

    name: str
    classroom: int
    count: int
    since: date


NamedClasses = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SchoolBrief:
    """(name, id) of the classes in which nobody learns, and of those that are closed."""

    stale: tuple[Stale, ...] = ()
    empty: NamedClasses = ()
    closed: NamedClasses = ()


def class_closed(notice: ClassClosed, brief: ClosedBrief, reader: Reader) -> Message:
    w = reader.words
    key = "class-closed" if notice.closed else "class-opened"
    said = w.pieces(key, classroom=brief.classroom, name=brief.by)
    after = f"{key}-teacher" if brief.teaches else f"{key}-student"
    return message(spoken(said), say(w, key, classroom=brief.classroom, name=brief.by), small(w(after)))


def school_blocks(brief: SchoolBrief, words: Words, today: date) -> list[Block]:
    """The classes that may need an admin, with what they can do: change who teaches, or close the class."""
    stale = [_stale(one, words, today) for one in brief.stale[:LINES_MOST]]
    empty = [
        line(spoken(words.pieces("school-empty", classroom=name)), _close_button(classroom, words))
        for name, classroom in brief.empty[:LINES_MOST]
    ]
    left = len(brief.stale) + len(brief.empty) - len(stale) - len(empty)
    return [*stale, *empty, *([small(words("school-more", count=left))] if left else [])]


def _stale(one: Stale, words: Words, today: date) -> Block:
    since = named_day(words, one.since, today)
    said = words.pieces("school-stale", classroom=one.name, count=one.count, since=since)
    return line(spoken(said), button(words("school-change-button"), CHANGE, str(one.classroom)))


def _close_button(classroom: int, words: Words) -> dict[str, Any]:
    return button(words("school-close-button"), CLOSE, str(classroom), confirm=_sure(words))


def _sure(words: Words) -> dict[str, Any]:
    return confirm(
        words("school-close-title"), words("school-close-what"), words("school-close-yes"), words("school-close-no")
    )


def close_blocks(classes: Sequence[tuple[str, int]], closed: NamedClasses, words: Words) -> list[Block]:
    """Menus of all classes that can be closed, and of those that can be opened again."""
    menus = []
    if classes:
        menus.append(_menu(CLOSE_ANY, words("school-close-any"), classes) | {"confirm": _sure(words)})
    if closed:
        menus.append(_menu(OPEN_AGAIN, words("school-open-again"), closed))
    return [actions(menus), small(words("school-close-hint"))] if menus else []


def _menu(action: str, label: str, classes: Sequence[tuple[str, int]]) -> dict[str, Any]:
    options = [forms.option(name, str(ident)) for name, ident in classes[:OPTIONS_MOST]]
    return {"type": "static_select", "action_id": action, "placeholder": plain(label, 150), "options": options}

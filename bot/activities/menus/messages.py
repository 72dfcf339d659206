"""The activities that the teachers of a workspace share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.menu import Activity
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import actions, bullets, button, header, plain, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import SentencePiece, Words

OPEN = "menus.open"
EDIT = "menus.edit"
SAVE = "menus.save"
OPEN_CHOICE = "menus.open_choice"
BROWSE = "menus.browse"
PICK = "menus.pick"
SHOWN = 25


@dataclass(frozen=True, slots=True)
class MenuStands(Notice):
    """To a teacher who asked, or changed it. A card."""

    classroom: int

    @property
    def subject(self) -> str:
        return "menu"


@dataclass(frozen=True, slots=True)
class MenuBrief:
    classroom: int
    activities: tuple[Activity, ...]


def menu_stands(notice: MenuStands, brief: MenuBrief, reader: Reader) -> Message:
    w = reader.words
    title = w("menus-heading")
    add = button(w("menus-add-button"), OPEN, str(brief.classroom))
    if not brief.activities:
        return message(title, header(title), say(w, "menus-none"), actions([add]))
    lines = [line_of(one, w) for one in brief.activities[:SHOWN]]
    more = len(brief.activities) - SHOWN
    tail = [small(w("menus-more", count=more))] if more > 0 else []
    ways = actions([add, _choose(brief.classroom, brief.activities, w)])
    return message(title, header(title), bullets(*lines), *tail, small(w("menus-how")), ways)


def line_of(one: Activity, words: Words) -> list[SentencePiece]:
    """Its name, how much it asks, and what it is for."""
    level = words(f"menus-level-{one.level}")
    key = "menus-line-time" if one.minutes else "menus-line"
    return words.pieces(key, name=one.name, level=level, minutes=one.minutes, purpose=one.purpose)


def _choose(classroom: int, activities: Sequence[Activity], words: Words) -> dict[str, Any]:
    options = [forms.option(one.name, f"{classroom}:{one.id}") for one in activities[: forms.OPTIONS_MOST]]
    label = plain(words("menus-edit-menu"), 150)
    return {"type": "static_select", "action_id": EDIT, "placeholder": label, "options": options}

"""The templates that the teachers of a workspace share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.outbox import Message
from bot.domain.templates import SchoolTemplate
from bot.messages import forms
from bot.messages.blocks import actions, bullets, button, header, plain, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

OPEN = "templates.open"
EDIT = "templates.edit"
SAVE = "templates.save"
SHOWN = 25


@dataclass(frozen=True, slots=True)
class TemplatesStand(Notice):
    """To a teacher who asked, or changed them. A card."""

    classroom: int

    @property
    def subject(self) -> str:
        return "templates"


@dataclass(frozen=True, slots=True)
class TemplatesBrief:
    classroom: int
    templates: tuple[SchoolTemplate, ...]


def templates_stand(notice: TemplatesStand, brief: TemplatesBrief, reader: Reader) -> Message:
    w = reader.words
    title = w("templates-heading")
    add = button(w("templates-add-button"), OPEN, str(brief.classroom))
    if not brief.templates:
        return message(title, header(title), say(w, "templates-none-yet"), actions([add]))
    lines = [w.pieces("templates-line", name=one.name, example=one.examples[0]) for one in brief.templates[:SHOWN]]
    more = len(brief.templates) - SHOWN
    tail = [small(w("templates-more", count=more))] if more > 0 else []
    ways = actions([add, _choose(brief.classroom, brief.templates, w)])
    return message(title, header(title), bullets(*lines), *tail, small(w("templates-how")), ways)


def _choose(classroom: int, templates: Sequence[SchoolTemplate], words: Words) -> dict[str, Any]:
    options = [forms.option(one.name, f"{classroom}:{one.id}") for one in templates[: forms.OPTIONS_MOST]]
    label = plain(words("templates-edit-menu"), 150)
    return {"type": "static_select", "action_id": EDIT, "placeholder": label, "options": options}

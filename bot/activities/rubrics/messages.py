"""The rubrics that the teachers of a workspace share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.activities.calibrating.messages import OPEN as CALIBRATE
from bot.domain.outbox import Message
from bot.domain.rubrics import Rubric
from bot.messages import forms
from bot.messages.blocks import actions, bullets, button, cut, header, plain, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import SentencePiece, Words

OPEN = "rubrics.open"
EDIT = "rubrics.edit"
SAVE = "rubrics.save"
OPEN_CHOICE = "rubrics.open_choice"
TAKE = "rubrics.take"
SHOWN = 25
LINE_MOST = 200


@dataclass(frozen=True, slots=True)
class RubricsStand(Notice):
    """To a teacher who asked, or changed them. A card."""

    classroom: int

    @property
    def subject(self) -> str:
        return "rubrics"


@dataclass(frozen=True, slots=True)
class RubricsBrief:
    classroom: int
    rubrics: tuple[Rubric, ...]


def rubrics_stand(notice: RubricsStand, brief: RubricsBrief, reader: Reader) -> Message:
    w = reader.words
    title = w("rubrics-heading")
    add = button(w("rubrics-add-button"), OPEN, str(brief.classroom))
    together = button(w("calibrating-button"), CALIBRATE, str(brief.classroom))
    if not brief.rubrics:
        return message(title, header(title), say(w, "rubrics-none"), actions([add, together]))
    lines = [_line(one, w) for one in brief.rubrics[:SHOWN]]
    more = len(brief.rubrics) - SHOWN
    tail = [small(w("rubrics-more", count=more))] if more > 0 else []
    ways = actions([add, together, _choose(brief.classroom, brief.rubrics, w)])
    return message(title, header(title), bullets(*lines), *tail, small(w("rubrics-how")), ways)


def _line(one: Rubric, words: Words) -> list[SentencePiece]:
    names = cut(", ".join(criterion.name for criterion in one.criteria), LINE_MOST)
    return words.pieces("rubrics-line", name=one.name, number=one.number, criteria=names)


def _choose(classroom: int, rubrics: Sequence[Rubric], words: Words) -> dict[str, Any]:
    options = [forms.option(one.name, f"{classroom}:{one.id}") for one in rubrics[: forms.OPTIONS_MOST]]
    label = plain(words("rubrics-edit-menu"), 150)
    return {"type": "static_select", "action_id": EDIT, "placeholder": label, "options": options}

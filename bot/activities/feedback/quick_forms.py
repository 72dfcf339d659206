"""Feedback in a minute: one box, what it lacks said kindly before it is sent, and a line for each of several."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.activities.feedback.beside_messages import BesideFeedback, beside_blocks
from bot.activities.feedback.messages import MOST, begun_with, classroom_field
from bot.domain.classroom import Classroom
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, cut, quote, say, small
from prompts.words import Words

QUICK = "feedback.quick"
SEND = "feedback.send"
IN_THREE = "feedback.in_three"
LINE = "line-"
"""Before a student's id: the field with the line that is for them alone."""
LINE_MOST = 300
MESSAGE_MOST = 600


@dataclass(frozen=True, slots=True)
class QuickChecked:
    """What was filled in, before it is sent: (id, name) of each student; `lacks` are words of the copy."""

    students: tuple[tuple[str, str], ...]
    text: str
    classroom: int | None
    lacks: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Whether there is nothing to look at once more."""
        return not self.lacks and len(self.students) == 1


def quick_button(words: Words, classroom: int, student: str) -> dict[str, Any]:
    return button(words("feedback-give-button"), QUICK, f"{classroom}:{student}")


def quick_form(
    words: Words,
    students: Sequence[str],
    classrooms: Sequence[Classroom],
    about: int | None = None,
    beside: BesideFeedback | None = None,
    *,
    message: str = "",
) -> dict[str, Any]:
    """`message` are the words of somebody's message that it is opened from: they stand there to be looked at alone."""
    shown = [say(words, "feedback-quick-message"), quote(cut(message, MESSAGE_MOST))] if message else []
    who = forms.field(words, "student", forms.person(several=True, chosen=students), key="feedback-student", hint=True)
    text = forms.field(words, "seen", forms.text(lines=True, most=MOST), key="feedback-quick-text", hint=True)
    blocks = [
        *shown,
        who,
        *([classroom_field(words, classrooms, about)] if classrooms else []),
        text,
        actions([button(words("feedback-in-three-button"), IN_THREE, begun_with(students, about))]),
        *beside_blocks(words, beside),
    ]
    return forms.modal(words, QUICK, blocks)


def check_form(words: Words, checked: QuickChecked) -> dict[str, Any]:
    """What was written, with what it lacks above it, and a line for each where they are several. Sending stays
    possible."""
    several = len(checked.students) > 1
    hints: list[Block] = []
    if checked.lacks:
        lines = [words.pieces(f"feedback-lacks-{lack}") for lack in checked.lacks]
        hints = [say(words, "feedback-before-you-send"), bullets(*lines), small(words("feedback-send-anyway"))]
    blocks = [
        *hints,
        forms.field(
            words,
            "student",
            forms.person(several=True, chosen=[user for user, _ in checked.students]),
            key="feedback-student",
            hint=True,
        ),
        forms.field(words, "seen", forms.text(checked.text, lines=True, most=MOST), key="feedback-quick-text"),
        *([small(words("feedback-lines-hint"))] if several else []),
        *(_line(words, user, name) for user, name in (checked.students if several else ())),
    ]
    return forms.modal(words, SEND, blocks, metadata=str(checked.classroom or ""))


def _line(words: Words, user: str, name: str) -> Block:
    field = forms.text(most=LINE_MOST)
    return forms.field(words, f"{LINE}{user}", field, key="feedback-line", optional=True, student=name)

"""The form in which a student names somebody, and the one in which they write a word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.activities.mentoring.messages import MentoringBrief
from bot.domain.mentoring import MENTOR_WORD_MOST
from bot.messages import forms
from bot.messages.blocks import bullets, cut, say
from prompts.words import Words

FORM, WRITE = "mentoring.ask", "mentoring.write"
LABEL_MOST = 75


@dataclass(frozen=True, slots=True)
class MentorForm:
    """(place, statement) of the targets that have nobody yet."""

    contract: int
    targets: Sequence[tuple[int, str]]


def ask_form(words: Words, form: MentorForm) -> dict[str, Any]:
    """The contract travels as metadata and is checked again."""
    options = [forms.option(cut(statement, LABEL_MOST), str(place)) for place, statement in form.targets]
    chosen = [options[0]["value"]] if len(options) == 1 else []
    sees = [words.pieces(f"mentor-ask-{what}") for what in ("first", "sees", "word", "teachers")]
    blocks = [
        forms.field(words, "target", forms.choice("static_select", options, chosen), key="mentor-ask-target"),
        forms.field(words, "mentor", forms.person(), key="mentor-ask-mentor", hint=True),
        say(words, "mentor-ask-who-sees"),
        bullets(*sees),
    ]
    return forms.modal(words, FORM, blocks, metadata=str(form.contract))


def word_form(words: Words, brief: MentoringBrief) -> dict[str, Any]:
    element = forms.text(lines=True, most=MENTOR_WORD_MOST)
    blocks = [
        say(words, "mentor-write", student=brief.student),
        forms.field(words, "text", element, key="mentor-write-text", hint=True),
    ]
    return forms.modal(words, WRITE, blocks, metadata=str(brief.mentoring.id))

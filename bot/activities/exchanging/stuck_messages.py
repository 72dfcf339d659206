"""Somebody is stuck: the button for it, wherever a contract runs, and the form that asks for the words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.messages import forms
from bot.messages.blocks import button, joined, say
from bot.messages.days import when
from prompts.words import Words

STUCK = "exchanging.stuck"
MOST = 1500


@dataclass(frozen=True, slots=True)
class StuckForm:
    """Who reads it; `reads_at`: when, where the teachers have quiet hours now."""

    classroom: int
    teachers: tuple[str, ...]
    reads_at: datetime | None
    timezone: str
    now: datetime


def stuck_button(words: Words, classroom: int) -> dict[str, Any]:
    return button(words("stuck-button"), STUCK, str(classroom))


def stuck_form(words: Words, form: StuckForm) -> dict[str, Any]:
    """The class travels as metadata and is checked again."""
    teachers = joined(words, form.teachers)
    if form.reads_at is None:
        intro = say(words, "stuck-intro", teachers=teachers)
    else:
        at = when(words, form.reads_at, form.timezone, form.now)
        intro = say(words, "stuck-intro-quiet", teachers=teachers, when=at)
    text = forms.field(words, "text", forms.text(lines=True, most=MOST), key="stuck-text", hint=True)
    return forms.modal(words, STUCK, [intro, text], metadata=str(form.classroom))

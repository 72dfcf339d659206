"""The form in which a teacher says who in the channel does not learn in the class, and what those people hear."""

from dataclasses import dataclass
from typing import Any

from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

PEOPLE = "admitting.people"


@dataclass(frozen=True, slots=True)
class PlaceChanged(Notice):
    """To somebody in a class channel: a teacher said whether they learn in the class."""

    classroom: int
    student: str
    by: str


@dataclass(frozen=True, slots=True)
class PlaceBrief:
    classroom: str
    teacher: str
    learns: bool


@dataclass(frozen=True, slots=True)
class PeopleForm:
    """(user, name) of those who were left out before."""

    classroom: int
    left_out: tuple[tuple[str, str], ...]


def place_changed(notice: PlaceChanged, brief: PlaceBrief, reader: Reader) -> Message:
    w, key = reader.words, "people-back" if brief.learns else "people-out"
    about = {"teacher": brief.teacher, "classroom": brief.classroom}
    return message(w(key, **about), say(w, key, **about), small(w(f"{key}-next", teacher=brief.teacher)))


def people_form(words: Words, form: PeopleForm) -> dict[str, Any]:
    out = forms.person(several=True)
    blocks: list[Block] = [
        say(words, "people-intro"),
        forms.field(words, "out", out, key="people-out-field", hint=True, optional=True),
    ]
    if form.left_out:
        options = [forms.option(name, user) for user, name in form.left_out[: forms.OPTIONS_MOST]]
        back = forms.choice("multi_static_select", options)
        blocks.append(forms.field(words, "back", back, key="people-back-field", optional=True))
    return forms.modal(words, PEOPLE, blocks, metadata=str(form.classroom))

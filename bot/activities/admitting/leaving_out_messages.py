"""The form in which a teacher says who in the channel does not learn in the class, and what those people hear."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.outbox import Message
from bot.domain.rights import GIVEN, ClassRole
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, joined, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

PEOPLE = "admitting.people"
OPEN_CLASS = "assisting.open"


@dataclass(frozen=True, slots=True)
class PlaceChanged(Notice):
    """To somebody in a class channel: a teacher said whether they learn in the class, or what they are there."""

    classroom: int
    student: str
    by: str


@dataclass(frozen=True, slots=True)
class AideNamed(Notice):
    """To a student who has a contract in the class: somebody more may read what they show and answer."""

    classroom: int
    aide: str


@dataclass(frozen=True, slots=True)
class PlaceBrief:
    """`classroom` is its id; `role` is what they are there now, beside or instead of a student."""

    classroom: int
    name: str
    teacher: str
    learns: bool
    role: ClassRole | None = None


@dataclass(frozen=True, slots=True)
class AideBrief:
    """Names."""

    classroom: str
    aide: str


@dataclass(frozen=True, slots=True)
class PeopleForm:
    """(user, name) of those who were left out before, and (user, name, role) of those who help."""

    classroom: int
    left_out: tuple[tuple[str, str], ...]
    helpers: tuple[tuple[str, str, ClassRole], ...] = ()


@dataclass(frozen=True, slots=True)
class PeopleChosen:
    """User ids: who does not learn there, who does again, who becomes an aide or an observer, who is neither now."""

    out: Sequence[str] = ()
    back: Sequence[str] = ()
    aides: Sequence[str] = ()
    observers: Sequence[str] = ()
    no_longer: Sequence[str] = ()


def place_changed(notice: PlaceChanged, brief: PlaceBrief, reader: Reader) -> Message:
    w = reader.words
    about = {"teacher": brief.teacher, "classroom": brief.name}
    if brief.role is not None:
        key = f"people-{brief.role}"
        see = button(w("assisting-open-button"), OPEN_CLASS, str(brief.classroom), style="primary")
        return message(w(key, **about), say(w, key, **about), actions([see]), small(w(f"{key}-next")))
    key = "people-back" if brief.learns else "people-out"
    return message(w(key, **about), say(w, key, **about), small(w(f"{key}-next", teacher=brief.teacher)))


def aide_named(notice: AideNamed, brief: AideBrief, reader: Reader) -> Message:
    w, about = reader.words, {"aide": brief.aide, "classroom": brief.classroom}
    return message(w("aide-named", **about), say(w, "aide-named", **about), small(w("aide-named-next")))


def helpers_lines(helpers: Sequence[tuple[str, ClassRole]], words: Words) -> list[str]:
    """For a student: who helps in their class or observes it, and what each may read."""
    lines = []
    for role in GIVEN:
        names = [name for name, theirs in helpers if theirs is role]
        if names:
            lines.append(words(f"assisting-told-{role}", names=joined(words, names), count=len(names)))
    return lines


def people_form(words: Words, form: PeopleForm) -> dict[str, Any]:
    blocks: list[Block] = [say(words, "people-intro"), _people(words, "out")]
    if form.left_out:
        blocks.append(_among(words, "back", form.left_out))
    blocks += [_people(words, "aides"), _people(words, "observers")]
    if form.helpers:
        helpers = [(user, words(f"people-is-{role}", name=name)) for user, name, role in form.helpers]
        blocks.append(_among(words, "no_longer", helpers))
    return forms.modal(words, PEOPLE, blocks, metadata=str(form.classroom))


def _people(words: Words, name: str) -> Block:
    return forms.field(words, name, forms.person(several=True), key=f"people-{name}-field", hint=True, optional=True)


def _among(words: Words, name: str, people: Sequence[tuple[str, str]]) -> Block:
    options = [forms.option(label, user) for user, label in people[: forms.OPTIONS_MOST]]
    chosen = forms.choice("multi_static_select", options)
    return forms.field(words, name, chosen, key=f"people-{name.replace('_', '-')}-field", optional=True)

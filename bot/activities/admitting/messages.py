"""Guests in a class channel: what their teachers are asked, the form to choose students, and what an admin allows."""

from dataclasses import dataclass
from typing import Any

from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, confirm, header, joined, say, small, spoken
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

# Guests, and people of other organisations, in a class channel.


@dataclass(frozen=True, slots=True)
class GuestsHere(Notice):
    """To a class's teachers: somebody is in the channel who becomes a student only if one of them says so. A card."""

    classroom: int

    @property
    def subject(self) -> str:
        return guests_of(self.classroom)


def guests_of(classroom: int) -> str:
    """The subject of what follows who of a class's guests is a student."""
    return f"guests:{classroom}"


@dataclass(frozen=True, slots=True)
class GuestsBrief:
    classroom: str
    """The class's name."""
    waiting: tuple[str, ...]
    """Names of those of whom nobody has decided yet."""


@dataclass(frozen=True, slots=True)
class PossibleStudent:
    """Somebody who could be chosen as a student. `name` tells them apart."""

    user: str
    name: str
    is_outside: bool


@dataclass(frozen=True, slots=True)
class GuestsForm:
    """What the form shows: a class, and who is in its channel without a place."""

    classroom: int
    name: str
    candidates: tuple[PossibleStudent, ...]


FORM = "admitting.save"
OPEN = "admitting.open"
ALLOW, FORBID = "admitting.allow_outside", "admitting.forbid_outside"
NAMES_MOST = 20


def guests_here(notice: GuestsHere, brief: GuestsBrief, reader: Reader) -> Message:
    w, many = reader.words, len(brief.waiting)
    if not many:
        pieces = w.pieces("guests-decided", classroom=brief.classroom)
        return message(spoken(pieces), say(w, "guests-decided", classroom=brief.classroom))
    more = max(many - NAMES_MOST, 0)
    names = ", ".join(brief.waiting[:NAMES_MOST]) if more else joined(w, brief.waiting)
    args = {"classroom": brief.classroom, "names": names, "count": many, "more": more}
    return message(
        spoken(w.pieces("guests-here", **args)),
        say(w, "guests-here", **args),
        actions([button(w("guests-button"), OPEN, str(notice.classroom), style="primary")]),
        small(w("guests-here-next")),
    )


def guests_form(words: Words, form: GuestsForm) -> dict[str, Any]:
    """The class travels as metadata and is checked again, as is who was chosen."""
    options = [forms.option(_called(words, one), one.user) for one in form.candidates[: forms.OPTIONS_MOST]]
    field = forms.field(
        words,
        "students",
        forms.choice("multi_static_select", options),
        key="guests-students",
        hint=True,
        optional=True,
        classroom=form.name,
    )
    return forms.modal(words, FORM, [field], metadata=str(form.classroom))


def _called(words: Words, candidate: PossibleStudent) -> str:
    key = "guests-from-outside" if candidate.is_outside else "guests-guest"
    return words(key, name=candidate.name)


def outside_blocks(may_learn: bool, words: Words) -> list[Block]:
    """On an admin's Home: whether people of other organisations may be students."""
    now = "allowed" if may_learn else "forbidden"
    if may_learn:
        change = button(words("home-outside-forbid"), FORBID) | {"confirm": _sure(words, "forbid")}
    else:
        change = button(words("home-outside-allow"), ALLOW) | {"confirm": _sure(words, "allow")}
    return [
        header(words("home-outside")),
        say(words, f"home-outside-{now}"),
        actions([change]),
        small(words("home-outside-hint")),
    ]


def _sure(words: Words, what: str) -> dict[str, Any]:
    return confirm(
        words(f"home-outside-{what}-title"),
        words(f"home-outside-{what}-what"),
        words(f"home-outside-{what}"),
        words("home-outside-leave"),
    )

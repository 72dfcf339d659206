"""Guests, and people of other organisations, in a class channel."""

from dataclasses import dataclass

from bot.messages.notices import Notice


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
class Candidate:
    """Somebody who could be chosen as a student. `name` tells them apart."""

    user: str
    name: str
    is_outside: bool


@dataclass(frozen=True, slots=True)
class GuestsForm:
    """What the form shows: a class, and who is in its channel without a place."""

    classroom: int
    name: str
    candidates: tuple[Candidate, ...]

"""Answers to what was not understood or not allowed, and the way on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.activities.care.notices import CareRule
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class Refused(Notice):
    """Somebody could not do what they tried; `reason` is the refusal's key, `details` fill its copy."""

    reason: str
    details: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Help(Notice):
    """What one can do here and now. `unheard`: they had written something that answered nothing."""

    unheard: bool = False


@dataclass(frozen=True, slots=True)
class FilesNotPassedOn(Notice):
    """To somebody who sent Accord a file: nobody else gets it."""


@dataclass(frozen=True, slots=True)
class HelpBrief:
    """`teaches` and `learns` hold class names; both may be empty."""

    teaches: tuple[str, ...]
    learns: tuple[str, ...]
    may_set_up: bool
    draft_waiting: bool
    may_start: bool = False
    """In one of the classes no contract of theirs is open."""
    has_contract: bool = False
    """One of theirs is open, and a teacher has seen it."""
    check_in: int | None = None
    """The check-in that waits for an answer."""
    care: CareRule | None = None
    """What a student is to know before they write anything."""

"""What a student says of a target while nobody asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from bot.domain.terms import Target
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class ProgressOffered(Notice):
    """To a student who said how it goes: what was understood, and whether it is to be noted. Once that is answered, the
    same message says so."""

    asked_back: int
    contract: int

    @property
    def subject(self) -> str:
        return f"asked-back:{self.asked_back}"


@dataclass(frozen=True, slots=True)
class ProgressBrief:
    """`numbers` by target; `chooses`: they are one number, and it is not known which of the targets it is for. `words`
    would be kept with it, "" where they would not. `spared` is when the check-in would come whose place it takes; None
    where it takes none. `said_yes` is None while nothing was said."""

    asked_back: int
    targets: tuple[Target, ...]
    numbers: Mapping[int, Decimal]
    chooses: bool
    words: str
    spared: datetime | None
    timezone: str
    """The student's."""
    said_yes: bool | None
    away: bool = False
    """Whether they wrote it beside being away."""


@dataclass(frozen=True, slots=True)
class EarlyForm:
    """What the form of a check-in that nobody asked for starts with; the rest as in ProgressBrief."""

    contract: int
    targets: tuple[Target, ...]
    spared: datetime | None
    timezone: str
    now: datetime

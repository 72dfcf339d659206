"""The end of a contract: both sides look back, and see the two side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.actor import Side
from bot.domain.check_ins import Assessment
from bot.domain.contract import Contract
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class OfContract(Notice):
    contract: int


@dataclass(frozen=True, slots=True)
class LookBackAsked(OfContract):
    """To the student and to each teacher: it is time to look back. A card: it says what is still to do."""

    @property
    def subject(self) -> str:
        return f"contract:{self.contract}"


@dataclass(frozen=True, slots=True)
class LookBackReminder(OfContract):
    """To whoever has not looked back after some days."""


@dataclass(frozen=True, slots=True)
class LookBackOverdue(OfContract):
    """To the teachers: who has still not looked back, and what they can do."""


@dataclass(frozen=True, slots=True)
class LookedBack(OfContract):
    """To the student and to each teacher, once both sides are in: the two side by side."""


@dataclass(frozen=True, slots=True)
class LookBackBrief:
    """How a look back stands for one reader. Until both sides are in, `theirs` is None."""

    contract: Contract
    side: Side
    """The reader's."""
    student: str
    """The student's name."""
    classroom: str
    mine: Assessment | None
    """What the reader's side said."""
    assessor: str
    """The name of the teacher who looked back for the teachers' side, "" where none has."""
    by_reader: bool
    """Whether `mine` is the reader's own."""
    other_is_in: bool
    """Whether the other side has looked back. What it said stays closed until both have."""
    values: Mapping[int, Decimal]
    """The newest number of each target."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A completed look back."""

    contract: Contract
    side: Side
    """The reader's."""
    student: str
    teacher: str
    """The names of the two who looked back."""
    students: Assessment
    teachers: Assessment
    values: Mapping[int, Decimal]
    may_start: bool
    """Whether the student has no open contract in the class yet."""

"""Home: what somebody sees when they open Accord."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.activities.care.notices import CareRule
from bot.activities.reviewing.notices import ContractBrief
from bot.domain.care import Way
from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class Home(Notice):
    """Published for its reader; everything else is read when it is sent."""


@dataclass(frozen=True, slots=True)
class StudentPart:
    """One class in which the reader is a student. `standing` is None while no contract is open."""

    classroom: Classroom
    standing: ContractBrief | None = None
    values: Mapping[int, Decimal] | None = None
    """The newest number of each target."""
    interview: int | None = None
    """The draft to go on with."""
    check_in: int | None = None
    """The check-in that waits for an answer."""
    timezone: str = "UTC"
    """The student's."""
    looked_back: bool = False
    left_out: CheckInState | None = None
    """How the last check-in was left out, where it was: not sent in time, or excused."""


@dataclass(frozen=True, slots=True)
class StudentRow:
    """One student at a glance. `contract` is None while none is open."""

    name: str
    contract: Contract | None
    values: Mapping[int, Decimal]
    last_check_in: date | None
    missed: int
    """Check-ins missed in a row."""
    behind: bool
    """The newest numbers are behind the line from baseline to goal."""
    away: bool = False
    """Left the class channel, or the account is closed: nobody is asked for check-ins."""
    left_out: bool = False
    """The last check-in was left out, whatever the reason: nobody missed anything."""

    @property
    def needs_a_look(self) -> bool:
        return self.missed > 0 or self.behind or self.away


@dataclass(frozen=True, slots=True)
class ClassPart:
    """One class in which the reader teaches."""

    classroom: Classroom
    decisions: tuple[ContractBrief, ...]
    """Proposals and changes that wait for the teachers, longest waiting first."""
    more_decisions: int
    """How many wait besides."""
    look_backs: tuple[tuple[int, str], ...]
    """(contract, student's name) where the teachers have not looked back."""
    rows: tuple[StudentRow, ...]
    """Those who may need the teacher first, then by name."""
    more_rows: int
    """How many students there are besides."""
    guests: int = 0
    """How many guests are in the channel whom a teacher could choose as students."""


@dataclass(frozen=True, slots=True)
class AdminPart:
    """Names of those who may teach: admins, and whom an admin named."""

    admins: tuple[str, ...]
    named: tuple[str, ...]
    to_take_back: tuple[tuple[str, str], ...] = ()
    """(name, user id) of those whom an admin named."""
    classes: tuple[tuple[str, int], ...] = ()
    """(name, id) of every class, by name."""
    untaught: tuple[tuple[str, int, int], ...] = ()
    """(name, id, students who wait for an answer) of each class that nobody teaches."""
    care: CareRule = field(default_factory=lambda: CareRule(Way.STUDENT, (), 0, None))
    """What was decided for somebody who is not well."""
    outside_learn: bool = False
    """Whether people of other organisations may be students."""


@dataclass(frozen=True, slots=True)
class HomeBrief:
    """Everything that the reader is."""

    learns: tuple[StudentPart, ...]
    teaches: tuple[ClassPart, ...]
    admin: AdminPart | None
    may_set_up: bool
    about_me: bool = False
    """Whether something stands in the reader's learner profile."""

"""A point on the way is reached: the student is told and asked, the teachers are told, the class may hear."""

from dataclasses import dataclass
from decimal import Decimal

from bot.domain.check_ins import Milestone
from bot.domain.terms import Target
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class MilestoneReached(Notice):
    """To the student: well done, and the question whether the class may see it. `shown` is the token of the
    text that is asked about; asked again about another text, this one has no buttons any more."""

    milestone: int
    shown: str

    @property
    def subject(self) -> str:
        return f"milestone:{self.milestone}"


@dataclass(frozen=True, slots=True)
class MilestoneNews(Notice):
    """To each teacher of the class."""

    milestone: int

    @property
    def subject(self) -> str:
        return f"milestone:{self.milestone}"


@dataclass(frozen=True, slots=True)
class ShoutoutPosted(Notice):
    """In the class channel, after the student's yes. It is said once and never changed."""

    milestone: int


@dataclass(frozen=True, slots=True)
class MilestoneBrief:
    milestone: Milestone
    current: str
    """The token of what is asked about now."""
    statement: str
    """The target's, whole: for its student alone."""
    classroom: str
    """The class's name."""


@dataclass(frozen=True, slots=True)
class NewsBrief:
    milestone: Milestone
    student: str
    """The student's name."""
    student_id: str
    classroom: int
    statement: str
    """The target's, whole: for the teachers."""
    target: Target | None
    """None when a change has removed it from the contract."""
    value: Decimal

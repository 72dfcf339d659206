"""A class gets its Accord."""

from dataclasses import dataclass

from bot.activities.care.notices import CareRule
from bot.domain.classroom import Classroom
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class ClassReady(Notice):
    """In the class channel: what will happen here."""

    classroom: int

    @property
    def subject(self) -> str:
        return f"classroom:{self.classroom}"


@dataclass(frozen=True, slots=True)
class RosterRead(Notice):
    """To the teacher who set up: who is in the class now; and what to do where nobody is."""

    classroom: int


@dataclass(frozen=True, slots=True)
class ClassBrief:
    classroom: Classroom
    teachers: tuple[str, ...]
    """Names."""
    students: tuple[str, ...]
    """Names."""
    care: CareRule
    """What is to be known before anybody writes anything."""


@dataclass(frozen=True, slots=True)
class TeacherNamed(Notice):
    """To somebody whom an admin named as one who may teach. Its brief is the admin's name."""

    by: str


@dataclass(frozen=True, slots=True)
class TeacherUnnamed(Notice):
    """To somebody who may not set up classes any more. Its brief is the admin's name."""

    by: str


@dataclass(frozen=True, slots=True)
class StudentAway(Notice):
    """To a class's teachers: a student with an open contract left the class channel, or closed their account."""

    student: str
    classroom: int

    @property
    def subject(self) -> str:
        return away_from(self.classroom)


def away_from(classroom: int) -> str:
    """The subject of what is said of a class's students who are away: it is said anew when one is back."""
    return f"away:{classroom}"


@dataclass(frozen=True, slots=True)
class StudentAwayBrief:
    student: str
    """The student's name."""
    classroom: str
    """The class's name."""
    back: bool
    """They are in the channel again."""

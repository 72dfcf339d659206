"""A class that nobody teaches any more, until somebody does again."""

from dataclasses import dataclass
from enum import StrEnum

from bot.messages.notices import Notice


class Waits(StrEnum):
    """What a student waits for from a teacher."""

    PROPOSAL = "proposal"
    QUESTION = "question"
    CHANGE = "change"
    LOOK_BACK = "look-back"


@dataclass(frozen=True, slots=True)
class TeacherGone(Notice):
    """To a student who waits for an answer: there is nobody at the moment who could give it."""

    contract: int


@dataclass(frozen=True, slots=True)
class TeacherFound(Notice):
    """To the same student: somebody teaches the class now."""

    contract: int


@dataclass(frozen=True, slots=True)
class WaitingBrief:
    what: Waits
    classroom: str
    teachers: tuple[str, ...]
    """Names; none where nobody teaches the class."""
    admins_know: bool
    """Whether there are admins whom Accord could tell."""


@dataclass(frozen=True, slots=True)
class ClassUntaught(Notice):
    """To each admin: a class has no teacher any more. A card: it says when it has one again."""

    classroom: int

    @property
    def subject(self) -> str:
        return teachers_of(self.classroom)


def teachers_of(classroom: int) -> str:
    """The subject of what follows who teaches a class."""
    return f"teachers:{classroom}"


@dataclass(frozen=True, slots=True)
class ClassGiven(Notice):
    """To somebody whom an admin made the teacher of a class that had none."""

    classroom: int
    by: str


@dataclass(frozen=True, slots=True)
class UntaughtBrief:
    classroom: str
    teachers: tuple[str, ...]
    """Names; none where nobody teaches the class."""
    waiting: int
    """How many students wait for an answer."""
    by: str = ""
    """The admin's name."""

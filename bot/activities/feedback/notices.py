"""Feedback from a teacher to a student."""

from dataclasses import dataclass

from bot.domain.classroom import Feedback
from bot.domain.drafts import Drafts
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class FeedbackGiven(Notice):
    """To the student, with a button that starts a proposal from it."""

    feedback: int


@dataclass(frozen=True, slots=True)
class FeedbackDelivered(Notice):
    """To the teacher: it is on its way, and here are drafts of targets to look at. A card."""

    feedback: int

    @property
    def subject(self) -> str:
        return f"feedback:{self.feedback}"


@dataclass(frozen=True, slots=True)
class FeedbackBrief:
    feedback: Feedback
    teacher: str
    """The teacher's name."""
    student: str
    """The student's name."""
    classroom: str
    may_start: bool
    """Whether the student has no open contract in the class yet."""
    drafts: Drafts | None = None
    """For the teacher: the drafts as they stand."""
    may_offer: bool = True
    """Whether the student can start from one of them now."""

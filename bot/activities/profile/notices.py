"""What a teacher may read of a student."""

from dataclasses import dataclass

from bot.domain.profile import LearnerProfile


@dataclass(frozen=True, slots=True)
class AboutStudent:
    """`profile` is None where the student shows nothing: that nothing is written, or that it is not to be shown, is
    not told apart."""

    student: str
    """The student's name."""
    profile: LearnerProfile | None

"""Draft targets that a teacher offers to a student."""

from dataclasses import dataclass

from bot.domain.drafts import TargetDraft
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class DraftsOffered(Notice):
    """To the student: ways to start, each with a button."""

    feedback: int


@dataclass(frozen=True, slots=True)
class DraftsOfferedBrief:
    feedback: int
    teacher: str
    classroom: str
    drafts: tuple[TargetDraft, ...]

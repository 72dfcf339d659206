"""What a student says about themselves. They alone write it, and each part of it is theirs to leave empty."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain.actor import Refusal
from bot.domain.seen import clean

TEXT_MOST = 500
"""Characters of one part: it is a note about oneself, not an essay."""

PARTS = ("strengths", "interests", "motivators", "goals", "supports", "subjects")
"""The parts that are written, in the order in which a reader meets them."""


@dataclass(frozen=True, slots=True)
class LearnerProfile:
    """One for each student of a workspace, whatever classes they are in. A part that is "" is not written.

    `share_interests`: the interests may go along when drafts are asked of a language model; nothing else ever does.
    `share_with_teachers`: the teachers of the student's classes may read it. All are off until the student says so.
    `share_answers`: what the student says at check-ins may be read by a language model, to suggest replies.
    `subjects` has what the student works on in class: "English: essays".
    """

    workspace: str
    user: str
    updated_at: datetime
    strengths: str = ""
    interests: str = ""
    motivators: str = ""
    goals: str = ""
    supports: str = ""
    subjects: str = ""
    share_interests: bool = False
    share_with_teachers: bool = False
    share_answers: bool = False
    id: int = 0

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, part) for part in PARTS)

    @property
    def says_nothing(self) -> bool:
        return self.is_empty and not self.share_answers

    @property
    def shared_interests(self) -> str:
        """The interests, where they may go along; else ""."""
        return self.interests if self.share_interests else ""


def written(
    standing: LearnerProfile,
    parts: Mapping[str, str],
    *,
    share_interests: bool,
    share_with_teachers: bool,
    share_answers: bool = False,
    now: datetime,
) -> LearnerProfile:
    """The profile as its student wants it now; a part that is not named becomes empty.

    Raises Refusal `too-long` with the part as its field. A tick for what is empty does not stand: it is to be given
    in sight of what it is for.
    """
    texts: dict[str, Any] = {part: _text(part, parts.get(part, "")) for part in PARTS}
    return replace(
        standing,
        **texts,
        share_interests=share_interests and bool(texts["interests"]),
        share_with_teachers=share_with_teachers and any(texts.values()),
        share_answers=share_answers,
        updated_at=now,
    )


def _text(part: str, text: str) -> str:
    cleaned = clean(text)
    if len(cleaned) > TEXT_MOST:
        raise Refusal("too-long", field=part, most=TEXT_MOST)
    return cleaned

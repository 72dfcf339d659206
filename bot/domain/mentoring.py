"""Somebody whom a student names beside one target, who agrees first, sees that target, and may send one word a week."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.actor import Refusal

MENTORS_MOST = 2
"""At once, on one contract."""
MENTORS_ASKED_MOST = 5
"""People whom a student asks for one contract, one after the other."""
MENTOR_WORD_MOST = 500
"""Characters."""
MENTOR_REST = timedelta(days=7)
"""Between one word and the next."""


class MentoringState(StrEnum):
    ASKED = "asked"
    DECLINED = "declined"
    AGREED = "agreed"
    """They see the target."""
    STOPPED = "stopped"
    """One of them stopped it: the words are gone, save where it was reported."""


MENTORING_LIVE = frozenset({MentoringState.ASKED, MentoringState.AGREED})


@dataclass(frozen=True, slots=True)
class Mentoring:
    """`target` is its place in the contract. `said` has the words, oldest first; `said_at` is when the last was sent.
    `reported_by`: who of the two reported it; then the words stay for those who were told."""

    workspace: str
    contract: int
    student: str
    mentor: str
    target: int
    asked_at: datetime
    state: MentoringState = MentoringState.ASKED
    said: tuple[str, ...] = ()
    said_at: datetime | None = None
    ended_by: str = ""
    reported_by: str = ""
    reported_at: datetime | None = None
    id: int = 0

    @property
    def is_live(self) -> bool:
        return self.state in MENTORING_LIVE

    def other(self, user: str) -> str:
        """Whom the report of one of the two is about."""
        return self.mentor if user == self.student else self.student


def may_be_named(earlier: Sequence[Mentoring], mentor: str, target: int) -> None:
    """Refusal where this target has somebody, this person was asked before, or enough were."""
    live = [one for one in earlier if one.is_live]
    if any(one.target == target for one in live):
        raise Refusal("mentor-has-one", field="target")
    if any(one.mentor == mentor for one in earlier):
        raise Refusal("mentor-asked-before", field="mentor")
    if len(live) >= MENTORS_MOST:
        raise Refusal("mentor-two-are-enough")
    if len(earlier) >= MENTORS_ASKED_MOST:
        raise Refusal("mentor-enough", most=MENTORS_ASKED_MOST)


def decided(mentoring: Mentoring, *, yes: bool) -> Mentoring:
    """They say whether they will. Refusal where that was said, or is of no account any more."""
    if mentoring.state is not MentoringState.ASKED:
        raise Refusal("old-button")
    return replace(mentoring, state=MentoringState.AGREED if yes else MentoringState.DECLINED)


def next_word_at(mentoring: Mentoring) -> datetime | None:
    """From when another word may be sent; None where none was yet."""
    return mentoring.said_at + MENTOR_REST if mentoring.said_at else None


def may_say(mentoring: Mentoring, now: datetime) -> None:
    """Refusal where it has stopped, or this week's word was sent."""
    if mentoring.state is not MentoringState.AGREED:
        raise Refusal("mentor-stopped")
    after = next_word_at(mentoring)
    if after is not None and now < after:
        raise Refusal("mentor-one-a-week")


def said(mentoring: Mentoring, typed: str, now: datetime) -> Mentoring:
    may_say(mentoring, now)
    text = typed.strip()
    if not text:
        raise Refusal("empty", field="text")
    if len(text) > MENTOR_WORD_MOST:
        raise Refusal("too-long", field="text", most=MENTOR_WORD_MOST)
    return replace(mentoring, said=(*mentoring.said, text), said_at=now)


def stopped(mentoring: Mentoring, by: str) -> Mentoring:
    """Nothing of the words is left."""
    if not mentoring.is_live:
        raise Refusal("old-button")
    return replace(mentoring, state=MentoringState.STOPPED, said=(), ended_by=by)


def reported(mentoring: Mentoring, by: str, now: datetime) -> Mentoring:
    """It stops, and the words stay for those who are told."""
    if mentoring.reported_by or not mentoring.is_live:
        raise Refusal("old-button")
    ended = replace(mentoring, state=MentoringState.STOPPED, ended_by=by)
    return replace(ended, reported_by=by, reported_at=now)

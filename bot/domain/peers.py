"""A classmate looks at one piece of a student's work, because the student asked and the classmate agreed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.actor import Refusal

SIGNS_MOST = 5
"""Signs of success that a classmate is asked about: a form with more is not filled in."""

ASKED_MOST = 5
"""Classmates whom a student asks for one contract, one after the other."""

PEER_WORDS_MOST = 500
"""Characters of each answer."""


class PeerState(StrEnum):
    ASKED = "asked"
    DECLINED = "declined"
    AGREED = "agreed"
    """The classmate sees the work, and has not written yet."""
    GIVEN = "given"
    """The student reads what the classmate wrote."""
    STOPPED = "stopped"
    """One of them stopped it: what was written is gone, save where it was reported."""


LIVE = frozenset({PeerState.ASKED, PeerState.AGREED, PeerState.GIVEN})


@dataclass(frozen=True, slots=True)
class PeerWords:
    """What a classmate says of one sign: what works, and what could come next; either may be empty."""

    works: str = ""
    next: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.works or self.next)


@dataclass(frozen=True, slots=True)
class PeerLook:
    """`signs` are the signs of success as they read when the classmate was asked: what both saw beforehand. `answers`
    go with them, by place. `shared_at`: when the student showed the words to the teachers. `reported_by`: who of the
    two reported it; then the words stay for those who were told."""

    workspace: str
    contract: int
    student: str
    peer: str
    evidence: int
    signs: tuple[str, ...]
    asked_at: datetime
    state: PeerState = PeerState.ASKED
    answers: tuple[PeerWords, ...] = ()
    said_at: datetime | None = None
    shared_at: datetime | None = None
    ended_by: str = ""
    reported_by: str = ""
    reported_at: datetime | None = None
    id: int = 0

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    @property
    def shows_work(self) -> bool:
        """Whether the classmate sees the piece."""
        return self.state in (PeerState.AGREED, PeerState.GIVEN)

    def other(self, user: str) -> str:
        """Whom the report of one of the two is about."""
        return self.peer if user == self.student else self.student


def may_be_asked(earlier: Sequence[PeerLook], peer: str) -> None:
    """Refusal where somebody is asked already, this classmate was asked before, or enough were."""
    if any(look.is_live for look in earlier):
        raise Refusal("peer-one-at-a-time")
    if any(look.peer == peer for look in earlier):
        raise Refusal("peer-asked-before", field="peer")
    if len(earlier) >= ASKED_MOST:
        raise Refusal("peer-enough", most=ASKED_MOST)


def decided(look: PeerLook, *, yes: bool) -> PeerLook:
    """The classmate says whether they look. Refusal where that was said, or is of no account any more."""
    if look.state is not PeerState.ASKED:
        raise Refusal("old-button")
    return replace(look, state=PeerState.AGREED if yes else PeerState.DECLINED)


def answered(look: PeerLook, typed: Mapping[str, str], at: datetime) -> PeerLook:
    """What the classmate wrote, or writes anew, by the names of the fields. Refusal under the field that says too much,
    or under the first where nothing is said."""
    if not look.shows_work:
        raise Refusal("peer-stopped")
    answers = tuple(
        PeerWords(_checked(typed, works_field(place)), _checked(typed, next_field(place)))
        for place in range(len(look.signs))
    )
    if all(words.is_empty for words in answers):
        raise Refusal("empty", field=works_field(0))
    return replace(look, state=PeerState.GIVEN, answers=answers, said_at=at)


def stopped(look: PeerLook, by: str) -> PeerLook:
    """Nothing of the words is left."""
    if not look.is_live:
        raise Refusal("old-button")
    return replace(look, state=PeerState.STOPPED, answers=(), shared_at=None, ended_by=by)


def shared(look: PeerLook, at: datetime) -> PeerLook:
    if look.state is not PeerState.GIVEN:
        raise Refusal("old-button")
    return look if look.shared_at else replace(look, shared_at=at)


def reported(look: PeerLook, by: str, at: datetime) -> PeerLook:
    """It stops, and the words stay for those who are told."""
    if look.reported_by or not look.is_live:
        raise Refusal("old-button")
    return replace(look, state=PeerState.STOPPED, ended_by=by, reported_by=by, reported_at=at)


def works_field(place: int) -> str:
    return f"works-{place}"


def next_field(place: int) -> str:
    return f"next-{place}"


def _checked(typed: Mapping[str, str], field: str) -> str:
    text = typed.get(field, "").strip()
    if len(text) > PEER_WORDS_MOST:
        raise Refusal("too-long", field=field, most=PEER_WORDS_MOST)
    return text

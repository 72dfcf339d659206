"""A teacher's desk: what waits for her and since when, and who of her students may need a word.

Nothing here knows whether somebody is well: a check-in that was set aside is left out, whatever the reason.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from bot.domain.check_ins import LEFT_OUT, CheckInState
from bot.domain.classroom import with_handle
from bot.domain.contract import RUNNING, Status

S = TypeVar("S")
T = TypeVar("T")

LOOKED_AT = 8
"""So many of the newest check-ins of a contract tell how its student gets on. Nobody is said to have had no word for
longer than these reach back."""

READ_WITHIN = timedelta(days=7)
"""An answer to a check-in waits for a reply so long; then the next ones have taken its place."""

UNTOUCHED = timedelta(days=7)
"""A draft that nobody went on with for so long."""

UNANSWERED = timedelta(days=2)
"""A teacher's question or changes that their student has left for so long."""

NO_WORD = timedelta(weeks=3)
"""Whose contract runs, and who had neither feedback nor a reply for so long."""


class Want(StrEnum):
    """What waits for a teacher; of two that wait since the same instant the first one here comes first."""

    STUCK = "stuck"
    """A student says that they do not get on."""
    TALK = "talk"
    QUESTION = "question"
    """About changes that a teacher suggested."""
    PROPOSAL = "proposal"
    ANSWER = "answer"
    """To a teacher's question: the proposal is to be decided on again."""
    CHANGE = "change"
    LOOK_BACK = "look-back"
    PIECE = "piece"
    """A file that nobody has looked at."""
    PROMISE = "promise"
    """What a teacher promised, and has not said to be done; that of one message and class together."""
    CHECK_IN = "check-in"
    """Answers of one day of check-ins that nobody has replied to, together."""


_ORDER = {want: place for place, want in enumerate(Want)}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits. `ref` is the id of what it is about, `number` says more of it: of a contract the version,
    of check-ins how many answers, of promises how many. Of check-ins `day` is the day that they are for ("2027-01-18"),
    of promises that of their message, and `student` is ""."""

    want: Want
    classroom: int
    student: str
    since: datetime
    ref: int
    number: int = 0
    day: str = ""


def oldest_first(waiting: Iterable[Waiting]) -> list[Waiting]:
    return sorted(waiting, key=lambda one: (one.since, _ORDER[one.want], one.classroom, one.ref, one.day, one.student))


@dataclass(frozen=True, slots=True)
class Learner:
    """A student of a class, with the contract that is open there; `status` is None while none is."""

    user: str
    name: str
    classroom: int
    joined_at: datetime
    here: bool = True
    """In the class now, with an account that is open."""
    outside: bool = False
    """Of another organisation."""
    timezone: str = "UTC"
    contract: int = 0
    status: Status | None = None
    version: int = 0
    """What is on the table."""
    by_student: bool = True
    """Who wrote that."""
    agreed: bool = False
    teacher: str = ""
    """Who decided on it last; "" where nobody has."""
    moved_at: datetime | None = None
    """When something last happened to the contract; and what that was."""
    moved: str = ""
    touched_at: datetime | None = None
    """When its student last worked on the draft."""
    looked_back: bool = False
    """A teacher did."""
    finished: bool = False
    """A contract before this one was completed."""
    heard_at: datetime | None = None
    """When they last had feedback."""
    handle: str = ""
    has_namesake: bool = False
    """Somebody else who is in a class now has the same name."""
    was_told: bool = False
    """They ever were, that this contract drifts."""

    @property
    def called(self) -> str:
        """By the name that tells them apart."""
        return with_handle(self.name, self.handle) if self.has_namesake else self.name

    @property
    def runs(self) -> bool:
        return self.status in RUNNING


class DeskCheckIn(NamedTuple):
    """One check-in, as far as the desk looks at it. `replied_at`: when a teacher last replied, or said that it is
    seen."""

    contract: int
    number: int
    due_at: datetime
    state: CheckInState
    answered_at: datetime | None
    missed_at: datetime | None
    day: str
    """The day that it is for ("2027-01-18"); "" where it was planned before there were such days."""
    id: int
    replied_at: datetime | None = None

    @property
    def unread_since(self) -> datetime | None:
        """None where nothing was answered, or somebody has replied."""
        answered = self.state is CheckInState.ANSWERED and self.replied_at is None
        return (self.answered_at or self.due_at) if answered else None


@dataclass(frozen=True, slots=True)
class Course:
    """How a student gets on with the check-ins."""

    missed: int = 0
    """In a row, the newest among them."""
    missed_since: datetime | None = None
    answered_at: datetime | None = None
    """The newest answer."""
    left_out: bool = False
    """The newest was, whatever the reason."""
    heard_at: datetime | None = None
    """The newest reply of a teacher."""


def course_of(asked: Iterable[DeskCheckIn]) -> Course:
    """Of the check-ins of one contract that are over or were sent."""
    newest_first = sorted(asked, key=lambda one: -one.number)
    counted = [one for one in newest_first if one.state in (CheckInState.ANSWERED, CheckInState.MISSED)]
    answered = next((place for place, one in enumerate(counted) if one.state is CheckInState.ANSWERED), len(counted))
    missed = counted[:answered]
    last = counted[answered] if answered < len(counted) else None
    return Course(
        missed=len(missed),
        missed_since=(missed[-1].missed_at or missed[-1].due_at) if missed else None,
        answered_at=(last.answered_at or last.due_at) if last else None,
        left_out=bool(newest_first) and newest_first[0].state in LEFT_OUT,
        heard_at=_heard_at(newest_first),
    )


def _heard_at(newest_first: Sequence[DeskCheckIn]) -> datetime | None:
    """Where there may be check-ins before these, nobody knows what was replied to those: then since the first of them
    at the latest."""
    before = [newest_first[-1].due_at] if len(newest_first) >= LOOKED_AT else []
    return max([*before, *(one.replied_at for one in newest_first if one.replied_at is not None)], default=None)


# What waits.


WONDERED, _ANSWERED = "wondered", "answered"


def decision_on(learner: Learner) -> Waiting | None:
    """What a teacher is to decide about this student's contract, where something is."""
    want = _decision(learner)
    if want is None or not (learner.here or want is Want.LOOK_BACK):
        return None
    since = learner.moved_at or learner.joined_at
    return Waiting(want, learner.classroom, learner.user, since, learner.contract, learner.version)


def _decision(learner: Learner) -> Want | None:
    if learner.status is Status.PROPOSED:
        return Want.ANSWER if learner.moved == _ANSWERED else Want.PROPOSAL
    if learner.status is Status.AMENDED and learner.moved == WONDERED:
        return Want.QUESTION
    if learner.status is Status.RENEGOTIATING and learner.by_student:
        return Want.CHANGE
    return Want.LOOK_BACK if learner.status is Status.REASSESSING and not learner.looked_back else None


def unread_of(asked: Iterable[DeskCheckIn], classes: Mapping[int, int], now: datetime) -> list[Waiting]:
    """Answers that nobody has replied to, those of one day of a class together. `classes` says to which class each
    contract belongs whose answers are the reader's to read."""
    found: dict[tuple[int, str], list[datetime]] = defaultdict(list)
    for one in asked:
        since = one.unread_since
        if since is not None and one.day and one.contract in classes and now - since <= READ_WITHIN:
            found[classes[one.contract], one.day].append(since)
    return [
        Waiting(Want.CHECK_IN, classroom, "", min(times), 0, len(times), day)
        for (classroom, day), times in found.items()
    ]


# Who may need a word.


class Need(StrEnum):
    """Why somebody may need a word; the first one here needs it most."""

    MISSED = "missed"
    BEHIND = "behind"
    AWAY = "away"
    """No longer in the channel, with a contract that is open."""
    DRAFT = "draft"
    """Stuck in a draft."""
    SILENT = "silent"
    """Left a teacher's question or changes without an answer."""
    UNHEARD = "unheard"
    """Had neither feedback nor a reply for three weeks."""
    NOT_BEGUN = "not-begun"
    NONE = "none"
    DONE = "done"
    """The last contract is over."""


_NEEDS = {need: place for place, need in enumerate(Need)}
WORD = frozenset({Need.MISSED, Need.BEHIND, Need.AWAY, Need.DRAFT, Need.SILENT, Need.UNHEARD, Need.NOT_BEGUN})
STUCK = frozenset({Need.DRAFT, Need.BEHIND})
UNANSWERING = frozenset({Need.MISSED, Need.SILENT})


@dataclass(frozen=True, slots=True)
class Standing:
    """A student as the desk shows them."""

    learner: Learner
    course: Course
    behind: bool
    """Their numbers fall behind, and they have heard of it."""
    need: Need
    since: datetime | None

    @property
    def is_done(self) -> bool:
        return self.learner.status is Status.REASSESSING or self.need is Need.DONE


def standing_of(learner: Learner, course: Course, *, behind: bool, now: datetime) -> Standing:
    need, since = _need(learner, course if learner.runs else Course(), behind=behind and learner.runs, now=now)
    return Standing(learner, course, behind and learner.runs, need, since)


def _need(learner: Learner, course: Course, *, behind: bool, now: datetime) -> tuple[Need, datetime | None]:
    moved = learner.moved_at or learner.joined_at
    if learner.status is None:
        return (Need.DONE, None) if learner.finished else (Need.NOT_BEGUN, learner.joined_at)
    if course.missed:
        return Need.MISSED, course.missed_since
    if behind:
        return Need.BEHIND, None
    if not learner.here:
        return Need.AWAY, None
    if learner.status is Status.DRAFTING:
        touched = max(learner.touched_at or moved, moved)
        return (Need.DRAFT, touched) if now - touched >= UNTOUCHED else (Need.NONE, None)
    if _is_theirs(learner):
        return (Need.SILENT, moved) if now - moved >= UNANSWERED else (Need.NONE, None)
    return _unheard(learner, course, now) if learner.status is Status.ACTIVE else (Need.NONE, None)


def _is_theirs(learner: Learner) -> bool:
    """Whether their student is to answer: a question, changes, or a change to what runs; or is the only one who has not
    looked back."""
    if learner.status in (Status.QUESTIONED, Status.AMENDED):
        return learner.moved != WONDERED
    if owes_look_back(learner):
        return True
    return learner.status is Status.RENEGOTIATING and not learner.by_student


def owes_look_back(learner: Learner) -> bool:
    """Whether their student alone does: once both have, the contract is completed."""
    return learner.status is Status.REASSESSING and learner.looked_back


def _unheard(learner: Learner, course: Course, now: datetime) -> tuple[Need, datetime | None]:
    words = [at for at in (learner.moved_at, learner.heard_at, course.heard_at) if at is not None]
    last = max(words, default=learner.joined_at)
    return (Need.UNHEARD, last) if now - last >= NO_WORD else (Need.NONE, None)


def by_need(standings: Iterable[Standing]) -> list[Standing]:
    """Who needs a word first: by why, those since longest first, then by name."""

    def key(one: Standing) -> tuple[int, bool, float, str, str]:
        known = one.since is not None and one.need is not Need.NOT_BEGUN
        since = one.since.timestamp() if known and one.since is not None else 0.0
        return _NEEDS[one.need], not known, since, one.learner.name.casefold(), one.learner.user

    return sorted(standings, key=key)


@dataclass(frozen=True, slots=True)
class DeskCounts:
    """The line on top of Home."""

    waiting: int = 0
    stuck: int = 0
    unanswering: int = 0
    not_begun: int = 0


def counts_of(waiting: Sequence[Waiting], standings: Iterable[Standing]) -> DeskCounts:
    needs = [one.need for one in standings]
    return DeskCounts(
        len(waiting),
        sum(need in STUCK for need in needs),
        sum(need in UNANSWERING for need in needs),
        needs.count(Need.NOT_BEGUN),
    )


# The class as a list: which of them, and which page.


class Only(StrEnum):
    """Whom the list shows."""

    ALL = "all"
    WORD = "word"
    BEHIND = "behind"
    DONE = "done"


def shown_by(standings: Iterable[Standing], only: Only, name: str = "") -> list[Standing]:
    """Those whom the list shows, in the same order; `name` is a part of a name, as somebody typed it."""
    wanted = _plain(name)
    return [one for one in standings if _is_shown(one, only) and wanted in _plain(one.learner.name)]


def _is_shown(one: Standing, only: Only) -> bool:
    if only is Only.WORD:
        return one.need in WORD
    if only is Only.BEHIND:
        return one.behind
    return only is Only.ALL or one.is_done


def _plain(name: str) -> str:
    """As one would look for it: "jose" finds José."""
    apart = unicodedata.normalize("NFKD", " ".join(name.split()).casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


PAGE = 15


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a list; `number` counts from 0."""

    items: tuple[T, ...]
    number: int
    count: int
    """How many pages there are; an empty list has one."""
    of: int
    """How many items the whole list has."""

    def made(self, make: Callable[[T], S]) -> "Page[S]":
        """The same page with what is made of each, of those alone that stand on it."""
        return self.with_items([make(item) for item in self.items])

    def with_items(self, items: Sequence[S]) -> "Page[S]":
        """The same page of what is made of each."""
        return Page(tuple(items), self.number, self.count, self.of)


def page_of(items: Sequence[T], number: int, size: int = PAGE) -> Page[T]:
    """This page; for one past the end, the last one."""
    count = max(-(-len(items) // size), 1)
    number = min(max(number, 0), count - 1)
    return Page(tuple(items[number * size : (number + 1) * size]), number, count, len(items))

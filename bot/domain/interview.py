"""An interview as it is kept between two answers: resumable after restarts and weeks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, NamedTuple

from bot.domain import recurrence
from bot.domain.actor import Refusal
from bot.domain.classroom import WEEKDAYS, Autonomy
from bot.domain.evidence import ALL_KINDS, PieceKind


class InterviewState(StrEnum):
    OPEN = "open"
    LATER = "later"
    """The student chose to finish later."""
    SUBMITTED = "submitted"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Interview:
    """`draft` maps a question's key ("hardest", "1.statement") to the answer, in the order given.

    `asked` counts the questions asked: a button carries the count of its question, so that an old button
    is recognised. `revision` is for optimistic locking.
    """

    workspace: str
    contract: int
    classroom: int
    student: str
    updated_at: datetime
    state: InterviewState = InterviewState.OPEN
    draft: Mapping[str, Any] = field(default_factory=dict)
    asked: int = 0
    revision: int = 0
    id: int = 0


# What surrounds an interview: the class's policy, and the day on which a question is asked or answered.


@dataclass(frozen=True, slots=True)
class Frame:
    """`timezone` is the student's; `now` is an aware UTC instant; `day_first` says how "3/4" is read; `grades` names
    the scale of the class, the best first, or is ""; `lang` is the language of whoever types."""

    autonomy: Autonomy
    most_targets: int
    term_ends_on: date
    check_in_days: tuple[str, ...]
    check_in_time: time
    timezone: str
    now: datetime
    day_first: bool = True
    grades: str = ""
    lang: str = "en"
    takes: frozenset[PieceKind] = ALL_KINDS
    """Which kinds of evidence the class takes."""
    decided_by: str = ""
    """The teacher (a user id) who decided about `autonomy` for this student alone; "" where the class has it so."""

    @property
    def today(self) -> date:
        return recurrence.local_day(self.now, self.timezone)

    def in_time(self, days: tuple[str, ...], ends_on: date, alternates_from: date | None = None) -> bool:
        """Whether these days bring a check-in no later than the midpoint."""
        return recurrence.has_one_by_midpoint(
            days,
            self.check_in_time,
            self.timezone,
            start=self.now,
            ends_on=ends_on,
            alternates_from=alternates_from,
        )

    def first_week(self, days: tuple[str, ...]) -> date:
        """The Monday of the week in which these days come next."""
        return recurrence.first_week(days, self.check_in_time, self.timezone, self.now)

    def days_to_choose(self, ends_on: date) -> tuple[str, ...]:
        """The weekdays the policy leaves. That a check-in comes by the midpoint goes before the class's rhythm."""
        if self.autonomy is Autonomy.OPEN or not self.in_time(self.check_in_days, ends_on):
            return WEEKDAYS
        return self.check_in_days

    def class_days(self, ends_on: date) -> tuple[str, ...]:
        """The class's days, with another one where they alone would come after the midpoint."""
        if self.in_time(self.check_in_days, ends_on):
            return self.check_in_days
        extra = next((d for d in WEEKDAYS if self.in_time((d,), ends_on)), None)
        wanted = {*self.check_in_days, *([extra] if extra else [])}
        return tuple(d for d in WEEKDAYS if d in wanted)

    def check_end(self, day: date) -> None:
        """Raise Refusal for a day on which no contract can end."""
        if day <= self.today:
            raise Refusal("date-in-the-past")
        if day > self.term_ends_on:
            raise Refusal("after-the-term")
        if not self.in_time(WEEKDAYS, day):
            raise Refusal("end-too-soon")

    def check_startable(self) -> None:
        """Raise Refusal when the term leaves no time for a contract."""
        if self.term_ends_on <= self.today or not self.in_time(WEEKDAYS, self.term_ends_on):
            raise Refusal("term-too-close")


# What a typed message in somebody's direct messages is about: whatever Accord asked there last.


class About(StrEnum):
    INTERVIEW = "interview"
    """`ref` is an interview."""
    CHECK_IN = "check-in"
    """`ref` is a check-in."""
    QUESTION = "question"
    """A teacher asked about a proposal; `ref` is the contract."""
    ASKED_BACK = "asked-back"
    """Accord asked what was meant by something, or what to do with it; `ref` is an AskedBack."""
    SHARED = "shared"
    """In a thread alone: a student's check-in as a teacher sees it; `ref` is the check-in."""
    ROUND = "round"
    """In a thread alone: all check-ins of a class on one day, as a teacher sees them; `ref` is that message's delivery.
    What is typed there is for one of the students."""
    PROPOSAL = "proposal"
    """In a thread alone: what a student proposed or answered, as a teacher sees it; `ref` is the contract."""
    RESPONSE = "response"
    """In a thread alone: what a teacher wrote about a check-in; `ref` is the response."""
    FEEDBACK = "feedback"
    """In a thread alone: a teacher's feedback; `ref` is the feedback."""
    NOTE = "note"
    """In a thread alone: what was passed on between a student and a teacher; `ref` is the note."""
    CONTRACT = "contract"
    """In a question back alone: no question is meant but a contract that runs; `ref` is the contract."""
    CLASS = "class"
    """In a question back alone: no question is meant but a class; `ref` is the class."""


@dataclass(frozen=True, slots=True)
class Focus:
    """One for each person: what was asked, or shown back, last. `in_reply` is false for what came by itself: a prompt,
    or a teacher's question. What somebody writes after a reply goes on with it; after the other it may not."""

    workspace: str
    user: str
    about: About
    ref: int
    since: datetime
    in_reply: bool = False
    id: int = 0


class Awaited(NamedTuple):
    """Somebody who was asked something and has not answered. `channel` is "" where it is not known.

    `oldest` is the ts of what asked them, or the moment before which nothing can be an answer.
    """

    workspace: str
    user: str
    channel: str
    oldest: str

"""A talk of five minutes between a student and one teacher of the class: asked for, two times offered, one chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain import recurrence
from bot.domain.actor import Refusal, refuse_all
from bot.domain.days_off import DaysOff

FURTHEST = timedelta(days=60)
"""From now to a time that is offered."""

LASTS = timedelta(minutes=5)

OVER_AFTER = timedelta(minutes=15)
"""After its beginning the teacher is asked what came of it."""

WAITS = timedelta(days=14)
"""So long somebody who asked waits for times; then they hear that nobody offered any."""

FIELDS = ("first", "second")
"""Of the form with two times: each has a day and a clock time."""


class TalkState(StrEnum):
    ASKED = "asked"
    """A teacher is to offer times."""
    OFFERED = "offered"
    """The student is to choose one of two."""
    AGREED = "agreed"
    OVER = "over"
    """Its time has come, and each may say in a line what came of it."""
    LAPSED = "lapsed"
    """Nobody offered times, or nobody chose one before both were past."""
    CALLED_OFF = "called-off"


OPEN = frozenset({TalkState.ASKED, TalkState.OFFERED, TalkState.AGREED})


@dataclass(frozen=True, slots=True)
class Talk:
    """`asked_by` began it: the student, or a teacher by offering. `teacher` is "" until one offers. `contract` is the
    one that was open then. `at` is the time that was chosen. `ended_by` called it off; "" where nobody did.
    `outcome` is the teacher's line, `student_outcome` the student's. `wake_at`: when something is to be done about
    it."""

    workspace: str
    classroom: int
    student: str
    asked_by: str
    asked_at: datetime
    state: TalkState
    wake_at: datetime | None
    teacher: str = ""
    contract: int | None = None
    first_at: datetime | None = None
    second_at: datetime | None = None
    at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: str = ""
    outcome: str = ""
    student_outcome: str = ""
    revision: int = 0
    id: int = 0

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def times(self) -> tuple[datetime, ...]:
        """Those that are on offer, as they were offered."""
        return tuple(at for at in (self.first_at, self.second_at) if at is not None)

    @property
    def has_outcome(self) -> bool:
        return bool(self.outcome or self.student_outcome)


ChosenTime = tuple[date | None, time | None]
"""A day and a clock time, as a form gives them."""


def asked(
    workspace: str, classroom: int, student: str, by: str, now: datetime, *, contract: int | None, teacher: str = ""
) -> Talk:
    return Talk(
        workspace, classroom, student, by, now, TalkState.ASKED, now + WAITS, teacher=teacher, contract=contract
    )


def times_of(
    chosen: Sequence[ChosenTime], *, now: datetime, timezone: str, closed: DaysOff, away: DaysOff
) -> tuple[datetime, datetime]:
    """Two times that can be offered, as instants. `closed` are the days off of the class, `away` those on which the
    student is. Refusal at its field for each that can not be."""
    found = [_time(name, day, at, timezone) for name, (day, at) in zip(FIELDS, chosen, strict=True)]
    wrong = [one for one in found if isinstance(one, Refusal)]
    times = [one for one in found if isinstance(one, datetime)]
    if not wrong:
        judged = (_why_not(name, at, now, timezone, closed, away) for name, at in zip(FIELDS, times, strict=True))
        wrong = [why for why in judged if why is not None]
    if len(times) == 2 and times[0] == times[1]:
        wrong.append(Refusal("talk-same", field="second-time"))
    refuse_all(wrong)
    first, second = times
    return first, second


def _time(name: str, day: date | None, at: time | None, timezone: str) -> datetime | Refusal:
    if day is None:
        return Refusal("talk-no-time", field=f"{name}-day")
    if at is None:
        return Refusal("talk-no-time", field=f"{name}-time")
    return recurrence.instant(day, at, timezone)


def _why_not(name: str, at: datetime, now: datetime, timezone: str, closed: DaysOff, away: DaysOff) -> Refusal | None:
    day = recurrence.local_day(at, timezone)
    if at <= now:
        is_today = day == recurrence.local_day(now, timezone)
        return Refusal("talk-past", field=f"{name}-time" if is_today else f"{name}-day")
    if at > now + FURTHEST:
        return Refusal("talk-too-far", field=f"{name}-day")
    if closed.covers(day):
        return Refusal("talk-day-off", field=f"{name}-day")
    return Refusal("talk-away", field=f"{name}-day") if away.covers(day) else None


def offered(talk: Talk, teacher: str, times: tuple[datetime, datetime]) -> Talk:
    """This teacher takes it, and the student is to choose before the later one is past."""
    first, second = times
    return replace(
        talk, state=TalkState.OFFERED, teacher=teacher, first_at=first, second_at=second, at=None, wake_at=max(times)
    )


def agreed(talk: Talk, at: datetime, now: datetime) -> Talk:
    """Refusal for a time that is not on offer any more, or past."""
    if talk.state is not TalkState.OFFERED or at not in talk.times:
        raise Refusal("old-button")
    if at <= now:
        raise Refusal("talk-time-past")
    return replace(talk, state=TalkState.AGREED, at=at, wake_at=at + OVER_AFTER)


def neither(talk: Talk, now: datetime) -> Talk:
    """The same teacher is asked for two others."""
    if talk.state is not TalkState.OFFERED:
        raise Refusal("old-button")
    return replace(talk, state=TalkState.ASKED, first_at=None, second_at=None, wake_at=now + WAITS)


def called_off(talk: Talk, by: str, now: datetime) -> Talk:
    if not talk.is_open:
        raise Refusal("talk-not-open")
    return replace(talk, state=TalkState.CALLED_OFF, ended_by=by, ended_at=now, wake_at=None)


def woken(talk: Talk, now: datetime) -> Talk:
    """What became of it, now that its time has come; the same where that has not."""
    if talk.wake_at is None or talk.wake_at > now:
        return talk
    state = TalkState.OVER if talk.state is TalkState.AGREED else TalkState.LAPSED
    return replace(talk, state=state, ended_at=now, wake_at=None)

"""When the check-ins of one contract come: by its rule, on its last day, never on a day off, never in quiet hours.

The last day of a contract is a day like any other, and ends at midnight; and it has a check-in of its own. That one
asks for the final number of each target, whatever weekday it is. There is one at most on that day, and nobody is
reminded of it: when the day is over the contract ends, and the look back asks for what is not known then. Where the
last day is a day off, the last open day before it has that check-in.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import NamedTuple, Protocol

from bot.domain import recurrence
from bot.domain.check_ins import NEAR, CheckIn, CheckInState, awake, out_of_quiet
from bot.domain.classroom import WEEKDAYS, Classroom
from bot.domain.days_off import DAY, NO_DAYS_OFF, DayOffRule, DaysOff
from bot.domain.terms import Terms

BEFORE_THE_NIGHT = timedelta(hours=2)
"""So long before quiet hours that last until the next day the last check-in is asked for, where its time is in them."""

_NOT_ASKED_YET = frozenset({CheckInState.PLANNED, CheckInState.DROPPED})


class Coming(NamedTuple):
    """When a check-in is due, and when its student is asked for it."""

    due_at: datetime
    wake_at: datetime


def end_of(ends_on: date, timezone: str) -> datetime:
    """When the last day is over. Where a change of the clock skips midnight, the first moment after it."""
    return recurrence.instant(ends_on + DAY, time(0), timezone)


def begin_of(ends_on: date, timezone: str) -> datetime:
    """The first moment of the last day."""
    return end_of(ends_on - DAY, timezone)


def is_school_day(day: date, classroom: Classroom) -> bool:
    """By its weekday: nothing is moved to a weekend, but where the class has check-ins then."""
    return day.weekday() < 5 or WEEKDAYS[day.weekday()] in classroom.check_in_days


def has_school(classroom: Classroom, off: DaysOff, day: date) -> bool:
    """Whether it is a school day, and none that is off."""
    return is_school_day(day, classroom) and not off.covers(day)


def next_school_day(day: date, off: DaysOff, classroom: Classroom) -> date:
    """This day or the first one after it that has school."""
    while off.covers(day) or not is_school_day(day, classroom):
        day = off.first_open(day) if off.covers(day) else day + DAY
    return day


def last_school_day(day: date, off: DaysOff, classroom: Classroom) -> date:
    """This day or the last one before it that has school."""
    while off.covers(day) or not is_school_day(day, classroom):
        day = off.last_open(day) if off.covers(day) else day - DAY
    return day


class Rhythm(Protocol):
    """What `Terms` say of check-ins: on these days, at this time, in these weeks, until this day."""

    @property
    def check_in_days(self) -> tuple[str, ...]: ...

    @property
    def check_in_time(self) -> time: ...

    @property
    def ends_on(self) -> date: ...

    @property
    def with_class(self) -> bool: ...

    @property
    def alternates_from(self) -> date | None: ...

    @property
    def after_each(self) -> str: ...


class ClassRhythm(NamedTuple):
    """What a class says of them, for a contract that goes on until the end of the term."""

    check_in_days: tuple[str, ...]
    check_in_time: time
    ends_on: date
    with_class: bool = False
    alternates_from: date | None = None
    after_each: str = ""


def as_it_runs(terms: Terms, classroom: Classroom) -> Terms:
    """The terms with the days and the time that count: those of the class now, where they go with it."""
    if not terms.with_class:
        return terms
    return replace(terms, check_in_days=classroom.check_in_days, check_in_time=classroom.check_in_time)


def has_one_by_midpoint(terms: Rhythm, timezone: str, start: datetime) -> bool:
    """Whether the first check-in comes no later than halfway from `start` to the end. Where the student says when they
    come, there is one by then on any day that has time for it."""
    return recurrence.has_one_by_midpoint(
        WEEKDAYS if terms.after_each else terms.check_in_days,
        terms.check_in_time,
        timezone,
        start=start,
        ends_on=terms.ends_on,
        alternates_from=terms.alternates_from,
    )


def of_class(classroom: Classroom, off: DaysOff) -> "Schedule":
    """When a class asks, in its own zone."""
    rhythm = ClassRhythm(classroom.check_in_days, classroom.check_in_time, classroom.term_ends_on)
    return Schedule(rhythm, classroom, classroom.timezone, off)


@dataclass(frozen=True, slots=True)
class Schedule:
    """All that says when the check-ins of a contract come. `timezone` is the student's; `off` are the days off of the
    class, `away` those on which this student is not asked. `began_at` is when it was agreed, for the midpoint: of need
    where the student says when check-ins come."""

    terms: Rhythm
    classroom: Classroom
    timezone: str
    off: DaysOff = NO_DAYS_OFF
    away: DaysOff = NO_DAYS_OFF
    began_at: datetime | None = None

    @property
    def days(self) -> tuple[str, ...]:
        return self.classroom.check_in_days if self.terms.with_class else self.terms.check_in_days

    @property
    def at(self) -> time:
        return self.classroom.check_in_time if self.terms.with_class else self.terms.check_in_time

    @property
    def closed(self) -> DaysOff:
        """The days on which nothing is asked."""
        return self.off | self.away

    @property
    def last_day(self) -> date:
        """The day on which the final numbers are asked for."""
        return self.closed.last_open(self.terms.ends_on)

    @property
    def last_day_begins(self) -> datetime:
        return begin_of(self.last_day, self.timezone)

    def next_check_in(self, after: datetime, newest: CheckIn | None) -> Coming | None:
        """The first check-in after `after`: by the rule before the last day, then the one of the last day, then none.
        Where the student says when check-ins come, the rule has one, by the midpoint.

        `newest` is the newest check-in of the contract that is not ahead, if there is one.
        """
        by_rule = self._middle(after, newest) if self.terms.after_each else next(self._by_rule(after), None)
        if by_rule is not None:
            return by_rule
        if newest is not None and self.is_last(newest):
            return None
        return self._last(after, newest)

    def has_school(self, day: date) -> bool:
        """Whether it is a school day on which this student may be asked."""
        return has_school(self.classroom, self.closed, day)

    def school_days_since(self, moment: datetime, today: date) -> int:
        """How many there were after the day of this moment, today among them."""
        since = recurrence.local_day(moment, self.timezone)
        return sum(self.has_school(since + DAY * n) for n in range(1, (today - since).days + 1))

    def coming(self, after: datetime, most: int) -> list[datetime]:
        """When the next ones are asked for, at most so many, as if each is answered."""
        moments = [one.wake_at for one in islice(self._regular(after), most)]
        last = self._last(max([after, *moments]), None)
        return (moments if last is None or last.wake_at in moments else [*moments, last.wake_at])[:most]

    def is_last(self, check_in: CheckIn) -> bool:
        """Whether this is the one of the last day, asked for or set aside."""
        return check_in.state not in _NOT_ASKED_YET and self.falls_on_last_day(check_in.due_at)

    def falls_on_last_day(self, moment: datetime) -> bool:
        """Whether the last day has come by then."""
        return recurrence.local_day(moment, self.timezone) >= self.last_day

    def _regular(self, after: datetime) -> Iterator[Coming]:
        if not self.terms.after_each:
            return self._by_rule(after)
        middle = self._by_midpoint()
        return iter([] if middle is None or middle.due_at <= after else [middle])

    def _middle(self, after: datetime, newest: CheckIn | None) -> Coming | None:
        """The one by the midpoint, where the student says when the others come. Where it could not be then, it is as
        soon as it can, for who had none yet; who had one just before it is not asked so soon again."""
        coming = self._by_midpoint()
        if coming is not None and coming.due_at > after:
            return None if newest is not None and _was_just(newest, coming.due_at) else coming
        if newest is not None or self.began_at is None:
            return None
        return self._on_school_day(recurrence.local_day(after, self.timezone), after)

    def _by_midpoint(self) -> Coming | None:
        """On the last school day by then, or the last open day where none has school; after days away, the first
        school day."""
        if self.began_at is None:
            return None
        open_days = [day for day in self._until_midpoint(self.began_at) if not self.off.covers(day)]
        school = (day for day in open_days if is_school_day(day, self.classroom))
        found = next(school, None) or next(iter(open_days), None)
        if found is None:
            return None
        if self.away.covers(found):
            return self._on_school_day(found, self.began_at)
        return self._on(found)

    def _until_midpoint(self, began_at: datetime) -> Iterator[date]:
        """The days on which a check-in comes by then, the latest first."""
        end = recurrence.instant(self.terms.ends_on, self.at, self.timezone)
        midpoint = began_at + (end - began_at) / 2
        day = recurrence.local_day(midpoint, self.timezone)
        while (due_at := recurrence.instant(day, self.at, self.timezone)) > began_at:
            if due_at <= midpoint:
                yield day
            day -= DAY

    def _on_school_day(self, day: date, after: datetime) -> Coming | None:
        """On the first one from this day on, after `after`."""
        day = next_school_day(day, self.closed, self.classroom)
        if recurrence.instant(day, self.at, self.timezone) <= after:
            day = next_school_day(day + DAY, self.closed, self.classroom)
        return self._on(day)

    def _on(self, day: date) -> Coming | None:
        """On this day, where that is before the last."""
        due_at = recurrence.instant(day, self.at, self.timezone)
        wake_at = self._awake(due_at, self.closed)
        return Coming(due_at, wake_at) if recurrence.local_day(wake_at, self.timezone) < self.last_day else None

    def _by_rule(self, after: datetime) -> Iterator[Coming]:
        """Those after `after` and before the last day."""
        last_day, closed = self.last_day, self.closed
        day = recurrence.local_day(after, self.timezone) - DAY
        while day < last_day:
            if self._asks_on(day, closed):
                due_at = recurrence.instant(day, self.at, self.timezone)
                wake_at = self._awake(due_at, closed)
                if due_at > after and recurrence.local_day(wake_at, self.timezone) < last_day:
                    yield Coming(due_at, wake_at)
            day += DAY

    def _asks_on(self, day: date, closed: DaysOff) -> bool:
        """Whether a check-in falls on this day: on its own, or as the first school day after those on which one was
        due."""
        if closed.covers(day):
            return False
        return self._is_regular(day) or (self.classroom.on_days_off is DayOffRule.MOVE and self._is_moved_to(day))

    def _is_moved_to(self, day: date) -> bool:
        """Whether one was due on a day off after the last school day before this one."""
        if not is_school_day(day, self.classroom):
            return False
        before = day - DAY
        while self.off.covers(before) or not is_school_day(before, self.classroom):
            if self.off.covers(before) and self._is_regular(before):
                return True
            before -= DAY
        return False

    def _is_regular(self, day: date) -> bool:
        in_turn = recurrence.is_in_turn(day, self.terms.alternates_from)
        return in_turn and WEEKDAYS[day.weekday()] in self.days

    def _awake(self, moment: datetime, closed: DaysOff) -> datetime:
        """`moment`, or when quiet hours and days off are over."""
        return awake(moment, self.classroom, self.timezone, closed, self.at)

    def _last(self, after: datetime, newest: CheckIn | None) -> Coming | None:
        """Where its time has passed, it comes at once; but not to those who answered an earlier one on this day, or set
        it aside."""
        moment, end = self._moment(), end_of(self.last_day, self.timezone)
        if moment <= after:
            if newest is not None and self._has_had_its_say(newest):
                return None
            moment = out_of_quiet(after, self.classroom, self.timezone)
        return Coming(moment, moment) if moment < end else None

    def _has_had_its_say(self, newest: CheckIn) -> bool:
        if newest.state is CheckInState.EXCUSED:
            return True
        return newest.answered_at is not None and self.falls_on_last_day(newest.answered_at)

    def _moment(self) -> datetime:
        """The check-in time of the last day, or a time on it that is in no quiet hours."""
        day = self.last_day
        at = recurrence.instant(day, self.at, self.timezone)
        moment = out_of_quiet(at, self.classroom, self.timezone)
        if moment < end_of(day, self.timezone):
            return moment
        night = recurrence.instant(day, self.classroom.quiet_from, self.timezone)
        morning = recurrence.instant(day, self.classroom.quiet_until, self.timezone)
        return max(night - BEFORE_THE_NIGHT, morning)


def _was_just(newest: CheckIn, due_at: datetime) -> bool:
    """Whether a check-in came within a day before this time."""
    return newest.state not in _NOT_ASKED_YET and due_at - newest.due_at <= NEAR

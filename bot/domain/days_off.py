"""Days on which nobody is asked anything: those of a class, and those of somebody who is away."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

DAY = timedelta(days=1)


class Span(NamedTuple):
    """Days in a row, the first and the last one among them."""

    first: date
    last: date


class DayOffRule(StrEnum):
    """What becomes of a check-in that falls on a day off of its class."""

    MOVE = "move"
    """It is asked on the next school day."""
    LEAVE_OUT = "leave-out"
    """The next one is asked on its own day."""


class Source(StrEnum):
    """Where a day off of a class comes from."""

    TYPED = "typed"
    HOLIDAYS = "holidays"
    """The public holidays of a country."""
    FILE = "file"
    """A calendar file, or an address that gives one."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """An entry in the calendar of a class, one day or several in a row. `closes` is False for an event of a file that
    no teacher called a day off: it changes nothing. `uid` names it within its source."""

    workspace: str
    classroom: int
    first_on: date
    last_on: date
    name: str
    source: Source
    uid: str = ""
    closes: bool = True
    decided: bool = True
    """False for an event of a file of which no teacher has said yet whether it is a day off."""
    id: int = 0

    @property
    def span(self) -> Span:
        return Span(self.first_on, self.last_on)


@dataclass(frozen=True, slots=True)
class DaysOff:
    """A set of days. Its spans are in order, and neither overlap nor touch: `of` makes it of any."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, spans: Iterable[Span]) -> "DaysOff":
        """A span that ends before it begins holds no day."""
        joined: list[Span] = []
        for span in sorted(s for s in spans if s.first <= s.last):
            if joined and span.first <= _after(joined[-1].last):
                joined[-1] = Span(joined[-1].first, max(joined[-1].last, span.last))
            else:
                joined.append(span)
        return cls(tuple(joined))

    def __or__(self, other: "DaysOff") -> "DaysOff":
        return DaysOff.of((*self.spans, *other.spans))

    def around(self, day: date) -> Span | None:
        """The days off in a row that this one is among; None for an open day."""
        at = bisect_right(self.spans, (day, date.max)) - 1
        return self.spans[at] if at >= 0 and self.spans[at].last >= day else None

    def covers(self, day: date) -> bool:
        return self.around(day) is not None

    def first_open(self, day: date) -> date:
        """This day, or the first one after it that is not off."""
        span = self.around(day)
        return _after(span.last) if span else day

    def last_open(self, day: date) -> date:
        """This day, or the last one before it that is not off."""
        span = self.around(day)
        return span.first - DAY if span else day

    def run_before(self, day: date) -> Span | None:
        """The days off that end on the day before."""
        return self.around(day - DAY)

    def next_off(self, day: date) -> date | None:
        """This day, or the first one after it that is off."""
        if self.covers(day):
            return day
        at = bisect_right(self.spans, (day, date.max))
        return self.spans[at].first if at < len(self.spans) else None


def _after(day: date) -> date:
    return day if day == date.max else day + DAY


NO_DAYS_OFF = DaysOff()

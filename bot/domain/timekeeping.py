"""What time it is where a computer's clock leaps: the rule by which a new time is believed.

Three voices say it: the computer's clock, our own count of the seconds since we last knew, and Slack, which writes the
time on each of its answers. Two that agree are right. Where Slack says nothing, our own count goes on until the new
time has held for a while, or until whoever runs Accord says that it is right.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

SLIGHT = timedelta(seconds=60)
"""A clock that is off by less is followed at once: leases outlast a call by more."""

AGREE = timedelta(minutes=2)
"""So near two voices say the same."""

HOLDS = timedelta(hours=1)
"""So long a new time has to hold that nobody but the computer says."""

LONGEST_AWAY = timedelta(days=60)
"""Holidays: so long a program may have been down that starts again, where Slack does not say the time."""


class LeapCourse(StrEnum):
    """What became of a clock that leapt."""

    DOUBTED = "doubted"
    """Our own count goes on."""
    TAKEN = "taken"
    """The new time was believed."""
    RIGHTED = "righted"
    """The old time came back."""


@dataclass(frozen=True, slots=True)
class Leap:
    """A leap of one computer's clock: `ahead` of our own count, or behind it where that is negative. `confirmed` by
    whoever runs Accord."""

    computer: str
    ahead: timedelta
    noticed_at: datetime
    course: LeapCourse = LeapCourse.DOUBTED
    ended_at: datetime | None = None
    confirmed: bool = False

    @property
    def forward(self) -> bool:
        return self.ahead > timedelta(0)

    def is_the_same(self, ahead: timedelta) -> bool:
        """Whether a clock that is ahead by so much has not moved since."""
        return abs(ahead - self.ahead) <= AGREE


class ClockVerdict(StrEnum):
    TAKE = "take"
    KEEP = "keep"
    """Our own count is right: Slack says so. The new time begins to hold anew."""
    WAIT = "wait"


def judge(
    wall: datetime, count: datetime, theirs: datetime | None, held: timedelta, *, confirmed: bool
) -> ClockVerdict:
    """Whether a computer's time is believed that leapt away from our count. `held`: for so long it has stayed."""
    if confirmed or says_the_same(theirs, wall):
        return ClockVerdict.TAKE
    if says_the_same(theirs, count):
        return ClockVerdict.KEEP
    return ClockVerdict.TAKE if held >= HOLDS else ClockVerdict.WAIT


def at_the_start(wall: datetime, seen: datetime | None, theirs: datetime | None) -> datetime:
    """The time that a program begins with, which has counted nothing yet. `seen` is when it, or another one, was last
    at work.

    It was only down, for days or for weeks, where Slack says the same as the computer; and where Slack says nothing,
    if that is no longer than holidays are. Else Slack is believed; without a word from it we go on from `seen`.
    """
    if theirs is None:
        return wall if seen is None or is_likely(wall, seen) else seen
    if says_the_same(theirs, wall):
        return wall
    return wall if seen is not None and is_likely(wall, seen) and not is_likely(theirs, seen) else theirs


def is_likely(instant: datetime, seen: datetime) -> bool:
    """Whether it can be that time, for a program that was last at work then."""
    return seen - SLIGHT <= instant <= seen + LONGEST_AWAY


def says_the_same(theirs: datetime | None, instant: datetime) -> bool:
    return theirs is not None and abs(theirs - instant) <= AGREE

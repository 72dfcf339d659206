"""What a teacher reads once a week, or each school day: how often, when, and what stands in it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain import recurrence
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState, Milestone
from bot.domain.classroom import WEEKDAYS
from bot.domain.days_off import DAY
from bot.domain.desk import DeskCheckIn
from bot.domain.progress import Point


class HowOften(StrEnum):
    WEEKLY = "weekly"
    DAILY = "daily"
    """On each school day."""
    OFF = "off"


DAYS = WEEKDAYS[:5]
HOURS = tuple(time(hour) for hour in range(7, 20))
"""None at night."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What a teacher chose, or what holds while they did not; `at` is on their own clock. At `wake_at` the next one is
    due, None where there is none."""

    workspace: str
    user: str
    wake_at: datetime | None
    how: HowOften = HowOften.WEEKLY
    day: str = DAYS[0]
    at: time = time(8)
    id: int = 0

    @property
    def is_on(self) -> bool:
        return self.how is not HowOften.OFF


def chosen(how: str, day: str, at: time | None) -> tuple[HowOften, str, time]:
    """Raises Refusal where a form of ours says no such thing."""
    if how not in set(HowOften) or day not in DAYS or at not in HOURS or at is None:
        raise Refusal("old-button")
    return HowOften(how), day, at


def next_at(digest: Digest, timezone: str, after: datetime) -> datetime | None:
    """When the next one after this moment is due."""
    if not digest.is_on:
        return None
    days = DAYS if digest.how is HowOften.DAILY else (digest.day,)
    return recurrence.next_occurrence(days, digest.at, timezone, after)


def put_off(digest: Digest, timezone: str, after: datetime) -> datetime:
    """The same hour of the next day: no class of the teacher has school on this one."""
    return recurrence.instant(recurrence.local_day(after, timezone) + DAY, digest.at, timezone)


def begins(digest: Digest, today: date, has_school: Callable[[date], bool]) -> date:
    """The first day that it tells of: a week ago, or the school day before."""
    if digest.how is not HowOften.DAILY:
        return today - DAY * 7
    before = (today - DAY * number for number in range(1, 8))
    return next((day for day in before if has_school(day)), today - DAY * 7)


# What is told of these days.


_COUNTED = (CheckInState.ANSWERED, CheckInState.MISSED, CheckInState.PROMPTED, CheckInState.REMINDED)
"""What was left out counts for nothing, whatever the reason."""


def answers_since(asked: Iterable[DeskCheckIn], since: datetime) -> tuple[int, int]:
    """(how many contracts answered a check-in since then, how many were asked)."""
    found: dict[int, bool] = {}
    for one in asked:
        moment = one.answered_at if one.state is CheckInState.ANSWERED and one.answered_at else one.due_at
        if moment >= since and one.state in _COUNTED:
            found[one.contract] = found.get(one.contract, False) or one.state is CheckInState.ANSWERED
    return sum(found.values()), len(found)


_BY_EFFORT = (Point.EFFORT, Point.BACK, Point.OWN_1, Point.OWN_2, Point.OWN_3, Point.GOAL, Point.HALFWAY)
"""What is to be praised first: what somebody did, before the number that came of it."""


def reached_since(milestones: Iterable[Milestone], since: datetime) -> list[Milestone]:
    return sorted((one for one in milestones if one.reached_at >= since), key=lambda one: (one.reached_at, one.id))


def to_praise(reached: Sequence[Milestone], praised: Mapping[int, datetime | None]) -> Milestone | None:
    """One of these: by what it says of the effort; of two alike the one whose student has waited longer for a word.
    `praised` says of each contract when its student last had one."""
    if not reached:
        return None

    def key(one: Milestone) -> tuple[int, float, int]:
        heard = praised.get(one.contract)
        return _BY_EFFORT.index(one.point), heard.timestamp() if heard else 0.0, one.id

    return min(reached, key=key)

"""What the set-up form asks for, and the class that comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial

from bot.activities.ports import UnitOfWork
from bot.domain import recurrence
from bot.domain.classroom import QUIET_FROM, QUIET_UNTIL, Autonomy, Classroom, days_of_the_week
from bot.domain.errors import Refusal, Wrong
from bot.language.zones import zone_named

NAME_MOST = 80


@dataclass(frozen=True, slots=True)
class ClassChoices:
    """What the set-up form asks for."""

    channel: str
    name: str
    co_teachers: tuple[str, ...]
    timezone: str
    term_ends_on: date | None
    check_in_days: tuple[str, ...]
    check_in_time: time | None
    shoutouts: bool
    autonomy: Autonomy
    takes_over: str = ""
    """Who has the contracts of those who teach the class no more; "" where nobody was chosen."""


def classroom_of(uow: UnitOfWork, choices: ClassChoices, teachers: Sequence[str], now: datetime) -> Classroom:
    """Raises Refusal with all that can not be, in the order of the form."""
    wrong = Wrong()
    name = wrong.or_else("", partial(_name, choices.name))
    wrong.or_else(None, partial(_need_one, teachers))
    timezone = wrong.or_else("UTC", partial(zone_named, choices.timezone))
    term_ends_on = wrong.or_else(date.max, partial(_end_of_term, choices.term_ends_on, now, timezone))
    check_in_days = wrong.or_else(choices.check_in_days, partial(days_of_the_week, choices.check_in_days))
    check_in_time = wrong.or_else(QUIET_UNTIL, partial(_by_day, choices.check_in_time))
    wrong.stop()
    return Classroom(
        workspace=uow.workspace,
        channel=choices.channel,
        name=name,
        timezone=timezone,
        term_ends_on=term_ends_on,
        check_in_days=check_in_days,
        check_in_time=check_in_time,
        shoutouts=choices.shoutouts,
        autonomy=choices.autonomy,
    )


def _name(typed: str) -> str:
    if not typed.strip():
        raise Refusal("empty", field="name")
    if len(typed) > NAME_MOST:
        raise Refusal("too-long", field="name", most=NAME_MOST)
    return typed.strip()


def _need_one(teachers: Sequence[str]) -> None:
    if not teachers:
        raise Refusal("no-teacher", field="co_teachers")


def _end_of_term(chosen: date | None, now: datetime, timezone: str) -> date:
    if chosen is None or chosen <= recurrence.local_day(now, timezone):
        raise Refusal("date-in-the-past", field="term_ends_on")
    return chosen


def _by_day(chosen: time | None) -> time:
    if chosen is None:
        raise Refusal("no-time", field="check_in_time")
    if not QUIET_UNTIL <= chosen < QUIET_FROM:
        raise Refusal("check-in-at-night", field="check_in_time")
    return chosen

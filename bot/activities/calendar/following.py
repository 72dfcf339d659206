"""What follows when the days off of a class change: check-ins are planned anew, and dates that fall there are found."""

from collections.abc import Iterable
from datetime import date, datetime

from bot.activities.checking_in import planning
from bot.domain import recurrence
from bot.domain.actor import Refusal
from bot.domain.classroom import WEEKDAYS, Classroom
from bot.domain.contract import RUNNING
from bot.domain.days_off import DAY, DaysOff, Span
from bot.domain.schedule import of_class
from storage.unit_of_work import UnitOfWork

NEXT_ONES = 3
"""So many of the coming check-ins are shown where the calendar is changed."""


def check_in_anew(uow: UnitOfWork, classroom: Classroom) -> None:
    """What lies ahead of each running contract of the class goes by its days off as they are now."""
    for contract in uow.contracts.of_classroom(classroom.id, *RUNNING):
        followed = planning.follow(uow, contract, classroom)
        if followed != contract:
            uow.contracts.save(followed)


def still_a_school_day(uow: UnitOfWork, classroom: Classroom, more: Iterable[Span] = ()) -> None:
    """Refuse a calendar, with `more` days off in it, that leaves no school day in what is left of the term."""
    off = planning.days_off(uow, classroom.id) | DaysOff.of(more)
    today = recurrence.local_day(uow.now, classroom.timezone)
    if today > classroom.term_ends_on:
        return
    if next_school_day(today, off, classroom) > classroom.term_ends_on:
        raise Refusal("no-school-day-left", field="days")


def next_school_day(day: date, off: DaysOff, classroom: Classroom) -> date:
    """This day or the first one after it that has school: not off, and no weekend, but where the class checks in."""
    while off.covers(day) or not is_school_weekday(day, classroom):
        day = off.first_open(day) if off.covers(day) else day + DAY
    return day


def last_school_day(day: date, off: DaysOff, classroom: Classroom) -> date:
    """This day or the last one before it that has school."""
    while off.covers(day) or not is_school_weekday(day, classroom):
        day = off.last_open(day) if off.covers(day) else day - DAY
    return day


def is_school_weekday(day: date, classroom: Classroom) -> bool:
    return day.weekday() < 5 or WEEKDAYS[day.weekday()] in classroom.check_in_days


def next_check_ins(uow: UnitOfWork, classroom: Classroom) -> list[datetime]:
    """When the class is asked next, by its own days and time, on its own clock."""
    return of_class(classroom, planning.days_off(uow, classroom.id)).coming(uow.now, NEXT_ONES)

"""What is looked at when the days off of a class change: whether it still has school, and when it is asked next."""

from datetime import datetime

from bot.activities.checking_in import planning
from bot.domain import recurrence, schedule
from bot.domain.actor import Refusal
from bot.domain.classroom import Classroom
from bot.domain.schedule import of_class
from storage.unit_of_work import UnitOfWork

NEXT_ONES = 3
"""So many of the coming check-ins are shown where the calendar is changed."""


def still_a_school_day(uow: UnitOfWork, classroom: Classroom) -> None:
    """Refuse a calendar that leaves no school day in what is left of the term."""
    off = planning.days_off(uow, classroom.id)
    today = recurrence.local_day(uow.now, classroom.timezone)
    if today > classroom.term_ends_on:
        return
    if schedule.next_school_day(today, off, classroom) > classroom.term_ends_on:
        raise Refusal("no-school-day-left", field="days")


def next_check_ins(uow: UnitOfWork, classroom: Classroom) -> list[datetime]:
    """When the class is asked next, by its own days and time, on its own clock."""
    return of_class(classroom, planning.days_off(uow, classroom.id)).coming(uow.now, NEXT_ONES)

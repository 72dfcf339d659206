"""What the messages about a calendar need, read when they are sent."""

from bot.activities.calendar import following, messages, on_days_off, taking_in
from bot.activities.calendar.messages import (
    CalendarBrief,
    CalendarNotice,
    CalendarRead,
    CalendarStands,
    CalendarTrouble,
    OnDayOffLine,
)
from bot.activities.calendar.use_cases import calendar_of, to_come
from bot.domain import recurrence
from bot.domain.days_off import Source
from bot.language.closures import sounds_closed
from bot.messages.briefs import NothingToSay, only_a_teacher, say
from storage.unit_of_work import UnitOfWork


def _calendar(uow: UnitOfWork, notice: CalendarNotice, reader: str) -> CalendarBrief:
    """For those who teach the class. Of a contract of their own they see nothing as a teacher."""
    classroom = uow.classrooms.get(notice.classroom)
    if classroom is None:
        raise NothingToSay("classroom")
    only_a_teacher(uow, classroom.id, reader)
    waiting = taking_in.undecided(uow, classroom)
    moments = following.next_check_ins(uow, classroom)
    return CalendarBrief(
        classroom,
        calendar_of(uow, classroom.id),
        tuple(to_come(uow, classroom, reader)),
        tuple(recurrence.local_day(moment, classroom.timezone) for moment in moments),
        recurrence.local_day(uow.now, classroom.timezone),
        events=sum(entry.source is Source.FILE for entry in taking_in.events(uow, classroom)),
        undecided=len(waiting),
        likely=sum(sounds_closed(entry.name) for entry in waiting),
        on_days_off=tuple(
            OnDayOffLine(one.student, one.day, one.to, one.moved is not None)
            for one in on_days_off.on_days_off(uow, classroom)
            if one.contract.student != reader
        ),
        waiting=on_days_off.waiting(uow, classroom, reader),
    )


def _trouble(uow: UnitOfWork, notice: CalendarTrouble, reader: str) -> CalendarBrief:
    """Nothing where it was read since."""
    brief = _calendar(uow, notice, reader)
    if not brief.calendar.trouble:
        raise NothingToSay("read since")
    return brief


say(CalendarStands, shown=_calendar, blocks=messages.calendar_stands)
say(CalendarRead, shown=_calendar, blocks=messages.calendar_read)
say(CalendarTrouble, shown=_trouble, blocks=messages.calendar_trouble)

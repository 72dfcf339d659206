"""The calendar of a class, as its teachers see it: a message that follows it, and what its school's file brings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.classroom import Classroom
from bot.domain.days_off import DayOff
from bot.domain.outbox import Message
from bot.domain.school_calendar import SchoolCalendar
from bot.messages.blocks import Block, actions, bullets, button, confirm, header, rich, say, small
from bot.messages.days import named_day
from bot.messages.registry import Notice, Reader, message
from prompts.words import SentencePiece, Words

OPEN, EVENTS, MOVE = "calendar.open", "calendar.events", "calendar.move"
SHOWN_MOST = 12
"""So many days off, and contracts, are listed: the rest is a number."""


@dataclass(frozen=True, slots=True)
class CalendarNotice(Notice):
    """Something about the calendar of a class."""

    classroom: int


@dataclass(frozen=True, slots=True)
class CalendarStands(CalendarNotice):
    """To a teacher who changed it: when the class has no school, and when it is asked next. A card."""

    @property
    def subject(self) -> str:
        return f"calendar:{self.classroom}"


@dataclass(frozen=True, slots=True)
class CalendarRead(CalendarNotice):
    """To the teacher who gave its address: the school's calendar was read, and has events to look at."""


@dataclass(frozen=True, slots=True)
class CalendarTrouble(CalendarNotice):
    """To the teacher who gave its address: the school's calendar can not be read, and what is kept of it."""


@dataclass(frozen=True, slots=True)
class OnDayOffLine:
    """A contract with a date on a day off, and where that would go; `moves` is False where it can not by itself."""

    student: str
    day: date
    to: date
    moves: bool


@dataclass(frozen=True, slots=True)
class CalendarBrief:
    """How the calendar of a class stands. `check_ins` are the next days on which the class is asked."""

    classroom: Classroom
    calendar: SchoolCalendar
    to_come: tuple[DayOff, ...]
    check_ins: tuple[date, ...]
    today: date
    events: int = 0
    """Of the school's file, that are not over."""
    undecided: int = 0
    """Those of which no teacher has said what they are."""
    likely: int = 0
    """Those among them that sound like days off."""
    on_days_off: tuple[OnDayOffLine, ...] = ()
    waiting: int = 0
    """Contracts on which a change of such dates waits for the student."""


def calendar_stands(notice: CalendarStands, brief: CalendarBrief, reader: Reader) -> Message:
    w = reader.words
    title = w("calendar-title", classroom=brief.classroom.name)
    blocks = [header(title), *_days_off(brief, w), *_next(brief, w), *_school(brief, w), *_warnings(brief, w)]
    return message(title, *blocks, actions(_buttons(brief, w)))


def calendar_read(notice: CalendarRead, brief: CalendarBrief, reader: Reader) -> Message:
    w = reader.words
    name, count = brief.classroom.name, brief.undecided
    if not count:
        return message(w("calendar-read-none", classroom=name), say(w, "calendar-read-none", classroom=name))
    choose = button(w("calendar-events-button"), EVENTS, str(brief.classroom.id), style="primary")
    return message(
        w("calendar-read", classroom=name, count=count),
        say(w, "calendar-read", classroom=name, count=count),
        say(w, "calendar-read-likely", likely=brief.likely),
        actions([choose]),
        small(w("calendar-read-next")),
    )


def calendar_trouble(notice: CalendarTrouble, brief: CalendarBrief, reader: Reader) -> Message:
    w = reader.words
    names = {"classroom": brief.classroom.name}
    why = w(f"calendar-unread-{brief.calendar.trouble}")
    change = button(w("calendar-change-button"), OPEN, str(brief.classroom.id))
    return message(
        w("calendar-trouble", **names),
        rich(w.pieces("calendar-trouble", **names), [why]),
        small(_kept(brief, w)),
        actions([change]),
    )


def _kept(brief: CalendarBrief, words: Words) -> str:
    if brief.calendar.good_at is None:
        return words("calendar-none-kept")
    return words("calendar-kept", date=brief.calendar.good_at.date())


def _days_off(brief: CalendarBrief, words: Words) -> list[Block]:
    if not brief.to_come:
        return [say(words, "calendar-none")]
    shown = [entry_line(entry, brief.today, words) for entry in brief.to_come[:SHOWN_MOST]]
    blocks = [say(words, "calendar-days-off"), bullets(*shown)]
    if len(brief.to_come) > SHOWN_MOST:
        blocks.append(small(words("calendar-more", count=len(brief.to_come) - SHOWN_MOST)))
    return [*blocks, small(words(f"calendar-rule-{brief.classroom.on_days_off.value}"))]


def entry_line(entry: DayOff, today: date, words: Words) -> list[SentencePiece]:
    """ "15 February to 19 February: half term"."""
    when = span(entry.first_on, entry.last_on, today, words)
    return words.pieces("calendar-entry", when=when, name=entry.name) if entry.name else [when]


def span(first: date, last: date, today: date, words: Words) -> str:
    """ "15 February to 19 February", with the year where it is another one."""
    if first == last:
        return short(first, today, words)
    return words("calendar-span", first=short(first, today, words), last=short(last, today, words))


def short(day: date, today: date, words: Words) -> str:
    if day.year == today.year:
        return words("calendar-day", day=f"{day:%m-%d}")
    return words("terms-date", date=day)


def next_line(check_ins: Sequence[date], today: date, words: Words) -> str:
    """ "Next check-ins: Monday, 18 January · Monday, 25 January"."""
    if not check_ins:
        return words("calendar-next-none")
    return words("calendar-next", days=" · ".join(named_day(words, day, today) for day in check_ins))


def _next(brief: CalendarBrief, words: Words) -> list[Block]:
    return [rich([next_line(brief.check_ins, brief.today, words)])]


def _school(brief: CalendarBrief, words: Words) -> list[Block]:
    """How the file of the school stands, where there is one."""
    calendar = brief.calendar
    if calendar.trouble:
        return [
            rich([words("calendar-school-trouble"), " ", words(f"calendar-unread-{calendar.trouble}")]),
            small(_kept(brief, words)),
        ]
    if calendar.good_at is None:
        return [small(words("calendar-school-soon"))] if calendar.address else []
    read = words("calendar-school", date=calendar.good_at.date(), count=brief.events)
    waits = [say(words, "calendar-undecided", count=brief.undecided)] if brief.undecided else []
    return [small(read), *waits]


def _warnings(brief: CalendarBrief, words: Words) -> list[Block]:
    found = brief.on_days_off
    waits = [say(words, "calendar-waiting", count=brief.waiting)] if brief.waiting else []
    if not found:
        return waits
    lines = [_warning(line, brief.today, words) for line in found[:SHOWN_MOST]]
    blocks = [say(words, "calendar-on-days-off", count=len(found)), bullets(*lines)]
    if len(found) > SHOWN_MOST:
        blocks.append(small(words("calendar-more-contracts", count=len(found) - SHOWN_MOST)))
    return [*blocks, *waits]


def _warning(line: OnDayOffLine, today: date, words: Words) -> list[SentencePiece]:
    day, to = (short(day, today, words) for day in (line.day, line.to))
    if line.moves:
        return words.pieces("calendar-moves", student=line.student, day=day, to=to)
    return words.pieces("calendar-stays", student=line.student, day=day)


def _buttons(brief: CalendarBrief, words: Words) -> list[dict[str, Any]]:
    value = str(brief.classroom.id)
    found = [button(words("calendar-change-button"), OPEN, value)]
    if brief.events or brief.undecided:
        found.append(button(words("calendar-events-button"), EVENTS, value))
    moving = sum(line.moves for line in brief.on_days_off)
    if moving:
        sure = confirm(
            words("calendar-move-title"),
            words("calendar-move-what", count=moving),
            words("calendar-move-yes"),
            words("calendar-move-no"),
        )
        found.append(button(words("calendar-move-button"), MOVE, value, confirm=sure))
    return found

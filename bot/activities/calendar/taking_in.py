"""The calendar of a class's school as it was read: its events are kept, and a teacher says which are days off."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.activities import access
from bot.activities.calendar import following
from bot.activities.calendar.messages import CalendarRead, CalendarTrouble
from bot.activities.calendar.use_cases import calendar_of, follow, in_words_of, read_soon, renew_holidays
from bot.domain import recurrence, schedule
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Classroom
from bot.domain.days_off import DayOff, DaysOff, Source
from bot.domain.school_calendar import CalendarDays, SchoolCalendar, Unread
from bot.language.closures import sounds_closed
from bot.messages.registry import Notice
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork

EVENTS_MOST = 400
"""Whole days that a file names within a term: more are lessons, not days off."""
READ_EVERY = timedelta(hours=20)
PAGE = 40
"""So many events are shown at once, ten in a group."""


@dataclass(frozen=True, slots=True)
class ToRead:
    """The calendar to be read: between which days, on whose clock; `address` is "" where only public holidays are."""

    address: str
    first: date
    last: date
    timezone: str


def look_daily(uow: UnitOfWork, actor: Actor) -> None:
    """Have every calendar of the workspace read that was not read today."""
    access.accord_itself(actor)
    for standing in uow.school_calendars.everywhere():
        classroom = uow.classrooms.get(standing.classroom)
        wanted = standing.address or standing.country
        old = standing.tried_at is None or uow.now - standing.tried_at >= READ_EVERY
        if wanted and old and classroom is not None and not classroom.archived:
            read_soon(uow, standing.classroom)


def to_read(uow: UnitOfWork, actor: Actor, classroom: int) -> ToRead | None:
    """None where there is nothing to be read any more."""
    access.accord_itself(actor)
    found, standing = uow.classrooms.get(classroom), calendar_of(uow, classroom)
    if found is None or not (standing.address or standing.country):
        return None
    return ToRead(standing.address, *_term(uow, found), found.timezone)


def _term(uow: UnitOfWork, classroom: Classroom) -> tuple[date, date]:
    """What is left of it."""
    today = recurrence.local_day(uow.now, classroom.timezone)
    return today, max(today, classroom.term_ends_on)


def window(uow: UnitOfWork, actor: Actor, classroom: int) -> ToRead:
    """Between which days a file is read that somebody brings."""
    access.accord_itself(actor)
    found = uow.classrooms.get(classroom)
    if found is None:
        raise LookupError("classroom")
    return ToRead("", *_term(uow, found), found.timezone)


def renew(uow: UnitOfWork, actor: Actor, classroom: int) -> None:
    """The public holidays of a class without an address: those of a term that was made longer are added."""
    access.accord_itself(actor)
    found = uow.classrooms.get(classroom)
    if found is None:
        return
    if renew_holidays(uow, found):
        follow(uow, found)
    standing = calendar_of(uow, classroom)
    if not standing.address:
        uow.school_calendars.put(replace(standing, tried_at=uow.now))


def take_in(uow: UnitOfWork, actor: Actor, classroom: int, address: str, days: Sequence[CalendarDays]) -> None:
    """What was read at the class's address; nothing where it has another one by now."""
    access.accord_itself(actor)
    found, standing = uow.classrooms.get(classroom), calendar_of(uow, classroom)
    if found is not None and standing.address == address:
        _take(uow, found, standing, days)


def take_file(uow: UnitOfWork, actor: Actor, classroom: int, days: Sequence[CalendarDays]) -> None:
    """What was read in a file that somebody brought: it takes the place of an address. Raises Refusal for too many, and
    for what leaves no school day."""
    access.accord_itself(actor)
    found, standing = uow.classrooms.get(classroom), calendar_of(uow, classroom)
    if found is None:
        raise LookupError("classroom")
    kind = _take(uow, found, replace(standing, address="", trouble=""), days)
    if kind is not None:
        raise Refusal(f"calendar-{kind.value}")


def not_read(uow: UnitOfWork, actor: Actor, classroom: int, address: str, kind: Unread) -> None:
    """It could not be read. The last good copy stays; whoever gave the address hears of it once."""
    access.accord_itself(actor)
    standing = calendar_of(uow, classroom)
    if standing.address == address:
        _in_trouble(uow, standing, kind)


def _in_trouble(uow: UnitOfWork, standing: SchoolCalendar, kind: Unread) -> None:
    uow.school_calendars.put(replace(standing, tried_at=uow.now, trouble=kind.value))
    if not standing.trouble:
        _tell(uow, standing, CalendarTrouble(standing.classroom))
    refresh(uow, f"calendar:{standing.classroom}")


def _tell(uow: UnitOfWork, standing: SchoolCalendar, notice: Notice) -> None:
    """Whoever asked for it, or all who teach the class where they teach it no more."""
    teachers = access.teachers_of(uow, standing.classroom)
    for user in [standing.asked_by] if standing.asked_by in teachers else teachers:
        tell(uow, user, notice)


def _take(
    uow: UnitOfWork, classroom: Classroom, standing: SchoolCalendar, days: Sequence[CalendarDays]
) -> Unread | None:
    """Keep its events; why that can not be, where it can not."""
    if len(days) > EVENTS_MOST:
        _in_trouble(uow, standing, Unread.TOO_MANY)
        return Unread.TOO_MANY
    entries = uow.days_off.of(classroom.id)
    before = [entry for entry in entries if entry.source is Source.FILE]
    after = merged(before, days, uow.workspace, classroom.id)
    others = [entry for entry in entries if entry.source is not Source.FILE]
    if not _leaves_school(uow, classroom, [*others, *after]):
        _in_trouble(uow, standing, Unread.NO_SCHOOL_DAY)
        return Unread.NO_SCHOOL_DAY
    _write(uow, before, after)
    first_time = standing.good_at is None
    uow.school_calendars.put(replace(standing, tried_at=uow.now, good_at=uow.now, trouble=""))
    if _closing(before) != _closing(after):
        follow(uow, classroom)
    refresh(uow, f"calendar:{classroom.id}")
    if first_time or any(not entry.id and sounds_closed(entry.name) for entry in after):
        _tell(uow, standing, CalendarRead(classroom.id))
    return None


def _leaves_school(uow: UnitOfWork, classroom: Classroom, entries: Iterable[DayOff]) -> bool:
    today, last = _term(uow, classroom)
    off = DaysOff.of(entry.span for entry in entries if entry.closes)
    return schedule.next_school_day(today, off, classroom) <= last or not any(e.closes for e in entries)


def _closing(entries: Iterable[DayOff]) -> DaysOff:
    return DaysOff.of(entry.span for entry in entries if entry.closes)


def _write(uow: UnitOfWork, before: Sequence[DayOff], after: Sequence[DayOff]) -> None:
    standing = {entry.id: entry for entry in before}
    stay = {entry.id for entry in after}
    uow.days_off.remove_all([ident for ident in standing if ident not in stay])
    for entry in after:
        if not entry.id:
            uow.days_off.add(entry)
        elif entry != standing[entry.id]:
            uow.days_off.save(entry)


def merged(before: Sequence[DayOff], days: Sequence[CalendarDays], workspace: str, classroom: int) -> list[DayOff]:
    """The events as they are now. One that was there before, under its file's name for it or on the same days, stays
    what a teacher said of it; a new one is no day off until a teacher says so."""
    left = list(before)

    def taken(one: CalendarDays) -> DayOff | None:
        for same in (_is_same, _has_moved, _is_alike):
            found = [entry for entry in left if same(entry, one)]
            if len(found) == 1 or (found and same is _is_same):
                left.remove(found[0])
                return found[0]
        return None

    after: dict[int, DayOff] = {}
    new = DayOff(workspace, classroom, date.min, date.min, "", Source.FILE, closes=False, decided=False)
    exact = sorted(range(len(days)), key=lambda at: not any(_is_same(entry, days[at]) for entry in before))
    for at in exact:  # first those that did not change: what moved is found among the others
        one = days[at]
        known = taken(one) or new
        after[at] = replace(known, first_on=one.first_on, last_on=one.last_on, name=one.name, uid=one.uid)
    return [after[at] for at in sorted(after)]


def _is_same(entry: DayOff, one: CalendarDays) -> bool:
    return (entry.uid, entry.name, *entry.span) == (one.uid, one.name, one.first_on, one.last_on)


def _has_moved(entry: DayOff, one: CalendarDays) -> bool:
    return bool(one.uid) and (entry.uid, entry.name) == (one.uid, one.name)


def _is_alike(entry: DayOff, one: CalendarDays) -> bool:
    return (entry.name, *entry.span) == (one.name, one.first_on, one.last_on)


# A teacher says which events are days off.


@dataclass(frozen=True, slots=True)
class EventsToChoose:
    """A page of events, oldest first, with those that are ticked as it is opened."""

    classroom: int
    page: int
    pages: int
    events: tuple[DayOff, ...]
    ticked: frozenset[int]
    today: date


def undecided(uow: UnitOfWork, classroom: Classroom) -> list[DayOff]:
    """Events to come of which no teacher has said yet what they are."""
    return [entry for entry in events(uow, classroom) if not entry.decided]


def events(uow: UnitOfWork, classroom: Classroom) -> list[DayOff]:
    """What was not typed, and is not over, oldest first."""
    today = recurrence.local_day(uow.now, classroom.timezone)
    ahead = [e for e in uow.days_off.of(classroom.id) if e.source is not Source.TYPED and e.last_on >= today]
    return sorted(ahead, key=lambda entry: (entry.first_on, entry.last_on, entry.name, entry.id))


def open_events(uow: UnitOfWork, actor: Actor, classroom: int, page: int = 0) -> EventsToChoose:
    found = access.teacher_in(uow, actor, classroom)
    ahead = events(uow, found)
    if not ahead:
        raise Refusal("no-events-to-choose")
    pages = -(-len(ahead) // PAGE)
    page = min(page, pages - 1)
    shown = tuple(in_words_of(uow, found, ahead[page * PAGE : (page + 1) * PAGE], actor.user))
    ticked = frozenset(e.id for e in shown if e.closes or (not e.decided and sounds_closed(e.name)))
    return EventsToChoose(classroom, page, pages, shown, ticked, recurrence.local_day(uow.now, found.timezone))


def choose(
    uow: UnitOfWork, actor: Actor, classroom: int, page: int, offered: Sequence[int], chosen: Sequence[int]
) -> int | None:
    """Those of the page that are days off. Returns the next page, or None after the last one."""
    found = access.teacher_in(uow, actor, classroom)
    standing = {entry.id: entry for entry in events(uow, found)}
    shown = [standing[ident] for ident in offered if ident in standing]
    for entry in shown:
        uow.days_off.save(replace(entry, closes=entry.id in chosen, decided=True))
    try:
        following.still_a_school_day(uow, found)
    except Refusal as refusal:
        raise Refusal(refusal.key, field="events_0") from refusal
    if any(entry.closes is not (entry.id in chosen) for entry in shown):
        follow(uow, found)
    refresh(uow, f"calendar:{classroom}")
    return page + 1 if (page + 1) * PAGE < len(standing) else None

"""The teachers of a class say when it has no school: days, weeks, public holidays, and the calendar of the school."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.activities import access
from bot.activities.calendar import following
from bot.activities.calendar.messages import CalendarStands
from bot.activities.changing.messages import LookInMessages
from bot.activities.checking_in import planning
from bot.domain import recurrence
from bot.domain.actor import Actor, Refusal, Wrong
from bot.domain.classroom import Classroom
from bot.domain.days_off import DayOff, DayOffRule, Source
from bot.domain.outbox import Errand, ErrandKind
from bot.domain.school_calendar import CalendarUnread, SchoolCalendar
from bot.language.calendar_address import as_address
from bot.language.days_typed import TypedDays, UnclearDays, read_days
from bot.language.public_holidays import HolidayPlace, UnknownPlace, place_of, public_holidays
from bot.messages.briefs import lang_of
from bot.messages.tell import refresh, show_home, tell, tell_here
from storage.unit_of_work import UnitOfWork

TYPED_MOST = 200
"""Entries that teachers of a class typed: more are a calendar, which has an address."""
REGIONS_MOST = 20


@dataclass(frozen=True, slots=True)
class CalendarChoices:
    """What the form brings. `days` is what was typed, `remove` are ids of entries, `country` is "" for none."""

    days: str = ""
    remove: tuple[int, ...] = ()
    on_days_off: DayOffRule = DayOffRule.MOVE
    country: str = ""
    region: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class CalendarForm:
    """What the form starts with. `standing` are the days off to come, oldest first."""

    classroom: Classroom
    standing: tuple[DayOff, ...]
    calendar: SchoolCalendar
    check_ins: tuple[date, ...]
    today: date


def find_class(uow: UnitOfWork, actor: Actor, channel: str) -> int:
    return access.class_meant(uow, actor, channel, which="holiday-which-class")


def open_form(uow: UnitOfWork, actor: Actor, classroom: int) -> CalendarForm:
    found = access.teacher_in(uow, actor, classroom)
    moments = following.next_check_ins(uow, found)
    days = tuple(recurrence.local_day(moment, found.timezone) for moment in moments)
    today = recurrence.local_day(uow.now, found.timezone)
    standing = tuple(to_come(uow, found, actor.user))
    return CalendarForm(found, standing, calendar_of(uow, classroom), days, today)


def to_come(uow: UnitOfWork, classroom: Classroom, reader: str) -> list[DayOff]:
    """Its days off that are not over yet, oldest first, as the reader calls them."""
    today = recurrence.local_day(uow.now, classroom.timezone)
    ahead = [entry for entry in uow.days_off.closing(classroom.id) if entry.last_on >= today]
    named = in_words_of(uow, classroom, ahead, reader)
    return sorted(named, key=lambda entry: (entry.first_on, entry.last_on, entry.name))


def in_words_of(uow: UnitOfWork, classroom: Classroom, entries: Sequence[DayOff], reader: str) -> list[DayOff]:
    """Public holidays by the name that they have in the reader's language, where it is known."""
    standing = calendar_of(uow, classroom.id)
    days = [entry.first_on for entry in entries if entry.source is Source.HOLIDAYS]
    if not days or not standing.country:
        return list(entries)
    place = HolidayPlace(standing.country, standing.region)
    names = {one.first_on: one.name for one in public_holidays(place, min(days), max(days), lang_of(uow, reader))}
    return [
        replace(entry, name=names.get(entry.first_on, entry.name)) if entry.source is Source.HOLIDAYS else entry
        for entry in entries
    ]


def calendar_of(uow: UnitOfWork, classroom: int) -> SchoolCalendar:
    """Where its days off come from; nothing is chosen where nobody did."""
    return uow.school_calendars.of(classroom) or SchoolCalendar(uow.workspace, classroom)


def type_days(uow: UnitOfWork, actor: Actor, classroom: int, typed: str, channel: str = "") -> None:
    """Days off in the words of a teacher, beside those that stand. Where they typed it in a channel they are told that
    the answer is in their messages: the class hears nothing."""
    found = access.teacher_in(uow, actor, classroom)
    days = _read(uow, actor, found, typed)
    if not days:
        raise Refusal("days-unread", field="days", line=1)
    _add_typed(uow, found, days)
    _changed(uow, actor, found)
    if channel and not channel.startswith("D"):
        tell_here(uow, actor.user, channel, LookInMessages())


def save(uow: UnitOfWork, actor: Actor, classroom: int, choices: CalendarChoices) -> None:
    """All that the form says: nothing of it where one part can not be."""
    found = access.teacher_in(uow, actor, classroom)
    wrong = Wrong()
    nothing: list[TypedDays] = []
    days = wrong.or_else(nothing, lambda: _read(uow, actor, found, choices.days))
    place = wrong.or_else(None, lambda: _place(choices.country, choices.region))
    address = wrong.or_else("", lambda: _address(choices.address))
    wrong.stop()
    found = uow.classrooms.put(replace(found, on_days_off=choices.on_days_off))
    _remove(uow, classroom, choices.remove)
    _add_typed(uow, found, days)
    _take_place(uow, actor, found, place)
    _take_address(uow, actor, found, address)
    _changed(uow, actor, found)


def _read(uow: UnitOfWork, actor: Actor, classroom: Classroom, typed: str) -> list[TypedDays]:
    """Raises Refusal for a line that names no days, and for days that are over or after the term."""
    person = uow.people.of(actor.user)
    today = recurrence.local_day(uow.now, classroom.timezone)
    day_first = person is None or person.reads != "en-US"
    lines = read_days(typed, today, classroom.term_ends_on, day_first=day_first, lang=lang_of(uow, actor.user))
    days = [_possible(line, number, today, classroom) for number, line in enumerate(lines, 1)]
    if len(days) > TYPED_MOST:
        raise Refusal("too-many-days", field="days")
    return days


def _possible(line: TypedDays | UnclearDays, number: int, today: date, classroom: Classroom) -> TypedDays:
    if isinstance(line, UnclearDays):
        raise Refusal("days-unread", field="days", line=number)
    if line.last_on < today:
        raise Refusal("days-over", field="days")
    if line.first_on > classroom.term_ends_on:
        raise Refusal("days-after-the-term", field="days")
    return line


def _place(country: str, region: str) -> HolidayPlace | None:
    if not country:
        if region.strip():
            raise Refusal("region-without-country", field="country")
        return None
    try:
        return place_of(country, region)
    except UnknownPlace as unknown:
        if not unknown.regions:
            raise Refusal("region-none" if region.strip() else "old-button", field="region") from None
        more = unknown.regions[:REGIONS_MOST]
        raise Refusal("region-unknown", field="region", regions=", ".join(more)) from None


def _address(typed: str) -> str:
    if not typed.strip():
        return ""
    try:
        return as_address(typed)
    except CalendarUnread as unread:
        raise Refusal(f"address-{unread.kind.value}", field="address") from None


def _remove(uow: UnitOfWork, classroom: int, chosen: Collection[int]) -> None:
    """Of a file's event it is taken back that it is a day off: it stands in the file again tomorrow."""
    for entry in uow.days_off.closing(classroom):
        if entry.id in chosen and entry.source is not Source.TYPED:
            uow.days_off.save(replace(entry, closes=False))
        elif entry.id in chosen:
            uow.days_off.remove(entry.id)


def _add_typed(uow: UnitOfWork, classroom: Classroom, days: Sequence[TypedDays]) -> None:
    """What is said twice stands once."""
    standing = [entry for entry in uow.days_off.of(classroom.id) if entry.source is Source.TYPED]
    said = {(entry.first_on, entry.last_on) for entry in standing}
    new = [one for one in dict.fromkeys(days) if (one.first_on, one.last_on) not in said]
    if len(standing) + len(new) > TYPED_MOST:
        raise Refusal("too-many-days", field="days")
    for one in new:
        uow.days_off.add(DayOff(uow.workspace, classroom.id, one.first_on, one.last_on, one.name, Source.TYPED))


def _changed(uow: UnitOfWork, actor: Actor, classroom: Classroom) -> None:
    """Refuse what leaves no school day; else all follows, and the teacher sees how it stands now."""
    following.still_a_school_day(uow, classroom)
    follow(uow, classroom)
    tell(uow, actor.user, CalendarStands(classroom.id))


def follow(uow: UnitOfWork, classroom: Classroom) -> None:
    """Check-ins, cards and the Homes of teachers go by the days off as they are now."""
    planning.plan_class_anew(uow, classroom)
    refresh(uow, f"calendar:{classroom.id}")
    for teacher in access.teachers_of(uow, classroom.id):
        show_home(uow, teacher)


# Public holidays: as rows, from today until the term ends.


def _take_place(uow: UnitOfWork, actor: Actor, classroom: Classroom, place: HolidayPlace | None) -> None:
    standing = calendar_of(uow, classroom.id)
    chosen = place or HolidayPlace("")
    if (standing.country, standing.region) == (chosen.country, chosen.region):
        return
    changed = replace(standing, country=chosen.country, region=chosen.region, asked_by=actor.user)
    uow.school_calendars.put(changed)
    uow.days_off.remove_all([entry.id for entry in uow.days_off.of(classroom.id) if entry.source is Source.HOLIDAYS])
    renew_holidays(uow, classroom)


def renew_holidays(uow: UnitOfWork, classroom: Classroom) -> bool:
    """Those that are missing until the term ends; whether there were any. One that a teacher took out stays out."""
    standing = calendar_of(uow, classroom.id)
    if not standing.country:
        return False
    today = recurrence.local_day(uow.now, classroom.timezone)
    known = {entry.first_on for entry in uow.days_off.of(classroom.id) if entry.source is Source.HOLIDAYS}
    place = HolidayPlace(standing.country, standing.region)
    lang = lang_of(uow, standing.asked_by)
    found = public_holidays(place, today, max(today, classroom.term_ends_on), lang)
    new = [one for one in found if one.first_on not in known]
    for one in new:
        uow.days_off.add(DayOff(uow.workspace, classroom.id, one.first_on, one.last_on, one.name, Source.HOLIDAYS))
    return bool(new)


# The calendar of the school, at an address: it is read afterwards, and then each day.


def _take_address(uow: UnitOfWork, actor: Actor, classroom: Classroom, address: str) -> None:
    standing = calendar_of(uow, classroom.id)
    if standing.address == address:
        return
    was_file = standing.good_at is not None and not standing.address
    if not address and was_file:
        return  # a file that was brought in stays, whoever saves the form
    fresh = replace(standing, address=address, asked_by=actor.user, tried_at=None, good_at=None, trouble="")
    uow.school_calendars.put(fresh)
    uow.days_off.remove_all([entry.id for entry in uow.days_off.of(classroom.id) if entry.source is Source.FILE])
    if address:
        read_soon(uow, classroom.id)


def read_anew(uow: UnitOfWork, classroom: int) -> None:
    """Its term ends on another day: what lies in it now is read."""
    standing = calendar_of(uow, classroom)
    if standing.address or standing.country:
        read_soon(uow, classroom)


def read_soon(uow: UnitOfWork, classroom: int) -> None:
    uow.errands.add(Errand(uow.workspace, ErrandKind.READ_CALENDAR, {"classroom": classroom}, uow.now))

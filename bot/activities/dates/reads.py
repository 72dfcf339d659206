"""What is ahead of somebody: of their own contracts, and of the classes that they teach."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.dates import messages
from bot.activities.dates.messages import AddressGiven, AddressStopped, DatesBrief, OwnAddress, OwnDates, TalkDate
from bot.domain import recurrence
from bot.domain.actor import Side
from bot.domain.check_ins import LIVE, CheckInState
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract
from bot.domain.dates import CHECK_IN_LASTS, CalendarAddress, DateKind, OwnDate, digest_of
from bot.domain.days_off import NO_DAYS_OFF
from bot.domain.installation import Unsealable
from bot.domain.talk import LASTS, Talk, TalkState
from bot.messages.briefs import NothingToSay, name_of, only_their_teacher, only_to, say
from storage.unit_of_work import UnitOfWork

CHECK_INS_MOST = 200
"""Of one contract."""
DATES_MOST = 1000


def dates_of(uow: UnitOfWork, user: str) -> list[OwnDate]:
    """Soonest first, with those that were to come and do not."""
    taught = {place.classroom for place in access.places_of(uow, user, Side.TEACHER)}
    found = [
        *(one for contract in access.own_contracts(uow, user) for one in _of_contract(uow, contract)),
        *_of_talks(uow, user, taught),
        *(one for room in uow.classrooms.among(sorted(taught)) for one in _ends_in(uow, room, user)),
    ]
    return sorted(found, key=_order)[:DATES_MOST]


def _order(one: OwnDate) -> tuple[date, str, str]:
    at = one.at.isoformat() if one.at is not None else ""
    return (one.at.date() if one.at is not None else one.day or date.max), at, one.key


def _of_contract(uow: UnitOfWork, contract: Contract) -> Iterator[OwnDate]:
    room = uow.classrooms.get(contract.classroom)
    if contract.status not in RUNNING or room is None or room.archived:
        return
    yield from _check_ins(uow, contract, room)
    yield from _due(uow, contract, room)


def _check_ins(uow: UnitOfWork, contract: Contract, room: Classroom) -> Iterator[OwnDate]:
    """One for each day, as it is planned. Days on which the rhythm would ask, and the class or the student is off, are
    off: whoever put them into a calendar before gets rid of them."""
    schedule = planning.schedule_of(uow, contract, room)
    moments = {recurrence.local_day(at, schedule.timezone): at for at in _coming(uow, contract, room)}
    as_if_open = replace(schedule, off=NO_DAYS_OFF, away=NO_DAYS_OFF).coming(uow.now, CHECK_INS_MOST)
    for day, at in moments.items():
        yield _check_in(contract, room, day, at)
    for at in as_if_open:
        day = recurrence.local_day(at, schedule.timezone)
        if day not in moments and schedule.closed.covers(day):
            yield replace(_check_in(contract, room, day, at), off=True)


def _coming(uow: UnitOfWork, contract: Contract, room: Classroom) -> list[datetime]:
    standing = next(iter(uow.check_ins.in_state(contract.id, tuple(LIVE))), None)
    after, first = uow.now, []
    if standing is not None and standing.state is CheckInState.PLANNED and standing.wake_at is not None:
        after, first = max(uow.now, standing.due_at), [max(uow.now, standing.wake_at)]
    later = planning.schedule_of(uow, contract, room).coming(after, CHECK_INS_MOST)
    return sorted({*first, *later})


def _check_in(contract: Contract, room: Classroom, day: date, at: datetime) -> OwnDate:
    key = f"check-in:{contract.id}:{day.isoformat()}"
    return OwnDate(DateKind.CHECK_IN, key, room.name, at, CHECK_IN_LASTS, sequence=contract.revision)


def _due(uow: UnitOfWork, contract: Contract, room: Classroom) -> Iterator[OwnDate]:
    terms = contract.in_force.terms
    today = recurrence.local_day(uow.now, planning.zone_of(uow, contract.student, room))
    by_day: dict[date, list[int]] = {}
    for index, target in enumerate(terms.targets):
        by_day.setdefault(target.due_on, []).append(index)
    for day, indices in by_day.items():
        if day >= today:
            about = tuple(terms.targets[index].statement for index in indices)
            key = f"due:{contract.id}:{indices[0]}"
            yield OwnDate(DateKind.DUE, key, room.name, day=day, about=about, sequence=contract.revision)
    if terms.ends_on >= today and terms.ends_on not in by_day:
        key = f"last-day:{contract.id}"
        yield OwnDate(DateKind.LAST_DAY, key, room.name, day=terms.ends_on, sequence=contract.revision)


def _of_talks(uow: UnitOfWork, user: str, taught: Iterable[int]) -> Iterator[OwnDate]:
    theirs = [talk for room in sorted(taught) for talk in uow.talks.of_class(room) if talk.teacher == user]
    for talk in {one.id: one for one in (*uow.talks.of_student(user), *theirs)}.values():
        if talk.at is not None and talk.at > uow.now and talk.state in (TalkState.AGREED, TalkState.CALLED_OFF):
            yield date_of_talk(uow, talk, user)


def date_of_talk(uow: UnitOfWork, talk: Talk, reader: str) -> OwnDate:
    room = uow.classrooms.get(talk.classroom)
    other = talk.teacher if reader == talk.student else talk.student
    return OwnDate(
        DateKind.TALK,
        f"talk:{talk.id}",
        room.name if room is not None else "",
        talk.at,
        LASTS,
        about=(name_of(uow, other),),
        sequence=talk.revision,
        off=talk.state is TalkState.CALLED_OFF,
    )


def _ends_in(uow: UnitOfWork, room: Classroom, teacher: str) -> Iterator[OwnDate]:
    """On which days contracts of a class end: how many, and nobody's name."""
    if room.archived:
        return
    today = recurrence.local_day(uow.now, room.timezone)
    running = uow.contracts.of_classroom(room.id, *RUNNING)
    days = Counter(one.in_force.terms.ends_on for one in running if one.student != teacher)
    for day, count in sorted(days.items()):
        if day >= today:
            key = f"contracts-end:{room.id}:{day.isoformat()}"
            yield OwnDate(DateKind.CONTRACTS_END, key, room.name, day=day, count=count)


def _own_dates(uow: UnitOfWork, notice: OwnDates, reader: str) -> DatesBrief:
    only_to(notice.by, reader)
    return DatesBrief(uow.workspace, tuple(dates_of(uow, reader)))


def _talk_date(uow: UnitOfWork, notice: TalkDate, reader: str) -> DatesBrief:
    """For the two alone, as long as it is to come."""
    talk = uow.talks.get(notice.talk)
    if talk is None or reader not in (talk.student, talk.teacher):
        raise NothingToSay("somebody else's")
    if reader == talk.teacher:
        only_their_teacher(uow, talk.student, talk.classroom, reader)
    if talk.state is not TalkState.AGREED:
        raise NothingToSay("called off")
    return DatesBrief(uow.workspace, (date_of_talk(uow, talk, reader),))


def _own_address(uow: UnitOfWork, notice: OwnAddress, reader: str) -> CalendarAddress | None:
    """Whoever has no dates is not offered any."""
    only_to(notice.by, reader)
    address = uow.calendar_addresses.of(reader)
    if uow.subscribing is None or (address is None and not dates_of(uow, reader)):
        raise NothingToSay("no address to have")
    return address


def _address_given(uow: UnitOfWork, notice: AddressGiven, reader: str) -> str:
    """As long as it is theirs."""
    only_to(notice.by, reader)
    place, address = uow.subscribing, uow.calendar_addresses.of(reader)
    if place is None or address is None:
        raise NothingToSay("stopped")
    try:
        token = place.open(notice.sealed)
    except Unsealable:
        raise NothingToSay("no key opens it") from None
    if digest_of(token) != address.digest:
        raise NothingToSay("there is a newer one")
    return place.address(token)


def _address_stopped(uow: UnitOfWork, notice: AddressStopped, reader: str) -> None:
    only_to(notice.by, reader)
    if uow.subscribing is None or uow.calendar_addresses.of(reader) is not None:
        raise NothingToSay("there is a new one")


say(OwnDates, shown=_own_dates, blocks=messages.own_dates)
say(TalkDate, shown=_talk_date, blocks=messages.talk_date)
say(OwnAddress, shown=_own_address, blocks=messages.own_address)
say(AddressGiven, shown=_address_given, blocks=messages.address_given)
say(AddressStopped, shown=_address_stopped, blocks=messages.address_stopped)

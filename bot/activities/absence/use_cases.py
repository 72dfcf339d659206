"""Somebody is away: until when, never why. Meanwhile nothing is asked of them, and nothing counts as missed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.activities import access
from bot.activities.absence.messages import AwayEnded, AwayNoted, PauseEnded, PauseNoted
from bot.activities.checking_in import planning
from bot.activities.contract.steps import student_is_here
from bot.activities.hearing.placing import names_by_class
from bot.domain import absence as away
from bot.domain import recurrence
from bot.domain.absence import Absence
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract
from bot.domain.days_off import Span
from bot.language.absence import Days, NoDays, Writer, read_days
from bot.language.of_several import mentioned
from bot.messages.briefs import lang_of
from bot.messages.registry import Notice
from bot.messages.tell import refresh, show_home, tell
from storage.unit_of_work import UnitOfWork

# A student says so, in all their classes or in one.


def say_away(uow: UnitOfWork, actor: Actor, days: Span, classroom: int | None = None) -> list[Absence]:
    """The actor is away on these days, in this class, or in each where they learn."""
    found = note(uow, actor, days, [classroom] if classroom is not None else None)
    tell(uow, actor.user, AwayNoted(found[0].id))
    return found


def note(uow: UnitOfWork, actor: Actor, days: Span, classes: Sequence[int] | None = None) -> list[Absence]:
    """The same, for a caller who says so themselves. Refusal: absence-past, absence-backwards, absence-too-long."""
    rooms = [access.student_in(uow, actor, one) for one in classes or access.learns_in(uow, actor.user)]
    if not rooms:
        raise Refusal("for-students")
    days = away.checked(days, today_of(uow, actor.user, rooms[0]))
    return [_put(uow, room, actor.user, days, actor.user) for room in rooms]


def say_back(uow: UnitOfWork, actor: Actor) -> None:
    """The actor is back, wherever they were away."""
    if not end_those_of(uow, actor):
        raise Refusal("not-away")


def end_those_of(uow: UnitOfWork, actor: Actor) -> bool:
    """End what holds now of the actor's absences; whether there was any."""
    here = access.learns_in(uow, actor.user)
    now = [one for one in own(uow, actor.user) if one.holds(uow.now) and one.classroom in here]
    for absence in now:
        _end(uow, absence)
    if now:
        tell(uow, actor.user, AwayEnded(now[0].id))
    return bool(now)


def own(uow: UnitOfWork, user: str) -> list[Absence]:
    """Somebody's absences that are not over, without pauses."""
    return [one for one in uow.absences.of_student(user) if one.stands(uow.now) and not one.is_pause]


def end(uow: UnitOfWork, actor: Actor, absence: int) -> None:
    """By its button: the student with all that they said at that time, or a teacher in their class."""
    found = uow.absences.get(absence)
    if found is None or found.is_pause:
        raise Refusal("old-button")
    as_teacher = _may_end(uow, actor, found)
    if not found.stands(uow.now):
        raise Refusal("not-away")
    together = [found] if as_teacher else said_together(uow, found)
    for one in together:
        _end(uow, one)
    tell(uow, found.student, AwayEnded(found.id))


def undo(uow: UnitOfWork, ids: Sequence[int]) -> None:
    """What was noted by mistake: for a caller who knows whose these are."""
    for one in ids:
        found = uow.absences.get(one)
        if found is not None and found.stands(uow.now):
            _end(uow, found)


def _may_end(uow: UnitOfWork, actor: Actor, absence: Absence) -> bool:
    """Whether the actor ends it as a teacher. Refusal for who is neither the student nor one of their teachers."""
    if absence.student == actor.user:
        access.student_in(uow, actor, absence.classroom)
        return False
    access.teacher_in(uow, actor, absence.classroom)
    return True


def said_together(uow: UnitOfWork, absence: Absence) -> list[Absence]:
    """Those that were said in one breath with it, one for each class."""
    together = [one for one in own(uow, absence.student) if one.said_at == absence.said_at]
    return together or [absence]


# A teacher says it of a student, for the classes in which they teach them.


def say_away_for(
    uow: UnitOfWork, actor: Actor, student: str, days: Span, classroom: int | None = None
) -> list[Absence]:
    """The same Refusals as of the student; and for who does not teach them."""
    rooms = _taught(uow, actor, student, classroom)
    days = away.checked(days, today_of(uow, student, rooms[0]))
    found = [_put(uow, room, student, days, actor.user) for room in rooms]
    for user in (actor.user, student):
        tell(uow, user, AwayNoted(found[0].id))
    return found


def say_back_for(uow: UnitOfWork, actor: Actor, student: str) -> None:
    rooms = {room.id for room in _taught(uow, actor, student, None)}
    found = [one for one in own(uow, student) if one.classroom in rooms]
    if not found:
        raise Refusal("nobody-away")
    for absence in found:
        _end(uow, absence)
    tell(uow, student, AwayEnded(found[0].id))
    tell(uow, actor.user, AwayEnded(found[0].id))


def _taught(uow: UnitOfWork, actor: Actor, student: str, classroom: int | None) -> list[Classroom]:
    """Where the actor teaches this student: in this class, or in each."""
    if student == actor.user:
        raise Refusal("own-absence")
    mine = [p.classroom for p in access.places_of(uow, actor.user, Side.TEACHER)]
    if not mine:
        raise Refusal("for-teachers")
    wanted = mine if classroom is None else [one for one in mine if one == classroom]
    learns = set(access.learns_in(uow, student))
    rooms = [room for room in uow.classrooms.among(wanted) if room.id in learns] if wanted else []
    if not rooms:
        raise Refusal("not-your-student")
    return rooms


# The forms: who is away, and until when.


@dataclass(frozen=True, slots=True)
class AwayForm:
    """What it starts with: today; the classes that one can choose from, where there are several; what stands."""

    today: date
    classes: tuple[tuple[int, str], ...]
    standing: Span | None = None


def open_form(uow: UnitOfWork, actor: Actor) -> AwayForm:
    rooms = uow.classrooms.among(access.learns_in(uow, actor.user))
    if not rooms:
        raise Refusal("for-students")
    several = tuple((room.id, room.name) for room in rooms) if len(rooms) > 1 else ()
    standing = next((one.span for one in own(uow, actor.user)), None)
    return AwayForm(today_of(uow, actor.user, rooms[0]), several, standing)


def open_for_class(uow: UnitOfWork, actor: Actor, classroom: int | None) -> date:
    """Of a teacher: today in this class, or in one of theirs."""
    if classroom is not None:
        return recurrence.local_day(uow.now, access.teacher_in(uow, actor, classroom).timezone)
    mine = access.places_of(uow, actor.user, Side.TEACHER)
    if not mine:
        raise Refusal("for-teachers")
    return open_for_class(uow, actor, mine[0].classroom)


def read_command(uow: UnitOfWork, actor: Actor, text: str, student: str) -> tuple[Span | None, int | None]:
    """The days that somebody typed behind the command, and the class; None for what they did not say. Refusal for days
    that there are not."""
    whose = student or actor.user
    classes = access.learns_in(uow, whose)
    found = read_days(text, writer_of(uow, actor.user, classes))
    if isinstance(found, NoDays) and found is not NoDays.UNSAID:
        raise Refusal(found.value)
    return (found.span if isinstance(found, Days) else None), named_class(uow, text, classes)


def named_class(uow: UnitOfWork, text: str, classes: Collection[int]) -> int | None:
    """The class that is named, where there are others."""
    several = sorted(classes)
    named = mentioned(text, names_by_class(uow, several)) if len(several) > 1 else None
    return several[named] if named is not None else None


def writer_of(uow: UnitOfWork, user: str, classes: Sequence[int]) -> Writer:
    """How the days of somebody are read, who learns in these classes."""
    room = uow.classrooms.get(min(classes)) if classes else None
    person = uow.people.of(user)
    timezone = person.timezone if person is not None and recurrence.is_zone(person.timezone) else "UTC"
    return Writer(
        today_of(uow, user, room) if room is not None else recurrence.local_day(uow.now, timezone),
        lang_of(uow, user),
        room.term_ends_on if room is not None else None,
        day_first=person is None or person.reads != "en-US",
    )


def today_of(uow: UnitOfWork, student: str, classroom: Classroom) -> date:
    return recurrence.local_day(uow.now, planning.zone_of(uow, student, classroom))


# A contract pauses: either side says so, and either side goes on.


def open_pause(uow: UnitOfWork, actor: Actor, contract: int) -> date:
    """The last day of a contract that may pause."""
    return _to_pause(uow, actor, contract)[0].in_force.terms.ends_on


def pause(uow: UnitOfWork, actor: Actor, contract: int, last: date | None) -> Absence:
    """From today to this day, or until somebody goes on. Refusal: absence-past, pause-too-long, pause-no-day-left."""
    found, classroom, side = _to_pause(uow, actor, contract)
    today = today_of(uow, found.student, classroom)
    days = away.checked_pause(last, today, found.in_force.terms.ends_on, "last")
    paused = _put(uow, classroom, found.student, days, actor.user, contract=found.id, open_ended=last is None)
    _tell_both(uow, actor, found, side, PauseNoted(paused.id, found.id))
    return paused


def resume(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """Go on from now."""
    found, _, side = access.contract_as_party(uow, actor, contract)
    standing = pauses_of(uow, found)
    if not standing:
        raise Refusal("not-paused")
    for one in standing:
        _end(uow, one)
    _tell_both(uow, actor, found, side, PauseEnded(standing[-1].id, found.id))


def pauses_of(uow: UnitOfWork, contract: Contract) -> list[Absence]:
    """The one that stands, where one does."""
    return [one for one in uow.absences.of_contract(contract.student, contract.id) if one.stands(uow.now)]


def _to_pause(uow: UnitOfWork, actor: Actor, contract: int) -> tuple[Contract, Classroom, Side]:
    found, classroom, side = access.contract_as_party(uow, actor, contract)
    if found.status not in RUNNING:
        raise Refusal("not-in-this-state", status=found.status.value)
    if side is Side.TEACHER:
        student_is_here(uow, found)
    return found, classroom, side


def _tell_both(uow: UnitOfWork, actor: Actor, contract: Contract, side: Side, notice: Notice) -> None:
    teachers = access.teachers_for(uow, contract.student, contract.classroom)
    others = [contract.student] if side is Side.TEACHER else teachers
    for user in dict.fromkeys([actor.user, *others]):
        tell(uow, user, notice)


# What all of it does to check-ins.


def _put(
    uow: UnitOfWork,
    classroom: Classroom,
    student: str,
    days: Span,
    by: str,
    *,
    contract: int | None = None,
    open_ended: bool = False,
) -> Absence:
    """Days that touch those that stand are one with them."""
    timezone = planning.zone_of(uow, student, classroom)
    here = uow.absences.of(student, classroom.id)
    standing = [one for one in here if one.contract == contract and one.stands(uow.now) and away.touches(one, days)]
    if standing:
        again = replace(standing[0], by=by, said_at=uow.now, open_ended=open_ended)
        put = away.in_days(again, away.joined(standing[0], days), timezone, uow.now)
        uow.absences.save(put)
    else:
        blank = Absence(uow.workspace, classroom.id, student, days.first, days.last, uow.now, uow.now, by, uow.now)
        made = replace(blank, contract=contract, open_ended=open_ended)
        put = uow.absences.add(away.in_days(made, days, timezone, uow.now))
    _follow(uow, put, classroom)
    return put


def _end(uow: UnitOfWork, absence: Absence) -> None:
    classroom = uow.classrooms.get(absence.classroom)
    if classroom is None:
        raise LookupError("classroom")
    ended = away.over(absence, today_of(uow, absence.student, classroom), uow.now)
    uow.absences.save(ended)
    _follow(uow, ended, classroom)


def _follow(uow: UnitOfWork, absence: Absence, classroom: Classroom) -> None:
    """Check-ins, cards and Homes are as it says."""
    for contract in uow.contracts.open_for(absence.student):
        concerned = absence.contract in (None, contract.id) and contract.classroom == classroom.id
        if concerned and contract.status in RUNNING:
            planning.rest(uow, contract, classroom)
            refresh(uow, f"contract:{contract.id}")
    refresh(uow, f"absence:{absence.id}")
    for user in (absence.student, *access.teachers_for(uow, absence.student, classroom.id)):
        show_home(uow, user)

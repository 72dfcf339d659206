"""A student and a teacher agree on five minutes: ask, offer two times, choose, call off, say what came of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.activities import access
from bot.activities.absence import use_cases as absences
from bot.activities.checking_in import planning
from bot.activities.dates.messages import TalkDate
from bot.activities.talking.messages import (
    OUTCOME_MOST,
    OfferForm,
    TalkAgreed,
    TalkAsked,
    TalkCalledOff,
    TalkLapsed,
    TalkNeither,
    TalkOffered,
    TalkOutcome,
    TalkOver,
    of_minutes,
)
from bot.domain import recurrence
from bot.domain import talk as talks
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import out_of_quiet
from bot.domain.classroom import Classroom
from bot.domain.days_off import DaysOff
from bot.domain.paper import need_account
from bot.domain.talk import ChosenTime, Talk, TalkState
from bot.messages.briefs import name_of
from bot.messages.registry import Notice
from bot.messages.tell import refresh, show_home, tell
from storage.unit_of_work import UnitOfWork

# A student asks.


def ask(uow: UnitOfWork, actor: Actor, classroom: int) -> None:
    """All who teach them there hear it; the first one to offer times takes it."""
    room = access.student_in(uow, actor, classroom)
    if room.archived:
        raise Refusal("talk-archived")
    teachers = access.teachers_for(uow, actor.user, room.id)
    if not teachers:
        raise Refusal("talk-nobody")
    if open_one(uow, actor.user, room.id) is not None:
        raise Refusal("talk-open")
    made = uow.talks.add(_asked(uow, room, actor.user, actor.user))
    for teacher in teachers:
        tell(uow, teacher, TalkAsked(made.id), not_before=out_of_quiet(uow.now, room, room.timezone))
    tell(uow, actor.user, TalkAsked(made.id))
    _show(uow, made)


def classes_to_ask(uow: UnitOfWork, actor: Actor, text: str) -> Sequence[tuple[int, str]]:
    """The classes in which the actor may ask: the one that is named, or all. Refusal for who learns in none."""
    learns = access.learns_in(uow, actor.user)
    rooms = [room for room in uow.classrooms.among(learns) if not room.archived] if learns else []
    if not rooms:
        raise Refusal("for-students")
    named = absences.named_class(uow, text, [room.id for room in rooms])
    return [(room.id, room.name) for room in rooms if named is None or room.id == named]


def teaches(uow: UnitOfWork, actor: Actor) -> bool:
    """Whether the actor teaches a class, and learns in none."""
    learns = bool(access.learns_in(uow, actor.user))
    return not learns and bool(access.places_of(uow, actor.user, Side.TEACHER))


def open_one(uow: UnitOfWork, student: str, classroom: int) -> Talk | None:
    here = (one for one in uow.talks.of_student(student) if one.classroom == classroom)
    return next((one for one in here if one.is_open), None)


def _asked(uow: UnitOfWork, room: Classroom, student: str, by: str, teacher: str = "") -> Talk:
    contract = uow.contracts.open_of(student, room.id)
    about = contract.id if contract is not None else None
    return talks.asked(uow.workspace, room.id, student, by, uow.now, contract=about, teacher=teacher)


# A teacher offers two times.


def open_offer(uow: UnitOfWork, actor: Actor, talk: int) -> OfferForm:
    """For a talk that was asked for, or other times for one that the actor has offered."""
    found, room = _to_offer(uow, actor, talk)
    return _form(uow, room, found.student, found.times)


def open_offer_to(uow: UnitOfWork, actor: Actor, classroom: int | None, student: str) -> OfferForm:
    """For a talk that the teacher begins; `student` is "" where the form asks whom, `classroom` None where it follows
    from that."""
    if not student:
        return _form(uow, access.teacher_in(uow, actor, _any_class(uow, actor, classroom)), "", ())
    room = _where_taught(uow, actor, student, classroom)
    _to_take(uow, actor, room, student)
    return _form(uow, room, student, ())


def offer(uow: UnitOfWork, actor: Actor, talk: int, chosen: Sequence[ChosenTime]) -> None:
    found, room = _to_offer(uow, actor, talk)
    _offer(uow, actor, found, room, chosen)


def offer_to(uow: UnitOfWork, actor: Actor, classroom: int | None, student: str, chosen: Sequence[ChosenTime]) -> None:
    """The same, where the teacher begins. One that this student has asked for is taken."""
    room = _where_taught(uow, actor, student, classroom)
    standing = _to_take(uow, actor, room, student)
    times = _times(uow, room, student, chosen)
    found = standing or uow.talks.add(_asked(uow, room, student, actor.user, actor.user))
    _take(uow, actor, found, times)


def _any_class(uow: UnitOfWork, actor: Actor, classroom: int | None) -> int:
    if classroom is not None:
        return classroom
    mine = access.places_of(uow, actor.user, Side.TEACHER)
    if not mine:
        raise Refusal("for-teachers")
    return mine[0].classroom


def _where_taught(uow: UnitOfWork, actor: Actor, student: str, classroom: int | None) -> Classroom:
    """Where the actor teaches this student: in this class, or in the first one."""
    if classroom is not None:
        access.teacher_in(uow, actor, classroom)
    mine = [place.classroom for place in access.places_of(uow, actor.user, Side.TEACHER)]
    if not mine:
        raise Refusal("for-teachers")
    if student == actor.user:
        raise Refusal("talk-yourself", field="student")
    need_account(student, field="student")
    learns = set(access.learns_in(uow, student))
    for one in [classroom] if classroom is not None else mine:
        room = uow.classrooms.get(one) if one in learns else None
        if room is not None and not room.archived:
            return room
    raise Refusal("not-your-student", field="student")


def _to_take(uow: UnitOfWork, actor: Actor, room: Classroom, student: str) -> Talk | None:
    """The talk that waits for times there; None where none is open. Refusal where one is under way already."""
    standing = open_one(uow, student, room.id)
    if standing is None:
        return None
    if standing.state is not TalkState.ASKED or standing.teacher not in ("", actor.user):
        raise Refusal("talk-under-way", name=name_of(uow, student), field="student")
    return standing


def _to_offer(uow: UnitOfWork, actor: Actor, talk: int) -> tuple[Talk, Classroom]:
    found = uow.talks.get(talk)
    if found is None:
        raise Refusal("old-button")
    room = access.teacher_in(uow, actor, found.classroom)
    if found.student == actor.user:
        raise Refusal("talk-yourself")
    if found.teacher not in ("", actor.user):
        raise Refusal("talk-taken", name=name_of(uow, found.teacher))
    if found.state not in (TalkState.ASKED, TalkState.OFFERED):
        raise Refusal("talk-not-open")
    if room.id not in access.learns_in(uow, found.student):
        raise Refusal("student-not-here", name=name_of(uow, found.student))
    return found, room


def _offer(uow: UnitOfWork, actor: Actor, found: Talk, room: Classroom, chosen: Sequence[ChosenTime]) -> None:
    _take(uow, actor, found, _times(uow, room, found.student, chosen))


def _take(uow: UnitOfWork, actor: Actor, found: Talk, times: tuple[datetime, datetime]) -> None:
    made = _keep(uow, talks.offered(found, actor.user, times))
    _tell_both(uow, made, TalkOffered(made.id))
    _show(uow, made)


def _times(uow: UnitOfWork, room: Classroom, student: str, chosen: Sequence[ChosenTime]) -> tuple[datetime, datetime]:
    away = DaysOff.of(one.span for one in uow.absences.of(student, room.id) if not one.is_pause)
    closed = planning.days_off(uow, room.id)
    return talks.times_of(chosen, now=uow.now, timezone=room.timezone, closed=closed, away=away)


def _form(uow: UnitOfWork, room: Classroom, student: str, times: Sequence[datetime]) -> OfferForm:
    local = [at.astimezone(recurrence.zone(room.timezone)) for at in times]
    return OfferForm(
        room.id,
        name_of(uow, student) if student else "",
        student,
        room.timezone,
        recurrence.local_day(uow.now, room.timezone),
        tuple((at.date(), at.time()) for at in local),
    )


# The student chooses; either of them calls it off.


def choose(uow: UnitOfWork, actor: Actor, talk: int, minutes: int) -> None:
    """The time that stood on the button."""
    found = _own(uow, actor, talk)
    if found.teacher not in access.teachers_for(uow, actor.user, found.classroom):
        raise Refusal("talk-teacher-gone")
    made = _keep(uow, talks.agreed(found, of_minutes(minutes), uow.now))
    _tell_both(uow, made, TalkAgreed(made.id))
    _tell_both(uow, made, TalkDate(made.id))
    _show(uow, made)


def neither(uow: UnitOfWork, actor: Actor, talk: int) -> None:
    made = _keep(uow, talks.neither(_own(uow, actor, talk), uow.now))
    _tell_both(uow, made, TalkNeither(made.id))
    _show(uow, made)


def call_off(uow: UnitOfWork, actor: Actor, talk: int) -> None:
    found = _as_party(uow, actor, talk)
    made = _keep(uow, talks.called_off(found, actor.user, uow.now))
    _tell_both(uow, made, TalkCalledOff(made.id))
    _show(uow, made)


def _own(uow: UnitOfWork, actor: Actor, talk: int) -> Talk:
    found = uow.talks.get(talk)
    if found is None or found.student != actor.user:
        raise Refusal("old-button")
    access.student_in(uow, actor, found.classroom)
    return found


def _as_party(uow: UnitOfWork, actor: Actor, talk: int) -> Talk:
    """For its student, and the teacher whose it is. To anybody else it is as good as none."""
    found = uow.talks.get(talk)
    if found is not None and found.teacher == actor.user:
        access.teacher_in(uow, actor, found.classroom)
        return found
    return _own(uow, actor, talk)


# What came of it.


def open_outcome(uow: UnitOfWork, actor: Actor, talk: int) -> tuple[str, str]:
    """The name of the other one, and what the actor wrote already."""
    found = _over(uow, actor, talk)
    mine = found.student == actor.user
    return name_of(uow, found.teacher if mine else found.student), found.student_outcome if mine else found.outcome


def note_outcome(uow: UnitOfWork, actor: Actor, talk: int, text: str) -> None:
    found, line = _over(uow, actor, talk), " ".join(text.split())
    if not line:
        raise Refusal("empty", field="text")
    if len(line) > OUTCOME_MOST:
        raise Refusal("too-long", field="text", most=OUTCOME_MOST)
    mine = found.student == actor.user
    before = found.student_outcome if mine else found.outcome
    if line == before:
        return
    made = _keep(uow, replace(found, student_outcome=line) if mine else replace(found, outcome=line))
    other = found.teacher if mine else found.student
    tell(uow, other, TalkOutcome(made.id, actor.user), once=f"talk:{made.id}:outcome:{actor.user}")
    _show(uow, made)
    if made.contract is not None:
        refresh(uow, f"contract:{made.contract}")


def _over(uow: UnitOfWork, actor: Actor, talk: int) -> Talk:
    found = _as_party(uow, actor, talk)
    if found.state is not TalkState.OVER:
        raise Refusal("talk-not-over")
    return found


# Time passes, and people leave.


def look(uow: UnitOfWork, actor: Actor, talk: int) -> None:
    """Its time has come: it was, or nobody offered or chose a time."""
    access.accord_itself(actor)
    found = uow.talks.get(talk)
    if found is None:
        return
    made = talks.woken(found, uow.now)
    if made == found:
        return
    room = uow.classrooms.get(found.classroom)
    if made.state is TalkState.OVER and not _both_here(uow, made):
        made = replace(made, state=TalkState.CALLED_OFF)
        notice: Notice = TalkCalledOff(made.id)
    else:
        notice = TalkOver(made.id) if made.state is TalkState.OVER else TalkLapsed(made.id)
    _keep(uow, made)
    quiet = out_of_quiet(uow.now, room, room.timezone) if room is not None else uow.now
    for user in (made.teacher,) if made.state is TalkState.OVER else _here(uow, made):
        tell(uow, user, notice, once=f"talk:{made.id}:{made.state}:{user}", not_before=quiet)
    _show(uow, made)


def student_left(uow: UnitOfWork, student: str, classroom: int) -> None:
    """What was to come is called off, and the teacher hears it."""
    standing = open_one(uow, student, classroom)
    if standing is None:
        return
    made = _keep(uow, talks.called_off(standing, "", uow.now))
    if made.teacher:
        tell(uow, made.teacher, TalkCalledOff(made.id))
    _show(uow, made)


def teacher_left(uow: UnitOfWork, teacher: str, classroom: int) -> None:
    """What was to come with them is called off at once, and the students hear it: they can ask for another."""
    for standing in uow.talks.open_in(classroom):
        if standing.teacher == teacher:
            made = _keep(uow, talks.called_off(standing, "", uow.now))
            tell(uow, made.student, TalkCalledOff(made.id))
            _show(uow, made)


def _both_here(uow: UnitOfWork, talk: Talk) -> bool:
    return set(_here(uow, talk)) == {talk.student, talk.teacher}


def _here(uow: UnitOfWork, talk: Talk) -> list[str]:
    """Those of the two who are in the class."""
    teachers = access.teachers_for(uow, talk.student, talk.classroom)
    student = [talk.student] if talk.classroom in access.learns_in(uow, talk.student) else []
    return [*student, *([talk.teacher] if talk.teacher in teachers else [])]


def _keep(uow: UnitOfWork, talk: Talk) -> Talk:
    uow.talks.save(talk)
    return talk


def _tell_both(uow: UnitOfWork, talk: Talk, notice: Notice) -> None:
    for user in (talk.student, talk.teacher):
        if user:
            tell(uow, user, notice)


def _show(uow: UnitOfWork, talk: Talk) -> None:
    """Cards and Homes are as it stands."""
    refresh(uow, f"talk:{talk.id}")
    for user in (talk.student, talk.teacher):
        if user:
            show_home(uow, user)

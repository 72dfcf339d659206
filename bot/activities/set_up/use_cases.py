"""A class gets its Accord: who teaches, who learns, what the class fixes; and the roster stays true."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial

from bot.activities import access
from bot.activities.admitting import use_cases as admitting
from bot.activities.admitting.use_cases import learn
from bot.activities.calendar import use_cases as calendar
from bot.activities.changing import together
from bot.activities.set_up import term
from bot.activities.set_up.messages import GRADES_MOST, ClassReady, RosterRead, TeacherNamed, TeacherUnnamed
from bot.activities.talking import use_cases as talking
from bot.activities.teaching import untaught
from bot.activities.teaching import use_cases as teaching
from bot.domain import recurrence
from bot.domain.actor import Actor, Refusal, Side, Wrong
from bot.domain.classroom import (
    FROM_SETTINGS,
    QUIET_FROM,
    QUIET_UNTIL,
    Autonomy,
    Classroom,
    Membership,
    Person,
    Role,
    TeacherGrant,
    days_of_the_week,
    may_be,
)
from bot.domain.evidence import FILE_MB, PieceKind
from bot.domain.outbox import Errand, ErrandKind
from bot.language.targets import scale_of
from bot.language.typed import zone_named
from bot.messages.tell import refresh, show_home, tell, tell_class
from storage.unit_of_work import UnitOfWork

# What the set-up form asks for, and the class that comes of it.


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
    grades: str = ""
    """The scale of the class as it was typed, the best grade first; "" for none."""
    takes: tuple[str, ...] = ()
    """Which kinds of evidence it takes; () where the form did not ask."""
    file_mb: int | None = None
    """How large a file may be; None where the form did not ask."""
    looks_first: bool = False
    """A teacher looks at each shoutout before it is posted."""


def classroom_of(uow: UnitOfWork, choices: ClassChoices, teachers: Sequence[str]) -> Classroom:
    """Raises Refusal with all that can not be, in the order of the form."""
    wrong = Wrong()
    name = wrong.or_else("", partial(_name, choices.name))
    wrong.or_else(None, partial(_need_one, teachers))
    timezone = wrong.or_else("UTC", partial(zone_named, choices.timezone))
    term_ends_on = wrong.or_else(date.max, partial(_end_of_term, choices.term_ends_on, uow.now, timezone))
    check_in_days = wrong.or_else(choices.check_in_days, partial(days_of_the_week, choices.check_in_days))
    check_in_time = wrong.or_else(QUIET_UNTIL, partial(_by_day, choices.check_in_time))
    grades = wrong.or_else("", partial(_scale, choices.grades))
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
        looks_first=choices.looks_first,
        autonomy=choices.autonomy,
        grades=grades,
        takes=_takes(choices.takes),
        file_mb=max(choices.file_mb or 0, 0),
    )


def _takes(chosen: Sequence[str]) -> tuple[str, ...]:
    """() for all of them, which are as many as there will be."""
    kinds = tuple(kind.value for kind in PieceKind if kind in chosen)
    return kinds if len(kinds) < len(PieceKind) else ()


def _name(typed: str) -> str:
    if not typed.strip():
        raise Refusal("empty", field="name")
    if len(typed) > NAME_MOST:
        raise Refusal("too-long", field="name", most=NAME_MOST)
    return typed.strip()


def _scale(typed: str) -> str:
    row = " ".join(typed.split())
    if row and (len(row) > GRADES_MOST or not scale_of(row)):
        raise Refusal("grades-unread", field="grades")
    return row


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


@dataclass(frozen=True, slots=True)
class SetUpForm:
    """What the form starts with: the class as it stands, or None for a new one, and the teacher's zone."""

    channel: str
    classroom: Classroom | None
    co_teachers: tuple[str, ...]
    timezone: str
    teaches: bool = True
    """False for an admin who only sets the class up for those who teach it."""
    school_mb: int = FILE_MB
    """How large whoever runs Accord lets a file be."""


def open_form(uow: UnitOfWork, actor: Actor, channel: str, me: Person | None) -> SetUpForm:
    """Learn who asks (`me`, as Slack says now), and let only those set up who may teach."""
    if channel.startswith("D"):
        raise Refusal("set-up-in-a-channel")
    if me is not None:
        learn(uow, actor, me)
    found = uow.classrooms.in_channel(channel)
    if found is None:
        _may_teach(uow, actor)
        person = uow.people.of(actor.user)
        return SetUpForm(channel, None, (), person.timezone if person else "UTC", school_mb=uow.file_mb)
    access.may_set_up(uow, actor, found.id)
    teachers = access.teachers_of(uow, found.id)
    others = tuple(t for t in teachers if t != actor.user)
    return SetUpForm(channel, found, others, found.timezone, actor.user in teachers, uow.file_mb)


def set_up(uow: UnitOfWork, actor: Actor, choices: ClassChoices, people: teaching.WhoIs | None = None) -> Classroom:
    """Make the class, or change it where it stands; read its roster afterwards.

    Whoever makes it teaches it. An admin may change any class, and teaches only those that they taught before. `people`
    is what Slack says now of whoever saves, and of those whom the form names.
    """
    people = people or {}
    me = people.get(actor.user)
    if me is not None:
        learn(uow, actor, me)
    standing = uow.classrooms.in_channel(choices.channel)
    teaches = True
    if standing is None:
        _may_teach(uow, actor)
    else:
        access.may_set_up(uow, actor, standing.id)
        teaches = actor.user in access.teachers_of(uow, standing.id)
    teachers = (actor.user, *choices.co_teachers) if teaches else choices.co_teachers
    chosen = classroom_of(uow, choices, teachers)
    before = access.teachers_of(uow, standing.id) if standing is not None else []
    new_ones = [user for user in choices.co_teachers if user not in before]
    teaching.check(uow, actor, new_ones, people)
    if standing is not None:
        chosen = _with_the_rest(chosen, standing, choices)
    classroom = uow.classrooms.put(chosen)
    was_taught = untaught.is_taught(uow, classroom.id)
    _set_teachers(uow, actor, classroom, teachers, choices.takes_over)
    if actor.user in new_ones and access.is_admin(uow, actor):
        teaching.admin_joined(uow, actor, classroom.id, before)
    if standing is not None:
        if not teaches:
            teaching.admin_changed(uow, actor, classroom.id, before)
        untaught.follow(uow, classroom.id, was_taught)
        if _rhythm_of(standing) != _rhythm_of(classroom):
            together.follow(uow, actor.user if teaches else "", classroom)
        if classroom.term_ends_on < standing.term_ends_on:
            term.cut_short(uow, actor.user if teaches else "", classroom)
        if standing.term_ends_on != classroom.term_ends_on:
            calendar.read_anew(uow, classroom.id)
    _read_roster(uow, classroom, actor.user if teaches else "")
    show_home(uow, actor.user)
    return classroom


def _with_the_rest(chosen: Classroom, standing: Classroom, choices: ClassChoices) -> Classroom:
    """What the form, or one that was opened before there was more in it, did not ask for stays as it is."""
    chosen = replace(chosen, archived=standing.archived, on_days_off=standing.on_days_off)
    chosen = replace(chosen, asks_for=standing.asks_for, questions=standing.questions)
    chosen = replace(chosen, self_part=standing.self_part, counts_signs=standing.counts_signs)
    takes = chosen.takes if choices.takes else standing.takes
    return replace(chosen, takes=takes, file_mb=standing.file_mb if choices.file_mb is None else chosen.file_mb)


def _rhythm_of(classroom: Classroom) -> tuple[tuple[str, ...], time]:
    return classroom.check_in_days, classroom.check_in_time


def _read_roster(uow: UnitOfWork, classroom: Classroom, by: str) -> None:
    """Have the channel's members read. `by` hears who they are; "" where nobody asked."""
    uow.errands.add(Errand(uow.workspace, ErrandKind.SYNC_ROSTER, {"classroom": classroom.id, "by": by}, uow.now))


def _may_teach(uow: UnitOfWork, actor: Actor) -> None:
    if access.may_teach(uow, actor):
        return
    raise Refusal("may-not-teach" if uow.people.of(actor.user) else "who-are-you")


def _set_teachers(
    uow: UnitOfWork, actor: Actor, classroom: Classroom, teachers: tuple[str, ...], takes_over: str
) -> None:
    """Whoever may teach names the co-teachers of their class; for this class alone that makes them teachers. The
    contracts of those who are not named any more go to another one."""
    gone = sorted(set(access.teachers_of(uow, classroom.id)) - set(teachers))
    heir = teaching.heir_of(uow, classroom.id, gone, teachers, takes_over)
    for user in dict.fromkeys(teachers):
        _teaches(uow, classroom, user)
    for former in gone:
        _teaches_no_more(uow, actor, classroom, former)
        teaching.hand_over(uow, actor, classroom, former, heir)


def _teaches(uow: UnitOfWork, classroom: Classroom, user: str) -> None:
    """Whoever learnt there until now is asked what happens to their own contract."""
    before = uow.memberships.of(classroom.id, user)
    admitting.put_in_class(uow, classroom, user, Side.TEACHER)
    if before is not None and before.side is Side.STUDENT:
        teaching.ask(uow, user, classroom.id)


def _teaches_no_more(uow: UnitOfWork, actor: Actor, classroom: Classroom, former: str) -> None:
    """They have no place there any more. Whoever learnt there before, with a contract of their own, does so again."""
    standing = uow.memberships.here(classroom.id, former)
    person = uow.people.of(former)
    learnt = any(contract.classroom == classroom.id for contract in uow.contracts.of_student(former))
    if learnt and person is not None and may_be(person, Role.STUDENT):
        admitting.put_in_class(uow, classroom, former, Side.STUDENT)
    elif standing is not None:
        admitting.stays_out(uow, standing, actor.user)


def enrol(uow: UnitOfWork, actor: Actor, classroom: int, people: list[Person]) -> None:
    """Take the channel's members (`people`) as the roster: who belongs to the workspace and is no teacher is a student.

    Only now the class hears of it: before, we do not know everybody's name.
    """
    found = uow.classrooms.get(classroom)
    if found is None:
        return
    for person in people:
        learn(uow, actor, person)
    here = {p.user: p for p in people if not p.is_bot and p.is_active}
    for user in sorted(here):
        admitting.comes_in(uow, found, here[user])
    _who_left(uow, classroom, here)
    if actor.user:
        tell(uow, actor.user, RosterRead(classroom))
    refresh(uow, f"classroom:{classroom}")
    if not uow.outbox.cards(f"classroom:{classroom}"):
        tell_class(uow, found, ClassReady(classroom), once=f"class-ready:{classroom}:{uow.now.isoformat()}")
    for user in sorted(here):
        show_home(uow, user)


def _who_left(uow: UnitOfWork, classroom: int, here: Mapping[str, Person]) -> None:
    """Whom a class list brought in need not have come into the channel yet."""
    for standing in uow.memberships.on_side(classroom, Side.STUDENT):
        if standing.user not in here and standing.listed_at is None:
            admitting.take_out(uow, standing)
    for asked in uow.admissions.in_class(classroom):
        if asked.user not in here:
            admitting.goes(uow, classroom, asked.user)


def join(uow: UnitOfWork, actor: Actor, channel: str, me: Person | None) -> None:
    """Somebody came into a channel; in a class channel they come into the class.

    Where Slack did not say who it is, that is asked until it does. A bot may be Accord itself, asked in after the
    set-up: now it can see who is there.
    """
    found = uow.classrooms.in_channel(channel)
    if found is None:
        return
    if me is None or me.is_bot:
        _read_roster(uow, found, "")
        return
    learn(uow, actor, me)
    was_taught = untaught.is_taught(uow, found.id)
    admitting.comes_in(uow, found, me)
    untaught.follow(uow, found.id, was_taught)
    show_home(uow, actor.user)


def leave(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    """Somebody left. Their contracts stay as they are: who comes back goes on, and the teachers know."""
    found = uow.classrooms.in_channel(channel)
    if found is None:
        return
    admitting.goes(uow, found.id, actor.user)
    standing = uow.memberships.of(found.id, actor.user)
    if standing is None or standing.left_at is not None:
        return
    if standing.side is Side.TEACHER:
        _teacher_leaves(uow, standing)
        return
    admitting.take_out(uow, standing)
    show_home(uow, actor.user)


def _teacher_leaves(uow: UnitOfWork, standing: Membership) -> None:
    """A teacher who leaves the channel still teaches: they change that in the set-up. The last one is gone."""
    teachers = access.teachers_of(uow, standing.classroom)
    if set(teachers) - {standing.user}:
        return
    uow.memberships.save(replace(standing, left_at=uow.now))
    talking.teacher_left(uow, standing.user, standing.classroom)
    untaught.follow(uow, standing.classroom, bool(teachers))
    show_home(uow, standing.user)


def knows(uow: UnitOfWork, actor: Actor) -> bool:
    """Whether anything is kept of them yet."""
    return uow.people.of(actor.user) is not None


def ask_again(uow: UnitOfWork, actor: Actor) -> None:
    """Slack did not say who they are now: it is asked until it does."""
    uow.errands.add(Errand(uow.workspace, ErrandKind.LEARN_PERSON, {"user": actor.user}, uow.now))


def close_account(uow: UnitOfWork, actor: Actor) -> None:
    """Slack says that an account was closed; who it was is known."""
    known = uow.people.of(actor.user)
    if known is not None:
        learn(uow, actor, replace(known, is_active=False))


def archive(uow: UnitOfWork, actor: Actor, channel: str, archived: bool) -> None:
    """The class channel was archived, or brought back: nothing is said in it meanwhile."""
    found = uow.classrooms.in_channel(channel)
    if found is not None and found.archived is not archived:
        uow.classrooms.save(replace(found, archived=archived))
        for teacher in access.teachers_of(uow, found.id):
            show_home(uow, teacher)


def read_anew(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    """Who is in a class channel may have changed without a word of each."""
    found = uow.classrooms.in_channel(channel)
    if found is not None:
        _read_roster(uow, found, "")


def name_teacher(uow: UnitOfWork, actor: Actor, user: str, me: Person | None, chosen: Person | None = None) -> None:
    """An admin names somebody who may teach. `me` is the admin and `chosen` whom they name, as Slack says now."""
    if me is not None:
        learn(uow, actor, me)
    access.admin(uow, actor)
    teaching.check(uow, actor, [user], {user: chosen})
    if uow.grants.add_once(TeacherGrant(uow.workspace, user, actor.user, uow.now)) is not None:
        tell(uow, user, TeacherNamed(actor.user))
    show_home(uow, actor.user)


def take_back_teacher(uow: UnitOfWork, actor: Actor, user: str, me: Person | None) -> None:
    """An admin takes it back that somebody may set up classes. Those that they teach stay theirs."""
    if me is not None:
        learn(uow, actor, me)
    access.admin(uow, actor)
    grant = uow.grants.of(user)
    if grant is not None and grant.granted_by == FROM_SETTINGS:
        raise Refusal("named-in-the-settings")
    if grant is not None:
        uow.grants.remove(grant.id)
        tell(uow, user, TeacherUnnamed(actor.user))
        show_home(uow, user)
    show_home(uow, actor.user)


def grant_from_settings(uow: UnitOfWork, actor: Actor, users: list[str]) -> None:
    """Whoever runs the server named these people in ACCORD_TEACHERS."""
    for user in users:
        uow.grants.add_once(TeacherGrant(uow.workspace, user, FROM_SETTINGS, uow.now))


# People who were known before all their names were kept: Slack is asked about them once more.


A_SECOND = timedelta(seconds=1)


def ask_anew(uow: UnitOfWork, actor: Actor) -> int:
    """Have Slack asked about those of whom only the shown name is known; how many. They are spread, a second for each,
    so that what else is to be done need not wait for them."""
    access.accord_itself(actor)
    if uow.errands.pending(ErrandKind.LEARN_PERSON) is not None:
        return 0  # they are being asked about
    half_known = [person for person in uow.people.without_other_names() if person.is_active]
    for place, person in enumerate(half_known):
        when = uow.now + place * A_SECOND
        uow.errands.add(Errand(uow.workspace, ErrandKind.LEARN_PERSON, {"user": person.user}, when))
    return len(half_known)

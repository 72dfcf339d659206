"""A teacher sends a class list; it is read, looked at, and taken over once they say so. Until then nothing changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.activities import access
from bot.activities.admitting.use_cases import learn, put_in_class
from bot.activities.calendar.use_cases import read_anew
from bot.activities.changing.messages import LookInMessages
from bot.activities.roster import messages
from bot.activities.roster.messages import (
    OPTIONS_MOST,
    ConfirmForm,
    RosterBrief,
    RosterHow,
    RosterSeen,
    WhichForm,
    subject_of,
)
from bot.activities.set_up import term
from bot.domain import recurrence
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom, Person, Role, may_be
from bot.domain.evidence import SentFile
from bot.domain.outbox import Errand, ErrandKind
from bot.domain.paper import has_no_account
from bot.domain.roster import FILES_MOST, OVER, Matched, Roster, RosterFile, RosterState, Unreadable, emptied
from bot.messages.briefs import NothingToSay, names_of, only_to, say
from bot.messages.tell import refresh, show_home, tell, tell_here
from storage.unit_of_work import UnitOfWork

ENDINGS = (".csv", ".zip", ".tsv", ".xlsx", ".xls")
"""Of what is taken for a class list; the last two are told what to do."""

# It is sent.


def explain(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    """How a class list is brought in, in the teacher's messages."""
    if not _teaches(uow, actor):
        raise Refusal("for-teachers")
    if not channel.startswith("D"):
        tell_here(uow, actor.user, channel, LookInMessages())
    tell(uow, actor.user, RosterHow())


def take(uow: UnitOfWork, actor: Actor, files: Sequence[SentFile], words: str = "") -> bool:
    """Files that a teacher wrote to Accord with. False where they are no class list by their names, or nobody's who
    teaches; or where words came with them from somebody who has a contract of their own: those tell of work. One that
    was sent before and waits still gives way."""
    if not files or not all(name.lower().endswith(ENDINGS) for _, name in files):
        return False
    rooms = _teaches(uow, actor)
    if not rooms or (words.strip() and access.own_contracts(uow, actor.user)):
        return False
    _let_go_before(uow, actor.user)
    room = rooms[0].id if len(rooms) == 1 else None
    roster = Roster(uow.workspace, actor.user, uow.now, tuple(files[:FILES_MOST]), classroom=room)
    roster = uow.rosters.add(roster)
    _go_on(uow, roster)
    tell(uow, actor.user, RosterSeen(roster.id))
    return True


def _let_go_before(uow: UnitOfWork, teacher: str) -> None:
    for before in uow.rosters.of(teacher):
        if before.state not in OVER and before.state is not RosterState.TAKING:
            _end(uow, before, RosterState.DROPPED)


def _teaches(uow: UnitOfWork, actor: Actor) -> list[Classroom]:
    classes = [place.classroom for place in access.places_of(uow, actor.user, Side.TEACHER)]
    return [room for room in uow.classrooms.among(classes) if not room.archived] if classes else []


def _go_on(uow: UnitOfWork, roster: Roster) -> None:
    uow.errands.add(Errand(uow.workspace, ErrandKind.READ_ROSTER, {"roster": roster.id}, uow.now))


# It is read.


@dataclass(frozen=True, slots=True)
class RosterWork:
    """What an errand has to do for a list: read it, or find out who those are that come in. `channel` is "" while it
    is not known for which class it is; `near` are those in that class, or asked about there; `unknown` those who come
    in and are not known yet."""

    roster: Roster
    channel: str
    near: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def work_of(uow: UnitOfWork, actor: Actor, roster: int) -> RosterWork | None:
    """None where there is nothing to do any more."""
    access.accord_itself(actor)
    found = uow.rosters.get(roster)
    if found is None or found.state not in (RosterState.COMING, RosterState.TAKING):
        return None
    room = uow.classrooms.get(found.classroom) if found.classroom is not None else None
    if room is None:
        return RosterWork(found, "", ())
    near = [place.user for place in uow.memberships.in_class(room.id)]
    near += [asked.user for asked in uow.admissions.in_class(room.id)]
    known = {person.user for person in uow.people.among(found.chosen)} if found.chosen else set()
    return RosterWork(found, room.channel, tuple(near), tuple(u for u in found.chosen if u not in known))


def read(
    uow: UnitOfWork, actor: Actor, roster: int, file: RosterFile, people: Sequence[Matched], *, by_email: bool
) -> None:
    """It was read. Of the people of a file none is kept before it is known which class is meant."""
    work = work_of(uow, actor, roster)
    if work is None or work.roster.state is not RosterState.COMING:
        return
    faults, more = tuple(file.faults), file.more_faults
    found = replace(work.roster, faults=faults, more_faults=more, last_on=file.last_on, by_email=by_email)
    is_chosen = len(file.classes) <= 1 or found.wanted is not None
    if found.classroom is None or not is_chosen:
        classes = () if is_chosen else file.classes
        uow.rosters.save(replace(found, state=RosterState.WHICH, classes=classes))
    elif not any(one.side == "student" for one in people):
        _end(uow, replace(found, why=Unreadable.NO_LIST.value), RosterState.REFUSED)
        return
    else:
        uow.rosters.save(replace(found, state=RosterState.READY, people=tuple(people), classes=()))
    refresh(uow, subject_of(roster))


@dataclass(frozen=True, slots=True)
class ForOperator:
    """A class for which whoever runs Accord brings a list: its channel, who is near, and the teacher who says yes."""

    channel: str
    near: tuple[str, ...]
    teacher: str


def for_operator(uow: UnitOfWork, actor: Actor, classroom: int) -> ForOperator:
    access.accord_itself(actor)
    room = uow.classrooms.get(classroom)
    teachers = access.teachers_of(uow, classroom)
    if room is None or not teachers:
        raise Refusal("no-class-here" if room is None else "roster-no-teacher")
    return ForOperator(room.channel, tuple(place.user for place in uow.memberships.in_class(classroom)), teachers[0])


def bring_in(
    uow: UnitOfWork, actor: Actor, classroom: int, file: RosterFile, people: Sequence[Matched], *, by_email: bool
) -> None:
    """A list that whoever runs Accord brought waits for a yes of a teacher of the class, like one that they sent."""
    teacher = for_operator(uow, actor, classroom).teacher
    if not any(one.side == "student" for one in people):
        raise Refusal("roster-empty")
    _let_go_before(uow, teacher)
    roster = Roster(uow.workspace, teacher, uow.now, (), RosterState.READY, classroom, file.chosen)
    roster = replace(roster, faults=file.faults, more_faults=file.more_faults, people=tuple(people), by_email=by_email)
    roster = replace(roster, last_on=file.last_on)
    tell(uow, teacher, RosterSeen(uow.rosters.add(roster).id))


def not_read(uow: UnitOfWork, actor: Actor, roster: int, why: Unreadable) -> None:
    work = work_of(uow, actor, roster)
    if work is not None:
        _end(uow, replace(work.roster, why=why.value), RosterState.REFUSED)


def _end(uow: UnitOfWork, roster: Roster, state: RosterState) -> None:
    """Of the people on it nothing stays."""
    uow.rosters.save(emptied(replace(roster, state=state)))
    refresh(uow, subject_of(roster.id))


# For which class it is.


def open_which(uow: UnitOfWork, actor: Actor, roster: int) -> WhichForm:
    found = _own(uow, actor, roster, RosterState.WHICH)
    rooms = _teaches(uow, actor)
    offered = tuple((room.id, room.name) for room in rooms) if found.classroom is None else ()
    names = {room.name.casefold() for room in rooms if found.classroom in (None, room.id)}
    alike = [one.ident for one in found.classes if one.title.casefold() in names]
    first = sorted(found.classes, key=lambda one: one.ident not in alike)[:OPTIONS_MOST]
    return WhichForm(found.id, offered, tuple(first), alike[0] if len(alike) == 1 else "")


def say_which(uow: UnitOfWork, actor: Actor, roster: int, room: int | None, wanted: str) -> None:
    found = _own(uow, actor, roster, RosterState.WHICH)
    if found.classroom is None:
        if room is None or room not in [one.id for one in _teaches(uow, actor)]:
            raise Refusal("old-button", field="room")
        found = replace(found, classroom=room)
    if found.classes:
        if wanted not in [one.ident for one in found.classes]:
            raise Refusal("old-button", field="class")
        found = replace(found, wanted=wanted)
    uow.rosters.save(replace(found, state=RosterState.COMING, classes=()))
    _go_on(uow, found)
    refresh(uow, subject_of(roster))


def _own(uow: UnitOfWork, actor: Actor, roster: int, state: RosterState) -> Roster:
    """Somebody else's is as good as none, and so is one for a class that they do not teach any more."""
    found = uow.rosters.get(roster)
    if found is None or found.user != actor.user or found.state is not state:
        raise Refusal("old-button")
    if found.classroom is not None:
        access.teacher_in(uow, actor, found.classroom)
    elif not _teaches(uow, actor):
        raise Refusal("for-teachers")
    return found


# A teacher looks at it, and says yes or no.


def open_form(uow: UnitOfWork, actor: Actor, roster: int) -> ConfirmForm:
    found = _own(uow, actor, roster, RosterState.READY)
    room = access.teacher_in(uow, actor, found.classroom or 0)
    ends_on = _other_end(uow, found, room)
    coming = tuple((one.user, one.name) for one in _coming(uow, found))
    if not coming and not found.to_choose and ends_on is None:
        raise Refusal("roster-no-change")
    return ConfirmForm(found.id, room.name, coming, found.to_choose, ends_on, room.term_ends_on)


def _coming(uow: UnitOfWork, roster: Roster) -> list[Matched]:
    """Students on the list who were found, and are not in the class."""
    here = {place.user for place in uow.memberships.in_class(roster.classroom or 0)}
    return [one for one in roster.found if one.user not in here]


def _other_end(uow: UnitOfWork, roster: Roster, room: Classroom) -> date | None:
    """The last day of the term by the list, where that is to come, and another one."""
    today = recurrence.local_day(uow.now, room.timezone)
    if roster.last_on is None or roster.last_on <= today or roster.last_on == room.term_ends_on:
        return None
    return roster.last_on


@dataclass(frozen=True, slots=True)
class RosterChoices:
    """What the form brings: who of those that were found comes in, who was found by hand, and whether the term ends
    with the sessions of the list."""

    coming: tuple[str, ...]
    by_hand: tuple[str, ...]
    takes_term: bool


def confirm(uow: UnitOfWork, actor: Actor, roster: int, choices: RosterChoices) -> None:
    """From here on it counts: an errand asks who they are, and then they are in the class."""
    found = _own(uow, actor, roster, RosterState.READY)
    room = access.teacher_in(uow, actor, found.classroom or 0)
    offered = {one.user for one in _coming(uow, found)}
    chosen = [user for user in choices.coming if user in offered]
    takes_term = choices.takes_term and _other_end(uow, found, room) is not None
    users = tuple(dict.fromkeys([*chosen, *choices.by_hand]))
    uow.rosters.save(replace(found, state=RosterState.TAKING, chosen=users, takes_term=takes_term))
    _go_on(uow, found)
    refresh(uow, subject_of(roster))


def drop(uow: UnitOfWork, actor: Actor, roster: int) -> None:
    found = uow.rosters.get(roster)
    if found is None or found.user != actor.user:
        raise Refusal("old-button")
    if found.state in (RosterState.WHICH, RosterState.READY):
        _end(uow, found, RosterState.DROPPED)


def take_in(
    uow: UnitOfWork, actor: Actor, roster: int, people: Sequence[Person], in_channel: frozenset[str] | None
) -> None:
    """The chosen are students of the class. `people` is what Slack says of those who were not known; `in_channel` who
    is in its channel, None where that is not known. Who has a place there keeps it: nobody who teaches learns."""
    work = work_of(uow, actor, roster)
    if work is None or work.roster.state is not RosterState.TAKING:
        return
    found = work.roster
    teacher = Actor(uow.workspace, found.user)
    if found.classroom not in {room.id for room in _teaches(uow, teacher)}:
        _end(uow, found, RosterState.DROPPED)
        return
    room = access.teacher_in(uow, teacher, found.classroom or 0)
    for person in people:
        learn(uow, actor, person)
    added = [user for user in found.chosen if _comes_in(uow, room, user, found.user, in_channel)]
    if found.takes_term:
        _take_term(uow, found, room)
    _end(uow, replace(found, added=len(added)), RosterState.DONE)
    refresh(uow, f"classroom:{room.id}")
    for user in (*added, *access.teachers_of(uow, room.id)):
        show_home(uow, user)


def _comes_in(uow: UnitOfWork, room: Classroom, user: str, by: str, in_channel: frozenset[str] | None) -> bool:
    person = uow.people.of(user)
    if person is None or not may_be(person, Role.STUDENT, outside_learn=access.outside_learn(uow)):
        return False
    if uow.memberships.here(room.id, user) is not None:
        return False
    asked = uow.admissions.of(room.id, user)
    if asked is not None:
        uow.admissions.save(replace(asked, learns=True, decided_by=by, decided_at=uow.now, helps_as=""))
        refresh(uow, f"guests:{room.id}")
    put_in_class(uow, room, user, Side.STUDENT, listed=in_channel is None or user not in in_channel)
    return True


def _take_term(uow: UnitOfWork, roster: Roster, room: Classroom) -> None:
    ends_on = _other_end(uow, roster, room)
    if ends_on is None:
        return
    changed = uow.classrooms.put(replace(room, term_ends_on=ends_on))
    if ends_on < room.term_ends_on:
        term.cut_short(uow, roster.user, changed)
    read_anew(uow, room.id)


# What the messages show.


def _brief(uow: UnitOfWork, notice: RosterSeen, reader: str) -> RosterBrief:
    found = uow.rosters.get(notice.roster)
    if found is None:
        raise NothingToSay("roster")
    only_to(found.user, reader)
    room = uow.classrooms.get(found.classroom) if found.classroom is not None else None
    if room is None:
        return RosterBrief(found)
    if room.id not in {one.id for one in _teaches(uow, Actor(uow.workspace, reader))}:
        raise NothingToSay("not a teacher any more")
    places = uow.memberships.in_class(room.id)
    here = {place.user for place in places}
    if found.state is not RosterState.READY:
        listed = [p.user for p in places if p.listed_at is not None and not has_no_account(p.user)]
        return RosterBrief(found, room.name, absent=_sorted_names(uow, listed))
    coming = [one for one in found.found if one.user not in here]
    on_list = {one.user for one in found.people}
    beside = [one for one in access.students_of(uow, room.id) if one not in on_list and not has_no_account(one)]
    return RosterBrief(
        found,
        room.name,
        coming=tuple(one.name for one in coming),
        here=len(found.found) - len(coming),
        absent=tuple(one.name for one in coming if not one.in_channel),
        beside=_sorted_names(uow, beside),
        term_ends_on=_other_end(uow, found, room),
        term_now=room.term_ends_on,
    )


def _sorted_names(uow: UnitOfWork, users: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(names_of(uow, users))) if users else ()


def _nothing(uow: UnitOfWork, notice: RosterHow, reader: str) -> None:
    return None


say(RosterSeen, shown=_brief, blocks=messages.seen)
say(RosterHow, shown=_nothing, blocks=messages.how)

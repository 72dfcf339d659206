"""Who comes into a class channel: members of the workspace learn there at once; of a guest, or of somebody of another
organisation where the school lets those learn, a teacher of the class is asked."""

from collections.abc import Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.admitting import messages
from bot.activities.admitting.messages import GuestsBrief, GuestsForm, GuestsHere, PossibleStudent, guests_of
from bot.activities.checking_in import planning
from bot.activities.drafting import use_cases as drafting
from bot.activities.mentoring import stopping as mentors
from bot.activities.peers import stopping
from bot.activities.set_up.messages import StudentAway, away_from
from bot.activities.talking import use_cases as talking
from bot.activities.teaching import untaught
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import (
    Admission,
    Belonging,
    Classroom,
    Membership,
    OutsideRule,
    Person,
    Role,
    may_be,
    of_person,
)
from bot.domain.outbox import Errand, ErrandKind
from bot.messages.briefs import NothingToSay, names_of, only_a_teacher, say, told_apart
from bot.messages.tell import refresh, refresh_what_left, show_home, tell
from storage.unit_of_work import UnitOfWork

# Giving people their place in a class, and taking it back.


def put_in_class(uow: UnitOfWork, classroom: Classroom, user: str, side: Side, *, listed: bool = False) -> None:
    """Give somebody their place, or another side, or their place back. `listed`: a class list brings them in, and they
    are not in the channel."""
    standing, since = uow.memberships.of(classroom.id, user), uow.now if listed else None
    if standing is None:
        uow.memberships.add(Membership(uow.workspace, classroom.id, user, side, uow.now, listed_at=since))
    elif standing.side is not side or standing.left_at is not None:
        uow.memberships.save(replace(standing, side=side, left_at=None, listed_at=since))
        if standing.left_at is not None:
            refresh(uow, away_from(classroom.id))
            drafting.follow(uow, user, classroom.id)


def take_out(uow: UnitOfWork, standing: Membership) -> None:
    """A student is in the class no longer. Their contract stays as it is, and its teachers know."""
    uow.memberships.save(replace(standing, left_at=uow.now))
    drafting.follow(uow, standing.user, standing.classroom)
    talking.student_left(uow, standing.user, standing.classroom)
    stopping.leaves(uow, standing.user, standing.classroom)
    mentors.leaves(uow, standing.user, standing.classroom)
    tell_teachers(uow, standing)


def tell_teachers(uow: UnitOfWork, away: Membership) -> None:
    """A student is away: those who have an open contract with them hear of it."""
    standing = uow.contracts.open_of(away.user, away.classroom)
    if standing is None or not standing.versions:
        return  # of a draft that nobody saw, nobody need hear
    for teacher in access.teachers_for(uow, away.user, away.classroom):
        tell(uow, teacher, StudentAway(away.user, away.classroom))
        show_home(uow, teacher)


def comes_in(uow: UnitOfWork, classroom: Classroom, person: Person) -> None:
    """Somebody is in the channel of a class: they get a place, or theirs back, or a teacher is asked about them."""
    standing = uow.memberships.of(classroom.id, person.user)
    if standing is not None and standing.left_at is None:
        if standing.listed_at is not None:
            uow.memberships.save(replace(standing, listed_at=None))
        return
    asked = uow.admissions.of(classroom.id, person.user)
    if standing is not None and standing.side is Side.TEACHER and may_be(person, Role.TEACHER):
        put_in_class(uow, classroom, person.user, Side.TEACHER)
    elif _learns(uow, person, standing, asked):
        put_in_class(uow, classroom, person.user, Side.STUDENT)
    elif asked is None and may_be(person, Role.STUDENT, outside_learn=access.outside_learn(uow)):
        _ask(uow, classroom, person.user)


def _learns(uow: UnitOfWork, person: Person, standing: Membership | None, asked: Admission | None) -> bool:
    """Without a further question. A guest who was a student here goes on as one."""
    if asked is not None and asked.learns is not None:
        return asked.learns and may_be(person, Role.STUDENT, outside_learn=access.outside_learn(uow))
    was_student = standing is not None and of_person(person) is Belonging.GUEST
    return may_be(person, Role.STUDENT if was_student else Role.CLASSMATE)


def _ask(uow: UnitOfWork, classroom: Classroom, user: str) -> None:
    """Each teacher gets one card a day, however many come; it shows who waits when it is read."""
    uow.admissions.add_once(Admission(uow.workspace, classroom.id, user, uow.now))
    refresh_what_left(uow, guests_of(classroom.id))
    for teacher in access.teachers_of(uow, classroom.id):
        tell(uow, teacher, GuestsHere(classroom.id), once=f"guests:{classroom.id}:{uow.now.date()}:{teacher}")
        show_home(uow, teacher)


def stays_out(uow: UnitOfWork, standing: Membership, by: str) -> None:
    """Somebody taught a class and does no more: they have no place in it, though they may well be in its channel, until
    they come into that anew or are named again."""
    uow.memberships.save(replace(standing, side=Side.STUDENT, left_at=uow.now))
    talking.teacher_left(uow, standing.user, standing.classroom)
    decided = Admission(uow.workspace, standing.classroom, standing.user, uow.now, learns=False)
    uow.admissions.put(replace(decided, decided_by=by, decided_at=uow.now))


def goes(uow: UnitOfWork, classroom: int, user: str) -> None:
    """Somebody left the channel. Who was chosen as a student need not be asked about when they come back."""
    asked = uow.admissions.of(classroom, user)
    if asked is not None and not asked.learns:
        _forget(uow, asked)


def follow(uow: UnitOfWork, person: Person) -> None:
    """Slack says something new of somebody: their places and what is asked about them fit what they are now."""
    if not person.is_active:
        return
    if not may_be(person, Role.STUDENT, outside_learn=access.outside_learn(uow)):
        _out_of_all(uow, person.user)
    elif may_be(person, Role.CLASSMATE):
        _now_a_member(uow, person)


def _out_of_all(uow: UnitOfWork, user: str) -> None:
    for place in uow.memberships.places_of(user, Side.STUDENT):
        take_out(uow, place)
        show_home(uow, user)
    for asked in uow.admissions.of_user(user):
        _forget(uow, asked)


def _now_a_member(uow: UnitOfWork, person: Person) -> None:
    """A guest whose account became a full one is in the class, where nobody said otherwise."""
    for asked in uow.admissions.undecided_of(person.user):
        _forget(uow, asked)
        classroom = uow.classrooms.get(asked.classroom)
        if classroom is not None:
            comes_in(uow, classroom, person)


def _forget(uow: UnitOfWork, asked: Admission) -> None:
    uow.admissions.remove(asked.id)
    refresh(uow, guests_of(asked.classroom))


# What a teacher decides.


def open_form(uow: UnitOfWork, actor: Actor, classroom: int) -> GuestsForm:
    """For a teacher of the class. Refusal("no-guests") where nobody is there to be chosen."""
    found = access.teacher_in(uow, actor, classroom)
    candidates = tuple(_candidates(uow, classroom))
    if not candidates:
        raise Refusal("no-guests", classroom=found.name)
    return GuestsForm(found.id, found.name, candidates)


def decide(uow: UnitOfWork, actor: Actor, classroom: int, chosen: Sequence[str]) -> None:
    """The chosen are students from now on; of the others nobody is asked again."""
    found = access.teacher_in(uow, actor, classroom)
    known = {candidate.user for candidate in _candidates(uow, classroom)}
    if not known.issuperset(chosen):
        raise Refusal("old-button", field="students")
    for asked in uow.admissions.of_some(classroom, sorted(known)):
        learns = asked.user in chosen
        decided = replace(asked, learns=learns, decided_by=actor.user, decided_at=uow.now, helps_as="")
        uow.admissions.save(decided)
        if learns:
            put_in_class(uow, found, asked.user, Side.STUDENT)
            show_home(uow, asked.user)
    refresh(uow, guests_of(classroom))
    refresh(uow, f"classroom:{classroom}")
    for teacher in access.teachers_of(uow, classroom):
        show_home(uow, teacher)


def _candidates(uow: UnitOfWork, classroom: int) -> list[PossibleStudent]:
    """Who is in the channel without a place, and could have one, by name. A member of the workspace gets theirs by
    coming in."""
    here = {m.user for m in uow.memberships.in_class(classroom)}
    asked = [a.user for a in uow.admissions.in_class(classroom) if a.user not in here]
    outside_learn = access.outside_learn(uow)
    may_learn = [p for p in uow.people.among(asked) if may_be(p, Role.STUDENT, outside_learn=outside_learn)]
    people = [p for p in may_learn if not may_be(p, Role.CLASSMATE)]
    called = told_apart(uow, people)
    found = (PossibleStudent(p.user, called[p.user], p.is_outside) for p in people)
    return sorted(found, key=lambda candidate: (candidate.name, candidate.user))


def count(uow: UnitOfWork, classroom: int) -> int:
    """How many there are to choose from."""
    return len(_candidates(uow, classroom)) if uow.admissions.first_in(classroom) is not None else 0


def _brief(uow: UnitOfWork, notice: GuestsHere, reader: str) -> GuestsBrief:
    classroom = uow.classrooms.get(notice.classroom)
    if classroom is None:
        raise NothingToSay("classroom")
    only_a_teacher(uow, classroom.id, reader)
    undecided = [asked.user for asked in uow.admissions.undecided_in(classroom.id)]
    return GuestsBrief(classroom.name, tuple(sorted(names_of(uow, undecided))) if undecided else ())


# What an admin decides for the school.


def let_outside_learn(uow: UnitOfWork, actor: Actor, allowed: bool) -> None:
    """Whether people of other organisations may be students. Allowed, their teachers are asked about those who are in a
    class channel; taken back, nobody of elsewhere has a place from now on. Their contracts stay as they are."""
    access.admin(uow, actor)
    uow.outside_rules.put(OutsideRule(uow.workspace, allowed, actor.user, uow.now))
    if allowed:
        for classroom in uow.classrooms.not_archived():
            args = {"classroom": classroom.id, "by": ""}
            uow.errands.add(Errand(uow.workspace, ErrandKind.SYNC_ROSTER, args, uow.now))
    else:
        for person in uow.people.outside():
            _out_of_all(uow, person.user)
    for admin in access.admins_of(uow):
        show_home(uow, admin)


# What Slack says of somebody is kept, and what follows from it.


def learn(uow: UnitOfWork, actor: Actor, person: Person) -> None:
    """Keep what Slack says of somebody. Who moved to another time zone takes their check-ins along; which language
    somebody chose Slack does not know."""
    known = uow.people.of(person.user)
    if known is not None:
        person = replace(person, id=known.id, language=known.language)
    if known == person:
        return
    teaches = [p.classroom for p in uow.memberships.places_of(person.user, Side.TEACHER)]
    taught = {classroom: untaught.is_taught(uow, classroom) for classroom in teaches}
    uow.people.put(person)
    if person.is_active and not may_be(person, Role.TEACHER):
        _teaches_no_more(uow, person)
    for classroom, was_taught in taught.items():
        untaught.follow(uow, classroom, was_taught)
    if known is not None and known.timezone != person.timezone:
        planning.move_with(uow, person.user)
    if known is not None and known.is_active is not person.is_active:
        _comes_or_goes(uow, person)
    follow(uow, person)


def _comes_or_goes(uow: UnitOfWork, person: Person) -> None:
    for place in uow.memberships.places_of(person.user, Side.STUDENT):
        if person.is_active:
            refresh(uow, away_from(place.classroom))
        else:
            tell_teachers(uow, place)


def _teaches_no_more(uow: UnitOfWork, person: Person) -> None:
    """Slack says of somebody who was made a teacher that they are of another organisation."""
    for place in uow.memberships.places_of(person.user, Side.TEACHER):
        uow.memberships.save(replace(place, side=Side.STUDENT, left_at=uow.now))
        talking.teacher_left(uow, place.user, place.classroom)
    grant = uow.grants.of(person.user)
    if grant is not None:
        uow.grants.remove(grant.id)


say(GuestsHere, shown=_brief, blocks=messages.guests_here)

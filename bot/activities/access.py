"""Who may do what: the one place that decides. Each function returns what it found, or refuses."""

from dataclasses import replace

from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom, Membership, Role, may_be
from bot.domain.contract import OPEN, Contract
from bot.domain.paper import has_no_account
from bot.domain.rights import GIVEN, ClassRole, Right, may
from storage.unit_of_work import UnitOfWork


def classroom_in(uow: UnitOfWork, channel: str) -> Classroom:
    found = uow.classrooms.in_channel(channel)
    if found is None:
        raise Refusal("no-class-here")
    return found


def place(uow: UnitOfWork, actor: Actor, classroom: int) -> Membership:
    """The actor's place in a class they are in now."""
    found = uow.memberships.of(classroom, actor.user)
    if found is None or found.left_at is not None or found.side not in _sides_of(uow, actor.user):
        raise Refusal("not-in-this-class")
    return found


def role_in(uow: UnitOfWork, actor: Actor, classroom: int) -> ClassRole | None:
    """What the actor is in a class now. Who has a place there helps in no other way."""
    found = uow.memberships.of(classroom, actor.user)
    if found is None or found.left_at is not None:
        return helps_as(uow, actor.user, classroom)
    return ClassRole(found.side.value) if found.side in _sides_of(uow, actor.user) else None


def helps_as(uow: UnitOfWork, user: str, classroom: int) -> ClassRole | None:
    """The role that a teacher gave them, while they are in the channel without a place and belong to the workspace."""
    asked = uow.admissions.of(classroom, user)
    person = uow.people.of(user) if asked is not None else None
    if asked is None or asked.helps_as not in GIVEN or asked.learns is not False:
        return None
    able = person is not None and may_be(person, Role.HELPER) and uow.memberships.here(classroom, user) is None
    return ClassRole(asked.helps_as) if able else None


def helpers_of(uow: UnitOfWork, classroom: int) -> list[tuple[str, ClassRole]]:
    """Who helps in a class or observes it now."""
    named = [one.user for one in uow.admissions.helping_in(classroom)]
    found = ((user, helps_as(uow, user, classroom)) for user in named)
    return [(user, role) for user, role in found if role is not None]


def helps_in(uow: UnitOfWork, user: str) -> list[tuple[Classroom, ClassRole]]:
    """The open classes in which somebody is an aide or an observer, and as what."""
    named = [one.classroom for one in uow.admissions.of_user(user) if one.helps_as]
    rooms = [room for room in uow.classrooms.among(named) if not room.archived] if named else []
    found = ((room, helps_as(uow, user, room.id)) for room in rooms)
    return [(room, role) for room, role in found if role is not None]


def aides_of(uow: UnitOfWork, classroom: int) -> list[str]:
    """User ids of those who can read what the students of a class show and answer, beside its teachers."""
    return [user for user, role in helpers_of(uow, classroom) if may(role, Right.WORK)]


def with_right(uow: UnitOfWork, actor: Actor, classroom: int, right: Right) -> tuple[Classroom, ClassRole]:
    """A class in which the actor's role has this right, and that role. Teachers have it in a closed class, too."""
    role = role_in(uow, actor, classroom)
    if role is None:
        raise Refusal("not-in-this-class")
    if not may(role, right):
        raise Refusal("not-your-role")
    room = _classroom(uow, classroom)
    if room.archived and role is not ClassRole.TEACHER:
        raise Refusal("assisting-class-closed", classroom=room.name)
    return room, role


def may_mentor(uow: UnitOfWork, user: str, contract: Contract) -> bool:
    """Whether somebody can stand beside a target of this contract: a member of the workspace, or who learns in the
    class; not its student, and nobody who teaches the class."""
    if user == contract.student or user in teachers_of(uow, contract.classroom):
        return False
    person = uow.people.of(user)
    member = person is not None and may_be(person, Role.HELPER)
    learns = contract.classroom in learns_in(uow, user)
    return may(ClassRole.MENTOR, Right.TARGET) and (member or learns)


def places_of(uow: UnitOfWork, user: str, *sides: Side) -> list[Membership]:
    """Where somebody is now, oldest first, on these sides or on either. Whose account is deactivated is nowhere."""
    possible = [side for side in _sides_of(uow, user) if side in (sides or tuple(Side))]
    found = uow.memberships.places_of(user, tuple(possible)) if possible else []
    return [*found, *_as_students_still(uow, user)] if Side.STUDENT in possible else found


def _as_students_still(uow: UnitOfWork, user: str) -> list[Membership]:
    """Their places in classes that they came to teach while a contract of their own was open: in that they are the
    student until it ends."""
    taught = uow.memberships.places_of(user, Side.TEACHER)
    own = {c.classroom for c in uow.contracts.open_for(user)} if taught else set()
    return [replace(place, side=Side.STUDENT) for place in taught if place.classroom in own]


def classes_of(uow: UnitOfWork, user: str) -> set[int]:
    """The classes in which somebody is now, on whichever side."""
    sides = _sides_of(uow, user)
    teaches = Side.TEACHER in sides  # then a contract of their own adds no other class
    places = uow.memberships.places_of(user, sides) if teaches else places_of(uow, user)
    return {place.classroom for place in places}


def learns_in(uow: UnitOfWork, user: str) -> list[int]:
    """The classes in which somebody is a student now, in the order of their ids."""
    return sorted({place.classroom for place in places_of(uow, user, Side.STUDENT)})


def own_contracts(uow: UnitOfWork, user: str) -> list[Contract]:
    """A student's open contracts, in classes where they still learn."""
    here = learns_in(uow, user)
    return [contract for contract in uow.contracts.open_for(user) if contract.classroom in here] if here else []


def _sides_of(uow: UnitOfWork, user: str) -> tuple[Side, ...]:
    """On which sides they can be, by whose account it is. Of whom Slack told us nothing, the roster decides."""
    person = uow.people.of(user)
    if person is None:
        return tuple(Side)
    learns = may_be(person, Role.STUDENT, outside_learn=person.is_outside and outside_learn(uow))
    teaches = may_be(person, Role.TEACHER)
    return tuple(side for side, possible in ((Side.STUDENT, learns), (Side.TEACHER, teaches)) if possible)


def may_have_a_place(uow: UnitOfWork, user: str) -> bool:
    """Whether somebody can be in any class of this school, by whose account it is."""
    return bool(_sides_of(uow, user))


def somewhere(uow: UnitOfWork, actor: Actor) -> None:
    """For what stays somebody's own wherever they learn or teach now: whose account can have a place, has it still."""
    if not may_have_a_place(uow, actor.user):
        raise Refusal("not-in-this-class")


def outside_learn(uow: UnitOfWork) -> bool:
    """Whether this school lets people of other organisations be students: only where an admin said so."""
    rule = uow.outside_rules.standing()
    return rule is not None and rule.may_learn


def teacher_in(uow: UnitOfWork, actor: Actor, classroom: int) -> Classroom:
    if not may(ClassRole(place(uow, actor, classroom).side.value), Right.TEACH):
        raise Refusal("for-teachers")
    return _classroom(uow, classroom)


def open_class_taught(uow: UnitOfWork, actor: Actor, classroom: int) -> Classroom:
    """One that the actor teaches and that is not closed."""
    room = teacher_in(uow, actor, classroom)
    if room.archived:
        raise Refusal("lesson-class-closed")
    return room


def may_set_up(uow: UnitOfWork, actor: Actor, classroom: int) -> Classroom:
    """A class that the actor teaches; an admin of the workspace may set up any."""
    if is_admin(uow, actor):
        return _classroom(uow, classroom)
    return teacher_in(uow, actor, classroom)


def student_in(uow: UnitOfWork, actor: Actor, classroom: int) -> Classroom:
    """Who teaches a class is a student in it only for a contract of their own that is still open."""
    learns = place(uow, actor, classroom).side is Side.STUDENT
    if not learns and uow.contracts.open_of(actor.user, classroom) is None:
        raise Refusal("for-students")
    return _classroom(uow, classroom)


def contract_as_teacher(uow: UnitOfWork, actor: Actor, contract: int) -> tuple[Contract, Classroom]:
    """A contract in a class where the actor teaches. Nobody is the teacher of their own."""
    found = uow.contracts.get(contract)
    if found is None:
        raise Refusal("no-such-contract")
    classroom = teacher_in(uow, actor, found.classroom)
    if found.student == actor.user:
        raise Refusal("own-contract")
    return found, classroom


def contract_as_student(uow: UnitOfWork, actor: Actor, contract: int) -> tuple[Contract, Classroom]:
    """The actor's own contract, in a class they are still in. Somebody else's is as good as none."""
    found = uow.contracts.own(actor.user, contract)
    if found is None:
        raise Refusal("no-such-contract")
    return found, student_in(uow, actor, found.classroom)


def contract_as_party(uow: UnitOfWork, actor: Actor, contract: int) -> tuple[Contract, Classroom, Side]:
    """A contract that the actor is a party to, and on which side."""
    found = uow.contracts.get(contract)
    if found is None:
        raise Refusal("no-such-contract")
    if found.student == actor.user:
        return found, student_in(uow, actor, found.classroom), Side.STUDENT
    return found, teacher_in(uow, actor, found.classroom), Side.TEACHER


def may_teach(uow: UnitOfWork, actor: Actor) -> bool:
    """Admins and owners of the workspace, and those who were named, whether Slack says who they are or not."""
    person = uow.people.of(actor.user)
    if person is not None and not may_be(person, Role.NAMED):
        return False
    return (person is not None and person.is_admin) or uow.grants.of(actor.user) is not None


def may_read_report(uow: UnitOfWork, user: str) -> bool:
    """Whom an admin named for the school's numbers; no guest, nobody of elsewhere, and nobody who learns here."""
    if uow.report_readers.of(user) is None:
        return False
    person = uow.people.of(user)
    return person is not None and may_be(person, Role.NAMED) and not learns_in(uow, user)


def report_reader(uow: UnitOfWork, actor: Actor) -> None:
    if not may_read_report(uow, actor.user):
        raise Refusal("report-not-named")


def is_admin(uow: UnitOfWork, actor: Actor) -> bool:
    person = uow.people.of(actor.user)
    return person is not None and may_be(person, Role.ADMIN)


def admins_of(uow: UnitOfWork) -> list[str]:
    """User ids of the workspace's admins, as far as they are known."""
    return [p.user for p in uow.people.admins() if may_be(p, Role.ADMIN)]


def admin(uow: UnitOfWork, actor: Actor) -> None:
    if not is_admin(uow, actor):
        raise Refusal("for-admins")


def accord_itself(actor: Actor) -> None:
    """No person: the scheduler, an errand, or a command of whoever runs Accord. Nobody in Slack sets this off."""
    if actor.user:
        raise Refusal("not-for-people")


def teachers_of(uow: UnitOfWork, classroom: int) -> list[str]:
    """User ids of those who teach the class now; not of whom Slack says that they can not."""
    named = [m.user for m in uow.memberships.on_side(classroom, Side.TEACHER)]
    people = uow.people.among(named) if named else []
    unable = {p.user for p in people if not may_be(p, Role.TEACHER)}
    return [user for user in named if user not in unable]


def teachers_for(uow: UnitOfWork, student: str, classroom: int) -> list[str]:
    """User ids of those who teach this student there: nobody is their own teacher."""
    return [user for user in teachers_of(uow, classroom) if user != student]


def students_of(uow: UnitOfWork, classroom: int) -> list[str]:
    """User ids of those who learn in the class now, with closed accounts and with teachers who have an open contract of
    their own there; nobody of elsewhere where the school does not let them."""
    places = uow.memberships.in_class(classroom)
    own = {contract.student for contract in uow.contracts.of_classroom(classroom, *sorted(OPEN))}
    named = [m.user for m in places if m.side is Side.STUDENT or m.user in own]
    outside = uow.people.outside_among(named) if named else []
    barred = set() if not outside or outside_learn(uow) else {p.user for p in outside}
    return [user for user in named if user not in barred]


def learners_of(uow: UnitOfWork, classroom: int) -> list[str]:
    """Of those who learn in the class, whom a teacher can ask: who does not teach it, too, and would else answer to
    themselves, and who has an account."""
    teachers = set(teachers_of(uow, classroom))
    return [one for one in students_of(uow, classroom) if one not in teachers and not has_no_account(one)]


def _classroom(uow: UnitOfWork, classroom: int) -> Classroom:
    found = uow.classrooms.get(classroom)
    if found is None:
        raise Refusal("no-class-here")
    return found


def class_meant(uow: UnitOfWork, actor: Actor, channel: str, *, which: str) -> int:
    """The class that a teacher means by where they type: the one of this channel, or the only one that they teach;
    where they teach several, the Refusal `which`."""
    found = uow.classrooms.in_channel(channel)
    if found is not None:
        return teacher_in(uow, actor, found.id).id
    teaches = [place.classroom for place in places_of(uow, actor.user, Side.TEACHER)]
    classes = [room for room in uow.classrooms.among(teaches) if not room.archived] if teaches else []
    if not classes:
        raise Refusal("for-teachers")
    if len(classes) > 1:
        raise Refusal(which)
    return classes[0].id

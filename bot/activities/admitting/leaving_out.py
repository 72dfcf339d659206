"""Somebody in a class channel who is no student there: a teacher leaves them out, names them an aide or an observer, or
lets them learn there again."""

from collections.abc import Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.admitting import leaving_out_messages as messages
from bot.activities.admitting.leaving_out_messages import (
    AideBrief,
    AideNamed,
    PeopleChosen,
    PeopleForm,
    PlaceBrief,
    PlaceChanged,
)
from bot.activities.admitting.use_cases import put_in_class, take_out
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import out_of_quiet
from bot.domain.classroom import Admission, Classroom, Membership, Role, may_be
from bot.domain.contract import OPEN
from bot.domain.rights import ClassRole, Right, may
from bot.messages.briefs import NothingToSay, name_of, names_of, only_to, say
from bot.messages.tell import refresh, show_home, tell
from storage.unit_of_work import UnitOfWork


def find_class(uow: UnitOfWork, actor: Actor, channel: str) -> int:
    """`/accord people`: the class that is meant."""
    return access.class_meant(uow, actor, channel, which="people-which-class")


def open_people(uow: UnitOfWork, actor: Actor, classroom: int) -> PeopleForm:
    room = access.teacher_in(uow, actor, classroom)
    helpers = access.helpers_of(uow, room.id)
    helping = {user for user, _ in helpers}
    users = [user for user in _left_out(uow, room) if user not in helping]
    named = names_of(uow, [user for user, _ in helpers]) if helpers else ()
    return PeopleForm(
        room.id,
        tuple(zip(users, names_of(uow, users), strict=True)) if users else (),
        tuple((user, name, role) for (user, role), name in zip(helpers, named, strict=True)),
    )


def choose(uow: UnitOfWork, actor: Actor, classroom: int, chosen: PeopleChosen) -> None:
    """All of it or nothing: of somebody with an open contract a teacher decides first what becomes of that."""
    room = access.teacher_in(uow, actor, classroom)
    places = [_to_leave_out(uow, room, user, "out") for user in dict.fromkeys(chosen.out)]
    left_out = _left_out(uow, room)
    if not set(left_out).issuperset(chosen.back):
        raise Refusal("old-button", field="back")
    helping = dict(access.helpers_of(uow, room.id))
    if not set(helping).issuperset(chosen.no_longer):
        raise Refusal("old-button", field="no_longer")
    named = _named(uow, room, chosen, left_out)
    for place in places:
        take_out(uow, place)
        _decide(uow, actor, room, place.user, learns=False)
    for user in dict.fromkeys(chosen.back):
        put_in_class(uow, room, user, Side.STUDENT)
        _decide(uow, actor, room, user, learns=True)
    for user in dict.fromkeys(chosen.no_longer):
        _decide(uow, actor, room, user, learns=False)
    for user, role in named.items():
        if helping.get(user) is not role:
            _give_role(uow, actor, room, user, role)
    refresh(uow, f"classroom:{room.id}")
    for teacher in access.teachers_of(uow, room.id):
        show_home(uow, teacher)


def _to_leave_out(uow: UnitOfWork, room: Classroom, user: str, field: str) -> Membership:
    place = uow.memberships.here(room.id, user)
    if place is None or place.side is not Side.STUDENT:
        raise Refusal("people-no-student", field=field, name=name_of(uow, user))
    contract = uow.contracts.open_of(user, room.id)
    if contract is not None and contract.versions:
        raise Refusal("people-has-contract", field=field, name=name_of(uow, user))
    return place


def _named(uow: UnitOfWork, room: Classroom, chosen: PeopleChosen, left_out: Sequence[str]) -> dict[str, ClassRole]:
    """Who gets which role. Refusal under the field that names somebody who can not have it."""
    named: dict[str, ClassRole] = {}
    taken = {*chosen.out, *chosen.back, *chosen.no_longer}
    for role, users in ((ClassRole.AIDE, chosen.aides), (ClassRole.OBSERVER, chosen.observers)):
        for user in dict.fromkeys(users):
            field = f"{role.value}s"
            if user in taken or user in named:
                raise Refusal("people-two-things", field=field, name=name_of(uow, user))
            _may_help(uow, room, user, field, left_out)
            named[user] = role
    return named


def _may_help(uow: UnitOfWork, room: Classroom, user: str, field: str, left_out: Sequence[str]) -> None:
    """A member of the workspace who is in the class channel, and does not teach the class."""
    place, person = uow.memberships.here(room.id, user), uow.people.of(user)
    if place is not None and place.side is Side.TEACHER:
        raise Refusal("people-teaches", field=field, name=name_of(uow, user))
    if person is not None and not may_be(person, Role.HELPER):
        raise Refusal("people-no-helper", field=field, name=person.name)
    if (place is None and user not in left_out) or (place is not None and place.listed_at is not None):
        raise Refusal("people-not-in-channel", field=field, name=name_of(uow, user))
    if place is not None:
        _to_leave_out(uow, room, user, field)


def _give_role(uow: UnitOfWork, actor: Actor, room: Classroom, user: str, role: ClassRole) -> None:
    """Who may read what students write is made known to those who have a contract there."""
    place = uow.memberships.here(room.id, user)
    if place is not None:
        take_out(uow, place)
    _decide(uow, actor, room, user, learns=False, role=role)
    asked = set(access.learners_of(uow, room.id))
    for contract in (one for one in uow.contracts.of_classroom(room.id, *sorted(OPEN)) if one.student in asked):
        show_home(uow, contract.student)
        if may(role, Right.WORK):
            when = out_of_quiet(uow.now, room, room.timezone)
            tell(uow, contract.student, AideNamed(room.id, user), not_before=when)


def _decide(
    uow: UnitOfWork, actor: Actor, room: Classroom, user: str, *, learns: bool, role: ClassRole | None = None
) -> None:
    """It holds while they stay in the channel, also when that is read anew; and they hear of it."""
    made = Admission(uow.workspace, room.id, user, uow.now, learns, helps_as=role.value if role else "")
    uow.admissions.put(replace(made, decided_by=actor.user, decided_at=uow.now))
    tell(uow, user, PlaceChanged(room.id, user, actor.user))
    show_home(uow, user)


def _left_out(uow: UnitOfWork, room: Classroom) -> list[str]:
    """Members of the workspace in the channel of whom a teacher said so. Guests have a form of their own."""
    here = {place.user for place in uow.memberships.in_class(room.id)}
    decided = [one.user for one in uow.admissions.in_class(room.id) if one.learns is False and one.user not in here]
    people = uow.people.among(decided) if decided else []
    return sorted(person.user for person in people if may_be(person, Role.CLASSMATE))


def _changed(uow: UnitOfWork, notice: PlaceChanged, reader: str) -> PlaceBrief:
    only_to(notice.student, reader)
    room = uow.classrooms.get(notice.classroom)
    if room is None:
        raise NothingToSay("classroom")
    learns = uow.memberships.here(room.id, reader) is not None
    role = access.helps_as(uow, reader, room.id)
    return PlaceBrief(room.id, room.name, name_of(uow, notice.by), learns, role)


def _aide(uow: UnitOfWork, notice: AideNamed, reader: str) -> AideBrief:
    """To who learns there and has a contract, while it is so."""
    room = uow.classrooms.get(notice.classroom)
    if room is None or reader not in access.learners_of(uow, notice.classroom):
        raise NothingToSay("classroom")
    if uow.contracts.open_of(reader, room.id) is None:
        raise NothingToSay("contract")
    if notice.aide not in access.aides_of(uow, room.id):
        raise NothingToSay("no aide any more")
    return AideBrief(room.name, name_of(uow, notice.aide))


say(AideNamed, shown=_aide, blocks=messages.aide_named)
say(PlaceChanged, shown=_changed, blocks=messages.place_changed)

"""Somebody in a class channel who is no student there: a teacher leaves them out, or lets them learn there again."""

from collections.abc import Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.admitting import leaving_out_messages as messages
from bot.activities.admitting.leaving_out_messages import PeopleForm, PlaceBrief, PlaceChanged
from bot.activities.admitting.use_cases import put_in_class, take_out
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Admission, Classroom, Membership, Role, may_be
from bot.messages.briefs import NothingToSay, name_of, names_of, only_to, say
from bot.messages.tell import refresh, show_home, tell
from storage.unit_of_work import UnitOfWork


def find_class(uow: UnitOfWork, actor: Actor, channel: str) -> int:
    """`/accord people`: the class that is meant."""
    return access.class_meant(uow, actor, channel, which="people-which-class")


def open_people(uow: UnitOfWork, actor: Actor, classroom: int) -> PeopleForm:
    room = access.teacher_in(uow, actor, classroom)
    users = _left_out(uow, room)
    return PeopleForm(room.id, tuple(zip(users, names_of(uow, users), strict=True)) if users else ())


def choose(uow: UnitOfWork, actor: Actor, classroom: int, out: Sequence[str], back: Sequence[str]) -> None:
    """All of it or nothing: of somebody with an open contract a teacher decides first what becomes of that."""
    room = access.teacher_in(uow, actor, classroom)
    places = [_to_leave_out(uow, room, user) for user in dict.fromkeys(out)]
    if not set(_left_out(uow, room)).issuperset(back):
        raise Refusal("old-button", field="back")
    for place in places:
        take_out(uow, place)
        _decide(uow, actor, room, place.user, learns=False)
    for user in dict.fromkeys(back):
        put_in_class(uow, room, user, Side.STUDENT)
        _decide(uow, actor, room, user, learns=True)
    refresh(uow, f"classroom:{room.id}")
    for teacher in access.teachers_of(uow, room.id):
        show_home(uow, teacher)


def _to_leave_out(uow: UnitOfWork, room: Classroom, user: str) -> Membership:
    place = uow.memberships.here(room.id, user)
    if place is None or place.side is not Side.STUDENT:
        raise Refusal("people-no-student", field="out", name=name_of(uow, user))
    contract = uow.contracts.open_of(user, room.id)
    if contract is not None and contract.versions:
        raise Refusal("people-has-contract", field="out", name=name_of(uow, user))
    return place


def _decide(uow: UnitOfWork, actor: Actor, room: Classroom, user: str, *, learns: bool) -> None:
    """It holds while they stay in the channel, also when that is read anew; and they hear of it."""
    made = Admission(uow.workspace, room.id, user, uow.now, learns)
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
    return PlaceBrief(room.name, name_of(uow, notice.by), learns)


say(PlaceChanged, shown=_changed, blocks=messages.place_changed)

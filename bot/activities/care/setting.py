"""What a school decided for somebody who is not well: an admin sets it up on Home."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.activities import access
from bot.activities.admitting.use_cases import learn
from bot.activities.care.messages import CareRule
from bot.domain import care
from bot.domain.actor import Actor, Refusal, Side, Wrong
from bot.domain.care import CareChoices, CareContact, CareSetting, Way
from bot.domain.classroom import Person, Role, may_be
from bot.messages.briefs import names_of
from bot.messages.tell import show_home
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class CareForm:
    """What the form starts with."""

    setting: CareSetting
    contacts: tuple[str, ...]


def open_form(uow: UnitOfWork, actor: Actor) -> CareForm:
    """For admins of the workspace."""
    access.admin(uow, actor)
    return CareForm(setting_of(uow), contacts_of(uow))


def decide(uow: UnitOfWork, actor: Actor, choices: CareChoices, people: Mapping[str, Person | None]) -> None:
    """An admin's decision. `people` is what Slack says of each contact now. Refusals name what can not be, by field."""
    access.admin(uow, actor)
    wrong = Wrong()
    contacts = wrong.or_else(choices.contacts, partial(care.chosen, choices))
    setting = wrong.or_else(setting_of(uow), partial(care.decided, setting_of(uow), choices, actor.user, uow.now))
    for field, user in zip(care.CONTACT_FIELDS, choices.contacts, strict=True):
        wrong.or_else(None, partial(_may_be_contact, uow, user, people.get(user), field))
    wrong.stop()
    for person in filter(None, people.values()):
        learn(uow, actor, person)
    if choices.way is Way.AT_ONCE and not _each_has_one_outside(uow, contacts):
        raise Refusal("care-one-outside", field=care.CONTACT_FIELDS[len(contacts) - 1])
    _store(uow, setting, contacts)
    for admin in access.admins_of(uow):
        show_home(uow, admin)


def setting_of(uow: UnitOfWork) -> CareSetting:
    """What the workspace decided; the usual where it has not."""
    return uow.care_settings.standing() or CareSetting(uow.workspace)


def contacts_of(uow: UnitOfWork) -> tuple[str, ...]:
    """Who may be told, in their order."""
    return tuple(c.user for c in sorted(uow.care_contacts.all(), key=lambda c: c.place))


def rule_of(uow: UnitOfWork) -> CareRule:
    """What somebody may know before they write anything: how it is told, and to whom."""
    setting = setting_of(uow)
    return CareRule(setting.way, names_of(uow, list(contacts_of(uow))), setting.wait_minutes, setting.decided_at)


def is_fit(uow: UnitOfWork, user: str) -> bool:
    """Whether somebody may be told: a member of this organisation, with an open account, and no student."""
    person = uow.people.of(user)
    if person is None or not may_be(person, Role.TOLD):
        return False
    return not access.places_of(uow, user, Side.STUDENT)


def has_enough(uow: UnitOfWork, student: str, contacts: Sequence[str]) -> bool:
    """Whether these are enough to tell one at once: two at least, one of them outside the student's classes."""
    teachers = teachers_of_student(uow, student)
    return len(contacts) >= care.LEAST_AT_ONCE and any(user not in teachers for user in contacts)


def teachers_of_student(uow: UnitOfWork, student: str) -> set[str]:
    """Everybody who teaches, or taught, a class that the student is or was in."""
    classes = [m.classroom for m in uow.memberships.ever_of_on_side(student, Side.STUDENT)]
    classes += [contract.classroom for contract in uow.contracts.open_for(student)]
    return {m.user for m in uow.memberships.ever_on_side(classes, Side.TEACHER)} if classes else set()


def _may_be_contact(uow: UnitOfWork, user: str, person: Person | None, field: str) -> None:
    if not user:
        return
    if person is None or not person.is_active:
        raise Refusal("care-unknown", field=field)
    if person.is_bot:
        raise Refusal("care-bot", field=field)
    if not may_be(person, Role.TOLD):
        raise Refusal("care-guest", field=field)
    if access.places_of(uow, user, Side.STUDENT):
        raise Refusal("care-student", field=field)


def _each_has_one_outside(uow: UnitOfWork, contacts: Sequence[str]) -> bool:
    """Whether every student has a contact who teaches none of their classes."""
    teachers: dict[int, set[str]] = defaultdict(set)
    classes: dict[str, set[int]] = defaultdict(set)
    for place in uow.memberships.everywhere():
        if place.side is Side.TEACHER:
            teachers[place.classroom].add(place.user)
        else:
            classes[place.user].add(place.classroom)
    theirs = (set().union(*(teachers[c] for c in places)) for places in classes.values())
    return all(set(contacts) - those for those in theirs)


def _store(uow: UnitOfWork, setting: CareSetting, contacts: Sequence[str]) -> None:
    uow.care_settings.put(replace(setting, id=0))
    for standing in uow.care_contacts.all():
        if standing.user not in contacts:
            uow.care_contacts.remove(standing.id)
    for place, user in enumerate(contacts, start=1):
        uow.care_contacts.put(CareContact(uow.workspace, user, place))

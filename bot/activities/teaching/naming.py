"""Naming somebody as a teacher: only whom Slack knows, and who belongs to the workspace."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.activities.admitting import learning
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.belonging import Belonging, Role, may_be, of_person
from bot.domain.classroom import Person
from bot.domain.errors import Refusal

WhoIs = Mapping[str, Person | None]
"""What Slack says now of those who are named, by user id; None where it does not say. Of whom it was not asked, what is
known decides."""


def check(
    uow: UnitOfWork, actor: Actor, users: Sequence[str], people: WhoIs, now: datetime, *, field: str = "co_teachers"
) -> None:
    """Learn what Slack says of them, and refuse the first who can not be a teacher."""
    for user in users:
        said = people.get(user)
        if said is not None:
            learning.learn(uow, actor, said, now=now)
        person = uow.people.first(user=user)
        if person is None:
            raise Refusal("teacher-unknown", field=field)
        reason = unfit(person)
        if reason:
            raise Refusal(reason, field=field, name=person.name)


def unfit(person: Person) -> str:
    """Why somebody can not be named; "" where they can."""
    if may_be(person, Role.NAMED):
        return ""
    if not person.is_active:
        return "teacher-closed"
    if person.is_bot:
        return "teacher-bot"
    return "teacher-from-outside" if of_person(person) is Belonging.OUTSIDE else "teacher-guest"

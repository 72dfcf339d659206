"""After a backup was restored: whom the record of before names as erased, and the copy holds again.

The record holds pseudonyms. With the key of the database of before, each person of the copy is compared with them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.activities import access
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.disclosure import Disclosure, What, pseudonym
from bot.messages.briefs import name_of


@dataclass(frozen=True, slots=True)
class Before:
    """What the database of before says of one workspace: the key of its pseudonyms, and the erasures."""

    key: str
    erasures: Sequence[Disclosure]


@dataclass(frozen=True, slots=True)
class Again:
    """Somebody whom the copy holds again; `erasure` is the line of before."""

    user: str
    name: str
    erasure: Disclosure


def before(uow: UnitOfWork) -> Before:
    """Read from the database of before."""
    policy = uow.policies.first()
    return Before(policy.pseudonym_key if policy else "", uow.disclosures.all(what=What.ERASED))


def held_again(uow: UnitOfWork, actor: Actor, known: Before, *, now: datetime) -> tuple[list[Again], int]:
    """Who was erased after the copy was made and is held in it; and of how many erasures nobody is, since they came
    after the copy, are erased again already, or the key is another one."""
    access.accord_itself(actor)
    copied = {(line.at, line.about) for line in uow.disclosures.all(what=What.ERASED)}
    since = {line.about: line for line in known.erasures if (line.at, line.about) not in copied}
    stand_ins = {pseudonym(known.key, uow.workspace, user): user for user in _everybody(uow)} if since else {}
    found = [Again(user, name_of(uow, user), since[name]) for name, user in stand_ins.items() if name in since]
    return sorted(found, key=lambda again: again.user), len(since) - len(found)


def _everybody(uow: UnitOfWork) -> set[str]:
    """All who can stand alone in the copy: some may be known by their place or their feedback only."""
    users = {person.user for person in uow.people.all()} | {place.user for place in uow.memberships.all()}
    feedback = uow.feedback.all()
    return users | {given.student for given in feedback} | {given.teacher for given in feedback}

"""Who may be told, and who is shown as help: nobody who is named in what was written, or could be meant by it.

The text is looked at while it is in hand, and nothing of it is kept. In doubt somebody is left out.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.activities.care import setting as care_setting
from bot.activities.ports import UnitOfWork
from bot.domain.classroom import Person
from bot.language.hearing import distress, named
from bot.language.naming.written import names_one

TEACHER = "teacher"
PARENT = "parent"
UNKNOWN_HERE = frozenset({TEACHER, PARENT, named.TITLED})
"""Roles that say nothing of a contact's place at the school: a teacher is one by the classes, "Mr Harris" could be any
teacher, and whose parent somebody is nobody told us."""

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Whom:
    """`contacts` may be told, in their order; `lines` are what is shown of those who can help. `nobody_left`: there are
    contacts, and each of them could be meant. `enough`: there were enough of them to tell one at once."""

    contacts: tuple[str, ...]
    lines: tuple[str, ...]
    nobody_left: bool
    enough: bool


def whom(uow: UnitOfWork, student: str, text: str) -> Whom:
    """Chosen before anything is said to anybody."""
    setting = care_setting.setting_of(uow)
    fit = [user for user in care_setting.contacts_of(uow) if care_setting.is_fit(uow, user)]
    people = {p.user: p for p in uow.people.all(user=fit)} if fit else {}
    meant = _meant(uow, student, text, people, setting.lines)
    left = tuple(user for user in fit if user not in meant)
    lines = tuple(line for line in setting.lines if not _is_hidden(line, text, [people[u] for u in meant]))
    return Whom(
        contacts=left,
        lines=lines or tuple(people[user].name for user in left),
        nobody_left=bool(fit) and not left,
        enough=care_setting.has_enough(uow, student, fit),
    )


def _meant(
    uow: UnitOfWork, student: str, text: str, people: Mapping[str, Person], lines: Sequence[str]
) -> Collection[str]:
    """The contacts who are named, or could be meant by what they are."""
    meant = set(distress.names_in(text, {p.user: _names(p) for p in people.values()}))
    roles = distress.roles_in(text)
    if roles & {TEACHER, named.TITLED}:
        meant |= care_setting.teachers_of_student(uow, student) & people.keys()
    others = roles - UNKNOWN_HERE
    if others:
        meant |= {user for user, person in people.items() if _could_be(person, others, lines)}
    return meant


def _could_be(person: Person, roles: Collection[str], lines: Sequence[str]) -> bool:
    """By what an admin wrote of them: of whom nothing was written, anything could be true."""
    known = {role for line in lines if distress.names_in(line, {"it": _names(person)}) for role in _roles_of(line)}
    return not known or not known.isdisjoint(roles)


def _is_hidden(line: str, text: str, meant: Sequence[Person]) -> bool:
    """Whether a line shows somebody who is meant, or names somebody whom the text names, or what they are."""
    if distress.names_in(line, {p.user: _names(p) for p in meant}):
        return True
    if distress.names_in(text, {"it": _proper_names(line)}):
        return True
    return not _roles_of(line).isdisjoint(distress.roles_in(text))


def _roles_of(line: str) -> frozenset[str]:
    return distress.roles_in(line) - {PARENT, named.TITLED}


def _names(person: Person) -> tuple[str, ...]:
    return (*person.names, *filter(None, (person.handle,)), person.user)


def _proper_names(line: str) -> list[str]:
    """The words of a line that can hardly be anything but a name."""
    return [word for word in _WORD.findall(line) if word[0].isupper() and names_one(word)]

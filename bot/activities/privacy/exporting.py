"""All that is held about one person in one workspace, for that person: article 15 and 20 GDPR, 34 CFR 99.10."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from bot.activities import access
from bot.activities.privacy import disclosing
from bot.activities.privacy.erasing import nobody_held
from bot.domain.actor import Actor, Side
from bot.domain.disclosure import DisclosureKind
from bot.language.naming import Finder, told_apart, without_shared
from bot.language.naming.parts import written
from storage.unit_of_work import UnitOfWork

FORMAT = "accord-student-export"
VERSION = 1
"""Goes up when a reader of the file would have to change. New tables and columns may come at any time."""


@dataclass(frozen=True, slots=True)
class Export:
    """`rows` by table; `acts` are the traces in rows of other people; `people` and `classrooms` are the names of
    those whom the rows name by id. Other students are in none of these: their names are taken out."""

    workspace: str
    user: str
    name: str
    timezone: str
    locale: str
    made_at: datetime
    rows: Mapping[str, list[dict[str, Any]]]
    acts: list[dict[str, Any]]
    people: Mapping[str, str]
    classrooms: Mapping[int, str]


def export(uow: UnitOfWork, actor: Actor, user: str, by: str, reason: str) -> Export:
    """Read everything, and write down that it was handed out. Refusal as `erasing.nobody_held`."""
    access.accord_itself(actor)
    if not uow.personal.is_known(uow.personal.whom(user)):
        raise nobody_held(uow, user)
    disclosing.record(uow, DisclosureKind.EXPORTED, by, user, reason)
    whom = uow.personal.whom(user)  # with the line just written: it is about them, too
    rows = uow.personal.rows(whom, *_other_students(uow, user))
    me = uow.people.of(user)
    return Export(
        workspace=uow.workspace,
        user=user,
        name=me.name if me else user,
        timezone=me.timezone if me else "UTC",
        locale=me.reads if me else "en",
        made_at=uow.now,
        rows=rows,
        acts=uow.personal.acts(whom),
        people=_named_in(uow, rows),
        classrooms={c.id: c.name for c in uow.classrooms.all()},
    )


def document(export: Export) -> dict[str, Any]:
    """The export as JSON values; docs/privacy.md describes them."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": _plain(export.made_at),
        "workspace": export.workspace,
        "user": export.user,
        "name": export.name,
        "tables": {name: [_plain(row) for row in rows] for name, rows in export.rows.items()},
        "acts": [_plain(act) for act in export.acts],
        "people": dict(export.people),
        "classrooms": {str(id): name for id, name in _classrooms_in(export).items()},
    }


def _other_students(uow: UnitOfWork, user: str) -> tuple[list[str], Finder]:
    """Who learns in some class and teaches in none; and what finds them, but nobody who may be named."""
    places = uow.memberships.all()
    teachers = {m.user for m in places if m.side is Side.TEACHER}
    students = {m.user for m in places} - teachers - {user}
    people = uow.people.all()
    theirs = [name for person in people if person.user in students for name in written(person)]
    named = [name for person in people if person.user not in students for name in written(person)]
    return sorted(students), Finder(told_apart(without_shared(theirs, named), named), named, tie=False)


def _named_in(uow: UnitOfWork, rows: Mapping[str, list[dict[str, Any]]]) -> dict[str, str]:
    """Names of those who stand in the rows: the person, and their teachers."""
    named = ("user", "teacher", "student", "decided_by", "author_user", "granted_by", "by")
    users = {row[part] for found in rows.values() for row in found for part in named if row.get(part)}
    return {p.user: p.name for p in uow.people.among(sorted(users))} if users else {}


def _classrooms_in(export: Export) -> dict[int, str]:
    wanted = {row["classroom"] for rows in export.rows.values() for row in rows if "classroom" in row}
    return {id: name for id, name in export.classrooms.items() if id in wanted}


def _plain(value: Any) -> Any:
    """A value as JSON has it: instants in UTC by ISO 8601, exact numbers as text."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value

"""Where somebody is in a class, beside the classes: who asks for the one asks for the other next."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Exists, Select, Table, and_, bindparam, exists, select

from storage.queries.people import Admissions, Classrooms, Memberships
from storage.queries.reporting import ReportReaders
from storage.repository import Reads, Repository, adapter, question
from storage.statements import columns, run
from storage.tables.classes import table

_place, _room = table(Memberships.row), table(Classrooms.row)
_admission, _reader = table(Admissions.row), table(ReportReaders.row)


def meet(connection: Connection, workspace: str, reads: Reads, user: str) -> None:
    """Read at once where somebody is, or ever was, and those classes; and know it where they were asked about in none,
    and may not have the numbers of the school: of most people that is so, and each Home wants to know it."""
    places, rooms = reads.known(_place, *Memberships.whole_by), reads.known(_room, *Classrooms.whole_by)
    if not places.missing("user", user):
        return
    found = run(connection, _places(), {"workspace": workspace, "user": user}).rows
    for *row, is_admitted, reads_report in found:
        places.learn(_read(Memberships, row[: len(_place.c)]))
        rooms.learn(_read(Classrooms, row[len(_place.c) :]))
        if not is_admitted:
            reads.once(_admission, question({"user": user}, False, False), list)
        if not reads_report:
            reads.known(_reader).say_all("user", [user])
    places.say_all("user", [user])


def _read(kind: type[Repository[Any]], row: Sequence[Any]) -> Any:
    return adapter(kind.kind).validate_python(dict(zip(columns(table(kind.row)), row, strict=True)))


@cache
def _places() -> Select[Any]:
    whose = and_(_place.c.workspace == bindparam("workspace"), _place.c.user == bindparam("user"))
    rows = _place.join(_room, and_(_room.c.workspace == _place.c.workspace, _room.c.id == _place.c.classroom))
    found = [column.label(f"{part.name}_{column.name}") for part in (_place, _room) for column in part.c]
    besides = [_any_of(_admission).label("is_admitted"), _any_of(_reader).label("reads_report")]
    return select(*found, *besides).select_from(rows).where(whose).order_by(_place.c.id)


def _any_of(them: Table) -> Exists:
    return exists().where(them.c.workspace == bindparam("workspace"), them.c.user == bindparam("user"))

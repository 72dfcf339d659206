"""Where somebody is in a class, beside the classes: who asks for the one asks for the other next."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, select

from storage.queries.people import Classrooms, Memberships
from storage.repository import Reads, Repository, adapter
from storage.statements import columns, run
from storage.tables.classes import table

_place, _room = table(Memberships.row), table(Classrooms.row)


def meet(connection: Connection, workspace: str, reads: Reads, user: str) -> None:
    """Read at once where somebody is, or ever was, and those classes."""
    places, rooms = reads.known(_place, *Memberships.whole_by), reads.known(_room, *Classrooms.whole_by)
    if not places.missing("user", user):
        return
    for row in run(connection, _places(), {"workspace": workspace, "user": user}).rows:
        places.learn(_read(Memberships, row[: len(_place.c)]))
        rooms.learn(_read(Classrooms, row[len(_place.c) :]))
    places.say_all("user", [user])


def _read(kind: type[Repository[Any]], row: Sequence[Any]) -> Any:
    return adapter(kind.kind).validate_python(dict(zip(columns(table(kind.row)), row, strict=True)))


@cache
def _places() -> Select[Any]:
    whose = and_(_place.c.workspace == bindparam("workspace"), _place.c.user == bindparam("user"))
    rows = _place.join(_room, and_(_room.c.workspace == _place.c.workspace, _room.c.id == _place.c.classroom))
    found = [column.label(f"{part.name}_{column.name}") for part in (_place, _room) for column in part.c]
    return select(*found).select_from(rows).where(whose).order_by(_place.c.id)

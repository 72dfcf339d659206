"""Sealing anew what an older key sealed, row by row, while Accord runs.

Each row is its own transaction, and is changed only if it still holds what was read: it can be stopped at any time
and started again, and what is installed meanwhile is left alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Engine, Table, and_, func, select, update

from bot.domain.installation import Unsealable
from storage.engine import reading
from storage.sealed import Seal
from storage.tables.installing import BOTS_TABLE, INSTALLATIONS_TABLE, SECRETS

TABLES = (BOTS_TABLE, INSTALLATIONS_TABLE)


class Became(StrEnum):
    """What a row needed."""

    SEALED_ANEW = "sealed-anew"
    NEWEST_ALREADY = "newest-already"
    UNREADABLE = "unreadable"
    """No key opens it: it stays as it is."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a workspace that was looked at."""

    workspace: str
    became: Became


def how_many(engine: Engine) -> int:
    """Rows that `seal_anew` looks at."""
    with reading(engine) as connection:
        return sum(connection.execute(select(func.count()).select_from(t)).scalar_one() for t in TABLES)


def seal_anew(engine: Engine, seal: Seal) -> Iterator[Row]:
    """Look at every row, and seal its secrets with the first key. Yields after each row's commit."""
    for rows in TABLES:
        with reading(engine) as connection:
            ids = list(connection.execute(select(rows.c.id).order_by(rows.c.id)).scalars())
        for id in ids:
            found = _seal_row(engine, rows, id, seal)
            if found is not None:
                yield found


def _seal_row(engine: Engine, rows: Table, id: int, seal: Seal) -> Row | None:
    secrets = [rows.c[name] for name in SECRETS if name in rows.c]
    with engine.begin() as connection:
        row = connection.execute(select(rows.c.team_id, *secrets).where(rows.c.id == id)).mappings().first()
        if row is None:
            return None
        workspace = str(row["team_id"])
        held = {c.name: row[c.name] for c in secrets if row[c.name] is not None}
        try:
            anew = {name: seal.seal(seal.open(old)) for name, old in held.items() if not seal.is_newest(old)}
        except Unsealable:
            return Row(workspace, Became.UNREADABLE)
        if not anew:
            return Row(workspace, Became.NEWEST_ALREADY)
        as_read: list[Any] = [rows.c[name] == held[name] for name in anew]
        connection.execute(update(rows).where(and_(rows.c.id == id, *as_read)).values(**anew))
        return Row(workspace, Became.SEALED_ANEW)

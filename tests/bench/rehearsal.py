"""In a child: Accord as in accord.py, on a connection that takes down every statement. What it costs does not count."""

import asyncio
import sqlite3
import sys
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine, event

from tests.bench import accord

Statement = tuple[str, list[Any]]

_statements: list[Statement] = []


class _Cursor(sqlite3.Cursor):
    def execute(self, sql: str, parameters: Any = (), /) -> "_Cursor":
        _statements.append((sql, list(parameters)))
        super().execute(sql, parameters)
        return self

    def executemany(self, sql: str, rows: Any, /) -> "_Cursor":
        for parameters in rows:
            self.execute(sql, parameters)
        return self


class _Connection(sqlite3.Connection):
    def cursor(self, factory: Any = None) -> Any:
        return super().cursor(_Cursor)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        cursor: sqlite3.Cursor = self.cursor()
        return cursor.execute(sql, parameters)

    def commit(self) -> None:
        _statements.append(("COMMIT", []))
        super().commit()

    def rollback(self) -> None:
        _statements.append(("ROLLBACK", []))
        super().rollback()


@event.listens_for(Engine, "do_connect")
def _connecting(_dialect: Any, _record: Any, _args: Sequence[Any], options: dict[str, Any]) -> None:
    options["factory"] = _Connection


async def statements() -> list[Statement]:
    """Every statement since this was asked last, in order; a transaction ends with "COMMIT" or "ROLLBACK"."""
    found = list(_statements)
    _statements.clear()
    return found


if __name__ == "__main__":
    asyncio.run(accord.main(*sys.argv[1:], statements=statements))

"""A database as 0.1.0 left it: its tables by its own migration, its rows by SQL text that is kept."""

from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Connection, Engine, inspect, text

from storage.migrate import config

ROWS = Path(__file__).parent / "rows_of_0_1_0.sql"
REVISION = "0001"

WORKSPACE = "T04UR8GFNS3"
ANA = "U0K6HGCBJML"
BEN = "U0F076KVTTT"
MIA = "U08UN200R83"
MS_LEE = "U0HYKF9JY0S"

Rows = dict[str, list[dict[str, Any]]]


def bring_to(engine: Engine, revision: str) -> None:
    """Run the migrations up to a revision."""
    with engine.begin() as connection:
        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, revision)


def fill(engine: Engine) -> None:
    """Write the rows as 0.1.0 wrote them."""
    lines = [line for line in ROWS.read_text("utf-8").splitlines() if line and not line.startswith("--")]
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL TIME ZONE 'UTC'"))
        for line in lines:
            connection.exec_driver_sql(line)
        if engine.dialect.name == "postgresql":
            _count_on(connection)


def _count_on(connection: Connection) -> None:
    """PostgreSQL counts ids apart from the rows."""
    for name in tables(connection.engine):
        connection.exec_driver_sql(
            f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM \"{name}\"))"
        )


def tables(engine: Engine) -> list[str]:
    return sorted(set(inspect(engine).get_table_names()) - {"alembic_version"})


def rows(engine: Engine, names: list[str]) -> Rows:
    """Every row of these tables as the database has it, with no code of ours between."""
    with engine.begin() as connection:
        return {
            name: [dict(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}" ORDER BY id').mappings()]
            for name in names
        }

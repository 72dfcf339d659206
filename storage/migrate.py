"""Bring a database to this version. Only forward; at start-up; by one process at a time.

Alembic takes as long to load as the rest of storage: it is, when there is something to migrate.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from storage.engine import reading, waiting

if TYPE_CHECKING:
    from alembic.config import Config

_LOCK = 4_121_993
"""PostgreSQL's advisory lock: replicas that start together migrate once."""

_MIGRATIONS = Path(__file__).parent / "migrations"


class Foreign(Exception):
    """A database in which tables stand, and nothing says that they are Accord's."""


def migrate(engine: Engine) -> None:
    """Run what is missing. A database of a newer version than this program is refused with a LookupError, somebody
    else's with Foreign."""
    with reading(engine) as connection:
        if current(connection) == newest():
            return
    with waiting(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        here = current(connection)
        if here is not None and here not in revisions():
            raise LookupError(here)
        if here is None and is_foreign(connection):
            raise Foreign
        _upgrade(connection)


def current(connection: Connection) -> str | None:
    """The revision that a database is at; None for one that was never migrated."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return found


def is_foreign(connection: Connection) -> bool:
    """Whether it has tables of somebody else's: any, and not the one that says which version they are of."""
    names = inspect(connection).get_table_names()
    return bool(names) and "alembic_version" not in names


def newest() -> str:
    """The revision that this version brings a database to."""
    return max(revisions())


@cache
def revisions() -> frozenset[str]:
    """Every revision that this version knows: the numbers that the files in migrations/versions/ begin with."""
    return frozenset(path.name.partition("_")[0] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))


def config() -> "Config":
    """What Alembic has to know to find the migrations."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(_MIGRATIONS))
    return made


def _upgrade(connection: Connection) -> None:
    from alembic import command

    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")

"""Bring a database to this version. Only forward; at start-up; by one process at a time."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

_LOCK = 4_121_993
"""PostgreSQL's advisory lock: replicas that start together migrate once."""


def migrate(engine: Engine) -> None:
    """Run what is missing. A database of a newer version than this program is refused with a LookupError."""
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        here = current(connection)
        if here is not None and here not in revisions():
            raise LookupError(here)
        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def current(connection: Connection) -> str | None:
    """The revision that a database is at; None for one that was never migrated."""
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str | None:
    return ScriptDirectory.from_config(config()).get_current_head()


def revisions() -> set[str]:
    """Every revision that this version knows."""
    return {s.revision for s in ScriptDirectory.from_config(config()).walk_revisions()}


def config() -> Config:
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return made

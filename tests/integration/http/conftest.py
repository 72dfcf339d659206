"""Databases that are up to date: migrating one for each test would take most of its time."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.engine import open_engine
from storage.migrate import migrate
from tests.integration.http.place import Place, north_and_south


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("http") / "accord.db"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture
def database(migrated: Path, tmp_path: Path) -> str:
    """The address of a fresh database file."""
    path = tmp_path / "accord.db"
    path.write_bytes(migrated.read_bytes())
    return f"sqlite:///{path}"


@pytest.fixture
async def place(database: str) -> AsyncIterator[Place]:
    async with north_and_south(database) as made:
        yield made

"""The scene of every acceptance test: a small class in a local workspace, and Accord connected to it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.scene import School, school
from bot.language import targets
from prompts.words import words_for
from storage.engine import open_engine
from storage.migrate import migrate
from tests.slack_types.collecting import keep


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file that is up to date: migrating one for each test would take most of its time. What a
    program reads once, at its start, is read here too."""
    words_for()
    targets.read("read")
    path = tmp_path_factory.mktemp("migrated") / "accord.db"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture
async def scene(migrated: Path, tmp_path: Path) -> AsyncIterator[School]:
    """Everybody is in the channel, and nothing has happened yet."""
    path = tmp_path / "accord.db"
    path.write_bytes(migrated.read_bytes())
    async with school(f"sqlite:///{path}") as made:
        yield made
        keep(made.ws.calls)

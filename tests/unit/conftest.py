"""Use cases are tested on SQLite; storage's own tests run on both databases."""

from collections.abc import Iterator

import pytest

from storage.engine import open_engine
from tests.world import World


@pytest.fixture
def world(sqlite_url: str) -> Iterator[World]:
    engine = open_engine(sqlite_url)
    yield World(engine)
    engine.dispose()

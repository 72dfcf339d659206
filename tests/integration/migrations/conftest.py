"""Each database in turn, without any table."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, text

from storage.engine import open_engine
from storage.tables.classes import Row


@pytest.fixture
def empty(database_url: str, tmp_path: Path) -> Iterator[Engine]:
    """Each database in turn, without any table."""
    url = f"sqlite:///{tmp_path}/empty.db" if database_url.startswith("sqlite") else database_url
    engine = open_engine(url)
    Row.metadata.drop_all(engine)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
    assert inspect(engine).get_table_names() == []
    yield engine
    engine.dispose()

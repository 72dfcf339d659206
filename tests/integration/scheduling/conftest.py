"""Fixtures: a small class on both databases."""

import pytest
from sqlalchemy import Engine

from tests.databases import database_url as database_url
from tests.databases import engine as engine
from tests.databases import postgres_server as postgres_server
from tests.databases import postgres_url as postgres_url
from tests.databases import sqlite_template as sqlite_template
from tests.databases import sqlite_url as sqlite_url
from tests.world import World


@pytest.fixture
def world(engine: Engine) -> World:
    return World(engine)


@pytest.fixture
def postgres_world(postgres_url: str) -> World:
    """Where transactions run side by side."""
    from storage.engine import open_engine

    return World(open_engine(postgres_url))

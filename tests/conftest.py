"""Fixtures for every test."""

from hypothesis import settings

from storage import engine as storage_engine
from tests.databases import (
    database_url,
    engine,
    postgres_server,
    postgres_url,
    sqlite_template,
    sqlite_url,
)

__all__ = ["database_url", "engine", "postgres_server", "postgres_url", "sqlite_template", "sqlite_url"]

# A busy machine is no failure: examples have no deadline. The same code is tried with the same examples, so that a
# failure is of the change in hand; `pytest --hypothesis-profile explore` looks for new ones.
settings.register_profile("explore", deadline=None)
settings.register_profile("accord", deadline=None, derandomize=True)
settings.load_profile("accord")

# The disk is waited for by the program, and by the tests that run it: tests/integration/storage/test_databases.py.
storage_engine.SYNCHRONOUS = "OFF"

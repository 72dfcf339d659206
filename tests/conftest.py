"""Fixtures for every test."""

from tests.databases import (
    database_url,
    engine,
    postgres_server,
    postgres_url,
    sqlite_template,
    sqlite_url,
)

__all__ = ["database_url", "engine", "postgres_server", "postgres_url", "sqlite_template", "sqlite_url"]

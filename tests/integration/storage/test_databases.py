"""The databases that the other tests stand on."""

from datetime import UTC, datetime

from sqlalchemy import Engine

from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)


def test_a_fresh_database_has_every_table_and_no_row(engine: Engine) -> None:
    with engine.begin() as connection:
        assert UnitOfWork(connection, "T1").outbox.cards("contract:1") == []
        assert UnitOfWork(connection, "T1").first_time("event:1", NOW)


def test_what_is_committed_is_seen_by_the_next_connection_of_the_same_test(engine: Engine) -> None:
    with engine.begin() as connection:
        assert UnitOfWork(connection, "T1").first_time("event:1", NOW)
    with engine.begin() as connection:
        assert not UnitOfWork(connection, "T1").first_time("event:1", NOW)

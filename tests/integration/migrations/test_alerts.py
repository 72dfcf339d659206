"""The alerts of somebody who is not well are made anew with all that points to them."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, delete, insert, select, text
from sqlalchemy.exc import IntegrityError

from storage.migrate import migrate
from storage.tables.classes import CareAlertRow, CareToldRow, table
from tests.integration.migrations.released import bring_to

BEFORE = "0019"
ALERT = (
    "INSERT INTO care_alert (workspace, student, at, language, of_another, way, helpers, nobody_left, channel, sources,"
    " digests, revision) VALUES ('T1', 'UANA', '2027-01-11 08:00:00', 'en', false, 'at-once', '[\"Mr Ito\"]', false,"
    " 'D1', '[\"5.1\"]', '[]', 3)"
)
TOLD = (
    'INSERT INTO care_told (workspace, alert, "user", place, state, asked_for, told_at)'
    " VALUES ('T1', 1, 'UITO', 1, 'told', false, '2027-01-11 08:00:01')"
)


@pytest.fixture
def connection(empty: Engine) -> Iterator[Connection]:
    """A database with an alert and somebody who was told, brought to this version."""
    bring_to(empty, BEFORE)
    with empty.begin() as connection:
        connection.execute(text(ALERT))
        connection.execute(text(TOLD))
    migrate(empty)
    with empty.begin() as connection:
        yield connection


def test_they_are_kept_with_who_was_told(connection: Connection) -> None:
    (alert,) = connection.execute(select(table(CareAlertRow))).mappings()
    assert (alert["id"], alert["student"], alert["helpers"], alert["revision"]) == (1, "UANA", ["Mr Ito"], 3)
    assert alert["set_aside"] == []
    (told,) = connection.execute(select(table(CareToldRow))).mappings()
    assert (told["id"], told["alert"], told["user"], told["state"]) == (1, 1, "UITO", "told")
    assert told["told_at"].isoformat() == "2027-01-11T08:00:01+00:00"


def test_nobody_is_told_of_what_there_is_not(connection: Connection) -> None:
    with pytest.raises(IntegrityError):
        connection.execute(delete(table(CareAlertRow)))


def test_no_id_is_given_twice(connection: Connection) -> None:
    alerts = table(CareAlertRow)
    (old,) = connection.execute(select(alerts)).mappings()
    connection.execute(delete(table(CareToldRow)))
    connection.execute(delete(alerts))
    again = {name: value for name, value in old.items() if name != "id"}
    made = connection.execute(insert(alerts).values(again).returning(alerts.c.id)).scalar_one()
    assert made > old["id"]

"""`accord outbox` as whoever runs it sees it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from prompts.words import words_for
from storage.engine import open_engine
from storage.queries.backlog import BacklogKind
from tests.integration.operations.commands import Accord
from tests.integration.operations.test_dead_letters import put, row

words = words_for()


@pytest.fixture
def database(accord: Accord, tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path}/var/accord.db")
    yield engine
    engine.dispose()


def test_nothing_has_failed(accord: Accord) -> None:
    told = accord("outbox", "list")
    assert (told.exit_code, told.stdout.strip()) == (0, words("outbox-empty"))


def test_list(accord: Accord, database: Engine) -> None:
    message, job = put(database, BacklogKind.MESSAGE), put(database, BacklogKind.ERRAND)
    told = accord("outbox", "list")
    assert told.exit_code == 0
    head, *rows = [line.split("\t") for line in told.stdout.splitlines()]
    assert [r[0] for r in rows] == [f"m{message}", f"e{job}"]
    assert [r[2] for r in rows] == ["help", "learn-person"]
    assert {len(r) for r in (head, *rows)} == {6}
    assert "U1" not in told.output
    assert "wrote" not in told.output


def test_list_for_a_program(accord: Accord, database: Engine) -> None:
    put(database, BacklogKind.MESSAGE)
    (line,) = accord("outbox", "list", "--json").stdout.splitlines()
    assert json.loads(line)["error"] == "not_in_channel"


def test_list_says_that_there_are_more(accord: Accord, database: Engine) -> None:
    for _ in range(3):
        put(database, BacklogKind.MESSAGE)
    told = accord("outbox", "list", "--last", "1")
    assert len(told.stdout.splitlines()) == 2
    assert told.stderr.strip() == words("outbox-more", number=2)


def test_retry_some(accord: Accord, database: Engine) -> None:
    message, job, other = (
        put(database, BacklogKind.MESSAGE),
        put(database, BacklogKind.ERRAND),
        put(database, BacklogKind.MESSAGE),
    )
    told = accord("outbox", "retry", f"m{message}", f"E{job}", f"m{message}")
    assert (told.exit_code, told.stdout.strip()) == (0, words("outbox-retry-done", number=2))
    assert row(database, BacklogKind.MESSAGE, message).state == "waiting"
    assert not row(database, BacklogKind.ERRAND, job).done
    assert row(database, BacklogKind.MESSAGE, other).state == "failed"


def test_retry_all(accord: Accord, database: Engine) -> None:
    ids = [put(database, BacklogKind.MESSAGE) for _ in range(3)]
    assert accord("outbox", "retry", "--all").exit_code == 0
    assert {row(database, BacklogKind.MESSAGE, id).state for id in ids} == {"waiting"}
    again = accord("outbox", "retry", "--all")
    assert (again.exit_code, again.stdout.strip()) == (0, words("outbox-retry-done", number=0))


def test_what_can_be_done_is_done_and_the_rest_is_named(accord: Accord, database: Engine) -> None:
    dead, alive = put(database, BacklogKind.MESSAGE), put(database, BacklogKind.MESSAGE, state="sent")
    told = accord("outbox", "retry", "m4711", f"m{alive}", f"m{dead}")
    assert told.exit_code == 1
    assert told.stderr.splitlines() == [words("outbox-unknown", id="m4711"), words("outbox-alive", id=f"m{alive}")]
    assert told.stdout.strip() == words("outbox-retry-done", number=1)
    assert row(database, BacklogKind.MESSAGE, dead).state == "waiting"


@pytest.mark.parametrize("command", ["retry", "drop"])
@pytest.mark.parametrize("id", ["12", "x12", "m", "m-1", "m1.5", "m१", "e1; drop table", "", "m" + "9" * 30])
def test_no_id_at_all_changes_nothing(accord: Accord, database: Engine, command: str, id: str) -> None:
    dead = put(database, BacklogKind.MESSAGE)
    told = accord("outbox", command, f"m{dead}", id)
    assert (told.exit_code, told.stderr.strip()) == (2, words("outbox-no-id", id=id))
    assert row(database, BacklogKind.MESSAGE, dead).state == "failed"


@pytest.mark.parametrize("command", ["retry", "drop"])
@pytest.mark.parametrize("ids", [[], ["m1", "--all"]])
def test_which_ones(accord: Accord, command: str, ids: list[str]) -> None:
    told = accord("outbox", command, *ids)
    assert (told.exit_code, told.stderr.strip()) == (2, words("outbox-which"))


def test_drop_asks(accord: Accord, database: Engine) -> None:
    """Nobody answers here: nothing is dropped."""
    id = put(database, BacklogKind.MESSAGE)
    told = accord("outbox", "drop", f"m{id}")
    assert told.exit_code == 1
    assert words("outbox-drop-sure", number=1) in told.output
    assert row(database, BacklogKind.MESSAGE, id).state == "failed"


def test_drop_without_asking(accord: Accord, database: Engine) -> None:
    id = put(database, BacklogKind.MESSAGE)
    told = accord("outbox", "drop", "--yes", f"m{id}")
    assert (told.exit_code, told.stdout.strip()) == (0, words("outbox-drop-done", number=1))
    assert row(database, BacklogKind.MESSAGE, id).state == "expired"


@pytest.mark.parametrize("command", [["list"], ["retry", "--all"], ["drop", "--all", "--yes"]])
def test_looking_makes_no_database(accord: Accord, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "var" / "accord.db").unlink()
    told = accord("outbox", *command)
    assert (told.exit_code, told.stderr.strip()) == (1, words("database-missing", path="var/accord.db"))
    assert not list((tmp_path / "var").iterdir())


@pytest.mark.parametrize(("revision", "key"), [("0001", "old"), ("fff000", "newer")])
def test_a_database_of_another_version(accord: Accord, tmp_path: Path, revision: str, key: str) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/var/accord.db")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{revision}'")
    engine.dispose()
    told = accord("outbox", "list")
    assert (told.exit_code, told.stderr.strip()) == (1, words(f"database-{key}", path="var/accord.db"))


@pytest.mark.parametrize("content", ["", "no database at all. " * 300])
def test_what_is_no_database(accord: Accord, tmp_path: Path, content: str) -> None:
    (tmp_path / "var" / "accord.db").write_text(content)
    told = accord("outbox", "list")
    assert told.exit_code == 1
    assert len(told.stderr.splitlines()) == 1
    assert (tmp_path / "var" / "accord.db").read_text() == content

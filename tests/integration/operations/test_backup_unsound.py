"""What is no sound copy of ours is found; what is only older, busy, closed or full is not called damaged."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.upkeep import backup
from storage.upkeep.backup import Unsound, back_up, check, checksum_file
from tests.integration.operations.filled import add_pair


@pytest.mark.parametrize(
    ("made", "key"),
    [
        (lambda p: None, "missing"),
        (lambda p: p.mkdir(), "a-folder"),
        (lambda p: p.write_bytes(b""), "empty"),
        (lambda p: p.write_text("this is a text. " * 100), "no-database"),
        (lambda p: _statements(p, "CREATE TABLE mine (id INTEGER)"), "not-ours"),
        (lambda p: _statements(p, "CREATE TABLE alembic_version (version_num TEXT)"), "not-ours"),
    ],
)
def test_what_is_no_copy_of_ours(tmp_path: Path, made, key: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "copy.db"
    made(path)
    with pytest.raises(Unsound) as found:
        check(path)
    assert found.value.key == key
    with pytest.raises(Unsound):
        back_up(path, tmp_path / "other.db")
    assert not (tmp_path / "other.db").exists()


def _statements(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for statement in statements:
            database.execute(statement)


def test_one_of_a_newer_version(live: Path) -> None:
    _statements(live, "UPDATE alembic_version SET version_num = 'fff000'")
    with pytest.raises(Unsound) as found:
        check(live)
    assert (found.value.key, found.value.detail) == ("newer", "fff000")


def test_one_of_an_older_version(live: Path) -> None:
    _statements(live, "UPDATE alembic_version SET version_num = '0001'")
    assert check(live).older


def test_a_row_that_points_nowhere(live: Path) -> None:
    _statements(
        live,
        """INSERT INTO membership (workspace, classroom, user, side, joined_at)
           VALUES ('T1', 99, 'U1', 'student', '2027-01-11 08:00:00')""",
    )
    with pytest.raises(Unsound) as found:
        check(live)
    assert found.value.key == "broken-link"


@pytest.fixture(scope="session")
def copied(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("copied") / "copy.db"
    back_up(filled, copy)
    return copy


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_a_flipped_bit_is_found_anywhere(copied: Path, tmp_path: Path, seed: int) -> None:
    content, chance = bytearray(copied.read_bytes()), Random(seed)
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    _found_bad(copied, tmp_path, bytes(content))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_one_that_is_cut_off_is_found_anywhere(copied: Path, tmp_path: Path, seed: int) -> None:
    content = copied.read_bytes()
    _found_bad(copied, tmp_path, content[: Random(seed).randrange(len(content))])


def _found_bad(copied: Path, folder: Path, content: bytes) -> None:
    bad = folder / copied.name
    bad.write_bytes(content)
    shutil.copyfile(checksum_file(copied), checksum_file(bad))
    with pytest.raises(Unsound):
        check(bad)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_one_that_is_cut_off_is_found_without_its_checksum(copied: Path, tmp_path: Path, share: float) -> None:
    content = copied.read_bytes()
    bad = tmp_path / "bad.db"
    bad.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(Unsound) as found:
        check(bad)
    assert found.value.key == "damaged"


def test_a_damaged_database_is_not_copied(live: Path, tmp_path: Path) -> None:
    content = bytearray(live.read_bytes())
    content[4096:40_000] = bytes(len(content[4096:40_000]))
    live.write_bytes(content)
    with pytest.raises(Unsound) as found:
        back_up(live, tmp_path / "copy.db")
    assert found.value.key == "damaged"
    assert [p.name for p in tmp_path.iterdir()] == ["live.db"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("SQLITE_CORRUPT", "damaged"),
        ("SQLITE_CORRUPT_INDEX", "damaged"),
        ("SQLITE_NOTADB", "damaged"),
        ("SQLITE_FULL", "full"),
        ("SQLITE_IOERR_WRITE", "full"),
        ("SQLITE_READONLY_DIRECTORY", "closed"),
        ("SQLITE_CANTOPEN", "closed"),
        ("SQLITE_BUSY_SNAPSHOT", "busy"),
        ("SQLITE_LOCKED", "busy"),
        ("SQLITE_NOMEM", "failed"),
    ],
)
def test_only_what_sqlite_calls_damaged_is(
    live: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, key: str
) -> None:
    def refused(*_: object) -> None:
        error = sqlite3.OperationalError("no")
        error.sqlite_errorname = name
        raise error

    monkeypatch.setattr(backup, "_copy", refused)
    with pytest.raises(Unsound) as found:
        back_up(live, tmp_path / "copy.db")
    assert (found.value.key, name in found.value.detail) == (key, True)
    assert [p.name for p in tmp_path.iterdir()] == ["live.db"]


def test_one_that_somebody_holds_is_not_called_damaged(
    live: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "WAIT", 0.1)
    with closing(sqlite3.connect(live)) as database:
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        add_pair(database, "mine-alone")
        with pytest.raises(Unsound) as found:
            back_up(live, tmp_path / "copy.db")
    assert found.value.key == "busy"
    assert not list(tmp_path.glob("*copy.db*"))


def test_one_whose_log_can_not_be_opened_is_not_called_damaged(live: Path, tmp_path: Path) -> None:
    (tmp_path / "live.db-wal").mkdir()
    with pytest.raises(Unsound) as found:
        back_up(live, tmp_path / "copy.db")
    assert found.value.key == "closed"

"""A copy made while others write is one state of the database, whole, and can be worked with; a bad one is found."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from threading import Event, Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import backup
from storage.backup import Unsound, back_up, check, checksum_file
from storage.engine import open_engine
from storage.migrate import migrate, newest

PAIR = (
    """INSERT INTO incoming (workspace, "key", received_at) VALUES ('T1', ?, '2027-01-11 08:00:00')""",
    """INSERT INTO errand (workspace, kind, args, not_before, attempts, done)
       VALUES ('T1', 'learn-person', ?, '2027-01-11 08:00:00', 0, 0)""",
)
LONG = "x" * 3_000


@pytest.fixture(scope="session")
def filled(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of some hundred pages."""
    path = tmp_path_factory.mktemp("filled") / "accord.db"
    shutil.copyfile(migrated, path)
    with closing(sqlite3.connect(path)) as database:
        for number in range(300):
            add_pair(database, f"begin-{number}")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
def live(filled: Path, tmp_path: Path) -> Path:
    path = tmp_path / "live.db"
    shutil.copyfile(filled, path)
    return path


def add_pair(database: sqlite3.Connection, name: str) -> None:
    """One in each table, or none."""
    with database:
        database.execute(PAIR[0], (name,))
        database.execute(PAIR[1], (f'{{"user": "{LONG}"}}',))


@contextmanager
def somebody_writing(path: Path) -> Iterator[None]:
    """Pairs are added, as fast as it goes, while the block runs; the first stands when it begins."""
    first, enough = Event(), Event()

    def write() -> None:
        with closing(sqlite3.connect(path, timeout=30)) as database:
            for number in iter(int, 1):
                add_pair(database, f"{number}-{os.urandom(8).hex()}")
                first.set()
                if enough.is_set():
                    return

    thread = Thread(target=write)
    thread.start()
    first.wait()
    try:
        yield
    finally:
        enough.set()
        thread.join()


def counts(path: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(path)) as database:
        (incoming,) = database.execute("SELECT count(*) FROM incoming").fetchone()
        (errands,) = database.execute("SELECT count(*) FROM errand").fetchone()
    return incoming, errands


def test_it_is_one_state_while_others_write(live: Path, tmp_path: Path) -> None:
    before = counts(live)[0]
    pages: list[tuple[int, int]] = []
    with somebody_writing(live):
        sounds = [back_up(live, tmp_path / f"copy-{n}.db", lambda *told: pages.append(told)) for n in range(5)]
    after = counts(live)[0]
    for number, sound in enumerate(sounds):
        copy = tmp_path / f"copy-{number}.db"
        incoming, errands = counts(copy)
        assert incoming == errands == sound.rows["incoming"] == sound.rows["errand"]
        assert before < incoming <= after
        assert check(copy).rows == sound.rows
    assert pages[-1][0] == pages[-1][1]


def test_many_pages_at_a_time_make_no_other_copy(live: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The smallest steps, with somebody writing between them."""
    monkeypatch.setattr(backup, "PAGES_AT_A_TIME", 1)
    with somebody_writing(live):
        sound = back_up(live, tmp_path / "copy.db")
    assert sound.rows["incoming"] == sound.rows["errand"]


def test_it_is_for_its_owner_alone_and_leaves_nothing_beside_it(live: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    copy = folder / "copy.db"
    sound = back_up(live, copy)
    assert {p.name for p in folder.iterdir()} == {"copy.db", "copy.db.sha256"}
    assert {stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir()} == {0o600}
    assert sound.revision == newest()
    found = check(copy)
    assert (found.summed, found.older, found.size) == (True, False, copy.stat().st_size)
    assert {p.name for p in folder.iterdir()} == {"copy.db", "copy.db.sha256"}


@pytest.mark.parametrize("taken", ["copy.db", "copy.db.sha256"])
def test_it_writes_over_nothing(live: Path, tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_text("mine")
    with pytest.raises(Unsound) as refused:
        back_up(live, tmp_path / "copy.db")
    assert refused.value.key == "exists"
    assert (tmp_path / taken).read_text() == "mine"
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["live.db", taken])


def test_one_that_appears_meanwhile_is_kept_too(live: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with pytest.raises(Unsound) as refused:
        back_up(live, copy, lambda _done, _all: _write_once(copy))
    assert refused.value.key == "exists"
    assert copy.read_text() == "mine"
    assert not checksum_file(copy).exists()
    assert not list(tmp_path.glob(".*"))


def _write_once(path: Path) -> None:
    if not path.exists():
        path.write_text("mine")


def test_a_file_system_without_links(live: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    back_up(live, tmp_path / "copy.db")
    assert check(tmp_path / "copy.db").summed


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


def test_a_live_one_is_read_with_what_is_not_folded_in_yet(live: Path) -> None:
    with closing(sqlite3.connect(live)) as database:
        add_pair(database, "one-more")
        assert check(live).rows["incoming"] == 301


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


def test_a_copy_grows_to_this_version(live: Path, tmp_path: Path) -> None:
    """What was copied is a database like any other: it is brought up to date, and written to."""
    copy = tmp_path / "copy.db"
    back_up(live, copy)
    engine = open_engine(f"sqlite:///{copy}")
    migrate(engine)
    engine.dispose()
    with closing(sqlite3.connect(copy)) as database:
        add_pair(database, "after")
    assert counts(copy) == (301, 301)


def test_a_database_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    """It, and what SQLite puts beside it while it is open."""
    engine = open_engine(f"sqlite:///{tmp_path}/new/accord.db")
    migrate(engine)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new").iterdir()}
    engine.dispose()
    assert modes == dict.fromkeys(("accord.db", "accord.db-wal", "accord.db-shm"), 0o600)


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


@pytest.mark.parametrize(
    ("name", "hours", "stays"),
    [
        (".copy.db.0a1b2c3d.partial", 2, False),
        (".copy.db.0a1b2c3d.partial-journal", 2, False),
        (".copy.db.0a1b2c3d.partial", 0.5, True),
        (".other.db.0a1b2c3d.partial", 2, True),
        (".copyxdb.0a1b2c3d.partial", 2, True),
        ("copy.db.partial", 2, True),
    ],
)
def test_what_a_killed_copy_left_goes_with_the_next(
    live: Path, tmp_path: Path, name: str, hours: float, stays: bool
) -> None:
    left = tmp_path / name
    left.write_text("half a copy")
    long_ago = left.stat().st_mtime - hours * 3600
    os.utime(left, (long_ago, long_ago))
    back_up(live, tmp_path / "copy.db")
    assert left.exists() is stays

"""A copy made while others write is one state of the database, whole, and can be worked with."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from storage.engine import open_engine
from storage.migrate import migrate, newest
from storage.upkeep import backup
from storage.upkeep.backup import Unsound, back_up, check, checksum_file
from tests.integration.operations.filled import add_pair


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


def test_a_live_one_is_read_with_what_is_not_folded_in_yet(live: Path) -> None:
    with closing(sqlite3.connect(live)) as database:
        add_pair(database, "one-more")
        assert check(live).rows["incoming"] == 301


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

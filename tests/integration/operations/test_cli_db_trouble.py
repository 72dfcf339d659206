"""`accord` as whoever has trouble with a database, a copy or the place for it sees it."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from shlex import quote

import pytest

from prompts.words import words_for
from tests.integration.operations.commands import Accord

words = words_for()


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("nowhere.db", "missing"),
        ("var", "a-folder"),
        ("empty.db", "empty"),
        ("text.db", "no-database"),
        ("other.db", "not-ours"),
        ("newer.db", "newer"),
        ("changed.db", "changed"),
        ("cut.db", "damaged"),
    ],
)
def test_check_says_what_is_wrong_in_one_line(accord: Accord, tmp_path: Path, path: str, key: str) -> None:
    _bad_copies(tmp_path)
    told = accord("db", "check", path)
    assert told.exit_code == 1
    assert told.stdout == ""
    assert told.stderr.splitlines() == [told.stderr.strip()]
    assert told.stderr.startswith(words(f"db-check-{key}", path=path, detail="\ue000").split("\ue000", maxsplit=1)[0])


def _bad_copies(folder: Path) -> None:
    sound = (folder / "var" / "accord.db").read_bytes()
    for name, content in {
        "empty.db": b"",
        "text.db": b"no database at all, but long enough",
        "newer.db": sound,
        "changed.db": sound,
        "changed.db.sha256": b"0000  changed.db\n",
        "cut.db": sound[: len(sound) // 2],
    }.items():
        (folder / name).write_bytes(content)
    for name, statement in {
        "other.db": "CREATE TABLE mine (id INTEGER)",
        "newer.db": "UPDATE alembic_version SET version_num = 'fff000'",
    }.items():
        with closing(sqlite3.connect(folder / name, isolation_level=None)) as database:
            database.execute(statement)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("sqlite:///var/nowhere.db", "missing"),
        ("sqlite:///var", "a-folder"),
        ("sqlite:///empty.db", "empty"),
        ("sqlite:///text.db", "no-database"),
        ("sqlite:///other.db", "not-ours"),
        ("sqlite:///newer.db", "newer"),
        ("sqlite:///cut.db", "damaged"),
        ("sqlite://", "no-file"),
        ("sqlite:///:memory:", "no-file"),
    ],
)
def test_backup_says_what_is_wrong_and_leaves_nothing(
    accord: Accord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, key: str
) -> None:
    _bad_copies(tmp_path)
    monkeypatch.setenv("ACCORD_DATABASE_URL", url)
    told = accord("db", "backup", "copy.db")
    assert told.exit_code == 1
    source = url.removeprefix("sqlite:///")
    wanted = words(f"db-backup-{key}", path=source, detail="\ue000").split("\ue000", maxsplit=1)[0]
    assert told.stderr.startswith(wanted.strip())
    assert not (tmp_path / "copy.db").exists()
    assert not list(tmp_path.glob(".*"))
    assert not (tmp_path / "var" / "nowhere.db").exists()


@pytest.mark.parametrize(
    ("target", "key"), [("nowhere/copy.db", "no-folder"), ("var/accord.db", "exists"), ("/proc/copy.db", "refused")]
)
def test_backup_says_what_is_wrong_with_the_place(accord: Accord, target: str, key: str) -> None:
    told = accord("db", "backup", target)
    assert told.exit_code == 1
    assert told.stderr.startswith(words(f"db-backup-{key}", path=target, reason="\ue000").split("\ue000")[0])


def test_a_full_disk_is_not_called_a_damaged_database(accord: Accord, tmp_path: Path) -> None:
    """The program may write files of 64 kB here; the database is larger, and stays as it was."""
    before = (tmp_path / "var" / "accord.db").read_bytes()
    (tmp_path / "copies").mkdir()
    command = f"ulimit -f 64; exec {quote(sys.executable)} -m bot db backup {quote(str(tmp_path))}/copies/copy.db"
    env = dict(os.environ) | {"PYTHONPATH": str(Path(__file__).parents[3])}
    ended = subprocess.run(
        ["/bin/bash", "-c", command], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    folder = str(tmp_path / "copies")
    assert ended.stderr.startswith(words("db-backup-full", folder=folder, detail="\ue000").split("\ue000")[0])
    assert not list((tmp_path / "copies").iterdir())
    assert (tmp_path / "var" / "accord.db").read_bytes() == before


KILLED = """
import os, signal, sys
from bot.__main__ import command_line
from storage.upkeep import backup

backup.PAGES_AT_A_TIME = 1
told = backup._told
backup._told = lambda progress: lambda *pages: (os.kill(os.getpid(), signal.SIGTERM), told(progress)(*pages))
command_line()(["db", "backup", sys.argv[1]])
"""
"""A copy that is asked to end after its first page."""


def test_sigterm_leaves_nothing_behind(accord: Accord, tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    env = dict(os.environ) | {"PYTHONPATH": str(Path(__file__).parents[3])}
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, "copies/copy.db"], cwd=tmp_path, env=env, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (128 + signal.SIGTERM, b"")
    assert b"Traceback" not in ended.stderr
    assert not list((tmp_path / "copies").iterdir())


@pytest.mark.parametrize(
    ("url", "key", "args"),
    [
        ("my database", "address", {}),
        ("oracle9://here", "kind", {"kind": "oracle9"}),
        ("postgresql+asyncpg://me:sesame@here/accord", "kind", {"kind": "postgresql+asyncpg"}),
    ],
)
@pytest.mark.parametrize("command", [("db", "backup", "copy.db"), ("db", "migrate", "--yes"), ("outbox", "list")])
def test_an_address_without_sense(
    accord: Accord, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], url: str, key: str, args: dict[str, str]
) -> None:
    monkeypatch.setenv("ACCORD_DATABASE_URL", url)
    told = accord(*command)
    assert told.exit_code == 1
    assert told.stderr.strip() == words(f"run-database-{key}", **args)


@pytest.mark.parametrize("command", [("db", "migrate", "--yes"), ("outbox", "list")])
def test_somebody_elses_database_is_left_alone(
    accord: Accord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    _bad_copies(tmp_path)
    before = (tmp_path / "other.db").read_bytes()
    monkeypatch.setenv("ACCORD_DATABASE_URL", "sqlite:///other.db")
    told = accord(*command)
    assert told.exit_code == 1
    key = "run-database-foreign" if command[0] == "db" else "database-foreign"
    assert told.stderr.strip() == words(key, path="other.db")
    assert _tables(tmp_path / "other.db") == {"mine"}
    assert command[0] == "db" or (tmp_path / "other.db").read_bytes() == before


def _tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as database:
        return {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}

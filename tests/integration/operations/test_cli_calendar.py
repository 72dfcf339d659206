"""`accord calendar import`: a file becomes events of a class, and each file that is none gets a word."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner, Result

from bot.__main__ import command_line
from prompts.words import words_for
from storage.engine import open_engine
from storage.migrate import migrate
from tests.unit.calendars.files import calendar, event
from tests.world import WORKSPACE, World

words = words_for()
TODAY = datetime.now(UTC).date()


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    url = f"sqlite:///{tmp_path}/accord.db"
    monkeypatch.setenv("ACCORD_DATABASE_URL", url)
    monkeypatch.chdir(tmp_path)
    made = open_engine(url)
    migrate(made)
    return made


def bring_in(file: Path, name: str = "English 11", workspace: str = WORKSPACE) -> Result:
    args = ["calendar", "import", str(file), "--class", name, "--workspace", workspace]
    return CliRunner().invoke(command_line(), args)


@pytest.fixture
def world(engine: Engine) -> World:
    """Its term goes on for a year from today: a command goes by the computer's clock."""
    made = World(engine)
    with made.uow() as uow:
        uow.classrooms.put(replace(made.classroom, term_ends_on=TODAY + timedelta(days=365)))
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A week off next month."""
    first = TODAY + timedelta(days=30)
    made = tmp_path / "school.ics"
    made.write_bytes(calendar(event("Half term", f"{first:%Y%m%d}", f"{first + timedelta(days=5):%Y%m%d}")))
    return made


def test_a_file_is_brought_in_by_name_or_channel(world: World, file: Path) -> None:
    for name in ("english 11", "C1"):
        done = bring_in(file, name)
        assert done.exit_code == 0, done.output
    with world.uow() as uow:
        assert [e.closes for e in uow.days_off.of(world.classroom.id)] == [False]
    assert world.kinds("UTEACHER") == ["calendar-read"]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty"),
        (b"<html>", "page"),
        (b"hello", "broken"),
        (b"\xff\xfe", "encoding"),
        (b" " * 2_000_000, "too-big"),
    ],
)
def test_what_is_no_calendar_is_said(world: World, tmp_path: Path, content: bytes, key: str) -> None:
    made = tmp_path / "a.ics"
    made.write_bytes(content)
    done = bring_in(made)
    assert done.exit_code == 1
    assert words(f"calendar-unread-{key}") in " ".join(done.output.split())


def test_no_such_file_or_class(world: World, file: Path, tmp_path: Path) -> None:
    assert bring_in(tmp_path / "nothing.ics").exit_code == 1
    done = bring_in(file, "Maths")
    assert words("calendar-class-none", name="Maths") in " ".join(done.output.split())
    assert bring_in(file, workspace="nonsense").exit_code == 1

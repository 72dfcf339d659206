"""What somebody sees who does not know the commands yet, or mistypes one."""

from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from bot.__main__ import command_line
from prompts.words import words_for
from tests.integration.operations.commands import Accord, in_folder

words = words_for()
WIDE = 80


@pytest.fixture
def accord(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Accord:
    made = in_folder(tmp_path, monkeypatch, {})
    monkeypatch.setenv("COLUMNS", str(WIDE))
    return made


def commands(command: Any, *path: str) -> list[tuple[str, ...]]:
    """Every command by its words, those of groups too."""
    found = [path]
    for name, inner in getattr(command, "commands", {}).items():
        found += commands(inner, *path, name)
    return found


ALL = commands(typer.main.get_command(command_line()))


def test_the_list_has_a_line_for_each_command_in_its_group(accord: Accord) -> None:
    lines = accord("--help").stdout.splitlines()
    assert len(ALL) > 25
    for name in (path[0] for path in ALL if len(path) == 1):
        assert [line for line in lines if line[2:].startswith(f"{name} ") and words(f"short-{name}") in line], name
    for panel in ("begin", "run", "people", "build"):
        assert any(words(f"panel-{panel}") in line for line in lines)
    assert max(map(len, lines)) <= WIDE


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_each_explains_itself(path: tuple[str, ...]) -> None:
    told = CliRunner().invoke(command_line(), [*path, "--help"], prog_name="accord")
    assert told.exit_code == 0
    assert len(told.stdout.split()) > 10


@pytest.mark.parametrize(
    ("typed", "meant"),
    [(["docter"], "doctor"), (["outbox", "lst"], "list"), (["db", "bakup"], "backup"), (["run", "--htpp"], "--http")],
)
def test_a_slip_is_answered_with_what_was_meant(accord: Accord, typed: list[str], meant: str) -> None:
    told = accord(*typed)
    assert told.exit_code == 2
    assert meant in told.stderr
    assert told.stdout == ""


@pytest.mark.parametrize("typed", [["nonsense"], ["--nonsense"], ["db", "nonsense"], ["doctor", "nonsense"]])
def test_nonsense_is_answered_kindly(accord: Accord, typed: list[str]) -> None:
    told = accord(*typed)
    assert told.exit_code == 2
    assert "--help" in told.stderr
    assert "Traceback" not in told.output


@pytest.mark.parametrize("path", [path for path in ALL if [p for p in ALL if p[:-1] == path]], ids=" ".join)
def test_a_group_alone_shows_what_is_in_it(path: tuple[str, ...]) -> None:
    told = CliRunner().invoke(command_line(), list(path), prog_name="accord")
    assert all(f" {inner[-1]} " in told.output for inner in ALL if inner and inner[:-1] == path)


@pytest.mark.parametrize("path", [path for path in ALL if len(path) == 1], ids=" ".join)
def test_one_that_is_loaded_alone_explains_itself_in_the_same_words(path: tuple[str, ...]) -> None:
    alone, among_all = (
        CliRunner().invoke(command_line(wanted), [*path, "--help"], prog_name="accord") for wanted in (path[0], "")
    )
    assert alone.exit_code == among_all.exit_code == 0
    assert alone.stdout == among_all.stdout

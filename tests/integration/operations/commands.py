"""The command line, called in the test's own process, with the settings that it is given and no others."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import command_line

Accord = Callable[..., Result]
"""`accord(*words)` runs a command in the test's folder."""


def in_folder(folder: Path, monkeypatch: pytest.MonkeyPatch, settings: Mapping[str, str]) -> Accord:
    for name in os.environ:
        if name.startswith(("ACCORD_", "SLACK_", "OPENAI_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "300")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(folder)
    return lambda *words: CliRunner().invoke(command_line(), list(words), prog_name="accord", catch_exceptions=False)


@pytest.fixture
def accord(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, migrated: Path) -> Accord:
    """With a database in var/accord.db, as by default."""
    (tmp_path / "var").mkdir()
    shutil.copyfile(migrated, tmp_path / "var" / "accord.db")
    return in_folder(tmp_path, monkeypatch, {})

"""The first worked example of CONTRIBUTING.md, carried out to the letter in a copy of the house."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import rooms
from tests.house.field import files_that_name
from tests.unit.docs.reading import RECIPES, ROOT, Block, blocks

STEPS = [block for block in blocks(RECIPES) if block.language == "diff"]
TESTS = [block.file for block in STEPS if block.file.startswith("tests/")]
NEEDED = ("bot", "handlers", "storage", "prompts", "sandbox", "simulation", "tests", "manifest.yml", "pyproject.toml")
UNNEEDED = ("acceptance", "integration", "data", "browser", "transcripts")
"""Of the tests."""
MIGRATION = "storage/migrations/versions"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy with what the tests of a check-in need."""
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=_unneeded)
        else:
            shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def _unneeded(folder: str, names: list[str]) -> set[str]:
    return {"__pycache__", *(UNNEEDED if Path(folder) == ROOT / "tests" else ())} & set(names)


def _follow(step: Block, house: Path) -> None:
    file = house / step.file
    for there, then in step.hunks:
        text = file.read_text("utf-8")
        assert f"\n{text}".count(f"\n{there}") == 1, f"{step.file} does not say this, or says it twice:\n{there}"
        file.write_text(f"\n{text}".replace(f"\n{there}", f"\n{then}")[1:], "utf-8")


def _run(house: Path, *module: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_who_follows_it_has_a_field_on_the_teachers_card(house: Path) -> None:
    for step in STEPS:
        _follow(step, house)
    before = set((house / MIGRATION).iterdir())
    _run(house, "storage.migrations", "how hard a student tried")
    (migration,) = set((house / MIGRATION).iterdir()) - before
    assert "effort" in migration.read_text("utf-8")
    tests = [*TESTS, "tests/unit/privacy/test_register.py"]
    ran = _run(house, "pytest", "-p", "no:cacheprovider", *tests, "-n", "0")
    assert "100%" in ran


def test_it_names_each_file_that_a_field_like_it_is_in() -> None:
    """Nothing has to be searched: what the house counts for the field that stands beside it is in the recipe."""
    like_it = [file for file in files_that_name(rooms.FIELD, ROOT, rooms.FOLDERS) if not _is_played_with(file)]
    assert len(like_it) > 2
    assert {str(file) for file in like_it} - {step.file for step in STEPS} == set()


OF_THIS_ONE = ("bot/activities/documents/empty_sheets.py", "bot/domain/suggestions.py")


def _is_played_with(file: Path) -> bool:
    """A migration, which is written by a command, what plays with Accord, or what asks for this very field."""
    return str(file).startswith((MIGRATION, *OF_THIS_ONE)) or rooms.is_in(
        ".".join(file.with_suffix("").parts), rooms.PLAYERS
    )

"""Where the demo's database lies: a school's own comes to lie beside it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.demo.local import own_folder


@pytest.fixture(autouse=True)
def let_others_in() -> Iterator[None]:
    """What a terminal has by itself."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_nobody_else_looks_into_it_or_what_is_around_it(tmp_path: Path) -> None:
    folder = tmp_path / "var" / "demo"
    own_folder(folder)
    assert [place.stat().st_mode & 0o777 for place in (folder, folder.parent)] == [0o700, 0o700]


def test_what_is_there_stays_but_for_the_class_of_before(tmp_path: Path) -> None:
    folder = tmp_path / "var" / "demo"
    own_folder(folder)
    for name in ("accord.db", "accord.db-wal", "note.txt"):
        (folder / name).touch()
    own_folder(folder)
    assert [left.name for left in folder.iterdir()] == ["note.txt"]

"""`accord clock confirm`: whoever runs Accord says that a new time is right."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.timekeeping import Leap, LeapCourse
from prompts.words import words_for
from storage.engine import open_engine
from storage.queries.clocks import clock_books
from tests.integration.operations.commands import Accord
from tests.world import START

words = words_for()


@pytest.fixture
def written(tmp_path: Path, accord: Accord):  # type: ignore[no-untyped-def]
    """Writes leaps down, and tells which computers are confirmed."""
    books = clock_books(open_engine(f"sqlite:///{tmp_path}/var/accord.db"))

    def write(*leaps: Leap) -> set[str]:
        with books() as book:
            for leap in leaps:
                book.write(leap)
            return {leap.computer for leap in book.leaps() if leap.confirmed}

    return write


GRAY, BLUE = (Leap(name, timedelta(hours=2), START) for name in ("gray", "blue"))
OVER = Leap("red", timedelta(hours=2), START, LeapCourse.RIGHTED, START)


def test_the_one_in_doubt(accord: Accord, written) -> None:  # type: ignore[no-untyped-def]
    written(GRAY, OVER)
    ended = accord("clock", "confirm")
    assert (ended.exit_code, ended.stdout.strip()) == (0, words("clock-confirmed", computer="gray"))
    assert written() == {"gray"}


def test_of_several_the_one_that_is_named(accord: Accord, written) -> None:  # type: ignore[no-untyped-def]
    written(GRAY, BLUE)
    assert accord("clock", "confirm").exit_code == 1
    assert written() == set()
    assert accord("clock", "confirm", "blue").exit_code == 0
    assert written() == {"blue"}


@pytest.mark.parametrize("named", [(), ("red",), ("nobody",)])
def test_none_in_doubt(accord: Accord, written, named: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    written(OVER)
    assert accord("clock", "confirm", *named).exit_code == 1
    assert written() == set()

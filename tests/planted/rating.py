"""Planted in work that teachers rate together, and in what is chosen from a menu."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from bot.activities.calibrating import ending
from bot.activities.calibrating import use_cases as calibrating
from bot.activities.menus import picking
from bot.domain import calibration, chosen
from simulation.plan import Size
from tests.planted.plants import plant

SHORT = Size(students=2, weeks=2, trouble=5)
TRANSCRIPTS = "tests/transcripts/test_cases.py::test_a_conversation"


@plant("Colleagues rate work before its student has said yes.", "work_is_rated_after_a_yes", size=SHORT, first=22)
def rated_before_a_yes() -> Iterator[None]:
    ask = calibrating.ask

    def and_begin(uow: Any, actor: Any, classroom: int, pieces: Any, by: str, colleagues: Any) -> Any:
        made = ask(uow, actor, classroom, pieces, by, colleagues)
        for piece in uow.shown_pieces.of(made.id):
            ending.keep(uow, calibration.decided(piece, True, made, uow.now))
        calibrating._begin(uow, made)
        return made

    with patch.object(calibrating, "ask", and_begin):
        yield


@plant(
    "Names stand in the work that colleagues rate.",
    test=f"{TRANSCRIPTS}[colleagues read a piece after a yes and without names, and see how far they agree]",
)
def rated_with_names() -> Iterator[None]:
    with patch.object(calibrating, "mask_of", lambda *_: lambda text: text):
        yield


@plant("An activity of the menu is signed just as it came.", test="tests/unit/menus/test_menu.py")
def signed_as_it_came() -> Iterator[None]:
    def anything(*_: Any) -> bool:
        return True

    with patch.object(chosen, "is_made_own", anything), patch.object(picking, "is_made_own", anything):
        yield

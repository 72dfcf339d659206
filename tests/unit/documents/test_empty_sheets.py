"""Sheets to be filled in by hand: for teachers, in their language, with nothing of anybody on them."""

from dataclasses import replace

import pytest

from bot.activities.documents import use_cases as documents
from bot.activities.documents.empty_sheets import Empty, empty_sheet
from bot.activities.documents.messages import SHEETS, EmptySheet
from bot.documents.press import pages
from bot.documents.sheet import Lines, Table
from bot.domain.actor import Refusal
from bot.messages.briefs import NothingToSay, brief_for
from bot.messages.presenting import present
from handlers import documents as handling
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.handling import KeptViews, context_of
from tests.unit.home.pages import buttons, shown
from tests.unit.reviewing.test_presses import press
from tests.world import World


@pytest.mark.parametrize("which", list(Empty))
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("timezone", ["Europe/London", "America/New_York"])
def test_each_fits_on_two_sides_of_a_sheet(which: Empty, language: str, timezone: str) -> None:
    assert len(pages(empty_sheet(which, words_for(language), timezone), 20)) <= 2


def test_the_plan_asks_what_a_contract_says() -> None:
    parts = [part for section in empty_sheet(Empty.PLAN, words_for(), "UTC").sections for part in section.parts]
    asked = [part.question for part in parts if isinstance(part, Lines)]
    words = words_for()
    for name in ("hardest", "well", "statement", "how", "obstacle", "fallback", "helps", "criteria", "when"):
        assert words(f"sheet-{name}") in asked
    counted = [part.head for part in parts if isinstance(part, Table)][1]
    assert counted[1:] == tuple(words(f"sheet-{name}") for name in ("start", "goal", "by-when"))


def test_signs_of_success_are_rated_as_they_are_in_slack() -> None:
    words = words_for("es")
    tables = [p for s in empty_sheet(Empty.REFLECTION, words, "UTC").sections for p in s.parts if isinstance(p, Table)]
    assert tables[-1].head[1:] == tuple(words(f"look-back-rating-{level}") for level in range(1, 5))


async def test_a_teacher_gets_each_by_the_button_on_home(world: World) -> None:
    assert SHEETS in dict(buttons(shown(world, world.teacher)))
    views = KeptViews()
    await handling.open_print(press(world.teacher, SHEETS, ""), context_of(world, views))
    (view,) = views.opened
    assert check_view(view) == []
    offered = [action for action, _ in buttons(view["blocks"]) if action.startswith("documents.sheet.")]
    assert offered == [f"documents.sheet.{which}" for which in Empty]
    for number, action in enumerate(offered):
        pressed = replace(press(world.teacher, action, ""), incoming=f"p{number}")
        await handling.give_sheet(pressed, context_of(world))
    queued = [d for d in world.deliveries() if d.notice == EmptySheet.kind]
    assert [d.lane for d in queued] == [world.teacher.user] * len(Empty)
    with world.uow() as uow:
        made = [present(uow, d) for d in queued]
    for message in made:
        assert message is not None
        assert message.file is not None
        assert message.file.content().startswith(b"%PDF-")


def test_students_are_not_offered_them(world: World) -> None:
    assert SHEETS not in dict(buttons(shown(world, world.student)))
    with pytest.raises(Refusal, match="for-teachers"):
        world.do(documents.give_sheet, world.student, Empty.PLAN)
    with world.uow() as uow, pytest.raises(NothingToSay):
        brief_for(uow, EmptySheet(world.teacher.user, "plan"), world.student.user)

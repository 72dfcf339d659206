"""A student leads a conference: what stands in the pack, who gets it, and who signed which next step."""

from dataclasses import replace
from typing import Any

import pytest

from bot.activities.conference import use_cases as conference
from bot.activities.conference.messages import (
    SIGN,
    ConferenceBrief,
    ConferenceCard,
    ConferencePack,
    ConferenceStep,
    card,
    pack_form,
    step_form,
)
from bot.activities.conference.sheets import PackBrief, pack_sheet, step_sheet
from bot.documents.press import legible, pages, pdf
from bot.documents.sheet import Paper, Table, as_data
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.conference import SCRIPT_MOST, Conference, Pack
from bot.domain.evidence import Piece, PieceState, taken_back
from bot.messages.briefs import NothingToSay, brief_for
from bot.messages.registry import Notice, Reader
from handlers import conference as handling
from prompts.words import words_for
from sandbox.blocks.check import check_message_blocks, check_view
from tests.unit.documents import samples
from tests.unit.handling import KeptViews, context_of
from tests.unit.home.pages import buttons
from tests.unit.reviewing.test_presses import press, submission
from tests.world import WORKSPACE, World

PACK = Pack("proud", "I begin with my first page", "What did you notice?", "What would help me?")


@pytest.fixture
def world(world: World) -> World:
    """Ana has shown four pieces of work."""
    agreed = world.agree(supports="More time in class")
    with world.uow() as uow:
        for number in range(1, 5):
            whose = (WORKSPACE, agreed.id, "USTUDENT", 0, f"1.{number}", f"F{number}")
            uow.pieces.add(Piece(*whose, f"page {number}.pdf", "", world.now, PieceState.KEPT, shown_at=world.now))
    return world


def prepared(world: World, *pieces: int) -> int:
    return world.do(conference.save, world.student, 1, replace(PACK, pieces=pieces)).id


def read(world: World, notice: Notice, actor: Actor) -> PackBrief | ConferenceBrief:
    with world.uow() as uow:
        found: PackBrief | ConferenceBrief = brief_for(uow, notice, actor.user)
    return found


def packed(world: World, id: int, actor: Actor) -> PackBrief:
    found = read(world, ConferencePack(actor.user, id), actor)
    assert isinstance(found, PackBrief)
    return found


def kept(world: World, id: int) -> Conference:
    with world.uow() as uow:
        found = uow.conferences.get(id)
    assert found is not None
    return found


def text_of(world: World, brief: PackBrief, language: str = "en") -> str:
    return str(as_data(pack_sheet(brief, Reader("USTUDENT", words_for(language), "UTC", world.now))))


def test_the_pack_has_the_words_the_chosen_work_and_the_questions(world: World) -> None:
    text = text_of(world, packed(world, prepared(world, 1, 3), world.student))
    for said in (PACK.script, PACK.first_question, PACK.second_question, "page 1.pdf", "page 3.pdf"):
        assert said in text
    assert words_for("en")("conference-opening-proud") in text
    assert "page 2.pdf" not in text
    assert "More time in class" not in text


def test_work_that_was_taken_back_is_named_by_its_day_and_the_rest_is_printed(world: World) -> None:
    id = prepared(world, 1, 3)
    with world.uow() as uow:
        piece = uow.pieces.get(3)
        assert piece is not None
        uow.pieces.save(taken_back(piece))
    brief = packed(world, id, world.student)
    assert len(brief.shown.gone) == 1
    text = text_of(world, brief)
    assert "page 1.pdf" in text
    assert "page 3.pdf" not in text


def test_both_sides_hear_of_it_once_and_then_their_cards_follow(world: World) -> None:
    prepared(world)
    prepared(world, 2)
    for user in ("USTUDENT", "UTEACHER"):
        assert world.kinds(user).count(ConferenceCard.kind) == 1
    assert ConferenceCard.kind not in world.kinds("UCLASSMATE")
    assert kept(world, 1).pieces == (2,)


@pytest.mark.parametrize(
    ("changed", "key", "field"),
    [
        ({"opening": "other"}, "choose-an-opening", "opening"),
        ({"script": "  "}, "empty", "script"),
        ({"script": "w" * (SCRIPT_MOST + 1)}, "too-long", "script"),
        ({"first_question": ""}, "empty", "first"),
        ({"pieces": (1, 2, 3, 4)}, "pieces-most", "pieces"),
    ],
)
def test_what_is_missing_or_too_much_is_said_under_its_field(
    world: World, changed: dict[str, Any], key: str, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        world.do(conference.save, world.student, 1, replace(PACK, **changed))
    assert (refused.value.key, refused.value.field) == (key, field)
    with world.uow() as uow:
        assert uow.conferences.of(1) is None


def test_of_work_that_is_somebody_elses_nothing_is_kept(world: World) -> None:
    assert kept(world, prepared(world, 1, 99)).pieces == (1,)


# The next step.


def test_who_writes_it_signs_it_and_the_other_signs_by_a_press(world: World) -> None:
    id = prepared(world)
    world.do(conference.agree_step, world.teacher, id, "Ana reads one page aloud each day")
    assert [kept(world, id).signed_at(side) is not None for side in Side] == [False, True]
    world.do(conference.sign_step, world.student, id, 1)
    found = kept(world, id)
    assert [found.signed_at(side) for side in Side] == [world.now, world.now]
    assert found.signed_by == world.teacher.user


def test_other_words_drop_the_signatures_and_a_press_on_the_old_ones_says_so(world: World) -> None:
    id = prepared(world)
    world.do(conference.agree_step, world.teacher, id, "One page each day")
    world.do(conference.agree_step, world.student, id, "One page each week")
    assert [kept(world, id).signed_at(side) is not None for side in Side] == [True, False]
    with pytest.raises(Refusal) as refused:
        world.do(conference.sign_step, world.teacher, id, 1)
    assert refused.value.key == "step-changed"
    assert kept(world, id).teacher_signed_at is None


def test_the_page_has_who_signed_and_room_for_hands(world: World) -> None:
    id = prepared(world)
    with pytest.raises(Refusal):
        world.do(conference.give_step, world.student, id)
    world.do(conference.agree_step, world.student, id, "One page each day")
    brief = read(world, ConferenceStep("USTUDENT", id), world.student)
    assert isinstance(brief, PackBrief)
    sheet = step_sheet(brief, words_for("en"))
    (table,) = (part for section in sheet.sections for part in section.parts if isinstance(part, Table))
    assert [bool(row[1]) for row in table.rows] == [True, False, False]
    assert pdf(sheet).startswith(b"%PDF-")


# Who reads it.


def test_nobody_else_reads_it(world: World) -> None:
    id = prepared(world)
    for actor in (world.classmate, world.stranger, world.admin):
        for notice in (ConferenceCard(id), ConferencePack(actor.user, id), ConferenceStep(actor.user, id)):
            with pytest.raises(NothingToSay):
                read(world, notice, actor)
        with pytest.raises(Refusal):
            world.do(conference.give_pack, actor, id)
    with pytest.raises(NothingToSay):
        read(world, ConferencePack("USTUDENT", id), world.teacher)


def test_a_pack_is_its_students_to_make(world: World) -> None:
    with pytest.raises(Refusal):
        world.do(conference.save, world.teacher, 1, PACK)


# As it looks.


@pytest.mark.parametrize("language", ["en", "es"])
async def test_forms_and_cards_are_taken_by_slack(world: World, language: str) -> None:
    words = words_for(language)
    view = pack_form(words, world.do(conference.open_form, world.student, 1))
    id = prepared(world, 1)
    again = pack_form(words, world.do(conference.open_form, world.student, 1))
    found = kept(world, id)
    assert [check_view(one) for one in (view, again, step_form(words, found))] == [[], [], []]
    world.do(conference.agree_step, world.student, id, "One page each day")
    for actor in (world.student, world.teacher):
        brief = read(world, ConferenceCard(id), actor)
        assert isinstance(brief, ConferenceBrief)
        made = card(ConferenceCard(id), brief, Reader(actor.user, words, "UTC", world.now))
        assert check_message_blocks([dict(block) for block in made.blocks]) == []
        signs = [value for action, value in buttons([dict(block) for block in made.blocks]) if action == SIGN]
        assert signs == ([] if actor == world.student else [f"{id}:1"])


async def test_the_form_and_the_presses_do_it(world: World) -> None:
    views = KeptViews()
    context = context_of(world, views)
    await handling.open_form(press(world.student, "conference.open", "1", "p1"), context)
    values = {"opening": "hard", "script": "I begin", "first": "What helps?", "second": "", "pieces": ["2", "x"]}
    await handling.save(submission(world.student, "conference.save", "1", values, "v1"), context)
    assert (kept(world, 1).opening, kept(world, 1).pieces) == ("hard", (2,))
    await handling.open_step(press(world.teacher, "conference.step", "1", "p2"), context)
    await handling.agree(submission(world.teacher, "conference.agree", "1", {"step": "One page"}, "v2"), context)
    await handling.sign(press(world.student, SIGN, "1:1", "p3"), context)
    await handling.give_step(press(world.teacher, "conference.page", "1", "p4"), context)
    await handling.give_pack(press(world.teacher, "conference.pack", "1", "p5"), context)
    assert world.kinds("UTEACHER")[-2:] == [ConferenceStep.kind, ConferencePack.kind]
    assert kept(world, 1).student_signed_at is not None
    assert len(views.opened) == 2


@pytest.mark.parametrize("name", ["أنا سيلفا", "אנה סילבה", "Ana-Sofía " * 12])
def test_the_pack_is_printed_for_any_name(world: World, name: str) -> None:
    brief = replace(samples.pack(name, "America/New_York"), own=False)
    sheet = pack_sheet(brief, Reader("UTEACHER", words_for("en"), "UTC", world.now))
    assert sheet.paper is Paper.LETTER
    assert legible("sheet", as_data(sheet))[1]["marked"] is False
    assert len(pages(sheet, 20)) <= 4

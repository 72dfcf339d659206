"""A student's folder: all that they may read of themselves, whole, on paper; and what their teachers may."""

from dataclasses import replace
from typing import Any

import pytest

from bot.activities.documents import use_cases as documents
from bot.activities.documents.buttons import FOLDER
from bot.activities.documents.folder_messages import FolderDocument
from bot.activities.documents.folder_sheet import FolderBrief, folder_sheet
from bot.activities.feedback import use_cases as feedback
from bot.activities.home import student_page
from bot.activities.home.student_messages import student_view
from bot.activities.journey import use_cases as journey
from bot.activities.journey.messages import journey_view
from bot.activities.looking_back import parts
from bot.documents import press as pressing
from bot.documents.press import MARK, legible, pages, pdf
from bot.documents.sheet import Drawn, Sheet, as_data
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Person
from bot.domain.disclosure import DisclosureKind
from bot.domain.evidence import PieceState, taken_back
from bot.domain.look_back import Reflection
from bot.messages.briefs import NothingToSay, brief_for
from bot.messages.presenting import present
from bot.messages.registry import Reader
from handlers import changing
from handlers import documents as handling
from handlers.inbound import Command
from prompts.words import words_for
from tests.unit.documents import samples
from tests.unit.documents.steps import opened, tags
from tests.unit.handling import context_of
from tests.unit.home.pages import buttons
from tests.unit.looking_back.scenes import End
from tests.unit.reviewing.test_presses import press
from tests.world import World, terms

LONG = "I read each page aloud. " * 125


def asked(world: World, actor: Actor, student: str = "USTUDENT") -> FolderBrief:
    with world.uow() as uow:
        found: FolderBrief = brief_for(uow, FolderDocument(actor.user, student), actor.user)
    return found


def sheet_of(brief: FolderBrief, world: World, language: str = "en") -> Sheet:
    return folder_sheet(brief, Reader("USTUDENT", words_for(language), "UTC", world.now))


def text_of(sheet: Sheet) -> str:
    return str(as_data(sheet))


def ended(world: World, reflection: str = "Reading aloud helped") -> End:
    """A contract at its end, with feedback, a number and two pieces, one of which is taken back later."""
    world.do(feedback.give_feedback, world.teacher, ["USTUDENT"], "Clear ideas", "It helps", "Vary openings")
    end = End(world)
    best, gone = end.shows("essay.pdf"), end.shows("diary.pdf")
    world.do(parts.rate, world.student, end.id, {0: 3, 1: 4}, {})
    world.do(parts.choose, world.student, end.id, {best: "My best page", gone: "How I began"})
    world.do(parts.send, world.student, end.id, Reflection(reflection, surprise="That it was fun"))
    end.assess(world.teacher)
    with world.uow() as uow:
        piece = uow.pieces.get(gone)
        assert piece is not None
        uow.pieces.save(taken_back(piece))
        assert taken_back(piece).state is PieceState.TAKEN_BACK
    return end


def test_all_of_it_stands_there_and_nothing_is_shortened(world: World) -> None:
    ended(world, reflection=LONG[:1500])
    text = text_of(sheet_of(asked(world, world.student), world))
    for said in ("Criterion 0.0", "essay.pdf", "My best page", "Clear ideas", LONG[:1400], "That it was fun"):
        assert said in text
    assert "…" not in text


def test_what_vanished_is_named_and_the_rest_is_printed(world: World) -> None:
    ended(world)
    brief = asked(world, world.student)
    (contract,) = brief.contracts
    assert [piece.name for piece, _ in contract.pieces] == ["essay.pdf"]
    assert len(contract.gone) == 1
    text = text_of(sheet_of(brief, world))
    assert "diary.pdf" not in text
    assert "How I began" in text  # what its student wrote of it at the end is theirs
    assert words_for()("looked-back-piece-gone") in text
    assert pages(sheet_of(brief, world), 20)


def test_what_helps_a_student_is_not_in_it(world: World) -> None:
    """They show it to others; the contract as a document has it."""
    world.agree(supports="More time in class", hardest="Spelling", strengths="Ideas")
    text = text_of(sheet_of(asked(world, world.student), world))
    assert not any(private in text for private in ("More time in class", "Spelling"))


def test_a_line_is_drawn_where_there_is_a_number(world: World) -> None:
    world.agree()
    assert asked(world, world.student).contracts[0].lines == (None,)
    brief = samples.folder()
    drawn = [p for s in sheet_of(brief, world).sections for p in s.parts if isinstance(p, Drawn)]
    assert len(drawn) == 2


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_is_read_aloud_in_order_with_its_lines(world: World, language: str) -> None:
    with opened(pdf(sheet_of(samples.folder(), world, language))) as document:
        read = tags(document)
        assert str(document.Root.Lang) == language
    assert read[0] == "Document"
    assert read.count("Figure") == 2
    assert [tag for tag in read if tag in ("H1", "H2", "H3")][:3] == ["H1", "H2", "H2"]


@pytest.mark.parametrize("name", ["أنا سيلفا", "אנה סילבה", "अना सिल्वा", "Ana 🚀", "Ana-Sofía " * 12])
def test_names_in_any_script_are_printed(world: World, name: str) -> None:
    made, data = legible("sheet", as_data(sheet_of(samples.folder(name), world)))
    assert made.startswith(b"%PDF-")
    assert data["marked"] is False
    assert name.strip()[:3] in data["title"]


def test_a_sign_that_no_font_has_is_a_mark(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pressing, "FONTS", pressing.FONTS[:1])
    pressing._fonts.cache_clear()
    pressing._compiler.cache_clear()
    _, data = legible("sheet", as_data(sheet_of(samples.folder("安娜 Silva"), world)))
    pressing._fonts.cache_clear()
    pressing._compiler.cache_clear()
    assert f"{MARK} Silva" in data["title"]
    assert data["marked"] is True


# Who gets it.


def test_the_student_gets_it_and_a_colleague_is_recorded(world: World) -> None:
    world.agree()
    for actor in (world.student, world.teacher, world.teacher2):
        world.do(documents.give_folder, actor, "USTUDENT")
        queued = [d for d in world.deliveries() if d.notice == FolderDocument.kind and d.lane == actor.user]
        with world.uow() as uow:
            message = present(uow, queued[-1])
        assert message is not None
        assert message.file is not None
        assert message.file.content().startswith(b"%PDF-")
    with world.uow() as uow:
        lines = uow.disclosures.of_kind_about(DisclosureKind.PAGE, "USTUDENT")
    assert [line.by for line in lines] == [world.teacher2.user]


def test_nobody_else_gets_it(world: World) -> None:
    world.agree()
    for actor in (world.classmate, world.stranger):
        with pytest.raises(Refusal):
            world.do(documents.give_folder, actor, "USTUDENT")
        with pytest.raises(NothingToSay):
            asked(world, actor)
    with world.uow() as uow, pytest.raises(NothingToSay):
        brief_for(uow, FolderDocument("USTUDENT", "USTUDENT"), world.teacher.user)


def test_who_stopped_teaching_before_it_left_gets_nothing(world: World) -> None:
    world.agree()
    world.do(documents.give_folder, world.teacher2, "USTUDENT")
    with world.uow() as uow:
        place = uow.memberships.of(world.classroom.id, world.teacher2.user)
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    with pytest.raises(NothingToSay):
        asked(world, world.teacher2)


def test_where_nothing_was_signed_there_is_no_folder_yet(world: World) -> None:
    world.proposed()
    with pytest.raises(Refusal) as refused:
        world.do(documents.give_folder, world.student, "USTUDENT")
    assert refused.value.key == "folder-empty"


# The way to it.


def pressed(view: dict[str, Any]) -> list[str]:
    return [value for action, value in buttons(view["blocks"]) if action == FOLDER]


async def test_it_comes_by_the_buttons_and_by_the_command(world: World) -> None:
    world.agree(targets=terms().targets)
    mine = journey_view(words_for(), world.do(journey.open_mine, world.student))
    page = student_view(words_for(), world.do(student_page.open_page, world.teacher, "USTUDENT", 0))
    assert [pressed(mine), pressed(page)] == [["USTUDENT"], ["USTUDENT"]]
    context = context_of(world)
    with pytest.raises(Refusal):
        await handling.give_folder(press(world.student, FOLDER, "not an id"), context)
    await handling.give_folder(press(world.student, FOLDER, "USTUDENT"), context)
    for number, rest in enumerate(["folder", "carpeta", "<@USTUDENT|ana> folder"]):
        actor = world.teacher if "<@" in rest else world.student
        await changing.show(Command(actor, "C1", "contract", rest, "t", f"c{number}"), context)
    given = [d.lane for d in world.deliveries() if d.notice == FolderDocument.kind]
    assert given == ["USTUDENT"] * 3 + ["UTEACHER"]


def test_a_name_is_the_one_of_today(world: World) -> None:
    world.agree()
    with world.uow() as uow:
        person = uow.people.of("USTUDENT")
        assert isinstance(person, Person)
        uow.people.save(replace(person, name="Ana Maria"))
    assert asked(world, world.student).student == "Ana Maria"

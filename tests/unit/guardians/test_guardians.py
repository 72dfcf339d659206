"""A note to a family: what stands on it, who gets it when, and that a no is a no."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from bot.activities.guardians import use_cases as guardians
from bot.activities.guardians.messages import (
    BACK,
    NO,
    PAPER,
    YES,
    FamilyNoteBrief,
    FamilyNoteCard,
    FamilyNotePaper,
    ask_form,
    card,
)
from bot.activities.guardians.sheets import PaperBrief, note_sheet
from bot.activities.set_up import use_cases as set_up
from bot.documents.press import legible, pages, pdf
from bot.documents.sheet import Boxes, Bullets, Paper, Table, as_data
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership, Person
from bot.domain.guardians import WAYS, WORD_MOST, FamilyNote, FamilyNoteAsked, NoteState
from bot.messages.briefs import NothingToSay, brief_for
from bot.messages.registry import Notice, Reader
from handlers import guardians as handling
from prompts.words import words_for
from sandbox.blocks.check import check_message_blocks, check_view
from tests.unit.celebrating.scenes import Way
from tests.unit.documents import samples
from tests.unit.handling import KeptViews, context_of
from tests.unit.home.pages import buttons
from tests.unit.reviewing.test_presses import press, submission
from tests.world import WORKSPACE, World, terms

ASKED = FamilyNoteAsked("es", ("ask", "effort"), "Podemos hablar el martes")
TARGET = replace(terms().targets[0], obstacle="My father shouts", fallback="I go to my aunt")
PRIVATE = {
    "supports": "A reader for long texts",
    "hardest": "My hands shake when others look",
    "strengths": "I am good with my grandmother",
    "commitments": "Ms Lee gives 20 more minutes in tests",
}


@pytest.fixture
def world(world: World) -> World:
    """Ana's contract runs; some of it is not for everybody."""
    Way(world, targets=(TARGET,), **PRIVATE).log("5")
    return world


@pytest.fixture
def elsewhere(world: World) -> Actor:
    """Who teaches another class."""
    actor = Actor(WORKSPACE, "UELSEWHERE")
    with world.uow() as uow:
        room = uow.classrooms.add(replace(world.classroom, id=0, channel="C7", name="History 11"))
        uow.people.add(Person(WORKSPACE, actor.user, "Mx Fox"))
        uow.memberships.add(Membership(WORKSPACE, room.id, actor.user, Side.TEACHER, world.now))
    return actor


def asked(world: World, said: FamilyNoteAsked = ASKED) -> int:
    return world.do(guardians.ask, world.teacher, 1, said).id


def given(world: World) -> int:
    id = asked(world)
    world.do(guardians.say_yes, world.student, id)
    return id


def read(world: World, notice: Notice, actor: Actor) -> Any:
    with world.uow() as uow:
        return brief_for(uow, notice, actor.user)


def page(world: World, id: int, actor: Actor) -> PaperBrief:
    found = read(world, FamilyNotePaper(actor.user, id), actor)
    assert isinstance(found, PaperBrief)
    return found


def kept(world: World, id: int) -> FamilyNote:
    with world.uow() as uow:
        found = uow.family_notes.get(id)
    assert found is not None
    return found


def refused(world: World, use_case: Any, actor: Actor, *args: Any) -> tuple[str, str | None]:
    with pytest.raises(Refusal) as found:
        world.do(use_case, actor, *args)
    return found.value.key, found.value.field


def papers(world: World, user: str) -> int:
    return world.kinds(user).count(FamilyNotePaper.kind)


# What stands on it.


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_has_what_was_agreed_how_it_goes_and_how_to_help(world: World, language: str) -> None:
    words = words_for(language)
    brief = page(world, asked(world, replace(ASKED, language=language)), world.student)
    sheet = note_sheet(brief, words)
    text = str(as_data(sheet))
    target = brief.version.terms.targets[0]
    for said in (target.statement, target.strategies, target.criteria[0].text, ASKED.word):
        assert said in text
    assert words("family-way-effort") in text
    assert words("family-way-show") not in text
    (target_said,) = (part for part in sheet.sections[1].parts if isinstance(part, Bullets))
    numbers = [run.text for item in target_said.items for run in item]
    assert numbers.count("5") == 1
    assert sheet.language.startswith(language)
    slip = [part for part in sheet.sections[-1].parts if isinstance(part, Boxes | Table)]
    assert len(slip) == 2


def test_nothing_private_stands_on_it_or_on_its_cards(world: World) -> None:
    id = given(world)
    shown = str(as_data(note_sheet(page(world, id, world.teacher), words_for("en"))))
    for actor in (world.student, world.teacher):
        shown += str(looked_at(world, id, actor, "en"))
    for private in (*PRIVATE.values(), TARGET.obstacle, TARGET.fallback):
        assert private not in shown


def test_the_page_that_goes_home_is_the_one_that_the_student_saw(world: World) -> None:
    id = asked(world)
    before = as_data(note_sheet(page(world, id, world.student), words_for("es")))
    with world.uow() as uow:
        (reply,) = uow.replies.on(1)
        uow.replies.save(replace(reply, value=Decimal(7)))
    world.do(guardians.say_yes, world.student, id)
    assert kept(world, id).numbers == ("5",)
    assert as_data(note_sheet(page(world, id, world.teacher), words_for("es"))) == before


# A no is a no.


def test_a_teacher_gets_the_page_after_a_yes_and_not_before(world: World) -> None:
    id = asked(world)
    assert (papers(world, "USTUDENT"), papers(world, "UTEACHER")) == (1, 0)
    assert refused(world, guardians.give_paper, world.teacher, id)[0] == "family-waits"
    with pytest.raises(NothingToSay):
        page(world, id, world.teacher)
    world.do(guardians.say_yes, world.student, id)
    world.do(guardians.say_yes, world.student, id)
    assert papers(world, "UTEACHER") == 1
    assert not page(world, id, world.teacher).own


@pytest.mark.parametrize("before", [asked, given])
def test_for_a_student_who_said_no_there_is_no_note(world: World, before: Any) -> None:
    id = before(world)
    on_its_way = papers(world, "UTEACHER")
    world.do(guardians.say_no, world.student, id)
    for use_case, about in (
        (guardians.give_paper, (id,)),
        (guardians.note_back, (id,)),
        (guardians.ask, (1, ASKED)),
        (guardians.open_form, (1,)),
    ):
        assert refused(world, use_case, world.teacher, *about)[0] == "family-refused"
    assert refused(world, guardians.ask, world.teacher2, 1, ASKED)[0] == "family-refused"
    with pytest.raises(NothingToSay):
        page(world, id, world.teacher)
    assert papers(world, "UTEACHER") == on_its_way
    assert page(world, id, world.student).own


def test_who_left_the_class_says_no_all_the_same(world: World) -> None:
    id = given(world)
    world.do(set_up.leave, world.student, "C1")
    for actor in (world.teacher, world.classmate, world.admin):
        assert refused(world, guardians.say_no, actor, id)[0] == "no-such-contract"
    world.do(guardians.say_no, world.student, id)
    with pytest.raises(NothingToSay):
        page(world, id, world.teacher)


def test_a_no_may_become_a_yes_by_the_student_alone(world: World) -> None:
    id = asked(world)
    world.do(guardians.say_no, world.student, id)
    for actor in (world.teacher, world.classmate, world.admin):
        assert refused(world, guardians.say_yes, actor, id)[0] == "no-such-contract"
    world.do(guardians.say_yes, world.student, id)
    assert kept(world, id).state is NoteState.GIVEN
    assert papers(world, "UTEACHER") == 1


def test_nobody_is_asked_twice_at_once_and_another_note_asks_again(world: World) -> None:
    first = asked(world)
    assert refused(world, guardians.ask, world.teacher, 1, ASKED)[0] == "family-waits"
    world.do(guardians.say_yes, world.student, first)
    second = asked(world)
    assert kept(world, second).state is NoteState.ASKED
    with pytest.raises(NothingToSay):
        page(world, second, world.teacher)


# Who else.


def test_a_teacher_of_another_class_reads_nothing_and_does_nothing(world: World, elsewhere: Actor) -> None:
    id = given(world)
    for actor in (elsewhere, world.classmate, world.stranger, world.admin):
        for notice in (FamilyNoteCard(id), FamilyNotePaper(actor.user, id)):
            with pytest.raises(NothingToSay):
                read(world, notice, actor)
        for use_case, about in (
            (guardians.open_form, (1,)),
            (guardians.ask, (1, ASKED)),
            (guardians.give_paper, (id,)),
            (guardians.note_back, (id,)),
        ):
            assert refused(world, use_case, actor, *about)
    with pytest.raises(NothingToSay):
        read(world, FamilyNotePaper("UTEACHER", id), world.student)


# The form, and the slip.


@pytest.mark.parametrize(
    ("changed", "key", "field"),
    [
        ({"language": "xx"}, "family-choose-language", "language"),
        ({"ways": ()}, "family-choose-ways", "ways"),
        ({"ways": ("pay",)}, "family-choose-ways", "ways"),
        ({"ways": WAYS}, "family-choose-ways", "ways"),
        ({"word": "w" * (WORD_MOST + 1)}, "too-long", "word"),
        ({"word": "Ben could do it"}, "family-names-others", "word"),
    ],
)
def test_what_is_missing_or_too_much_is_said_under_its_field(
    world: World, changed: dict[str, Any], key: str, field: str
) -> None:
    assert refused(world, guardians.ask, world.teacher, 1, replace(ASKED, **changed)) == (key, field)
    with world.uow() as uow:
        assert uow.family_notes.newest_of(1) is None


def test_the_slip_is_noted_once(world: World) -> None:
    id = asked(world)
    assert refused(world, guardians.note_back, world.teacher, id)[0] == "family-waits"
    world.do(guardians.say_yes, world.student, id)
    world.do(guardians.note_back, world.teacher, id)
    world.do(guardians.note_back, world.teacher2, id)
    assert (kept(world, id).back_at, kept(world, id).back_by) == (world.now, "UTEACHER")
    assert BACK not in [action for action, _ in buttons(looked_at(world, id, world.teacher, "en"))]


def looked_at(world: World, id: int, actor: Actor, language: str) -> list[dict[str, Any]]:
    brief = read(world, FamilyNoteCard(id), actor)
    assert isinstance(brief, FamilyNoteBrief)
    made = card(FamilyNoteCard(id), brief, Reader(actor.user, words_for(language), "UTC", world.now))
    blocks = [dict(block) for block in made.blocks]
    assert check_message_blocks(blocks) == []
    return blocks


@pytest.mark.parametrize("language", ["en", "es"])
def test_form_and_cards_are_taken_by_slack_and_offer_what_can_be_done(world: World, language: str) -> None:
    view = ask_form(words_for(language), world.do(guardians.open_form, world.teacher, 1))
    assert check_view(view) == []
    id = asked(world)

    def ways(actor: Actor) -> list[str]:
        return [action for action, _ in buttons(looked_at(world, id, actor, language))]

    assert (ways(world.student), ways(world.teacher)) == ([YES, NO, PAPER], [])
    world.do(guardians.say_yes, world.student, id)
    assert (ways(world.student), ways(world.teacher)) == ([NO, PAPER], [PAPER, BACK])
    world.do(guardians.say_no, world.student, id)
    assert (ways(world.student), ways(world.teacher)) == ([YES, PAPER], [])


async def test_the_form_and_the_presses_do_it(world: World) -> None:
    views = KeptViews()
    context = context_of(world, views)
    await handling.open_form(press(world.teacher, "guardians.open", "1", "p1"), context)
    values = {"language": "es", "ways": ["show", "x"], "word": ""}
    await handling.ask(submission(world.teacher, "guardians.ask", "1", values, "v1"), context)
    await handling.say_no(press(world.student, NO, "1", "p2"), context)
    assert kept(world, 1).state is NoteState.REFUSED
    await handling.say_yes(press(world.student, YES, "1", "p3"), context)
    await handling.give_paper(press(world.teacher, PAPER, "1", "p4"), context)
    await handling.note_back(press(world.teacher, BACK, "1", "p5"), context)
    found = kept(world, 1)
    assert (found.ways, found.language, found.back_by) == (("show",), "es", "UTEACHER")
    assert papers(world, "UTEACHER") == 2
    assert len(views.opened) == 1


@pytest.mark.parametrize("name", ["أنا سيلفا", "אנה סילבה", "Ana-Sofía " * 12])
def test_the_page_is_printed_for_any_name(name: str) -> None:
    sheet = note_sheet(samples.family_note(name, "America/New_York"), words_for("es"))
    assert sheet.paper is Paper.LETTER
    assert legible("sheet", as_data(sheet))[1]["marked"] is False
    assert pdf(sheet).startswith(b"%PDF-")
    assert len(pages(sheet, 20)) <= 3

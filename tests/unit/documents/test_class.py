"""A class on paper: its contracts for whoever teaches it, and an overview that others may see, too."""

from dataclasses import replace
from datetime import date

import pytest

from bot.activities.absence import use_cases as absences
from bot.activities.documents import use_cases as documents
from bot.activities.documents.card_sheet import card_sheet
from bot.activities.documents.class_messages import (
    CONTRACTS,
    OVERVIEW,
    ClassContracts,
    ClassOverview,
    class_contracts,
    print_view,
)
from bot.activities.documents.class_sheet import ClassOnPaper, OverviewBrief, contracts_sheet, overview_sheet
from bot.activities.documents.messages import CardDocument
from bot.aside import done_aside
from bot.documents.press import pages, pdf
from bot.documents.sheet import Paper, as_data
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.days_off import Span
from bot.domain.disclosure import DisclosureKind
from bot.domain.terms import Criterion
from bot.messages.briefs import NothingToSay, brief_for
from bot.messages.registry import Reader
from handlers import documents as handling
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.documents import samples
from tests.unit.documents.steps import opened, tags
from tests.unit.handling import context_of
from tests.unit.home.pages import buttons
from tests.unit.reviewing.test_presses import press
from tests.world import World, terms

WORDS = words_for("en")


def contracts_of(world: World, actor: Actor) -> ClassOnPaper:
    with world.uow() as uow:
        found: ClassOnPaper = brief_for(uow, ClassContracts(actor.user, world.classroom.id), actor.user)
    return found


def overview_of(world: World, actor: Actor) -> OverviewBrief:
    with world.uow() as uow:
        found: OverviewBrief = brief_for(uow, ClassOverview(actor.user, world.classroom.id), actor.user)
    return found


def written(world: World, brief: OverviewBrief, language: str = "en") -> str:
    return str(as_data(overview_sheet(brief, words_for(language), world.now)))


def test_every_signed_contract_is_there_on_pages_of_its_own(world: World) -> None:
    world.agree(supports="More time in class")
    world.agree(world.classmate)
    brief = contracts_of(world, world.teacher)
    sheet = contracts_sheet(brief, WORDS, world.now)
    assert len(brief.documents) == 2
    assert [section.new_page for section in sheet.sections if section.level == 1] == [False, True]
    text = str(as_data(sheet))
    assert "More time in class" in text
    for one in brief.documents:
        assert one.version.terms.content_hash() in text
    with opened(pdf(sheet)) as document:
        assert [tag for tag in tags(document) if tag in ("H1", "H2")][:2] == ["H1", "H2"]


async def test_a_class_is_printed_in_a_process_of_its_own(world: World) -> None:
    """In the words, and with the days, of whoever asked."""
    world.agree()
    brief = contracts_of(world, world.teacher)
    reader = Reader("UTEACHER", words_for("es-ES"), "UTC", world.now)
    file = class_contracts(ClassContracts("UTEACHER", world.classroom.id), brief, reader).file
    assert file is not None
    assert file.long
    content = await done_aside(file.content)
    with opened(content) as document:
        assert str(document.docinfo["/Title"]) == reader.words("class-contracts-heading", classroom="English 11")


def test_what_is_not_signed_and_what_is_over_is_not_in_it(world: World) -> None:
    world.agree()
    world.proposed(world.classmate)
    assert [one.student for one in contracts_of(world, world.teacher).documents] == ["Ana"]


def test_the_overview_names_all_by_name_with_targets_state_and_what_comes_next(world: World) -> None:
    world.agree()
    brief = overview_of(world, world.teacher)
    names = [line.row.name for line in brief.lines]
    assert names == sorted(names, key=str.casefold)
    assert len(names) > 1
    text = written(world, brief)
    assert terms().targets[0].statement in text
    assert WORDS("overview-is-running") in text
    assert WORDS("overview-is-none") in text
    (planned,) = (line.next_on for line in brief.lines if line.next_on is not None)
    assert WORDS("overview-check-in", date=planned) in text


def test_what_is_private_is_not_on_the_overview(world: World) -> None:
    """Neither what helps or is hard, nor that somebody is away, nor that a check-in was left out."""
    world.agree(supports="More time in class", hardest="Spelling", strengths="Ideas", commitments="A weekly talk")
    before = overview_of(world, world.teacher)
    world.do(absences.say_away, world.student, Span(world.now.date(), date(2027, 1, 20)), world.classroom.id)
    after = overview_of(world, world.teacher)
    assert any(line.row.absent for line in after.lines)
    left_out = replace(after, lines=tuple(replace(one, row=replace(one.row, left_out=True)) for one in after.lines))
    for brief in (before, after, left_out):
        text = written(world, replace(brief, lines=tuple(replace(one, next_on=None) for one in brief.lines)))
        assert text == written(world, replace(before, lines=tuple(replace(o, next_on=None) for o in before.lines)))
        assert not any(private in text for private in ("More time in class", "Spelling", "Ideas"))


# Who gets it.


def test_only_who_teaches_the_class_gets_them_and_a_colleague_is_recorded(world: World) -> None:
    world.agree()
    for actor in (world.student, world.stranger, world.admin):
        for use_case in (documents.give_class, documents.give_overview):
            with pytest.raises(Refusal):
                world.do(use_case, actor, world.classroom.id)
    world.do(documents.give_class, world.teacher, world.classroom.id)
    world.do(documents.give_class, world.teacher2, world.classroom.id)
    with world.uow() as uow:
        lines = uow.disclosures.of_kind_about(DisclosureKind.PAGE, "USTUDENT")
    assert [line.by for line in lines] == [world.teacher2.user]


def test_who_stopped_teaching_before_it_left_gets_nothing(world: World) -> None:
    world.agree()
    with world.uow() as uow:
        place = uow.memberships.of(world.classroom.id, world.teacher2.user)
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    for read in (contracts_of, overview_of):
        with pytest.raises(NothingToSay):
            read(world, world.teacher2)


def test_where_nothing_is_signed_it_says_so(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        world.do(documents.give_class, world.teacher, world.classroom.id)
    assert refused.value.key == "class-not-signed"


@pytest.mark.parametrize("language", ["en", "es"])
async def test_they_are_chosen_in_a_form(world: World, language: str) -> None:
    world.agree()
    view = print_view(words_for(language), world.do(documents.open_print, world.teacher))
    assert check_view(view) == []
    about = dict(buttons(view["blocks"]))
    await handling.give_class(press(world.teacher, CONTRACTS, about[CONTRACTS], "p1"), context_of(world))
    await handling.give_overview(press(world.teacher, OVERVIEW, about[OVERVIEW], "p2"), context_of(world))
    kinds = [d.notice for d in world.deliveries() if d.lane == world.teacher.user]
    assert kinds == [ClassContracts.kind, ClassOverview.kind]


# The card.


def test_the_card_holds_the_plan_the_signs_and_what_then(world: World) -> None:
    target = replace(
        terms().targets[0],
        strategies="Read on the bus",
        obstacle="Football",
        fallback="Read on Wednesday",
        criteria=(Criterion("I can tell the story", Side.STUDENT),),
    )
    contract = world.agree(targets=(target,), supports="More time in class")
    with world.uow() as uow:
        brief = brief_for(uow, CardDocument("USTUDENT", contract.id), "USTUDENT")
    sheet = card_sheet(brief, WORDS)
    text = str(as_data(sheet))
    for said in ("Read on the bus", "Football", "Read on Wednesday", "I can tell the story"):
        assert said in text
    assert "More time in class" not in text
    assert len(pages(sheet, 20)) == 1


async def test_the_card_comes_by_its_button(world: World) -> None:
    contract = world.agree()
    await handling.give_card(press(world.student, "documents.card", str(contract.id)), context_of(world))
    assert world.kinds("USTUDENT")[-1] == CardDocument.kind


@pytest.mark.parametrize("name", ["אנה סילבה", "Ana-Sofía " * 12])
def test_long_names_and_three_targets_have_room(name: str) -> None:
    brief = samples.contract(name, timezone="America/New_York")
    sheet = card_sheet(brief, WORDS)
    assert sheet.paper is Paper.LETTER
    assert pdf(sheet).startswith(b"%PDF-")

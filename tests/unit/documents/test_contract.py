"""The contract on paper: what both signed, whole, for those alone who are a party to it."""

from dataclasses import replace
from typing import Any

import pytest

from bot.activities.documents import use_cases as documents
from bot.activities.documents.contract_sheet import contract_sheet, signatures_of
from bot.activities.documents.messages import CONTRACT, ContractDocument
from bot.activities.documents.sheets import DocumentBrief
from bot.activities.reviewing.messages import ContractCard
from bot.documents.sheet import Bullets, Paper, Quote, Sheet, Table
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Person
from bot.domain.contract import Contract, Signature, Status
from bot.domain.outbox import Message
from bot.messages.briefs import NothingToSay, brief_for
from bot.messages.presenting import present
from handlers import changing
from handlers import documents as handling
from handlers.inbound import Command
from prompts.words import words_for
from tests.unit.documents import samples
from tests.unit.handling import context_of
from tests.unit.reviewing.test_presses import press
from tests.world import World, terms

PRIVATE = "More time in class"


def brief(**changed: Any) -> DocumentBrief:
    return replace(samples.contract(timezone="Europe/Berlin"), **changed)


def table_of(sheet: Sheet) -> Table:
    (found,) = (part for section in sheet.sections for part in section.parts if isinstance(part, Table))
    return found


def text_of(sheet: Sheet) -> str:
    """All that stands on it, in order."""
    said = [sheet.title, *("".join(run.text for run in line) for line in sheet.facts)]
    for section in sheet.sections:
        said.append(section.heading)
        for part in section.parts:
            if isinstance(part, Quote):
                said.append(part.text)
            elif isinstance(part, Bullets):
                said += ["".join(run.text for run in line) for line in (*part.items, *part.below)]
            elif isinstance(part, Table):
                said += [cell for row in part.rows for cell in row]
            else:
                said += ["".join(run.text for run in getattr(part, "runs", ()))]
    return "\n".join(said)


def test_both_signatures_stand_with_the_day_on_the_clock_of_the_class() -> None:
    rows = table_of(contract_sheet(brief(), words_for("en"))).rows
    assert [row[0].split("\n") for row in rows] == [["Ana Silva", "Student"], ["Ms Lee", "Teacher"]]
    assert [row[1] for row in rows] == ["12 January 2027, 10:30", "12 January 2027, 15:30"]
    assert [row[2] for row in rows] == ["", ""]  # room for a hand


def test_a_signature_on_another_wording_is_none_on_this_one() -> None:
    made = brief()
    other = Signature(Side.TEACHER, "UTEACHER2", "0" * 64, samples.SIGNED)
    version = replace(made.version, signatures=(*made.version.signatures, other))
    assert [one.user for one in signatures_of(replace(made, version=version))] == ["USTUDENT", "UTEACHER"]


def test_nothing_is_shortened_and_the_fingerprint_is_the_one_that_was_signed() -> None:
    long = "I read it aloud. " * 175
    target = replace(terms().targets[0], strategies=long, obstacle=long)
    made = brief()
    said = replace(made.version.terms, targets=(target,) * 3, hardest=long)
    signatures = tuple(replace(one, content_hash=said.content_hash()) for one in made.version.signatures)
    sheet = contract_sheet(
        replace(made, version=replace(made.version, terms=said, signatures=signatures)), words_for("en")
    )
    text = text_of(sheet)
    assert text.count(long.strip()) == 7
    assert "…" not in text
    assert said.content_hash() in text
    assert PRIVATE in text


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_is_in_the_language_of_whoever_asks(language: str) -> None:
    words = words_for(language)
    sheet = contract_sheet(brief(), words)
    assert sheet.language == language
    assert [section.heading for section in sheet.sections][-1] == words("document-signatures")


def test_what_was_typed_is_never_read_as_copy() -> None:
    sheet = contract_sheet(brief(student="*Ana* _Silva_"), words_for("en"))
    assert [run.text for run in sheet.facts[0]] == ["Student:", " ", "*Ana* _Silva_"]
    assert "*Ana* _Silva_" in sheet.title


def test_the_paper_is_the_one_of_the_class() -> None:
    assert contract_sheet(brief(timezone="America/Chicago"), words_for("en")).paper is Paper.LETTER


# Who gets it.


def given(world: World, actor: Actor) -> Message | None:
    queued = [d for d in world.deliveries() if d.notice == ContractDocument.kind and d.lane == actor.user]
    assert queued
    with world.uow() as uow:
        return present(uow, queued[-1])


def test_the_student_and_their_teachers_get_a_file(world: World) -> None:
    contract = world.agree()
    for actor in (world.student, world.teacher, world.teacher2):
        world.do(documents.give_contract, actor, contract.id)
        message = given(world, actor)
        assert message is not None
        assert message.file is not None
        assert message.file.content().startswith(b"%PDF-")
        assert message.file.instead is not None


def test_nobody_else_is_rendered_what_one_person_asked_for(world: World) -> None:
    contract = world.agree()
    notice = ContractDocument(world.teacher.user, contract.id)
    with world.uow() as uow:
        assert brief_for(uow, notice, world.teacher.user).student
        for reader in (world.student.user, world.teacher2.user, world.classmate.user):
            with pytest.raises(NothingToSay):
                brief_for(uow, notice, reader)


def test_who_does_not_teach_any_more_when_it_leaves_gets_none(world: World) -> None:
    contract = world.agree()
    world.do(documents.give_contract, world.teacher2, contract.id)
    with world.uow() as uow:
        place = uow.memberships.of(world.classroom.id, world.teacher2.user)
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    message = given(world, world.teacher2)
    assert message is None or message.file is None


def test_what_is_not_signed_by_both_is_no_document_yet(world: World) -> None:
    contract = world.proposed()
    with pytest.raises(Refusal) as refused:
        world.do(documents.give_contract, world.student, contract.id)
    assert refused.value.key == "document-not-signed"
    with pytest.raises(Refusal):
        world.do(documents.give_open, world.student, "D1", "")


def test_while_a_change_waits_the_document_is_what_is_in_force(world: World) -> None:
    contract = changed(world)
    with world.uow() as uow:
        found = brief_for(uow, ContractDocument(world.student.user, contract.id), world.student.user)
    assert found.version == contract.agreed
    assert found.change_waits
    assert "waits for a signature" in text_of(contract_sheet(found, words_for("en")))


def changed(world: World) -> Contract:
    from bot.domain import contract as life

    contract = world.agree()
    asked = life.propose_change(contract, terms(hardest="Endings"), Side.STUDENT, world.student.user, world.now)
    with world.uow() as uow:
        saved = uow.contracts.save(asked)
    assert saved.status is Status.RENEGOTIATING
    return saved


# The way to it.


async def test_the_button_and_the_command_give_it(world: World) -> None:
    contract = world.agree()
    context = context_of(world)
    await handling.give(press(world.student, CONTRACT, str(contract.id)), context)
    for number, rest in enumerate(["pdf", "PDF", "documento", f"<@{world.student.user}|ana> pdf"]):
        actor = world.teacher if "<@" in rest else world.student
        await changing.show(Command(actor, "D1", "contract", rest, "t", f"c{number}"), context)
    kinds = [d.notice for d in world.deliveries() if d.notice in (ContractDocument.kind, ContractCard.kind)]
    assert kinds[-5:] == [ContractDocument.kind] * 5
    await changing.show(Command(world.student, "D1", "contract", "", "t", "c9"), context)
    assert world.said(world.student.user)[-1][0] == ContractCard.kind


def test_a_name_in_another_script_is_printed(world: World) -> None:
    contract = world.agree()
    with world.uow() as uow:
        person = uow.people.of(world.student.user)
        assert isinstance(person, Person)
        uow.people.save(replace(person, name="אנה סילבה"))
    world.do(documents.give_contract, world.student, contract.id)
    message = given(world, world.student)
    assert message is not None
    assert message.file is not None
    assert "אנה סילבה" in message.file.title
    assert message.file.content().startswith(b"%PDF-")

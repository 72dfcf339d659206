"""Who is erased is gone from every cell of every table; everybody else stays as they were."""

import json
import re
import unicodedata
from dataclasses import replace

import pytest

from bot.activities.admitting import use_cases as admitting
from bot.activities.privacy import disclosing, erasing, exporting
from bot.activities.set_up import use_cases as set_up
from bot.domain import contract as life
from bot.domain.actor import Refusal
from bot.domain.classroom import Feedback, Person
from bot.domain.contract import Status
from bot.domain.disclosure import DisclosureKind, is_pseudonym
from tests.integration.privacy.erasures import BY, all_retracted, erase
from tests.integration.privacy.life import MARK, cells, dm, holding, lived
from tests.rows import rows
from tests.world import WORKSPACE, World


def test_nothing_is_left_in_any_cell(world: World) -> None:
    lived(world, world.student)
    lived(world, world.classmate)
    erase(world, world.student)
    all_retracted(world)
    assert holding(world.engine, "USTUDENT", "Ana Horváth", "Horváth", dm(world.student), f"{MARK} ustudent") == []


def test_somebody_elses_life_stays_word_for_word(world: World) -> None:
    lived(world, world.classmate)
    before = {cell for cell in cells(world.engine) if "uclassmate" in cell[2].casefold()}
    lived(world, world.student)
    erase(world, world.student)
    all_retracted(world)
    assert {cell for cell in cells(world.engine) if "uclassmate" in cell[2].casefold()} == before


def test_what_others_wrote_names_them_no_more_and_stays_signed(world: World) -> None:
    lived(world, world.student)
    theirs = world.agree(world.classmate, hardest="Talking to ana horváth, USTUDENT and Anatole")
    with world.uow() as uow:
        said = ("UTEACHER", "UCLASSMATE", "Ana  Horváth helped", "So", "Go")
        uow.feedback.add(Feedback(WORKSPACE, world.classroom.id, *said, world.now))
    erase(world, world.student)
    with world.uow() as uow:
        kept = uow.contracts.get(theirs.id)
        given = rows(uow.feedback, student="UCLASSMATE")[-1]
    assert kept is not None
    hardest = kept.in_force.terms.hardest
    assert hardest.startswith("Talking to […], former-member-")
    assert hardest.endswith(" and Anatole")
    assert kept.in_force.agreed
    assert given.seen == "[…] helped"


def test_every_name_and_handle_of_theirs_is_gone(world: World) -> None:
    lived(world, world.student)
    called = Person(WORKSPACE, "USTUDENT", "Anouk", other_names=("Johanna Vries",), handle="jvries")
    world.do(admitting.learn, world.student, called)
    with world.uow() as uow:
        said = ("UTEACHER", "UCLASSMATE", "Anouk and johanna vries helped", "@jvries and jvries said", "Johanna of Arc")
        uow.feedback.add(Feedback(WORKSPACE, world.classroom.id, *said, world.now))
    erase(world, world.student)
    all_retracted(world)
    assert holding(world.engine, "Anouk", "Vries") == []
    with world.uow() as uow:
        given = rows(uow.feedback, student="UCLASSMATE")[-1]
    assert (given.seen, given.next_step) == ("[…] and […] helped", "Johanna of Arc")
    assert "jvries" not in given.matters


@pytest.mark.parametrize(
    ("name", "handle", "typed"),
    [
        ("Žana Čop", "", "žana čop"),
        ("Žana Čop", "", "Žana  Čop"),
        ("Žana Čop", "", "Žana\nČop"),
        ("Žana Čop", "", unicodedata.normalize("NFD", "Žana Čop")),
        ("Ганна Ковач", "", "ганна ковач"),
        ("Seán O’Brien-Smith", "", "Seán O'Brien‑Smith"),
        ("Seán O’Brien-Smith", "sean.obrien", "@Sean.Obrien and Sean.Obrien"),
    ],
)
def test_a_name_goes_however_others_typed_it(world: World, name: str, handle: str, typed: str) -> None:
    world.do(admitting.learn, world.student, Person(WORKSPACE, "USTUDENT", name, handle=handle))
    with world.uow() as uow:
        said = ("UTEACHER", "UCLASSMATE", f"{typed} helped", "", "")
        uow.feedback.add(Feedback(WORKSPACE, world.classroom.id, *said, world.now))
    theirs = world.agree(world.classmate, hardest=f"Talking to {typed}")
    handed_out = json.dumps(world.do(exporting.export, world.accord, "UCLASSMATE", BY, "").rows, default=str)
    assert json.dumps(typed)[1:-1] not in handed_out
    erase(world, world.student)
    with world.uow() as uow:
        kept = uow.contracts.get(theirs.id)
        given = rows(uow.feedback, student="UCLASSMATE")[-1]
    assert kept is not None
    assert set(re.split(" and | helped", given.seen)) == {"[…]", ""}
    assert kept.in_force.terms.hardest.startswith("Talking to […]")
    assert kept.in_force.agreed


def test_a_handle_that_is_a_word_leaves_the_words_of_others_alone(world: World) -> None:
    lived(world, world.student)
    world.do(admitting.learn, world.student, Person(WORKSPACE, "USTUDENT", "Ana Horváth", handle="the"))
    with world.uow() as uow:
        said = ("UTEACHER", "UCLASSMATE", "the end, said @the", "", "")
        uow.feedback.add(Feedback(WORKSPACE, world.classroom.id, *said, world.now))
    erase(world, world.student)
    with world.uow() as uow:
        assert rows(uow.feedback, student="UCLASSMATE")[-1].seen == "the end, said […]"


def test_the_record_says_who_and_why_about_a_pseudonym(world: World) -> None:
    lived(world, world.student)
    world.do(disclosing.shown, world.accord, BY, "USTUDENT", "llm log", "for Ana Horváth")
    gone = erase(world, world.student)
    lines = world.do(disclosing.listed, world.accord, "USTUDENT", 10)
    assert [(x.what, x.by, x.about) for x in lines] == [
        (DisclosureKind.SHOWN, BY, gone.pseudonym),
        (DisclosureKind.ERASED, BY, gone.pseudonym),
    ]
    assert lines[0].reason == "for […]"
    assert lines[1].detail["rows"] == gone.rows
    assert is_pseudonym(gone.pseudonym)


def test_erasing_twice_is_refused_kindly_and_changes_nothing(world: World) -> None:
    lived(world, world.student)
    erase(world, world.student)
    all_retracted(world)
    after = sorted(cells(world.engine))
    with pytest.raises(Refusal) as refused:
        erase(world, world.student)
    assert refused.value.key == "nobody-held"
    assert world.do(erasing.erased_before, world.accord, "USTUDENT") is not None
    assert world.do(erasing.is_held, world.accord, "USTUDENT") is False
    assert sorted(cells(world.engine)) == after


def test_who_is_erased_can_begin_anew(world: World) -> None:
    lived(world, world.student)
    erase(world, world.student)
    again = Person(WORKSPACE, "USTUDENT", "Ana Horváth")
    world.do(set_up.enrol, world.teacher, world.classroom.id, [again, *_others(world)])
    fresh = world.agree(world.student)
    assert fresh.status is Status.ACTIVE
    gone = erase(world, world.student)
    assert world.do(disclosing.listed, world.accord, gone.pseudonym, 10)[-1].what is DisclosureKind.ERASED


def _others(world: World) -> list[Person]:
    with world.uow() as uow:
        return [person for person in uow.people.all() if person.user != "USTUDENT"]


def test_a_teacher_is_erased_and_their_students_contracts_stand(world: World) -> None:
    contract = lived(world, world.student)
    gone = erase(world, world.teacher)
    all_retracted(world)
    assert holding(world.engine, 'UTEACHER"', "Ms Lee Wong") == []
    assert [c for c in cells(world.engine) if c[2] == "UTEACHER"] == []
    with world.uow() as uow:
        kept = uow.contracts.get(contract)
        assert kept is not None
        assert kept.status is Status.ACTIVE
        assert kept.in_force.agreed
        assert kept.decided_by == gone.pseudonym
        assert rows(uow.feedback, student="USTUDENT")[0].teacher == gone.pseudonym


def test_the_only_teacher_of_open_contracts_is_not_erased(world: World) -> None:
    world.agree()
    erase(world, world.teacher2)
    with pytest.raises(Refusal) as refused:
        erase(world, world.teacher)
    assert refused.value.key == "only-teacher"


def test_a_class_that_loses_its_last_teacher_by_it_is_known_to_the_admins(world: World) -> None:
    erase(world, world.teacher2)
    assert world.kinds(world.admin.user).count("class-untaught") == 0
    erase(world, world.teacher)
    assert world.kinds(world.admin.user).count("class-untaught") == 1


def test_another_workspace_is_not_touched(world: World) -> None:
    lived(world, world.student)
    with world.uow("T2") as uow:
        uow.people.add(Person("T2", "USTUDENT", "Ana Horváth"))
    erase(world, world.student)
    with world.uow("T2") as uow:
        assert [p.name for p in uow.people.all()] == ["Ana Horváth"]


@pytest.mark.parametrize("status", sorted(life.OPEN))
def test_an_open_contract_in_any_state_is_erased(world: World, status: Status) -> None:
    found = world.agree()
    with world.uow() as uow:
        standing = uow.contracts.get(found.id)
        assert standing is not None
        uow.contracts.save(replace(standing, status=status))
    erase(world, world.student)
    with world.uow() as uow:
        assert uow.contracts.get(found.id) is None

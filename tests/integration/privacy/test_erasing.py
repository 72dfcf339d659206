"""Who is erased is gone from every cell of every table; everybody else stays as they were."""

import json
import re
import unicodedata
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import contract as life
from bot.domain.actor import Actor
from bot.domain.classroom import Feedback, Person
from bot.domain.contract import Status
from bot.domain.disclosure import Retracting, What, is_pseudonym
from bot.domain.errand import ErrandKind
from bot.domain.errors import Refusal
from bot.domain.installation import Reason
from bot.domain.outbox import DeliveryState
from bot.services import disclosing, erasing, exporting, leaving, retaining, retracting, set_up
from bot.services.erasing import Erasure
from tests.integration.privacy.life import MARK, cells, dm, holding, lived
from tests.world import WORKSPACE, World

BY = "operator:ops"


def erase(world: World, actor: Actor) -> Erasure:
    return world.do(erasing.erase, world.accord, actor.user, BY, "they asked")


def all_retracted(world: World) -> None:
    """Do every step in Slack, as the errand does when Slack has nothing left."""
    line = world.do(disclosing.listed, world.accord, "", 1)[0].id
    while step := world.do(retracting.next_step, world.admin, line):
        world.do(retracting.done, world.admin, step, True)


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
        given = uow.feedback.all(student="UCLASSMATE")[-1]
    assert kept is not None
    hardest = kept.in_force.terms.hardest
    assert hardest.startswith("Talking to […], former-member-")
    assert hardest.endswith(" and Anatole")
    assert kept.in_force.agreed
    assert given.seen == "[…] helped"


def test_every_name_and_handle_of_theirs_is_gone(world: World) -> None:
    lived(world, world.student)
    called = Person(WORKSPACE, "USTUDENT", "Anouk", other_names=("Johanna Vries",), handle="jvries")
    world.do(set_up.learn, world.student, called)
    with world.uow() as uow:
        said = ("UTEACHER", "UCLASSMATE", "Anouk and johanna vries helped", "@jvries and jvries said", "Johanna of Arc")
        uow.feedback.add(Feedback(WORKSPACE, world.classroom.id, *said, world.now))
    erase(world, world.student)
    all_retracted(world)
    assert holding(world.engine, "Anouk", "Vries") == []
    with world.uow() as uow:
        given = uow.feedback.all(student="UCLASSMATE")[-1]
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
    world.do(set_up.learn, world.student, Person(WORKSPACE, "USTUDENT", name, handle=handle))
    with world.uow() as uow:
        said = ("UTEACHER", "UCLASSMATE", f"{typed} helped", "", "")
        uow.feedback.add(Feedback(WORKSPACE, world.classroom.id, *said, world.now))
    theirs = world.agree(world.classmate, hardest=f"Talking to {typed}")
    handed_out = json.dumps(world.do(exporting.export, world.accord, "UCLASSMATE", BY, "").rows, default=str)
    assert json.dumps(typed)[1:-1] not in handed_out
    erase(world, world.student)
    with world.uow() as uow:
        kept = uow.contracts.get(theirs.id)
        given = uow.feedback.all(student="UCLASSMATE")[-1]
    assert kept is not None
    assert set(re.split(" and | helped", given.seen)) == {"[…]", ""}
    assert kept.in_force.terms.hardest.startswith("Talking to […]")
    assert kept.in_force.agreed


def test_a_handle_that_is_a_word_leaves_the_words_of_others_alone(world: World) -> None:
    lived(world, world.student)
    world.do(set_up.learn, world.student, Person(WORKSPACE, "USTUDENT", "Ana Horváth", handle="the"))
    with world.uow() as uow:
        said = ("UTEACHER", "UCLASSMATE", "the end, said @the", "", "")
        uow.feedback.add(Feedback(WORKSPACE, world.classroom.id, *said, world.now))
    erase(world, world.student)
    with world.uow() as uow:
        assert uow.feedback.all(student="UCLASSMATE")[-1].seen == "the end, said […]"


def test_the_record_says_who_and_why_about_a_pseudonym(world: World) -> None:
    lived(world, world.student)
    world.do(disclosing.shown, world.accord, BY, "USTUDENT", "llm log", "for Ana Horváth")
    gone = erase(world, world.student)
    lines = world.do(disclosing.listed, world.accord, "USTUDENT", 10)
    assert [(x.what, x.by, x.about) for x in lines] == [
        (What.SHOWN, BY, gone.pseudonym),
        (What.ERASED, BY, gone.pseudonym),
    ]
    assert lines[0].reason == "for […]"
    assert lines[1].detail["rows"] == gone.rows
    assert is_pseudonym(gone.pseudonym)


def test_everything_that_was_said_is_to_leave_slack(world: World) -> None:
    lived(world, world.student)
    erase(world, world.student)
    with world.uow() as uow:
        steps = uow.retractions.all()
        errands = uow.errands.all(kind=ErrandKind.RETRACT)
    found = [(step.kind, step.place, bool(step.needles)) for step in steps]
    assert found[:2] == [(Retracting.HOME, "USTUDENT", False), (Retracting.CONVERSATION, "USTUDENT", False)]
    assert (Retracting.MESSAGE, "C1", False) in found
    assert found.count((Retracting.MESSAGE, dm(world.teacher), False)) == 2
    assert (Retracting.CONVERSATION, "UTEACHER", True) in found
    assert (Retracting.CONVERSATION, "UTEACHER2", True) in found
    assert (Retracting.CONVERSATION, "UCLASSMATE", True) in found
    assert [e.args for e in errands] == [{"disclosure": steps[0].disclosure}]


def test_steps_whose_errand_was_given_up_are_taken_up_again(world: World) -> None:
    lived(world, world.student)
    erase(world, world.student)
    with world.uow() as uow:
        given_up = uow.errands.all(kind=ErrandKind.RETRACT)[0]
        uow.errands.save(replace(given_up, done=True, error="TimeoutError"))
    for _ in range(2):
        world.do(retaining.forget, world.accord)
    with world.uow() as uow:
        errands = uow.errands.all(kind=ErrandKind.RETRACT)
    assert [e.done for e in errands] == [True, False]
    assert errands[1].args == given_up.args


def test_teachers_hear_that_a_contract_is_gone_but_not_whose(world: World) -> None:
    lived(world, world.student)
    erase(world, world.student)
    heard = [d for d in world.deliveries() if d.notice == "contract-removed"]
    assert {d.lane for d in heard} == {"UTEACHER", "UTEACHER2"}
    with world.uow() as uow:
        assert uow.contracts.of_classroom(world.classroom.id) == []
    assert all(d.args == {"classroom": world.classroom.id} for d in heard)
    world.render_all()


def test_until_slack_is_clean_it_is_said_what_is_held(world: World) -> None:
    lived(world, world.student)
    erase(world, world.student)
    assert world.do(erasing.waits_for_slack, world.accord, "USTUDENT")
    for use_case in (erasing.erase, exporting.export):
        with pytest.raises(Refusal) as refused:
            world.do(use_case, world.accord, "USTUDENT", BY, "")
        assert refused.value.key == "held-for-slack"
    all_retracted(world)
    assert not world.do(erasing.waits_for_slack, world.accord, "USTUDENT")
    assert holding(world.engine, "USTUDENT", "Horváth") == []


def test_the_names_of_another_who_was_erased_are_kept_for_slack(world: World) -> None:
    """Two may be called the same: the second erase leaves what the first one needs."""
    lived(world, world.student)
    lived(world, world.classmate)
    world.do(set_up.learn, world.classmate, Person(WORKSPACE, "UCLASSMATE", "Ana Horváth"))
    erase(world, world.student)
    with world.uow() as uow:
        before = [step for step in uow.retractions.all() if step.needles]
    erase(world, world.classmate)
    with world.uow() as uow:
        after = uow.retractions.all()
    assert len(before) > 1
    assert {step.place for step in before if step not in after} == {"UCLASSMATE"}  # all of it goes now


def test_in_a_workspace_that_left_nothing_is_kept_for_slack(world: World) -> None:
    lived(world, world.student)
    world.do(leaving.leave, world.accord, Reason.UNINSTALLED)
    assert erase(world, world.student).steps == 0
    assert holding(world.engine, "USTUDENT", "Horváth") == []
    with world.uow() as uow:
        assert uow.errands.all(kind=ErrandKind.RETRACT, done=False) == []


def test_what_slack_did_not_let_go_of_in_a_month_is_given_up(world: World) -> None:
    lived(world, world.student)
    erase(world, world.student)
    world.later(days=29)
    world.do(retaining.forget, world.accord)
    assert holding(world.engine, "USTUDENT", "Horváth")
    world.later(days=2)
    world.do(retaining.forget, world.accord)
    assert holding(world.engine, "USTUDENT", "Horváth") == []
    line = world.do(disclosing.listed, world.accord, "USTUDENT", 9)[-1]
    assert int(line.detail["slack_left"]) > 3


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
    assert world.do(disclosing.listed, world.accord, gone.pseudonym, 10)[-1].what is What.ERASED


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
        assert uow.feedback.all(student="USTUDENT")[0].teacher == gone.pseudonym


def test_the_only_teacher_of_open_contracts_is_not_erased(world: World) -> None:
    world.agree()
    erase(world, world.teacher2)
    with pytest.raises(Refusal) as refused:
        erase(world, world.teacher)
    assert refused.value.key == "only-teacher"


def test_while_a_message_is_on_its_way_nobody_is_erased(world: World) -> None:
    lived(world, world.student)
    waiting = next(d for d in world.deliveries() if d.state is DeliveryState.WAITING)
    held = replace(waiting, state=DeliveryState.CLAIMED, owner="x", lease_until=world.now + timedelta(seconds=9))
    with world.uow() as uow:
        uow.outbox._shelf.save(held)
    with pytest.raises(Refusal) as refused:
        erase(world, world.student)
    assert refused.value.key == "on-its-way"
    world.later(seconds=10)
    assert erase(world, world.student).rows > 0


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

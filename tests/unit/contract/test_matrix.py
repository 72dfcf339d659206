"""Every step from every state: the allowed lead where they should, the others are refused."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.domain import contract as life
from bot.domain.actor import Refusal, Side
from bot.domain.contract import Contract, Signature, Status
from tests.unit.contract.samples import (
    ALLOWED,
    IN_STATE,
    NOW,
    STEPS,
    STUDENT,
    TEACHER,
    other_terms,
)


@pytest.mark.parametrize("status", list(Status))
def test_the_samples_are_in_their_state(status: Status) -> None:
    assert IN_STATE[status]().status is status


@pytest.mark.parametrize("step", list(STEPS))
@pytest.mark.parametrize("status", list(Status))
def test_the_matrix(status: Status, step: str) -> None:
    contract = IN_STATE[status]()
    target = ALLOWED.get((status, step))
    if target is None:
        with pytest.raises(Refusal) as refused:
            STEPS[step](contract)
        assert refused.value.key == "not-in-this-state"
        return
    moved = STEPS[step](contract)
    assert moved.status is target
    assert moved.happened[:-1] == contract.happened
    last = moved.happened[-1]
    assert (last.before, last.after) == (status, target)


@pytest.mark.parametrize("version", [0, 2, 99])
def test_a_decision_on_another_version_is_refused(version: int) -> None:
    proposed = IN_STATE[Status.PROPOSED]()
    decisions: list[Callable[[], Contract]] = [
        lambda: life.approve(proposed, version, TEACHER, NOW),
        lambda: life.ask(proposed, version, "?", TEACHER, NOW),
        lambda: life.amend(proposed, version, other_terms(3), TEACHER, NOW),
        lambda: life.redirect(proposed, version, "?", TEACHER, NOW),
    ]
    for decide in decisions:
        with pytest.raises(Refusal) as refused:
            decide()
        assert refused.value.key == "newer-version"


@pytest.mark.parametrize("version", [1, 3])
def test_an_answer_to_another_version_is_refused(version: int) -> None:
    amended = IN_STATE[Status.AMENDED]()
    answers: list[Callable[[], Contract]] = [
        lambda: life.accept(amended, version, STUDENT, NOW),
        lambda: life.counter(amended, version, other_terms(3), STUDENT, NOW),
        lambda: life.wonder(amended, version, "?", STUDENT, NOW),
    ]
    for answer in answers:
        with pytest.raises(Refusal) as refused:
            answer()
        assert refused.value.key == "newer-version"


def test_nobody_signs_for_the_other_side() -> None:
    with pytest.raises(Refusal, match="for-teachers"):
        life.approve(IN_STATE[Status.PROPOSED](), 1, STUDENT, NOW)
    with pytest.raises(Refusal, match="for-students"):
        life.accept(IN_STATE[Status.AMENDED](), 2, TEACHER, NOW)
    with pytest.raises(Refusal, match="for-students"):
        life.submit(IN_STATE[Status.DRAFTING](), other_terms(1), TEACHER, NOW)
    with pytest.raises(Refusal, match="for-teachers"):
        life.propose_change(IN_STATE[Status.ACTIVE](), other_terms(1), Side.TEACHER, STUDENT, NOW)


def test_the_side_that_proposed_a_change_can_not_sign_it_again() -> None:
    waiting = IN_STATE[Status.RENEGOTIATING]()
    with pytest.raises(Refusal, match="already-signed-by-your-side"):
        life.agree_to_change(waiting, 2, Side.STUDENT, STUDENT, NOW)


def test_a_signature_on_other_terms_does_not_count() -> None:
    proposed = IN_STATE[Status.PROPOSED]()
    version = proposed.on_the_table
    swapped = replace(proposed, current=replace(version, terms=other_terms(9)))
    assert not swapped.on_the_table.signed_by(Side.STUDENT)
    with pytest.raises(Refusal, match="signature-does-not-fit"):
        life.approve(swapped, 1, TEACHER, NOW)


def test_a_signature_counts_for_its_own_side_alone() -> None:
    version = IN_STATE[Status.PROPOSED]().on_the_table
    mark = version.terms.content_hash()
    twice = replace(version, signatures=(*version.signatures, Signature(Side.STUDENT, STUDENT, mark, NOW)))
    assert not twice.agreed


def test_a_new_version_drops_the_old_signatures() -> None:
    amended = IN_STATE[Status.AMENDED]()
    assert [s.side for s in amended.on_the_table.signatures] == [Side.TEACHER]
    changed = IN_STATE[Status.RENEGOTIATING]()
    assert [s.side for s in changed.on_the_table.signatures] == [Side.STUDENT]
    assert changed.in_force.number == 1
    assert changed.in_force.agreed


def test_a_declined_change_keeps_its_number_and_leaves_what_was_agreed() -> None:
    waiting = IN_STATE[Status.RENEGOTIATING]()
    declined = life.decline_change(waiting, 2, "No", Side.TEACHER, TEACHER, NOW)
    assert declined.on_the_table == declined.in_force == waiting.in_force
    again = life.propose_change(declined, other_terms(2), Side.STUDENT, STUDENT, NOW)
    assert again.on_the_table.number == 3
    assert declined.happened[-1].action == "declined-change"
    back = life.decline_change(waiting, 2, "", Side.STUDENT, STUDENT, NOW)
    assert back.happened[-1].action == "took-back-change"


def test_a_version_that_changes_nothing_is_refused() -> None:
    proposed, active = IN_STATE[Status.PROPOSED](), IN_STATE[Status.ACTIVE]()
    same = proposed.on_the_table.terms
    with pytest.raises(Refusal, match="nothing-changed"):
        life.amend(proposed, 1, same, TEACHER, NOW)
    with pytest.raises(Refusal, match="nothing-changed"):
        life.propose_change(active, same, Side.TEACHER, TEACHER, NOW)
    waiting = IN_STATE[Status.RENEGOTIATING]()
    with pytest.raises(Refusal, match="nothing-changed"):
        life.propose_change(waiting, waiting.in_force.terms, Side.TEACHER, TEACHER, NOW)


def test_the_decider_is_the_teacher_also_after_the_student_signs() -> None:
    amended = IN_STATE[Status.AMENDED]()
    assert amended.decided_by == TEACHER
    assert life.accept(amended, 2, STUDENT, NOW).decided_by == TEACHER
    countered = life.counter(amended, 2, other_terms(2), STUDENT, NOW)
    assert countered.decided_by is None

"""A teacher suggests changes; the student signs, or answers with a version of their own."""

from decimal import Decimal

import pytest

from bot.activities.reviewing import use_cases as reviewing
from bot.domain.actor import Refusal, Side
from bot.domain.contract import Status
from bot.domain.terms import Criterion
from tests.unit.contract.forms import as_shown
from tests.unit.reviewing.scenes import amended, announced, buttons, filled, messages, newest, now_is, texts
from tests.world import World


def test_a_suggestion_is_signed_by_the_teacher_and_shown_field_by_field(world: World) -> None:
    contract = amended(world, t0_goal="9", commitments="<!here> I read", t0_teacher_criteria="I hear it")
    assert contract.status is Status.AMENDED
    offer = contract.on_the_table
    assert offer.signed_by(Side.TEACHER)
    assert not offer.signed_by(Side.STUDENT)
    assert offer.terms.targets[0].goal == Decimal(9)
    assert offer.terms.targets[0].criteria == (
        Criterion("At most two openings are alike", Side.STUDENT),
        Criterion("I hear it", Side.TEACHER),
    )
    card = newest(world, world.student.user, "amendment-card")
    assert {"8", "9", "<!here> I read", "I hear it"} <= set(texts(card))
    assert set(buttons(card)) == {"reviewing.sign", "reviewing.counter", "reviewing.wonder"}
    assert set(buttons(card).values()) == {f"{contract.id}:2"}
    assert buttons(newest(world, world.teacher2.user, "proposal-card")) == {}


def test_the_students_signature_makes_it_active(world: World) -> None:
    contract = amended(world)
    signed = world.do(reviewing.sign, world.student, contract.id, 2)
    assert signed.status is Status.ACTIVE
    assert signed.in_force.number == 2
    assert signed.in_force.agreed
    assert "agreed" in world.kinds(world.teacher.user)
    assert world.kinds(world.student.user)[-1] == "contract-card"
    assert buttons(newest(world, world.student.user, "amendment-card")) == {}
    with world.uow() as uow:
        assert len(uow.check_ins.of_contract(contract.id)) == 1
    with pytest.raises(Refusal, match="not-in-this-state"):
        world.do(reviewing.sign, world.student, contract.id, 2)


def test_the_old_version_can_not_be_signed_any_more(world: World) -> None:
    contract = amended(world)
    with pytest.raises(Refusal, match="newer-version"):
        world.do(reviewing.sign, world.student, contract.id, 1)
    with pytest.raises(Refusal, match="you-decided-already"):
        world.do(reviewing.approve, world.teacher, contract.id, 1)
    with pytest.raises(Refusal, match="somebody-decided"):
        world.do(reviewing.approve, world.teacher2, contract.id, 2)


def test_a_counter_lies_before_all_teachers_with_what_is_different(world: World) -> None:
    contract = amended(world, t0_goal="9")
    form = world.do(reviewing.open_counter, world.student, contract.id, 2)
    assert form.terms == contract.on_the_table.terms
    countered = world.do(reviewing.counter, world.student, contract.id, 2, filled(form, {"t0_goal": "8,5"}))
    assert countered.status is Status.PROPOSED
    assert countered.on_the_table.signed_by(Side.STUDENT)
    assert not countered.on_the_table.signed_by(Side.TEACHER)
    for teacher in (world.teacher, world.teacher2):
        card = newest(world, teacher.user, "proposal-card")
        assert {"9", "8.5"} <= set(texts(card))
        assert set(buttons(card).values()) == {f"{contract.id}:3"}
    signed = world.do(reviewing.approve, world.teacher2, contract.id, 3)
    assert signed.in_force.number == 3


def test_a_form_sent_after_somebody_decided_changes_nothing(world: World) -> None:
    contract = announced(world)
    form = world.do(reviewing.open_suggestion, world.teacher, contract.id, 1)
    world.do(reviewing.approve, world.teacher2, contract.id, 1)
    with pytest.raises(Refusal, match="somebody-decided"):
        world.do(reviewing.suggest, world.teacher, contract.id, 1, filled(form, {"t0_goal": "9"}))
    assert now_is(world, contract).in_force.number == 1


def test_a_form_that_changes_nothing_is_said_so(world: World) -> None:
    contract = announced(world)
    form = world.do(reviewing.open_suggestion, world.teacher, contract.id, 1)
    with pytest.raises(Refusal, match="nothing-changed") as refused:
        world.do(reviewing.suggest, world.teacher, contract.id, 1, filled(form))
    assert refused.value.field in as_shown(form.terms, form.side, form.days).texts


def test_a_suggestion_that_lay_too_long_is_not_signed(world: World) -> None:
    contract = amended(world)
    world.later(days=58)
    with pytest.raises(Refusal, match="version-too-late"):
        world.do(reviewing.sign, world.student, contract.id, 2)
    assert now_is(world, contract).status is Status.AMENDED


def test_dates_are_read_as_whoever_types_them_writes_them(world: World) -> None:
    contract = announced(world)
    form = world.do(reviewing.open_suggestion, world.teacher, contract.id, 1)
    suggested = world.do(reviewing.suggest, world.teacher, contract.id, 1, filled(form, {"t0_due_on": "2/3/2027"}))
    assert suggested.on_the_table.terms.targets[0].due_on.isoformat() == "2027-03-02"
    messages(world)

"""A contract that runs is changed by both sides together, or ended by one with a reason."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.activities.changing import use_cases as changing
from bot.activities.changing.messages import close_button
from bot.activities.reviewing import use_cases as reviewing
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Contract, Status
from bot.domain.interview import InterviewState
from bot.messages.blocks import spoken
from prompts.words import words_for
from tests.unit.contract.forms import as_shown
from tests.unit.reviewing.scenes import (
    active,
    amended,
    announced,
    buttons,
    changed,
    filled,
    messages,
    newest,
    now_is,
    texts,
)
from tests.world import World


def authors(world: World) -> list[tuple[Actor, Actor]]:
    return [(world.student, world.teacher), (world.teacher, world.student)]


def planned(world: World, contract: Contract) -> list[date]:
    with world.uow() as uow:
        found = uow.check_ins.in_state(contract.id, CheckInState.PLANNED)
    return [c.due_at.date() for c in found]


@pytest.mark.parametrize("turn", [0, 1])
def test_a_change_counts_once_both_have_signed_it(world: World, turn: int) -> None:
    author, other = authors(world)[turn]
    contract = active(world)
    form = world.do(changing.open_change, author, contract.id, 1)
    assert form.terms == contract.in_force.terms
    waiting = world.do(changing.propose, author, contract.id, 1, filled(form, {"ends_on": "1 April 2027"}))
    assert waiting.status is Status.RENEGOTIATING
    assert waiting.in_force.number == 1
    assert buttons(newest(world, author.user, "change-card")) == {"changing.take_back": f"{contract.id}:2"}
    card = newest(world, other.user, "change-card")
    assert set(buttons(card)) == {"changing.sign", "changing.decline"}
    signed = world.do(changing.sign, other, contract.id, 2)
    assert signed.status is Status.ACTIVE
    assert signed.in_force.number == 2
    assert signed.in_force.agreed
    assert signed.ends_at is not None
    assert signed.ends_at.date() == date(2027, 4, 2)
    assert world.kinds(author.user)[-1] == "change-decided"
    for user in (author.user, other.user):
        assert buttons(newest(world, user, "change-card")) == {}


def test_check_ins_follow_a_change_of_the_days(world: World) -> None:
    contract = active(world)
    assert planned(world, contract) == [date(2027, 1, 11)]
    form = world.do(changing.open_change, world.teacher, contract.id, 1)
    world.do(changing.propose, world.teacher, contract.id, 1, filled(form, days=("TH",)))
    assert planned(world, contract) == [date(2027, 1, 11)]
    world.do(changing.sign, world.student, contract.id, 2)
    assert planned(world, contract) == [date(2027, 1, 14)]


@pytest.mark.parametrize("turn", [0, 1])
def test_a_declined_change_leaves_what_was_agreed(world: World, turn: int) -> None:
    author, other = authors(world)[turn]
    contract = changed(world, author)
    declined = world.do(changing.decline, other, contract.id, 2, "Not now <!here>")
    assert declined.status is Status.ACTIVE
    assert declined.in_force.number == declined.on_the_table.number == 1
    assert "Not now <!here>" in texts(newest(world, author.user, "change-decided"))
    with pytest.raises(Refusal, match="change-decided"):
        world.do(changing.sign, other, contract.id, 2)
    again = world.do(changing.open_change, author, contract.id, 1)
    proposed = world.do(changing.propose, author, contract.id, 1, filled(again, {"supports": "A friend"}))
    assert proposed.on_the_table.number == 3


@pytest.mark.parametrize("turn", [0, 1])
def test_the_author_takes_a_change_back(world: World, turn: int) -> None:
    author, other = authors(world)[turn]
    contract = changed(world, author)
    back = world.do(changing.take_back, author, contract.id, 2)
    assert back.status is Status.ACTIVE
    assert world.kinds(other.user)[-1] == "change-decided"
    assert buttons(newest(world, other.user, "change-card")) == {}
    with pytest.raises(Refusal, match="change-decided"):
        world.do(changing.take_back, author, contract.id, 2)


def test_of_two_changes_at_once_the_first_waits_and_the_second_is_told(world: World) -> None:
    contract = active(world)
    forms = [world.do(changing.open_change, actor, contract.id, 1) for actor in (world.teacher, world.student)]
    world.do(changing.propose, world.teacher, contract.id, 1, filled(forms[0], {"supports": "A friend"}))
    with pytest.raises(Refusal, match="not-in-this-state"):
        world.do(changing.propose, world.student, contract.id, 1, filled(forms[1], {"supports": "A book"}))
    assert now_is(world, contract).on_the_table.author is Side.TEACHER


def test_a_change_that_changes_nothing_is_said_so(world: World) -> None:
    contract = active(world)
    form = world.do(changing.open_change, world.student, contract.id, 1)
    with pytest.raises(Refusal, match="nothing-changed") as refused:
        world.do(changing.propose, world.student, contract.id, 1, filled(form))
    assert refused.value.field in as_shown(form.terms, form.side, form.days).texts


def test_late_in_a_contract_its_days_still_bring_a_check_in_by_the_midpoint(world: World) -> None:
    contract = active(world)
    world.later(days=57)
    form = world.do(changing.open_change, world.student, contract.id, 1)
    typed = filled(form, {"supports": "A friend"}, days=("TH",))
    assert world.do(changing.propose, world.student, contract.id, 1, typed).status is Status.RENEGOTIATING


def test_a_change_whose_dates_have_passed_is_not_signed(world: World) -> None:
    contract = changed(world, world.student, ends_on="20 January 2027", t0_due_on="20 January 2027")
    world.later(days=10)
    with pytest.raises(Refusal, match="change-too-late"):
        world.do(changing.sign, world.teacher, contract.id, 2)
    assert now_is(world, contract).in_force.number == 1


def test_a_contract_is_changed_only_while_it_runs(world: World) -> None:
    contract = announced(world)
    for actor in (world.student, world.teacher):
        with pytest.raises(Refusal, match="not-in-this-state"):
            world.do(changing.open_change, actor, contract.id, 1)


def test_the_student_withdraws_and_every_teacher_hears_why(world: World) -> None:
    contract = active(world)
    closed = world.do(changing.close, world.student, contract.id, "I change schools")
    assert closed.status is Status.CLOSED
    assert planned(world, contract) == []
    for teacher in (world.teacher, world.teacher2):
        assert "I change schools" in texts(newest(world, teacher.user, "contract-closed"))
    assert buttons(newest(world, world.student.user, "contract-card")) == {"documents.contract": str(contract.id)}
    with pytest.raises(Refusal, match="not-in-this-state"):
        world.do(changing.close, world.student, contract.id, "Again")


def test_a_teacher_closes_and_the_student_hears_why(world: World) -> None:
    contract = amended(world)
    world.do(changing.close, world.teacher2, contract.id, "The project was cancelled")
    assert "The project was cancelled" in texts(newest(world, world.student.user, "contract-closed"))
    with world.uow() as uow:
        interview = uow.interviews.of_contract(contract.id)
    assert interview is not None
    assert interview.state is InterviewState.CLOSED
    with pytest.raises(Refusal, match="not-in-this-state"):
        world.do(reviewing.approve, world.teacher, contract.id, 1)


@pytest.mark.parametrize("who", ["student", "teacher"])
@pytest.mark.parametrize(("scene", "what"), [(announced, "proposal"), (active, "contract")])
def test_who_ends_it_reads_that_it_is_done(
    world: World, who: str, scene: Callable[[World], Contract], what: str
) -> None:
    contract, actor = scene(world), getattr(world, who)
    world.do(changing.close, actor, contract.id, "The project was cancelled")
    said = newest(world, actor.user, "closed-by-you")
    words = words_for("en")
    names = {"student": "Ana", "classroom": world.classroom.name, "what": what}
    assert said.text == spoken(words.pieces(f"closed-by-you-{who}", **names))
    assert said.text != spoken(words.pieces(f"closed-by-you-{who}", **{**names, "what": "draft"}))


def test_a_draft_that_nobody_saw_is_closed_between_the_student_and_accord(world: World) -> None:
    with world.uow() as uow:
        contract = uow.contracts.add(life.begin(world.classroom.workspace, world.classroom.id, "USTUDENT", world.now))
    sure = close_button(contract, Side.STUDENT, words_for("en"))["confirm"]
    assert sure["text"]["text"] == words_for("en")("close-confirm-student", what="draft")
    world.do(changing.close, world.student, contract.id, "I begin anew")
    assert world.kinds(world.student.user)[-1] == "closed-by-you"
    assert world.kinds(world.teacher.user) == []


def test_a_reason_is_needed_to_end_it(world: World) -> None:
    contract = active(world)
    with pytest.raises(Refusal) as refused:
        world.do(changing.close, world.student, contract.id, " ")
    assert (refused.value.key, refused.value.field) == ("empty", "text")


def test_the_contract_is_shown_in_the_direct_messages_alone(world: World) -> None:
    contract = active(world)
    world.do(changing.show_contract, world.student, "C1", "")
    assert world.said(world.student.user)[-1] == ("contract-card", {"contract": contract.id})
    assert world.kinds("C1") == ["look-in-messages"]
    world.do(changing.show_contract, world.student, "D1", "")
    assert world.kinds("C1") == ["look-in-messages"]
    world.do(changing.show_contract, world.teacher, "D2", world.student.user)
    assert world.said(world.teacher.user)[-1] == ("contract-card", {"contract": contract.id})
    messages(world)


def test_who_has_no_contract_to_see_is_told_the_way(world: World) -> None:
    active(world)
    cases = [
        (world.classmate, "", "no-contract-yet"),
        (world.stranger, "", "no-contract-yet"),
        (world.teacher, "", "whose-contract"),
        (world.teacher, world.classmate.user, "no-contract-with-them"),
        (world.classmate, world.student.user, "for-teachers"),
        (world.stranger, world.student.user, "for-teachers"),
    ]
    for actor, student, key in cases:
        with pytest.raises(Refusal, match=key):
            world.do(changing.show_contract, actor, "D1", student)


def test_the_command_finds_the_one_contract_that_can_be_changed(world: World) -> None:
    contract = announced(world)
    with pytest.raises(Refusal, match="nothing-to-change"):
        world.do(changing.find_to_change, world.student, "")
    world.do(reviewing.approve, world.teacher, contract.id, 1)
    assert world.do(changing.find_to_change, world.student, "") == (contract.id, 1)
    assert world.do(changing.find_to_change, world.teacher, world.student.user) == (contract.id, 1)

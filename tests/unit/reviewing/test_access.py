"""Who may do what: every use case, tried by everybody."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from bot.activities.changing import use_cases as changing
from bot.activities.reviewing import use_cases as reviewing
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership
from bot.domain.contract import Contract
from tests.unit.contract.forms import as_shown
from tests.unit.reviewing.scenes import active, amended, announced, changed, leave, now_is
from tests.world import WORKSPACE, World


@dataclass(frozen=True)
class Case:
    """A use case, a contract to try it on, its arguments after the contract, and who may."""

    use_case: Callable[..., Any]
    scene: Callable[[World], Contract]
    args: Callable[[Contract], tuple[Any, ...]]
    teachers: bool = False
    student: bool = False
    else_student: str = "for-teachers"
    """What the student is told where only teachers may."""
    else_teacher: str = "no-such-contract"


def _questioned(world: World) -> Contract:
    contract = announced(world)
    return world.do(reviewing.ask, world.teacher, contract.id, 1, "Which essays?")


def _wondering(world: World) -> Contract:
    contract = amended(world)
    return world.do(reviewing.wonder, world.student, contract.id, 2, "Why?")


def _students_change(world: World) -> Contract:
    return changed(world, world.student)


def _version(contract: Contract) -> tuple[Any, ...]:
    return (contract.on_the_table.number,)


def _text(contract: Contract) -> tuple[Any, ...]:
    return (contract.on_the_table.number, "Because of this")


def _form(side: Side, field: str) -> Callable[[Contract], tuple[Any, ...]]:
    def args(contract: Contract) -> tuple[Any, ...]:
        terms = (contract.agreed or contract.on_the_table).terms
        shown = as_shown(terms, side)
        return (contract.on_the_table.number, replace(shown, texts={**shown.texts, field: "A quiet room"}))

    return args


CASES: dict[str, Case] = {
    "look at a proposal": Case(reviewing.look_to_decide, announced, _version, teachers=True),
    "approve": Case(reviewing.approve, announced, _version, teachers=True),
    "ask": Case(reviewing.ask, announced, _text, teachers=True),
    "redirect": Case(reviewing.redirect, announced, _text, teachers=True),
    "open the suggestion": Case(reviewing.open_suggestion, announced, _version, teachers=True),
    "suggest": Case(reviewing.suggest, announced, _form(Side.TEACHER, "supports"), teachers=True),
    "open the question": Case(reviewing.open_question, _questioned, lambda c: (), student=True),
    "answer": Case(reviewing.answer, _questioned, lambda c: ("These",), student=True),
    "type an answer": Case(reviewing.hear, _questioned, lambda c: ("These", "1.1"), student=True),
    "sign": Case(reviewing.sign, amended, _version, student=True),
    "open the counter": Case(reviewing.open_counter, amended, _version, student=True),
    "counter": Case(reviewing.counter, amended, _form(Side.STUDENT, "supports"), student=True),
    "look to wonder": Case(reviewing.look_to_wonder, amended, _version, student=True),
    "wonder": Case(reviewing.wonder, amended, _text, student=True),
    "open the explanation": Case(reviewing.open_explanation, _wondering, lambda c: (2,), teachers=True),
    "explain": Case(reviewing.explain, _wondering, lambda c: (2, "Because"), teachers=True),
    "open a change": Case(changing.open_change, active, _version, teachers=True, student=True),
    "propose a change": Case(changing.propose, active, _form(Side.STUDENT, "supports"), teachers=True, student=True),
    "sign a change": Case(
        changing.sign, _students_change, _version, teachers=True, else_student="already-signed-by-your-side"
    ),
    "look to decline": Case(
        changing.look_to_decline, _students_change, _version, teachers=True, else_student="already-signed-by-your-side"
    ),
    "decline": Case(
        changing.decline, _students_change, _text, teachers=True, else_student="already-signed-by-your-side"
    ),
    "take back": Case(changing.take_back, _students_change, _version, student=True, else_teacher="not-your-change"),
    "look to close": Case(changing.look_to_close, active, lambda c: (), teachers=True, student=True),
    "close": Case(changing.close, active, lambda c: ("No time",), teachers=True, student=True),
}
NAMES = list(CASES)


def attempt(world: World, case: Case, actor: Actor, contract: Contract) -> str:
    """ "done", or the key of the refusal; where it was refused, nothing was written."""
    before, said = now_is(world, contract), len(world.deliveries())
    try:
        world.do(case.use_case, actor, contract.id, *case.args(contract))
    except Refusal as refusal:
        assert now_is(world, contract) == before
        assert len(world.deliveries()) == said
        return refusal.key
    return "done"


@pytest.mark.parametrize("name", NAMES)
def test_each_teacher_of_the_class(world: World, name: str) -> None:
    case = CASES[name]
    contract = case.scene(world)
    assert attempt(world, case, world.teacher2, contract) == ("done" if case.teachers else case.else_teacher)


@pytest.mark.parametrize("name", NAMES)
def test_the_student(world: World, name: str) -> None:
    case = CASES[name]
    contract = case.scene(world)
    assert attempt(world, case, world.student, contract) == ("done" if case.student else case.else_student)


@pytest.mark.parametrize("name", NAMES)
def test_everybody_else_is_refused(world: World, name: str) -> None:
    case = CASES[name]
    contract = case.scene(world)
    outsider = Actor(WORKSPACE, "UOUTSIDER")
    with world.uow() as uow:
        other = uow.classrooms.add(replace(world.classroom, channel="C2", id=0))
        uow.memberships.add(Membership(WORKSPACE, other.id, outsider.user, Side.TEACHER, world.now))
    for actor in (world.classmate, world.stranger, world.admin, outsider):
        expected = {"no-such-contract", "not-in-this-class", "for-teachers"}
        assert attempt(world, case, actor, contract) in expected, actor


@pytest.mark.parametrize("name", NAMES)
def test_who_left_the_class_can_do_nothing_more_in_it(world: World, name: str) -> None:
    case = CASES[name]
    contract = case.scene(world)
    leave(world, world.student)
    leave(world, world.teacher)
    for actor in (world.student, world.teacher):
        expected = {"no-such-contract", "not-in-this-class"}
        assert attempt(world, case, actor, contract) in expected


@pytest.mark.parametrize("name", NAMES)
def test_the_same_ids_in_another_workspace_are_nobodys(world: World, name: str) -> None:
    case = CASES[name]
    contract = case.scene(world)
    for user in (world.teacher.user, world.student.user):
        assert attempt(world, case, Actor("T2", user), contract) == "no-such-contract"


@pytest.mark.parametrize("name", NAMES)
def test_a_forged_contract_is_nobodys(world: World, name: str) -> None:
    case = CASES[name]
    contract = case.scene(world)
    for actor in (world.teacher, world.student):
        with pytest.raises(Refusal, match="no-such-contract"):
            world.do(case.use_case, actor, 10**15, *case.args(contract))


VERSIONED = [name for name in NAMES if CASES[name].args in (_version, _text)]


@pytest.mark.parametrize("name", VERSIONED)
@pytest.mark.parametrize("version", [0, 77, 10**8])
def test_a_forged_version_is_an_old_button(world: World, name: str, version: int) -> None:
    case = CASES[name]
    contract = case.scene(world)
    actor = world.teacher if case.teachers else world.student
    with pytest.raises(Refusal, match="old-button"):
        world.do(case.use_case, actor, contract.id, version, *case.args(contract)[1:])

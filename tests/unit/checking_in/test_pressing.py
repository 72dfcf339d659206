"""One press on the prompt answers a check-in."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.checking_in import answering, reads
from bot.domain.actor import Refusal
from bot.domain.check_ins import MOST, CheckInState, can_be_pressed, numbers_to_press
from bot.domain.terms import Target
from tests.unit.checking_in.answers import types, value
from tests.unit.checking_in.steps import asked, check_ins, posts, replies
from tests.unit.checking_in.test_undoing import undo
from tests.unit.listening.two_classes import PAGES
from tests.world import World, terms

OPENINGS = terms().targets[0]
SMALL = st.integers(min_value=0, max_value=MOST)
ANY = st.decimals(min_value=-100, max_value=1000, places=1)


def counting(baseline: int, goal: int, unit: str = "comma mistakes") -> Target:
    return replace(OPENINGS, baseline=Decimal(baseline), goal=Decimal(goal), unit=unit)


@pytest.mark.parametrize(
    ("target", "last", "shown"),
    [
        (OPENINGS, None, (2, 3, 4)),
        (OPENINGS, 5, (5, 6, 7)),
        (OPENINGS, 9, (9, 10)),
        (counting(12, 4), 7, (7, 6, 5)),
        (counting(12, 4), 1, (1, 0)),
        (counting(5, 30, "pages"), 6, ()),
        (counting(5, 15, "percent of the words"), 6, ()),
        (counting(2, 4, "grade"), 3, ()),
    ],
)
def test_what_is_shown(target: Target, last: int | None, shown: tuple[int, ...]) -> None:
    assert numbers_to_press(target, None if last is None else Decimal(last)) == shown


@given(SMALL, SMALL, SMALL)
def test_they_begin_with_the_newest_and_go_on_one_by_one_towards_the_goal(baseline: int, goal: int, last: int) -> None:
    shown = numbers_to_press(counting(baseline, goal), Decimal(last))
    assert shown[0] == last
    assert 1 <= len(shown) <= 3
    step = 1 if goal > baseline else -1
    assert list(shown) == [last + step * i for i in range(len(shown))]


@given(ANY, ANY, ANY)
def test_whatever_is_shown_may_be_pressed(baseline: Decimal, goal: Decimal, last: Decimal) -> None:
    target = replace(OPENINGS, baseline=baseline, goal=goal, unit="books")
    assert all(can_be_pressed(number) for number in numbers_to_press(target, last))


@given(SMALL, st.integers(min_value=1, max_value=MOST))
def test_never_more_than_there_are(last: int, total: int) -> None:
    shown = numbers_to_press(counting(0, total, f"words of {total}"), Decimal(last))
    assert all(number <= total for number in shown)


BESIDE = ("exchanging.stuck", "checking_in.not_now", "absence.open")


def prompt(world: World) -> list[list[str]]:
    """The labels of the buttons under the prompt, row by row, but for those that are no answer of this number."""
    (message,) = [m for d, m in world.render_all() if d.notice == "check-in-due" and m is not None]
    rows = [b["elements"] for b in message.blocks if b["type"] == "actions"]
    rows = [row for row in rows if row[-1]["action_id"] != "absence.open"]  # which let it wait
    rows = [row for row in rows if not row[0]["action_id"].startswith("checking_in.practised")]
    return [[e["text"]["text"] for e in row if e["action_id"] not in BESIDE] for row in rows]


def test_a_number_is_noted_confirmed_and_can_be_undone(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    assert len(prompt(world)[0]) == 4
    world.do(answering.number, world.student, check_in, 0, 3)
    assert value(world, check_in) == 3
    assert replies(world, check_in)[0].confirmed
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.ANSWERED, CheckInState.PLANNED]
    assert posts(world, world.student.user)[-1] == "reply-noted"
    assert "class-check-ins" in posts(world, world.teacher.user)
    assert len(prompt(world)) == 1
    undo(world)
    assert value(world, check_in) is None
    assert len(prompt(world)[0]) == 4


def test_pressed_twice_it_is_noted_once(world: World) -> None:
    check_in = asked(world, world.agree())
    for _ in range(2):
        world.do(answering.number, world.student, check_in, 0, 3)
    assert posts(world, world.student.user).count("reply-noted") == 1
    with pytest.raises(Refusal, match="check-in-noted-already"):
        world.do(answering.number, world.student, check_in, 0, 4)
    assert value(world, check_in) == 3


@pytest.mark.parametrize(("target", "number"), [(1, 3), (0, 999)])
def test_what_stood_on_no_button_is_refused(world: World, target: int, number: int) -> None:
    check_in = asked(world, world.agree())
    with pytest.raises(Refusal, match="old-button"):
        world.do(answering.number, world.student, check_in, target, number)


def test_not_yet_is_an_answer_without_a_number(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    for _ in range(2):
        world.do(answering.not_yet, world.student, check_in)
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.ANSWERED, CheckInState.PLANNED]
    assert posts(world, world.student.user).count("reply-noted") == 1
    world.render_all()
    types(world, "4 of 10", 100)
    assert value(world, check_in) == 4


def test_not_yet_can_be_undone(world: World) -> None:
    contract = world.agree()
    world.do(answering.not_yet, world.student, asked(world, contract))
    undo(world)
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.PROMPTED]


def test_each_of_two_targets_has_a_row_until_it_has_a_number(world: World) -> None:
    books = replace(PAGES, baseline=Decimal(1), goal=Decimal(5), unit="books")
    check_in = asked(world, world.agree(targets=(OPENINGS, books)))
    assert [len(row) for row in prompt(world)] == [3, 4, 1]
    world.do(answering.number, world.student, check_in, 1, 2)
    assert [len(row) for row in prompt(world)] == [3, 1]
    world.do(answering.number, world.student, check_in, 0, 3)
    assert [len(row) for row in prompt(world)] == [1]
    assert {i: r.value for i, r in replies(world, check_in).items()} == {0: 3, 1: 2}


def test_where_one_of_two_targets_has_none_neither_has(world: World) -> None:
    asked(world, world.agree(targets=(OPENINGS, replace(PAGES, goal=Decimal(200)))))
    assert [len(row) for row in prompt(world)] == [1]


def test_over_is_over(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    with world.uow() as uow:
        (ours,) = uow.check_ins.in_state(contract.id, CheckInState.PROMPTED)
        uow.check_ins.save(replace(ours, state=CheckInState.DROPPED, wake_at=None))
    with pytest.raises(Refusal, match="old-button"):
        world.do(reads.open_log, world.student, check_in)
    with pytest.raises(Refusal, match="old-button"):
        world.do(answering.number, world.student, check_in, 0, 3)

"""A proposal that waited until its dates no longer hold is signed with its dates moved, by both."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.reviewing import use_cases as reviewing
from bot.domain.actor import Refusal
from bot.domain.contract import Contract, Status
from bot.domain.waiting import moved_on
from tests.unit.handling import KeptViews, context_of
from tests.unit.reviewing.scenes import announced, buttons, messages, newest, now_is
from tests.world import World

DAY = timedelta(days=1)


def _late(world: World, days: int = 61) -> Contract:
    contract = announced(world)
    world.later(days=days)
    return contract


def _offer(world: World, contract: Contract) -> str:
    """What the button carries, after the teacher would have approved."""
    world.do(reviewing.approve, world.teacher, contract.id, 1)
    return buttons(newest(world, world.teacher.user, "dates-passed"))["reviewing.move_dates"]


def test_who_would_approve_is_shown_the_same_with_its_dates_moved(world: World) -> None:
    contract = _late(world)
    assert _offer(world, contract) == f"{contract.id}:1:61"
    assert now_is(world, contract) == contract  # nothing is signed
    assert world.kinds("USTUDENT") == []


def test_what_is_suggested_is_the_same_but_for_its_dates_and_the_student_signs_it(world: World) -> None:
    contract = _late(world)
    amended = world.do(reviewing.move_dates, world.teacher, contract.id, 1, 61)
    before, after = contract.on_the_table.terms, amended.on_the_table.terms
    assert (amended.status, after.ends_on) == (Status.AMENDED, date(2027, 5, 12))
    assert [target.due_on for target in after.targets] == [date(2027, 5, 1)]
    back = replace(after.targets[0], due_on=before.targets[0].due_on)
    assert replace(after, ends_on=before.ends_on, targets=(back,)) == before
    assert world.kinds("USTUDENT") == ["amendment-card"]
    signed = world.do(reviewing.sign, world.student, contract.id, 2)
    assert signed.status is Status.ACTIVE
    assert signed.in_force.agreed


def test_the_card_says_what_became_of_it(world: World) -> None:
    contract = _late(world)
    _offer(world, contract)
    world.do(reviewing.move_dates, world.teacher, contract.id, 1, 61)
    assert buttons(newest(world, world.teacher.user, "dates-passed")) == {}
    with pytest.raises(Refusal, match="you-decided-already"):
        world.do(reviewing.move_dates, world.teacher, contract.id, 1, 61)


def test_what_still_holds_is_signed_as_it_is(world: World) -> None:
    contract = _late(world, days=5)
    assert world.do(reviewing.approve, world.teacher, contract.id, 1).status is Status.ACTIVE
    assert messages(world, "dates-passed") == []


def test_an_offer_that_waited_too_long_itself_is_made_anew(world: World) -> None:
    contract = _late(world)
    _offer(world, contract)
    world.later(days=61)
    world.do(reviewing.move_dates, world.teacher, contract.id, 1, 61)
    assert now_is(world, contract).status is Status.PROPOSED
    assert buttons(newest(world, world.teacher.user, "dates-passed"))["reviewing.move_dates"].endswith(":122")


def test_it_ends_with_the_term_at_the_latest(world: World) -> None:
    contract = _late(world, days=120)  # 11 May; it would end on 10 July
    amended = world.do(reviewing.move_dates, world.teacher, contract.id, 1, 120)
    assert amended.on_the_table.terms.ends_on == world.classroom.term_ends_on


def test_where_the_term_has_no_room_it_is_refused_as_before(world: World) -> None:
    contract = _late(world, days=164)  # the day before its last
    for press, more in ((reviewing.approve, ()), (reviewing.move_dates, (164,))):
        with pytest.raises(Refusal, match="version-too-late"):
            world.do(press, world.teacher, contract.id, 1, *more)


def test_only_who_teaches_the_class_may(world: World) -> None:
    contract = _late(world)
    for actor in (world.student, world.classmate):
        with pytest.raises(Refusal, match="for-teachers"):
            world.do(reviewing.move_dates, actor, contract.id, 1, 61)


@given(
    st.dates(date(2027, 1, 1), date(2027, 12, 31)),
    st.lists(st.integers(0, 90), max_size=3),
    st.integers(1, 400),
    st.integers(-30, 400),
)
def test_no_date_comes_sooner_and_none_after_the_end(ends_on: date, sooner: list[int], days: int, room: int) -> None:
    due = [ends_on - DAY * one for one in sooner]
    end, moved = moved_on(ends_on, due, days, ends_on + DAY * room)
    assert ends_on <= end <= max(ends_on, ends_on + DAY * room)
    assert all(before <= after <= end for before, after in zip(due, moved, strict=True))
    if room >= days:
        assert [end - one for one in moved] == [ends_on - one for one in due]


async def test_the_press(world: World) -> None:
    from handlers import reviewing as handlers
    from handlers.inbound import Press

    contract = _late(world)
    value = _offer(world, contract)
    context = context_of(world, KeptViews())
    press = Press(world.teacher, "reviewing.move_dates", value, "t1", "press:1", "D1", "1.1")
    await handlers.ROUTES.presses["reviewing.move_dates"](press, context)
    assert now_is(world, contract).status is Status.AMENDED
    for number, forged in enumerate(("1:1", "1:1:x", "1:1:-3", f"{contract.id}:1:999999999999999")):
        again = replace(press, value=forged, incoming=f"forged:{number}")
        with pytest.raises(Refusal):
            await handlers.ROUTES.presses["reviewing.move_dates"](again, context)

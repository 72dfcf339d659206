"""Halfway a student rates the signs of success, and nobody else sees it before both have looked back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.checking_in.messages import ReplyNoted
from bot.activities.looking_back import halfway
from bot.activities.looking_back.halfway_messages import FORM, OPEN, HalfwayNoted, halfway_form
from bot.activities.looking_back.messages import LookedBack
from bot.domain.actor import Refusal
from bot.domain.contract import Contract, Status
from bot.domain.halfway import RatedSign, halfway_of, is_halfway
from bot.messages.briefs import NothingToSay, brief_for, render
from bot.messages.registry import Reader
from handlers import looking_back as handlers
from handlers.inbound import Press, Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.checking_in.steps import at, check_ins, send_all
from tests.unit.handling import KeptViews, context_of
from tests.unit.listening.test_questions import says
from tests.unit.looking_back.scenes import End, with_criteria
from tests.world import World, terms

START = datetime(2027, 1, 11, 9, tzinfo=UTC)


@given(days=st.integers(4, 200), of=st.integers(3, 12))
def test_of_three_check_ins_or_more_at_equal_distances_one_is_in_the_middle(days: int, of: int) -> None:
    whole = timedelta(days=days)
    assert any(is_halfway(START + whole * n / of, START, START + whole) for n in range(1, of))


@given(st.integers(1, 200))
def test_neither_the_first_third_nor_the_end_is_the_middle(days: int) -> None:
    whole = timedelta(days=days)
    assert not is_halfway(START + whole / 3, START, START + whole)
    assert not is_halfway(START + whole, START, START + whole)
    assert is_halfway(START + whole / 2, START, START + whole)


def test_a_sign_that_reads_otherwise_now_was_not_rated() -> None:
    signs = (RatedSign("Criterion 0.0", 2), RatedSign("Something else", 4))
    assert halfway_of(terms(**with_criteria(2)), signs) == {0: 2}


def agreed(world: World) -> Contract:
    return world.agree(**with_criteria(2))


def rates(world: World, contract: Contract, *ratings: int) -> None:
    world.do(halfway.rate, world.student, contract.id, dict(enumerate(ratings)))


def noted(world: World, contract: Contract) -> list[bool]:
    """For each check-in that was answered, whether rating was offered below the answer."""
    found = []
    for check_in in check_ins(world, contract):
        if check_in.answered_at is not None:
            with world.uow() as uow:
                found.append(brief_for(uow, ReplyNoted(check_in.id), world.student.user).halfway)
    return found


def test_it_is_offered_in_the_middle_until_it_is_done(world: World) -> None:
    contract = agreed(world)
    for week in range(8):
        at(world, check_ins(world, contract)[-1].wake_at or world.now)
        send_all(world)
        world.later(minutes=5)
        says(world, f"{week % 7 + 1}", ts=f"{world.now.timestamp():.6f}")
    offered = noted(world, contract)
    assert (offered[0], offered[-1]) == (False, False)
    assert any(offered)
    rates(world, contract, 2, 3)
    assert not any(noted(world, contract))


def test_the_teacher_sees_nothing_of_it_before_both_have_looked_back(world: World) -> None:
    contract = agreed(world)
    rates(world, contract, 1, 4)
    assert world.kinds(world.student.user)[-1] == "halfway-noted"
    assert "halfway-noted" not in world.kinds(world.teacher.user)
    with world.uow() as uow, pytest.raises(NothingToSay):
        brief_for(uow, HalfwayNoted(contract.id), world.teacher.user)


def test_at_the_end_it_stands_beside_the_ratings_of_both(world: World) -> None:
    end = ended_after_rating(world)
    end.assess(world.student)
    end.assess(world.teacher)
    with world.uow() as uow:
        both = brief_for(uow, LookedBack(end.id), world.teacher.user)
    assert both.halfway == {0: 1, 1: 4}
    words = words_for("en-GB")
    shown = str(render(LookedBack(end.id), both, Reader(world.teacher.user, words, "UTC", world.now)).blocks)
    assert words("looked-back-halfway", rating="Mostly", before="Not yet") in shown
    assert "Fully (" in shown


def ended_after_rating(world: World) -> End:
    """A contract whose student rated halfway, at its end."""
    end = End(world)
    running = replace(end.contract, status=Status.ACTIVE)
    with world.uow() as uow:
        running = uow.contracts.save(running)
    rates(world, running, 1, 4)
    with world.uow() as uow:
        found = uow.contracts.get(end.id)
        assert found is not None
        uow.contracts.save(replace(found, status=Status.REASSESSING))
    return end


def test_rating_again_changes_it_and_says_nothing_new(world: World) -> None:
    contract = agreed(world)
    rates(world, contract, 1, 4)
    rates(world, contract, 2, 4)
    assert world.kinds(world.student.user).count("halfway-noted") == 1
    with world.uow() as uow:
        said = uow.halfways.of(contract.id)
    assert said is not None
    assert [sign.rating for sign in said.signs] == [2, 4]


def test_each_sign_is_rated(world: World) -> None:
    contract = agreed(world)
    with pytest.raises(Refusal, match="rate-each") as refused:
        rates(world, contract, 3)
    assert refused.value.field == "rating-1"


def test_at_the_end_it_is_too_late(world: World) -> None:
    end = End(world)
    with pytest.raises(Refusal, match="halfway-over"):
        world.do(halfway.rate, world.student, end.id, {0: 1, 1: 1})


async def test_the_form_that_opens_is_one_that_comes_back(world: World) -> None:
    contract, views = agreed(world), KeptViews()
    context = context_of(world, views)
    press = Press(world.student, OPEN, str(contract.id), "t1", "press:1", "D1", "1.1")
    await handlers.open_halfway(press, context)
    (view,) = views.opened
    assert check_view(view) == []
    values: dict[str, Any] = {"rating-0": "4", "rating-1": "1"}
    await handlers.rate_halfway(Submission(world.student, FORM, values, view["private_metadata"], "t1", "v1"), context)
    with world.uow() as uow:
        said = uow.halfways.of(contract.id)
        before = halfway.open_form(uow, world.student, contract.id)
    assert said is not None
    assert [sign.rating for sign in said.signs] == [4, 1]
    again = halfway_form(words_for("es-ES"), before)
    assert [b["element"]["initial_option"]["value"] for b in again["blocks"] if b["type"] == "input"] == ["4", "1"]

"""Which question a check-in asks, by where its contract is on its way; and what is said after a setback."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.activities.checking_in import answering, practising
from bot.activities.checking_in.forms import ReplyForm
from bot.domain.actor import Refusal
from bot.domain.outbox import Message
from bot.domain.phases import WORDINGS, Phase, phase_at, was_set_back, wording
from prompts.words import words_for
from tests.unit.checking_in.steps import asked, at, check_ins, rendered, replies
from tests.unit.checking_in.test_undoing import undo
from tests.world import World, terms

START = datetime(2027, 1, 11, 8, tzinfo=UTC)
END = START + timedelta(days=30)
OPENINGS = terms().targets[0]
WITH_PLAN = replace(OPENINGS, obstacle="No time on Tuesday", fallback="Do it on Wednesday")


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (0, Phase.BEGINNING),
        (9, Phase.BEGINNING),
        (10, Phase.ON_THE_WAY),
        (19, Phase.ON_THE_WAY),
        (20, Phase.LAST_THIRD),
        (30, Phase.LAST_THIRD),
    ],
)
def test_the_phase_is_a_third_of_the_contract(day: int, phase: Phase) -> None:
    assert phase_at(START + timedelta(days=day), START, END, set_back=False) is phase
    assert phase_at(START + timedelta(days=day), START, END, set_back=True) is Phase.SETBACK


@pytest.mark.parametrize(
    ("values", "back"),
    [((), False), ((1,), True), ((2,), False), ((5, 4), True), ((5, 4, 6), False), ((9, 8), False)],
)
def test_a_setback_is_a_number_further_from_the_goal(values: tuple[int, ...], back: bool) -> None:
    assert was_set_back(OPENINGS, [Decimal(value) for value in values]) is back


def test_the_fifth_asks_otherwise_than_the_first() -> None:
    assert [wording(number) for number in range(1, 8)] == [1, 2, 3, 1, 2, 3, 1]
    for lang in ("en", "es"):
        words = words_for(lang)
        for phase in Phase:
            asked = {words(f"check-in-due-{phase}-{n}") for n in range(1, WORDINGS + 1)}
            assert len(asked) == WORDINGS


def questions(world: World) -> list[str]:
    """What the prompts ask, without the signs that hold their emphasis."""
    shown: list[Message] = [m for d, m in world.render_all() if d.notice == "check-in-due" and m is not None]
    return [message.text.replace("\u2060", "") for message in shown]


def test_after_a_setback_the_next_one_asks_otherwise(world: World) -> None:
    contract = world.agree()
    first = asked(world, contract)
    words = words_for("en")
    assert questions(world)[0] == words("check-in-due-beginning-1")
    world.do(answering.number, world.student, first, 0, 1)
    wake_at = check_ins(world, contract)[-1].wake_at
    assert wake_at is not None
    at(world, wake_at)
    assert questions(world)[-1] == words("check-in-due-setback-2")


def noted(world: World) -> str:
    return rendered(world)["reply-noted"][-1]


def test_after_a_setback_their_own_words_are_shown_and_kept_by_a_tap(world: World) -> None:
    check_in = asked(world, world.agree(targets=(WITH_PLAN,)))
    world.do(answering.number, world.student, check_in, 0, 1)
    assert "Do it on Wednesday" in noted(world)
    assert "checking_in.same_plan" in noted(world)
    assert "changing.open" in noted(world)
    world.do(practising.same_plan, world.student, check_in, 0)
    assert replies(world, check_in)[0].next_step == "Do it on Wednesday"
    assert "checking_in.same_plan" not in noted(world)
    assert "Do it on Wednesday" in rendered(world)["class-check-ins"][-1]
    undo(world)
    assert replies(world, check_in)[0].next_step == ""


def test_where_nothing_was_written_it_can_be(world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(answering.number, world.student, check_in, 0, 1)
    assert "checking_in.same_plan" not in noted(world)
    assert "changing.open" in noted(world)
    with pytest.raises(Refusal, match="old-button"):
        world.do(practising.same_plan, world.student, check_in, 0)


def test_a_step_forward_shows_none_of_it(world: World) -> None:
    check_in = asked(world, world.agree(targets=(WITH_PLAN,)))
    world.do(answering.number, world.student, check_in, 0, 4)
    assert "changing.open" not in noted(world)


def test_what_they_said_is_next_is_not_replaced(world: World) -> None:
    check_in = asked(world, world.agree(targets=(WITH_PLAN,)))
    form = ReplyForm(("1",), next_step="Ask Ben")
    world.do(answering.log, world.student, check_in, form)
    world.do(practising.same_plan, world.student, check_in, 0)
    assert replies(world, check_in)[0].next_step == "Ask Ben"

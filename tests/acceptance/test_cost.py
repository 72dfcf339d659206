"""What an answer costs, and that it is the first thing that leaves."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.demo.scene import School
from tests.acceptance.counting import Cost, Counting, counting
from tests.acceptance.steps import agree, check_in_due, set_up

STATEMENTS_BEFORE = 90
"""Of SQL before the answer is on its way: the use case's own, and those of a visit that may begin meanwhile."""


@pytest.fixture
def counts() -> Iterator[Counting]:
    """Before the scene: it counts on what connects from then on."""
    with counting() as made:
        yield made


@pytest.fixture
async def asked(counts: Counting, scene: School) -> School:
    """Ana has a contract, and was asked how it goes."""
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    return scene


async def answers(counts: Counting, scene: School, text: str) -> Cost:
    with counts.of(scene) as cost:
        await scene.ana.says(text)
        await scene.quiet()
    return cost


def first_said(cost: Cost) -> tuple[str, Any]:
    """How the first call of Slack was made, and where."""
    return cost.calls[0].method, cost.calls[0].args["channel"]


async def test_the_answer_is_the_first_call_of_slack(counts: Counting, asked: School) -> None:
    for text in ("5 of 10", "It was hard at the beginning", "I meant 6 of 10"):
        cost = await answers(counts, asked, text)
        assert first_said(cost) == ("chat.postMessage", asked.ana.id)
        assert cost.before <= STATEMENTS_BEFORE
        await asked.later(minutes=1)


TEACHERS = 2


async def test_each_message_about_a_check_in_costs_two_calls_and_one_for_each_teacher(
    counts: Counting, asked: School
) -> None:
    """The answer, the student's newest card, and each teacher's card. Homes change with the number alone."""
    homes: list[int] = []
    for text in ("4 of 10", "It was hard at first", "My sister helped me", "I read it aloud", "Mornings are best"):
        cost = await answers(counts, asked, text)
        made = cost.methods
        homes.append(made.pop("views.publish", 0))
        assert set(made) <= {"chat.postMessage", "chat.update"}
        assert made.total() <= 2 + TEACHERS
        await asked.later(minutes=1)
    assert homes == [1 + TEACHERS, 0, 0, 0, 0]

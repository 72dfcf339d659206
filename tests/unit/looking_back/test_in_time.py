"""The clockwork finds a look back when its time has come, and both sides may come in at once."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.activities.looking_back import use_cases as looking_back
from bot.domain.actor import Actor, Refusal
from bot.domain.contract import Status
from bot.runner import Runner
from storage.queries.due import agendas
from tests.unit.handling import at_once, clock_of, inline
from tests.unit.looking_back.scenes import NOBODY, End, with_criteria
from tests.world import World


@pytest.fixture
def everywhere(engine: Engine) -> World:
    """The world on each database in turn."""
    return World(engine)


def due(world: World) -> list[int]:
    with agendas(world.engine)() as agenda:
        return [contract for _, contract in looking_back.find(agenda, world.now, 100, 0).ready]


def test_the_clockwork_finds_the_end_and_both_reminders(everywhere: World) -> None:
    world = everywhere
    agreed = world.agree(**with_criteria(2))
    assert agreed.ends_at is not None
    found: list[str] = []
    world.now = agreed.ends_at
    for _ in range(24 * 12):
        if due(world) == [agreed.id]:
            found.append(f"{world.now:%a %d %H}")
            world.do(looking_back.begin, NOBODY, agreed.id)
        world.later(hours=1)
    assert found == ["Sat 13 07", "Tue 16 09", "Fri 19 09"]


def test_nothing_is_due_when_both_are_in(everywhere: World) -> None:
    end = End(everywhere)
    end.assess(everywhere.student)
    end.assess(everywhere.teacher)
    everywhere.now += timedelta(days=10)
    assert due(everywhere) == []


def test_of_two_sides_that_come_in_at_once_one_completes(everywhere: World) -> None:
    world, end = everywhere, End(everywhere)
    runner = Runner(world.uow, inline, clock_of(world), lambda: None)

    def assess(actor: Actor) -> None:
        asyncio.run(runner.run(actor, looking_back.assess, end.id, {0: 3, 1: 3}, "Something"))

    at_once(lambda: assess(world.student), lambda: assess(world.teacher))
    assert end.status() is Status.COMPLETED
    assert world.kinds(world.student.user).count("looked-back") == 1


def test_of_two_teachers_at_once_one_speaks_for_both(everywhere: World) -> None:
    world, end = everywhere, End(everywhere)
    runner = Runner(world.uow, inline, clock_of(world), lambda: None)
    refused: list[str] = []

    def assess(actor: Actor, rating: int) -> None:
        ratings = {0: rating, 1: rating}
        try:
            asyncio.run(runner.run(actor, looking_back.assess, end.id, ratings, ""))
        except Refusal as refusal:
            refused.append(refusal.key)

    at_once(lambda: assess(world.teacher, 1), lambda: assess(world.teacher2, 4))
    assert refused == ["look-back-taken"]
    kept = end.assessments()["teacher"]
    assert (kept.user, kept.ratings) in [("UTEACHER", (1, 1)), ("UTEACHER2", (4, 4))]

"""Slack tells of everybody in a workspace; Accord keeps only those who have to do with it."""

import pytest

from bot.domain.classroom import Person
from bot.domain.outbox import ErrandKind
from handlers import set_up
from handlers.context import Event
from storage.engine import open_engine
from tests.rows import rows
from tests.unit.handling import KeptViews, context_of
from tests.world import WORKSPACE, World


@pytest.fixture
def world(sqlite_url: str) -> World:
    return World(open_engine(sqlite_url))


def changed(user: str) -> Event:
    return Event(WORKSPACE, "user_change", {"user": {"id": user}}, f"event:{user}")


async def test_a_change_of_somebody_unknown_is_neither_kept_nor_asked_about(world: World) -> None:
    views = KeptViews({"UNEW": Person(WORKSPACE, "UNEW", "Nobody's Business")})
    await set_up.changed(changed("UNEW"), context_of(world, views))
    assert views.asked == []
    with world.uow() as uow:
        assert uow.people.of("UNEW") is None


async def test_a_change_of_somebody_known_is_followed(world: World) -> None:
    views = KeptViews({"USTUDENT": Person(WORKSPACE, "USTUDENT", "Ana Maria")})
    await set_up.changed(changed("USTUDENT"), context_of(world, views))
    with world.uow() as uow:
        found = uow.people.of("USTUDENT")
    assert found is not None
    assert found.name == "Ana Maria"


async def test_slack_is_asked_again_about_somebody_known_of_whom_it_says_nothing(world: World) -> None:
    await set_up.changed(changed("USTUDENT"), context_of(world, KeptViews()))
    with world.uow() as uow:
        assert [(e.kind, e.args) for e in rows(uow.errands)] == [(ErrandKind.LEARN_PERSON, {"user": "USTUDENT"})]

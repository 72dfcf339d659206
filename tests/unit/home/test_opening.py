"""Opening Accord: Home is published, the messages greet once, and nobody is looked up twice."""

from typing import Any

import pytest

from bot.domain.actor import Refusal
from bot.domain.classroom import Person
from bot.domain.outbox import Verb
from bot.runner import Repeated
from handlers import home
from handlers.context import Event
from handlers.inbound import Press
from tests.unit.handling import KeptViews, context_of
from tests.world import WORKSPACE, World


def opened(user: str, incoming: str = "event:1", **more: Any) -> Event:
    return Event(WORKSPACE, "app_home_opened", {"user": user, "channel": "D1", **more}, incoming)


def published(world: World) -> list[str]:
    return [d.reader for d in world.deliveries() if d.verb is Verb.HOME]


async def test_the_home_tab_is_published(world: World) -> None:
    await home.opened(opened(world.student.user, tab="home"), context_of(world))
    assert published(world) == [world.student.user]
    assert world.kinds(world.student.user) == []


async def test_a_server_that_names_no_tab_means_home(world: World) -> None:
    await home.opened(opened(world.student.user), context_of(world))
    assert published(world) == [world.student.user]


async def test_the_messages_tab_greets_once(world: World) -> None:
    for i in range(3):
        await home.opened(opened(world.student.user, f"event:{i}", tab="messages"), context_of(world))
    assert world.kinds(world.student.user) == ["help"]
    assert published(world) == []


async def test_an_event_that_slack_repeats_has_no_effect(world: World) -> None:
    context = context_of(world)
    await home.opened(opened(world.student.user, tab="home"), context)
    with pytest.raises(Repeated):
        await home.opened(opened(world.student.user, tab="home"), context)
    assert published(world) == [world.student.user]


@pytest.mark.parametrize("tab", ["home", "messages"])
async def test_only_somebody_unknown_is_looked_up(world: World, tab: str) -> None:
    views = KeptViews({"UNEW": Person(WORKSPACE, "UNEW", "Noor", timezone="Asia/Dubai", locale="en-GB")})
    context = context_of(world, views)
    await home.opened(opened(world.student.user, "event:1", tab=tab), context)
    assert views.asked == []
    await home.opened(opened("UNEW", "event:2", tab=tab), context)
    await home.opened(opened("UNEW", "event:3", tab=tab), context)
    assert views.asked == ["UNEW"]
    with world.uow() as uow:
        person = uow.people.of("UNEW")
    assert person is not None
    assert (person.name, person.timezone) == ("Noor", "Asia/Dubai")


async def test_whom_slack_does_not_know_sees_a_home_all_the_same(world: World) -> None:
    await home.opened(opened("UGHOST", tab="home"), context_of(world))
    assert published(world) == ["UGHOST"]
    world.render_all()


@pytest.mark.parametrize("payload", [{}, {"user": ""}, {"user": None}, {"user": {"id": "U1"}}])
async def test_an_event_about_nobody_is_ignored(world: World, payload: dict[str, Any]) -> None:
    await home.opened(Event(WORKSPACE, "app_home_opened", payload, "event:1"), context_of(world))
    assert world.deliveries() == []


class TestTheSetUp:
    def press(self, world: World, who: str, value: str) -> Press:
        return Press(getattr(world, who), "home.set_up", value, "t1", "press:1", "", "")

    async def test_a_teacher_opens_the_set_up_of_their_class(self, world: World) -> None:
        views = KeptViews()
        await home.open_set_up(self.press(world, "teacher", str(world.classroom.id)), context_of(world, views))
        assert [v["private_metadata"] for v in views.opened] == [world.classroom.channel]

    @pytest.mark.parametrize(
        ("who", "key"),
        [
            ("student", "for-teachers"),
            ("classmate", "for-teachers"),
            ("stranger", "not-in-this-class"),
        ],
    )
    async def test_nobody_else_does(self, world: World, who: str, key: str) -> None:
        views = KeptViews()
        with pytest.raises(Refusal, match=key):
            await home.open_set_up(self.press(world, who, str(world.classroom.id)), context_of(world, views))
        assert views.opened == []

    @pytest.mark.parametrize("value", ["", "C1", "-1", "1:2", "²", "9" * 40])
    async def test_a_forged_class_is_an_old_button(self, world: World, value: str) -> None:
        with pytest.raises(Refusal, match="old-button"):
            await home.open_set_up(self.press(world, "teacher", value), context_of(world))

    async def test_an_unknown_class_is_nobodys(self, world: World) -> None:
        with pytest.raises(Refusal, match="not-in-this-class"):
            await home.open_set_up(self.press(world, "teacher", "987654"), context_of(world))

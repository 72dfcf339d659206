"""The command, the button and the forms of a calendar, from the payload's values to the answer."""

import json
from datetime import date
from typing import Any

import pytest

from bot.activities.calendar import taking_in
from bot.activities.calendar import use_cases as calendar
from bot.activities.calendar.forms import CHOOSE, FORM
from bot.activities.calendar.messages import EVENTS, MOVE, OPEN
from bot.domain.actor import Actor, Refusal
from bot.domain.school_calendar import CalendarDays
from handlers.calendar import ROUTES
from handlers.inbound import Command, Press, Submission
from sandbox.blocks.check import check_view
from tests.unit.calendar.test_typed_days import off
from tests.unit.handling import KeptViews, context_of
from tests.world import World

ADDRESS = "https://school.test/a.ics"


class Door:
    def __init__(self, world: World) -> None:
        self.world = world
        self.views = KeptViews()
        self.context = context_of(world, self.views)
        self._count = 0

    def _incoming(self) -> str:
        self._count += 1
        return f"in:{self._count}"

    async def command(self, who: Actor, rest: str, channel: str = "C1") -> None:
        typed = Command(who, channel, "holiday", rest, "trigger", self._incoming())
        await ROUTES.commands["holiday"](typed, self.context)

    async def press(self, who: Actor, action: str, value: str = "1") -> dict[str, Any]:
        await ROUTES.presses[action](Press(who, action, value, "trigger", self._incoming(), "D1", "17.1"), self.context)
        return self.views.opened[-1] if self.views.opened else {}

    async def submit(self, who: Actor, form: str, metadata: str, **values: Any) -> Any:
        return await ROUTES.forms[form](
            Submission(who, form, values, metadata, "trigger", self._incoming()), self.context
        )


@pytest.fixture
def door(world: World) -> Door:
    return Door(world)


async def test_a_command_in_the_class_channel(door: Door, world: World) -> None:
    await door.command(world.teacher, "no school 15 to 19 february half term")
    assert off(world) == [(date(2027, 2, 15), date(2027, 2, 19), "half term")]
    assert world.kinds("UTEACHER") == ["calendar-stands"]
    assert world.kinds("C1") == ["look-in-messages"]
    assert [d.reader for d in world.deliveries() if d.lane == "C1"] == ["UTEACHER"]


async def test_a_command_without_days_opens_the_form(door: Door, world: World) -> None:
    await door.command(world.teacher, " ")
    (view,) = door.views.opened
    assert check_view(view) == []
    assert (view["callback_id"], view["private_metadata"]) == (FORM, str(world.classroom.id))


async def test_a_student_s_command_is_refused(door: Door, world: World) -> None:
    for rest in ("", "15 February"):
        with pytest.raises(Refusal):
            await door.command(world.student, rest)
    assert door.views.opened == []


async def test_the_form_is_saved(door: Door, world: World) -> None:
    await door.press(world.teacher, OPEN)
    values = {"days": "15 February\n16 February", "on_days_off": "leave-out", "country": "-", "address": ADDRESS}
    assert await door.submit(world.teacher, FORM, "1", **values) is None
    with world.uow() as uow:
        found, standing = uow.classrooms.get(1), uow.school_calendars.of(1)
        entries = uow.days_off.of(1)
    assert found is not None
    assert found.on_days_off.value == "leave-out"
    assert standing is not None
    assert (standing.address, standing.country) == (ADDRESS, "")
    await door.submit(world.teacher, FORM, "1", remove=[str(entries[0].id)], address=ADDRESS)
    assert [first for first, _, _ in off(world)] == [date(2027, 2, 16)]


@pytest.mark.parametrize("metadata", ["", "x", "1:", "1:0:", "1:0:x", "1:0:1,", "-1:0:1"])
async def test_what_no_form_of_ours_says_is_an_old_button(door: Door, world: World, metadata: str) -> None:
    with pytest.raises(Refusal, match="old-button"):
        await door.submit(world.teacher, CHOOSE, metadata)


async def test_events_page_by_page(door: Door, world: World) -> None:
    world.do(calendar.save, world.teacher, 1, calendar.CalendarChoices(address=ADDRESS))
    days = [CalendarDays(date(2027, 2, 1), date(2027, 2, 1), f"Holiday {n:02}", str(n)) for n in range(55)]
    world.do(taking_in.take_in, world.accord, 1, ADDRESS, days)
    view = await door.press(world.teacher, EVENTS)
    ticked = {
        block["block_id"]: [o["value"] for o in block["element"].get("initial_options", [])]
        for block in view["blocks"]
        if block["type"] == "input"
    }
    assert sum(map(len, ticked.values())) == 40
    answer = await door.submit(world.teacher, CHOOSE, view["private_metadata"], **ticked)
    second = answer.view
    assert check_view(second) == []
    assert "Page 2 of 2" in json.dumps(second)
    assert await door.submit(world.teacher, CHOOSE, second["private_metadata"], events_0=[], events_1=None) is None
    assert len(off(world)) == 40


async def test_the_press_that_moves_dates(door: Door, world: World) -> None:
    world.agree()
    await door.command(world.teacher, "1 March", channel="D1")
    await door.press(world.teacher, MOVE)
    assert world.kinds("USTUDENT") == ["change-card"]
    with pytest.raises(Refusal):
        await door.press(world.student, MOVE)

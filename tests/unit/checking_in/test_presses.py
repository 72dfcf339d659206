"""The buttons, forms and commands of checking in, from the payload's values to the answer."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from bot.activities.checking_in import answering
from bot.activities.checking_in.forms import LOG, RESPOND
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Person
from bot.runner import Inline, Runner
from handlers.checking_in import ROUTES
from handlers.context import Context
from handlers.inbound import Command, Press, Submission
from tests.unit.checking_in.steps import asked, posts, replies
from tests.world import WORKSPACE, World, terms


class Window:
    """Keeps the views that were opened."""

    def __init__(self) -> None:
        self.opened: list[Mapping[str, Any]] = []
        self.updated: list[tuple[str, Mapping[str, Any]]] = []

    async def open(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        assert (workspace, trigger) == (WORKSPACE, "trigger")
        self.opened.append(view)

    async def push(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        await self.open(workspace, trigger, view)

    async def update(self, workspace: str, view_id: str, view: Mapping[str, Any]) -> None:
        self.updated.append((view_id, view))

    async def who_is(self, workspace: str, user: str) -> Person | None:
        raise AssertionError("nothing here asks")

    async def is_in(self, workspace: str, channel: str) -> bool:
        raise AssertionError("nothing here asks")


class Door:
    """Presses, submits and types, as Slack's payloads would."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.window = Window()
        self.context = Context(Runner(world.transactions.begin, Inline(), self, lambda: None), self.window)
        self._count = 0

    def now(self) -> datetime:
        return self.world.now

    def _incoming(self) -> str:
        self._count += 1
        return f"in:{self._count}"

    async def press(self, actor: Actor, action: str, value: str) -> None:
        press = Press(actor, action, value, "trigger", self._incoming(), "D1", "17.1")
        await ROUTES.presses[action](press, self.context)

    async def submit(self, actor: Actor, callback: str, metadata: str, *, below: str = "", **values: Any) -> None:
        form = Submission(actor, callback, values, metadata, "trigger", self._incoming(), below=below)
        assert await ROUTES.forms[callback](form, self.context) is None

    async def command(self, actor: Actor, word: str) -> None:
        await ROUTES.commands[word](Command(actor, "C1", word, "", "trigger", self._incoming()), self.context)


@pytest.fixture
def door(world: World) -> Door:
    return Door(world)


def initial(view: Mapping[str, Any]) -> dict[str, Any]:
    """What each input of a form starts with; a field for files starts with none."""
    found = {}
    for block in view["blocks"]:
        if block["type"] == "input" and block["element"]["type"] != "file_input":
            element = block["element"]
            option = element.get("initial_option")
            found[block["block_id"]] = option["value"] if option else element.get("initial_value", "")
    return found


async def test_the_button_opens_the_form_and_the_form_again_what_was_said(door: Door, world: World) -> None:
    check_in = asked(world, world.agree())
    await door.press(world.student, "checking_in.log", str(check_in))
    beside = ("worked", "did_not_work", "next_step", "confidence", "evidence")
    assert initial(door.window.opened[-1]) == dict.fromkeys(("value-0", "practised-0", *beside), "")
    said = {
        "value-0": "7",
        "practised-0": "2",
        "worked": "a",
        "did_not_work": "b",
        "next_step": "c",
        "confidence": "4",
        "evidence": "https://example.org",
    }
    await door.submit(world.student, LOG, str(check_in), **said)
    await door.press(world.student, "checking_in.log", str(check_in))
    assert initial(door.window.opened[-1]) == said


async def test_the_form_has_a_number_for_each_target(door: Door, world: World) -> None:
    sample = terms().targets[0]
    check_in = asked(world, world.agree(targets=(sample, replace(sample, unit="pages"))))
    await door.press(world.student, "checking_in.log", str(check_in))
    assert [n for n in initial(door.window.opened[-1]) if n.startswith("value")] == ["value-0", "value-1"]
    await door.submit(world.student, LOG, str(check_in), **{"value-0": "7", "value-1": "1,5"})
    assert [str(r.value) for r in replies(world, check_in).values()] == ["7", "1.5"]


@pytest.mark.parametrize("value", ["", "x", "-1", "1" * 30, "1:2", "١"])
async def test_a_forged_value_is_an_old_button(door: Door, world: World, value: str) -> None:
    for action in ("checking_in.log", "checking_in.confirm", "checking_in.choose_0", "checking_in.respond"):
        with pytest.raises(Refusal, match="old-button"):
            await door.press(world.student, action, value)
    for callback in (LOG, RESPOND):
        with pytest.raises(Refusal, match=r"old-button|no-such-contract"):  # of a check-in, or of one in the list
            await door.submit(world.student, callback, value)


async def test_which_target_is_chosen_by_a_button(door: Door, world: World) -> None:
    sample = terms().targets[0]
    check_in = asked(world, world.agree(targets=(sample, replace(sample, unit="pages"))))
    world.do(answering.hear, world.student, check_in, "5", "17.5")
    await door.press(world.student, "checking_in.choose_1", f"{check_in}:1:17.5")
    assert str(replies(world, check_in)[1].value) == "5"
    await door.press(world.student, "checking_in.confirm", str(check_in))


async def test_a_teacher_responds_by_the_form(door: Door, world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(answering.hear, world.student, check_in, "5", "17.5")
    await door.press(world.teacher, "checking_in.respond", str(check_in))
    assert "Ana" in json.dumps(door.window.opened[-1])
    await door.submit(world.teacher, RESPOND, str(check_in), text="Well done")
    assert posts(world, "USTUDENT")[-1] == "responded"
    with pytest.raises(Refusal, match="for-teachers"):
        await door.press(world.classmate, "checking_in.respond", str(check_in))


async def test_the_command_opens_what_waits_or_says_when(door: Door, world: World) -> None:
    await door.command(world.student, "check-in")
    assert (door.window.opened, posts(world, "USTUDENT")) == ([], ["no-check-in-now"])
    contract = world.agree()
    await door.command(world.student, "check-in")
    opened = door.window.opened[-1]
    assert (opened["callback_id"], opened["private_metadata"]) == ("unasked.log", str(contract.id))
    check_in = asked(world, contract)
    await door.command(world.student, "check-in")
    assert door.window.opened[-1]["private_metadata"] == str(check_in)


@pytest.mark.parametrize(
    ("action", "says"), [("checking_in.not_now", "later:{}"), ("snoozing.later", "{}")], ids=["menu", "older button"]
)
async def test_later_today_is_in_the_menu_and_on_the_buttons_that_stood_there(
    door: Door, world: World, action: str, says: str
) -> None:
    check_in = asked(world, world.agree())
    await door.press(world.student, action, says.format(check_in))
    assert posts(world, "USTUDENT")[-1] == "check-in-snoozed"


@pytest.mark.parametrize("value", ["", "later", "later:x", "never:{}", "{}"])
async def test_what_the_menu_does_not_offer_is_an_old_button(door: Door, world: World, value: str) -> None:
    check_in = asked(world, world.agree())
    with pytest.raises(Refusal, match="old-button"):
        await door.press(world.student, "checking_in.not_now", value.format(check_in))


async def test_being_away_is_in_the_menu(door: Door, world: World) -> None:
    check_in = asked(world, world.agree())
    await door.press(world.student, "checking_in.not_now", f"away:{check_in}")
    assert door.window.opened[-1]["callback_id"] == "absence.save"


async def test_a_reply_from_the_list_shows_in_it_at_once(door: Door, world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(answering.hear, world.student, check_in, "5", "17.5")
    await door.press(world.teacher, "checking_in.respond_in_list", f"{check_in}:0")
    await door.submit(
        world.teacher, RESPOND, door.window.opened[-1]["private_metadata"], below="VLIST", text="Well done"
    )
    ((view, shown),) = door.window.updated
    assert view == "VLIST"
    assert "Well done" in json.dumps(shown)


async def test_a_reply_from_the_message_shows_no_list(door: Door, world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(answering.hear, world.student, check_in, "5", "17.5")
    await door.press(world.teacher, "checking_in.respond_in_list", str(check_in))  # as the list had it before
    await door.submit(world.teacher, RESPOND, str(check_in), below="VANY", text="Well done")
    assert door.window.updated == []

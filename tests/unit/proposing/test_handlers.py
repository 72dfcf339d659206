"""What the buttons and the command of the interview come to: claims are read defensively, then looked up."""

from itertools import count

import pytest

from bot.domain.actor import Refusal
from handlers.inbound import Command, Press
from handlers.proposing import ROUTES
from tests.unit.handling import context_of
from tests.unit.proposing.talk import Talk
from tests.world import World

_presses = count()


async def press(world: World, action: str, value: str) -> None:
    made = Press(world.student, action, value, "trigger", f"press:{next(_presses)}", "D1", "1.1")
    await ROUTES.presses[action](made, context_of(world))


async def test_the_command_and_the_buttons_lead_through(world: World) -> None:
    command = Command(world.student, "C1", "start", "", "trigger", "command:1")
    await ROUTES.commands["start"](command, context_of(world))
    talk = Talk(world)
    assert talk.now_asked() == "hardest"
    talk.say("Starting")
    await press(world, "proposing.back", talk.buttons()["proposing.back"])
    assert talk.now_asked() == "hardest"
    await press(world, "proposing.keep", talk.buttons()["proposing.keep"])
    assert talk.now_asked() == "strengths"
    await press(world, "proposing.help", talk.buttons()["proposing.help"])
    assert talk.notice().help
    await press(world, "proposing.later", talk.buttons()["proposing.later"])
    await press(world, "proposing.resume", talk.buttons()["proposing.resume"])
    assert talk.now_asked() == "strengths"


async def test_the_whole_way_by_what_is_on_the_buttons(world: World) -> None:
    await press(world, "proposing.start", "")
    talk = Talk(world)
    for text in ("Starting", "Ideas", "get better at openings"):
        talk.say(text)
    await press(world, "proposing.skip", talk.buttons()["proposing.skip"])
    talk.say("from 5 to 8 openings")
    await press(world, "proposing.choose.0", talk.buttons()["proposing.choose.0"])
    await press(world, "proposing.choose.0", talk.buttons()["proposing.choose.0"])
    await press(world, "proposing.edit.numbers", talk.buttons()["proposing.edit.numbers"])
    for _ in range(3):
        await press(world, "proposing.keep", talk.buttons()["proposing.keep"])
    talk.say("read aloud")
    await press(world, "proposing.choose.6", talk.buttons()["proposing.choose.6"])
    talk.say("a comic strip")
    await press(world, "proposing.skip", talk.buttons()["proposing.skip"])
    talk.say("it reads well")
    await press(world, "proposing.choose.0", talk.buttons()["proposing.choose.0"])
    await press(world, "proposing.more", talk.buttons()["proposing.more"])
    assert talk.now_asked() == "2.statement"
    await press(world, "proposing.back", talk.buttons()["proposing.back"])
    await press(world, "proposing.choose.1", talk.buttons()["proposing.choose.1"])
    await press(world, "proposing.submit", talk.buttons()["proposing.submit"])
    assert world.kinds(world.teacher.user) == ["proposal-card"]


async def test_a_part_is_chosen_from_the_menu(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    rows = [b for b in talk.shown().blocks if b["type"] == "actions"]
    menu = next(e for row in rows for e in row["elements"] if e["type"] == "static_select")
    values = [option["value"] for option in menu["options"]]
    assert [v.split(":", 2)[2] for v in values] == list(talk.question().parts)
    await press(world, "proposing.edit", values[0])
    assert talk.now_asked() == "hardest"


FORGED = ("", "x", "1", "1:", "1:2", "a:b:c", "1:2:" + "x" * 100, "-1:2:x", "1:2:\n", "9" * 40)


@pytest.mark.parametrize("action", ["proposing.choose.0", "proposing.edit", "proposing.submit", "proposing.back"])
async def test_a_forged_claim_is_an_old_button(world: World, action: str) -> None:
    Talk(world).begin()
    for value in FORGED:
        with pytest.raises(Refusal, match="old-button"):
            await press(world, action, value)


@pytest.mark.parametrize("action", ["proposing.resume", "proposing.start_in.3", "proposing.start"])
async def test_a_forged_id_is_an_old_button(world: World, action: str) -> None:
    for value in ("x", "1:2:x", "-1", "1.0", "9" * 40):
        with pytest.raises(Refusal, match="old-button"):
            await press(world, action, value)


async def test_somebody_elses_button_is_refused(world: World) -> None:
    talk = Talk(world, world.classmate).begin()
    with pytest.raises(Refusal, match="no-such-contract"):
        await press(world, "proposing.back", talk.buttons()["proposing.help"])
    with pytest.raises(Refusal, match="no-such-feedback"):
        await press(world, "proposing.start", "77")
    assert talk.interview().draft == {}

"""What answers nothing is not passed over in silence, and nobody is left to think that somebody reads it."""

import pytest

from bot.activities.hearing import listening
from bot.activities.hearing.listening import DirectMessage
from tests.world import World


def answered(world: World, text: str) -> tuple[str, object]:
    """What is said to somebody who writes this with nothing asked: the kind, and whether it calls itself unheard."""
    world.do(
        listening.hear, world.teacher, DirectMessage("D1", text, "1.1", "said:D1:1.1"), greets=lambda locale: False
    )
    kind, args = world.said(world.teacher.user)[-1]
    world.render_all()
    return kind, args.get("unheard")


@pytest.mark.parametrize("text", ["is that ok miss? 5 is too hard", "the one about macbeth", "7"])
def test_who_writes_into_the_blue_is_told_that_nobody_has_read_it(world: World, text: str) -> None:
    assert answered(world, text) == ("help", True)


@pytest.mark.parametrize("text", ["help", "hi"])
def test_who_asks_for_help_gets_help(world: World, text: str) -> None:
    assert answered(world, text) == ("help", False)

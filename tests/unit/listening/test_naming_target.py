"""Asked which target a number is for, one names it: that chooses as the button does."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.language.of_several import named_target
from tests.unit.checking_in.answers import two_targets, types
from tests.unit.checking_in.steps import asked, posts, replies
from tests.unit.listening.test_questions import says
from tests.world import World, terms

TARGETS = ["Vary sentence openings in my next three essays varied openings of 10", "Read every evening pages"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("pages", 1),
        ("The reading one.", 1),
        ("it's for the essays", 0),
        ("my openings please", 0),
        ("the first one", 0),
        ("second", 1),
        ("the last", 1),
        ("third", None),
        ("essays and evenings", None),
        ("7 pages", None),
        ("which pages?", None),
        ("the pages were hard to read this evening for me and my sister", None),
        ("hard week", None),
        ("ok", None),
        ("the one", None),
        ("", None),
    ],
)
def test_which_of_two_is_named(text: str, place: int | None) -> None:
    assert named_target(text, TARGETS) == place


def values(world: World, check_in: int) -> dict[int, object]:
    return {target: reply.value for target, reply in replies(world, check_in).items()}


@pytest.mark.parametrize(("text", "expected"), [("pages", {0: None, 1: 30}), ("the essays one", {0: 30})])
def test_the_name_alone_chooses_at_a_check_in(world: World, text: str, expected: dict[int, object]) -> None:
    check_in = asked(world, world.agree(**two_targets()))
    types(world, "30", 1_800_000_000)
    assert posts(world, "USTUDENT")[-1] == "target-wanted"
    types(world, text, 1_800_000_060)
    assert values(world, check_in) == expected
    assert replies(world, check_in)[0].typed == {"1800000000.000100": "30"}
    assert posts(world, "USTUDENT")[-1] == "reply-noted"
    types(world, text, 1_800_000_120)
    assert text in replies(world, check_in)[0].typed.values()


def test_other_words_are_kept_as_words(world: World) -> None:
    check_in = asked(world, world.agree(**two_targets()))
    types(world, "30", 1_800_000_000)
    types(world, "hard week", 1_800_000_060)
    assert values(world, check_in) == {0: None}
    types(world, "pages", 1_800_000_120)
    assert values(world, check_in) == {0: None, 1: 30}


def test_so_it_does_for_progress_that_nobody_asked_for(world: World) -> None:
    sample = terms().targets[0]
    world.later(days=1)
    contract = world.agree(targets=(sample, replace(sample, statement="Read every evening", unit="evenings of 10")))
    says(world, "got 7 of 10 today in class!!")
    says(world, "the evening one", "70.000100")
    with world.uow() as uow:
        noted = {r.target: r.value for r in uow.replies.on(contract.id)}
    assert noted == {0: None, 1: Decimal(7)}

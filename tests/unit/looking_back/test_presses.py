"""What the buttons and the form carry is a claim, and what Slack repeats is done once."""

from typing import Any

import pytest

from bot.activities.looking_back.messages import FORM
from bot.domain.actor import Refusal
from bot.domain.contract import Status
from bot.domain.look_back import CRITERIA_MOST
from bot.runner import Repeated
from handlers import looking_back
from handlers.inbound import Press, Submission
from sandbox.blocks.check import check_view
from tests.unit.handling import KeptViews, context_of
from tests.unit.looking_back.scenes import End, with_criteria
from tests.world import World


def press(world: World, value: str) -> Press:
    return Press(world.student, "looking_back.open", value, "t1", "press:1", "D1", "1.1")


def form(world: World, metadata: str, incoming: str = "view:1", **values: Any) -> Submission:
    typed = {name.replace("_", "-"): value for name, value in values.items()}
    return Submission(world.student, FORM, typed, metadata, "t1", incoming)


@pytest.mark.parametrize("value", ["", "x", "-1", "1.5", "1:2", "²", "9" * 80])
async def test_a_forged_contract_is_an_old_button(world: World, value: str) -> None:
    with pytest.raises(Refusal, match="old-button"):
        await looking_back.look_back(press(world, value), context_of(world))
    with pytest.raises(Refusal, match="old-button"):
        await looking_back.assess(form(world, value, rating_0="1"), context_of(world))


async def test_the_form_that_opens_is_one_that_comes_back(world: World) -> None:
    end, views = End(world), KeptViews()
    context = context_of(world, views)
    await looking_back.look_back(press(world, str(end.id)), context)
    (view,) = views.opened
    assert check_view(view) == []
    names = {b["block_id"] for b in view["blocks"] if b["type"] == "input"}
    assert names == {"final-0", "rating-0", "rating-1", "reflection"}
    await looking_back.assess(
        form(world, view["private_metadata"], rating_0="4", rating_1="1", reflection="Something"), context
    )
    assert end.assessments()["student"].ratings == (4, 1)


async def test_the_form_shows_again_what_was_said(world: World) -> None:
    end, views = End(world), KeptViews()
    end.assess(world.student, {0: 1, 1: 4}, "What I said")
    await looking_back.look_back(press(world, str(end.id)), context_of(world, views))
    elements = [b["element"] for b in views.opened[0]["blocks"] if b["type"] == "input"][1:]
    assert [e["initial_option"]["value"] for e in elements[:-1]] == ["1", "4"]
    assert elements[-1]["initial_value"] == "What I said"


@pytest.mark.parametrize("chosen", ["0", "5", "x", "-1", "", "²", "11"])
async def test_a_forged_rating_is_none(world: World, chosen: str) -> None:
    end = End(world)
    with pytest.raises(Refusal, match="rate-each"):
        await looking_back.assess(
            form(world, str(end.id), rating_0=chosen, rating_1="1", reflection="Something"), context_of(world)
        )


async def test_a_form_that_slack_repeats_counts_once(world: World) -> None:
    end, context = End(world), context_of(world)
    sent = form(world, str(end.id), rating_0="4", rating_1="1", reflection="Something")
    await looking_back.assess(sent, context)
    end.assess(world.teacher)
    assert end.status() is Status.COMPLETED
    with pytest.raises(Repeated):
        await looking_back.assess(sent, context)
    assert world.kinds(world.student.user).count("looked-back") == 1


@pytest.mark.parametrize("counts", [(1,), (2, 3, 4), (CRITERIA_MOST + 20,), (30, 30, 30)])
async def test_forms_and_messages_fit_into_slack(world: World, counts: tuple[int, ...]) -> None:
    end, views = End(world, **with_criteria(*counts)), KeptViews()
    await looking_back.look_back(press(world, str(end.id)), context_of(world, views))
    assert check_view(views.opened[0]) == []
    ratings = dict.fromkeys(range(CRITERIA_MOST), 2)
    end.assess(world.student, ratings, "x" * 1500)
    end.tick(days=3)
    end.tick(days=4)
    world.render_all()
    end.assess(world.teacher, ratings, "y" * 1500)
    world.render_all()

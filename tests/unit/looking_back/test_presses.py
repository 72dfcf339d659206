"""What the buttons and the form carry is a claim, and what Slack repeats is done once."""

from dataclasses import replace
from typing import Any

import pytest

from bot.activities.looking_back import parts
from bot.activities.looking_back.forms import FORM, PIECES, WORDS
from bot.domain.actor import Refusal
from bot.domain.contract import Status
from bot.domain.look_back import CRITERIA_MOST, AssessmentState, Reflection
from bot.runner import Repeated
from handlers import looking_back
from handlers.context import FormResponse
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
    assert names == {"final-0", "rating-0", "rating-1"}
    await looking_back.assess(form(world, view["private_metadata"], rating_0="4", rating_1="1"), context)
    assert end.begun().ratings == (4, 1)


def over(answer: FormResponse | None) -> dict[str, Any]:
    """The view that comes to lie over the one that was sent."""
    assert answer is not None
    assert answer.push
    assert answer.view is not None
    view = dict(answer.view)
    assert check_view(view) == []
    return view


async def test_a_student_goes_from_part_to_part_and_back(world: World) -> None:
    end, context = End(world), context_of(world)
    end.shows("essay.pdf")
    first = form(world, str(end.id), rating_0="4", rating_1="1", final_0="5")
    for _ in range(2):  # whoever goes back sends the same view on again
        after = over(await looking_back.assess(first, context))
        assert after["callback_id"] == PIECES
    (piece,) = [b["block_id"] for b in after["blocks"] if b["type"] == "input"]
    about = replace(form(world, str(end.id)), values={piece: "It shows my openings"})
    after = over(await looking_back.choose(about, context))
    assert after["callback_id"] == WORDS
    assert [b["block_id"] for b in after["blocks"] if not b.get("optional", True)] == ["again"]
    said = form(world, str(end.id), again="Reading aloud", otherwise="Begin sooner", word="Thank you")
    done = await looking_back.send(said, context)
    assert done is not None
    assert done.clear
    mine = end.assessments()["student"]
    assert (mine.reflection, mine.otherwise, mine.surprise, mine.word) == (
        "Reading aloud",
        "Begin sooner",
        "",
        "Thank you",
    )
    assert [piece.words for piece in mine.pieces] == ["It shows my openings"]
    with pytest.raises(Repeated):
        await looking_back.send(said, context)


async def test_who_has_shown_nothing_is_not_asked_to_choose(world: World) -> None:
    end = End(world)
    after = over(await looking_back.assess(form(world, str(end.id), rating_0="4", rating_1="1"), context_of(world)))
    assert after["callback_id"] == WORDS


async def test_who_stopped_goes_on_where_they_were(world: World) -> None:
    end, views = End(world), KeptViews()
    context = context_of(world, views)
    end.shows("essay.pdf")
    await looking_back.assess(form(world, str(end.id), rating_0="4", rating_1="1"), context)
    await looking_back.look_back(press(world, str(end.id)), context)
    end.world.do(parts.choose, world.student, end.id, {end.shows("song.mp3"): "A song"})
    await looking_back.look_back(press(world, str(end.id)), context)
    assert [view["callback_id"] for view in views.opened] == [PIECES, WORDS]


async def test_a_form_from_before_there_were_parts_still_counts(world: World) -> None:
    end = End(world)
    await looking_back.assess(
        form(world, str(end.id), rating_0="4", rating_1="1", reflection="Something"), context_of(world)
    )
    assert (end.assessments()["student"].ratings, end.assessments()["student"].state) == (
        (4, 1),
        AssessmentState.CLOSED,
    )


async def test_the_form_shows_again_what_was_said(world: World) -> None:
    end, views = End(world), KeptViews()
    end.assess(world.student, {0: 1, 1: 4}, "What I said")
    await looking_back.look_back(press(world, str(end.id)), context_of(world, views))
    elements = [b["element"] for b in views.opened[0]["blocks"] if b["type"] == "input"][1:]
    assert [e["initial_option"]["value"] for e in elements] == ["1", "4"]
    after = over(await looking_back.assess(form(world, str(end.id), rating_0="1", rating_1="4"), context_of(world)))
    said = {b["block_id"]: b["element"].get("initial_value") for b in after["blocks"] if b["type"] == "input"}
    assert said == {"again": "What I said", "otherwise": None, "surprise": None, "word": None}


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
    shown = {end.shows("n" * 60): "x" * 300 for _ in range(3)}
    world.do(parts.rate, world.student, end.id, ratings, {})
    world.do(parts.choose, world.student, end.id, shown)
    world.do(parts.send, world.student, end.id, Reflection(*("x" * 1500,) * 4))
    end.tick(days=3)
    end.tick(days=4)
    world.render_all()
    end.assess(world.teacher, ratings, "y" * 1500)
    world.render_all()

"""Phrases that a teacher keeps: written in one form, offered beside a box."""

from typing import Any

import pytest

from bot.activities.checking_in.forms import RESPOND
from bot.activities.feedback.quick_forms import QUICK, quick_form
from bot.activities.phrases import use_cases as phrases
from bot.activities.phrases.forms import FORM, KEEP, OPEN, YES, phrases_form, with_keeping, with_phrases
from bot.domain.actor import Refusal
from bot.domain.phrases import MOST, TEXT_MOST
from handlers import checking_in, feedback
from handlers import phrases as handlers
from handlers.inbound import Press, Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.checking_in.answers import say
from tests.unit.checking_in.steps import asked
from tests.unit.handling import KeptViews, context_of
from tests.world import World


def test_one_on_each_line_each_once_in_their_order(world: World) -> None:
    world.do(phrases.save, world.teacher, " B \n\nA\nB\n")
    assert world.do(phrases.open_form, world.teacher) == ("B", "A")
    world.do(phrases.save, world.teacher, "A")
    assert world.do(phrases.open_form, world.teacher) == ("A",)
    world.do(phrases.save, world.teacher, "")
    assert world.do(phrases.open_form, world.teacher) == ()


def test_they_are_nobody_elses(world: World) -> None:
    world.do(phrases.save, world.teacher, "A")
    assert world.do(phrases.open_form, world.teacher2) == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("\n".join(f"Phrase {n}" for n in range(MOST + 1)), "too-many-phrases"),
        ("x" * (TEXT_MOST + 1), "phrase-too-long"),
    ],
)
def test_what_can_not_be_kept_is_said_under_the_field_and_loses_nothing(world: World, text: str, key: str) -> None:
    world.do(phrases.save, world.teacher, "A")
    with pytest.raises(Refusal) as refused:
        world.do(phrases.save, world.teacher, text)
    assert (refused.value.key, refused.value.field) == (key, "phrases")
    assert world.do(phrases.open_form, world.teacher) == ("A",)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_forms_are_such_as_slack_takes(lang: str) -> None:
    words, kept = words_for(lang), [f"{n} {'x' * (TEXT_MOST - 3)}" for n in range(MOST)]
    assert check_view(phrases_form(words, kept)) == []
    assert check_view(with_phrases(words, quick_form(words, ["U1"], ()), kept, "seen")) == []
    assert with_phrases(words, quick_form(words, ["U1"], ()), (), "seen") == quick_form(words, ["U1"], ())


async def test_a_reply_may_be_a_phrase_alone(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    views = KeptViews()
    context = context_of(world, views)
    await handlers.ROUTES.presses[OPEN](Press(world.teacher, OPEN, "", "t1", "press:1", "D1", "1.1"), context)
    assert views.opened[-1]["callback_id"] == FORM
    await handlers.ROUTES.forms[FORM](
        Submission(world.teacher, FORM, {"phrases": "Go on"}, "", "t1", "view:1"), context
    )
    press = Press(world.teacher, "checking_in.respond", str(check_in), "t1", "press:2", "D1", "1.1")
    await checking_in.ROUTES.presses["checking_in.respond"](press, context)
    assert "phrase" in [block.get("block_id") for block in views.opened[-1]["blocks"]]
    values: dict[str, Any] = {"text": None, "phrase": "Go on"}
    form = Submission(world.teacher, RESPOND, values, str(check_in), "t1", "view:2")
    await checking_in.ROUTES.forms[RESPOND](form, context)
    with world.uow() as uow:
        assert [one.text for one in uow.responses.to(check_in)] == ["Go on"]


async def test_what_is_typed_in_a_reply_is_kept_where_the_box_is_ticked(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    views = KeptViews()
    context = context_of(world, views)
    press = Press(world.teacher, "checking_in.respond", str(check_in), "t1", "press:2", "D1", "1.1")
    await checking_in.ROUTES.presses["checking_in.respond"](press, context)
    assert KEEP in [block.get("block_id") for block in views.opened[-1]["blocks"]]
    assert check_view(views.opened[-1]) == []

    async def sends(number: int, text: str, ticked: bool) -> None:
        values: dict[str, Any] = {"text": text, KEEP: [YES] if ticked else []}
        form = Submission(world.teacher, RESPOND, values, str(check_in), "t1", f"view:{number}")
        await checking_in.ROUTES.forms[RESPOND](form, context)

    await sends(1, "What helped?", False)
    assert world.do(phrases.open_form, world.teacher) == ()
    await sends(2, "What\nwill you try next?", True)
    assert world.do(phrases.open_form, world.teacher) == ("What will you try next?",)
    with pytest.raises(Refusal) as refused:
        await sends(3, "x" * (TEXT_MOST + 1), True)
    assert (refused.value.key, refused.value.field) == ("phrase-not-kept", KEEP)
    with world.uow() as uow:
        assert len(uow.responses.to(check_in)) == 2  # what could not be kept was not sent either: the form stands


def test_where_there_is_room_for_none_there_is_no_box_and_no_more_is_kept(world: World) -> None:
    world.do(phrases.save, world.teacher, "\n".join(f"Phrase {n}" for n in range(MOST)))
    kept = world.do(phrases.open_form, world.teacher)
    form = quick_form(words_for(), ["U1"], ())
    assert with_keeping(words_for(), form, kept) == form
    with pytest.raises(Refusal, match="too-many-phrases"), world.uow() as uow:
        phrases.keep(uow, "UTEACHER", "One more")


async def test_feedback_may_begin_with_one(world: World) -> None:
    context = context_of(world)
    values: dict[str, Any] = {"student": ["USTUDENT"], "seen": "Next: try it twice", "phrase": "I see your drafts."}
    await feedback.ROUTES.forms[QUICK](Submission(world.teacher, QUICK, values, "", "t1", "view:1"), context)
    with world.uow() as uow:
        (given,) = uow.feedback.to("USTUDENT", world.classroom.id)
    assert given.seen == "I see your drafts. Next: try it twice"

"""Beginnings of a reply by a language model: what leaves, only with both consents, and what a teacher sees of it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.activities.checking_in import answering, ideas, suggesting
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.checking_in.suggestion_forms import suggestion_field
from bot.activities.profile import use_cases as profile
from bot.domain.actor import Actor
from bot.domain.classroom import Person
from bot.domain.outbox import Errand, ErrandKind
from bot.domain.suggestions import MODEL
from bot.llm.drafter import DraftingErrands
from bot.runner import Runner
from bot.settings import Settings
from bot.steady_clock import SystemClock
from prompts.words import words_for
from sandbox.blocks.check import check_view
from sandbox.language_model import LanguageModel, Step, drafts, fails, hangs, says
from storage.tables.classes import LlmCallRow
from tests.unit.checking_in.steps import asked
from tests.unit.conftest import world
from tests.unit.handling import inline
from tests.world import WORKSPACE, World

__all__ = ["world"]

WORKED = "Will Ferrer and Ana read my paragraphs aloud, ask will@school.example"
STUCK = "I forgot the zebra cards"
IDEA = "What did you hear in the paragraphs that were read aloud?"


def allows(world: World, yes: bool = True) -> None:
    save: Callable[..., Any] = profile.save
    world.do(save, world.student, {}, share_interests=False, share_with_teachers=False, share_answers=yes)


def says_it(world: World, worked: str = WORKED) -> int:
    """An answered check-in, by its id."""
    with world.uow() as uow:
        if uow.people.of("UWILL") is None:
            uow.people.add(Person(WORKSPACE, "UWILL", "Will Ferrer"))
    check_in = asked(world, world.agree())
    world.do(answering.log, world.student, check_in, ReplyForm(("5",), worked, STUCK, "", None))
    return check_in


async def looked(world: World, check_in: int, *script: Step, on: bool = True, timeout: float = 10) -> list[str]:
    """What the server was sent when the errands that were asked for were done."""
    world.later(minutes=5)
    async with LanguageModel(*script).running() as model:
        settings = Settings(
            openai_base_url=model.base_url,
            accord_llm_model="local",
            accord_llm_timeout=timeout,
            accord_llm_replies=on,
        )
        errands = DraftingErrands(Runner(world.uow, inline, SystemClock(), lambda: None), settings)
        errand = Errand(WORKSPACE, ErrandKind.SUGGEST_REPLIES, {"check_in": check_in}, world.now)
        await errands.doers()[ErrandKind.SUGGEST_REPLIES](errand)
        await errands.close()
        return list(model.requests)


def of_the_model(world: World, check_in: int) -> list[str]:
    return [one.text for one in world.do(suggesting.suggest, world.teacher, check_in) if one.key == MODEL]


def wanted(world: World) -> int:
    with world.uow() as uow:
        return sum(one.kind is ErrandKind.SUGGEST_REPLIES for one in uow.errands.all())


@pytest.mark.parametrize(("student", "school"), [(False, True), (True, False), (False, False)])
async def test_without_both_consents_nothing_leaves(world: World, student: bool, school: bool) -> None:
    allows(world, student)
    check_in = says_it(world)
    assert await looked(world, check_in, drafts(IDEA), on=school) == []
    assert of_the_model(world, check_in) == []
    assert world.do(suggesting.suggest, world.teacher, check_in)  # the rule's are there
    assert world.count(LlmCallRow) == 0


async def test_a_yes_is_asked_for_and_taken_back_at_any_time(world: World) -> None:
    """Nobody has said yes who was not asked; a yes that is taken back holds for what is under way and what is there."""
    with world.uow() as uow:
        assert uow.profiles.of("USTUDENT") is None
    allows(world)
    check_in = says_it(world)
    assert wanted(world) == 1
    allows(world, yes=False)
    assert await looked(world, check_in, drafts(IDEA)) == []
    allows(world)
    assert len(await looked(world, check_in, drafts(IDEA))) == 1
    assert of_the_model(world, check_in) == [IDEA]
    allows(world, yes=False)
    assert of_the_model(world, check_in) == []


async def test_names_stay_and_so_does_all_else(world: World) -> None:
    save: Callable[..., Any] = profile.save
    parts = {"interests": "chess", "goals": "a nurse", "supports": "dyslexia"}
    world.do(save, world.student, parts, share_interests=True, share_with_teachers=True, share_answers=True)
    check_in = says_it(world)
    (request,) = await looked(world, check_in, drafts(IDEA))
    for private in (
        "Ferrer",
        "Ana",
        "will@",
        "USTUDENT",
        "UTEACHER",
        "Ms Lee",
        "chess",
        "nurse",
        "dyslexia",
        "English 11",
    ):
        assert private not in request
    sent = json.loads(json.loads(request)["messages"][-1]["content"])
    assert sent == {
        "worked": "[person 1] and [person 2] read my paragraphs aloud, ask [address 1]",
        "did_not_work": STUCK,
    }


async def test_of_what_is_sent_the_log_keeps_no_word(world: World) -> None:
    allows(world)
    await looked(world, says_it(world), drafts(IDEA))
    with world.uow() as uow:
        (call,) = uow.calls.latest(5)
    assert (call.task, call.sent, call.received) == ("suggest_reply", (), "")
    assert call.outcome.value == "answered"


@pytest.mark.parametrize("script", [fails(401), says("no"), drafts("You are so clever."), drafts()])
async def test_a_model_that_gives_nothing_leaves_the_rules_alone(world: World, script: Step) -> None:
    allows(world)
    check_in = says_it(world)
    before = world.do(suggesting.suggest, world.teacher, check_in)
    await looked(world, check_in, *[script] * 5)
    assert world.do(suggesting.suggest, world.teacher, check_in) == before
    assert before


async def test_a_model_that_hangs_leaves_them_alone(world: World) -> None:
    allows(world)
    check_in = says_it(world)
    await looked(world, check_in, hangs, timeout=0.3)
    assert of_the_model(world, check_in) == []
    assert world.do(suggesting.suggest, world.teacher, check_in)


async def test_it_is_asked_once_for_the_same_words_and_again_for_others(world: World) -> None:
    allows(world)
    check_in = says_it(world)
    assert len(await looked(world, check_in, drafts(IDEA))) == 1
    assert await looked(world, check_in, drafts(IDEA)) == []
    world.do(answering.log, world.student, check_in, ReplyForm(("5",), "Marking beginnings helped", "", "", None))
    assert of_the_model(world, check_in) == []  # they were about other words
    assert len(await looked(world, check_in, drafts("How did marking beginnings help?"))) == 1
    assert of_the_model(world, check_in) == ["How did marking beginnings help?"]


def test_what_comes_for_words_that_were_changed_is_not_kept(world: World) -> None:
    allows(world)
    check_in = says_it(world)
    world.do(ideas.answered, Actor(WORKSPACE, ""), check_in, "0123456789abcdef", (IDEA,))
    assert of_the_model(world, check_in) == []


def test_where_nothing_was_said_nothing_is_asked(world: World) -> None:
    allows(world)
    check_in = asked(world, world.agree())
    world.do(answering.log, world.student, check_in, ReplyForm(("5",), "", "", "", None))
    assert wanted(world) == 0
    assert world.do(ideas.material, Actor(WORKSPACE, ""), check_in) is None


async def test_it_is_marked_in_the_form_and_sent_by_nobody(world: World) -> None:
    allows(world)
    check_in = says_it(world)
    await looked(world, check_in, drafts(IDEA))
    found = world.do(suggesting.suggest, world.teacher, check_in)
    for lang in ("en", "es"):
        words = words_for(lang)
        blocks = suggestion_field(words, "suggestion", found, phrases=["Mine"])
        assert (
            check_view(
                {
                    "type": "modal",
                    "title": {"type": "plain_text", "text": "x"},
                    "submit": {"type": "plain_text", "text": "x"},
                    "blocks": blocks,
                }
            )
            == []
        )
        groups = {
            one["label"]["text"]: [o["value"] for o in one["options"]] for one in blocks[0]["element"]["option_groups"]
        }
        assert groups[words("check-in-suggestion-model")] == [IDEA]
        assert len(groups) == 3
    with world.uow() as uow:
        assert uow.responses.to(check_in) == []

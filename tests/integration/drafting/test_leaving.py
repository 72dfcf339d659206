"""What leaves for a language model, seen at the server; and that it is off unless it is configured."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.activities.admitting import use_cases as admitting
from bot.activities.feedback import use_cases as giving_feedback
from bot.activities.profile import use_cases as profile
from bot.domain.classroom import Person
from bot.domain.drafts import Asked
from bot.domain.outbox import Errand, ErrandKind
from bot.language.naming.letters import fold as norm
from bot.llm.drafter import DraftingErrands, DraftMaterial
from bot.llm.prompt import prompt
from bot.runner import Runner
from bot.settings import Settings
from bot.slack.calls import person_of
from bot.steady_clock import SystemClock
from sandbox.language_model import LanguageModel, drafts, fails
from storage.tables.classes import LlmCallRow
from tests.integration.drafting.conftest import GOOD, asking
from tests.unit.conftest import world
from tests.unit.handling import inline
from tests.world import World

__all__ = ["world"]

ROSTER = (
    *("Will Ferrer", "May Nakamura", "Grace Okoro", "Art Vandelay", "Mark Lund", "José Núñez", "Anna-Lena Müller"),
    *("Siobhán O'Neill", "Jan van der Berg", "Ana Horvat", "Rose Petit"),
)
FEEDBACK = {
    "seen": "Will, May and José wrote well; you will find that it may help to read Grace's and Art's texts. Rose too.",
    "matters": "Mark said so (mark@school.example, <@U0MARK0001>, 0664 1234567), and o'neill and VAN DER BERG agree.",
    "next_step": "Ana Horvat, try to vary your sentence openings, as anna-lena müller does. See https://school.example/ana.",
}


async def test_nothing_of_the_roster_leaves_while_words_stay_readable() -> None:
    async with asking(drafts("I will vary my openings in __ of my next __ texts with [person 1].")) as runner:
        made = await runner.draft(DraftMaterial("T1", FEEDBACK, ROSTER, ("U0MARK0001",)))
        assert made == ("I will vary my openings in __ of my next __ texts with Will.",)
        (request,) = runner.model.requests
        sent = json.loads(request)["messages"][-1]["content"]
    parts = {norm(part) for name in ROSTER for part in re.findall(r"\w{3,}", name)} - {"der", "van", "will", "may"}
    assert [part for part in parts if re.search(rf"(?<!\w){part}(?!\w)", norm(sent))] == []
    assert not re.search(r"\bWill\b|\bMay\b|school\.example|U0MARK|0664", sent)
    assert "you will find that it may help" in sent
    assert "try to vary your sentence openings" in sent


class Office:
    """The errand on the world's database, with settings that name a running model."""

    def __init__(self, world: World, model: LanguageModel) -> None:
        self.world = world
        self.runner = Runner(world.uow, inline, SystemClock(), lambda: None)
        settings = Settings(openai_base_url=model.base_url, accord_llm_model="local", accord_llm_timeout=10)
        self.errands = DraftingErrands(self.runner, settings)

    async def give(self, **said: str) -> int:
        world = self.world
        texts = {"seen": "Seen", "matters": "It matters", "next_step": "Try to vary your openings"} | said
        given: Callable[..., Any] = giving_feedback.give_feedback
        (made,) = world.do(given, world.teacher, [world.student.user], *texts.values(), ask_model=True)
        errand = Errand("T1", ErrandKind.DRAFT_TARGETS, {"feedback": made.id}, world.now)
        await self.errands.doers()[ErrandKind.DRAFT_TARGETS](errand)
        return int(made.id)


async def test_the_call_carries_the_teachers_words_and_nothing_else(world: World) -> None:
    with world.uow() as uow:
        uow.people.add(Person("T1", "UWILL", "Will Ferrer"))
    agreed = world.agree(supports="extra time for dyslexia")
    async with LanguageModel(drafts(GOOD)).running() as model:
        office = Office(world, model)
        feedback = await office.give(seen="Ana and Will read openings aloud. Ben listened.")
        await office.errands.close()
        (request,) = model.requests
    people = ("Ana", "Ben", "Ms Lee", "Lee", "UWILL", "USTUDENT", 'T1"')
    for private in (*people, "dyslexia", "English 11", str(agreed.ends_at)):
        assert private not in request
    with world.uow() as uow:
        found = uow.drafts.of(feedback)
        (call,) = uow.calls.latest(5)
    assert found is not None
    assert (found.asked, found.drafts[0].text) == (Asked.ANSWERED, GOOD)
    assert "Ana" not in str(call.sent)
    assert call.latency_ms >= 0
    world.render_all()


async def test_nothing_by_which_slack_knows_somebody_leaves(world: World) -> None:
    told = {"id": "UANOUK", "name": "jvries", "profile": {"display_name": "Anouk", "real_name": "Johanna Vries"}}
    anouk = person_of("T1", told)
    assert anouk is not None
    world.do(admitting.learn, world.accord, anouk)
    async with LanguageModel(drafts(GOOD)).running() as model:
        office = Office(world, model)
        await office.give(
            seen="Anouk wrote it; Johanna's opening is strong, and jvries read it.",
            matters="vries said so, and so did JOHANNA VRIES (jvries, @jvries).",
            next_step="Try to vary your openings, anouk.",
        )
        await office.errands.close()
        (request,) = model.requests
    assert [name for name in ("johanna", "vries", "jvries", "anouk") if name in request.casefold()] == []
    sent = json.loads(json.loads(request)["messages"][-1]["content"])
    assert sent["next_step"].startswith("Try to vary your openings, [person ")


ABOUT_ME = {
    "strengths": "I am a good swimmer",
    "interests": "chess with Ben and José, football, ben@school.example",
    "motivators": "my grandmother",
    "goals": "to become a nurse",
    "supports": "extra time for dyslexia",
    "subjects": "English: haikus",
}


def writes_about_herself(world: World, *, share: bool, **parts: str) -> None:
    save: Callable[..., Any] = profile.save
    world.do(save, world.student, ABOUT_ME | parts, share_interests=share, share_with_teachers=True)


async def last_message(world: World, **said: str) -> dict[str, str]:
    """What the server was told of a feedback."""
    async with LanguageModel(drafts(GOOD)).running() as model:
        office = Office(world, model)
        await office.give(**said)
        await office.errands.close()
        (request,) = model.requests
    for private in ("swimmer", "grandmother", "nurse", "dyslexia", "haiku", "ben@", "Ben"):
        assert private not in request
    sent: dict[str, str] = json.loads(json.loads(request)["messages"][-1]["content"])
    return sent


async def test_interests_leave_where_the_student_says_so_without_names(world: World) -> None:
    writes_about_herself(world, share=True)
    sent = await last_message(world)
    assert sent["interests"] == "chess with [person 1] and José, football, [address 1]"
    assert set(sent) == {"seen", "matters", "next_step", "work", "interests"}


@pytest.mark.parametrize(("share", "interests"), [(False, ABOUT_ME["interests"]), (True, ""), (True, "  ")])
async def test_nothing_else_of_the_profile_leaves(world: World, share: bool, interests: str) -> None:
    writes_about_herself(world, share=share, interests=interests)
    sent = await last_message(world)
    assert set(sent) == {"seen", "matters", "next_step", "work"}


async def test_a_tick_that_is_taken_away_counts_at_once(world: World) -> None:
    writes_about_herself(world, share=True)
    writes_about_herself(world, share=False)
    assert "interests" not in await last_message(world)


async def test_the_interests_of_one_student_go_with_nobody_elses_feedback(world: World) -> None:
    save: Callable[..., Any] = profile.save
    world.do(save, world.classmate, ABOUT_ME, share_interests=True, share_with_teachers=True)
    assert "interests" not in await last_message(world)


@pytest.mark.parametrize(
    ("name", "next_step", "work"),
    [
        ("English 11", "Try to vary your openings", "essays"),
        ("English 11", "Try to vary your openings in your next speech", "speeches"),
        ("Ms Lee's 11c", "Try to vary your openings", None),
    ],
)
async def test_the_word_for_the_work_comes_from_a_list(
    world: World, name: str, next_step: str, work: str | None
) -> None:
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, name=name))
    writes_about_herself(world, share=False)
    assert (await last_message(world, next_step=next_step)).get("work") == work


async def test_whom_a_student_likes_stays_out_of_the_drafts() -> None:
    """The interests have placeholders of their own: a draft that names one is not shown to the teacher."""
    theirs = "In __ of my next __ essays, I will vary my openings with [person 2]."
    ours = "In __ of my next __ essays, I will vary my openings with [person 1]."
    feedback = {"seen": "Grace saw it", "matters": "It matters", "next_step": "Try to vary your openings"}
    async with asking(drafts(theirs, ours)) as runner:
        made = await runner.draft(DraftMaterial("T1", feedback, ("Grace", "Art"), interests="football with Art"))
    assert made == (ours.replace("[person 1]", "Grace"),)


@pytest.mark.parametrize(
    "text",
    [
        "I will play football in __ of my next __ matches.",
        "In __ of my next __ essays, I will write about football and old maps.",
    ],
)
async def test_interests_make_no_target(text: str) -> None:
    feedback = {"seen": "Seen", "matters": "It matters", "next_step": "Try to vary your openings"}
    async with asking(drafts(text)) as runner:
        assert await runner.draft(DraftMaterial("T1", feedback, interests="football, old maps, my next matches")) == ()


async def test_an_errand_that_is_done_twice_asks_once(world: World) -> None:
    async with LanguageModel(fails(401)).running() as model:
        office = Office(world, model)
        feedback = await office.give()
        again = Errand("T1", ErrandKind.DRAFT_TARGETS, {"feedback": feedback}, world.now)
        await office.errands.draft(again)
        await office.errands.close()
        assert len(model.requests) == 1
    with world.uow() as uow:
        found = uow.drafts.of(feedback)
    assert found is not None
    assert found.asked is Asked.FAILED
    assert world.count(LlmCallRow) == 1


def test_openai_is_not_imported_unless_a_model_is_configured() -> None:
    seen = "import sys, bot.app, bot.__main__; sys.exit('openai' in sys.modules or 'httpx2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", seen], check=False).returncode == 0


@pytest.mark.parametrize(
    ("settings", "configured"),
    [
        ({}, False),
        ({"openai_api_key": "sk"}, False),
        ({"accord_llm_model": "m"}, False),
        ({"accord_llm_model": "m", "openai_api_key": "sk"}, True),
        ({"accord_llm_model": "m", "openai_base_url": "http://localhost:1/v1"}, True),
    ],
)
def test_it_is_off_unless_configured(
    settings: dict[str, Any], configured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "ACCORD_LLM_MODEL"):
        monkeypatch.delenv(name, raising=False)
    assert Settings.model_validate(settings).model_configured is configured


async def test_the_schema_travels_with_the_call() -> None:
    async with asking(drafts(GOOD)) as runner:
        await runner.draft()
        asked = runner.model.seen[0]["response_format"]
    assert asked["type"] == "json_schema"
    assert asked["json_schema"]["schema"] == prompt("draft_targets").schema
    assert asked["json_schema"]["strict"] is True

"""A round about interests or the year: each student's own, numbers without names, and who has done it."""

import json
from datetime import timedelta

import pytest

from bot.activities.inventory import use_cases as inventory
from bot.activities.inventory.messages import (
    KEEP,
    OPEN,
    SAY_INTERESTS,
    goals_form,
    interests_form,
    shown_form,
)
from bot.activities.profile import use_cases as profile
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Actor, Refusal
from bot.domain.inventory import QUESTIONS, InventoryAnswer, Share, shown_to_teachers, summary_of
from handlers import inventory as handlers
from handlers.inbound import Press, Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.handling import KeptViews, context_of
from tests.unit.lesson.test_lesson import class_of
from tests.world import START, WORKSPACE, World

CHOSEN = {question: choices[0] for question, choices in QUESTIONS.items()}


def asked(world: World, place: int = 0) -> dict[str, int]:
    """The id of each student's own."""
    world.do(inventory.ask, world.teacher, world.classroom.id, place)
    with world.uow() as uow:
        newest = uow.inventories.of(world.classroom.id)[-1].id
        return {one.student: one.id for one in uow.inventory_answers.of_inventory(newest)}


def shown(world: World, kind: str) -> str:
    return "".join(
        json.dumps([message.text, list(message.blocks)], ensure_ascii=False)
        for delivery, message in world.render_all()
        if delivery.notice == kind and message is not None
    )


def answers(*shares: str) -> list[InventoryAnswer]:
    return [
        InventoryAnswer(WORKSPACE, 1, f"U{n}", tuple(CHOSEN.values()), share=share, said_at=START)
        for n, share in enumerate(shares)
    ]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_all_twelve_have_their_words_and_the_forms_are_such_as_slack_takes(lang: str) -> None:
    words = words_for(lang)
    assert len(QUESTIONS) == 12
    for question, choices in QUESTIONS.items():
        assert words.has(f"inventory-q-{question}")
        assert all(words.has(f"inventory-o-{question}-{choice}") for choice in choices)
    (answer,) = answers(Share.TEACHERS)
    assert check_view(interests_form(words, answer)) == []
    assert check_view(goals_form(words, answer)) == []
    assert check_view(shown_form(words, [("Ana", answer)] * 60)) == []


def test_numbers_are_of_five_who_want_to_be_counted() -> None:
    four = answers(*["counted"] * 4)
    assert summary_of([*four, *answers("nobody", "nobody")]).counts is None
    counts = summary_of([*four, *answers("teachers", "nobody")]).counts
    assert counts is not None
    assert counts["learn"] == {"reading": 5, "listening": 0, "trying": 0, "explaining": 0}
    assert summary_of([*four, InventoryAnswer(WORKSPACE, 1, "U9")]).asked == 5


def test_each_sees_their_own_and_teachers_who_has_done_it_and_numbers_when_it_is_over(world: World) -> None:
    students = class_of(world, 6)
    own = asked(world)
    for actor in students[:5]:
        world.do(inventory.say_interests, actor, own[actor.user], CHOSEN, "counted")
    stands = shown(world, "inventory-stands")
    assert "Ana" in stands
    assert words_for()("inventory-o-learn-reading") not in stands, "numbers that grow tell who has just answered"
    world.do(inventory.end, world.teacher, 1)
    stands = shown(world, "inventory-stands")
    assert words_for()("inventory-count", choice=words_for()("inventory-o-learn-reading"), count=5) in stands
    assert shown(world, "inventory-over") == ""
    with pytest.raises(Refusal, match="inventory-closed"):
        world.do(inventory.say_interests, students[5], own[students[5].user], CHOSEN, "counted")


def test_teachers_read_what_its_student_shows_them_and_no_longer_when_not(world: World) -> None:
    own = asked(world, 1)
    world.do(inventory.say_goals, world.student, own["USTUDENT"], "Write well", "Play a song", "teachers")
    world.do(inventory.say_goals, world.classmate, own["UCLASSMATE"], "Hidden one", "Hidden two", "nobody")
    (found,) = world.do(inventory.open_shown, world.teacher, 1)
    assert (found[0], found[1].own) == ("Ana", "Play a song")
    stands = shown(world, "inventory-stands")
    assert not any(words in stands for words in ("Hidden", "Play a song", "Write well"))
    assert "Ben" in stands
    world.do(inventory.say_goals, world.student, own["USTUDENT"], "Write well", "Play a song", "nobody")
    assert world.do(inventory.open_shown, world.teacher, 1) == []
    assert shown_to_teachers(answers("counted", "nobody")) == []


def test_the_year_says_who_has_no_profile_yet(world: World) -> None:
    asked(world, 1)
    assert shown(world, "inventory-stands").count("Ana") == 2
    parts = dict.fromkeys(("strengths", "motivators", "goals", "supports", "subjects"), "")
    world.do(
        profile.save, world.student, {**parts, "interests": "Birds"}, share_interests=False, share_with_teachers=False
    )
    assert shown(world, "inventory-stands").count("Ana") == 1


def test_one_round_of_a_kind_at_a_time(world: World) -> None:
    asked(world)
    with pytest.raises(Refusal, match="inventory-asked"):
        asked(world)
    asked(world, 1)
    world.later(days=7)
    asked(world)
    assert world.kinds("USTUDENT").count("inventory-asked") == 3


def test_it_is_open_for_a_week_and_its_teacher_hears_once(world: World) -> None:
    asked(world)
    (over,) = [one for one in world.deliveries() if one.notice == "inventory-over"]
    assert over.not_before == world.now + timedelta(days=7)
    assert world.kinds("UTEACHER2") == world.kinds("C1") == []


@pytest.mark.parametrize(
    ("chosen", "share", "key", "field"),
    [
        ({}, "nobody", "inventory-empty", "learn"),
        ({"learn": "osmosis"}, "nobody", "inventory-empty", "learn"),
        ({"learn": "trying"}, "", "inventory-share", "share"),
        ({"learn": "trying"}, "everyone", "inventory-share", "share"),
    ],
)
def test_what_is_no_answer_is_said_under_its_field(
    world: World, chosen: dict[str, str], share: str, key: str, field: str
) -> None:
    own = asked(world)
    with pytest.raises(Refusal) as refused:
        world.do(inventory.say_interests, world.student, own["USTUDENT"], chosen, share)
    assert (refused.value.key, refused.value.field) == (key, field)


def test_a_form_of_the_other_kind_is_none(world: World) -> None:
    own = asked(world, 1)
    with pytest.raises(Refusal, match="old-button"):
        world.do(inventory.say_interests, world.student, own["USTUDENT"], CHOSEN, "nobody")


async def test_it_is_answered_through_its_form(world: World) -> None:
    own, views = asked(world), KeptViews()
    id, context = str(own["USTUDENT"]), context_of(world, views)
    await handlers.open_answer(Press(world.student, OPEN, id, "1.2", "press:1", "D1", "1.1"), context)
    assert views.opened[0]["callback_id"] == SAY_INTERESTS
    values = {"learn": "trying", "share": "teachers"}
    await handlers.say_interests(Submission(world.student, SAY_INTERESTS, values, id, "t1", "view:1"), context)
    with world.uow() as uow:
        said = uow.inventory_answers.get(own["USTUDENT"])
    assert said is not None
    assert said.choices == [("learn", "trying")]
    teacher = Press(world.teacher, "inventory.shown", "1", "1.2", "press:2", "D1", "1.1")
    await handlers.open_shown(teacher, context)
    assert check_view(views.opened[1]) == []


def test_nobody_of_elsewhere_is_told(world: World) -> None:
    assert set(asked(world)) == {"USTUDENT", "UCLASSMATE"}
    with pytest.raises(Refusal, match="not-in-this-class"):
        world.do(inventory.open_shown, Actor(WORKSPACE, "USTRANGER"), 1)


# What was shown can be taken back.


def readers(world: World, found: int = 1) -> list[str]:
    return [name for name, _ in world.do(inventory.open_shown, world.teacher, found)]


@pytest.mark.parametrize("left", [False, True])
async def test_what_teachers_could_read_is_taken_back_when_the_round_is_over(world: World, left: bool) -> None:
    mine = asked(world)["USTUDENT"]
    world.do(inventory.say_interests, world.student, mine, CHOSEN, Share.TEACHERS.value)
    world.do(inventory.end, world.teacher, 1)
    assert KEEP in shown(world, "inventory-asked")
    assert len(readers(world)) == 1
    if left:
        world.do(set_up.leave, world.student, "C1")
        assert readers(world) == [], "who is not in the class any more is shown to nobody"
    for other in (world.classmate, world.teacher, world.admin):
        with pytest.raises(Refusal, match="old-button"):
            world.do(inventory.keep, other, mine)
    press = Press(world.student, KEEP, str(mine), "1.2", "press:1", "D1", "1.1")
    await handlers.ROUTES.presses[KEEP](press, context_of(world))
    assert readers(world) == []
    assert KEEP not in shown(world, "inventory-asked")
    with world.uow() as uow:
        kept = uow.inventory_answers.get(mine)
    assert kept is not None
    assert (kept.share, kept.is_said) == (Share.COUNTED, True)


def test_goals_that_were_shown_are_counted_nowhere_afterwards(world: World) -> None:
    mine = asked(world, 1)["USTUDENT"]
    world.do(inventory.say_goals, world.student, mine, "Read", "Sing", Share.TEACHERS.value)
    world.do(inventory.keep, world.student, mine)
    world.do(inventory.keep, world.student, mine)
    with world.uow() as uow:
        kept = uow.inventory_answers.get(mine)
    assert kept is not None
    assert (kept.share, kept.own) == (Share.NOBODY, "Sing")

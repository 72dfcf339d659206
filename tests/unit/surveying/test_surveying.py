"""The survey of a unit: who is asked, who sees what, and counts without names from five answers on."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.surveying import use_cases as surveying
from bot.activities.surveying.messages import SurveyAsked, SurveyStands, answer_form, begin_form
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership, Person
from bot.domain.surveys import LEVELS, QUESTIONS, Survey, SurveyAnswer, SurveyPhase, results_of, stopped
from bot.messages.briefs import NothingToSay, brief_for
from bot.messages.presenting import present
from handlers import surveying as handling
from prompts.words import words_for
from sandbox.blocks.check import check_message_blocks, check_view
from tests.unit.handling import KeptViews, context_of
from tests.unit.reviewing.test_presses import submission
from tests.world import WORKSPACE, World

OTHERS = tuple(Actor(WORKSPACE, f"UNEW{number}") for number in range(4))
BOTH = words_for("en")


@pytest.fixture
def world(world: World) -> World:
    """Six learn in the class."""
    with world.uow() as uow:
        for actor in OTHERS:
            uow.people.add(Person(WORKSPACE, actor.user, f"Student {actor.user[-1]}"))
            uow.memberships.add(Membership(WORKSPACE, world.classroom.id, actor.user, Side.STUDENT, world.now))
    return world


def begun(world: World) -> int:
    return world.do(surveying.begin, world.teacher, world.classroom.id, " Poems ").id


def answer_of(world: World, actor: Actor) -> SurveyAnswer:
    with world.uow() as uow:
        return next(one for one in uow.survey_answers.of_survey(1) if one.student == actor.user)


def answers(world: World, level: int, *actors: Actor) -> None:
    for actor in actors:
        world.do(surveying.take, actor, answer_of(world, actor).id, dict.fromkeys(QUESTIONS, level))


def seen(world: World, actor: Actor) -> str:
    texts = []
    for delivery in [d for d in world.deliveries() if d.reader == actor.user]:
        with world.uow() as uow:
            made = present(uow, delivery)
        if made is not None:
            assert check_message_blocks([dict(block) for block in getattr(made, "blocks", ())]) == []
        texts.append(str(made))
    return "\n".join(texts)


def results(world: World) -> tuple[bool, bool]:
    """Whether counts of the beginning, and of the end, are shown."""
    with world.uow() as uow:
        found = brief_for(uow, SurveyStands(world.classroom.id, 1), world.teacher.user).results
    return found.first is not None, found.last is not None


def test_everyone_who_learns_is_asked_once_and_no_teacher(world: World) -> None:
    begun(world)
    for actor in (world.student, world.classmate, *OTHERS):
        assert world.kinds(actor.user) == [SurveyAsked.kind]
    assert world.kinds(world.teacher2.user) == []
    assert answer_of(world, world.student).survey == 1


def test_counts_are_shown_from_five_answers_on_and_only_when_nobody_answers_any_more(world: World) -> None:
    begun(world)
    answers(world, 2, world.student, *OTHERS[:3])
    assert results(world) == (False, False)
    world.do(surveying.stop, world.teacher, 1)
    assert results(world) == (False, False)  # four are too few
    world.do(surveying.finish, world.teacher, 1)
    answers(world, 3, world.student, *OTHERS)
    assert results(world) == (False, False)
    world.do(surveying.stop, world.teacher, 1)
    assert results(world) == (False, True)
    said = seen(world, world.teacher)
    assert "Student" not in said
    assert BOTH("survey-few") in said


def test_each_sees_their_own_before_and_after_and_nobody_elses(world: World) -> None:
    begun(world)
    answers(world, 1, world.student, world.classmate)
    world.do(surveying.finish, world.teacher, 1)
    answers(world, 4, world.student)
    own = answer_of(world, world.student)
    assert (own.first, own.last) == ((1,) * 5, (4,) * 5)
    shown = seen(world, world.student)
    assert BOTH("look-back-rating-1") in shown
    assert BOTH("look-back-rating-4") in shown
    for reader in (world.classmate, world.teacher, world.stranger):
        with world.uow() as uow, pytest.raises(NothingToSay):
            brief_for(uow, SurveyAsked(world.classroom.id, own.id, False), reader.user)
    for reader in (world.student, world.classmate):
        with world.uow() as uow, pytest.raises(NothingToSay):
            brief_for(uow, SurveyStands(world.classroom.id, 1), reader.user)


def test_answers_change_while_it_is_open_and_not_after(world: World) -> None:
    begun(world)
    answers(world, 1, world.student)
    answers(world, 2, world.student)
    assert answer_of(world, world.student).first == (2,) * 5
    world.do(surveying.stop, world.teacher, 1)
    with pytest.raises(Refusal) as refused:
        answers(world, 3, world.student)
    assert refused.value.key == "survey-closed"


def test_who_comes_later_is_asked_at_the_end(world: World) -> None:
    begun(world)
    late = Actor(WORKSPACE, "ULATE")
    with world.uow() as uow:
        uow.people.add(Person(WORKSPACE, late.user, "Late"))
        uow.memberships.add(Membership(WORKSPACE, world.classroom.id, late.user, Side.STUDENT, world.now))
    world.do(surveying.finish, world.teacher, 1)
    answers(world, 3, late)
    assert (answer_of(world, late).first, answer_of(world, late).last) == ((), (3,) * 5)


def test_each_question_needs_an_answer_and_a_unit_a_name(world: World) -> None:
    begun(world)
    with pytest.raises(Refusal) as refused:
        world.do(surveying.take, world.student, answer_of(world, world.student).id, {"about": 1, "can": 9})
    assert refused.value.field == "can"
    for name in ("  ", "w" * 81):
        with pytest.raises(Refusal) as refused:
            world.do(surveying.begin, world.teacher, world.classroom.id, name)
        assert refused.value.field == "unit"


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_forms_are_what_slack_takes(world: World, language: str) -> None:
    begun(world)
    brief = world.do(surveying.open_answer, world.student, answer_of(world, world.student).id)
    for view in (begin_form(words_for(language), 1), answer_form(words_for(language), brief)):
        assert check_view(view) == []


async def test_a_form_is_taken(world: World) -> None:
    begun(world)
    own = answer_of(world, world.student)
    form = submission(world.student, "surveying.answer", str(own.id), dict.fromkeys(QUESTIONS, "3"))
    await handling.answer(form, context_of(world, KeptViews()))
    assert answer_of(world, world.student).first == (3,) * 5


@given(st.lists(st.lists(st.sampled_from(LEVELS), min_size=5, max_size=5), max_size=8))
def test_counts_add_up_to_all_answers(said: list[list[int]]) -> None:
    survey = Survey("T1", 1, "UTEACHER", "Poems", datetime(2027, 1, 11, 9, tzinfo=UTC))
    given_ = [SurveyAnswer("T1", 1, f"U{n}", survey.begun_at, tuple(one)) for n, one in enumerate(said)]
    found = results_of(stopped(survey), given_)
    assert results_of(survey, given_).first is None
    assert (found.first is None) == (len(said) < 5)
    assert all(sum(row) == len(said) for row in found.first or ())
    assert replace(survey, phase=SurveyPhase.BETWEEN) == stopped(survey)

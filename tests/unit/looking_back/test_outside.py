"""Somebody outside marks a sheet, and the teacher notes what came back."""

from dataclasses import replace
from typing import Any

import pytest

from bot.activities.documents import use_cases as documents
from bot.activities.documents.messages import OutsideDocument
from bot.activities.documents.outside_sheet import outside_sheet
from bot.activities.looking_back import parts
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.looking_back.forms import look_back_form
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.contract import Status
from bot.domain.look_back import FromOutside
from bot.domain.terms import Criterion
from bot.messages.briefs import brief_for
from handlers import looking_back as handlers
from handlers.inbound import Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.documents import samples
from tests.unit.handling import context_of
from tests.unit.looking_back.test_who_rates import OUTSIDE, SAID, SELF, TEACHER, end, side_by_side
from tests.world import World

BOTH = (SELF, TEACHER)
NOTED = FromOutside({0: 4, 1: 3}, "She runs the till alone")


def inputs(view: dict[str, Any]) -> list[str]:
    assert check_view(view) == []
    return [block["block_id"] for block in view["blocks"] if block["type"] == "input"]


def asked_of(world: World, actor: Actor, contract: int) -> list[str]:
    return inputs(look_back_form(words_for(), world.do(looking_back.open_form, actor, contract)))


def test_the_teacher_notes_what_came_back_and_nobody_else(world: World) -> None:
    ended = end(world, (OUTSIDE,), BOTH)
    asked = asked_of(world, world.teacher, ended.id)
    assert [name for name in asked if "outside" in name] == ["outside-0", "outside_words"]
    assert not [name for name in asked_of(world, world.student, ended.id) if "outside" in name]
    world.do(parts.rate, world.student, ended.id, {1: 3}, {})
    world.do(parts.send, world.student, ended.id, SAID)
    world.do(looking_back.assess, world.teacher, ended.id, {1: 2}, "", None, "", NOTED)
    said = ended.assessments()["teacher"]
    assert (said.ratings, said.outside_ratings, said.outside_words) == ((0, 2), (4, 0), NOTED.words)
    for actor in (world.student, world.teacher):
        brief, shown = side_by_side(world, ended, actor)
        assert NOTED.words in shown
        assert brief.teachers.outside_ratings == (4, 0)
        assert words_for()("looked-back-outside") in shown


def test_without_a_mark_there_is_no_column(world: World) -> None:
    ended = end(world, (SELF, OUTSIDE))
    ended.assess(world.student, {0: 3})
    world.do(looking_back.assess, world.teacher, ended.id, {}, "", None, "", FromOutside({0: 0}))
    assert ended.assessments()["teacher"].outside_ratings == ()
    assert ended.status() is Status.COMPLETED
    assert words_for()("looked-back-outside") not in side_by_side(world, ended, world.student)[1]


def test_where_nobody_outside_is_agreed_on_nothing_of_one_is_kept(world: World) -> None:
    ended = end(world, BOTH, ())
    world.do(looking_back.assess, world.teacher, ended.id, {0: 2, 1: 2}, "", None, "", NOTED)
    said = ended.assessments()["teacher"]
    assert (said.outside_ratings, said.outside_words) == ((), "")


def test_a_student_notes_nothing_from_outside(world: World) -> None:
    ended = end(world, (OUTSIDE,))
    world.do(looking_back.assess, world.student, ended.id, {}, "Said", None, "", NOTED)
    said = ended.assessments()["student"]
    assert (said.outside_ratings, said.outside_words) == ((), "")


async def test_it_comes_in_by_the_form(world: World) -> None:
    ended = end(world, (OUTSIDE, TEACHER))
    values = {"rating-0": "3", "outside-0": "2", "outside_words": "On time", "reflection": "", "otherwise": ""}
    form = Submission(world.teacher, "looking_back.assess", values, str(ended.id), "t1", "v1")
    await handlers.assess(form, context_of(world))
    said = ended.assessments()["teacher"]
    assert (said.ratings, said.outside_ratings, said.outside_words) == ((3,), (2,), "On time")


# The sheet.


def test_the_sheet_has_the_signs_of_those_targets_and_nothing_else() -> None:
    brief = samples.contract()
    terms = brief.version.terms
    first = replace(terms.targets[0], assessed_by=(OUTSIDE,), criteria=(Criterion("I ask first", Side.STUDENT),))
    terms = replace(terms, targets=(first, *terms.targets[1:]))
    text = str(outside_sheet(replace(brief, version=replace(brief.version, terms=terms)), words_for()))
    assert "I ask first" in text
    for said in (terms.supports, terms.hardest, terms.targets[1].statement, first.strategies):
        assert said
        assert said not in text


def test_it_comes_to_who_asks_while_they_are_a_party(world: World) -> None:
    ended = end(world, (OUTSIDE,))
    for actor in (world.student, world.teacher):
        world.do(documents.give_outside, actor, ended.id)
        assert world.kinds(actor.user)[-1] == OutsideDocument.kind
        with world.uow() as uow:
            assert brief_for(uow, OutsideDocument(actor.user, ended.id), actor.user).own is (actor is world.student)


def test_where_it_is_not_agreed_there_is_no_sheet(world: World) -> None:
    ended = end(world, BOTH)
    with pytest.raises(Refusal, match="outside-not-agreed"):
        world.do(documents.give_outside, world.teacher, ended.id)

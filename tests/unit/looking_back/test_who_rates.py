"""The end of a contract that says who rates each target: a side is asked for its own alone."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from bot.activities.looking_back import grading, parts
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.looking_back.forms import PIECES, WORDS, look_back_form
from bot.activities.looking_back.messages import Classmate, LookBackAsked, LookedBack
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.contract import Status
from bot.domain.grading import GradeSuggestion, SignsMet, signs_met, suggested, weights_of
from bot.domain.look_back import Reflection, differs, furthest_apart
from bot.domain.terms import Assessor
from bot.messages.briefs import brief_for, render
from bot.messages.registry import Reader
from prompts.words import words_for
from sandbox.blocks.check import check_message_blocks, check_view
from tests.unit.looking_back.scenes import End, with_criteria
from tests.world import World

SELF, PEER, TEACHER, OUTSIDE = Assessor
SAID = Reflection("Reading aloud helped")


def end(world: World, *assessed_by: tuple[Assessor, ...]) -> End:
    """A target with one sign of success for each."""
    targets = with_criteria(*(1 for _ in assessed_by))["targets"]
    pairs = zip(targets, assessed_by, strict=True)
    return End(world, targets=tuple(replace(target, assessed_by=who) for target, who in pairs))


def fields(world: World, actor: Actor, ended: End) -> list[str]:
    view = look_back_form(words_for(), world.do(looking_back.open_form, actor, ended.id))
    assert check_view(view) == []
    return [block["block_id"] for block in view["blocks"] if block["type"] == "input"]


def side_by_side(world: World, ended: End, actor: Actor) -> tuple[Any, str]:
    notice = LookedBack(ended.id)
    with world.uow() as uow:
        brief = brief_for(uow, notice, actor.user)
        blocks = list(render(notice, brief, Reader(actor.user, words_for(), "Europe/London", world.now)).blocks)
    assert check_message_blocks(blocks) == []
    return brief, str(blocks)


def test_each_side_is_asked_for_what_it_rates(world: World) -> None:
    ended = end(world, (SELF,), (TEACHER,), ())
    assert [name for name in fields(world, world.student, ended) if "rating" in name] == ["rating-0", "rating-2"]
    assert [name for name in fields(world, world.teacher, ended) if "rating" in name] == ["rating-1", "rating-2"]


def test_what_a_side_does_not_rate_is_not_kept_of_it(world: World) -> None:
    ended = end(world, (SELF,), (TEACHER,), ())
    ended.assess(world.student, {0: 3, 1: 4, 2: 2})
    with pytest.raises(Refusal) as refused:
        ended.assess(world.teacher, {0: 1, 2: 4})
    assert (refused.value.key, refused.value.field) == ("rate-each", "rating-1")
    ended.assess(world.teacher, {1: 1, 2: 4})
    assert {side: said.ratings for side, said in ended.assessments().items()} == {
        "student": (3, 0, 2),
        "teacher": (0, 1, 4),
    }
    assert ended.status() is Status.COMPLETED
    brief, shown = side_by_side(world, ended, world.teacher)
    assert furthest_apart(brief.students.ratings, brief.teachers.ratings) == [2, 0, 1]
    assert shown.count("Criterion 0.0") == 1


def test_a_student_who_rates_nothing_looks_back_in_words(world: World) -> None:
    ended = end(world, (TEACHER,))
    world.do(grading.choose, world.teacher, world.classroom.id, "25")
    form = replace(world.do(looking_back.open_form, world.student, ended.id), wanted={})
    assert look_back_form(words_for(), form)["callback_id"] == WORDS
    world.do(parts.send, world.student, ended.id, SAID)
    assert ended.begun().ratings == (0,)
    ended.assess(world.teacher, {0: 3})
    brief, _ = side_by_side(world, ended, world.teacher)
    assert brief.suggestion == GradeSuggestion(67, 0, 67, 0)


def test_their_work_is_still_asked_for(world: World) -> None:
    ended = end(world, (TEACHER,))
    piece = ended.shows("essay.pdf")
    form = replace(world.do(looking_back.open_form, world.student, ended.id), wanted={})
    assert look_back_form(words_for(), form)["callback_id"] == PIECES
    world.do(parts.choose, world.student, ended.id, {piece: "My best one"})
    world.do(parts.send, world.student, ended.id, SAID)
    assert [one.words for one in ended.begun().pieces] == ["My best one"]


def test_who_rates_something_begins_with_it(world: World) -> None:
    ended = end(world, (SELF,), (TEACHER,))
    with pytest.raises(Refusal, match="look-back-not-begun"):
        world.do(parts.send, world.student, ended.id, SAID)


def test_where_neither_rates_there_is_no_table_and_no_grade(world: World) -> None:
    ended = end(world, (PEER,))
    world.do(grading.choose, world.teacher, world.classroom.id, "25")
    world.do(parts.send, world.student, ended.id, SAID)
    assert fields(world, world.teacher, ended) == ["reflection", "otherwise"]
    world.do(looking_back.assess, world.teacher, ended.id, {}, "Well said")
    brief, shown = side_by_side(world, ended, world.teacher)
    assert brief.suggestion is None
    assert "'table'" not in shown
    _, read = side_by_side(world, ended, world.student)
    assert "'table'" not in read


def test_what_only_one_rates_is_no_difference_and_no_sign_that_is_met() -> None:
    assert not differs((3, 0), (3, 4))
    assert differs((3, 2), (3, 4))
    assert signs_met([((4, 4, 0), (4, 0, 4))]) == SignsMet(1, 1, 1, 1)


def test_a_grade_is_of_what_each_rates() -> None:
    assert suggested((4, 0), (1, 4), 50) == GradeSuggestion(75, 100, 50, 50)
    assert suggested((4, 2), (0, 0), 50) is None


# A classmate.


def standing(world: World, ended: End, actor: Actor) -> Any:
    with world.uow() as uow:
        return brief_for(uow, LookBackAsked(ended.id), actor.user)


def test_the_student_is_offered_a_classmate_where_the_contract_says_so(world: World) -> None:
    ended = end(world, (SELF, PEER, TEACHER))
    assert standing(world, ended, world.student).classmate is Classmate.NOBODY
    shown = {}
    for actor in (world.student, world.teacher):
        notice, brief = LookBackAsked(ended.id), standing(world, ended, actor)
        shown[brief.side] = str(
            render(notice, brief, Reader(actor.user, words_for(), "Europe/London", world.now)).blocks
        )
    assert "peers.open_ask" in shown[Side.STUDENT]
    assert "peers.open_ask" not in shown[Side.TEACHER]


def test_without_it_nobody_speaks_of_one(world: World) -> None:
    ended = end(world, (SELF, TEACHER))
    assert standing(world, ended, world.student).classmate is Classmate.NOT_AGREED


# What counts how much in a suggested grade.


def weighed(world: World, *targets: tuple[int, int], self_part: int | None = None) -> End:
    """Targets with so many signs, of which each counts so much."""
    made = with_criteria(*(count for count, _ in targets))["targets"]
    pairs = zip(made, targets, strict=True)
    return End(world, targets=tuple(replace(t, weight=weight) for t, (_, weight) in pairs), self_part=self_part)


def suggestion(world: World, ended: End, mine: dict[int, int], theirs: dict[int, int]) -> Any:
    world.do(parts.rate, world.student, ended.id, mine, {})
    world.do(parts.send, world.student, ended.id, SAID)
    world.do(looking_back.assess, world.teacher, ended.id, theirs, "")
    return side_by_side(world, ended, world.teacher)


def test_a_target_counts_as_was_agreed_however_many_signs_it_has(world: World) -> None:
    ended = weighed(world, (2, 1), (1, 3))
    world.do(grading.choose, world.teacher, world.classroom.id, "0")
    brief, shown = suggestion(world, ended, {0: 4, 1: 4, 2: 4}, {0: 4, 1: 4, 2: 1})
    assert brief.suggestion == GradeSuggestion(25, 100, 25, 0)
    assert words_for()("grading-signs") not in shown


def test_where_nothing_was_agreed_of_a_target_it_counts_once_beside_the_others(world: World) -> None:
    targets = weighed(world, (1, 0), (1, 2), (2, 0)).contract.in_force.terms
    assert weights_of(targets) == (Fraction(1), Fraction(2), Fraction(1, 2), Fraction(1, 2))


def test_without_weights_each_sign_counts_the_same(world: World) -> None:
    assert weights_of(weighed(world, (2, 0), (1, 0)).contract.in_force.terms) == ()


@pytest.mark.parametrize(("agreed", "counts"), [(None, 25), (0, 0), (50, 50)])
def test_the_students_own_ratings_count_as_was_agreed_else_as_in_the_class(
    world: World, agreed: int | None, counts: int
) -> None:
    ended = weighed(world, (1, 0), self_part=agreed)
    world.do(grading.choose, world.teacher, world.classroom.id, "25")
    assert world.do(looking_back.open_form, world.student, ended.id).self_part == counts
    brief, _ = suggestion(world, ended, {0: 4}, {0: 1})
    assert brief.suggestion.percent == brief.suggestion.self_part == counts


def test_what_was_agreed_makes_no_grade_where_the_class_wants_none(world: World) -> None:
    ended = weighed(world, (1, 2), self_part=50)
    brief, _ = suggestion(world, ended, {0: 4}, {0: 1})
    assert brief.suggestion is None


def test_a_student_sees_no_grade_where_weights_were_agreed(world: World) -> None:
    ended = weighed(world, (1, 2), self_part=50)
    world.do(grading.choose, world.teacher, world.classroom.id, "25")
    suggestion(world, ended, {0: 4}, {0: 1})
    assert side_by_side(world, ended, world.student)[0].suggestion is None

"""A target was not reached: the next contract begins from the number that it has now."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.activities.looking_back import going_on, use_cases
from bot.activities.looking_back.messages import LookedBack
from bot.activities.proposing import interviewing, starting
from bot.activities.proposing.interview.draft import load
from bot.domain.actor import Refusal
from bot.domain.contract import Contract, Status
from bot.domain.look_back import not_reached
from bot.domain.progress import Kept
from bot.domain.terms import Measure, MeasureKind, ServedStandard
from bot.messages.briefs import brief_for
from storage.tables.classes import ContractRow
from tests.unit.looking_back.scenes import End, with_criteria
from tests.world import World, terms

SENTENCE = "Vary at least 8 of 10 sentence openings in each essay by 1 March"


def ended(world: World, now: str, **changed: Any) -> End:
    """Both have looked back, and the student's number is `now`."""
    its = replace(terms().targets[0], statement=SENTENCE, unit="sentence openings of 10")
    end = End(world, **(changed or {"targets": (its,)}))
    ratings = dict.fromkeys(range(9), 3)
    world.do(use_cases.assess, world.student, end.id, ratings, "Reading aloud", {0: now})
    end.assess(world.teacher, ratings)
    assert end.status() is Status.COMPLETED
    return end


def standing(world: World) -> tuple[Contract, dict[str, Any]]:
    """The draft of the student, with its answers."""
    with world.uow() as uow:
        contract = uow.contracts.open_of(world.student.user, world.classroom.id)
        assert contract is not None
        interview = uow.interviews.of_contract(contract.id)
        assert interview is not None
        return contract, dict(load(interview.draft))


def asked(world: World) -> str:
    with world.uow() as uow:
        contract = uow.contracts.open_of(world.student.user, world.classroom.id)
        assert contract is not None
        interview = uow.interviews.of_contract(contract.id)
        assert interview is not None
        return starting.step_of(uow, interview.id)


def test_it_begins_from_the_number_of_today_with_another_day(world: World) -> None:
    end = ended(world, "5")
    world.do(going_on.go_on, world.student, end.id, False)
    contract, draft = standing(world)
    assert contract.status is Status.DRAFTING
    assert (draft["1.baseline"].value, draft["1.goal"].value) == ("5", "8")
    assert draft["1.criterion"].value == "At most two openings are alike"
    assert "1 March" not in draft["1.statement"].value
    assert asked(world) == "ends_on"


def test_what_was_left_out_before_is_not_asked_again(world: World) -> None:
    its = replace(terms().targets[0], statement=SENTENCE, unit="sentence openings of 10")
    end = ended(world, "5", targets=(its,), supports="", strengths="")
    world.do(going_on.go_on, world.student, end.id, False)
    assert asked(world) == "ends_on"


def test_a_sentence_that_names_no_day_is_asked_for_one(world: World) -> None:
    end = ended(world, "1", **with_criteria(1))
    world.do(going_on.go_on, world.student, end.id, False)
    assert asked(world) == "timeframe"


def test_smaller_is_half_of_what_is_left_and_the_sentence_says_so(world: World) -> None:
    end = ended(world, "5")
    world.do(going_on.go_on, world.student, end.id, True)
    _, draft = standing(world)
    assert (draft["1.baseline"].value, draft["1.goal"].value) == ("5", "7")
    assert "at least 7 of 10" in draft["1.statement"].value


def test_what_was_reached_is_not_taken_along(world: World) -> None:
    two = with_criteria(1, 1)
    end = ended(world, "8", **two)
    world.do(going_on.go_on, world.student, end.id, False)
    _, draft = standing(world)
    assert draft["1.statement"].value == "Target 1"
    assert "2.statement" not in draft


def test_only_as_many_as_the_class_lets_a_contract_have(world: World) -> None:
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, autonomy=world.classroom.autonomy.GUIDED))
    end = ended(world, "1", **with_criteria(1, 1, 1))
    world.do(going_on.go_on, world.student, end.id, False)
    _, draft = standing(world)
    assert [key for key in draft if key.endswith(".statement")] == ["1.statement"]


def test_pressed_twice_there_is_one_draft(world: World) -> None:
    end = ended(world, "5")
    for _ in range(2):
        world.do(going_on.go_on, world.student, end.id, False)
    with world.uow() as uow:
        found = uow.contracts.open_of(world.student.user, world.classroom.id)
    assert found is not None
    assert found.id == standing(world)[0].id
    assert world.count(ContractRow) == 2


def test_before_the_end_there_is_nothing_to_go_on_from(world: World) -> None:
    end = End(world)
    with pytest.raises(Refusal, match="not-in-this-state"):
        world.do(going_on.go_on, world.student, end.id, False)


def test_near_the_end_of_the_term_it_is_said(world: World) -> None:
    end = ended(world, "5")
    world.now = world.now.replace(year=2027, month=6, day=25)
    with pytest.raises(Refusal, match="term-too-close"):
        world.do(going_on.go_on, world.student, end.id, False)


def test_the_ways_on_are_offered_to_the_student_where_a_target_is_left(world: World) -> None:
    end = ended(world, "5")
    with world.uow() as uow:
        assert list(brief_for(uow, LookedBack(end.id), world.student.user).not_reached) == [0]
    said = [m for d, m in world.render_all() if (d.notice, d.reader) == ("looked-back", world.student.user)]
    assert "looking_back.smaller" in str(said[-1].blocks)


def test_it_is_as_long_again_by_the_days_of_its_student(world: World) -> None:
    """Begun on the evening of one day in UTC, which is the next day where they are."""
    end = ended(world, "5")
    with world.uow() as uow:
        contract, frame = uow.contracts.get(end.id), starting.frame_of(uow, world.classroom, "USTUDENT", world.now)
    assert contract is not None
    late = replace(contract, started_at=datetime(2027, 1, 10, 23, 30, tzinfo=UTC))
    there = replace(frame, timezone="Pacific/Auckland", term_ends_on=date(2029, 1, 1))
    days = (late.in_force.terms.ends_on - date(2027, 1, 11)).days
    assert going_on.day_for(late, there) == there.today + timedelta(days=days)


def test_who_reached_it_is_asked_nothing_of_the_kind(world: World) -> None:
    ended(world, "8")
    said = [m for d, m in world.render_all() if (d.notice, d.reader) == ("looked-back", world.student.user)]
    assert "looking_back.smaller" not in str(said[-1].blocks)


@pytest.mark.parametrize(
    ("value", "kept", "period", "left"),
    [
        (Decimal(8), None, "", False),
        (Decimal(9), None, "", False),
        (Decimal("7.9"), None, "", True),
        (None, None, "", True),
        (Decimal(8), Kept(4, 5), "week", False),
        (Decimal(8), Kept(3, 5), "week", True),
        (Decimal(8), None, "week", True),
    ],
)
def test_what_is_left(value: Decimal | None, kept: Kept | None, period: str, left: bool) -> None:
    target = replace(terms().targets[0], due_on=date(2027, 3, 1))
    if period:
        target = replace(target, measure=Measure(MeasureKind.RATE, period=period))
    found = not_reached([target], {0: value} if value is not None else {}, {0: kept} if kept else {})
    assert found == ((0,) if left else ())


SAYS = "Vary at least 8 of 10 sentence openings in each essay by"
PRACTISED: dict[str, Any] = {
    "strategies": "Reading it aloud",
    "obstacle": "I am tired in the evening",
    "fallback": "Ten minutes at noon",
}


def otherwise(world: World) -> dict[str, Any]:
    """[Something else], after a contract whose student got from 3 to 5."""
    standard = ServedStandard("W.1", "Write arguments")
    its = replace(
        terms().targets[0], statement=SENTENCE, unit="sentence openings of 10", standards=(standard,), **PRACTISED
    )
    end = ended(world, "5", targets=(its,))
    world.do(going_on.something_else, world.student, end.id)
    return standing(world)[1]


def types(world: World, text: str) -> None:
    with world.uow() as uow:
        contract = uow.contracts.open_of(world.student.user, world.classroom.id)
        assert contract is not None
        interview = uow.interviews.of_contract(contract.id)
        assert interview is not None
    world.do(interviewing.hear, world.student, interview.id, text, "1.1")


def test_something_else_asks_the_target_with_what_the_last_one_left(world: World) -> None:
    draft = otherwise(world)
    assert asked(world) == "statement"
    assert (draft["1.statement"].value[: len(SAYS)], draft["1.statement"].open) == (SAYS, True)
    assert draft["1.baseline"].value == "5"
    assert (draft["1.strategies"].value, draft["1.strategies"].open) == ("Reading it aloud", True)
    assert (draft["1.obstacle"].value, draft["1.fallback"].value) == (
        "I am tired in the evening",
        "Ten minutes at noon",
    )
    assert not draft["hardest"].open
    world.render_all()


def test_what_was_chosen_for_the_old_sentence_is_not_taken_along(world: World) -> None:
    draft = otherwise(world)
    assert "Write arguments" not in str(draft)


def test_another_sentence_of_the_same_kind_begins_from_the_number_of_today(world: World) -> None:
    otherwise(world)
    types(world, "Vary at least 6 of 10 sentence openings in each letter")
    _, draft = standing(world)
    assert draft["1.statement"].value == "Vary at least 6 of 10 sentence openings in each letter"
    assert (draft["1.baseline"].value, draft["1.baseline"].open) == ("5", True)
    assert "1.goal" not in draft


def test_pressed_twice_something_else_is_one_draft(world: World) -> None:
    end = ended(world, "5")
    for _ in range(2):
        world.do(going_on.something_else, world.student, end.id)
    assert world.count(ContractRow) == 2

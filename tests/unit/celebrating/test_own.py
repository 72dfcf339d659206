"""Milestones that the student has named; and what no number says: effort, and coming back."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.activities.celebrating import use_cases as celebrating
from bot.activities.checking_in import answering
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckIn, CheckInState, Consent, Reply
from bot.domain.contract import Contract
from bot.domain.progress import Point, Practised, kept_practising
from bot.domain.terms import Waypoint, check_target, check_whole
from bot.language.milestones_typed import as_typed, milestones
from tests.unit.celebrating.scenes import Way
from tests.unit.checking_in.answers import FORM
from tests.unit.checking_in.steps import asked, rendered, replies
from tests.world import START, WORKSPACE, World, terms

PAGE, ALOUD = Waypoint("My first whole page", Decimal(4)), Waypoint("I read it to the class")


def with_milestones(*those: Waypoint, **changed: Any) -> dict[str, Any]:
    return {"targets": (replace(terms().targets[0], milestones=those, **changed),)}


def said_at_a_check_in(world: World, contract: Contract, number: str = "3") -> int:
    check_in = asked(world, contract)
    world.do(answering.hear, world.student, check_in, number, "1.1")
    return check_in


def consents(world: World, contract: Contract) -> dict[Point, Consent]:
    with world.uow() as uow:
        return {m.point: m.consent for m in uow.milestones.of_contracts(contract.id)}


# What is typed, and what is signed.


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My first whole page: 4", [("My first whole page", 4)]),
        (
            "- My first whole page: 4\n\n* I read it to the class",
            [("My first whole page", 4), ("I read it to the class", None)],
        ),
        ("Under half an hour", [("Under half an hour", None)]),
        ("Note: I am brave", [("Note: I am brave", None)]),
        ("4 of 10 in one essay", [("4 of 10 in one essay", None)]),
        ("", []),
    ],
)
def test_a_line_is_a_name_and_perhaps_a_number(text: str, found: list[tuple[str, int | None]]) -> None:
    read = milestones(text, "varied openings of 10")
    assert [(one.name, one.at) for one in read] == found
    assert milestones(as_typed(read, str), "varied openings of 10") == read


def test_a_time_and_a_grade_are_read_as_the_target_counts() -> None:
    assert milestones("Half an hour: 24:30", "minutes")[0].at == Decimal("24.5")
    assert milestones("A good one: B", "grade (A to F)")[0].at == Decimal(4)


@pytest.mark.parametrize(("text", "key"), [("a\nb\nc\nd", "too-many-milestones"), ("x" * 121, "too-long")])
def test_too_many_and_too_long_are_refused(text: str, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        milestones(text, "pages")


def test_without_any_the_hash_is_what_it_was_and_with_one_it_is_another() -> None:
    bare, named = terms(), terms(**with_milestones(PAGE))
    assert bare.content_hash() == terms(**with_milestones()).content_hash()
    assert bare.content_hash() != named.content_hash()
    assert named.content_hash() != terms(**with_milestones(replace(PAGE, at=Decimal(5)))).content_hash()


@pytest.mark.parametrize("at", [2, 8, 1, 9])
def test_a_number_lies_between_start_and_goal(at: int) -> None:
    said = terms(**with_milestones(replace(PAGE, at=Decimal(at))))
    with pytest.raises(Refusal, match="milestone-not-on-the-way"):
        check_target(said.targets[0], said)
    down = terms(**with_milestones(PAGE, baseline=Decimal(8), goal=Decimal(2)))
    check_target(down.targets[0], down)


def test_a_contract_has_three_at_most() -> None:
    two = replace(terms().targets[0], milestones=(PAGE, ALOUD))
    with pytest.raises(Refusal, match="too-many-milestones"):
        check_whole(terms(targets=(two, two)), today=START.date(), term_ends_on=terms().ends_on, most_targets=3)


def test_both_sides_read_them_in_the_contract(world: World) -> None:
    world.agree(**with_milestones(PAGE, ALOUD))
    from bot.activities.reviewing.messages import ContractCard
    from bot.messages.tell import tell

    with world.uow() as uow:
        tell(uow, world.teacher.user, ContractCard(1))
    card = rendered(world)["contract-card"][0]
    assert "My first whole page" in card
    assert "I read it to the class" in card


# Reached by a number, or by their word.


def test_a_number_reaches_it_and_its_own_name_is_asked_about(world: World) -> None:
    way = Way(world, **with_milestones(PAGE, ALOUD))
    way.log("3")
    assert way.consents() == {}
    way.log("4")
    way.log("4")
    assert way.consents() == {Point.OWN_1: Consent.ASKED}
    (found,) = way.milestones()
    assert found.statement == "My first whole page"
    assert world.kinds(world.teacher.user) == ["milestone-news"]  # no other message shows it
    assert world.kinds("C1") == []


def test_it_goes_before_half_of_the_way_and_behind_the_goal(world: World) -> None:
    way = Way(world, **with_milestones(PAGE))
    way.log("6")
    assert way.consents() == {Point.HALFWAY: Consent.NOT_ASKED, Point.OWN_1: Consent.ASKED}
    way.log("8")
    assert way.consents()[Point.GOAL] is Consent.ASKED


def test_a_corrected_number_takes_it_back(world: World) -> None:
    way = Way(world, **with_milestones(PAGE))
    reply = way.log("4")
    way.correct(reply, "3")
    assert way.consents() == {Point.OWN_1: Consent.WITHDRAWN}


def test_whoever_wants_no_messages_about_check_ins_hears_nothing(world: World) -> None:
    Way(world, **with_milestones(PAGE)).log("4")
    assert world.kinds(world.teacher2.user) == []  # who does not decide on this contract
    assert world.kinds(world.classmate.user) == []


def test_one_without_a_number_is_reached_by_a_press_under_the_answer(world: World) -> None:
    contract = world.agree(**with_milestones(PAGE, ALOUD))
    check_in = said_at_a_check_in(world, contract)
    assert "celebrating.reached_0" in rendered(world)["reply-noted"][0]
    for _ in range(2):
        world.do(celebrating.say_reached, world.student, check_in, 0, 1)
    assert consents(world, contract) == {Point.OWN_2: Consent.ASKED}
    assert "celebrating.reached_0" not in rendered(world)["reply-noted"][0]
    assert len([d for d in world.deliveries() if d.notice == "milestone-reached" and d.refreshes is None]) == 1


def test_it_stays_when_the_number_beside_it_changes_and_goes_with_the_whole_answer(world: World) -> None:
    contract = world.agree(**with_milestones(ALOUD))
    check_in = said_at_a_check_in(world, contract)
    world.do(celebrating.say_reached, world.student, check_in, 0, 0)
    world.do(answering.log, world.student, check_in, replace(FORM, values=("4",)))
    assert consents(world, contract) == {Point.OWN_1: Consent.ASKED}
    reply = replies(world, check_in)[0]
    with world.uow() as uow:
        blank = Reply(WORKSPACE, check_in, contract.id, 0, None, reply.said_at, id=reply.id)
        uow.replies.save(blank)
        celebrating.notice_points(uow, contract, blank)
    assert consents(world, contract) == {Point.OWN_1: Consent.WITHDRAWN}


@pytest.mark.parametrize(("target", "number"), [(0, 0), (0, 2), (1, 0), (-1, 0), (0, -1)])
def test_a_forged_one_is_an_old_button(world: World, target: int, number: int) -> None:
    """Also one that a number reaches."""
    contract = world.agree(**with_milestones(PAGE, ALOUD))
    check_in = said_at_a_check_in(world, contract)
    with pytest.raises(Refusal, match="old-button"):
        world.do(celebrating.say_reached, world.student, check_in, target, number)
    assert consents(world, contract) == {}


def test_another_one_in_its_place_is_reached_anew(world: World) -> None:
    way = Way(world, **with_milestones(PAGE))
    way.log("4")
    changed = replace(way.contract.in_force.terms.targets[0], milestones=(Waypoint("Two pages", Decimal(4)),))
    version = replace(way.contract.in_force, terms=replace(way.contract.in_force.terms, targets=(changed,)))
    way.contract = replace(way.contract, agreed=version)
    way.log("4")
    (found,) = way.milestones()
    assert (found.statement, found.consent) == ("Two pages", Consent.ASKED)


# What no number says.


def week(number: int, times: int | None, planned: int = 2, days: int = 7) -> Practised:
    return Practised(START + timedelta(days=days * number), START + timedelta(days=days * (number + 1)), times, planned)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ([week(i, 2) for i in range(4)], True),
        ([week(i, 3) for i in range(6)], True),
        ([week(i, 2) for i in range(3)], False),
        ([week(0, 2), week(1, 1), *(week(i, 2) for i in range(2, 5))], False),
        ([week(0, 2), week(1, None), *(week(i, 2) for i in range(2, 5))], False),
        ([*(week(i, 2) for i in range(4)), week(4, 1)], False),
        ([week(i, 2, days=14) for i in range(2)], True),
        ([week(i, 1, 1, days=3) for i in range(9)], False),
        ([], False),
    ],
)
def test_four_weeks_in_a_row_as_planned(said: list[Practised], kept: bool) -> None:
    assert kept_practising(said) is kept


def test_an_answer_after_a_long_silence_is_noticed_once(world: World) -> None:
    way = Way(world)
    with world.uow() as uow:
        for number in (10, 11, 12):
            missed = CheckIn(WORKSPACE, way.contract.id, "USTUDENT", number, world.now, None, CheckInState.MISSED)
            uow.check_ins.add(missed)
    way.log("3")
    way.log("3")
    assert way.consents() == {Point.BACK: Consent.ASKED}
    assert world.kinds("C1") == []
    world.render_all()

"""What the contract names is asked for once, near its due date; and who asks for what is listed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.evidence import giving
from bot.activities.evidence import use_cases as evidence
from bot.activities.evidence.forms import GivenEvidence
from bot.activities.evidence.listing import LISTED_MOST, shelf_of
from bot.activities.evidence.messages import ADD, Shelf
from bot.domain.evidence import Handed, Why, is_asked_for
from bot.domain.terms import EvidenceForm
from tests.unit.checking_in.steps import asked
from tests.unit.evidence.test_use_cases import arrives
from tests.world import World, terms

DUE = date(2027, 3, 1)
TARGET = replace(terms().targets[0], due_on=DUE, evidence=EvidenceForm.VIDEO)
DAYS = st.dates(date(2027, 1, 1), date(2027, 4, 1))


@given(st.sets(DAYS, max_size=60), st.booleans())
def test_it_is_asked_once_at_most_and_never_after_its_day(days: set[date], rarely: bool) -> None:
    told = [day for day in sorted(days) if is_asked_for(TARGET, day, [d for d in days if d < day], rarely=rarely)]
    assert len(told) <= 1
    assert all(timedelta(0) <= DUE - day <= timedelta(days=14) for day in told)
    near = [day for day in days if timedelta(0) <= DUE - day <= timedelta(days=7)]
    assert told or not near


@pytest.mark.parametrize("form", [EvidenceForm.ORAL, EvidenceForm.PEER_TEACHING, EvidenceForm.OTHER])
def test_what_is_done_where_people_meet_is_not_asked_for(form: EvidenceForm) -> None:
    assert not is_asked_for(replace(TARGET, evidence=form), DUE, (), rarely=False)


def prompt(world: World) -> str:
    (message,) = [m for d, m in world.render_all() if d.notice == "check-in-due" and m]
    return str(message.blocks)


def near_its_day(world: World) -> int:
    """A contract whose target is due in the week of its first check-in."""
    contract = world.agree(targets=(replace(TARGET, due_on=world.now.date() + timedelta(days=4)),))
    asked(world, contract)
    return contract.id


def test_the_check_in_near_its_day_asks_for_it_until_something_is_there(world: World) -> None:
    contract = near_its_day(world)
    assert ADD in prompt(world)
    world.do(evidence.take_links, world.student, "https://docs.example/d/1", "1.1")
    assert ADD not in prompt(world)  # they are about to show something
    world.do(evidence.drop, world.student, 1)
    assert ADD in prompt(world)
    world.do(giving.give, world.student, contract, GivenEvidence("My poem", "It rhymes"), Handed((), "view:1"))
    assert ADD not in prompt(world)


def test_a_check_in_far_from_it_asks_for_nothing(world: World) -> None:
    contract = world.agree(targets=(TARGET,))
    asked(world, contract)
    assert ADD not in prompt(world)


def shelf(world: World, contract: int) -> Shelf:
    with world.uow() as uow:
        found = uow.contracts.get(contract)
        assert found is not None
        return shelf_of(uow, found)


def test_the_newest_are_listed_with_who_has_looked(world: World) -> None:
    contract = world.agree().id
    for number in range(LISTED_MOST + 3):
        given = GivenEvidence(f"Poem {number}", "It rhymes")
        world.do(giving.give, world.student, contract, given, Handed((), f"view:{number}"))
        world.later(minutes=1)
    world.do(evidence.seen, world.teacher, LISTED_MOST + 3)
    found = shelf(world, contract)
    assert [one.name for one in found.pieces] == ["Poem 7", "Poem 6", "Poem 5", "Poem 4", "Poem 3"]
    assert [one.looked for one in found.pieces] == [("Ms Lee",), (), (), (), ()]
    assert found.more == 3
    world.render_all()


def test_what_nobody_was_shown_is_not_listed(world: World) -> None:
    contract = world.agree().id
    world.do(evidence.take_links, world.student, "https://docs.example/d/1", "1.1")
    world.do(giving.give, world.student, contract, GivenEvidence("My poem", "It rhymes"), Handed((), "view:1"))
    world.do(evidence.drop, world.student, 2)
    assert shelf(world, contract) == Shelf()


def test_where_files_are_refused_a_contract_that_names_one_says_so(world: World) -> None:
    contract = world.agree(targets=(TARGET,)).id
    plain = world.agree(world.classmate).id
    world.do(evidence.take, world.student, [("F1", "a.mp4")], "", "1.1")
    assert not shelf(world, contract).no_files
    world.do(evidence.not_fetched, world.accord, 1, Why.NOT_ALLOWED)
    assert shelf(world, contract).no_files
    assert not shelf(world, plain).no_files
    world.do(evidence.take, world.student, [("F2", "b.jpg")], "", "2.1")
    arrives(world, 2)
    assert not shelf(world, contract).no_files

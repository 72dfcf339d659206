"""Check-ins follow the contract: one ahead while it runs, none otherwise."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.activities.checking_in import planning
from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.contract import Contract
from tests.world import World


def follow(world: World, contract: Contract) -> Contract:
    with world.uow() as uow:
        return uow.contracts.save(planning.follow(uow, contract, world.classroom))


def all_of(world: World, contract: Contract) -> list[CheckIn]:
    with world.uow() as uow:
        return uow.check_ins.of_contract(contract.id)


def test_a_new_contract_has_one_check_in_ahead_and_an_end(world: World) -> None:
    contract = world.agree()
    (ahead,) = all_of(world, contract)
    assert (ahead.number, ahead.state, ahead.due_at) == (
        1,
        CheckInState.PLANNED,
        datetime(2027, 1, 11, 8, 45, tzinfo=UTC),
    )
    assert contract.ends_at == datetime(2027, 3, 13, tzinfo=UTC)


def test_following_again_changes_nothing(world: World) -> None:
    contract = world.agree()
    before = all_of(world, contract)
    assert follow(world, contract).ends_at == contract.ends_at
    assert all_of(world, contract) == before


def test_the_students_zone_goes_before_the_classs(world: World) -> None:
    with world.uow() as uow:
        person = uow.people.of(world.student.user)
        assert person is not None
        uow.people.save(replace(person, timezone="America/New_York"))
    contract = world.agree()
    (ahead,) = all_of(world, contract)
    assert ahead.due_at == datetime(2027, 1, 11, 13, 45, tzinfo=UTC)
    assert contract.ends_at == datetime(2027, 3, 13, 5, 0, tzinfo=UTC)


def test_a_zone_that_nobody_knows_falls_back_to_the_classs(world: World) -> None:
    with world.uow() as uow:
        person = uow.people.of(world.student.user)
        assert person is not None
        uow.people.save(replace(person, timezone="Mars/Olympus_Mons"))
    assert all_of(world, world.agree())[0].due_at == datetime(2027, 1, 11, 8, 45, tzinfo=UTC)


def test_other_terms_move_the_one_that_is_planned(world: World) -> None:
    contract = world.agree()
    changed = world.terms(check_in_days=("WE",), check_in_time=time(10, 0), ends_on=date(2027, 3, 5))
    with world.uow() as uow:
        contract = uow.contracts.save(
            life.propose_change(contract, changed, Side.STUDENT, world.student.user, world.now)
        )
    contract = follow(world, contract)
    assert all_of(world, contract)[0].due_at == datetime(2027, 1, 11, 8, 45, tzinfo=UTC)  # still by what is agreed
    number = contract.on_the_table.number
    contract = follow(world, life.agree_to_change(contract, number, Side.TEACHER, world.teacher.user, world.now))
    (ahead,) = all_of(world, contract)
    assert (ahead.number, ahead.due_at) == (1, datetime(2027, 1, 13, 10, 0, tzinfo=UTC))
    assert contract.ends_at == datetime(2027, 3, 6, tzinfo=UTC)


def test_one_that_is_due_but_not_asked_yet_is_not_lost(world: World) -> None:
    contract = world.agree()
    before = all_of(world, contract)
    world.later(minutes=50)
    follow(world, contract)
    assert all_of(world, contract) == before


def test_a_closed_contract_has_nothing_ahead(world: World) -> None:
    contract = follow(world, life.close(world.agree(), "moved away", world.teacher.user, world.now))
    assert contract.ends_at is None
    assert [c.state for c in all_of(world, contract)] == [CheckInState.DROPPED]


def test_a_check_in_never_comes_in_the_quiet_hours(world: World) -> None:
    contract = world.agree(check_in_time=time(22, 0))
    (ahead,) = all_of(world, contract)
    assert ahead.due_at == datetime(2027, 1, 11, 22, 0, tzinfo=UTC)
    assert ahead.wake_at == datetime(2027, 1, 12, 7, 0, tzinfo=UTC)

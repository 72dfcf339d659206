"""The ticker finds what is due by its clock, whoever moves it, and one failure stops nothing else."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.activities.checking_in import answering, prompting, taking_back
from bot.activities.waiting import use_cases as waiting
from bot.domain.actor import Actor
from bot.domain.check_ins import Act, CheckInState
from bot.domain.contract import Contract, Status
from bot.jobs import ticker
from bot.jobs.ticker import Every, Ticker
from bot.runner import Inline, Runner
from storage.queries.due import agendas
from storage.unit_of_work import UnitOfWork
from tests.world import World

DUE = datetime(2027, 1, 11, 8, 45, tzinfo=UTC)
DAY = timedelta(days=1)


class Clockwork:
    """A ticker on the world's clock, with a count of the calls that woke delivery."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.woken = asyncio.Event()
        runner = Runner(world.transactions.begin, Inline(), self, self.woken.set)
        self.ticker = Ticker(agendas(world.engine), runner, Inline(), self, self.woken.set)

    def now(self) -> datetime:
        return self.world.now

    async def at(self, moment: datetime) -> None:
        self.world.now = moment
        await self.ticker.tick()


@pytest.fixture
def clock(world: World) -> Clockwork:
    return Clockwork(world)


def states(world: World, contract: Contract) -> list[CheckInState]:
    with world.uow() as uow:
        return [c.state for c in uow.check_ins.of_contract(contract.id)]


def status(world: World, contract: Contract) -> Status:
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
    assert found is not None
    return found.status


async def test_a_term_passes(clock: Clockwork, world: World) -> None:
    contract = world.agree()
    assert contract.ends_at is not None
    moment = DUE
    while moment < contract.ends_at:
        await clock.at(moment)
        moment += timedelta(hours=6)
    weeks = [CheckInState.MISSED] * 8
    assert states(world, contract)[:8] == weeks
    assert status(world, contract) is Status.ACTIVE
    await clock.at(contract.ends_at + timedelta(hours=9))
    assert status(world, contract) is Status.REASSESSING
    assert states(world, contract)[8:] == [CheckInState.MISSED, CheckInState.PROMPTED]
    assert clock.woken.is_set()


async def test_an_end_in_the_quiet_hours_waits_for_the_morning(clock: Clockwork, world: World) -> None:
    contract = world.agree()
    assert contract.ends_at is not None
    await clock.at(contract.ends_at)
    assert status(world, contract) is Status.ACTIVE
    await clock.at(contract.ends_at + timedelta(hours=7))
    assert status(world, contract) is Status.REASSESSING


async def test_one_failure_keeps_nothing_else_waiting(
    clock: Clockwork, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    contracts = [world.agree(), world.agree(world.classmate)]
    for moment in (DUE, DUE + DAY):
        await clock.at(moment)
    broken = contracts[0].id

    def give_up(uow: UnitOfWork, actor: Actor, check_in: int) -> None:
        found = uow.check_ins.get(check_in)
        assert found is not None
        if found.contract == broken:
            raise ZeroDivisionError
        prompting.give_up(uow, actor, check_in)

    acts: dict[Any, Callable[..., None]] = {**ticker._ONE_BY_ONE, Act.GIVE_UP: give_up}
    monkeypatch.setattr(ticker, "_ONE_BY_ONE", acts)
    await clock.at(DUE + 2 * DAY)
    assert [states(world, c)[0] for c in contracts] == [CheckInState.REMINDED, CheckInState.MISSED]
    monkeypatch.undo()
    await clock.at(DUE + 2 * DAY + timedelta(minutes=5))
    assert states(world, contracts[0])[0] is CheckInState.MISSED


async def test_it_ticks_by_itself_and_stops(clock: Clockwork, world: World) -> None:
    contract = world.agree()
    world.now = DUE
    clock.ticker.start()
    await clock.woken.wait()
    while states(world, contract) == [CheckInState.PLANNED]:
        await asyncio.sleep(0)
    await clock.ticker.stop()
    assert states(world, contract) == [CheckInState.PROMPTED]


async def test_stopping_one_that_never_started_is_nothing(clock: Clockwork) -> None:
    await clock.ticker.stop()
    assert not clock.woken.is_set()


async def test_an_answer_ends_the_check_in_and_plans_the_next(clock: Clockwork, world: World) -> None:
    contract = world.agree()
    await clock.at(DUE)
    with world.uow() as uow:
        (asked,) = uow.check_ins.of_contract(contract.id)
    world.do(answering.hear, world.student, asked.id, "7 of 10, the lists helped", "1.1")
    assert states(world, contract) == [CheckInState.ANSWERED, CheckInState.PLANNED]
    assert world.do(taking_back.correct, world.student, "6", "1.1")
    with world.uow() as uow:
        (reply,) = uow.replies.to(asked)
    assert (str(reply.value), reply.typed) == ("6", {"1.1": "6"})


@pytest.mark.parametrize("missed", [timedelta(seconds=9), timedelta(days=20_000)])
def test_times_that_were_missed_are_not_counted(missed: timedelta) -> None:
    every, began = Every(timedelta(seconds=5)), DUE
    assert every.get_next_fire_time(None, began) == began
    assert every.get_next_fire_time(began, began + missed) == began + missed + timedelta(seconds=5)


async def test_a_clock_that_was_set_back_holds_no_job_up(clock: Clockwork) -> None:
    clock.ticker.start()
    try:
        jobs = clock.ticker._scheduler.get_jobs()
        for job in jobs:
            job.modify(next_run_time=datetime.now(UTC) + timedelta(hours=2))
        clock.ticker.clock_was_set()
        assert clock.woken.is_set()
        assert all(job.next_run_time <= datetime.now(UTC) for job in clock.ticker._scheduler.get_jobs())
    finally:
        await clock.ticker.stop()


def reminders(world: World) -> list[tuple[str, str]]:
    ours = {"waits-for-you", "teacher-reminded", "your-turn"}
    return [(one.lane, one.notice) for one in world.deliveries() if one.notice in ours]


async def test_what_waits_is_looked_for_each_hour_and_said_once(clock: Clockwork, world: World) -> None:
    world.proposed()
    wednesday = DUE + 2 * DAY
    await clock.at(wednesday - timedelta(minutes=30))
    assert reminders(world) == []
    await clock.at(wednesday + timedelta(minutes=15))
    assert reminders(world) == []  # not before the hour is over
    for minutes in (31, 95, 160):
        await clock.at(wednesday + timedelta(minutes=minutes))
    assert sorted(reminders(world)) == [
        ("USTUDENT", "teacher-reminded"),
        ("UTEACHER", "waits-for-you"),
        ("UTEACHER2", "waits-for-you"),
    ]


async def test_a_class_that_fails_keeps_no_other_from_being_remembered(
    clock: Clockwork, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.proposed()
    looked: list[int] = []

    def broken(uow: UnitOfWork, actor: Actor, classroom: int) -> None:
        looked.append(classroom)
        raise RuntimeError("broken")

    monkeypatch.setattr(waiting, "remind", broken)
    await clock.at(DUE + 2 * DAY)
    await clock.at(DUE + 3 * DAY)
    assert looked == [world.classroom.id, world.classroom.id]


async def test_a_digest_comes_on_its_day_once(clock: Clockwork, world: World) -> None:
    world.proposed()
    await clock.ticker._keep_house()  # whoever teaches has one from then on
    monday = DUE + 7 * DAY - timedelta(minutes=45)
    for moment in (DUE, monday - timedelta(minutes=1), monday, monday + DAY):
        await clock.at(moment)
    assert sorted(d.lane for d in world.deliveries() if d.notice == "teacher-digest") == ["UTEACHER", "UTEACHER2"]

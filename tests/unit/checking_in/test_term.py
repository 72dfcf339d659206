"""Whole terms with random answers, silence, downtime and changes: what always holds of check-ins."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.activities.checking_in import answering, planning, reads, taking_back
from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.check_ins import LIVE, CheckInState
from bot.domain.contract import Contract, Status
from bot.domain.outbox import Verb
from tests.unit.checking_in.steps import check_ins, tick
from tests.world import World

ZONES = ("Europe/Vienna", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")


class Term:
    """One student's term, driven by a seed."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.dice = random.Random(seed)
        self.contract = world.agree(ends_on=date(2027, 5, 28), check_in_days=self._days()).id
        self._messages = 0

    def _days(self) -> tuple[str, ...]:
        return tuple(self.dice.sample(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], self.dice.randint(1, 4)))

    def now(self) -> Contract:
        with self.world.uow() as uow:
            found = uow.contracts.get(self.contract)
        assert found is not None
        return found

    def step(self) -> None:
        self.dice.choice([self.wait, self.wait, self.wait, self.answer, self.edit, self.change, self.move])()

    def wait(self) -> None:
        """A few hours; sometimes nobody was running for days."""
        self.world.later(hours=self.dice.choice([1, 7, 24, 24, 80]))
        tick(self.world)

    def answer(self) -> None:
        waiting = self.world.do(reads.newest_awaiting, self.world.student)
        if waiting is not None:
            self._messages += 1
            text = self.dice.choice(["5", "7 of 10", "fine", "3 or 4"])
            self.world.do(answering.hear, self.world.student, waiting.check_in.id, text, f"{self._messages}.1")

    def edit(self) -> None:
        self.world.do(taking_back.correct, self.world.student, "6", f"{self.dice.randint(1, 20)}.1")

    def change(self) -> None:
        with self.world.uow() as uow:
            found = uow.contracts.get(self.contract)
            assert found is not None
            now, user = self.world.now, self.world.student.user
            terms = replace(found.in_force.terms, check_in_days=self._days())
            if found.on_the_table.terms == terms:
                return
            found = life.propose_change(found, terms, Side.STUDENT, user, now)
            number = found.on_the_table.number
            found = life.agree_to_change(found, number, Side.TEACHER, self.world.teacher.user, now)
            uow.contracts.save(planning.follow(uow, found, self.world.classroom))

    def move(self) -> None:
        with self.world.uow() as uow:
            person = uow.people.of(self.world.student.user)
            assert person is not None
            uow.people.save(replace(person, timezone=self.dice.choice(ZONES)))
            planning.move_with(uow, person.user)


@pytest.mark.parametrize("seed", range(4))
def test_a_term(world: World, seed: int) -> None:
    term = Term(world, seed)
    for _ in range(100):
        term.step()
        contract = term.now()
        assert contract.status is Status.ACTIVE
        found = check_ins(world, contract)
        live = [c for c in found if c.state in LIVE]
        last_day = contract.in_force.terms.ends_on - timedelta(days=8)
        assert len(live) == 1 or (not live and world.now.date() >= last_day)
        assert [c.number for c in found] == list(range(1, len(found) + 1))
        assert all((c.wake_at is not None) == (c.state in LIVE) for c in found)
    assert_said_once(world)
    assert any(c.state is CheckInState.ANSWERED for c in check_ins(world, term.now()))


def assert_said_once(world: World) -> None:
    """Each prompt, reminder and word to a teacher at most once for each check-in, and none at night."""
    kinds = ("check-in-due", "check-in-reminder", "check-in-missed", "class-check-ins")
    said = [d for d in world.deliveries() if d.verb is Verb.POST and d.notice in kinds]
    counted = Counter((d.notice, d.lane, d.subject) for d in said)
    assert counted
    assert set(counted.values()) == {1}

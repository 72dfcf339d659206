"""Everybody tries everything, in any order, for a while: what always holds, and that every message can be shown."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.activities.changing import use_cases as changing
from bot.activities.reviewing import use_cases as reviewing
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import CheckInState
from bot.domain.contract import RUNNING, Contract, Status
from tests.unit.contract.forms import WORDS, as_shown
from tests.unit.reviewing.scenes import announced, messages, now_is
from tests.world import World

TEXTS = ["Which essays?", "<!channel> *x* @here", "", "x" * 2000, "Because", "Why not more?"]
GOALS = ["7", "8", "9,5", "14/20", "2"]
ENDS = ["12 March 2027", "1 April 2027", "2 April 2027", "31 February"]


def _form(pick: random.Random, contract: Contract) -> Any:
    terms = (contract.agreed or contract.on_the_table).terms
    shown = as_shown(terms, pick.choice(list(Side)))
    typed = {"t0_goal": pick.choice(GOALS), "ends_on": pick.choice(ENDS), "supports": pick.choice(TEXTS)}
    return replace(shown, texts={**shown.texts, **typed})


Step = Callable[[random.Random, World, Actor, Contract, int], Any]
STEPS: list[Step] = [
    lambda p, w, a, c, v: w.do(reviewing.approve, a, c.id, v),
    lambda p, w, a, c, v: w.do(reviewing.ask, a, c.id, v, p.choice(TEXTS)),
    lambda p, w, a, c, v: w.do(reviewing.hear, a, c.id, p.choice(TEXTS), "1.1"),
    lambda p, w, a, c, v: w.do(reviewing.suggest, a, c.id, v, _form(p, c)),
    lambda p, w, a, c, v: w.do(reviewing.sign, a, c.id, v),
    lambda p, w, a, c, v: w.do(reviewing.counter, a, c.id, v, _form(p, c)),
    lambda p, w, a, c, v: w.do(reviewing.wonder, a, c.id, v, p.choice(TEXTS)),
    lambda p, w, a, c, v: w.do(reviewing.explain, a, c.id, p.randint(0, 12), p.choice(TEXTS)),
    lambda p, w, a, c, v: w.do(changing.propose, a, c.id, v, _form(p, c)),
    lambda p, w, a, c, v: w.do(changing.sign, a, c.id, v),
    lambda p, w, a, c, v: w.do(changing.decline, a, c.id, v, p.choice(TEXTS)),
    lambda p, w, a, c, v: w.do(changing.take_back, a, c.id, v),
    lambda p, w, a, c, v: w.do(changing.show_contract, a, "C1", w.student.user if a is not w.student else ""),
]


@pytest.mark.parametrize("seed", range(4))
def test_any_order(world: World, seed: int) -> None:
    pick = random.Random(seed)
    contract = announced(world)
    people = [*(world.teacher, world.student) * 3, world.teacher2, world.classmate]
    seen: list[Any] = []
    told: list[str] = []
    unchanged: list[bool] = []
    done = 0
    for _ in range(70):
        standing = now_is(world, contract)
        version = standing.on_the_table.number if pick.random() < 0.9 else pick.randint(0, 9)
        try:
            pick.choice(STEPS)(pick, world, pick.choice(people), standing, version)
            done += 1
        except Refusal as refusal:
            told.append(WORDS(f"refusal-{refusal.key}", **refusal.args_for_copy))
            unchanged.append(now_is(world, contract) == standing)
        seen = _still_holds(world, contract, seen)
        world.later(minutes=pick.randint(1, 60))
    assert done > 5
    assert all(told)
    assert all(unchanged)
    assert set(world.kinds("C1")) <= {"look-in-messages"}
    assert messages(world)


def _still_holds(world: World, contract: Contract, seen: list[Any]) -> list[Any]:
    found = now_is(world, contract)
    with world.uow() as uow:
        history = uow.contracts.history(contract.id)
        planned = uow.check_ins.in_state(contract.id, CheckInState.PLANNED)
    assert history[: len(seen)] == seen
    if found.status in RUNNING:
        assert found.in_force.agreed
    if found.status is Status.ACTIVE:
        assert found.on_the_table == found.in_force
    assert len(planned) == (1 if found.status in RUNNING else 0)
    assert any(c.author is Side.STUDENT for t in found.on_the_table.terms.targets for c in t.criteria)
    return history

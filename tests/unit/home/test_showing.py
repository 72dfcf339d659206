"""Home has room, and every button on it leads somewhere."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from bot.activities.home.desk_messages import LINES_MOST
from bot.activities.home.messages import BLOCKS_MOST, fit
from bot.activities.looking_back import use_cases as looking_back
from bot.domain import contract as life
from bot.domain.actor import Actor, Side
from bot.domain.classroom import Membership, Person
from bot.domain.desk import PAGE
from bot.domain.terms import Criterion
from handlers import router
from prompts.words import words_for
from tests.unit.home.pages import brief, buttons, prompted, save, shown
from tests.world import WORKSPACE, World, terms


class TestRoom:
    """A Home has 100 blocks, however large the class."""

    def crowd(self, world: World, count: int, then: Callable[[Actor], Any] | None = None) -> None:
        for i in range(count):
            actor = Actor(WORKSPACE, f"UCROWD{i}")
            with world.uow() as uow:
                uow.people.add(Person(WORKSPACE, actor.user, f"Student {i:03} " + "x" * 60))
                uow.memberships.add(Membership(WORKSPACE, world.classroom.id, actor.user, Side.STUDENT, world.now))
            if then is not None:
                then(actor)

    def test_of_a_long_class_a_page_stands_there_and_a_button_leads_to_the_others(self, world: World) -> None:
        self.crowd(world, PAGE + 20)
        part = brief(world, world.teacher).teaches[0]
        assert (len(part.rows), part.more_rows) == (PAGE, 22)
        assert ("home.class", f"{world.classroom.id}:0:all:") in buttons(shown(world, world.teacher))

    def test_of_much_that_waits_the_oldest_stands_there_and_a_button_leads_to_the_others(self, world: World) -> None:
        self.crowd(world, LINES_MOST, lambda actor: world.proposed(actor))
        assert "home.waiting" not in [action for action, _ in buttons(shown(world, world.teacher))]
        world.proposed()
        blocks = shown(world, world.teacher)
        assert len(blocks) <= BLOCKS_MOST
        assert [action for action, _ in buttons(blocks)].count("home.look") == LINES_MOST
        assert ("home.waiting", "") in buttons(blocks)

    def test_long_words_everywhere_fit(self, world: World) -> None:
        long = "é" * 3000
        target = replace(
            terms().targets[0],
            statement=long,
            unit=long,
            strategies=long,
            goal=Decimal("1e30"),
            criteria=(Criterion(long, Side.STUDENT),) * 4,
        )
        everything: dict[str, Any] = {"targets": (target,) * 3, "hardest": long, "strengths": long, "supports": long}
        world.agree(**everything)
        world.proposed(world.classmate, **everything)
        shown(world, world.student)
        shown(world, world.classmate)
        shown(world, world.teacher)

    @pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 500])
    def test_what_does_not_fit_is_left_out(self, count: int) -> None:
        block = {"type": "divider"}
        made = fit([block] * count, words_for())
        assert len(made) == min(count, BLOCKS_MOST)
        assert made[-1:] == [block] * min(count, 1)
        assert (made[-2:-1] == [block]) is (1 < count <= BLOCKS_MOST)


def test_every_button_on_home_leads_somewhere(world: World) -> None:
    answered = {action for r in router.ALL for action in r.presses}
    found: set[str] = set()

    def look() -> None:
        for actor in (world.student, world.classmate, world.teacher, world.admin, world.stranger):
            found.update(action for action, _ in buttons(shown(world, actor)))

    look()
    proposed = world.proposed(world.classmate)
    look()
    save(world, life.ask(proposed, 1, "How many?", world.teacher.user, world.now))
    look()
    agreed = world.agree()
    prompted(world, agreed)
    look()
    changed = replace(agreed.in_force.terms, hardest="Something else")
    asked = save(world, life.propose_change(agreed, changed, Side.TEACHER, world.teacher.user, world.now))
    look()
    other = replace(changed, hardest="Another thing")
    save(world, life.propose_change(asked, other, Side.STUDENT, world.student.user, world.now))
    look()
    assert agreed.ends_at is not None
    world.now = agreed.ends_at
    world.do(looking_back.begin, Actor(WORKSPACE, ""), agreed.id)
    look()
    assert found - answered == set()

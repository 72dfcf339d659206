"""A teacher who writes under a proposal in parts asks, or explains, once."""

from datetime import timedelta

import pytest

from bot.activities.reviewing import use_cases as reviewing
from bot.domain.actor import Refusal
from bot.domain.contract import Contract, Happening, Status
from bot.domain.outbox import DeliveryState
from tests.unit.listening.test_passing_on import posted, told, typed
from tests.unit.reviewing import scenes
from tests.world import World

FIRST, SECOND = "Which essays do you mean?", "And how will you count them?"


def writes(world: World, text: str, thread: str, after: float = 2) -> None:
    world.now += timedelta(seconds=after)
    typed(world, world.teacher, text, thread, f"{world.now.timestamp():.6f}")


def history(world: World, contract: Contract) -> list[Happening]:
    with world.uow() as uow:
        return uow.contracts.history(contract.id)


def to_be_read(world: World, notice: str) -> list[str]:
    """What the student gets to see."""
    waits = {d.id for d in told(world, "USTUDENT", notice) if d.state is DeliveryState.WAITING}
    return [str(m.blocks) for d, m in world.render_all() if d.id in waits and m is not None and d.refreshes is None]


@pytest.mark.parametrize("parts", [(FIRST, SECOND), (FIRST, SECOND, "Just curious")])
def test_a_question_in_parts_is_one_question(world: World, parts: tuple[str, ...]) -> None:
    contract = scenes.announced(world)
    under = posted(world, world.teacher.user, "proposal-card")
    for part in parts:
        writes(world, part, under)
    (read,) = to_be_read(world, "teacher-asked")
    assert all(part in read for part in parts)
    assert history(world, contract)[-1].detail["text"] == "\n".join(parts)
    card = next(str(m.blocks) for d, m in world.render_all() if d.notice == "proposal-card" and m is not None)
    assert card.count(FIRST) == 1
    assert world.kinds(world.teacher.user).count("remark") == len(parts)


def test_the_answer_is_to_all_of_it(world: World) -> None:
    contract = scenes.announced(world)
    under = posted(world, world.teacher.user, "proposal-card")
    writes(world, FIRST, under)
    writes(world, SECOND, under)
    thread = posted(world, "USTUDENT", "teacher-asked")
    typed(world, world.student, "The next three, with a pencil", thread, "9999.000100")
    assert history(world, contract)[-1].action == "answered"
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
    assert found is not None
    assert found.status is Status.PROPOSED


def test_what_comes_later_is_no_part_of_it(world: World) -> None:
    contract = scenes.announced(world)
    under = posted(world, world.teacher.user, "proposal-card")
    writes(world, FIRST, under)
    with pytest.raises(Refusal, match="you-decided-already"):
        writes(world, SECOND, under, after=60)
    assert history(world, contract)[-1].detail["text"] == FIRST


def test_nor_is_what_a_colleague_writes(world: World) -> None:
    contract = scenes.announced(world)
    under = posted(world, world.teacher.user, "proposal-card")
    theirs = posted(world, world.teacher2.user, "proposal-card")
    writes(world, FIRST, under)
    with pytest.raises(Refusal, match="somebody-decided"):
        typed(world, world.teacher2, f"{FIRST}\n{SECOND}", theirs, "9999.000100")
    assert history(world, contract)[-1].detail["text"] == FIRST


def test_an_explanation_in_parts_is_one_explanation(world: World) -> None:
    contract = scenes.amended(world)
    world.do(reviewing.wonder, world.student, contract.id, 2, "Why one essay?")
    under = posted(world, world.teacher.user, "student-wondered")
    writes(world, "It is enough for now.", under)
    writes(world, "We can add more in spring.", under)
    (read,) = to_be_read(world, "teacher-explained")
    assert read.count("It is enough for now.") == 1
    assert "We can add more in spring." in read

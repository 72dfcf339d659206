"""What the tests of looking back begin with: a contract whose end has come."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.activities.looking_back import use_cases as looking_back
from bot.domain.actor import Actor, Side
from bot.domain.contract import Contract, Status
from bot.domain.evidence import Piece, PieceState
from bot.domain.look_back import Assessment
from bot.domain.terms import Criterion
from tests.world import WORKSPACE, World, terms

NOBODY = Actor(WORKSPACE, "")
"""The scheduler's actor."""


def with_criteria(*counts: int) -> dict[str, Any]:
    """Terms with a target for each count, which has so many criteria."""
    sample = terms().targets[0]
    return {
        "targets": tuple(
            replace(
                sample,
                statement=f"Target {t}",
                criteria=tuple(Criterion(f"Criterion {t}.{c}", Side.STUDENT) for c in range(count)),
            )
            for t, count in enumerate(counts)
        )
    }


class End:
    """A contract with two criteria at its end."""

    def __init__(self, world: World, **changed: Any) -> None:
        self.world = world
        agreed = world.agree(**(changed or with_criteria(2)))
        self.id = agreed.id
        assert agreed.ends_at is not None
        self.ends_at: datetime = agreed.ends_at
        world.now = self.ends_at
        world.do(looking_back.begin, NOBODY, self.id)

    @property
    def contract(self) -> Contract:
        with self.world.uow() as uow:
            found = uow.contracts.get(self.id)
        assert found is not None
        return found

    def status(self) -> Status:
        return self.contract.status

    def assess(
        self, actor: Actor, ratings: Mapping[int, int] | None = None, reflection: str = "Reading aloud helped"
    ) -> None:
        self.world.do(looking_back.assess, actor, self.id, ratings or {0: 3, 1: 4}, reflection)

    def assessments(self) -> dict[str, Assessment]:
        with self.world.uow() as uow:
            return {a.side: a for a in uow.assessments.of_contract(self.id)}

    def begun(self) -> Assessment:
        """What the student has begun to say, or said."""
        with self.world.uow() as uow:
            found = uow.assessments.begun(self.id, Side.STUDENT)
        assert found is not None
        return found

    def shows(self, name: str) -> int:
        """A piece of evidence that the student shows; its id."""
        with self.world.uow() as uow:
            now, number = self.world.now, len(uow.pieces.of_contract(self.id)) + 1
            whose = (WORKSPACE, self.id, self.world.student.user, 0)
            came = Piece(*whose, f"1.{number}", f"F{number}", name, "", now, PieceState.KEPT, shown_at=now)
            return uow.pieces.add(came).id

    def tick(self, **later: float) -> None:
        """The scheduler looks at the contract, so much later."""
        self.world.later(**later)
        self.world.do(looking_back.begin, NOBODY, self.id)

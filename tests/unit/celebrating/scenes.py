"""What the tests of milestones begin with: an agreed contract, and numbers logged on the way."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.activities.celebrating import use_cases as celebrating
from bot.domain.check_ins import CheckIn, CheckInState, Consent, Milestone, Reply
from bot.domain.contract import Contract
from bot.domain.outbox import Delivery
from bot.domain.progress import Point
from bot.language.shoutout import token
from tests.world import WORKSPACE, World


class Way:
    """A student on the way of one contract. Its target goes from 2 to 8: 5 is halfway."""

    def __init__(self, world: World, **changed: Any) -> None:
        self.world = world
        self.contract: Contract = world.agree(**changed)
        self.numbers = 100

    def log(self, value: str | None, target: int = 0) -> Reply:
        """A new check-in with this number."""
        self.numbers += 1
        with self.world.uow() as uow:
            check_in = uow.check_ins.add(
                CheckIn(
                    WORKSPACE,
                    self.contract.id,
                    self.contract.student,
                    self.numbers,
                    self.world.now,
                    None,
                    CheckInState.ANSWERED,
                )
            )
            said = Decimal(value) if value is not None else None
            reply = uow.replies.add(Reply(WORKSPACE, check_in.id, self.contract.id, target, said, self.world.now))
            celebrating.notice_points(uow, self.contract, reply)
        self.world.now += timedelta(minutes=1)
        return reply

    def correct(self, reply: Reply, value: str | None) -> Reply:
        edited = replace(reply, value=Decimal(value) if value is not None else None, edited_at=self.world.now)
        with self.world.uow() as uow:
            uow.replies.save(edited)
            celebrating.notice_points(uow, self.contract, edited)
        self.world.now += timedelta(minutes=1)
        return edited

    def milestones(self) -> list[Milestone]:
        with self.world.uow() as uow:
            return uow.milestones.of_contracts(self.contract.id)

    def consents(self) -> dict[Point, Consent]:
        return {m.point: m.consent for m in self.milestones()}

    def asked(self) -> tuple[int, str]:
        """(milestone, token) of the newest open question."""
        newest = [m for m in self.milestones() if m.consent is Consent.ASKED][-1]
        return newest.id, token(newest)

    def questions(self) -> list[Delivery]:
        return [d for d in self.world.deliveries() if d.notice == "milestone-reached" and d.refreshes is None]

"""A student's answers, in the words of a test."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from bot.activities.checking_in import answering, planning
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.hearing import listening
from bot.activities.hearing.listening import DirectMessage
from bot.domain import contract as life
from bot.domain.contract import Contract
from tests.unit.checking_in.steps import replies
from tests.world import World, terms

FORM = ReplyForm(("7/10",), "Reading aloud", "Long sentences", "Shorter ones", 4, "https://example.org/essay")


def two_targets() -> dict[str, Any]:
    sample = terms().targets[0]
    return {"targets": (sample, replace(sample, statement="Read every evening", unit="pages", goal=Decimal(200)))}


def types(world: World, text: str, at: int) -> None:
    """Type it to Accord, so many seconds after 1970."""
    words = DirectMessage("D1", text, f"{at}.000100", f"said:D1:{at}")
    world.do(listening.hear, world.student, words, greets=lambda locale: False)


def say(world: World, check_in: int, text: str, ts: str = "1.1") -> None:
    world.do(answering.hear, world.student, check_in, text, ts)


def value(world: World, check_in: int, target: int = 0) -> Decimal | None:
    return replies(world, check_in)[target].value


def end(world: World, contract: Contract) -> None:
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
        assert found is not None
        closed = life.close(found, "moved away", "UTEACHER", world.now)
        uow.contracts.save(planning.follow(uow, closed, world.classroom))

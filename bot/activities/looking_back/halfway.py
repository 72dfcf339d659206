"""Halfway a student may rate the signs of success: for nobody else, until both have looked back."""

from collections.abc import Mapping

from bot.activities import access
from bot.activities.looking_back import halfway_messages as messages
from bot.activities.looking_back.halfway_messages import HalfwayBrief, HalfwayNoted
from bot.domain.actor import Actor, Refusal
from bot.domain.contract import RUNNING, Contract
from bot.domain.halfway import Halfway, rated_signs
from bot.domain.look_back import criteria_of
from bot.messages.briefs import NothingToSay, only_to, say
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor, contract: int) -> HalfwayBrief:
    found = _running(uow, actor, contract)
    return HalfwayBrief(found, uow.halfways.of(found.id))


def rate(uow: UnitOfWork, actor: Actor, contract: int, ratings: Mapping[int, int]) -> None:
    """Store how they rate, or change it."""
    found = _running(uow, actor, contract)
    signs = rated_signs(found.in_force.terms, ratings)
    known = uow.halfways.of(found.id)
    uow.halfways.put(Halfway(uow.workspace, found.id, actor.user, signs, uow.now))
    if known is None:
        tell(uow, actor.user, HalfwayNoted(found.id))
    refresh(uow, f"contract:{found.id}")


def is_open(uow: UnitOfWork, contract: Contract) -> bool:
    """Whether there is something to rate, and it is not."""
    if contract.status not in RUNNING or not criteria_of(contract.in_force.terms):
        return False
    return uow.halfways.of(contract.id) is None


def _running(uow: UnitOfWork, actor: Actor, contract: int) -> Contract:
    found, _ = access.contract_as_student(uow, actor, contract)
    if found.status not in RUNNING:
        raise Refusal("halfway-over")
    if not criteria_of(found.in_force.terms):
        raise Refusal("old-button")
    return found


def _noted(uow: UnitOfWork, notice: HalfwayNoted, reader: str) -> HalfwayBrief:
    found = uow.contracts.get(notice.contract)
    if found is None or found.agreed is None:
        raise NothingToSay("contract")
    only_to(found.student, reader)
    may_ask = any(piece.can_be_shown for piece in uow.pieces.of_contract(found.id))
    return HalfwayBrief(found, uow.halfways.of(found.id), may_ask)


say(HalfwayNoted, shown=_noted, blocks=messages.halfway_noted)

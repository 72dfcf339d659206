"""Somebody wants to stop, or to change what was agreed. Their words change nothing: the ways to do it are shown."""

from datetime import datetime

from bot.activities import access
from bot.activities.checking_in import leaving_out, unasked
from bot.activities.contract.reads import contract_brief
from bot.activities.hearing import kinds, which_class
from bot.activities.hearing.kinds import Message
from bot.activities.hearing.notices import WaysOut, WaysOutBrief
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.contract import RUNNING
from bot.language.hearing import Kind
from bot.messages.briefs import NothingToSay, prepares
from bot.messages.tell import tell


@kinds.handles(Kind.STOP, Kind.CHANGE)
def show(uow: UnitOfWork, actor: Actor, message: Message, now: datetime) -> None:
    """The contract that is meant, with what one can do about it."""
    contracts = {c.classroom: c for c in access.own_contracts(uow, actor.user)}
    if not contracts:
        return kinds.remark(uow, actor, message, now)
    chosen = which_class.of(uow, actor, message, sorted(contracts), now)
    if chosen is None:
        return None
    kind, beside = message.heard.kind.value, unasked.beside(uow, actor, message, chosen)
    lost = beside is None and bool(message.heard.numbers)
    tell(uow, actor.user, WaysOut(contracts[chosen].id, kind, lost), now)
    if beside is not None:
        unasked.put_beside(uow, actor, *beside, message.typed, now)
    return None


@prepares(WaysOut)
def _ways_out(uow: UnitOfWork, notice: WaysOut, reader: str) -> WaysOutBrief:
    contract = uow.contracts.get(notice.contract)
    if contract is None:
        raise NothingToSay("contract")
    ahead = leaving_out.next_one(uow, contract.id) if contract.status in RUNNING else None
    return WaysOutBrief(contract_brief(uow, notice, reader), ahead.id if ahead else None)

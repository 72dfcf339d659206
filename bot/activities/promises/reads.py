"""What is shown of promises, read when it is sent."""

from dataclasses import replace
from datetime import date

from bot.activities import access
from bot.activities.promises import messages
from bot.activities.promises.messages import DueBrief, NotKeptBrief, PromiseLine, PromiseNotKept, PromisesDue
from bot.domain.actor import Side
from bot.domain.contract import Contract
from bot.domain.promises import NOTHING_KEPT, Keeping, Promise, PromiseState, keeping_of
from bot.messages.briefs import NothingToSay, name_of, only_to, say, told_apart
from storage.unit_of_work import UnitOfWork

_UNANSWERED = (PromiseState.ASKED, PromiseState.UNSAID)


def keeping(uow: UnitOfWork, contract: Contract) -> Keeping:
    """How what its teacher promised was kept so far; of what was never agreed on, nothing was."""
    terms = contract.agreed.terms if contract.agreed is not None else None
    if terms is None or not (terms.promised or any(one.when for one in terms.further)):
        return NOTHING_KEPT
    rows = uow.promises.of_contract(contract.id)
    whole = keeping_of(rows)
    if not terms.further:
        return whole
    texts = {"": terms.commitments, **{one.mark: one.text for one in terms.further}}
    lines = ((text, keeping_of([row for row in rows if row.mark == mark])) for mark, text in texts.items())
    return replace(whole, lines=tuple((text, one) for text, one in lines if one.newest is not None))


def text_of(contract: Contract, mark: str) -> str:
    """What was promised, in the words of what both signed; "" where it stands there no more."""
    if contract.agreed is None:
        return ""
    terms = contract.in_force.terms
    return next((one.text for one in terms.further if one.mark == mark), "") if mark else terms.commitments


def _due(uow: UnitOfWork, notice: PromisesDue, reader: str) -> DueBrief:
    only_to(notice.by, reader)
    taught = {place.classroom for place in access.places_of(uow, reader, Side.TEACHER)}
    rows = uow.promises.asked_on(reader, notice.day)
    contracts = {found.id: found for found in uow.contracts.among([one.contract for one in rows])} if rows else {}
    rows = [
        one for one in rows if contracts[one.contract].classroom in taught and one.state is not PromiseState.DROPPED
    ]
    if not rows:
        raise NothingToSay("nothing was promised")
    rooms = {room.id: room.name for room in uow.classrooms.among(sorted(taught))}
    called = told_apart(uow, uow.people.among(sorted({one.student for one in rows})))

    def line(one: Promise) -> PromiseLine:
        contract = contracts[one.contract]
        name = rooms[contract.classroom] if len(taught) > 1 else ""
        return PromiseLine(one, called.get(one.student, one.student), name, text_of(contract, one.mark))

    def named(state: PromiseState) -> tuple[str, ...]:
        return tuple(sorted({called.get(r.student, r.student) for r in rows if r.state is state}, key=str.casefold))

    lines = sorted((line(r) for r in rows if r.state in _UNANSWERED), key=_by_day)
    return DueBrief(
        tuple(lines),
        named(PromiseState.KEPT),
        named(PromiseState.PLANNED),
        named(PromiseState.NOT_KEPT),
        date.fromisoformat(notice.day),
        notice.day,
    )


def _by_day(one: PromiseLine) -> tuple[date, str, int]:
    return one.promise.due_on, one.student.casefold(), one.promise.id


def _not_kept(uow: UnitOfWork, notice: PromiseNotKept, reader: str) -> NotKeptBrief:
    found = uow.promises.get(notice.promise)
    contract = uow.contracts.get(found.contract) if found is not None else None
    if found is None or contract is None or found.state is not PromiseState.NOT_KEPT:
        raise NothingToSay("promise")
    only_to(found.student, reader)
    room = uow.classrooms.get(contract.classroom)
    return NotKeptBrief(
        name_of(uow, found.said_by), room.name if room else "", text_of(contract, found.mark), found.word
    )


say(PromisesDue, shown=_due, blocks=messages.promises_due)
say(PromiseNotKept, shown=_not_kept, blocks=messages.promise_not_kept)

"""A check-in that nobody asked for: what a student says on their own, by a yes or by the form.

It goes on from the check-in that is planned, so that the order of check-ins stays that of the numbers; what is planned
then is that one again, or the one after it (`bot.domain.early`). While a check-in is open, it is an answer to that one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.activities import access
from bot.activities.checking_in import planning, undoing
from bot.activities.checking_in.notices import ReplyNoted
from bot.activities.checking_in.replying_sheet import Sheet, sheet_of
from bot.activities.checking_in.replying_store import celebrate, store
from bot.activities.hearing import before, owing
from bot.activities.hearing.before import Stood
from bot.activities.ports import UnitOfWork
from bot.domain import check_ins, early, last_day
from bot.domain.actor import Actor
from bot.domain.check_ins import ASKED, LIVE, CheckIn, CheckInState, Reply
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract
from bot.domain.errors import Refusal
from bot.messages.tell import tell

_CAME = (CheckInState.ANSWERED, CheckInState.MISSED, CheckInState.EXCUSED)
_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Begun:
    """A check-in to note something at, not written yet, and how it stood before. `planned` is the one that it goes on
    from; None where it is open already, or where none lies ahead."""

    sheet: Sheet
    stood: Stood
    planned: CheckIn | None


def running(uow: UnitOfWork, actor: Actor) -> list[Contract]:
    """The actor's contracts that take numbers at any time, in classes where they still learn."""
    return [c for c in access.own_contracts(uow, actor.user) if c.status in RUNNING]


def begin(uow: UnitOfWork, actor: Actor, contract: int, now: datetime) -> Begun:
    found, classroom = running_one(uow, actor, contract)
    live = uow.check_ins.newest(contract=contract, state=tuple(LIVE))
    if live is not None and live.state in ASKED:
        sheet = sheet_of(uow, actor, live.id)
        return Begun(sheet, before.how_it_stands(uow, sheet.place), None)
    standing = live or planning.one_more(uow, found, now)
    said = {r.target: r for r in uow.replies.all(check_in=standing.id)}
    sheet = Sheet(check_ins.moved(standing, now, None), found, classroom, said)
    return Begun(sheet, before.how_it_stands(uow, sheet.place), live)


def finish(uow: UnitOfWork, actor: Actor, begun: Begun, changed: Mapping[int, Reply], now: datetime) -> None:
    """Note it, plan what comes next, and show it back."""
    sheet, planned = begun.sheet, begun.planned
    has_number = any(r.value is not None for r in changed.values())
    instead = has_number and spared(uow, sheet.contract, sheet.classroom, now) is not None
    stored = store(uow, sheet, changed, now)
    if planned is not None:
        after = planned.due_at if instead else planned.due_at - _MOMENT
        planning.plan_after(uow, sheet.contract, sheet.classroom, after)
    undoing.remember(uow, actor.user, sheet.place, begun.stood, now)
    owing.put_focus(uow, actor.user, sheet.place, now)
    tell(uow, actor.user, ReplyNoted(sheet.check_in.id), now)
    celebrate(uow, sheet.contract, stored, now)


def running_one(uow: UnitOfWork, actor: Actor, contract: int) -> tuple[Contract, Classroom]:
    """The actor's own contract, where it takes numbers at any time."""
    found, classroom = access.contract_as_student(uow, actor, contract)
    if found.status not in RUNNING:
        raise Refusal("check-in-over")
    return found, classroom


def spared(uow: UnitOfWork, contract: Contract, classroom: Classroom, now: datetime) -> CheckIn | None:
    """The planned check-in whose place a number takes that is noted now; None where it takes none."""
    planned = uow.check_ins.newest(contract=contract.id, state=CheckInState.PLANNED)
    if planned is None:
        return None
    timezone, terms = planning.zone_of(uow, contract.student, classroom), contract.in_force.terms
    last = last_day.falls_on_it(planned.due_at, terms, timezone)
    came = uow.check_ins.newest(contract=contract.id, state=_CAME)
    since = came.due_at if came else max(s.signed_at for s in contract.in_force.signatures)
    begins = last_day.begin_of(terms.ends_on, timezone) if last else None
    return planned if early.takes_the_place(now, since, planned.due_at, last_day=begins) else None

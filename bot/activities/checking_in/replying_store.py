"""What was said at a check-in is stored; what follows from it follows in the same transaction."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.activities import access
from bot.activities.celebrating import use_cases
from bot.activities.checking_in import drift, planning
from bot.activities.checking_in.notices import ReplyShared
from bot.activities.checking_in.replying_sheet import Sheet
from bot.activities.ports import UnitOfWork
from bot.domain import check_ins
from bot.domain.check_ins import ASKED, CheckInState, Reply
from bot.domain.contract import Contract
from bot.messages.tell import refresh, show_home, tell_where_none_stands


def store(uow: UnitOfWork, sheet: Sheet, changed: Mapping[int, Reply], now: datetime) -> list[Reply]:
    """Save what was said; the first answer ends the check-in and plans the next; the teachers see it.

    Returns the replies whose number is new, or called right now."""
    contract, check_in = sheet.contract, sheet.check_in
    if check_in.state is not CheckInState.ANSWERED:
        let_stand(uow, contract, now, but=check_in.id)
        _end(uow, sheet, now)
    complete = {0: sheet.reply(0, now), **changed}
    stored = [_put(uow, sheet.replies.get(target), reply, now) for target, reply in sorted(complete.items())]
    drift.look(uow, contract, sheet.classroom, now)
    refresh(uow, f"check-in:{check_in.id}", now)
    show_home(uow, contract.student, now)
    for teacher in access.teachers_for(uow, contract.student, sheet.classroom.id):
        once = f"check-in:{check_in.id}:shared:{teacher}"
        tell_where_none_stands(uow, teacher, ReplyShared(check_in.id), now, once=once)
        show_home(uow, teacher, now)
    return [reply for reply in stored if reply is not None]


def celebrate(uow: UnitOfWork, contract: Contract, stored: list[Reply], now: datetime) -> None:
    """What is reached comes after what was understood: first the answer, then the good news."""
    for reply in stored:
        use_cases.notice_points(uow, contract, reply, now=now)


def let_stand(uow: UnitOfWork, contract: Contract, now: datetime, *, but: int | None = None) -> None:
    """What counted since an earlier check-in (not `but` that one) and was not taken back until now is called right by
    that. A number that waits for its yes goes on waiting."""
    for reply in uow.replies.all(contract=contract.id, confirmed=False):
        if reply.check_in != but:
            right = replace(reply, confirmed=True)
            uow.replies.save(right)
            refresh(uow, f"check-in:{reply.check_in}", now)
            use_cases.notice_points(uow, contract, right, now=now)


def _end(uow: UnitOfWork, sheet: Sheet, now: datetime) -> None:
    """The first answer. A missed check-in has its successor already."""
    ended = check_ins.answered(sheet.check_in, now)
    uow.check_ins.save(ended)
    planning.take_back(uow, ended.id)
    if sheet.check_in.state in ASKED:
        planning.write_next(uow, ended, sheet.contract, sheet.classroom, now)


def _put(uow: UnitOfWork, before: Reply | None, reply: Reply, now: datetime) -> Reply | None:
    """Store a new or changed reply; returns it where its number is new, or called right now."""
    if before is None:
        stored = uow.replies.add(reply)
    elif reply != before:
        stored = replace(reply, edited_at=now)
        uow.replies.save(stored)
    else:
        return None
    new = stored.value != (before.value if before else None)
    return stored if new or (stored.confirmed and before is not None and not before.confirmed) else None

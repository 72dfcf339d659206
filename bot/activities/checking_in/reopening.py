"""A check-in waits for an answer again: nothing is left of it, since its student deleted all that they had said, or it
was set aside by mistake."""

from collections.abc import Sequence
from datetime import datetime

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.checking_in.notices import CheckInMissed
from bot.activities.checking_in.replying_sheet import Sheet, sheet_or_none
from bot.activities.hearing.owing import put_focus
from bot.activities.ports import UnitOfWork
from bot.domain import check_ins
from bot.domain.actor import Actor
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.contract import RUNNING
from bot.domain.due import REMIND_AFTER, out_of_quiet
from bot.messages.tell import refresh, show_home


def reopen(uow: UnitOfWork, sheet: Sheet, now: datetime) -> None:
    """Let it stand as if nothing had been said: asked, with the reminder to come, where there is time for one; else
    missed, where the teachers were told so, or left out. It takes an answer in any case."""
    check_in = check_ins.unanswered(sheet.check_in)
    wake_at = _reminded_at(uow, sheet, now)
    if wake_at is not None:
        uow.check_ins.save(check_ins.asked_again(check_in, wake_at))
        _without_the_next(uow, check_in)
        put_focus(uow, check_in.student, sheet.place, now)
    elif _was_missed(uow, check_in):
        uow.check_ins.save(check_ins.missed(check_in))
    else:
        uow.check_ins.save(check_ins.excused(check_in))
    refresh(uow, f"check-in:{check_in.id}", now)
    for user in (check_in.student, *access.teachers_of(uow, sheet.classroom.id)):
        show_home(uow, user, now)


def reopen_excused(uow: UnitOfWork, actor: Actor, those: Sequence[int], now: datetime) -> None:
    """The same for the actor's check-ins that were set aside by mistake, as far as they still are."""
    for check_in in those:
        sheet = sheet_or_none(uow, actor, check_in)
        if sheet is not None and sheet.check_in.state is CheckInState.EXCUSED:
            reopen(uow, sheet, now)


def _reminded_at(uow: UnitOfWork, sheet: Sheet, now: datetime) -> datetime | None:
    """When a reminder comes; None where the check-in was never asked, or is over by then."""
    check_in, contract = sheet.check_in, sheet.contract
    if contract.status not in RUNNING or _was_missed(uow, check_in) or not _was_asked(uow, check_in):
        return None
    timezone = planning.zone_of(uow, contract.student, sheet.classroom)
    moment = max(check_in.due_at + REMIND_AFTER, now + planning.BREATH)
    wake_at = out_of_quiet(moment, sheet.classroom, timezone)
    later = [c for c in uow.check_ins.all(contract=contract.id) if c.number > check_in.number]
    in_time = all(c.state is CheckInState.PLANNED and wake_at <= c.due_at for c in later)
    return wake_at if in_time else None


def _was_asked(uow: UnitOfWork, check_in: CheckIn) -> bool:
    onces = [f"check-in:{check_in.id}:{word}" for word in (planning.PROMPT, planning.REMINDER)]
    return any(uow.outbox.unused(once) != once for once in onces)


def _was_missed(uow: UnitOfWork, check_in: CheckIn) -> bool:
    return any(card.notice == CheckInMissed.kind for card in uow.outbox.cards(f"check-in:{check_in.id}"))


def _without_the_next(uow: UnitOfWork, check_in: CheckIn) -> None:
    """Its answer had planned the check-in after it."""
    for later in uow.check_ins.all(contract=check_in.contract, state=CheckInState.PLANNED):
        uow.check_ins.remove(later.id)

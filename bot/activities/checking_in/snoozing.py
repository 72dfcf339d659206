"""A student is asked about their check-in again later: what would remind them comes at that time."""

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.checking_in.snoozing_messages import CheckInSnoozed, SnoozedBrief, snoozed
from bot.domain import check_ins, snoozing
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckIn, CheckInState
from bot.messages.briefs import NothingToSay, only_to, say
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork


def later(uow: UnitOfWork, actor: Actor, check_in: int) -> CheckIn:
    """Some hours from now. Refusal: snooze-no-time, snooze-asked-twice, old-button."""
    return _snooze(uow, actor, check_in, tomorrow=False)


def tomorrow(uow: UnitOfWork, actor: Actor, check_in: int) -> CheckIn:
    """Refusal: snooze-last-day, snooze-next-one, snooze-asked-twice, old-button."""
    return _snooze(uow, actor, check_in, tomorrow=True)


def _snooze(uow: UnitOfWork, actor: Actor, check_in: int, *, tomorrow: bool) -> CheckIn:
    found = uow.check_ins.get(check_in)
    if found is None:
        raise Refusal("no-such-contract")
    contract, classroom = access.contract_as_student(uow, actor, found.contract)
    if found.state is not CheckInState.PROMPTED or found.wake_at is None:
        raise Refusal("snooze-asked-twice" if found.state is CheckInState.REMINDED else "old-button")
    schedule = planning.schedule_of(uow, contract, classroom)
    moment = snoozing.tomorrow(schedule, uow.now) if tomorrow else snoozing.later_today(schedule, uow.now)
    coming = schedule.next_check_in(max(found.due_at, uow.now), found)
    again_at = snoozing.checked(schedule, moment, coming.wake_at if coming else None)
    put = check_ins.asked_again(found, again_at)
    uow.check_ins.save(put)
    refresh(uow, f"check-in:{found.id}")
    tell(uow, actor.user, CheckInSnoozed(found.id))
    return put


def _snoozed(uow: UnitOfWork, notice: CheckInSnoozed, reader: str) -> SnoozedBrief:
    found = uow.check_ins.get(notice.check_in)
    if found is None or found.wake_at is None or found.state is not CheckInState.PROMPTED:
        raise NothingToSay("check-in")
    only_to(found.student, reader)
    contract, classroom = planning.contract_of(uow, found)
    return SnoozedBrief(found.wake_at, planning.zone_of(uow, contract.student, classroom))


say(CheckInSnoozed, shown=_snoozed, blocks=snoozed)

"""Drift: seen early, and told to the teachers once, as an offer to adjust the contract together."""

from collections import defaultdict
from datetime import datetime

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.checking_in.notices import DriftSeen
from bot.activities.ports import UnitOfWork
from bot.domain import progress, recurrence
from bot.domain.check_ins import CheckIn, CheckInState, Reply
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract
from bot.domain.progress import Sign
from bot.messages.tell import tell


def look(uow: UnitOfWork, contract: Contract, classroom: Classroom, now: datetime) -> None:
    """Tell the teachers where a drift has begun; once for each drift, however long it lasts."""
    if contract.status not in RUNNING:
        return
    ended = uow.check_ins.all(contract=contract.id, state=(CheckInState.ANSWERED, CheckInState.MISSED))
    replies: dict[int, list[Reply]] = defaultdict(list)
    for reply in uow.replies.all(contract=contract.id):
        replies[reply.check_in].append(reply)
    timezone = planning.zone_of(uow, contract.student, classroom)
    signs = [_sign(c, replies[c.id], contract, timezone) for c in ended]
    since = progress.drift_since(signs)
    if since is None:
        return
    for teacher in access.teachers_for(uow, contract.student, classroom.id):
        once = f"contract:{contract.id}:drift:{since}:{teacher}"
        tell(uow, teacher, DriftSeen(contract.id, ended[-1].id), now, once=once)


def behind(contract: Contract, replies: list[Reply], timezone: str) -> list[int]:
    """The targets that the replies of one check-in show behind the line."""
    return [r.target for r in replies if _is_behind(contract, r, timezone)]


def _sign(check_in: CheckIn, replies: list[Reply], contract: Contract, timezone: str) -> Sign:
    missed = check_in.state is CheckInState.MISSED
    known = any(r.value is not None for r in replies)
    return Sign(check_in.number, missed=missed, behind=bool(behind(contract, replies, timezone)) if known else None)


def _is_behind(contract: Contract, reply: Reply, timezone: str) -> bool:
    """By the line of the terms in force: from the day on which they were signed to the target's date."""
    version = contract.in_force
    if reply.value is None or reply.target >= len(version.terms.targets):
        return False
    target = version.terms.targets[reply.target]
    start = max(s.signed_at for s in version.signatures)
    end = recurrence.instant(target.due_on, version.terms.check_in_time, timezone)
    return progress.drifting(target, reply.value, start=start, end=end, now=reply.said_at)

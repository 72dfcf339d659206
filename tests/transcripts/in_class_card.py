"""What the message about a class's check-ins tells a teacher: what a message of its own would have told before."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from bot.activities import access
from bot.activities.checking_in import class_reads
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import CheckIn, CheckInState, Consent
from storage.unit_of_work import UnitOfWork

CARD = "class-check-ins"


def tells(uow: UnitOfWork, actor: Actor, kind: str, since: datetime) -> bool:
    """Whether it shows this teacher since then what a message of this kind says. Whether it was shown is not looked at
    here."""
    told = _TELLS.get(kind)
    return told is not None and any(told(uow, check_in, since) for check_in in _theirs(uow, actor.user))


def _theirs(uow: UnitOfWork, teacher: str) -> Iterator[CheckIn]:
    for place in access.places_of(uow, teacher, Side.TEACHER):
        contracts = uow.contracts.of_classroom(place.classroom)
        check_ins = uow.check_ins.in_state([c.id for c in contracts], tuple(CheckInState)) if contracts else []
        for key in {c.round for c in check_ins if c.round}:
            yield from class_reads.theirs(uow, place.classroom, key, teacher)


def _answered(uow: UnitOfWork, check_in: CheckIn, since: datetime) -> bool:
    return check_in.answered_at is not None and check_in.answered_at >= since


def _missed(uow: UnitOfWork, check_in: CheckIn, since: datetime) -> bool:
    return check_in.missed_at is not None and check_in.missed_at >= since


def _reached(uow: UnitOfWork, check_in: CheckIn, since: datetime) -> bool:
    replies = {reply.id for reply in uow.replies.to(check_in)}
    found = uow.milestones.of_contracts(check_in.contract)
    return any(m.reply in replies and m.reached_at >= since and m.consent is not Consent.WITHDRAWN for m in found)


_TELLS: Mapping[str, Callable[[UnitOfWork, CheckIn, datetime], bool]] = {
    "reply-shared": _answered,
    "check-in-missed": _missed,
    "milestone-news": _reached,
}

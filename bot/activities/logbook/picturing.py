"""A student wants to see the line of a target as a picture; and which pictures may stand on their Home."""

from dataclasses import dataclass

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.logbook import picture_messages as messages
from bot.activities.logbook.brief_messages import LogBrief
from bot.activities.logbook.picture import digest_of
from bot.activities.logbook.picture_messages import LinePicture, Pictured, subject_of
from bot.activities.logbook.reads import log_for
from bot.domain import recurrence
from bot.domain.actor import Actor, Refusal
from bot.domain.contract import Contract
from bot.domain.outbox import Delivery, DeliveryState
from bot.messages.briefs import NothingToSay, only_to, say
from bot.messages.tell import show_home_soon, tell
from storage.unit_of_work import UnitOfWork

AWAITED = frozenset({LinePicture.kind})


def draw(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """All targets that have a number. What is on its way is not asked for twice."""
    found, classroom = access.contract_as_student(uow, actor, contract)
    timezone = planning.zone_of(uow, actor.user, classroom)
    drawn = [
        (target, log)
        for target in range(len(found.in_force.terms.targets))
        if (log := log_for(uow, found, target, timezone)).newest is not None
    ]
    if not drawn:
        raise Refusal("no-line-yet")
    coming = {str(one.args["digest"]) for one in _given(uow, found) if one.state is not DeliveryState.SENT}
    for target, log in drawn:
        if (digest := digest_of(log)) not in coming:
            tell(uow, actor.user, LinePicture(found.id, target, digest))


def arrived(uow: UnitOfWork, delivery: Delivery) -> None:
    """A picture stands in somebody's messages, so it may stand on their Home: soon, as Slack looks at it first."""
    show_home_soon(uow, delivery.reader)


def _given(uow: UnitOfWork, contract: Contract) -> list[Delivery]:
    """Pictures of its lines, given or on their way."""
    return [one for one in uow.outbox.cards(subject_of(contract.id)) if one.reader == contract.student]


@dataclass(frozen=True, slots=True)
class DrawnLines:
    """`shown` are the pictures that show what is so now, by target; `to_draw`: a number stands in none of them."""

    shown: tuple[Pictured, ...] = ()
    to_draw: bool = False


def drawn_of(uow: UnitOfWork, contract: Contract, numbers: set[int], timezone: str) -> DrawnLines:
    """`numbers` are the targets that have one. Nothing more is read where no picture was ever asked for."""
    if not numbers:
        return DrawnLines()
    given = {int(one.args["target"]): one for one in _given(uow, contract) if _stands(one)}
    shown = [_pictured(uow, contract, target, given[target], timezone) for target in sorted(numbers & given.keys())]
    current = tuple(one for one in shown if one is not None)
    return DrawnLines(current, to_draw=len(current) < len(numbers))


def _stands(delivery: Delivery) -> bool:
    """Whether its file stands in the conversation: Slack tells no ts of it. What was said instead has one."""
    return delivery.state is DeliveryState.SENT and delivery.file is not None and delivery.ts is None


def _pictured(uow: UnitOfWork, contract: Contract, target: int, given: Delivery, timezone: str) -> Pictured | None:
    """None where it shows what is so no more."""
    log = log_for(uow, contract, target, timezone)
    if given.file is None or given.sent_at is None or digest_of(log) != given.args["digest"]:
        return None
    on = recurrence.local_day(given.sent_at, timezone)
    return Pictured(given.file, on, LogBrief(log, "", timezone))


def _line_picture(uow: UnitOfWork, notice: LinePicture, reader: str) -> LogBrief:
    """For its student, as long as it shows what they asked for."""
    contract = uow.contracts.get(notice.contract)
    classroom = uow.classrooms.get(contract.classroom) if contract is not None else None
    if contract is None or classroom is None or contract.agreed is None:
        raise NothingToSay("contract")
    only_to(contract.student, reader)
    if notice.target >= len(contract.agreed.terms.targets):
        raise NothingToSay("target")
    timezone = planning.zone_of(uow, reader, classroom)
    log = log_for(uow, contract, notice.target, timezone)
    if log.newest is None or digest_of(log) != notice.digest:
        raise NothingToSay("there is another number now")
    return LogBrief(log, "", timezone)


say(LinePicture, shown=_line_picture, blocks=messages.line_picture)

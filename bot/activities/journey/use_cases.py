"""What was agreed stays to be read: by its student, and by those who teach them in that class. By nobody else."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.journey import messages
from bot.activities.journey.messages import ContractShown, Journey, PastBrief, PastContracts, TargetShown
from bot.activities.logbook import reads as logbook
from bot.activities.looking_back.use_cases import told_of
from bot.activities.privacy import disclosing
from bot.activities.promises.reads import keeping
from bot.domain import recurrence
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom, Feedback
from bot.domain.contract import OPEN, Contract, Status, is_past, teacher_of
from bot.domain.desk import page_of
from bot.domain.evidence import Piece
from bot.domain.logbook import Log
from bot.domain.look_back import newest_values, rates_kept
from bot.messages.briefs import NothingToSay, name_of, say
from storage.unit_of_work import UnitOfWork

NUMBERS_MOST = 12
"""Of a target's numbers, those that keep the shape of its line."""


def open_mine(uow: UnitOfWork, actor: Actor) -> Journey:
    """The actor's own, at its newest contract."""
    known = access.may_have_a_place(uow, actor.user) and bool(_own(uow, actor.user))
    if not known and not access.learns_in(uow, actor.user):
        teaches = bool(access.places_of(uow, actor.user, Side.TEACHER))
        raise Refusal("journey-for-students" if teaches else "for-students")
    return open_page(uow, actor, actor.user, 0)


def open_page(uow: UnitOfWork, actor: Actor, student: str, number: int) -> Journey:
    """One contract of a student; past the end it is the last one."""
    contracts = to_print(uow, actor, student)
    rooms = {room.id: room for room in uow.classrooms.among([c.classroom for c in contracts])} if contracts else {}
    page = page_of(contracts, number, 1).made(lambda one: _shown(uow, one, rooms[one.classroom], contracts))
    name = "" if student == actor.user else name_of(uow, student)
    has_standards = any(uow.catalogue.count(room) for room in rooms)
    return Journey(student, name, page, sum(is_past(one) for one in contracts), has_standards)


def open_contract(uow: UnitOfWork, actor: Actor, contract: int) -> Journey:
    """The page of this one."""
    found = uow.contracts.get(contract)
    if found is None:
        raise Refusal("no-such-contract")
    if found.student != actor.user:
        access.contract_as_teacher(uow, actor, contract)
    contracts = [one.id for one in _readable(uow, actor, found.student)]
    if contract not in contracts:
        raise Refusal("no-such-contract")
    return open_page(uow, actor, found.student, contracts.index(contract))


def to_print(uow: UnitOfWork, actor: Actor, student: str) -> list[Contract]:
    """All that the actor may read of them, to be taken away on paper. That a colleague did is recorded as if they had
    read the pages."""
    contracts = _readable(uow, actor, student)
    if student != actor.user and any(teacher_of(one) not in (None, actor.user) for one in contracts):
        disclosing.page_read(uow, actor.user, student)
    return contracts


def whole(uow: UnitOfWork, actor: Actor, student: str) -> tuple[ContractShown, ...]:
    """Every page at once, the newest first."""
    contracts = _readable(uow, actor, student)
    rooms = {room.id: room for room in uow.classrooms.among([c.classroom for c in contracts])} if contracts else {}
    return tuple(_shown(uow, one, rooms[one.classroom], contracts) for one in contracts)


def past_of(uow: UnitOfWork, actor: Actor, student: str) -> list[Contract]:
    """Those that are over, as far as the actor may read them; none for whoever may read nothing of them."""
    if student == actor.user:
        here = access.may_have_a_place(uow, student)
        return [one for one in _own(uow, student) if is_past(one)] if here else []
    return [one for one in _own(uow, student) if is_past(one) and one.classroom in _shared(uow, actor.user, student)]


def _readable(uow: UnitOfWork, actor: Actor, student: str) -> list[Contract]:
    """Their own are a student's to read in any class, also in one that they left."""
    if student == actor.user:
        if not access.may_have_a_place(uow, student):
            raise Refusal("for-students")
        return _own(uow, student)
    if not access.places_of(uow, actor.user, Side.TEACHER):
        raise Refusal("for-teachers")
    shared = _shared(uow, actor.user, student)
    if not shared:
        raise Refusal("not-your-student")
    return [one for one in _own(uow, student) if one.classroom in shared]


def _own(uow: UnitOfWork, student: str) -> list[Contract]:
    """All that both signed once, the newest first."""
    agreed = [one for one in uow.contracts.of_student(student) if one.agreed is not None]
    return sorted(agreed, key=lambda one: (one.started_at, one.id), reverse=True)


def _shared(uow: UnitOfWork, teacher: str, student: str) -> set[int]:
    if teacher == student:
        return set()
    taught = {place.classroom for place in access.places_of(uow, teacher, Side.TEACHER)}
    return taught.intersection(access.learns_in(uow, student)) if taught else set()


def _shown(uow: UnitOfWork, contract: Contract, room: Classroom, contracts: Sequence[Contract]) -> ContractShown:
    """`contracts` are all that are read, the newest first."""
    timezone = planning.zone_of(uow, contract.student, room)
    ended = _ended_at(uow, contract)
    teacher = teacher_of(contract)
    looks = uow.assessments.of_contract(contract.id) if contract.status is Status.COMPLETED else []
    return ContractShown(
        contract,
        room.name,
        name_of(uow, teacher) if teacher else "",
        recurrence.local_day(ended, timezone) if ended is not None else None,
        _targets(uow, contract, timezone),
        _pieces(uow, contract),
        tuple(
            (name_of(uow, one.user), told_of(uow, contract, one))
            for one in sorted(looks, key=lambda one: one.side != Side.STUDENT)
        ),
        tuple(
            (name_of(uow, one.teacher), recurrence.local_day(one.given_at, timezone), one)
            for one in _feedback(uow, contract, contracts)
        ),
        keeping=keeping(uow, contract),
    )


def _ended_at(uow: UnitOfWork, contract: Contract) -> datetime | None:
    if contract.status in OPEN:
        return None
    history = uow.contracts.history(contract.id)
    return history[-1].at if history else contract.started_at


def _feedback(uow: UnitOfWork, contract: Contract, contracts: Sequence[Contract]) -> list[Feedback]:
    """Of that class, the newest first: what was given since the contract before it was over stands with a contract,
    and with the newest one all that came after."""
    here = [one for one in contracts if one.classroom == contract.classroom]
    place = [one.id for one in here].index(contract.id)
    since = _ended_at(uow, here[place + 1]) if place + 1 < len(here) else None
    until = _ended_at(uow, contract) if place else None
    given = sorted(uow.feedback.to(contract.student, contract.classroom), key=lambda one: one.given_at, reverse=True)
    return [
        one for one in given if (since is None or one.given_at > since) and (until is None or one.given_at <= until)
    ]


def _targets(uow: UnitOfWork, contract: Contract, timezone: str) -> tuple[TargetShown, ...]:
    replies = uow.replies.on(contract.id)
    targets = contract.in_force.terms.targets
    newest, kept = newest_values(replies), rates_kept(targets, replies)
    logs = [logbook.log_for(uow, contract, place, timezone) for place in range(len(targets))]
    return tuple(
        TargetShown(target, newest.get(place), kept.get(place), _numbers(logs[place], timezone))
        for place, target in enumerate(targets)
    )


def _numbers(log: Log, timezone: str) -> tuple[tuple[date, Decimal], ...]:
    marks = log.thinned(NUMBERS_MOST + 1)[1:]
    return tuple((recurrence.local_day(mark.at, timezone), mark.value) for mark in marks)


def _pieces(uow: UnitOfWork, contract: Contract) -> tuple[Piece, ...]:
    found = [piece for piece in uow.pieces.of_contract(contract.id) if piece.can_be_shown]
    return tuple(sorted(found, key=lambda piece: (piece.came_at, piece.id), reverse=True))


def _past(uow: UnitOfWork, notice: PastContracts, reader: str) -> PastBrief:
    found = past_of(uow, Actor(uow.workspace, reader), notice.student)
    if not found:
        raise NothingToSay("contracts")
    name = "" if reader == notice.student else name_of(uow, notice.student)
    return PastBrief(name, _in_short(uow, found))


def _in_short(uow: UnitOfWork, contracts: Sequence[Contract]) -> tuple[ContractShown, ...]:
    rooms = {room.id: room for room in uow.classrooms.among([one.classroom for one in contracts])}
    found = []
    for one in contracts:
        room = rooms[one.classroom]
        ended = _ended_at(uow, one)
        zone = planning.zone_of(uow, one.student, room)
        found.append(ContractShown(one, room.name, "", recurrence.local_day(ended, zone) if ended else None))
    return tuple(found)


say(PastContracts, shown=_past, blocks=messages.past_contracts)

"""Who sees what of a contract with oneself: its student all, teachers nothing but while it is shared and signed."""

from bot.activities import access
from bot.activities.oneself import messages
from bot.activities.oneself.messages import (
    SelfBrief,
    SelfCard,
    SelfContracts,
    SelfEnds,
    SelfHalfway,
    SelfShared,
)
from bot.domain.oneself import SelfContract
from bot.messages.briefs import NothingToSay, NotTheirs, Over, name_of, only_their_teacher, only_to, say
from storage.unit_of_work import UnitOfWork


def _contracts(uow: UnitOfWork, notice: SelfContracts, reader: str) -> list[SelfContract]:
    """The newest first, the open ones before those that are over."""
    only_to(notice.student, reader)
    found = sorted(uow.self_contracts.of(reader), key=lambda one: one.id, reverse=True)
    return sorted(found, key=lambda one: not one.is_open)


def _card(uow: UnitOfWork, notice: SelfCard, reader: str) -> SelfBrief:
    found = uow.self_contracts.get(notice.self_contract)
    if found is None:
        raise Over(None)
    only_to(found.student, reader)
    return _brief(uow, found)


def _shared(uow: UnitOfWork, notice: SelfShared, reader: str) -> SelfBrief:
    """What stood there is taken out of a card where it is not shared any more, or its new words are not signed yet."""
    found = uow.self_contracts.get(notice.self_contract)
    if found is None or found.shared_at is None or not found.is_signed:
        raise NotTheirs("not shared")
    only_their_teacher(uow, found.student, found.classroom, reader)
    return _brief(uow, found)


def _question(uow: UnitOfWork, notice: SelfHalfway | SelfEnds, reader: str) -> SelfBrief:
    """Not of other words than were signed, not what was said already, not while its student is away."""
    found = _standing(uow, notice.self_contract)
    only_to(found.student, reader)
    said = isinstance(notice, SelfHalfway) and found.halfway_at is not None
    away = any(one.holds(uow.now) and not one.is_pause for one in uow.absences.of(reader, found.classroom))
    room = uow.classrooms.get(found.classroom)
    if not found.is_active or found.version != notice.version or said or away or room is None or room.archived:
        raise NothingToSay("not to be asked")
    return _brief(uow, found)


def _standing(uow: UnitOfWork, contract: int) -> SelfContract:
    found = uow.self_contracts.get(contract)
    if found is None:
        raise NothingToSay("self contract")
    return found


def _brief(uow: UnitOfWork, found: SelfContract) -> SelfBrief:
    room = uow.classrooms.get(found.classroom)
    teachers = access.teachers_for(uow, found.student, found.classroom)
    return SelfBrief(found, name_of(uow, found.student), room.name if room else "", bool(teachers))


say(SelfContracts, shown=_contracts, blocks=messages.contracts)
say(SelfCard, shown=_card, blocks=messages.card)
say(SelfShared, shown=_shared, blocks=messages.shared)
say(SelfHalfway, shown=_question, blocks=messages.halfway)
say(SelfEnds, shown=_question, blocks=messages.ends)

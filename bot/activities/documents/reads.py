"""What stands in a document, read when it leaves."""

from datetime import date

from bot.activities.checking_in import planning
from bot.activities.documents import folder_messages, messages
from bot.activities.documents.folder_messages import FolderDocument
from bot.activities.documents.folder_sheet import FolderBrief, FolderContract
from bot.activities.documents.messages import CardDocument, ContractDocument, EmptySheet, OutsideDocument
from bot.activities.documents.sheets import DocumentBrief
from bot.activities.journey import use_cases as journey
from bot.activities.journey.messages import ContractShown
from bot.activities.logbook.brief_messages import LogBrief
from bot.activities.logbook.reads import log_for
from bot.domain import recurrence
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract
from bot.domain.evidence import Piece, PieceState
from bot.messages.briefs import NothingToSay, name_of, names_of, only_a_party, only_to, say
from storage.unit_of_work import UnitOfWork


def _contract(uow: UnitOfWork, notice: ContractDocument | CardDocument | OutsideDocument, reader: str) -> DocumentBrief:
    """For whoever asked, while they are a party to it."""
    only_to(notice.by, reader)
    contract = uow.contracts.get(notice.contract)
    room = uow.classrooms.get(contract.classroom) if contract is not None else None
    if contract is None or room is None or contract.agreed is None:
        raise NothingToSay("contract")
    only_a_party(uow, contract, reader)
    return document_of(uow, contract, room, reader)


def document_of(uow: UnitOfWork, contract: Contract, room: Classroom, reader: str) -> DocumentBrief:
    """Of one that both signed."""
    if contract.agreed is None:
        raise NothingToSay("contract")
    signatures = contract.agreed.signatures
    signers = sorted({one.user for one in signatures} | {one.on_paper for one in signatures if one.on_paper})
    return DocumentBrief(
        contract.agreed,
        name_of(uow, contract.student),
        room.name,
        room.timezone,
        dict(zip(signers, names_of(uow, signers), strict=True)),
        change_waits=contract.current is not None and contract.current.number > contract.agreed.number,
        own=reader == contract.student,
    )


def _empty(uow: UnitOfWork, notice: EmptySheet, reader: str) -> None:
    """Nothing of anybody stands on it."""
    only_to(notice.by, reader)


def _folder(uow: UnitOfWork, notice: FolderDocument, reader: str) -> FolderBrief:
    """What the reader may read now of that student."""
    only_to(notice.by, reader)
    try:
        found = journey.whole(uow, Actor(uow.workspace, reader), notice.student)
    except Refusal as refused:
        raise NothingToSay("folder") from refused
    room = uow.classrooms.get(found[0].contract.classroom) if found else None
    if room is None:
        raise NothingToSay("folder")
    timezone = planning.zone_of(uow, notice.student, room)
    contracts = tuple(in_folder(uow, one, timezone) for one in found)
    return FolderBrief(name_of(uow, notice.student), room.timezone, contracts, own=reader == notice.student)


def in_folder(uow: UnitOfWork, shown: ContractShown, timezone: str) -> FolderContract:
    def on(piece: Piece) -> date:
        return recurrence.local_day(piece.came_at, timezone)

    contract = shown.contract
    logs = [log_for(uow, contract, place, timezone) for place in range(len(shown.targets))]
    gone = [one for one in uow.pieces.of_contract(contract.id) if one.state is PieceState.TAKEN_BACK and one.shown_at]
    return FolderContract(
        shown,
        tuple(LogBrief(log, "", timezone) if log.newest is not None else None for log in logs),
        tuple((piece, on(piece)) for piece in reversed(shown.pieces)),
        tuple(sorted({on(piece) for piece in gone})),
    )


say(FolderDocument, shown=_folder, blocks=folder_messages.folder_document)
say(EmptySheet, shown=_empty, blocks=messages.sheet_to_fill)
say(OutsideDocument, shown=_contract, blocks=messages.outside_document)
say(CardDocument, shown=_contract, blocks=messages.card_document)
say(ContractDocument, shown=_contract, blocks=messages.contract_document)

"""How a piece of evidence stands, for its student and for those who teach them."""

from functools import partial

from bot.activities import access
from bot.activities.checking_in import telling
from bot.activities.evidence import messages
from bot.activities.evidence.messages import (
    EnoughToday,
    FileBrief,
    NotedBrief,
    PieceFile,
    PieceNoted,
    PieceRefused,
    PieceShown,
    RefusedBrief,
    ShownBrief,
    TargetChoice,
)
from bot.activities.evidence.taking import taken_for
from bot.domain.contract import RUNNING, Contract
from bot.domain.evidence import Piece, PieceState
from bot.domain.rounds import RoundNews
from bot.messages.briefs import NothingToSay, name_of, names_of, only_a_party, only_to, say
from storage.unit_of_work import UnitOfWork


def choices(uow: UnitOfWork, student: str) -> tuple[TargetChoice, ...]:
    """The targets of all that runs, for which something may be sent now."""
    running = [contract for contract in access.own_contracts(uow, student) if contract.status in RUNNING]
    rooms = {room.id: room.name for room in uow.classrooms.among([c.classroom for c in running])} if running else {}
    return tuple(
        TargetChoice(
            contract.id, i, target.statement, rooms[contract.classroom] if len(rooms) > 1 else "", contract.classroom
        )
        for contract in running
        for i, target in enumerate(contract.in_force.terms.targets)
    )


def shown_to(uow: UnitOfWork, contract: Contract) -> list[str]:
    """The teachers who get a student's pieces: those who are told of the check-ins, or all who teach them."""
    told = telling.told_by(uow, contract, contract.classroom)
    wanted = [user for user, how in told.items() if how is not RoundNews.NONE]
    return wanted or access.teachers_for(uow, contract.student, contract.classroom)


def first_of(uow: UnitOfWork, piece: Piece) -> int:
    """Of all that came with its message: the student's card is about that one."""
    return min(one.id for one in uow.pieces.with_message(piece.student, piece.source))


def _noted(uow: UnitOfWork, notice: PieceNoted, reader: str) -> NotedBrief:
    first = _piece(uow, notice.piece)
    only_to(first.student, reader)
    pieces = tuple(uow.pieces.with_message(first.student, first.source))
    contract = uow.contracts.get(first.contract)
    if contract is None:
        raise NothingToSay("contract")
    if first.target is None:
        return NotedBrief(pieces, "", names_of(uow, shown_to(uow, contract)), choices(uow, reader))
    return NotedBrief(
        pieces,
        _statement(contract, first.target),
        names_of(uow, shown_to(uow, contract)),
        looked=_looked(uow, first),
    )


def _nothing_to_read(uow: UnitOfWork, notice: EnoughToday, reader: str) -> None:
    """The sentence says it all."""


def _refused(uow: UnitOfWork, notice: PieceRefused, reader: str) -> RefusedBrief:
    found = _piece(uow, notice.piece)
    only_to(found.student, reader)
    if found.state is not PieceState.REFUSED:
        raise NothingToSay("piece")
    return RefusedBrief(found, taken_for(uow, found))


def _shown(uow: UnitOfWork, notice: PieceShown, reader: str) -> ShownBrief:
    piece, contract = _for_teacher(uow, notice.piece, reader)
    looks = [look.user for look in uow.looks.of(piece.id)]
    target = piece.target if piece.target is not None else 0
    return ShownBrief(
        piece,
        name_of(uow, piece.student),
        _statement(contract, target),
        _looked(uow, piece),
        by_me=reader in looks,
    )


def _file(uow: UnitOfWork, notice: PieceFile, reader: str) -> FileBrief:
    piece, _ = _for_teacher(uow, notice.piece, reader)
    if not piece.can_be_shown:
        raise NothingToSay("piece")
    content = partial(uow.files.read, uow.workspace, piece.digest)
    return FileBrief(piece, name_of(uow, piece.student), content)


def _for_teacher(uow: UnitOfWork, id: int, reader: str) -> tuple[Piece, Contract]:
    """Of a student whom the reader teaches now; nobody is shown their own."""
    piece = _piece(uow, id)
    contract = uow.contracts.get(piece.contract)
    if contract is None or piece.target is None or reader == piece.student:
        raise NothingToSay("piece")
    only_a_party(uow, contract, reader)
    return piece, contract


def _piece(uow: UnitOfWork, id: int) -> Piece:
    found = uow.pieces.get(id)
    if found is None:
        raise NothingToSay("piece")
    return found


def _statement(contract: Contract, target: int) -> str:
    targets = contract.in_force.terms.targets
    return targets[target].statement if target < len(targets) else ""


def _looked(uow: UnitOfWork, piece: Piece) -> tuple[str, ...]:
    users = [look.user for look in uow.looks.of(piece.id)]
    return names_of(uow, users) if users else ()


say(PieceNoted, shown=_noted, blocks=messages.noted)
say(EnoughToday, shown=_nothing_to_read, blocks=messages.enough_today)
say(PieceRefused, shown=_refused, blocks=messages.refused)
say(PieceShown, shown=_shown, blocks=messages.shown)
say(PieceFile, shown=_file, blocks=messages.file)

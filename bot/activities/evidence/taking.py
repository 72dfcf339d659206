"""What a class takes for evidence: which kinds, and how large a file may be."""

from functools import reduce

from bot.activities import access
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING
from bot.domain.evidence import Piece, PieceKind, Takes, kind_of_file, takes_of
from bot.language.links import links_in
from storage.unit_of_work import UnitOfWork


def taken_by(uow: UnitOfWork, room: Classroom) -> Takes:
    return takes_of(room.takes, room.file_mb, uow.file_mb)


def taken_in(uow: UnitOfWork, classroom: int) -> Takes:
    room = uow.classrooms.get(classroom)
    return taken_by(uow, room) if room is not None else takes_of((), 0, uow.file_mb)


def taken_for(uow: UnitOfWork, piece: Piece) -> Takes:
    """By the class of its contract; by any of theirs, while its student has not said for which target it is."""
    contract = uow.contracts.get(piece.contract)
    rooms = {contract.classroom} if contract is not None else set()
    if piece.target is None:
        rooms |= {one.classroom for one in access.own_contracts(uow, piece.student) if one.status in RUNNING}
    return reduce(Takes.beside, (taken_in(uow, room) for room in sorted(rooms or {0})))


def kind_of(piece: Piece) -> PieceKind:
    """Of one that is here."""
    if piece.is_file:
        return PieceKind(kind_of_file(piece.media_type).value)
    return kind_of_words(piece.words)


def kind_of_words(words: str) -> PieceKind:
    return PieceKind.LINK if links_in(words) else PieceKind.TEXT

"""What a student has shown for a contract, in short, and who has looked at it."""

from collections import defaultdict

from bot.activities.evidence.messages import NOTHING_SHOWN, ListedPiece, Shelf
from bot.domain.contract import Contract
from bot.domain.evidence import Piece
from bot.domain.terms import FILES
from bot.messages.briefs import names_of
from storage.unit_of_work import UnitOfWork

LISTED_MOST = 5


def shelf_of(uow: UnitOfWork, contract: Contract) -> Shelf:
    """What teachers were shown of it. Before a contract is agreed nothing can be."""
    if contract.agreed is None:
        return NOTHING_SHOWN
    shown = [p for p in uow.pieces.of_contract(contract.id) if p.can_be_shown and p.shown_at is not None]
    newest = sorted(shown, key=lambda piece: (piece.came_at, piece.id), reverse=True)[:LISTED_MOST]
    return Shelf(_listed(uow, newest), len(shown) - len(newest), _no_files(uow, contract))


def _listed(uow: UnitOfWork, pieces: list[Piece]) -> tuple[ListedPiece, ...]:
    looked: dict[int, list[str]] = defaultdict(list)
    for look in uow.looks.of_all([piece.id for piece in pieces]) if pieces else []:
        looked[look.evidence].append(look.user)
    return tuple(
        ListedPiece(p.id, p.name, p.line, p.came_at, names_of(uow, looked[p.id]) if looked[p.id] else ())
        for p in pieces
    )


def _no_files(uow: UnitOfWork, contract: Contract) -> bool:
    if not any(target.evidence in FILES for target in contract.in_force.terms.targets):
        return False
    refused, came = uow.pieces.newest_not_let_through(), uow.pieces.newest_file()
    return refused is not None and (came is None or came.id < refused.id)

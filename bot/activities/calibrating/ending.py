"""What a student takes back is rated by nobody any more, and a round without work is over."""

from dataclasses import replace

from bot.activities.calibrating.messages import CalibrationOutcome, CalibrationWork, subject_of
from bot.domain.calibration import (
    CalibrationRound,
    RoundState,
    ShownPiece,
    ShownState,
    decided,
    is_done,
    unused,
    without_piece,
)
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork


def take_back(uow: UnitOfWork, piece: ShownPiece) -> None:
    """Its text goes, and with it what anybody gave it."""
    found = uow.calibrations.get(piece.calibration)
    if found is None or piece.state in (ShownState.REFUSED, ShownState.UNUSED):
        return
    keep(uow, decided(piece, False, found, uow.now))
    for rater in uow.raters.of(found.id):
        if rater.of(piece.id):
            uow.raters.save(without_piece(rater, piece.id))
    go_on(uow, found)


def forget(uow: UnitOfWork, evidence: int) -> None:
    """The piece itself was taken back."""
    for piece in uow.shown_pieces.of_evidence(evidence):
        take_back(uow, piece)


def keep(uow: UnitOfWork, piece: ShownPiece) -> None:
    uow.shown_pieces.save(piece)
    refresh(uow, CalibrationWork(piece.id, piece.contract).subject)


def go_on(uow: UnitOfWork, round: CalibrationRound) -> None:
    """Whether it is over now: no work is left, or all have rated what is left."""
    pieces = uow.shown_pieces.of(round.id)
    if (
        round.state is not RoundState.CLOSED
        and not any(
            one.is_shown or (one.state is ShownState.ASKED and round.state is RoundState.ASKING) for one in pieces
        )
    ) or (round.state is RoundState.RATING and is_done(uow.raters.of(round.id), pieces)):
        close(uow, round)
    refresh(uow, subject_of(round.id))


def close(uow: UnitOfWork, round: CalibrationRound) -> None:
    """All who rated, and who invited them, see how far they agree."""
    uow.calibrations.save(replace(round, state=RoundState.CLOSED, closed_at=uow.now))
    pieces = uow.shown_pieces.of(round.id)
    for piece in pieces:
        if piece.state is ShownState.ASKED:
            keep(uow, unused(piece, uow.now))
    if any(piece.is_shown for piece in pieces):
        rated = [one.user for one in uow.raters.of(round.id) if one.rated]
        for user in dict.fromkeys((round.invited_by, *rated)):
            tell(uow, user, CalibrationOutcome(user, round.id), once=f"calibration:{round.id}:outcome:{user}")
    refresh(uow, subject_of(round.id))

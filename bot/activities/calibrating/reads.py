"""What is shown of a round, read when it leaves."""

from bot.activities import access
from bot.activities.calibrating import messages
from bot.activities.calibrating.messages import (
    CalibrationAsked,
    CalibrationCard,
    CalibrationOutcome,
    CalibrationWork,
    CardBrief,
    OutcomeBrief,
    RaterBrief,
    WorkBrief,
)
from bot.domain.actor import Side
from bot.domain.calibration import CalibrationRound, RoundState, ShownState, left, outcome
from bot.messages.briefs import NothingToSay, NotTheirs, name_of, only_a_teacher, only_to, say
from storage.unit_of_work import UnitOfWork


def teaches(uow: UnitOfWork, user: str) -> bool:
    """Whether somebody teaches any class of this workspace now."""
    return bool(access.places_of(uow, user, Side.TEACHER))


def _work(uow: UnitOfWork, notice: CalibrationWork, reader: str) -> WorkBrief:
    piece = uow.shown_pieces.get(notice.shown_piece)
    round = uow.calibrations.get(piece.calibration) if piece is not None else None
    if piece is None or round is None:
        raise NothingToSay("piece")
    only_to(piece.student, reader)
    return WorkBrief(piece, name_of(uow, round.invited_by), round.state is RoundState.CLOSED)


def _card(uow: UnitOfWork, notice: CalibrationCard, reader: str) -> CardBrief:
    round = _round(uow, notice.calibration)
    only_to(round.invited_by, reader)
    only_a_teacher(uow, round.classroom, reader)
    pieces, raters = uow.shown_pieces.of(round.id), uow.raters.of(round.id)
    states = [one.state for one in pieces]
    rating = [one for one in raters if not one.declined]
    return CardBrief(
        round,
        asked=states.count(ShownState.ASKED),
        given=states.count(ShownState.GIVEN),
        refused=states.count(ShownState.REFUSED),
        raters=len(rating),
        done=sum(1 for one in rating if not left(one, pieces)),
    )


def _asked(uow: UnitOfWork, notice: CalibrationAsked, reader: str) -> RaterBrief:
    only_to(notice.by, reader)
    round = _round(uow, notice.calibration)
    raters = uow.raters.of(round.id)
    mine = next((one for one in raters if one.user == reader), None)
    if mine is None or not teaches(uow, reader):
        raise NotTheirs("not a colleague any more")
    pieces = uow.shown_pieces.of(round.id)
    shown = sum(1 for one in pieces if one.is_shown)
    name = name_of(uow, round.invited_by)
    return RaterBrief(round, name, shown, len(left(mine, pieces)), len(raters), mine.declined)


def _outcome(uow: UnitOfWork, notice: CalibrationOutcome, reader: str) -> OutcomeBrief:
    """For who invited, and for those who rated, as long as they teach; nobody's before it is closed."""
    only_to(notice.by, reader)
    round = _round(uow, notice.calibration)
    raters = uow.raters.of(round.id)
    rated = {one.user for one in raters if one.rated}
    if reader not in rated | {round.invited_by} or not teaches(uow, reader):
        raise NotTheirs("did not rate")
    if round.state is not RoundState.CLOSED:
        raise NothingToSay("not closed")
    return OutcomeBrief(round, outcome(round, uow.shown_pieces.of(round.id), raters))


def _round(uow: UnitOfWork, id: int) -> CalibrationRound:
    found = uow.calibrations.get(id)
    if found is None:
        raise NothingToSay("round")
    return found


say(CalibrationWork, shown=_work, blocks=messages.work)
say(CalibrationCard, shown=_card, blocks=messages.card)
say(CalibrationAsked, shown=_asked, blocks=messages.asked)
say(CalibrationOutcome, shown=_outcome, blocks=messages.outcome)

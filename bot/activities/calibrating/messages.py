"""What students, colleagues and the teacher who invited them see of a round."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.calibration import BySign, CalibrationRound, Cell, RoundOutcome, RoundState, ShownPiece, ShownState
from bot.domain.look_back import RATINGS
from bot.domain.outbox import Message
from bot.domain.rater_agreement import FEW, Agreement
from bot.messages.blocks import Block, actions, bullets, button, confirm, cut, header, quote, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import SentencePiece, Words

OPEN, ASK = "calibrating.open", "calibrating.ask"
YES, NO = "calibrating.yes", "calibrating.no"
BEGIN, CLOSE = "calibrating.begin", "calibrating.close"
OPEN_RATE, RATE, DECLINE = "calibrating.open_rate", "calibrating.rate", "calibrating.decline"
CELLS_SHOWN = 8
SIGN_MOST = 150


def subject_of(calibration: int) -> str:
    return f"calibration:{calibration}"


@dataclass(frozen=True, slots=True)
class CalibrationWork(Notice):
    """To the student: may colleagues rate this text, as it stands here? A card."""

    shown_piece: int
    contract: int

    @property
    def subject(self) -> str:
        return f"calibration-piece:{self.shown_piece}"


@dataclass(frozen=True, slots=True)
class CalibrationCard(Notice):
    """To the teacher who invites: how far it is. A card."""

    calibration: int
    classroom: int

    @property
    def subject(self) -> str:
        return subject_of(self.calibration)


@dataclass(frozen=True, slots=True)
class CalibrationAsked(Notice):
    """To a colleague: what to rate, and what others see of it. A card. It names no class, on purpose."""

    by: str
    calibration: int

    @property
    def subject(self) -> str:
        return subject_of(self.calibration)


@dataclass(frozen=True, slots=True)
class CalibrationOutcome(Notice):
    """To all who rated, and who invited them: how far they agree. A card: what is taken back goes from it."""

    by: str
    calibration: int

    @property
    def subject(self) -> str:
        return subject_of(self.calibration)


@dataclass(frozen=True, slots=True)
class WorkBrief:
    """`over`: all have rated already."""

    piece: ShownPiece
    teacher: str
    over: bool


@dataclass(frozen=True, slots=True)
class CardBrief:
    """Counts alone: of students by what they said, of colleagues by how far they are."""

    round: CalibrationRound
    asked: int
    given: int
    refused: int
    raters: int
    done: int


@dataclass(frozen=True, slots=True)
class RaterBrief:
    """For one colleague: `left` of `pieces` are still to rate."""

    round: CalibrationRound
    teacher: str
    pieces: int
    left: int
    raters: int
    declined: bool


@dataclass(frozen=True, slots=True)
class OutcomeBrief:
    round: CalibrationRound
    outcome: RoundOutcome


def level_names(round: CalibrationRound, words: Words) -> tuple[str, ...]:
    return round.levels or tuple(words(f"look-back-rating-{rating}") for rating in RATINGS)


def _by(round: CalibrationRound, words: Words) -> str:
    return round.rubric or words("calibrating-by-signs")


# To the student.


def work(notice: CalibrationWork, brief: WorkBrief, reader: Reader) -> Message:
    w, piece = reader.words, brief.piece
    key = f"calibrating-work-{piece.state}"
    args = {"teacher": brief.teacher}
    blocks: list[Block] = [say(w, key, **args)]
    no = button(w("calibrating-no-button"), NO, str(piece.id))
    if piece.state is ShownState.ASKED:
        points = [w.pieces(f"calibrating-work-{what}") for what in ("who", "grade", "back")]
        yes = button(w("calibrating-yes-button"), YES, str(piece.id))
        blocks += [quote(piece.text), bullets(*points), actions([yes, no]), small(w("calibrating-work-next"))]
    elif piece.state is ShownState.GIVEN:
        take_back = button(w("calibrating-take-back-button"), NO, str(piece.id), confirm=_sure(w, "take-back"))
        blocks += [quote(piece.text), actions([take_back])]
    return message(w(key, **args), *blocks)


def _sure(words: Words, what: str) -> Block:
    key = f"calibrating-{what}"
    return confirm(words(f"{key}-sure"), words(f"{key}-text"), words(f"{key}-yes"), words(f"{key}-keep"))


# To the teacher who invites.


def card(notice: CalibrationCard, brief: CardBrief, reader: Reader) -> Message:
    w, round, value = reader.words, brief.round, str(brief.round.id)
    if round.state is RoundState.CLOSED:
        key = "calibrating-card-closed" if brief.given else "calibrating-card-nothing"
        return message(w(key), say(w, key))
    by = _by(round, w)
    if round.state is RoundState.RATING:
        args = {"by": by, "done": brief.done, "count": brief.raters}
        close = button(w("calibrating-close-button"), CLOSE, value, confirm=_sure(w, "close"))
        hint = small(w("calibrating-card-rating-next"))
        return message(
            w("calibrating-card-rating", **args), say(w, "calibrating-card-rating", **args), hint, actions([close])
        )
    counts = {"given": brief.given, "refused": brief.refused, "asked": brief.asked}
    blocks: list[Block] = [say(w, "calibrating-card-asking", by=by), bullets(_counts(w, counts))]
    if brief.given:
        blocks.append(actions([button(w("calibrating-begin-button"), BEGIN, value, confirm=_sure(w, "begin"))]))
    return message(w("calibrating-card-asking", by=by), *blocks, small(w("calibrating-card-asking-next")))


def _counts(words: Words, counts: dict[str, int]) -> list[SentencePiece]:
    return words.pieces("calibrating-card-counts", **counts)


# To colleagues.


def asked(notice: CalibrationAsked, brief: RaterBrief, reader: Reader) -> Message:
    w, round = reader.words, brief.round
    args = {"teacher": brief.teacher, "by": _by(round, w), "count": brief.pieces}
    if round.state is RoundState.CLOSED:
        return message(w("calibrating-asked-closed"), say(w, "calibrating-asked-closed"))
    if brief.declined:
        again = actions([button(w("calibrating-rate-button"), OPEN_RATE, str(round.id))])
        return message(w("calibrating-asked-declined"), say(w, "calibrating-asked-declined"), again)
    if not brief.left:
        change = actions([button(w("calibrating-change-button"), OPEN_RATE, str(round.id))])
        return message(w("calibrating-asked-done"), say(w, "calibrating-asked-done"), change)
    points = [w.pieces("calibrating-asked-blind"), w.pieces("calibrating-asked-seen", raters=brief.raters)]
    rate = button(w("calibrating-rate-button"), OPEN_RATE, str(round.id), style="primary")
    decline = button(w("calibrating-decline-button"), DECLINE, str(round.id))
    blocks: list[Block] = [say(w, "calibrating-asked", **args), bullets(*points)]
    if brief.left < brief.pieces:
        blocks.append(say(w, "calibrating-asked-left", left=brief.left))
    return message(w("calibrating-asked", **args), *blocks, actions([rate, decline]))


# To all of them, at the end.


def outcome(notice: CalibrationOutcome, brief: OutcomeBrief, reader: Reader) -> Message:
    w, found = reader.words, brief.outcome
    title = w("calibrating-outcome-heading", by=_by(brief.round, w))
    if not found.pieces:
        return message(title, header(title), say(w, "calibrating-outcome-gone"))
    count = w.pieces("calibrating-outcome-counts", raters=found.raters, pieces=found.pieces)
    if not found.agreement.pairs:
        return message(title, header(title), bullets(count), say(w, "calibrating-outcome-one"))
    figures = [count, *_figures(found.agreement, brief.round, w)]
    blocks: list[Block] = [header(title), bullets(*figures), small(w("calibrating-kappa-what"))]
    blocks += _split(found.cells, brief.round, w)
    if found.pieces > 1 and len(found.signs) < len(found.cells):
        blocks += [say(w, "calibrating-outcome-signs"), bullets(*(_sign(one, w) for one in found.signs[:CELLS_SHOWN]))]
    return message(title, *blocks, small(w("calibrating-outcome-next")))


def _figures(found: Agreement, round: CalibrationRound, words: Words) -> list[list[SentencePiece]]:
    lines = [words.pieces("calibrating-exact", percent=_percent(found.exact))]
    if round.level_count > 2:
        lines.append(words.pieces("calibrating-near", percent=_percent(found.near)))
    if found.kappa is None:
        lines.append(words.pieces(f"calibrating-kappa-{found.undefined}"))
    else:
        key = "calibrating-kappa-few" if found.pairs < FEW else "calibrating-kappa"
        lines.append(words.pieces(key, kappa=f"{found.kappa:.2f}".replace("-0.00", "0.00")))
    return lines


def _percent(share: float) -> int:
    """Rounded down: only all is 100."""
    return int(share * 100)


def _split(cells: Sequence[Cell], round: CalibrationRound, words: Words) -> list[Block]:
    apart = [one for one in cells if one.apart]
    if not apart:
        return [say(words, "calibrating-outcome-alike")]
    levels = level_names(round, words)
    lines = [_cell(one, levels, words) for one in apart[:CELLS_SHOWN]]
    return [say(words, "calibrating-outcome-split"), bullets(*lines)]


def _cell(cell: Cell, levels: Sequence[str], words: Words) -> list[SentencePiece]:
    counts = " · ".join(f"{name}: {count}" for name, count in zip(levels, cell.counts, strict=True) if count)
    return words.pieces("calibrating-cell", sign=cut(cell.sign, SIGN_MOST), number=cell.number, counts=counts)


def _sign(one: BySign, words: Words) -> list[SentencePiece]:
    return words.pieces("calibrating-by-sign", sign=cut(one.sign, SIGN_MOST), percent=_percent(one.agreement.exact))

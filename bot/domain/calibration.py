"""Teachers rate the same pieces of work without knowing whose they are, and then see how far they agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.actor import Refusal
from bot.domain.look_back import RATINGS
from bot.domain.rater_agreement import Agreement, agreement, split, spread
from bot.domain.rubrics import RubricCriterion

PIECES_MOST = 10
"""Of one round: what takes twenty minutes."""
RATERS = range(2, 9)
"""Colleagues of one round. One alone agrees with everybody."""


class RoundState(StrEnum):
    ASKING = "asking"
    """The students are asked."""
    RATING = "rating"
    CLOSED = "closed"


class ShownState(StrEnum):
    """What its student said of a piece."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    UNUSED = "unused"
    """The round began before an answer."""


@dataclass(frozen=True, slots=True)
class CalibrationRound:
    """`levels` are those of a rubric, "" in `rubric` and none for the four that everybody rates by at the end."""

    workspace: str
    classroom: int
    invited_by: str
    made_at: datetime
    rubric: str = ""
    levels: tuple[str, ...] = ()
    state: RoundState = RoundState.ASKING
    closed_at: datetime | None = None
    id: int = 0

    @property
    def level_count(self) -> int:
        return len(self.levels) or len(RATINGS)


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """`text` is what colleagues read: without names, as its student saw it. It is empty unless the answer is open, or
    was a yes. `signs` are what it is rated by, without names too."""

    workspace: str
    calibration: int
    contract: int
    student: str
    evidence: int
    text: str
    signs: tuple[RubricCriterion, ...]
    asked_at: datetime
    state: ShownState = ShownState.ASKED
    decided_at: datetime | None = None
    id: int = 0

    @property
    def is_shown(self) -> bool:
        return self.state is ShownState.GIVEN


@dataclass(frozen=True, slots=True)
class PieceRated:
    """The level of each of the signs of a piece, counted from 0, the lowest first."""

    piece: int
    levels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rater:
    """A colleague who was invited."""

    workspace: str
    calibration: int
    user: str
    asked_at: datetime
    rated: tuple[PieceRated, ...] = ()
    declined: bool = False
    id: int = 0

    def of(self, piece: int) -> tuple[int, ...]:
        return next((one.levels for one in self.rated if one.piece == piece), ())


def decided(piece: ShownPiece, yes: bool, round: CalibrationRound, now: datetime) -> ShownPiece:
    """A yes can become a no at any time, and then the text goes. A yes comes before the colleagues begin; after a no
    the text is gone, and so nobody asks again."""
    if not yes:
        return piece if piece.state is ShownState.REFUSED else _without(piece, ShownState.REFUSED, now)
    if piece.state is ShownState.GIVEN:
        return piece
    if piece.state is ShownState.REFUSED:
        raise Refusal("old-button")
    if piece.state is not ShownState.ASKED or round.state is not RoundState.ASKING:
        raise Refusal("calibrating-began")
    return replace(piece, state=ShownState.GIVEN, decided_at=now)


def unused(piece: ShownPiece, now: datetime) -> ShownPiece:
    return _without(piece, ShownState.UNUSED, now)


def _without(piece: ShownPiece, state: ShownState, now: datetime) -> ShownPiece:
    return replace(piece, state=state, text="", signs=(), decided_at=now)


def ready(pieces: Sequence[ShownPiece]) -> bool:
    """Whether all students have answered, and one of them yes."""
    return any(one.is_shown for one in pieces) and not any(one.state is ShownState.ASKED for one in pieces)


def rated(rater: Rater, piece: ShownPiece, round: CalibrationRound, chosen: Mapping[int, int]) -> Rater:
    """Refusal under the field of a sign without a level."""
    if round.state is not RoundState.RATING:
        raise Refusal("calibrating-closed")
    if not piece.is_shown or piece.calibration != round.id:
        raise Refusal("calibrating-piece-gone")
    for place in range(len(piece.signs)):
        if chosen.get(place) not in range(round.level_count):
            raise Refusal("calibrating-choose-level", field=sign_field(place, piece.id))
    levels = tuple(chosen[place] for place in range(len(piece.signs)))
    others = tuple(one for one in rater.rated if one.piece != piece.id)
    return replace(rater, rated=(*others, PieceRated(piece.id, levels)), declined=False)


def without_piece(rater: Rater, piece: int) -> Rater:
    return replace(rater, rated=tuple(one for one in rater.rated if one.piece != piece))


def sign_field(place: int, piece: int) -> str:
    """The name of the input for the sign at `place`. Each piece has its own: Slack keeps what was chosen in a field of
    the same name."""
    return f"sign-{place}-{piece}"


def left(rater: Rater, pieces: Sequence[ShownPiece]) -> list[ShownPiece]:
    """What this colleague has still to rate, in order."""
    return [one for one in pieces if one.is_shown and not rater.of(one.id)]


def is_done(raters: Sequence[Rater], pieces: Sequence[ShownPiece]) -> bool:
    """Whether every colleague who did not say no has rated all."""
    rating = [one for one in raters if not one.declined]
    return not any(left(one, pieces) for one in rating)


@dataclass(frozen=True, slots=True)
class Cell:
    """A sign of one piece: `number` counts the pieces from 1; how many gave each level, and how far apart they are."""

    number: int
    sign: str
    counts: tuple[int, ...]
    apart: float


@dataclass(frozen=True, slots=True)
class BySign:
    """The same sign over all pieces that have it."""

    sign: str
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class RoundOutcome:
    """`cells` and `signs` begin with what split the colleagues most; `raters` counts those who rated anything."""

    raters: int
    pieces: int
    agreement: Agreement
    cells: tuple[Cell, ...] = ()
    signs: tuple[BySign, ...] = field(default=())


def outcome(round: CalibrationRound, pieces: Sequence[ShownPiece], raters: Sequence[Rater]) -> RoundOutcome:
    """Of what its students still let be shown; nothing in it says who gave which level."""
    shown = [one for one in pieces if one.is_shown]
    given = [found for rater in raters if (found := _given(rater, shown))]
    cells = [
        Cell(number, sign.name, spread(levels, round.level_count), split(levels))
        for number, piece in enumerate(shown, 1)
        for place, sign in enumerate(piece.signs)
        if (levels := [one[piece.id, place] for one in given if (piece.id, place) in one])
    ]
    names = {(piece.id, place): sign.name for piece in shown for place, sign in enumerate(piece.signs)}
    signs = [
        BySign(name, agreement([_only(one, name, names) for one in given])) for name in dict.fromkeys(names.values())
    ]
    return RoundOutcome(
        raters=len(given),
        pieces=len(shown),
        agreement=agreement(given),
        cells=tuple(sorted(cells, key=lambda one: -one.apart)),
        signs=tuple(sorted(signs, key=lambda one: one.agreement.exact)),
    )


RatedPlace = tuple[int, int]
"""A piece, and which of its signs."""


def _given(rater: Rater, pieces: Sequence[ShownPiece]) -> dict[RatedPlace, int]:
    return {(one.id, place): level for one in pieces for place, level in enumerate(rater.of(one.id))}


def _only(given: Mapping[RatedPlace, int], name: str, names: Mapping[RatedPlace, str]) -> dict[RatedPlace, int]:
    return {thing: level for thing, level in given.items() if names[thing] == name}

"""Looking back: each side rates every success criterion and reflects; then both see both.

A student looks back in parts, each kept as it is sent, and sends the whole. Its words are the teachers' to read from
then on; how each side rates is read once both have: whoever saw the other's rating first would rate like it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from bot.domain.actor import Refusal, Side
from bot.domain.check_ins import Reply
from bot.domain.progress import KEPT_LEAST, Kept, kept, share
from bot.domain.terms import Assessor, Criterion, Target, Terms

RATINGS = (1, 2, 3, 4)
"""From "not yet" to "fully"."""

UNRATED = 0
"""In the place of a rating: by the contract this side does not rate the sign."""

CRITERIA_MOST = 60
"""So many are rated: a form with more is not filled in."""

REFLECTION_MOST = 1500
"""Characters."""

OUTSIDE_MOST = 20
"""So many signs are asked about of somebody outside: a form with more is too long beside a teacher's own ratings."""

PIECES_MOST = 3
"""Pieces of evidence that a student chooses."""

PIECE_MOST = 300
"""Characters about each."""


class AssessmentState(StrEnum):
    DRAFT = "draft"
    """A student has begun, and nobody else reads it."""
    CLOSED = "closed"
    """It is in, and nobody else reads it until both have looked back."""
    OPEN = "open"
    """It is in, and the other side reads its words."""


class Part(StrEnum):
    """What a student is asked, in this order."""

    SIGNS = "signs"
    PIECES = "pieces"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class ChosenPiece:
    """A piece of evidence, and what its student says of it."""

    evidence: int
    words: str


@dataclass(frozen=True, slots=True)
class Reflection:
    """What a student says at the end: what helped and they would do `again`, what they would do `otherwise`, what was a
    `surprise`, and a `word` to the teachers."""

    again: str
    otherwise: str = ""
    surprise: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class FromOutside:
    """What a teacher notes of a sheet that came back: what was marked, by the place of the criterion, and words."""

    ratings: Mapping[int, int]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One side's look back: a rating from 1 (not yet) to 4 (fully) for each criterion, UNRATED for one that is not this
    side's to rate; and words.

    `reflection` is what a teacher saw; of a student, what they would do again. A teacher's `otherwise` is what the
    teacher would do otherwise. None of the others is a teacher's.
    """

    workspace: str
    contract: int
    side: str
    user: str
    ratings: tuple[int, ...]
    reflection: str
    given_at: datetime
    otherwise: str = ""
    surprise: str = ""
    word: str = ""
    pieces: tuple[ChosenPiece, ...] = ()
    state: AssessmentState = AssessmentState.CLOSED
    self_part: int | None = None
    """Of a student: what they were told, before they rated, that their ratings count in a suggested grade; None for
    none."""
    outside_ratings: tuple[int, ...] = ()
    """Of a teacher: what somebody outside marked, as the teacher noted it; UNRATED where nothing was."""
    outside_words: str = ""
    """Of a teacher: what stands on that sheet beside it."""
    counts_signs: bool | None = None
    """Of a student: whether they were told, before they rated, that the signs they meet are counted."""
    id: int = 0

    @property
    def is_in(self) -> bool:
        return self.state is not AssessmentState.DRAFT


def part_after(begun: Assessment | None, *, can_choose: bool) -> Part:
    """Where a student goes on. `can_choose`: they have shown something. What was sent is changed from its beginning."""
    if begun is None or begun.is_in:
        return Part.SIGNS
    return Part.PIECES if can_choose and not begun.pieces else Part.WORDS


def checked_pieces(words: Mapping[int, str], known: Iterable[int]) -> tuple[ChosenPiece, ...]:
    """The pieces of which something is said, by their ids; of others than `known` nothing is kept. Refusal for too
    many, and for too much, under the field of that one."""
    chosen = [ChosenPiece(id, text) for id in known if (text := words.get(id, "").strip())]
    for piece in chosen[PIECES_MOST:]:
        raise Refusal("pieces-most", field=piece_field(piece.evidence), most=PIECES_MOST)
    for piece in chosen:
        if len(piece.words) > PIECE_MOST:
            raise Refusal("too-long", field=piece_field(piece.evidence), most=PIECE_MOST)
    return tuple(chosen)


def piece_field(evidence: int) -> str:
    """The name of the input about a piece."""
    return f"piece-{evidence}"


def criteria_of(terms: Terms) -> tuple[tuple[int, Criterion], ...]:
    """(target, counted from 0; criterion), in the order in which ratings are given."""
    found = [(i, c) for i, target in enumerate(terms.targets) for c in target.criteria]
    return tuple(found[:CRITERIA_MOST])


def rated_places(terms: Terms, side: Side) -> tuple[int, ...]:
    """The places of the criteria that this side rates at the end, by the contract."""
    return tuple(place for place, (i, _) in enumerate(criteria_of(terms)) if terms.targets[i].is_rated_by(side))


def outside_places(terms: Terms) -> tuple[int, ...]:
    """The places of the criteria that somebody outside is asked about, on a sheet of paper."""
    found = (place for place, (i, _) in enumerate(criteria_of(terms)) if terms.targets[i].is_rated_outside)
    return tuple(found)[:OUTSIDE_MOST]


def checked_outside(terms: Terms, ratings: Mapping[int, int]) -> tuple[int, ...]:
    """The rating of each criterion that was marked; () where none was, or nobody outside is asked."""
    wanted = outside_places(terms)
    given = {place: rating for place, rating in ratings.items() if place in wanted and rating in RATINGS}
    return tuple(given.get(place, UNRATED) for place in range(len(criteria_of(terms)))) if given else ()


def outside_field(place: int) -> str:
    """The name of the input for what was marked of the criterion at `place`."""
    return f"outside-{place}"


def asks_a_classmate(terms: Terms) -> bool:
    """Whether the contract says that a classmate looks at what was done."""
    return any(Assessor.PEER in target.assessed_by for target in terms.targets)


def checked_ratings(terms: Terms, ratings: Mapping[int, int], side: Side | None = None) -> tuple[int, ...]:
    """The rating of each criterion, given by its place; UNRATED where `side` does not rate it. None: who looks at how
    it goes for themselves rates all. Refusal where one is missing or is no rating."""
    count = len(criteria_of(terms))
    wanted = range(count) if side is None else rated_places(terms, side)
    for place in wanted:
        if ratings.get(place) not in RATINGS:
            raise Refusal("rate-each", field=rating_field(place))
    return tuple(ratings[place] if place in wanted else UNRATED for place in range(count))


def rating_field(place: int) -> str:
    """The name of the input for the criterion at `place`."""
    return f"rating-{place}"


def checked_reflection(text: str, *, needed: bool, field: str = "reflection") -> str:
    text = text.strip()
    if needed and not text:
        raise Refusal("empty", field=field)
    if len(text) > REFLECTION_MOST:
        raise Refusal("too-long", field=field, most=REFLECTION_MOST)
    return text


def checked_words(said: Reflection) -> Reflection:
    """Refusal under the field that says nothing, where it has to, or too much."""
    return Reflection(
        checked_reflection(said.again, needed=True, field="again"),
        checked_reflection(said.otherwise, needed=False, field="otherwise"),
        checked_reflection(said.surprise, needed=False, field="surprise"),
        checked_reflection(said.word, needed=False, field="word"),
    )


def final_field(target: int) -> str:
    """The name of the input for the final number of a target."""
    return f"final-{target}"


def wanted_numbers(terms: Terms, replies: Iterable[Reply], since: datetime) -> dict[int, Reply | None]:
    """The targets whose final number nobody is sure of: none that counts was said from `since` on, the beginning of the
    last day, or another waits for its yes. With the newest reply that has a number, where there is one."""
    said = sorted((r for r in replies if (r.value, r.waiting) != (None, None)), key=lambda r: (r.said_at, r.id))
    newest = {r.target: r for r in said}
    known = {r.target for r in said if r.waiting is None and (r.edited_at or r.said_at) >= since}
    return {i: newest.get(i) for i in range(len(terms.targets)) if i not in known}


def rates_kept(targets: Sequence[Target], replies: Iterable[Reply]) -> dict[int, Kept]:
    """For each target that is a rate, at how many of its numbers it was kept."""
    said: dict[int, list[Decimal | None]] = {}
    for reply in replies:
        if reply.value is not None:
            said.setdefault(reply.target, []).append(reply.value)
    return {i: kept(t, said[i]) for i, t in enumerate(targets) if t.measure.period and i in said}


def newest_values(replies: Iterable[Reply]) -> dict[int, Decimal]:
    """For each target the number that was said last."""
    said = sorted((r for r in replies if r.value is not None), key=lambda r: (r.said_at, r.id))
    return {r.target: r.value for r in said if r.value is not None}


def not_reached(targets: Sequence[Target], values: Mapping[int, Decimal], kept: Mapping[int, Kept]) -> tuple[int, ...]:
    """The places of the targets that ended before their goal, or of which no number says that they did not."""
    return tuple(i for i, target in enumerate(targets) if not _is_reached(target, values.get(i), kept.get(i)))


def _is_reached(target: Target, value: Decimal | None, kept: Kept | None) -> bool:
    if target.measure.period:
        return kept is not None and kept.times >= KEPT_LEAST * kept.of
    return value is not None and share(target, value) >= 1


def furthest_apart(mine: Sequence[int], theirs: Sequence[int]) -> list[int]:
    """The places of the criteria that anybody rated: where the two ratings differ most first, else in their order; what
    only one of them rated is last."""
    both = list(zip(mine, theirs, strict=False))
    rated = [place for place, pair in enumerate(both) if any(pair)]
    return sorted(rated, key=lambda place: (UNRATED in both[place], -_apart(*both[place])))


def differs(mine: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether the two see anything that both rated in another way."""
    return any(_apart(*pair) for pair in zip(mine, theirs, strict=False))


def _apart(one: int, other: int) -> int:
    return abs(one - other) if UNRATED not in (one, other) else 0

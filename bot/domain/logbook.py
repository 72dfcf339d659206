"""The log of one target: what was said of it, day by day, beside the line from its start to its goal.

The line is straight. Where a change of the contract gave it other numbers or another day, it goes on from the number
that the student had then. Where a target came to count something else, numbers of before are not compared with it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from bot.domain.check_ins import CheckIn, CheckInState, Reply
from bot.domain.evidence import Piece
from bot.domain.practice_and_progress import Step
from bot.domain.progress import share
from bot.domain.terms import MeasureKind, Target
from bot.domain.thinning import LinePoint, thinned

STEPS = tuple(Decimal(step) for step in ("1000", "100", "10", "1", "0.5", "0.1", "0.01"))


@dataclass(frozen=True, slots=True)
class AgreedTarget:
    """What was agreed of a target from an instant on; `until` is when its goal is to be reached."""

    target: Target
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """What was said on one occasion. `note` is in the student's words; `practised` is how often; `pieces` are what they
    showed on that day."""

    at: datetime
    value: Decimal | None = None
    note: str = ""
    practised: int | None = None
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A number, when it was said. The first of a log is the start."""

    at: datetime
    value: Decimal


@dataclass(frozen=True)
class Log:
    """`agreed` is what was agreed of the target since it counts what it counts now, oldest first: never empty.
    `entries` are in the order of time."""

    agreed: tuple[AgreedTarget, ...]
    entries: tuple[Entry, ...]

    @property
    def target(self) -> Target:
        return self.agreed[-1].target

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """The start, and every number."""
        start = Mark(self.agreed[0].since, self.agreed[0].target.baseline)
        return (start, *(Mark(e.at, e.value) for e in self.entries if e.value is not None))

    def thinned(self, most: int) -> tuple[Mark, ...]:
        """Those of the marks that keep the shape, `most` of them at most."""
        if most not in self._thinned:
            spots = [LinePoint(mark.at.timestamp(), float(mark.value)) for mark in self.marks]
            self._thinned[most] = tuple(self.marks[place] for place in thinned(spots, most))
        return self._thinned[most]

    @cached_property
    def _thinned(self) -> dict[int, tuple[Mark, ...]]:
        """What was asked for before, by how many."""
        return {}

    @property
    def newest(self) -> Mark | None:
        """The newest number, if any was said."""
        return self.marks[-1] if len(self.marks) > 1 else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """From each number to the next, where practice was told. A rate has none: each number is for a stretch of its
        own."""
        if self.target.measure.kind is MeasureKind.RATE:
            return ()
        said = [entry for entry in self.entries if entry.value is not None]
        before = [self.agreed[0].target.baseline, *(entry.value for entry in said)]
        return tuple(
            Step(float(share(self.target, entry.value) - share(self.target, came_from)), entry.practised)
            for entry, came_from in zip(said, before, strict=False)
            if entry.value is not None and came_from is not None and entry.practised is not None
        )

    @property
    def changed_at(self) -> tuple[datetime, ...]:
        return tuple(agreed.since for agreed in self.agreed[1:])

    def line_at(self, moment: datetime) -> Decimal:
        """Where the line stands. That of a rate stands at its goal all the time: each number is for a stretch of its
        own. That of a grade climbs from grade to grade."""
        place = max((i for i, agreed in enumerate(self.agreed) if agreed.since <= moment), default=0)
        agreed = self.agreed[place]
        target = agreed.target
        if target.measure.kind is MeasureKind.RATE:
            return target.goal
        start = self._starts[place]
        gone, whole = _of_the_time(agreed, moment)
        if target.measure.kind is MeasureKind.GRADE:
            exactly = Fraction(start) + Fraction(target.goal - start) * Fraction(gone, whole)
            return Decimal(floor(exactly) if target.goal > target.baseline else ceil(exactly))
        return start + (target.goal - start) * gone / whole

    def line_about(self, moment: datetime) -> Decimal:
        """The same, no finer than anybody needs it: in steps of about a hundredth of the whole way."""
        way = abs(self.target.goal - self.target.baseline)
        step = next((step for step in STEPS if step <= way / 40), STEPS[-1])
        return (self.line_at(moment) / step).quantize(Decimal(1)) * step

    @cached_property
    def _starts(self) -> tuple[Decimal, ...]:
        """Where the line begins each time."""
        numbers = [[m.value for m in self.marks if m.at <= agreed.since] for agreed in self.agreed[1:]]
        return (self.marks[0].value, *(said[-1] for said in numbers))


def log_of(
    agreed: Sequence[AgreedTarget],
    place: int,
    check_ins: Iterable[CheckIn],
    replies: Iterable[Reply],
    pieces: Iterable[Piece],
    day: Callable[[datetime], date],
) -> Log:
    """`agreed` are all versions of the target at this place, oldest first; `day` says on which day of the student's an
    instant is. What was shown on a day stands with what was said last on it, or by itself."""
    kept = _merged(_comparable(agreed))
    answered = {c.id: c for c in check_ins if c.state is CheckInState.ANSWERED}
    said = [
        Entry(answered[r.check_in].answered_at or r.said_at, r.value, r.all_words, r.practised)
        for r in sorted(replies, key=lambda reply: reply.check_in)
        if r.target == place and r.check_in in answered and _says_something(r)
    ]
    shown = [piece for piece in pieces if piece.target == place and piece.can_be_shown]
    entries = _with_pieces(sorted(said, key=lambda entry: entry.at), shown, day)
    return Log(kept, tuple(entry for entry in entries if entry.at >= kept[0].since))


def _says_something(reply: Reply) -> bool:
    return reply.value is not None or reply.practised is not None or bool(reply.all_words)


def _comparable(agreed: Sequence[AgreedTarget]) -> list[AgreedTarget]:
    """The newest, and those before it that count the same."""
    kept: list[AgreedTarget] = []
    for one in reversed(agreed):
        if kept and not _counts_the_same(one.target, kept[-1].target):
            break
        kept.append(one)
    return kept[::-1]


def _counts_the_same(one: Target, other: Target) -> bool:
    return (one.unit, one.measure) == (other.unit, other.measure)


def _merged(agreed: Sequence[AgreedTarget]) -> tuple[AgreedTarget, ...]:
    """Without versions that changed nothing of the line; the words are the newest."""
    kept: list[AgreedTarget] = []
    for one in agreed:
        if kept and _line_of(kept[-1]) == _line_of(one):
            kept[-1] = replace(kept[-1], target=one.target)
        else:
            kept.append(one)
    return tuple(kept)


def _line_of(agreed: AgreedTarget) -> tuple[Decimal, Decimal, datetime]:
    return agreed.target.baseline, agreed.target.goal, agreed.until


def _with_pieces(entries: Sequence[Entry], pieces: Iterable[Piece], day: Callable[[datetime], date]) -> list[Entry]:
    last = {day(entry.at): place for place, entry in enumerate(entries)}
    found, alone = list(entries), []
    for piece in sorted(pieces, key=lambda piece: (piece.came_at, piece.id)):
        place = last.get(day(piece.came_at))
        if place is None:
            alone.append(Entry(piece.came_at, pieces=(piece,)))
        else:
            found[place] = replace(found[place], pieces=(*found[place].pieces, piece))
    return sorted([*found, *alone], key=lambda entry: entry.at)


def _of_the_time(agreed: AgreedTarget, moment: datetime) -> tuple[int, int]:
    """How much of the whole of it is gone, exactly: a step is not missed by a hair."""
    whole, gone = (_ticks(end - agreed.since) for end in (agreed.until, moment))
    return (min(max(gone, 0), whole), whole) if whole > 0 else (1, 1)


def _ticks(time: timedelta) -> int:
    return time // timedelta(microseconds=1)

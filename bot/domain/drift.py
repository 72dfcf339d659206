"""Drift: progress that falls behind the line from start to goal and does not catch up, or silence.

One number decides nothing: it takes three, from the fourth check-in on. What was left out (excused, or dropped) counts
for nothing, and the line stands still in that time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from statistics import median
from typing import NamedTuple

from bot.domain.progress import share
from bot.domain.terms import Target


class DriftKind(StrEnum):
    """What was seen."""

    NOT_CATCHING_UP = "not-catching-up"
    """Three numbers below the line, and they rise more slowly than it."""
    LITTLE_PRACTICE = "little-practice"
    """The same, with practice less than half of what was planned, or none."""
    LESS_SURE = "less-sure"
    """The same, with a student who was less sure twice in a row."""
    SILENT = "silent"
    """Two check-ins in a row without an answer."""


@dataclass(frozen=True, slots=True)
class SaidOfTarget:
    """What was said of one target. `planned` is how often they meant to practise since the check-in before."""

    value: Decimal | None = None
    practised: int | None = None
    planned: int = 1


@dataclass(frozen=True, slots=True)
class EndedCheckIn:
    """A check-in that is over, by the places of the targets.

    `at` is when it was due, `sure` how sure they were, from 1 to 5."""

    number: int
    at: datetime
    said: Mapping[int, SaidOfTarget] = field(default_factory=dict)
    sure: int | None = None
    missed: bool = False
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """From the start of a target, at `start`, to its goal, at `end`."""

    target: Target
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Drift:
    """`since` is the number of the check-in at which what goes on now was first seen; `targets` are the places of those
    that it was seen of, none where it is silence."""

    what: DriftKind
    since: int
    targets: tuple[int, ...] = ()


FROM = 4
"""The first check-in at which numbers may show it."""
WINDOW = 3
SILENT_FOR = 2
"""Check-ins in a row."""

BEHIND = 0.16
"""So much of the way below the line, in the middle of the last three numbers."""
CATCHING_UP = 0.5
"""So much of what the line rises is enough not to be seen."""
BEHIND_AT_LEAST = 0.08
"""The same where little was practised, with the next: there is another sign beside the numbers."""
CATCHING_UP_AT_LEAST = 0.9
BEHIND_LESS_SURE = 0.10
LITTLE = 0.4
"""Of what was planned."""
BEGUN = 0.5
"""Of what was planned, after a time of LITTLE: somebody has begun."""
COARSE = 4
"""Where it is so few whole steps from start to goal, the line rises in steps as well."""


def drift_of(lines: Sequence[Line], ended: Sequence[EndedCheckIn]) -> Drift | None:
    """What goes on at the newest of these check-ins, in the order of their numbers."""
    silent = _silent_since([check_in for check_in in ended if not check_in.left_out])
    seen = [(place, found) for place, line in enumerate(lines) if (found := _seen(_points(line, ended, place)))]
    if not seen:
        return Drift(DriftKind.SILENT, silent) if silent is not None else None
    first = min((found for _, found in seen), key=lambda found: found.since)
    return Drift(first.what, first.since, tuple(place for place, _ in seen))


def _silent_since(counted: Sequence[EndedCheckIn]) -> int | None:
    missed = []
    for check_in in reversed(counted):
        if not check_in.missed:
            break
        missed.append(check_in.number)
    return missed[-SILENT_FOR] if len(missed) >= SILENT_FOR else None


class _Point(NamedTuple):
    """A number beside the line: shares of the way. `kept` is practice as a share of what was planned, None where
    nothing was said; `place` counts the check-ins, with those that gave no number."""

    number: int
    place: int
    aim: float
    done: float
    practised: int | None
    planned: int
    sure: int | None

    @property
    def gap(self) -> float:
        return self.aim - self.done

    @property
    def kept(self) -> float | None:
        return None if self.practised is None else self.practised / max(self.planned, 1)


def _points(line: Line, ended: Iterable[EndedCheckIn], place: int) -> list[_Point]:
    points: list[_Point] = []
    rested, before, counted = timedelta(), line.start, 0
    for check_in in ended:
        if check_in.left_out:
            rested += max(check_in.at - before, timedelta())
        else:
            counted += 1
            said = check_in.said.get(place, SaidOfTarget())
            if said.value is not None:
                aim = _aim(line, check_in.at - rested)
                done = float(share(line.target, said.value))
                point = _Point(check_in.number, counted, aim, done, said.practised, said.planned, check_in.sure)
                points.append(point)
        before = max(before, check_in.at)
    return points


def _aim(line: Line, moment: datetime) -> float:
    """Where the line stands, between 0 and 1."""
    whole = (line.end - line.start).total_seconds()
    gone = (moment - line.start).total_seconds()
    aim = min(max(gone / whole, 0.0), 1.0) if whole > 0 else float(gone >= 0)
    steps = abs(line.target.goal - line.target.baseline)
    if steps <= COARSE and steps == steps.to_integral_value() and line.target.baseline % 1 == 0:
        return int(aim * float(steps)) / float(steps)
    return aim


class _Found(NamedTuple):
    what: DriftKind
    since: int


def _seen(points: Sequence[_Point]) -> _Found | None:
    """It lasts from where it is seen to where the numbers are back."""
    found: _Found | None = None
    for end in range(WINDOW, len(points) + 1):
        if found is not None and _is_back(points[:end]):
            found = None
        elif found is None and (what := _shown(points[:end])) is not None:
            found = _Found(what, points[end - 1].number)
    return found


def _shown(points: Sequence[_Point]) -> DriftKind | None:
    last = points[-WINDOW:]
    if last[-1].place < FROM or _has_begun(points):
        return None
    middle, rose = _middle(last), _rose(last)
    if _practised_little(last) and middle > BEHIND_AT_LEAST and rose < CATCHING_UP_AT_LEAST:
        return DriftKind.LITTLE_PRACTICE
    if rose >= CATCHING_UP or min(point.gap for point in last) <= 0:
        return None
    if _was_less_sure(points) and middle > BEHIND_LESS_SURE:
        return DriftKind.LESS_SURE
    return DriftKind.NOT_CATCHING_UP if middle > BEHIND else None


def _is_back(points: Sequence[_Point]) -> bool:
    """The newest numbers are at the line, or rise at least as it does."""
    last = points[-WINDOW:]
    return _middle(last) <= BEHIND_AT_LEAST or (_rose(last) >= 1 and last[-1].gap < last[0].gap)


def _middle(last: Sequence[_Point]) -> float:
    return median(point.gap for point in last)


def _rose(last: Sequence[_Point]) -> float:
    """As a share of what the line rose; where that stands still, whatever rose is enough."""
    risen, line = last[-1].done - last[0].done, last[-1].aim - last[0].aim
    if line > 0:
        return risen / line
    return 1.0 if risen > 0 else 0.0


def _practised_little(last: Sequence[_Point]) -> bool:
    said = [(point.practised, max(point.planned, 1)) for point in last if point.practised is not None]
    return len(said) > 1 and sum(times for times, _ in said) <= LITTLE * sum(planned for _, planned in said)


def _has_begun(points: Sequence[_Point]) -> bool:
    """A late start: after little practice there is some, and the newest number goes the line's way."""
    newest, before = points[-1], points[-2]
    earlier = [point.kept for point in points[-1 - WINDOW : -1] if point.kept is not None]
    if newest.kept is None or newest.kept < BEGUN or not earlier or min(earlier) > LITTLE:
        return False
    return newest.done - before.done >= CATCHING_UP * (newest.aim - before.aim)


def _was_less_sure(points: Sequence[_Point]) -> bool:
    told = [point.sure for point in points if point.sure is not None][-WINDOW:]
    return len(told) == WINDOW and told[0] > told[1] > told[2]

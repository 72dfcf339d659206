"""How often drift is seen where there is none, and how soon where there is: 10,000 simulated series of check-ins.

`python -m tests.bench.drift` prints the table; `make bench` has its figures, one a line. The rule was made on other
series, drawn from seeds below 1000. Those that are reported were not drawn before the rule stood.

What is assumed, and known of no student:

- 8 to 12 check-ins, evenly spaced. Seven kinds, equally many. On the way to the goal: on the line; ahead of it (1.15 to
  1.5 times as fast); a late start (nothing for 15 to 30 % of the time, then straight to the goal); one bad week (30 to
  50 points down, then as before). Not on the way: flat (0 to 8 % in all); half pace (45 to 55 %); a stall (on the line,
  then nothing from 30 to 60 % of the time on).
- Each number is off by a normal error of 3, 7 or 12 points of the way, a third of the series each.
- Practice: 1, 2, 3 or 5 times a week are planned. Whoever is on the way keeps 85 % of them (ahead 95 %; before a late
  start 15 %; in the bad week 20 %). Of those who are flat or stalled, half keep 20 % and half 80 %; at half pace 45 %
  and 85 %. 15 % of the students never tell, the others at 85 % of their check-ins.
- Confidence, 1 to 5: four, less four times what the number is below the line, with an error of 0.7. 60 % of the
  students tell it, at 70 % of their check-ins. It knows nothing that the numbers do not: the careful assumption.

False: warned at any check-in, though the goal is reached. Found: flat and half pace within the first four check-ins, a
stall within four of its beginning. In time: with three check-ins left, the last chance to change much.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from statistics import mean, median
from time import process_time
from typing import NamedTuple

from bot.domain.drift import EndedCheckIn, Line, SaidOfTarget, drift_of
from tests.bench.report import Measurement
from tests.world import START, terms

REACHED = ("on-track", "ahead", "late-start", "bad-week")
MISSED = ("flat", "half-pace", "stall")
NOISE = (0.03, 0.07, 0.12)
SERIES = 10_000
SEED = 31_415
WEEK = timedelta(days=7)
TARGET = replace(terms().targets[0], baseline=Decimal(0), goal=Decimal(1000))
FALSE_MOST = 6.0
FOUND_LEAST = 85.0


class Week(NamedTuple):
    aim: float
    done: float
    practised: int | None
    planned: int
    confidence: int | None


@dataclass(frozen=True, slots=True)
class Series:
    kind: str
    noise: float
    weeks: tuple[Week, ...]
    stalls: int
    """The place, from 0, of the first check-in after a stall."""


Rule = Callable[[Sequence[Week]], bool]
"""Whether it warns at the newest of these check-ins."""


def simulated(count: int, seed: int) -> list[Series]:
    rng = random.Random(seed)
    kinds = (*REACHED, *MISSED)
    return [_series(rng, kinds[i % len(kinds)], NOISE[i // len(kinds) % len(NOISE)]) for i in range(count)]


class _Way(NamedTuple):
    """One student's way: what was drawn for it once."""

    late: float
    bad: float
    deep: float
    pace: float
    creep: float
    fast: float
    stall: float
    stops: bool


def _series(rng: random.Random, kind: str, noise: float) -> Series:
    count = rng.randint(8, 12)
    way = _Way(
        rng.uniform(0.15, 0.3),
        rng.randint(2, count - 1) / count,
        rng.uniform(0.3, 0.5),
        rng.uniform(0.45, 0.55),
        rng.uniform(0, 0.08),
        rng.uniform(1.15, 1.5),
        rng.uniform(0.3, 0.6),
        rng.random() < 0.5,
    )
    planned, sure, tells = rng.choice((1, 2, 3, 5)), rng.random() < 0.6, rng.random() < 0.85
    weeks = []
    for place in range(1, count + 1):
        aim = place / count
        done, keeps = _at(kind, way, aim)
        done += rng.gauss(0, noise)
        told = sum(rng.random() < keeps for _ in range(planned)) if tells and rng.random() < 0.85 else None
        felt = round(4 - 4 * max(0.0, aim - done) + rng.gauss(0, 0.7)) if sure and rng.random() < 0.7 else None
        weeks.append(Week(aim, done, told, planned, None if felt is None else min(max(felt, 1), 5)))
    return Series(kind, noise, tuple(weeks), next((i for i, week in enumerate(weeks) if week.aim > way.stall), 0))


def _at(kind: str, way: _Way, aim: float) -> tuple[float, float]:
    """How much is done, without its error, and the share of the planned practice that is kept."""
    kept_by = {
        "on-track": (aim, 0.85),
        "ahead": (min(1.0, aim * way.fast), 0.95),
        "late-start": (max(0.0, (aim - way.late) / (1 - way.late)), 0.85 if aim > way.late else 0.15),
        "bad-week": (aim - way.deep, 0.2) if aim == way.bad else (aim, 0.85),
        "flat": (way.creep * aim, 0.2 if way.stops else 0.8),
        "half-pace": (way.pace * aim, 0.45 if way.stops else 0.85),
        "stall": (min(aim, way.stall), 0.85 if aim <= way.stall else 0.2 if way.stops else 0.8),
    }
    return kept_by[kind]


# The rules.


def newest_number(weeks: Sequence[Week]) -> bool:
    """The rule before this one: the newest number 25 points behind."""
    return weeks[-1].aim - weeks[-1].done > 0.25


def four_points(weeks: Sequence[Week]) -> bool:
    """The four newest numbers below the line: what teachers are taught for graphs of reading fluency."""
    four = 4
    return len(weeks) >= four and all(week.done < week.aim for week in weeks[-four:])


def middle_of_three(weeks: Sequence[Week]) -> bool:
    """What ours began from: the middle gap of the last three, and how much they rose."""
    if len(weeks) < 4:
        return False
    last = weeks[-3:]
    behind = median(week.aim - week.done for week in last) > 0.15
    return behind and last[-1].done - last[0].done < 0.8 * (last[-1].aim - last[0].aim)


def numbers_alone(weeks: Sequence[Week]) -> bool:
    return _ours([week._replace(practised=None, confidence=None) for week in weeks])


def with_practice(weeks: Sequence[Week]) -> bool:
    return _ours([week._replace(confidence=None) for week in weeks])


def with_all(weeks: Sequence[Week]) -> bool:
    return _ours(weeks)


def _ours(weeks: Sequence[Week]) -> bool:
    return drift_of([_line(weeks)], [_ended(number, week) for number, week in enumerate(weeks, 1)]) is not None


def _line(weeks: Sequence[Week]) -> Line:
    return Line(TARGET, START, START + WEEK * round(len(weeks) / weeks[-1].aim))


def _ended(number: int, week: Week) -> EndedCheckIn:
    said = SaidOfTarget(Decimal(round(week.done * 1000)), week.practised, week.planned)
    return EndedCheckIn(number, START + WEEK * number, {0: said}, week.confidence)


RULES: Mapping[str, Rule] = {
    "newest_number": newest_number,
    "four_points": four_points,
    "middle_of_three": middle_of_three,
    "numbers_alone": numbers_alone,
    "with_practice": with_practice,
    "with_all": with_all,
}


# What they are worth.


@dataclass(frozen=True, slots=True)
class Score:
    """In per cent."""

    kinds: Mapping[str, float]
    false: float
    found: float
    in_time: float
    by_noise: Mapping[float, float]
    """False."""


def score(rule: Rule, series: Sequence[Series]) -> Score:
    by_kind: dict[str, list[bool]] = defaultdict(list)
    in_time: dict[str, list[bool]] = defaultdict(list)
    by_noise: dict[float, list[bool]] = defaultdict(list)
    for one in series:
        if one.kind in REACHED:
            by_kind[one.kind].append(_warns(rule, one, 0, len(one.weeks)))
            by_noise[one.noise].append(by_kind[one.kind][-1])
        else:
            first = one.stalls if one.kind == "stall" else 0
            by_kind[one.kind].append(_warns(rule, one, first, first + 4))
            in_time[one.kind].append(_warns(rule, one, first, len(one.weeks) - 3))
    kinds = {kind: _percent(found) for kind, found in by_kind.items()}
    return Score(
        kinds,
        mean(kinds[kind] for kind in REACHED),
        mean(kinds[kind] for kind in MISSED),
        mean(_percent(in_time[kind]) for kind in MISSED),
        {noise: _percent(found) for noise, found in by_noise.items()},
    )


def _warns(rule: Rule, series: Series, first: int, after: int) -> bool:
    ends = range(first + 1, min(after, len(series.weeks)) + 1)
    return any(rule(series.weeks[:end]) for end in ends)


def _percent(found: Sequence[bool]) -> float:
    return 100 * sum(found) / len(found)


def measure() -> Iterator[Measurement]:
    series = simulated(SERIES, SEED)
    for name, rule in RULES.items():
        found = score(rule, series)
        yield _line_of(f"drift_{name}_false", found.false, "%", FALSE_MOST)
        yield _line_of(f"drift_{name}_found", found.found, "%", FOUND_LEAST)
        yield _line_of(f"drift_{name}_in_time", found.in_time, "%", FOUND_LEAST)
    longest = max(series, key=lambda one: len(one.weeks))
    began, times = process_time(), 200
    for _ in range(times):
        with_all(longest.weeks)
    yield _line_of("drift_ms_for_twelve_check_ins", (process_time() - began) * 1000 / times, "ms", 1.0)


def _line_of(name: str, value: float, unit: str, baseline: float) -> Measurement:
    shown = {"value": round(value, 2), "unit": unit, "baseline": baseline}
    return {"name": name, **shown, "ratio": round(value / baseline, 2)}


def table(count: int = SERIES, seed: int = SEED) -> str:
    series = simulated(count, seed)
    kinds = (*REACHED, *MISSED)
    rows = [["rule", *kinds, "false", "found", "in time", *(f"false at {noise}" for noise in NOISE)]]
    for name, rule in RULES.items():
        found = score(rule, series)
        numbers = [found.kinds[kind] for kind in kinds] + [found.false, found.found, found.in_time]
        rows.append([name, *(f"{number:.1f}" for number in (*numbers, *(found.by_noise[n] for n in NOISE)))])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    print(table())  # noqa: T201  (this is what the program is for)

"""What reading a target gives: findings with their places, a verdict, and what the interview need not ask."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from bot.domain.terms import Direction


class FindingKind(StrEnum):
    """What a finding is about."""

    OBSERVABLE = "observable"  # an action or a product that somebody else can see or check
    MEASURE = "measure"  # by what the result is judged
    TIMEFRAME = "timeframe"  # by when, over which period, within which tasks
    INNER_STATE = "inner_state"  # knowing, feeling or trying, in the place of an action


class Verdict(StrEnum):
    """How far a target has come."""

    MEASURABLE = "measurable"  # observable, measure and timeframe
    PARTIAL = "partial"  # the rest
    VAGUE = "vague"  # neither observable nor measure


class Gap(StrEnum):
    """What a target still lacks, in the order in which to ask for it."""

    OBSERVABLE = "observable"
    MEASURE = "measure"
    TIMEFRAME = "timeframe"


@dataclass(frozen=True, slots=True)
class Finding:
    """A part of the sentence: `source[start:end] == text`. `detail` names its sort, such as "count" or "date"."""

    kind: FindingKind
    start: int
    end: int
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the sentence already answers. Empty or None where it says nothing.

    `goal` and `baseline` are in `unit`; `out_of` is the total of "4 out of 5". Grades by letter stand in
    `grade_from` and `grade_to`. `due`, `tasks` and `frequency` are as typed ("by 2 May", "next three essays",
    "every week"); `task_count` is the number of tasks. `ceiling` says that the number is a limit ("at most 3").
    `period` is the stretch of time that each number is for ("week", also of "twice a week"), `currency` the sign of an
    amount of money. `direction` may be known before any number is ("fewer mistakes"); `less` says that
    the words alone want less, whatever the numbers.
    """

    baseline: Decimal | None = None
    goal: Decimal | None = None
    unit: str = ""
    out_of: Decimal | None = None
    direction: Direction | None = None
    less: bool = False
    ceiling: bool = False
    grade_from: str = ""
    grade_to: str = ""
    due: str = ""
    tasks: str = ""
    task_count: int | None = None
    frequency: str = ""
    period: str = ""
    currency: str = ""


PARTS = ("observable", "measure", "timeframe")
LEARNED = PARTS[:2]
"""The parts that there is a second opinion on."""


class PartOpinion(NamedTuple):
    """How much speaks for each part, by what was learned of labelled sentences; less than 0 against it."""

    observable: float
    measure: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A target, read. Each tuple is in the order of the text; `actions` counts the targets in the sentence."""

    text: str
    observables: tuple[Finding, ...]
    inner_states: tuple[Finding, ...]
    measures: tuple[Finding, ...]
    timeframes: tuple[Finding, ...]
    verdict: Verdict
    extracted: Extracted = field(default_factory=Extracted)
    by_rule: tuple[bool, bool, bool] = (False, False, False)
    """Whether the rules alone found each of PARTS."""
    opinion: PartOpinion | None = None
    """The second opinion; None where there are no weights."""

    @property
    def unsure(self) -> bool:
        """Whether the two opinions differ on whether somebody could see it: then Accord asks."""
        return self.opinion is not None and self.by_rule[0] is not (self.opinion.observable > 0)

    @property
    def observable(self) -> Finding | None:
        """The first action or product."""
        return self.observables[0] if self.observables else None

    @property
    def inner_state(self) -> Finding | None:
        """The first inner state, where it stands in the place of an action."""
        return self.inner_states[0] if self.inner_states and not self.observables else None

    @property
    def measure(self) -> Finding | None:
        """The first measure."""
        return self.measures[0] if self.measures else None

    @property
    def timeframe(self) -> Finding | None:
        """The first timeframe."""
        return self.timeframes[0] if self.timeframes else None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, by place."""
        every = self.observables + self.inner_states + self.measures + self.timeframes
        return tuple(sorted(every, key=lambda finding: (finding.start, finding.end)))


def verdict_of(*, observable: bool, measure: bool, timeframe: bool) -> Verdict:
    """The verdict that follows from the three parts."""
    if observable and measure and timeframe:
        return Verdict.MEASURABLE
    if not observable and not measure:
        return Verdict.VAGUE
    return Verdict.PARTIAL

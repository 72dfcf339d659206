"""What a contract says: a value. Two equal terms have one content hash, and signatures bind to it."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from bot.domain.actor import Refusal, Side
from bot.domain.chosen import TakenActivity, check_own
from bot.domain.seen import seen


class EvidenceForm(StrEnum):
    """How a student shows what they can do."""

    WRITTEN = "written"
    ORAL = "oral"
    VIDEO = "video"
    PHOTO = "photo"
    LINK = "link"
    PEER_TEACHING = "peer-teaching"
    OTHER = "other"


FILES = frozenset({EvidenceForm.VIDEO, EvidenceForm.PHOTO})
"""Forms that are files. The interview offers them where the class takes them (`bot.domain.evidence.offered_forms`)."""

OFFERED = tuple(form for form in EvidenceForm if form not in FILES)
"""By the form of terms in any class, beside the one that stands there."""


class Direction(StrEnum):
    """Which way the numbers of a target are to go."""

    UP = "up"
    DOWN = "down"


class MeasureKind(StrEnum):
    """What a target counts."""

    COUNT = "count"
    SHARE = "share"
    """So many of so many, or per cent."""
    TIME = "time"
    MONEY = "money"
    GRADE = "grade"
    """A place on a scale."""
    RATE = "rate"
    """So much in every stretch of time: it is reached when it was kept over the time that was agreed."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the numbers of a target are, and so how they are written. It says nothing of which numbers.

    `counts` is what one number is, never a rate; `period` is the stretch that each number is for ("week", "lesson"),
    "" where there is none. `out_of` is the total of a share. `seconds`: how many one of the unit has, for a time.
    `currency` is the sign that stands before an amount of money. `scale`: the names of grades, the worst first; a
    number of a grade is its place on it, from 0, so that a better one is always higher.
    """

    counts: MeasureKind = MeasureKind.COUNT
    period: str = ""
    out_of: Decimal | None = None
    seconds: int = 0
    currency: str = ""
    scale: tuple[str, ...] = ()

    @property
    def kind(self) -> MeasureKind:
        return MeasureKind.RATE if self.period else self.counts

    def text(self, value: Decimal) -> str:
        """A number as it is read: "8", "24:30", "£50", "B+"."""
        if self.scale:
            return self.scale[min(max(int(value), 0), len(self.scale) - 1)]
        if self.seconds >= _MINUTE and value != value.to_integral_value():
            return _clock(value)
        if self.currency:
            amount = number_text(abs(value)) if value == value.to_integral_value() else f"{abs(value):.2f}"
            return f"{'-' if value < 0 else ''}{self.currency}{amount}"
        return number_text(value)

    def beside(self, unit: str) -> str:
        """The unit as it stands behind a number that is written like this: the sign of money stands before it, and a
        grade needs none."""
        return "" if self.scale else unit.removeprefix(self.currency).strip()


COUNTED = Measure()
"""A plain count: what targets were before they knew more."""

_MINUTE = 60


def _clock(value: Decimal) -> str:
    """A time that is no whole number of its unit: "24:30" for 24.5 minutes, "1:30" for one hour and a half."""
    whole, rest = divmod(round(abs(value) * _MINUTE), _MINUTE)
    return f"{'-' if value < 0 else ''}{whole}:{rest:02}"


class Assessor(StrEnum):
    """Who says at the end how far the signs of success of a target are met, in the order in which they are named."""

    SELF = "self"
    PEER = "peer"
    """A classmate, in words: nobody asks one for a rating."""
    TEACHER = "teacher"
    OUTSIDE = "outside"
    """Somebody who is in no class here, on a sheet of paper that they sign."""


RATES_AS = {Side.STUDENT: Assessor.SELF, Side.TEACHER: Assessor.TEACHER}


@dataclass(frozen=True, slots=True)
class Criterion:
    """How both will know. At least one of a contract's criteria is the student's own."""

    text: str
    author: Side


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A milestone on the way that the student has named. `at` is the number that reaches it; None where none does: then
    the student says that they did."""

    name: str
    at: Decimal | None = None


WAYPOINTS_MOST = 3
"""Of a contract."""


@dataclass(frozen=True, slots=True)
class ServedStandard:
    """A standard of the class that a target serves, as it read when it was chosen. It never stands in place of the
    student's own words."""

    code: str
    statement: str

    @property
    def label(self) -> str:
        """How it is called in a line."""
        return self.code or self.statement


@dataclass(frozen=True, slots=True)
class TakenCriterion:
    """A criterion of a rubric, as it read when a target took it: what it looks like at each level, the lowest first."""

    rubric: str
    name: str
    levels: tuple[str, ...]
    descriptors: tuple[str, ...]

    @property
    def text(self) -> str:
        """In one line."""
        pairs = zip(self.levels, self.descriptors, strict=False)
        return f"{self.name}: {'; '.join(f'{level} – {said}' for level, said in pairs)}"


@dataclass(frozen=True, slots=True)
class Target:
    """One specific, measurable aim. `baseline` and `goal` count `unit`; a goal below the baseline
    (fewer mistakes) is as good as one above. `measure` is what the unit means: how its numbers are written, and when
    they reach the goal. `evidence_words` say what the evidence is, in a side's own words.

    `why` says where the student will use it, `materials` what they work with, a thing on a line; both may be "".
    `strategies` are how the student practises: what, when and where. `obstacle` is what may get in the way of that, and
    `fallback` what they do then; a side may leave out either. `assessed_by` is empty where nothing was agreed about it:
    then the student and the teacher are who assesses, as in a contract from before it could be agreed. `weight`: how
    much it counts in a suggested grade beside the other targets, 0 where nothing was agreed."""

    statement: str
    baseline: Decimal
    goal: Decimal
    unit: str
    due_on: date
    evidence: EvidenceForm
    evidence_words: str = field(default="", kw_only=True)
    strategies: str
    obstacle: str = field(default="", kw_only=True)
    fallback: str = field(default="", kw_only=True)
    criteria: tuple[Criterion, ...]
    milestones: tuple[Waypoint, ...] = field(default=(), kw_only=True)
    measure: Measure = field(default=COUNTED, kw_only=True)
    standards: tuple[ServedStandard, ...] = field(default=(), kw_only=True)
    rubric: tuple[TakenCriterion, ...] = field(default=(), kw_only=True)
    activity: tuple[TakenActivity, ...] = field(default=(), kw_only=True)
    materials: str = field(default="", kw_only=True)
    why: str = field(default="", kw_only=True)
    assessed_by: tuple[Assessor, ...] = field(default=(), kw_only=True)
    weight: int = field(default=0, kw_only=True)

    @property
    def direction(self) -> Direction:
        return Direction.DOWN if self.goal < self.baseline else Direction.UP

    @property
    def beside(self) -> str:
        """The unit, as it stands behind the numbers."""
        return self.measure.beside(self.unit)

    def is_rated_by(self, side: Side) -> bool:
        """Whether this side rates its signs of success at the end."""
        return not self.assessed_by or RATES_AS[side] in self.assessed_by

    @property
    def is_rated_outside(self) -> bool:
        return Assessor.OUTSIDE in self.assessed_by

    def text(self, value: Decimal) -> str:
        """One of its numbers, as it is read."""
        return self.measure.text(value)


FURTHER_MOST = 3


@dataclass(frozen=True, slots=True)
class TeachersPart:
    """One thing that the teacher does, and when: a weekday ("FR") for every week, one day ("2027-02-03"), or "" where
    they are not asked about it."""

    text: str
    when: str

    @property
    def mark(self) -> str:
        """What it is known by, whatever stands beside it: in other words it is another promise."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


def further_as_text(parts: tuple[TeachersPart, ...]) -> str:
    """As one text, to keep beside the answers of a draft; "" for none."""
    return json.dumps([[one.text, one.when] for one in parts]) if parts else ""


def further_from_text(text: str) -> tuple[TeachersPart, ...]:
    return tuple(TeachersPart(*one) for one in json.loads(text)) if text else ()


@dataclass(frozen=True, slots=True)
class Terms:
    """The whole of what the two sides sign. `supports` is private to the student and the teachers. `with_class`:
    check-ins are on the days and at the time of the class, also where those change; the days and the time here are the
    ones that it had when this was written. `alternates_from`: the Monday of a week with check-ins, where they are in
    every second one. `after_each`: what each check-in comes after, in a side's own word ("essay"): the student says
    when they have had one, and there are no days. `promised`: when the teacher keeps what `commitments` say: a weekday
    ("FR") for every week, or one day ("2027-02-03"). `self_part`: what the student's own ratings count in a suggested
    grade, in percent; None where it is left to the class. `further`: what else the teacher does, each in its own
    rhythm."""

    targets: tuple[Target, ...]
    hardest: str
    strengths: str
    supports: str
    commitments: str
    ends_on: date
    check_in_days: tuple[str, ...]
    check_in_time: time
    with_class: bool = field(default=False, kw_only=True)
    alternates_from: date | None = field(default=None, kw_only=True)
    after_each: str = field(default="", kw_only=True)
    promised: str = field(default="", kw_only=True)
    self_part: int | None = field(default=None, kw_only=True)
    further: tuple[TeachersPart, ...] = field(default=(), kw_only=True)

    def content_hash(self) -> str:
        """SHA-256 over a canonical JSON form, hexadecimal. A part that is new since the first signatures is left out
        while it is empty, so that they bind to what they were given on."""
        said = asdict(self)
        for name in ("with_class", "alternates_from", "after_each", "promised", "further"):
            if not said[name]:
                del said[name]
        if self.self_part is None:  # nothing agreed; 0 says that they count for nothing
            del said["self_part"]
        for target in said["targets"]:
            target["measure"] = {name: part for name, part in target["measure"].items() if part not in _PLAIN}
            for name in _LATER:
                if not target[name]:
                    del target[name]
        canonical = json.dumps(said, sort_keys=True, default=_canonical, ensure_ascii=True)
        return hashlib.sha256(canonical.encode()).hexdigest()


_LATER = (
    "evidence_words",
    "measure",
    "obstacle",
    "fallback",
    "milestones",
    "standards",
    "rubric",
    "activity",
    "materials",
    "why",
    "assessed_by",
    "weight",
)
"""Parts of a target that are new since the first signatures."""
_PLAIN = (MeasureKind.COUNT, "", None, 0, ())
"""What a part of a measure is while it says nothing."""


def _canonical(value: Any) -> str:
    return number_text(value) if isinstance(value, Decimal) else str(value)


def number_text(value: Decimal) -> str:
    """A number without needless zeros, so that equal numbers read alike."""
    text = f"{value or 0:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


T = TypeVar("T", "Terms", Target, Criterion, Waypoint, ServedStandard, TeachersPart)


def as_seen(terms: Terms) -> Terms:
    """The terms without anything that hides in their words."""
    targets = tuple(
        replace(
            _all_seen(target),
            criteria=tuple(_all_seen(criterion) for criterion in target.criteria),
            milestones=tuple(_all_seen(waypoint) for waypoint in target.milestones),
            standards=tuple(_all_seen(standard) for standard in target.standards),
        )
        for target in terms.targets
    )
    return replace(_all_seen(terms), targets=targets, further=tuple(_all_seen(one) for one in terms.further))


def _all_seen(said: T) -> T:
    said_as_seen: dict[str, Any] = {}
    for part in fields(said):
        text = getattr(said, part.name)
        if type(text) is str:  # what is chosen from a list is a str, too
            said_as_seen[part.name] = seen(text)
    return replace(said, **said_as_seen)


def rhythm_of(terms: Terms) -> tuple[Any, ...]:
    """All that says when there are check-ins, but for the end."""
    return terms.check_in_days, terms.check_in_time, terms.with_class, terms.alternates_from, terms.after_each


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs between two versions. `target` counts from 0; None for the whole contract."""

    field: str
    target: int | None
    before: Any
    after: Any


def changes(before: Terms, after: Terms) -> tuple[Change, ...]:
    """Field by field, in the order in which a reader meets them."""
    found: list[Change] = []
    for i in range(max(len(before.targets), len(after.targets))):
        old = before.targets[i] if i < len(before.targets) else None
        new = after.targets[i] if i < len(after.targets) else None
        if old is None or new is None:
            found.append(Change("target", i, old, new))
            continue
        found += [
            Change(f.name, i, getattr(old, f.name), getattr(new, f.name))
            for f in fields(Target)
            if getattr(old, f.name) != getattr(new, f.name)
        ]
    found += [
        Change(f.name, None, getattr(before, f.name), getattr(after, f.name))
        for f in fields(Terms)
        if f.name != "targets" and getattr(before, f.name) != getattr(after, f.name)
    ]
    return tuple(found)


def check_terms(terms: Terms, *, today: date, term_ends_on: date, most_targets: int) -> None:
    """Raise Refusal for what no version may be, whoever wrote it."""
    check_whole(terms, today=today, term_ends_on=term_ends_on, most_targets=most_targets)
    for target in terms.targets:
        check_target(target, terms)


def check_whole(terms: Terms, *, today: date, term_ends_on: date, most_targets: int) -> None:
    """Raise Refusal for what no terms may be, whatever each target says."""
    if not terms.targets:
        raise Refusal("no-target", field="statement")
    if len(terms.targets) > most_targets:
        raise Refusal("too-many-targets", most=most_targets)
    if terms.ends_on <= today:
        raise Refusal("date-in-the-past", field="ends_on")
    if terms.ends_on > term_ends_on:
        raise Refusal("after-the-term", field="ends_on")
    if not terms.check_in_days and not terms.after_each:
        raise Refusal("no-check-in-day", field="check_in_days")
    if not any(c.author is Side.STUDENT for t in terms.targets for c in t.criteria):
        raise Refusal("no-criterion-of-the-students-own", field="criteria")
    if sum(len(target.milestones) for target in terms.targets) > WAYPOINTS_MOST:
        raise Refusal("too-many-milestones", field="milestones", most=WAYPOINTS_MOST)


def check_target(target: Target, terms: Terms) -> None:
    """Raise Refusal for what no target of these terms may be; `field` is the target's own."""
    if not target.statement.strip():
        raise Refusal("empty", field="statement")
    if target.goal == target.baseline:
        raise Refusal("goal-is-baseline", field="goal")
    if target.due_on > terms.ends_on:
        raise Refusal("target-after-the-end", field="due_on")
    check_waypoints(target.milestones, target.baseline, target.goal)
    check_own(target.activity, target.strategies)


def check_waypoints(milestones: tuple[Waypoint, ...], baseline: Decimal, goal: Decimal) -> None:
    """Raise Refusal for a number that does not lie between the start and the goal."""
    low, high = sorted((baseline, goal))
    for waypoint in milestones:
        if waypoint.at is not None and not low < waypoint.at < high:
            raise Refusal("milestone-not-on-the-way", field="milestones")

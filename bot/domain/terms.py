"""What a contract says: a value. Two equal terms have one content hash, and signatures bind to it."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from bot.domain.actor import Refusal, Side
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
"""Accord passes no files on. These forms stand in terms from when they were offered, and are read there."""

OFFERED = tuple(form for form in EvidenceForm if form not in FILES)


@dataclass(frozen=True, slots=True)
class Criterion:
    """How both will know. At least one of a contract's criteria is the student's own."""

    text: str
    author: Side


@dataclass(frozen=True, slots=True)
class Target:
    """One specific, measurable aim. `baseline` and `goal` count `unit`; a goal below the baseline
    (fewer mistakes) is as good as one above. `evidence_words` say what the evidence is, in a side's own words."""

    statement: str
    baseline: Decimal
    goal: Decimal
    unit: str
    due_on: date
    evidence: EvidenceForm
    evidence_words: str = field(default="", kw_only=True)
    strategies: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """The whole of what the two sides sign. `supports` is private to the student and the teachers."""

    targets: tuple[Target, ...]
    hardest: str
    strengths: str
    supports: str
    commitments: str
    ends_on: date
    check_in_days: tuple[str, ...]
    check_in_time: time

    def content_hash(self) -> str:
        """SHA-256 over a canonical JSON form, hexadecimal. A part that is new since the first signatures is left out
        while it is empty, so that they bind to what they were given on."""
        said = asdict(self)
        for target in said["targets"]:
            if not target["evidence_words"]:
                del target["evidence_words"]
        canonical = json.dumps(said, sort_keys=True, default=_canonical, ensure_ascii=True)
        return hashlib.sha256(canonical.encode()).hexdigest()


def _canonical(value: Any) -> str:
    return number_text(value) if isinstance(value, Decimal) else str(value)


def number_text(value: Decimal) -> str:
    """A number without needless zeros, so that equal numbers read alike."""
    text = f"{value or 0:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


T = TypeVar("T", "Terms", Target, Criterion)


def as_seen(terms: Terms) -> Terms:
    """The terms without anything that hides in their words."""
    targets = tuple(
        replace(_all_seen(target), criteria=tuple(_all_seen(criterion) for criterion in target.criteria))
        for target in terms.targets
    )
    return replace(_all_seen(terms), targets=targets)


def _all_seen(said: T) -> T:
    said_as_seen: dict[str, Any] = {}
    for part in fields(said):
        text = getattr(said, part.name)
        if type(text) is str:  # what is chosen from a list is a str, too
            said_as_seen[part.name] = seen(text)
    return replace(said, **said_as_seen)


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
    if not terms.check_in_days:
        raise Refusal("no-check-in-day", field="check_in_days")
    if not any(c.author is Side.STUDENT for t in terms.targets for c in t.criteria):
        raise Refusal("no-criterion-of-the-students-own", field="criteria")


def check_target(target: Target, terms: Terms) -> None:
    """Raise Refusal for what no target of these terms may be; `field` is the target's own."""
    if not target.statement.strip():
        raise Refusal("empty", field="statement")
    if target.goal == target.baseline:
        raise Refusal("goal-is-baseline", field="goal")
    if target.due_on > terms.ends_on:
        raise Refusal("target-after-the-end", field="due_on")

"""The draft: what the student answered so far, in the order given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, TypeVar

from bot.domain.interview import Frame


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `raw` is what was typed, `value` what was read from it (text, a decimal or a date as text).

    `open` says that it is to be asked again: after "back", after an edit in the summary, or because what was
    typed could not be read. A value that it has stays until a new one comes. `ts` is the message it was typed
    in, "" for a button. `offered` is a value that was typed and takes the place of `value` on a yes alone. `of` is the
    key of the question whose answer it was taken out of, "" for one that was given to its own.
    """

    raw: str
    value: str | None = None
    ts: str = ""
    skipped: bool = False
    open: bool = False
    offered: str = ""
    of: str = ""

    @property
    def holds(self) -> bool:
        """Whether it says something that can be kept."""
        return self.skipped or self.value is not None


Draft = Mapping[str, Answer]


def load(stored: Mapping[str, Any]) -> Draft:
    """The draft as it was stored by `dump`."""
    return {
        key: Answer(
            raw=str(row["raw"]),
            value=row["value"],
            ts=str(row.get("ts", "")),
            skipped=bool(row.get("skipped", False)),
            open=bool(row.get("open", False)),
            offered=str(row.get("offered", "")),
            of=str(row.get("of", "")),
        )
        for key, row in stored.items()
    }


def dump(draft: Draft) -> dict[str, Any]:
    """The draft as JSON values; what is false or empty is left out."""
    return {key: _row(answer) for key, answer in draft.items()}


def _row(answer: Answer) -> dict[str, Any]:
    row: dict[str, Any] = {"raw": answer.raw, "value": answer.value}
    if answer.ts:
        row["ts"] = answer.ts
    if answer.skipped:
        row["skipped"] = True
    if answer.open:
        row["open"] = True
    if answer.offered:
        row["offered"] = answer.offered
    if answer.of:
        row["of"] = answer.of
    return row


def put(draft: Draft, key: str, answer: Answer) -> Draft:
    """The draft with this answer as its latest."""
    kept = {k: a for k, a in draft.items() if k != key}
    return {**kept, key: answer}


def mark(draft: Draft, key: str, **changed: Any) -> Draft:
    """The draft with one answer changed, in its place."""
    return {k: replace(a, **changed) if k == key else a for k, a in draft.items()}


def drop(draft: Draft, key: str) -> Draft:
    return {k: a for k, a in draft.items() if k != key}


def key_of_message(draft: Draft, ts: str) -> str | None:
    """The question that a message answered."""
    return next((k for k, a in draft.items() if ts and a.ts == ts), None)


# What a step of the interview is. Its words are in prompts/copy, under its name.


SECTIONS = 9
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Where a step is looked at from: the draft so far, its surroundings, and which target (from 1)."""

    draft: Draft
    frame: Frame
    target: int = 1

    def mine(self, name: str) -> str | None:
        """The value of this target's question, where it was answered."""
        return self.shared(f"{self.target}.{name}")

    def shared(self, name: str) -> str | None:
        """The value of a question about the whole contract, where it was answered."""
        answer = self.draft.get(name)
        return answer.value if answer else None

    def typed(self, name: str) -> str:
        """What was typed for this target's question and could be read; "" for a button."""
        answer = self.draft.get(f"{self.target}.{name}")
        return answer.raw if answer and answer.ts and answer.value is not None else ""

    def offered(self, name: str) -> str:
        """What was typed for this target's question and waits for a yes; "" for nothing."""
        answer = self.draft.get(f"{self.target}.{name}")
        return answer.offered if answer else ""

    def skipped(self, name: str) -> bool:
        answer = self.draft.get(f"{self.target}.{name}")
        return answer is not None and answer.skipped

    def of(self, target: int) -> "Viewpoint":
        return Viewpoint(self.draft, self.frame, target)


def targets(place: Viewpoint) -> int:
    """How many targets the draft has: one, and another for each "yes" up to what the class allows."""
    for number in range(1, place.frame.most_targets):
        if place.of(number).mine("more") != "yes":
            return number
    return max(1, place.frame.most_targets)


_derived: tuple[Draft, Frame, dict[Any, Any]] | None = None
"""What was derived from the draft that was looked at last. Finding the question to ask derives the same from it
some twenty times over; a draft is never changed, so the same draft in the same frame says the same."""


def derived(derive: Callable[[Viewpoint], R]) -> Callable[[Viewpoint], R]:
    """Derives it once for each target of a draft."""

    @wraps(derive)
    def once(place: Viewpoint) -> R:
        global _derived
        last = _derived
        if last is None or last[0] is not place.draft or last[1] is not place.frame:
            last = _derived = (place.draft, place.frame, {})
        known, key = last[2], (derive, place.target)
        if key not in known:
            known[key] = derive(place)
        found: R = known[key]
        return found

    return once


Read = Callable[[str, Viewpoint], str]
"""Turns a typed reply into the value that is stored; raises Refusal."""

Follow = Callable[[str, Viewpoint], Draft]
"""The draft with a wording that says the new value, where it said another; "" for an answer that was left out."""


def _always(place: Viewpoint) -> bool:
    return True


def _nothing(place: Viewpoint) -> str | None:
    return None


def _no_options(place: Viewpoint) -> tuple[str, ...]:
    return ()


def _itself(option: str, place: Viewpoint) -> str:
    return option


def _anything(value: str, place: Viewpoint) -> None:
    return None


def _never(value: str, place: Viewpoint) -> bool:
    return False


def _as_it_is(value: str, place: Viewpoint) -> Draft:
    return place.draft


@dataclass(frozen=True, slots=True)
class InterviewStep:
    """One step: asked where it `applies`, has no answer, and nothing said before answers it (`implied`).

    `options` are offered as buttons (`retired` ones stand on older messages), and `pick` turns the one pressed into the
    value; a typed reply may name one by a word of the groups `named_by`. A typed value that it `offers` is shown back,
    and becomes the answer on a yes. `check` raises Refusal for a value that does not hold, or no longer. `follow` is
    the draft in which the wording says the new value, where it said another. A changed answer drops the same target's
    answers in `drops`; those in `doubts` are dropped where the new answer implies them, else asked again with the old
    one to keep.
    """

    name: str
    section: int
    read: Read
    per_target: bool = False
    optional: bool = False
    applies: Callable[[Viewpoint], bool] = _always
    implied: Callable[[Viewpoint], str | None] = _nothing
    options: Callable[[Viewpoint], tuple[str, ...]] = _no_options
    retired: tuple[str, ...] = ()
    pick: Callable[[str, Viewpoint], str] = _itself
    named_by: tuple[str, ...] = ()
    offers: Callable[[str, Viewpoint], bool] = _never
    check: Callable[[str, Viewpoint], None] = _anything
    follow: Follow = _as_it_is
    drops: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A step, asked about one target (from 1), or about the whole contract (target 0)."""

    step: InterviewStep
    target: int

    @property
    def key(self) -> str:
        return f"{self.target}.{self.step.name}" if self.step.per_target else self.step.name

    def place(self, draft: Draft, frame: Frame) -> Viewpoint:
        return Viewpoint(draft, frame, max(self.target, 1))

"""Drafts of targets from a teacher's feedback: what they are, and what becomes of them."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import count

from bot.domain.actor import Refusal

# Open places in a draft target: "__" stands for a number that the student fills in.


BLANK = "__"
_BLANK = re.compile(r"_{2,}")


def blanks_in(text: str) -> int:
    """How many open places a sentence has."""
    return len(_BLANK.findall(text))


def filled(text: str, fillings: list[str]) -> str:
    """The sentence with its open places filled, in order. ValueError where there are not as many as places."""
    if len(fillings) != blanks_in(text):
        raise ValueError("as many fillings as open places")
    rest = iter(fillings)
    return _BLANK.sub(lambda place: next(rest), text)


def tried_out(text: str) -> str:
    """The sentence with sample numbers in its open places, for reading it: 3, 4, 5 …"""
    numbers = count(3)
    return _BLANK.sub(lambda place: str(next(numbers)), text)


def tidy(text: str) -> str:
    """One line, with every open place written the same way."""
    return _BLANK.sub(BLANK, " ".join(text.split()))


# What is kept of each call to a language model: enough to look into it, and nothing personal.


class CallOutcome(StrEnum):
    """How a call ended."""

    UNDER_WAY = "under-way"
    """It has not ended, or the program ended before it did."""
    ANSWERED = "answered"
    UNREADABLE = "unreadable"
    """An answer, but not the one that was asked for."""
    REFUSED = "refused"
    """The model declined to answer."""
    CUT_SHORT = "cut-short"
    """The answer was longer than it may be."""
    UNSUPPORTED = "unsupported"
    """The server does not know this way of asking."""
    LIMITED = "limited"
    FORBIDDEN = "forbidden"
    """The key is not accepted."""
    SERVER_FAILED = "server-failed"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed-out"


@dataclass(frozen=True, slots=True)
class Call:
    """`sent` are the messages as they left, `received` the text of the answer, both with placeholders for names.

    `way` says how the answer's form was asked for: schema, json, plain. `latency_ms` is in milliseconds.
    """

    workspace: str
    at: datetime
    task: str
    prompt_version: int
    model: str
    way: str
    sent: tuple[dict[str, str], ...]
    received: str = ""
    outcome: CallOutcome = CallOutcome.UNDER_WAY
    latency_ms: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    feedback: int | None = None
    """What it was about, so that it can go when that feedback goes."""
    id: int = 0


# Drafts of targets: written from a feedback, looked at by its teacher, then offered to the student.
#
# A draft is a starting point. Nothing here writes a contract: the student takes a draft into the interview, where it
# is answered, changed or replaced like any sentence.


MOST = 3
TEXT_MOST = 300
"""Characters of a draft: what is longer is no starting point any more."""


class DraftSource(StrEnum):
    RULE = "rule"
    """From the teacher's own words, by rule."""
    MODEL = "model"
    """Written by a language model from the teacher's words."""


class Asked(StrEnum):
    """Whether a language model is asked for drafts."""

    NO = "no"
    WAITING = "waiting"
    ANSWERED = "answered"
    FAILED = "failed"
    """It gave nothing that can be used; the rule's drafts stand."""


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """`number` is unique within a feedback and never given again: a button names a draft by it."""

    number: int
    text: str
    source: DraftSource
    edited: bool = False
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of one feedback. `last` is the highest number given; `revision` is for optimistic locking."""

    workspace: str
    feedback: int
    asked: Asked = Asked.NO
    drafts: tuple[TargetDraft, ...] = ()
    last: int = 0
    offered_at: datetime | None = None
    revision: int = 0
    id: int = 0

    @property
    def standing(self) -> tuple[TargetDraft, ...]:
        """Those that the teacher has not dropped."""
        return tuple(d for d in self.drafts if not d.dropped)

    def find(self, number: int) -> TargetDraft:
        """Raises Refusal("draft-gone") for one that was dropped, or that better ones have replaced."""
        found = next((d for d in self.standing if d.number == number), None)
        if found is None:
            raise Refusal("draft-gone")
        return found


def begin(workspace: str, feedback: int, texts: tuple[str, ...], *, ask_model: bool) -> Drafts:
    """The rule's drafts, as soon as the feedback is given."""
    empty = Drafts(workspace, feedback, Asked.WAITING if ask_model else Asked.NO)
    return _with(empty, [(text, DraftSource.RULE) for text in texts])


def answered(drafts: Drafts, texts: tuple[str, ...], by_rule: tuple[str, ...]) -> Drafts:
    """The model's drafts have come, with the rule's where it had fewer. What the teacher did meanwhile stands."""
    if drafts.asked is not Asked.WAITING:
        return drafts
    kept = tuple(d for d in drafts.drafts if d.edited or d.dropped)
    room = replace(drafts, asked=Asked.ANSWERED, drafts=kept)
    gone = {d.text for d in kept}
    new = [(t, DraftSource.MODEL) for t in texts] + [(t, DraftSource.RULE) for t in by_rule if t not in gone]
    return _with(room, new)


def failed(drafts: Drafts) -> Drafts:
    """The model gave nothing that can be used."""
    return replace(drafts, asked=Asked.FAILED) if drafts.asked is Asked.WAITING else drafts


def edit(drafts: Drafts, number: int, text: str) -> Drafts:
    """The teacher's wording. Where the draft was replaced while the form was open, what was typed is one more."""
    _open(drafts)
    wording = tidy(text)
    if not wording or not any(c.isalnum() for c in wording):
        raise Refusal("empty", field="text")
    if len(wording) > TEXT_MOST:
        raise Refusal("too-long", field="text", most=TEXT_MOST)
    if any(d.number == number for d in drafts.standing):
        return _change(drafts, number, text=wording, edited=True)
    if not 0 < number <= drafts.last:
        raise Refusal("draft-gone")
    rest = drafts.drafts if len(drafts.standing) < MOST else _without_last_untouched(drafts)
    made = _with(replace(drafts, drafts=rest), [(wording, DraftSource.RULE)])
    return _change(made, made.last, edited=True) if made.last > drafts.last else made


def drop(drafts: Drafts, number: int) -> Drafts:
    _open(drafts)
    drafts.find(number)
    return _change(drafts, number, dropped=True)


def offer(drafts: Drafts, now: datetime) -> Drafts:
    """From here on the student sees what stands, and the teacher changes nothing more."""
    _open(drafts)
    if not drafts.standing:
        raise Refusal("no-drafts-left")
    asked = Asked.NO if drafts.asked is Asked.WAITING else drafts.asked
    return replace(drafts, offered_at=now, asked=asked)


def _open(drafts: Drafts) -> None:
    if drafts.offered_at is not None:
        raise Refusal("drafts-offered-already")


def _change(drafts: Drafts, number: int, **changed: object) -> Drafts:
    after = tuple(replace(d, **changed) if d.number == number else d for d in drafts.drafts)  # type: ignore[arg-type]
    return replace(drafts, drafts=after)


def _without_last_untouched(drafts: Drafts) -> tuple[TargetDraft, ...]:
    last = max((d.number for d in drafts.standing if not d.edited), default=0)
    return tuple(d for d in drafts.drafts if d.number != last)


def _with(drafts: Drafts, new: list[tuple[str, DraftSource]]) -> Drafts:
    """As many of the new ones as there is room for."""
    room = max(0, MOST - len(drafts.standing))
    added = tuple(TargetDraft(n, text, source) for n, (text, source) in enumerate(new[:room], drafts.last + 1))
    return replace(drafts, drafts=(*drafts.drafts, *added), last=drafts.last + len(added))

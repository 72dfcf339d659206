"""What is said around check-ins that nobody asked for: what was understood, the form, and what lies ahead."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from bot.activities.checking_in.forms import answer_fields
from bot.activities.checking_in.messages import STATEMENT_MOST, NextBrief, NoCheckInNow
from bot.activities.evidence.forms import files_field
from bot.domain.evidence import EVERYTHING, Takes
from bot.domain.outbox import Message
from bot.domain.questions import REPORT, Asks
from bot.domain.terms import Target
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, cut, quote, say, small
from bot.messages.days import when
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import progress, target_labels
from prompts.words import Words


def no_check_in_now(notice: NoCheckInNow, brief: NextBrief, reader: Reader) -> Message:
    w = reader.words
    if not brief.coming:
        start = button(w("help-start"), "proposing.start", style="primary")
        return message(w("check-in-no-contract"), say(w, "check-in-no-contract"), actions([start]))
    lines = [
        w.pieces("check-in-coming", classroom=name, when=when(w, due, brief.timezone, reader.now))
        if due is not None
        else w.pieces("check-in-none-coming", classroom=name)
        for _, name, due in brief.coming
    ]
    early = [
        button(cut(w("unasked-class-button", classroom=name), 75), f"unasked.open_{i}", str(contract))
        for i, (contract, name, _) in enumerate(brief.coming)
    ]
    return message(
        w("check-in-none-now"), say(w, "check-in-none-now"), bullets(*lines), say(w, "unasked-class"), actions(early)
    )


# What a student says of a target while nobody asked: shown back, and the form for it.


# What a student says of a target while nobody asked.


@dataclass(frozen=True, slots=True)
class ProgressOffered(Notice):
    """To a student who said how it goes: what was understood, and whether it is to be noted. Once that is answered, the
    same message says so."""

    asked_back: int
    contract: int

    @property
    def subject(self) -> str:
        return f"asked-back:{self.asked_back}"


@dataclass(frozen=True, slots=True)
class ProgressBrief:
    """`numbers` by target; `chooses`: they are one number, and it is not known which of the targets it is for. `words`
    would be kept with it, "" where they would not. `spared` is when the check-in would come whose place it takes; None
    where it takes none. `said_yes` is None while nothing was said."""

    asked_back: int
    targets: tuple[Target, ...]
    numbers: Mapping[int, Decimal]
    chooses: bool
    words: str
    spared: datetime | None
    timezone: str
    """The student's."""
    said_yes: bool | None
    away: bool = False
    """Whether they wrote it beside being away."""
    later: bool = False
    """Whether they gave a number for a day that is to come."""


@dataclass(frozen=True, slots=True)
class EarlyForm:
    """What the form of a check-in that nobody asked for starts with; the rest as in ProgressBrief."""

    contract: int
    targets: tuple[Target, ...]
    spared: datetime | None
    timezone: str
    now: datetime
    asks: Asks = REPORT
    takes: Takes = EVERYTHING


LOG_UNASKED = "unasked.log"


def progress_offered(notice: ProgressOffered, brief: ProgressBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.said_yes is not None:
        key = "unasked-yes" if brief.said_yes else "unasked-no"
        return message(w(key), say(w, key))
    if brief.chooses:
        return message(w("unasked-which"), say(w, "unasked-which"), _choices(w, brief), _next(w, brief, reader))
    value = str(brief.asked_back)
    yes = button(w("unasked-yes-button"), "hearing.yes", value, style="primary")
    no = button(w("unasked-no-button"), "hearing.no", value)
    key = f"unasked-offer{_how(brief)}"
    return message(w(key), say(w, key), _shown(w, brief), actions([yes, no]), _next(w, brief, reader))


def _how(brief: ProgressBrief) -> str:
    if brief.away or brief.numbers:
        return "-away" if brief.away else ""
    return "-later" if brief.later else "-words"


def early_form(words: Words, form: EarlyForm) -> dict[str, Any]:
    """A check-in of now. The contract travels as metadata and is checked again."""
    blocks = answer_fields(words, form.targets, {}, form.asks)
    if form.spared is not None:
        due = when(words, form.spared, form.timezone, form.now)
        blocks.insert(0, small(words("unasked-spared-form", when=due)))
    blocks += files_field(words, form.takes)
    return forms.modal(words, LOG_UNASKED, blocks, metadata=str(form.contract))


def _shown(words: Words, brief: ProgressBrief) -> Block:
    if not brief.numbers:
        return quote(brief.words)
    lines = [
        [
            *words.pieces("check-in-target", statement=cut(brief.targets[i].statement, STATEMENT_MOST)),
            "\n",
            *progress(words, brief.targets[i], value),
        ]
        for i, value in sorted(brief.numbers.items())
        if i < len(brief.targets)
    ]
    return bullets(*lines)


def _choices(words: Words, brief: ProgressBrief) -> Block:
    """A target for each button. None of them is a way out, too."""
    labels = target_labels(brief.targets, words)
    targets = [
        button(labels[i], f"unasked.target_{i}", f"{brief.asked_back}:{i}")
        for i in sorted(brief.numbers)
        if i < len(labels)
    ]
    return actions([*targets, button(words("unasked-none-button"), "hearing.drop", str(brief.asked_back))])


def _next(words: Words, brief: ProgressBrief, reader: Reader) -> Block:
    key = "unasked-next" if brief.words and brief.numbers else "unasked-next-words"
    what = words(key if brief.words else "unasked-next-number")
    if brief.spared is None:
        return small(what)
    return small(what, words("unasked-spared", when=when(words, brief.spared, brief.timezone, reader.now)))

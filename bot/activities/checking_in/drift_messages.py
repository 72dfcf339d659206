"""Drift: what its student reads first, what the teachers read later, and that it is over."""

from dataclasses import dataclass
from decimal import Decimal

from bot.activities.changing.easing_messages import Offer, easing_buttons
from bot.activities.checking_in.messages import STATEMENT_MOST
from bot.activities.feedback.messages import feedback_button
from bot.domain.contract import Contract
from bot.domain.outbox import Message
from bot.domain.terms import Target
from bot.messages.blocks import Block, actions, bullets, button, cut, say, small
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import progress
from prompts.words import SentencePiece, Words


@dataclass(frozen=True, slots=True)
class OfDrift(Notice):
    """`reason` is what was seen at a check-in (`bot.domain.drift.What`). It follows the contract: what can be done goes
    when a change waits."""

    contract: int
    check_in: int
    reason: str

    @property
    def subject(self) -> str | None:
        return f"contract:{self.contract}"


@dataclass(frozen=True, slots=True)
class DriftNoticed(OfDrift):
    """To the student, before anybody else hears of it, and three ways to make it easier."""


@dataclass(frozen=True, slots=True)
class DriftOver(OfDrift):
    """To the student who has read of it: it is over."""


@dataclass(frozen=True, slots=True)
class DriftPassed(OfDrift):
    """To a teacher who has read of it: it is over."""


@dataclass(frozen=True, slots=True)
class DriftSeen(Notice):
    """To a teacher, after its student. `again`: they have read of it before. Those without a reason are from when
    teachers were told first; they are said once, and follow nothing."""

    contract: int
    check_in: int
    reason: str = ""
    again: bool = False

    @property
    def subject(self) -> str | None:
        return f"contract:{self.contract}" if self.reason else None


@dataclass(frozen=True, slots=True)
class DriftBrief:
    """`behind` are the targets that it is seen of, with their newest number; `missed` counts the newest check-ins that
    nobody answered. `goes_on`: it is so now, `teachers_know`: and they may. `offer` is None where a change waits."""

    contract: Contract
    student: str
    """The student's name."""
    classroom: str
    behind: tuple[tuple[Target, Decimal | None], ...]
    missed: int
    goes_on: bool
    teachers_know: bool
    offer: Offer | None


def drift_noticed(notice: DriftNoticed, brief: DriftBrief, reader: Reader) -> Message:
    w = reader.words
    key = f"drift-noticed-{notice.reason}"
    if not brief.goes_on:
        return message(w(key), say(w, key), small(w("drift-no-longer")))
    return message(
        w(key),
        say(w, key),
        *_behind(w, brief),
        say(w, "drift-noticed-offer"),
        *([actions(easing_buttons(w, brief.offer))] if brief.offer else []),
        small(w("drift-noticed-told" if brief.teachers_know else "drift-noticed-next")),
    )


def drift_seen(notice: DriftSeen, brief: DriftBrief, reader: Reader) -> Message:
    w, args = reader.words, {"student": brief.student, "classroom": brief.classroom}
    if not notice.reason:
        return _as_before(brief, reader)
    key = f"drift-seen-{notice.reason}"
    if not brief.goes_on:
        return message(w(key, **args), say(w, key, **args), small(w("drift-no-longer")))
    feedback = feedback_button(w("drift-feedback-button"), brief.contract.classroom, brief.contract.student)
    ways = easing_buttons(w, brief.offer) if brief.offer else []
    return message(
        w(key, **args),
        say(w, key, **args),
        *_behind(w, brief),
        say(w, "drift-seen-again" if notice.again else "drift-seen-offer", **args),
        actions([*ways, feedback]),
        small(w("drift-seen-next")),
    )


def _as_before(brief: DriftBrief, reader: Reader) -> Message:
    w, args = reader.words, {"student": brief.student, "classroom": brief.classroom}
    claim = f"{brief.contract.id}:{brief.contract.on_the_table.number}"
    change = button(w("drift-change-button"), "changing.open", claim)
    feedback = feedback_button(w("drift-feedback-button"), brief.contract.classroom, brief.contract.student)
    blocks = [say(w, "drift-seen", **args), *_behind(w, brief), say(w, "drift-offer", **args)]
    return message(w("drift-seen", **args), *blocks, actions([change, feedback]), small(w("drift-next")))


def _behind(words: Words, brief: DriftBrief) -> list[Block]:
    found: list[list[SentencePiece]] = [
        [
            *words.pieces("drift-target", statement=cut(target.statement, STATEMENT_MOST)),
            "\n",
            *progress(words, target, value),
        ]
        for target, value in brief.behind
    ]
    if brief.missed > 1:
        found.append(words.pieces("drift-missed", count=brief.missed))
    return [bullets(*found)] if found else []


def drift_over(notice: DriftOver, brief: DriftBrief, reader: Reader) -> Message:
    key = "drift-over-answers" if notice.reason == "silent" else "drift-over"
    return message(reader.words(key), say(reader.words, key))


def drift_passed(notice: DriftPassed, brief: DriftBrief, reader: Reader) -> Message:
    key = "drift-passed-answers" if notice.reason == "silent" else "drift-passed"
    args = {"student": brief.student, "classroom": brief.classroom}
    return message(reader.words(key, **args), say(reader.words, key, **args))

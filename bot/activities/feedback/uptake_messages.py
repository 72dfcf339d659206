"""Below feedback and replies: what a student can press, what they said, and what their teacher reads of it."""

from dataclasses import dataclass
from typing import Any

from bot.domain.outbox import Message
from bot.domain.uptake import Uptake, UptakeShown, UptakeWay
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, cut, quote, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

TRY, UNCLEAR, TALK = "feedback.try", "feedback.unclear", "feedback.talk"
EXPLAIN = "feedback.explain"
WAYS = {TRY: UptakeWay.TRY, UNCLEAR: UptakeWay.UNCLEAR, TALK: UptakeWay.TALK}
EXPLAIN_MOST = 1500
SHOWN_MOST = 600


@dataclass(frozen=True, slots=True)
class FeedbackUnclear(Notice):
    """To the teacher: the student does not understand their feedback. What is typed under it reaches the student."""

    feedback: int


@dataclass(frozen=True, slots=True)
class ReplyUnclear(Notice):
    """The same of a reply to a check-in."""

    response: int


@dataclass(frozen=True, slots=True)
class UnclearBrief:
    about: str
    ref: int
    student: str
    text: str


def ways_blocks(words: Words, shown: UptakeShown, teacher: str) -> list[Block]:
    """What was said, and what can be pressed still."""
    ways = [(action, way) for action, way in WAYS.items() if shown.open and way not in shown.ways]
    value = f"{shown.about}:{shown.ref}"
    buttons = [button(words(f"uptake-{way}-button"), action, value) for action, way in ways]
    said = [words(f"uptake-said-{way}", teacher=teacher) for way in UptakeWay if way in shown.ways]
    hint = [] if said or not shown.open else [words("uptake-hint", teacher=teacher)]
    return [*([actions(buttons)] if buttons else []), *([small(*said, *hint)] if said or hint else [])]


def uptake_line(words: Words, uptake: Uptake, student: str) -> str:
    """To a teacher, how far it has come; "" while nothing was said."""
    return "" if uptake is Uptake.SENT else words(f"uptake-is-{uptake}", student=student)


def unclear(notice: FeedbackUnclear | ReplyUnclear, brief: UnclearBrief, reader: Reader) -> Message:
    w = reader.words
    key = f"uptake-unclear-{brief.about}"
    return message(
        w(key, student=brief.student),
        say(w, key, student=brief.student),
        quote(cut(brief.text, SHOWN_MOST)),
        actions([button(w("uptake-explain-button"), EXPLAIN, f"{brief.about}:{brief.ref}")]),
        small(w("uptake-unclear-next", student=brief.student)),
    )


def explain_form(words: Words, about: str, ref: int, student: str) -> dict[str, Any]:
    text = forms.text(lines=True, most=EXPLAIN_MOST)
    field = forms.field(words, "text", text, key="uptake-explain-text", student=student)
    return forms.modal(words, EXPLAIN, [field], metadata=f"{about}:{ref}")

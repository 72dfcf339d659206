"""What is said of promises: to the teacher before they are due, and to the student where one can not be kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.outbox import Message
from bot.domain.promises import Keeping, Promise, PromiseState
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, cut, joined, quote, rich, say, small, spoken
from bot.messages.days import day, named_day
from bot.messages.registry import Notice, Reader, message
from prompts.words import SentencePiece, Words

DONE, TOMORROW, CAN_NOT = "promises.done", "promises.tomorrow", "promises.can_not"
ALL_DONE = "promises.all_done"
FORM = "promises.say"
WORD_MOST = 500
SHOWN_MOST = 8
"""Each with its buttons; the others come up as these are answered."""
TEXT_MOST = 200
NAMES_MOST = 20


@dataclass(frozen=True, slots=True)
class PromisesDue(Notice):
    """To a teacher, who is `by`: what they promised for this day ("2027-01-18") and the next ones. A card."""

    by: str
    day: str

    @property
    def subject(self) -> str:
        return subject_of(self.by, self.day)


def subject_of(teacher: str, asked_on: str) -> str:
    return f"promises:{teacher}:{asked_on}"


@dataclass(frozen=True, slots=True)
class PromiseNotKept(Notice):
    """To the student: their teacher can not do it this time."""

    promise: int


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """`text` is what the contract says; `classroom` is "" where the reader teaches one alone."""

    promise: Promise
    student: str
    classroom: str
    text: str


@dataclass(frozen=True, slots=True)
class DueBrief:
    """`lines` are those without an answer; the others are names, by what was said. `today` is the day of the message,
    which is `day`."""

    lines: tuple[PromiseLine, ...]
    kept: tuple[str, ...]
    put_off: tuple[str, ...]
    not_kept: tuple[str, ...]
    today: date
    day: str


@dataclass(frozen=True, slots=True)
class NotKeptBrief:
    teacher: str
    classroom: str
    text: str
    word: str


def promises_due(notice: PromisesDue, brief: DueBrief, reader: Reader) -> Message:
    w, count = reader.words, len(brief.lines)
    students = len({one.promise.student for one in brief.lines})
    said = w.pieces("promises-due" if count else "promises-answered", count=students)
    blocks = [rich(said)]
    for one in brief.lines[:SHOWN_MOST]:
        blocks += _line(one, brief, w)
    if count > SHOWN_MOST:
        blocks.append(small(w("promises-more", count=count - SHOWN_MOST)))
    if count > 1:
        blocks.append(actions([button(w("promises-all-done-button", count=count), ALL_DONE, brief.day)]))
    blocks += _answered(brief, w)
    return message(spoken(said), *blocks, small(w("promises-next")))


def _line(one: PromiseLine, brief: DueBrief, words: Words) -> list[Block]:
    due = named_day(words, one.promise.due_on, brief.today)
    key = "promises-line-in-class" if one.classroom else "promises-line"
    text = cut(" ".join(one.text.split()), TEXT_MOST)
    value = str(one.promise.id)
    ways = [
        button(words("promises-done-button"), DONE, value, style="primary"),
        *([] if one.promise.put_off else [button(words("promises-tomorrow-button"), TOMORROW, value)]),
        button(words("promises-can-not-button"), CAN_NOT, value),
    ]
    return [rich(words.pieces(key, student=one.student, text=text, due=due, classroom=one.classroom)), actions(ways)]


def _answered(brief: DueBrief, words: Words) -> list[Block]:
    groups = (("kept", brief.kept), ("put-off", brief.put_off), ("not-kept", brief.not_kept))
    lines: list[Sequence[SentencePiece]] = [
        words.pieces(f"promises-{name}", names=_names(found, words)) for name, found in groups if found
    ]
    return [bullets(*lines)] if lines else []


def _names(names: Sequence[str], words: Words) -> str:
    if len(names) <= NAMES_MOST:
        return joined(words, names)
    return words("home-names-more", names=", ".join(names[:NAMES_MOST]), count=len(names) - NAMES_MOST)


def can_not_form(words: Words, promise: int, student: str, text: str) -> dict[str, Any]:
    """What the student will read, and room for a word to them."""
    word = forms.text(lines=True, most=WORD_MOST)
    blocks = [
        say(words, "promises-say-intro", student=student),
        quote(text),
        forms.field(words, "word", word, key="promises-word", optional=True, hint=True, student=student),
    ]
    return forms.modal(words, FORM, blocks, metadata=str(promise))


def promise_not_kept(notice: PromiseNotKept, brief: NotKeptBrief, reader: Reader) -> Message:
    w = reader.words
    said = w.pieces("promise-not-kept", teacher=brief.teacher, classroom=brief.classroom)
    word = [say(w, "promise-word", teacher=brief.teacher), quote(brief.word)] if brief.word else []
    return message(spoken(said), rich(said), quote(brief.text), *word, small(w("promise-not-kept-next")))


# Beside the contract: how it was kept so far.


def keeping_blocks(words: Words, keeping: Keeping, *, mine: bool) -> list[Block]:
    """`mine`: for its student. What nobody has answered is not spoken of."""
    if keeping.newest is None:
        return []
    side = "student" if mine else "teacher"
    if keeping.lines:
        return [bullets(*(line for text, one in keeping.lines for line in _kept_lines(words, one, side, text)))]
    return [rich(*_kept_lines(words, keeping, side))]


def _kept_lines(words: Words, keeping: Keeping, side: str, text: str = "") -> list[Sequence[SentencePiece]]:
    """`text` is what was promised, where several things were."""
    which, said = ("line-", {"text": cut(" ".join(text.split()), TEXT_MOST)}) if text else ("", {})
    lines: list[Sequence[SentencePiece]] = []
    if keeping.last_kept is not None:
        last = day(keeping.last_kept, words)
        lines.append(words.pieces(f"promise-kept-{which}{side}", count=keeping.kept, last=last, **said))
    if keeping.newest is PromiseState.NOT_KEPT:
        lines.append(words.pieces(f"promise-not-this-time-{which}{side}", **said))
    return lines

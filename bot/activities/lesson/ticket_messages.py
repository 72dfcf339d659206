"""The exit ticket: what its student sees of it, and what its teacher does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.lessons import QUOTES_MOST, WORDS_MOST, Clear, Lesson, LessonAnswer, Results
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, cut, quote, say, small
from bot.messages.days import when
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

OPEN_ANSWER, ANSWER, END = "lesson.open_answer", "lesson.answer", "lesson.end"
TAKE_BACK = "lesson.take_back"
QUOTES = "quotes"
QUOTE_CUT = 300


@dataclass(frozen=True, slots=True)
class TicketAsked(Notice):
    """To a student: three questions, then their own next step. A card."""

    classroom: int
    lesson_answer: int

    @property
    def subject(self) -> str:
        return subject_of_answer(self.lesson_answer)


@dataclass(frozen=True, slots=True)
class TicketResults(Notice):
    """To a teacher: how many have answered, and what, once it is over. A card."""

    classroom: int
    lesson: int

    @property
    def subject(self) -> str:
        return f"lesson:{self.lesson}"


@dataclass(frozen=True, slots=True)
class TicketOver(Notice):
    """To the teacher who asked, when nobody can answer any more; not where a teacher ended it before. A card: what
    somebody said goes from it with them."""

    classroom: int
    lesson: int

    @property
    def subject(self) -> str:
        return f"lesson:{self.lesson}"


def subject_of_answer(answer: int) -> str:
    return f"lesson-answer:{answer}"


@dataclass(frozen=True, slots=True)
class TicketBrief:
    """`open`: it can still be answered. `goes_on`: a contract or a draft of theirs is there in this class."""

    answer: LessonAnswer
    classroom: int
    name: str
    open: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class ResultsBrief:
    lesson: Lesson
    classroom: str
    results: Results
    timezone: str


def asked(notice: TicketAsked, brief: TicketBrief, reader: Reader) -> Message:
    w, answer = reader.words, brief.answer
    if answer.said_at is not None:
        return _answered(w, brief)
    if not brief.open:
        return message(w("lesson-ticket-over"), say(w, "lesson-ticket-over"))
    write = button(w("lesson-answer-button"), OPEN_ANSWER, str(answer.id), style="primary")
    return message(
        w("lesson-ticket", classroom=brief.name),
        say(w, "lesson-ticket", classroom=brief.name),
        bullets(w.pieces("lesson-ticket-reads"), w.pieces("lesson-ticket-quotes")),
        actions([write]),
        small(w("lesson-ticket-next")),
    )


def _answered(words: Words, brief: TicketBrief) -> Message:
    """Their own next step, the way on to a target, and the way back for words that teachers may read."""
    answer = brief.answer
    go_on = (
        button(words("help-contract"), "changing.show")
        if brief.goes_on
        else button(words("help-start"), "proposing.start_in.0", str(brief.classroom), style="primary")
    )
    again = [button(words("lesson-answer-again-button"), OPEN_ANSWER, str(answer.id))] if brief.open else []
    back = [button(words("lesson-words-back-button"), TAKE_BACK, str(answer.id))] if answer.quotes else []
    return message(
        words("lesson-ticket-noted"),
        say(words, "lesson-ticket-noted"),
        quote(answer.next),
        say(words, "lesson-ticket-keep" if brief.goes_on else "lesson-ticket-start"),
        actions([go_on, *again, *back]),
        small(words("lesson-ticket-shared" if answer.quotes else "lesson-ticket-kept")),
    )


def results(notice: TicketResults | TicketOver, brief: ResultsBrief, reader: Reader) -> Message:
    w, found = reader.words, brief.results
    counts = {"answered": found.answered, "asked": found.asked, "classroom": brief.classroom}
    title = say(w, "lesson-results", **counts)
    if brief.lesson.takes_answers(reader.now) and brief.lesson.open_until is not None:
        end = button(w("lesson-end-button"), END, str(brief.lesson.id))
        until = when(w, brief.lesson.open_until, brief.timezone, reader.now)
        waits = small(w("lesson-results-wait", when=until))
        return message(w("lesson-results", **counts), title, actions([end]), waits)
    if found.counts is None:
        return message(w("lesson-results", **counts), title, small(w("lesson-results-few")))
    lines = [w.pieces(f"lesson-count-{clear.value}", count=found.counts[clear]) for clear in Clear]
    return message(
        w("lesson-results", **counts),
        title,
        bullets(*lines),
        *_quotes(w, "lesson-quotes-found", found.found),
        *_quotes(w, "lesson-quotes-next", found.next),
        small(w("lesson-results-whose")),
    )


def _quotes(words: Words, key: str, texts: Sequence[str]) -> list[Block]:
    if not texts:
        return []
    more = len(texts) - QUOTES_MOST
    tail = [small(words("lesson-quotes-more", count=more))] if more > 0 else []
    return [say(words, key), *(quote(cut(text, QUOTE_CUT)) for text in texts[:QUOTES_MOST]), *tail]


def answer_form(words: Words, answer: LessonAnswer) -> dict[str, Any]:
    levels = [forms.option(words(f"lesson-clear-{clear.value}"), clear.value) for clear in Clear]
    chosen = [answer.clear] if answer.clear else []
    shares = forms.choice(
        "checkboxes", [forms.option(words("lesson-quotes-tick"), QUOTES)], [QUOTES] if answer.quotes else []
    )
    fields = [
        forms.field(words, "clear", forms.choice("radio_buttons", levels, chosen), key="lesson-clear"),
        _box(words, "found", answer.found),
        _box(words, "next", answer.next),
        forms.field(words, QUOTES, shares, key="lesson-quotes", optional=True, hint=True),
    ]
    return forms.modal(words, ANSWER, fields, metadata=str(answer.id))


def _box(words: Words, name: str, said: str) -> Block:
    text = forms.text(said, lines=True, most=WORDS_MOST)
    return forms.field(words, name, text, key=f"lesson-{name}", hint=True)

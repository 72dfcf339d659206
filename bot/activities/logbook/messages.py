"""How it goes with one target: its numbers, and what was said, practised and shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.activities.checking_in.practice_messages import times_in_words
from bot.activities.hearing.messages import what_waits
from bot.activities.logbook.brief_messages import LogBrief
from bot.activities.logbook.chart_messages import CHANGED, chart_of, marks_a_change, shown_marks
from bot.domain.evidence import Piece
from bot.domain.logbook import Entry, Log
from bot.domain.outbox import Message
from bot.domain.practice_and_progress import together
from bot.domain.terms import MeasureKind
from bot.messages.blocks import Block, bullets, button, cut, rich, small, spoken
from bot.messages.days import named_day, when
from bot.messages.registry import Notice, Reader, message
from prompts.words import SentencePiece as Said
from prompts.words import Words

SHOW = "logbook.show"
STATEMENT_MOST, UNIT_MOST, NOTE_MOST = 150, 60, 150
ENTRIES_MOST = 6
"""So many stand below the chart, the newest first."""
IN_WORDS_MOST = 20
PIECES_MOST = 3


@dataclass(frozen=True, slots=True)
class HowItGoes(Notice):
    """To a student, or to a teacher of theirs: how it goes with one target of a contract, counted from 0."""

    contract: int
    target: int


def how_it_goes_button(words: Words, contract: int) -> dict[str, Any]:
    return button(words("logbook-button"), SHOW, str(contract))


def how_it_goes(notice: HowItGoes, brief: LogBrief, reader: Reader) -> Message:
    """With a chart where there is a number to draw; where Slack takes none, more of the entries stand in its place."""
    title, now = _title(brief, reader.words), _now(brief, reader)
    text = "\n".join(spoken(line) for line in (title, *now, *_numbers(brief, reader)))
    above, below = rich(title, *now), _next(brief, reader)
    in_words = message(text, above, *_entries(brief, reader, IN_WORDS_MOST), *below)
    if brief.log.newest is None or not brief.charts:
        return in_words
    chart = [chart_of(brief, reader), *_about_chart(brief, reader)]
    made = message(text, above, *chart, *_entries(brief, reader, ENTRIES_MOST), *below)
    return replace(made, in_words=in_words)


def _about_chart(brief: LogBrief, reader: Reader) -> list[Block]:
    w, log = reader.words, brief.log
    lines = [w("logbook-changed", sign=CHANGED)] if marks_a_change(log) else []
    said, drawn = len(log.marks) - 1, len(shown_marks(log)) - 1
    lines += [w("logbook-thinned", drawn=str(drawn), said=str(said))] if drawn < said else []
    return [small(*lines)] if lines else []


def _title(brief: LogBrief, words: Words) -> list[Said]:
    statement = cut(brief.log.target.statement, STATEMENT_MOST)
    if brief.student:
        return words.pieces("logbook-of-student", student=brief.student, statement=statement)
    return words.pieces("logbook-of", statement=statement)


def _now(brief: LogBrief, reader: Reader) -> list[list[Said]]:
    """The three numbers, and where the line stands today."""
    w, log = reader.words, brief.log
    target, newest = log.target, log.newest
    args = {"start": target.text(log.marks[0].value), "goal": target.text(target.goal), "date": target.due_on}
    unit = cut(target.beside, UNIT_MOST)
    if newest is None:
        return [w.pieces("logbook-no-number-yet", unit=unit, **args)]
    said_on = _day(brief, newest.at, reader)
    lines = [w.pieces("logbook-now", now=target.text(newest.value), day=said_on, unit=unit, **args)]
    if target.measure.kind is not MeasureKind.RATE:
        lines.append(w.pieces("logbook-line", line=line_text(log, reader.now)))
    if not brief.student and (how := together(log.steps)) is not None:
        lines.append(w.pieces(f"logbook-together-{how}"))
    return lines


def line_text(log: Log, moment: datetime) -> str:
    return log.target.text(log.line_about(moment))


def _numbers(brief: LogBrief, reader: Reader) -> list[list[Said]]:
    """Every number that a chart shows, with its day, for who hears the message instead of seeing it."""
    w, log = reader.words, brief.log
    rate = log.target.measure.kind is MeasureKind.RATE
    return [
        w.pieces(
            "logbook-heard-alone" if rate else "logbook-heard",
            day=_day(brief, mark.at, reader),
            value=log.target.text(mark.value),
            line=line_text(log, mark.at),
        )
        for mark in shown_marks(log)[1:]
    ]


def _entries(brief: LogBrief, reader: Reader, most: int) -> list[Block]:
    entries = brief.log.entries
    if not entries:
        return []
    shown = [_entry(brief, entry, reader) for entry in reversed(entries[-most:])]
    left = len(entries) - len(shown)
    return [bullets(*shown), *([small(reader.words("logbook-earlier", count=left))] if left else [])]


def _entry(brief: LogBrief, entry: Entry, reader: Reader) -> list[Said]:
    w, target, day = reader.words, brief.log.target, _day(brief, entry.at, reader)
    if entry.value is None:
        said: list[Said] = [*w.pieces("logbook-day", day=day)]
    else:
        unit = cut(target.beside, UNIT_MOST)
        said = [*w.pieces("logbook-number", day=day, value=target.text(entry.value), unit=unit)]
    if entry.practised is not None:
        said += ["\n", *w.pieces("check-in-said-practised", times=times_in_words(w, target, entry.practised))]
    if entry.note:
        said += ["\n", *w.pieces("logbook-note", text=cut(" ".join(entry.note.split()), NOTE_MOST))]
    return said + _pieces(entry.pieces, w)


def _pieces(pieces: Sequence[Piece], words: Words) -> list[Said]:
    said: list[Said] = []
    for piece in pieces[:PIECES_MOST]:
        line = {"line": cut(piece.line, NOTE_MOST)} if piece.line else {}
        key = "logbook-showed-line" if line else "logbook-showed"
        said += ["\n", *words.pieces(key, name=piece.name, **line)]
    left = len(pieces) - PIECES_MOST
    return said + (["\n", words("logbook-showed-more", count=left)] if left > 0 else [])


def _next(brief: LogBrief, reader: Reader) -> list[Block]:
    """What comes next, for the student."""
    if brief.student:
        return []
    if brief.asked:
        return what_waits("check-in", reader.words)
    if brief.next_due is None:
        return []
    return [small(reader.words("check-in-next", when=when(reader.words, brief.next_due, brief.timezone, reader.now)))]


def _day(brief: LogBrief, moment: datetime, reader: Reader) -> str:
    return named_day(reader.words, brief.day(moment), brief.day(reader.now))

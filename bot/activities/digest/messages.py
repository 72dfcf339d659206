"""The digest: at most twelve lines, then everybody in a table, those first who may need a word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import groupby
from typing import Any

from bot.activities.digest.forms import digest_button
from bot.activities.digest.replying_forms import reply_button
from bot.activities.feedback.messages import feedback_button
from bot.activities.home.desk_messages import (
    CLASS,
    CLASS_ANY,
    WAITING,
    StudentRow,
    WaitingLine,
    Where,
    counts_line,
    marks,
    row_line,
    standing,
    waiting_block,
)
from bot.domain.desk import WORD, DeskCounts
from bot.domain.digest import HowOften
from bot.domain.outbox import Message
from bot.domain.progress import OWN, Point
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, cut, joined, line, plain, rich, say, small, spoken
from bot.messages.days import clock, named_day
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words


@dataclass(frozen=True, slots=True)
class TeacherDigest(Notice):
    """To a teacher, of all her classes: what happened in the `days` before this one ("2027-01-18")."""

    day: str
    days: int


@dataclass(frozen=True, slots=True)
class RepliedMeanwhile(Notice):
    """To a teacher who replied to several: to these check-ins, "12,14", a colleague had replied meanwhile."""

    about: str


@dataclass(frozen=True, slots=True)
class MeanwhileBrief:
    """Names: of the students, and of who replied."""

    students: tuple[str, ...]
    teachers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """A point that a student has reached."""

    student: str
    user: str
    classroom: int
    point: Point


@dataclass(frozen=True, slots=True)
class ClassOf:
    id: int
    name: str
    count: int
    """How many students it has."""


@dataclass(frozen=True, slots=True)
class DigestBrief:
    """`answered` of `asked` since the first day; `waiting` are the oldest of what waits; `unheard` had no word for
    three weeks; `reminded` were reminded of what waits for them, and have not answered. `rows` are all students, by
    need; `tables`: whether Slack takes one here, as far as is known."""

    since: date
    today: date
    counts: DeskCounts
    answered: int
    asked: int
    waiting: tuple[WaitingLine, ...]
    reached: tuple[Reached, ...]
    unheard: tuple[str, ...]
    reminded: tuple[str, ...]
    praise: Reached | None
    rows: tuple[StudentRow, ...]
    classes: tuple[ClassOf, ...]
    how: HowOften
    day: str
    at: time
    tables: bool = True
    unread: bool = False
    """Whether check-ins wait for a reply."""


LINES_MOST = 12
"""Before the table, or with the rows in its place where Slack takes none."""
WAITING_MOST = 3
REACHED_MOST = 3
NAMES_MOST = 5
ROWS_MOST = 100
TEXT_MOST = 9000
"""Characters in the cells of a table: Slack takes 10,000."""
CELL_MOST = 150
PAGE_SIZE = 5


def teacher_digest(notice: TeacherDigest, brief: DigestBrief, reader: Reader) -> Message:
    w = reader.words
    lines = digest_lines(brief, w)
    text = "\n".join([w("digest-text", since=named_day(w, brief.since, brief.today)), *_said(brief, w)])
    below = _below(brief, w)
    in_words = message(text, *lines, *_rows(brief, LINES_MOST - len(lines), w), *below)
    if not brief.tables or not brief.rows:
        return in_words
    return replace(message(text, *lines, table_of(brief, w), *below), in_words=in_words)


def replied_meanwhile(notice: RepliedMeanwhile, brief: MeanwhileBrief, reader: Reader) -> Message:
    w, count = reader.words, len(brief.students)
    names = {"students": joined(w, brief.students), "teachers": joined(w, brief.teachers)}
    said = w.pieces("digest-replied-meanwhile", count=count, **names)
    return message(spoken(said), rich(said), small(w("digest-replied-meanwhile-next")))


def _said(brief: DigestBrief, words: Words) -> list[str]:
    """For who hears the message instead of seeing it."""
    found = [counts_line(brief.counts, words).replace("*", "")]
    return [*found, _answered(brief, words)] if brief.asked else found


def _answered(brief: DigestBrief, words: Words) -> str:
    return words("digest-answered", answered=brief.answered, asked=brief.asked)


def digest_lines(brief: DigestBrief, words: Words) -> list[Block]:
    """A block is a line."""
    lines = [say(words, "digest-since", since=named_day(words, brief.since, brief.today))]
    lines.append(rich([counts_line(brief.counts, words)]))
    if brief.asked:
        lines.append(rich([_answered(brief, words)]))
    lines += [waiting_block(one, words, brief.today) for one in brief.waiting[:WAITING_MOST]]
    lines += _reached(brief, words)
    for key, names in (("digest-unheard", brief.unheard), ("digest-reminded", brief.reminded)):
        if names:
            lines.append(say(words, key, names=_names(names, words), count=len(names)))
    if brief.praise is not None:
        about = brief.praise
        text = words.pieces(f"digest-praise-{_kind(about.point)}", student=about.student)
        beside = feedback_button(words("feedback-give-button"), about.classroom, about.user)
        lines.append(line(spoken(text), beside))
    return lines


def _reached(brief: DigestBrief, words: Words) -> list[Block]:
    """A line for each kind of point."""
    kinds = sorted(brief.reached, key=lambda one: (_KINDS.index(_kind(one.point)), one.student.casefold()))
    grouped = groupby(kinds, key=lambda one: _kind(one.point))
    found = [(kind, tuple(dict.fromkeys(one.student for one in those))) for kind, those in grouped]
    return [say(words, f"digest-reached-{kind}", names=_names(names, words)) for kind, names in found[:REACHED_MOST]]


_KINDS = ("goal", "own", "halfway", "effort", "back")


def _kind(point: Point) -> str:
    return "own" if point in OWN else point.value


def _names(names: Sequence[str], words: Words) -> str:
    if len(names) <= NAMES_MOST:
        return joined(words, names)
    return words("home-names-more", names=", ".join(names[:NAMES_MOST]), count=len(names) - NAMES_MOST)


def _rows(brief: DigestBrief, most: int, words: Words) -> list[Block]:
    """In place of a table: those who may need a word."""
    shown = [row for row in brief.rows if row.need in WORD][:most]
    return [bullets(*(row_line(row, words) for row in shown))] if shown else []


def table_of(brief: DigestBrief, words: Words) -> Block:
    """Everybody, by need; Slack sorts and searches in it."""
    several = len(brief.classes) > 1
    head = ["student", *(["class"] if several else []), "state", "look", "answer"]
    rows = [[words(f"digest-column-{name}") for name in head]]
    room = TEXT_MOST
    for row in brief.rows[:ROWS_MOST]:
        cells = _cells(row, brief, words, several=several)
        room -= sum(map(len, cells))
        if room < 0:
            break
        rows.append(cells)
    return {
        "type": "data_table",
        "caption": words("digest-table"),
        "page_size": PAGE_SIZE,
        "rows": [[{"type": "raw_text", "text": cell} for cell in cells] for cells in rows],
    }


def _cells(row: StudentRow, brief: DigestBrief, words: Words, *, several: bool) -> list[str]:
    state = spoken(standing(row, words))
    look = "; ".join(spoken(mark) for mark in marks(row, words))
    answer = named_day(words, row.last_check_in, brief.today) if row.last_check_in else ""
    cells = [row.name, *([row.in_class] if several else []), state, look, answer]
    return [cut(cell, CELL_MOST) or "–" for cell in cells]


def _below(brief: DigestBrief, words: Words) -> list[Block]:
    """What there is more of, and how it is chosen when this comes."""
    more = brief.counts.waiting > WAITING_MOST
    ways = [button(words("desk-all-waiting-button", count=brief.counts.waiting), WAITING)] if more else []
    ways += [reply_button(words)] if brief.unread else []
    ways += [_classes(brief.classes, words), digest_button(words)]
    on = words(f"day-{brief.day.lower()}")
    comes = words(f"digest-comes-{brief.how}", day=on, time=clock(brief.at, words))
    return [actions(ways), small(comes, words("digest-instead"))]


def _classes(classes: Sequence[ClassOf], words: Words) -> dict[str, Any]:
    """The whole class, in pages; a menu where there are several."""
    if len(classes) == 1:
        return button(words("desk-whole-class-button", count=classes[0].count), CLASS, Where(classes[0].id).text)
    options = [forms.option(one.name, Where(one.id).text) for one in classes[: forms.OPTIONS_MOST]]
    label = plain(words("digest-class"), 150)
    return {"type": "static_select", "action_id": CLASS_ANY, "placeholder": label, "options": options}

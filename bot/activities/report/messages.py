"""What is said of the numbers of a school: to its teachers first, then to those whom an admin named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from bot.activities.report.writing import Signs, as_csv, signs_as_csv
from bot.domain.outbox import File, Message
from bot.domain.school_report import CELLS, COUNTS, Cells, begins, change_of, follows
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, cut, header, joined, plain, say, small
from bot.messages.days import day
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

ASK, NAME, TAKE_BACK = "report.ask", "report.name_reader", "report.take_back_reader"
FILE_NAME, SIGNS_FILE = "accord-school.csv", "accord-school-signs.csv"
SIGNS_MOST = 10
"""So many are said in the message; the file has all."""
SIGN_MOST = 150
TERMS_MOST = 3
"""So many half-years have room beside each other on a phone; the file has all."""
OPTIONS_MOST = 100
"""Of a menu; https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element"""
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class SchoolReported(Notice):
    """To each teacher: the numbers of a half-year ("2026-08"), and when the school may have them."""

    term: str


@dataclass(frozen=True, slots=True)
class SchoolReport(Notice):
    """To whoever asked: the numbers as a table. Of the half-years in `few`, with commas between them, nothing is
    said."""

    by: str
    few: str


@dataclass(frozen=True, slots=True)
class SchoolFigures(Notice):
    """To whoever asked: the same as a file."""

    by: str


@dataclass(frozen=True, slots=True)
class SchoolSigns(Notice):
    """To whoever asked: how often the same sign is met, as a file."""

    by: str


@dataclass(frozen=True, slots=True)
class ReportReaderNamed(Notice):
    """To somebody who may have the numbers of the school from now on. Its brief is the admin's name."""

    by: str


@dataclass(frozen=True, slots=True)
class ReportReaderUnnamed(Notice):
    """To somebody who may have them no more. Its brief is the admin's name."""

    by: str


@dataclass(frozen=True, slots=True)
class ReportBrief:
    term: str
    cells: Mapping[str, int]
    given_on: date
    signs: Signs = ()


@dataclass(frozen=True, slots=True)
class FiguresBrief:
    """`terms` may be had, oldest first; `waits` are those that only teachers have seen, with the day from which they
    may."""

    terms: Sequence[tuple[str, Cells]]
    waits: Sequence[tuple[str, date]]
    signs: Signs = ()


def school_reported(notice: SchoolReported, brief: ReportBrief, reader: Reader) -> Message:
    w = reader.words
    args = {"term": day(begins(brief.term), w), "date": day(brief.given_on, w)}
    told = [(_dashed(name), brief.cells[name]) for name in CELLS if name in brief.cells]
    lines = [w.pieces(f"report-cell-{name}", number=number) for name, number in told]
    first = say(w, "report-first", **args)
    rest = (bullets(*lines), *_signs(brief.signs, w), small(w("report-first-next")))
    return message(w("report-first", **args), first, *rest)


def school_report(notice: SchoolReport, brief: FiguresBrief, reader: Reader) -> Message:
    w = reader.words
    few = [term for term in notice.few.split(", ") if term]
    blocks: list[Block] = [header(w("report-heading"))]
    if brief.terms:
        blocks += [_table(brief.terms[-TERMS_MOST:], w), small(w("report-what"))]
        blocks += _signs([one for one in brief.signs if one[0] == brief.terms[-1][0]], w)
    for term, on in brief.waits:
        blocks.append(say(w, "report-waits-reader", term=day(begins(term), w), date=day(on, w)))
    for term in few:
        blocks.append(say(w, "report-few-reader", term=day(begins(term), w)))
    if not (brief.terms or brief.waits or few):
        blocks.append(say(w, "report-none-reader"))
    return message(w("report-heading"), *blocks)


def _table(terms: Sequence[tuple[str, Cells]], words: Words) -> Block:
    """A line for each number, a column for each half-year, and what has changed since the one before."""
    compared = terms[-2:] if len(terms) > 1 and follows(terms[-2][0], terms[-1][0]) else ()
    heads = [words("report-column", term=day(begins(term), words)) for term, _ in terms]
    rows = [[words("report-column-what"), *heads, *([words("report-column-change")] if compared else [])]]
    for name in CELLS:
        if any(name in cells for _, cells in terms):
            row = [words(f"report-label-{_dashed(name)}"), *(_cell(name, cells, words) for _, cells in terms)]
            rows.append([*row, *([_change(name, compared[0][1], compared[1][1], words)] if compared else [])])
    return {
        "type": "table",
        "column_settings": [{"is_wrapped": True}] * len(rows[0]),
        "rows": [[{"type": "raw_text", "text": text} for text in row] for row in rows],
    }


def _cell(name: str, cells: Cells, words: Words) -> str:
    if name not in cells:
        return NOTHING
    return words("report-count" if name in COUNTS else "report-percent", number=cells[name])


def _change(name: str, before: Cells, now: Cells, words: Words) -> str:
    change = change_of(before, now, name)
    if change is None:
        return NOTHING
    if change == 0:
        return words("report-same")
    way, kind = "more" if change > 0 else "less", "count" if name in COUNTS else "percent"
    return words(f"report-{way}-{kind}", number=abs(change))


def _signs(signs: Signs, words: Words) -> list[Block]:
    """Of one half-year, how often the same sign is met."""
    said = [one for _, those in signs for one in those]
    if not said:
        return []
    lines = [words.pieces("report-sign", text=cut(text, SIGN_MOST), shares=_shares(of, words)) for text, of in said]
    more = [small(words("report-signs-more", count=len(said) - SIGNS_MOST))] if len(said) > SIGNS_MOST else []
    return [say(words, "report-signs"), bullets(*lines[:SIGNS_MOST]), *more, small(words("report-signs-what"))]


def _shares(shares: Sequence[int], words: Words) -> str:
    return joined(words, [words("report-percent", number=percent) for percent in shares])


def school_signs(notice: SchoolSigns, brief: FiguresBrief, reader: Reader) -> Message:
    w = reader.words
    instead = message(w("report-no-files"), say(w, "report-no-files"))
    file = File(SIGNS_FILE, w("report-signs-label"), partial(signs_as_csv, brief.signs), instead)
    return replace(message(w("report-signs-file"), say(w, "report-signs-file")), file=file)


def school_figures(notice: SchoolFigures, brief: FiguresBrief, reader: Reader) -> Message:
    w = reader.words
    instead = message(w("report-no-files"), say(w, "report-no-files"))
    file = File(FILE_NAME, w("report-file-label"), partial(as_csv, brief.terms), instead)
    return replace(message(w("report-file"), say(w, "report-file")), file=file)


def reader_named(notice: ReportReaderNamed, by: str, reader: Reader) -> Message:
    return message(reader.words("report-reader-named", name=by), say(reader.words, "report-reader-named", name=by))


def reader_unnamed(notice: ReportReaderUnnamed, by: str, reader: Reader) -> Message:
    return message(reader.words("report-reader-unnamed", name=by), say(reader.words, "report-reader-unnamed", name=by))


# On Home: for who may have them, and for admins, who name them.


def reader_blocks(words: Words) -> list[Block]:
    return [say(words, "report-home"), actions([button(words("report-button"), ASK)])]


def readers_blocks(readers: Sequence[tuple[str, str]], words: Words) -> list[Block]:
    """(name, user id) of those who were named."""
    named = ", ".join(name for name, _ in readers) or words("report-readers-nobody")
    choose = {"type": "users_select", "action_id": NAME, "placeholder": plain(words("report-name-reader"), 150)}
    menus: list[dict[str, Any]] = [choose]
    if readers:
        options = [forms.option(name, user) for name, user in readers[:OPTIONS_MOST]]
        label = plain(words("report-take-back-reader"), 150)
        menus.append({"type": "static_select", "action_id": TAKE_BACK, "placeholder": label, "options": options})
    return [header(words("report-readers")), say(words, "report-readers-named", names=named), actions(menus)]


def _dashed(name: str) -> str:
    return name.replace("_", "-")

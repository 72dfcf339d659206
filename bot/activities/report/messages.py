"""What teachers are told before the school is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.outbox import Message
from bot.domain.school_report import CELLS, begins
from bot.messages.blocks import bullets, say, small
from bot.messages.days import day
from bot.messages.registry import Notice, Reader, message


@dataclass(frozen=True, slots=True)
class SchoolReported(Notice):
    """To each teacher: the numbers of a half-year ("2026-08"), and when the school may have them."""

    term: str


@dataclass(frozen=True, slots=True)
class ReportBrief:
    term: str
    cells: Mapping[str, int]
    given_on: date


def school_reported(notice: SchoolReported, brief: ReportBrief, reader: Reader) -> Message:
    w = reader.words
    args = {"term": day(begins(brief.term), w), "date": day(brief.given_on, w)}
    told = [(name.replace("_", "-"), brief.cells[name]) for name in CELLS if name in brief.cells]
    lines = [w.pieces(f"report-cell-{name}", number=number) for name, number in told]
    return message(
        w("report-first", **args), say(w, "report-first", **args), bullets(*lines), small(w("report-first-next"))
    )

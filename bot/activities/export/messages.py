"""A class as a file for its teacher, with what each column means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from bot.activities.export.writing import ExportSheet, tables, workbook
from bot.domain.outbox import File, Message
from bot.messages.blocks import say
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

COLUMNS = {
    "contracts": (
        *("contract", "student", "status", "teacher", "started_on", "ends_on", "ended_on"),
        *("hardest", "strengths", "supports", "commitments"),
    ),
    "targets": (
        *("contract", "student", "target", "statement", "start", "goal", "newest", "unit", "due_on"),
        *("practice", "evidence_form"),
    ),
    "check_ins": (
        *("check_in", "contract", "student", "due_at", "state", "answered_at", "target", "value"),
        *("words", "how_sure", "replies"),
    ),
    "practice": ("check_in", "contract", "student", "due_at", "target", "times"),
    "evidence": ("contract", "student", "target", "name", "kind", "line", "sign", "came_on"),
    "assessments": ("contract", "student", "side", "by", "target", "sign", "rating", "reflection", "chosen"),
    "signs_met": ("student", "contracts", "signs", "met_by_student", "met_by_teacher"),
}
"""Sheets and their columns. Programs read these names: they are the same in every language."""

ABOUT = "about"


@dataclass(frozen=True, slots=True)
class ClassTables(Notice):
    """To a teacher who asked: their class as CSV files."""

    classroom: int


@dataclass(frozen=True, slots=True)
class ClassWorkbook(Notice):
    """The same as a workbook."""

    classroom: int


@dataclass(frozen=True, slots=True)
class ExportBrief:
    name: str
    students: int
    sheets: tuple[ExportSheet, ...]


def class_workbook(notice: ClassWorkbook, brief: ExportBrief, reader: Reader) -> Message:
    return _with_file(brief, reader, "export-workbook", "xlsx", workbook)


def class_tables(notice: ClassTables, brief: ExportBrief, reader: Reader) -> Message:
    return _with_file(brief, reader, "export-tables", "zip", tables)


def _with_file(brief: ExportBrief, reader: Reader, key: str, ending: str, write: Any) -> Message:
    w, args = reader.words, {"classroom": brief.name, "count": brief.students}
    sheets = [about(w), *brief.sheets]
    title = w(f"{key}-title", classroom=brief.name)
    instead = message(w("export-no-files"), say(w, "export-no-files"))
    file = File(_file_name(brief.name, reader, ending), title, partial(write, sheets), instead)
    return replace(message(w(key, **args), say(w, key, **args)), file=file)


def _file_name(name: str, reader: Reader, ending: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:40] or "class"
    return f"accord-{plain}-{reader.now:%Y-%m-%d}.{ending}"


def about(words: Words) -> ExportSheet:
    """What stands where, in the reader's language."""
    rows: list[tuple[str, str, str]] = [("", "", words("export-about")), ("", "", words("export-about-left-out"))]
    for sheet, columns in COLUMNS.items():
        rows.append((sheet, "", words(f"export-sheet-{_dashed(sheet)}")))
        rows += [(sheet, column, words(f"export-column-{_dashed(column)}")) for column in columns]
    return ExportSheet(ABOUT, ("sheet", "column", "meaning"), rows)


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def sheet(name: str, rows: Sequence[tuple[Any, ...]]) -> ExportSheet:
    return ExportSheet(name, COLUMNS[name], rows)

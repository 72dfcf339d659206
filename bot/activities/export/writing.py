"""Sheets as bytes: a workbook, and a folder of CSV files. No cell is ever a formula or a link."""

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

ExportCell = str | int | Decimal | date | datetime | None


@dataclass(frozen=True, slots=True)
class ExportSheet:
    """`name` is a word without spaces; every row has a cell for each column."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[ExportCell, ...]]


BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for a formula when it opens a CSV: https://owasp.org/www-community/attacks/CSV_Injection"""

CELL_MOST = 32_000
"""Characters; a workbook takes 32,767."""

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What no XML file holds."""

_YEAR = (1980, 1, 1, 0, 0, 0)
"""The same tables are the same bytes."""


def shown(cell: ExportCell) -> str | int | float:
    """Days and moments as ISO 8601 has them, moments in UTC; a number stays one."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return _UNSEEN.sub("", cell)[:CELL_MOST] if isinstance(cell, str) else cell


def in_csv(cell: ExportCell) -> str | int | float:
    """A text that a spreadsheet would take for a formula has an apostrophe before it."""
    found = shown(cell)
    if isinstance(found, str) and found.startswith(BEGINS_FORMULA):
        return f"'{found}"
    return found


def workbook(sheets: Sequence[ExportSheet]) -> bytes:
    """One sheet for each, its first line fixed and with filters."""
    import xlsxwriter  # loaded when somebody wants it

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"created": datetime(1980, 1, 1, tzinfo=UTC)})
        bold = book.add_format({"bold": True})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.freeze_panes(1, 0)
            page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
            page.set_column(0, len(sheet.columns) - 1, 18)
            for place, name in enumerate(sheet.columns):
                page.write_string(0, place, name, bold)
            for number, row in enumerate(sheet.rows, 1):
                for place, cell in enumerate(row):
                    found = shown(cell)
                    if isinstance(found, str):
                        if found:
                            page.write_string(number, place, found)
                    else:
                        page.write_number(number, place, found)
    return made.getvalue()


def tables(sheets: Sequence[ExportSheet]) -> bytes:
    """A ZIP with a CSV for each, in UTF-8 with the mark by which spreadsheets know that."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as folder:
        for sheet in sheets:
            text = io.StringIO(newline="")
            writer = csv.writer(text)
            writer.writerow(sheet.columns)
            writer.writerows([in_csv(cell) for cell in row] for row in sheet.rows)
            folder.writestr(zipfile.ZipInfo(f"{sheet.name}.csv", _YEAR), text.getvalue().encode("utf-8-sig"))
    return made.getvalue()

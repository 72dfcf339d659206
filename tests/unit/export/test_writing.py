"""Sheets as files: nothing in them is a formula, days are ISO 8601, and what can not stand in a file is left out."""

import csv
import io
import re
import zipfile
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.export.writing import (
    BEGINS_FORMULA,
    CELL_MOST,
    ExportCell,
    ExportSheet,
    in_csv,
    shown,
    tables,
    workbook,
)

FORMULA = '=HYPERLINK("https://bad.example","x")'


def csv_rows(made: bytes, name: str = "one") -> list[list[str]]:
    with zipfile.ZipFile(io.BytesIO(made)) as folder:
        text = folder.read(f"{name}.csv").decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def in_book(made: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(made)) as folder:
        return folder.read(name).decode("utf-8")


def sheet(*cells: ExportCell) -> ExportSheet:
    return ExportSheet("one", tuple(f"c{place}" for place in range(len(cells))), [cells])


@pytest.mark.parametrize("text", [FORMULA, "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=1+1"])
def test_a_text_that_looks_like_a_formula_is_none(text: str) -> None:
    (_, row) = csv_rows(tables([sheet(text)]))
    assert not row[0].startswith(BEGINS_FORMULA)
    assert row[0].endswith(text.lstrip())
    book = in_book(workbook([sheet(text)]), "xl/worksheets/sheet1.xml")
    assert "<f>" not in book
    assert "hyperlink" not in book.lower()


def test_a_number_below_zero_stays_a_number() -> None:
    assert csv_rows(tables([sheet(Decimal(-3))]))[1] == ["-3"]
    assert "<v>-3</v>" in in_book(workbook([sheet(Decimal(-3))]), "xl/worksheets/sheet1.xml")


def test_days_and_moments_are_iso() -> None:
    elsewhere = datetime(2027, 1, 18, 8, 45, tzinfo=timezone(timedelta(hours=2)))
    assert [shown(cell) for cell in (date(2027, 1, 18), elsewhere, None)] == ["2027-01-18", "2027-01-18T06:45:00Z", ""]


def test_numbers_keep_their_value() -> None:
    assert [shown(Decimal(text)) for text in ("5", "5.0", "5.25")] == [5, 5, 5.25]


def test_what_no_file_holds_is_left_out_and_what_is_too_long_is_cut() -> None:
    assert shown("a\x00b\x0bc\ud800d") == "abcd"
    assert len(str(shown("x" * 40_000))) == CELL_MOST
    assert workbook([sheet("a\x00b\x0bc", "x" * 40_000)])


def test_lines_and_quotes_stay_in_their_cell() -> None:
    text = 'said "yes",\nand went on'
    assert csv_rows(tables([sheet(text, "b")]))[1] == [text, "b"]


def test_an_empty_sheet_has_its_columns() -> None:
    empty = ExportSheet("one", ("a", "b"), [])
    assert csv_rows(tables([empty])) == [["a", "b"]]
    assert workbook([empty])


cells = st.one_of(st.none(), st.text(max_size=30), st.integers(-9, 9), st.decimals(-9, 9, places=2), st.dates())


@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_every_cell_is_safe_and_both_files_can_be_read(rows: list[tuple[ExportCell, ExportCell]]) -> None:
    made = ExportSheet("one", ("a", "b"), rows)
    for row in rows:
        for cell in row:
            found = in_csv(cell)
            assert not isinstance(found, str) or not found.startswith(BEGINS_FORMULA)
    assert len(csv_rows(tables([made]))) == len(rows) + 1
    book = in_book(workbook([made]), "xl/worksheets/sheet1.xml")
    assert not re.search(r"<f[ >]", book)
    ET.fromstring(book)  # noqa: S314 - made a line above


def test_the_same_sheets_are_the_same_tables() -> None:
    assert tables([sheet("a", Decimal(1))]) == tables([sheet("a", Decimal(1))])

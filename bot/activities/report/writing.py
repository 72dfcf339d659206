"""The numbers of a school as lines of a table: a line for each half-year, oldest first."""

import csv
import io
from collections.abc import Sequence

from bot.domain.school_report import CELLS, Cells

HEADERS = ("half_year", *CELLS)
"""Programs read these names: they are the same in every language."""

Terms = Sequence[tuple[str, Cells]]


def lines_of(terms: Terms) -> list[list[str]]:
    """A number that is left out is an empty cell."""
    return [[term, *(str(cells.get(name, "")) for name in CELLS)] for term, cells in terms]


def as_csv(terms: Terms) -> bytes:
    """In UTF-8 with the mark by which spreadsheets know that."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([HEADERS, *lines_of(terms)])
    return text.getvalue().encode("utf-8-sig")

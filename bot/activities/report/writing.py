"""The numbers of a school as lines of a table: a line for each half-year, oldest first."""

import csv
import io
from collections.abc import Sequence

from bot.activities.export.writing import in_csv
from bot.domain.school_report import CELLS, Cells

HEADERS = ("half_year", *CELLS)
"""Programs read these names: they are the same in every language."""

Terms = Sequence[tuple[str, Cells]]


SIGN_HEADERS = ("half_year", "sign", "group", "met_percent")

Signs = Sequence[tuple[str, Sequence[tuple[str, Sequence[int]]]]]
"""(half-year, (sign in its words, the percent of each group))."""


def lines_of(terms: Terms) -> list[list[str]]:
    """A number that is left out is an empty cell."""
    return [[term, *(str(cells.get(name, "")) for name in CELLS)] for term, cells in terms]


def as_csv(terms: Terms) -> bytes:
    return _csv([HEADERS, *lines_of(terms)])


def signs_as_csv(signs: Signs) -> bytes:
    """A line for each group; its number says nothing of which class it is."""
    found = [
        (term, in_csv(text), place, percent)
        for term, those in signs
        for text, shares in those
        for place, percent in enumerate(shares, 1)
    ]
    return _csv([SIGN_HEADERS, *found])


def _csv(lines: Sequence[Sequence[object]]) -> bytes:
    """In UTF-8 with the mark by which spreadsheets know that."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(lines)
    return text.getvalue().encode("utf-8-sig")

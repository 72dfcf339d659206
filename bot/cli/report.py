"""`accord report`: what a school is told of each half-year that is over."""

import csv
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.common import say, show, stop, words
from bot.cli.privacy import Workspace, check, operator, transact
from bot.domain.school_report import CELLS


def report(
    workspace: Workspace,
    out: Annotated[Path | None, typer.Option("--out", help=words("help-report-out"), show_default=False)] = None,
) -> None:
    """A line for each half-year, oldest first. The teachers see a new one a week before."""
    from bot.activities.report import use_cases

    check(workspace)
    found = transact(workspace, use_cases.report, operator())
    headers = ["half_year", *CELLS]
    rows = [[term, *(str(cells.get(name, "")) for name in CELLS)] for term, cells in found.terms]
    if out is not None and rows:
        _write(out, [headers, *rows])
    elif rows:
        show(headers, rows, numbers=range(1, len(headers)))
    for term, day in found.waits:
        say(words("report-waits", term=term, day=day.isoformat()))
    for term in found.few:
        say(words("report-few", term=term))
    if not (found.terms or found.waits or found.few):
        say(words("report-none"))


def _write(out: Path, rows: list[list[str]]) -> None:
    try:
        with out.open("x", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
    except FileExistsError:
        stop(words("report-exists", file=str(out)))
    except OSError as error:
        stop(words("report-not-written", file=str(out), reason=error.strerror or type(error).__name__))
    say(words("report-written", file=str(out)))

"""`accord report`: what a school is told of each half-year that is over."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.common import say, show, stop, words
from bot.cli.privacy import Workspace, check, operator, transact


def report(
    workspace: Workspace,
    out: Annotated[Path | None, typer.Option("--out", help=words("help-report-out"), show_default=False)] = None,
) -> None:
    """A line for each half-year, oldest first. The teachers see a new one a week before."""
    from bot.activities.report import use_cases
    from bot.activities.report.writing import HEADERS, as_csv, lines_of

    check(workspace)
    found = transact(workspace, use_cases.report, operator())
    if out is not None and found.terms:
        _write(out, as_csv(found.terms))
    elif found.terms:
        show(list(HEADERS), lines_of(found.terms), numbers=range(1, len(HEADERS)))
    for term, day in found.waits:
        say(words("report-waits", term=term, day=day.isoformat()))
    for term in found.few:
        say(words("report-few", term=term))
    if not (found.terms or found.waits or found.few):
        say(words("report-none"))


def _write(out: Path, made: bytes) -> None:
    try:
        with out.open("xb") as file:
            file.write(made)
    except FileExistsError:
        stop(words("report-exists", file=str(out)))
    except OSError as error:
        stop(words("report-not-written", file=str(out), reason=error.strerror or type(error).__name__))
    say(words("report-written", file=str(out)))

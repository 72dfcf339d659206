"""The command line."""

import asyncio
from collections.abc import Callable

import typer

from bot.cli import console, settings, stop, words
from bot.cli_db import db
from bot.cli_keys import keys
from bot.cli_llm import llm
from bot.cli_manifest import manifest
from bot.cli_outbox import outbox
from bot.cli_privacy import disclosures, student
from bot.cli_retention import retention
from bot.cli_simulate import simulate
from bot.cli_targets import targets
from bot.unswept import unswept

BEGIN, RUN, PEOPLE, BUILD = (words(f"panel-{name}") for name in ("begin", "run", "people", "build"))

app = typer.Typer(
    name="accord",
    help=words("help-accord"),
    epilog=words("help-accord-end"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def command(name: str, panel: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A command with its one line in the list, and its help."""
    return app.command(name, help=words(f"help-{name}"), short_help=words(f"short-{name}"), rich_help_panel=panel)


@command("run", BEGIN)
def run(http: bool = typer.Option(False, "--http", help=words("help-run-http"))) -> None:
    """Until Ctrl-C or SIGTERM."""
    with unswept():
        from bot.running import Misconfigured
        from bot.running import run as run_until_stopped

    found = settings()
    try:
        run_until_stopped(found, http=http)
    except Misconfigured as error:
        stop(str(error))


@command("doctor", BEGIN)
def doctor(http: bool = typer.Option(False, "--http", help=words("help-doctor-http"))) -> None:
    """A line for each check, and what to do; the exit code is 1 where something fails."""
    from bot.doctor import examine
    from bot.doctor_report import report

    findings = asyncio.run(examine(settings(), http=http))
    report(findings)
    raise typer.Exit(0 if all(finding.well for finding in findings) else 1)


@command("demo", BEGIN)
def demo(port: int = typer.Option(8484, help=words("help-demo-port"))) -> None:
    """A local workspace with a small class in it, and Accord connected to it. No account, no token."""
    from bot.demo import run_demo
    from bot.running import Misconfigured

    try:
        asyncio.run(run_demo(port, console.print))
    except Misconfigured as error:
        stop(str(error))


@command("tour", BEGIN)
def tour() -> None:
    """One whole story, played through the real protocol and printed as a transcript."""
    from bot.tour import StoryBroke, run_tour

    try:
        asyncio.run(run_tour(console.print))
    except StoryBroke as error:
        stop(words("tour-broke", part=error.part, problem=str(error)))


command("manifest", RUN)(manifest)
command("disclosures", PEOPLE)(disclosures)
command("simulate", BUILD)(simulate)
for name, group, panel in (
    ("db", db, RUN),
    ("outbox", outbox, RUN),
    ("keys", keys, RUN),
    ("student", student, PEOPLE),
    ("retention", retention, PEOPLE),
    ("targets", targets, BUILD),
    ("llm", llm, BUILD),
):
    app.add_typer(group, name=name, short_help=words(f"short-{name}"), rich_help_panel=panel)


def main() -> None:
    """The console script."""
    app(prog_name="accord")


if __name__ == "__main__":
    main()

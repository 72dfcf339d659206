"""The command line: run, demo, tour, doctor, db, targets."""

import asyncio

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

app = typer.Typer(
    name="accord",
    help="Accord: a Slack bot for learning contracts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(db, name="db")
app.add_typer(outbox, name="outbox")
app.add_typer(targets, name="targets")
app.add_typer(llm, name="llm")
app.add_typer(keys, name="keys")
app.add_typer(student, name="student")
app.add_typer(retention, name="retention")
app.command(help=words("help-disclosures"))(disclosures)
app.command(help=words("help-manifest"))(manifest)
app.command(help=words("help-simulate"))(simulate)


@app.command()
def run(http: bool = typer.Option(False, "--http", help=words("help-run-http"))) -> None:
    """Connect to Slack and work until stopped (Ctrl-C or SIGTERM)."""
    from bot.running import Misconfigured
    from bot.running import run as run_until_stopped

    found = settings()
    try:
        run_until_stopped(found, http=http)
    except Misconfigured as error:
        stop(str(error))


@app.command(help=words("help-doctor"))
def doctor(http: bool = typer.Option(False, "--http", help=words("help-doctor-http"))) -> None:
    """A line for each check, and what to do; the exit code is 1 where something fails."""
    from bot.doctor import examine
    from bot.doctor_report import report

    findings = asyncio.run(examine(settings(), http=http))
    report(findings)
    raise typer.Exit(0 if all(finding.well for finding in findings) else 1)


@app.command()
def demo(port: int = typer.Option(8484, help="The port of the local workspace's page; 0 for any free one.")) -> None:
    """A local workspace with a small class in it, and Accord connected to it. No account, no token."""
    from bot.demo import run_demo
    from bot.running import Misconfigured

    try:
        asyncio.run(run_demo(port, console.print))
    except Misconfigured as error:
        stop(str(error))


@app.command()
def tour() -> None:
    """One whole story, played through the real protocol and printed as a transcript."""
    from bot.tour import StoryBroke, run_tour

    try:
        asyncio.run(run_tour(console.print))
    except StoryBroke as error:
        stop(words("tour-broke", part=error.part, problem=str(error)))


def main() -> None:
    """The console script."""
    app(prog_name="accord")


if __name__ == "__main__":
    main()

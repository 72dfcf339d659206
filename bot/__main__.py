"""The command line: run, demo, tour, doctor, db, targets."""

import asyncio
from typing import NoReturn

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rich.console import Console

from bot.cli_llm import llm
from bot.cli_targets import targets
from bot.settings import Settings
from prompts.words import words_for

app = typer.Typer(
    name="accord",
    help="Accord: a Slack bot for learning contracts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
db = typer.Typer(help="The database.", no_args_is_help=True)
app.add_typer(db, name="db")
app.add_typer(targets, name="targets")
app.add_typer(llm, name="llm")
console = Console(highlight=False, soft_wrap=True)
words = words_for()
problems = Console(stderr=True, highlight=False, soft_wrap=True)


@app.command()
def run() -> None:
    """Connect to Slack and work until stopped (Ctrl-C or SIGTERM)."""
    from bot.running import Misconfigured, serve

    settings = _settings()
    try:
        asyncio.run(serve(settings))
    except Misconfigured as error:
        _stop(str(error))


@app.command()
def doctor() -> None:
    """Check tokens, scopes, database and clock; say what to do about each that is wrong."""
    from bot.doctor import examine

    findings = asyncio.run(examine(_settings()))
    for finding in findings:
        what = words(f"doctor-{finding.key}", **finding.args)
        console.print(words("doctor-well" if finding.well else "doctor-ill", what=what))
        if not finding.well:
            console.print(words("doctor-remedy", what=words(f"doctor-{finding.key}-remedy", **finding.args)))
    raise typer.Exit(0 if all(f.well for f in findings) else 1)


@app.command()
def demo(port: int = typer.Option(8484, help="The port of the local workspace's page; 0 for any free one.")) -> None:
    """A local workspace with a small class in it, and Accord connected to it. No account, no token."""
    from bot.demo import run_demo
    from bot.running import Misconfigured

    try:
        asyncio.run(run_demo(port, console.print))
    except Misconfigured as error:
        _stop(str(error))


@app.command()
def tour() -> None:
    """One whole story, played through the real protocol and printed as a transcript."""
    from bot.tour import StoryBroke, run_tour

    try:
        asyncio.run(run_tour(console.print))
    except StoryBroke as error:
        _stop(words("tour-broke", part=error.part, problem=str(error)))


@db.command()
def migrate() -> None:
    """Bring the database to this version. `accord run` does it too."""
    from bot.running import Misconfigured, open_database

    try:
        engine = open_database(_settings())
    except Misconfigured as error:
        _stop(str(error))
    engine.dispose()
    console.print(words("db-up-to-date"))


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        _stop("\n".join(_problem(e) for e in error.errors()))


def _problem(error: ErrorDetails) -> str:
    return words("setting-wrong", name=".".join(map(str, error["loc"])).upper(), problem=error["msg"])


def _stop(message: str) -> NoReturn:
    problems.print(message)
    raise typer.Exit(1)


def main() -> None:
    """The console script."""
    app(prog_name="accord")


if __name__ == "__main__":
    main()

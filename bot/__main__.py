"""The command line: what is called for is loaded, and nothing else, so that a start is short."""

import asyncio
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module

import typer

from bot.cli.common import console, settings, stop, words


@contextmanager
def unswept() -> Iterator[None]:
    """Look for no garbage in the block: while many modules are loaded there is none, and looking takes a tenth of the
    time. What was made by then, modules mostly, is passed over ever after."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def run(http: bool = typer.Option(False, "--http", help=words("help-run-http"))) -> None:
    """Until Ctrl-C or SIGTERM."""
    with unswept():
        from bot.cli.run import Misconfigured, ended
        from bot.cli.run import run as run_until_stopped

    found = settings(ended)
    try:
        run_until_stopped(found, http=http)
    except Misconfigured as error:
        ended(str(error))


def doctor(http: bool = typer.Option(False, "--http", help=words("help-doctor-http"))) -> None:
    """A line for each check, and what to do; the exit code is 1 where something fails."""
    from bot.cli.doctor.checks import examine
    from bot.cli.doctor.finding import report

    findings = asyncio.run(examine(settings(), http=http))
    report(findings)
    raise typer.Exit(0 if all(finding.well for finding in findings) else 1)


def demo(
    port: int = typer.Option(8484, help=words("help-demo-port")),
    term: bool = typer.Option(False, "--term", help=words("help-demo-term")),
) -> None:
    """A local workspace with a small class in it, and Accord connected to it. No account, no token."""
    from bot.cli.run import Misconfigured
    from bot.demo.local import run_demo

    try:
        asyncio.run(run_demo(port, console.print, in_term=term))
    except Misconfigured as error:
        stop(str(error))


def tour() -> None:
    """One whole story, played through the real protocol and printed as a transcript."""
    from bot.demo.tour import StoryBroke, run_tour

    try:
        asyncio.run(run_tour(console.print))
    except StoryBroke as error:
        stop(words("tour-broke", part=error.part, problem=str(error)))


HERE: dict[str, Callable[..., None]] = {"run": run, "doctor": doctor, "demo": demo, "tour": tour}
"""Commands to begin with."""

ELSEWHERE = {
    "manifest": ("bot.cli.upkeep", "run"),
    "disclosures": ("bot.cli.privacy", "people"),
    "simulate": ("bot.cli.simulate", "build"),
    "db": ("bot.cli.db", "run"),
    "outbox": ("bot.cli.upkeep", "run"),
    "keys": ("bot.cli.upkeep", "run"),
    "clock": ("bot.cli.upkeep", "run"),
    "calendar": ("bot.cli.calendar", "run"),
    "standards": ("bot.cli.standards", "run"),
    "roster": ("bot.cli.roster", "run"),
    "student": ("bot.cli.privacy", "people"),
    "retention": ("bot.cli.privacy", "people"),
    "report": ("bot.cli.report", "people"),
    "targets": ("bot.cli.targets", "build"),
    "messages": ("bot.cli.messages", "build"),
    "llm": ("bot.cli.llm", "build"),
}
"""Commands, and groups of them: the module that has one under its name, and the panel where the help lists it."""


def command_line(wanted: str = "") -> typer.Typer:
    """The commands: only `wanted` where there is one of that name, for a start that loads no more; else all."""
    app = typer.Typer(
        name="accord",
        help=words("help-accord"),
        epilog=words("help-accord-end"),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_no_options)
    known = [*HERE, *ELSEWHERE]
    for name in [wanted] if wanted in known else known:
        _add(app, name)
    return app


def _no_options() -> None:
    """With a callback, the name of a command has to be typed even where it is the only one."""


def _add(app: typer.Typer, name: str) -> None:
    """A command or a group, with its one line in the list."""
    place, panel = ELSEWHERE.get(name, ("", "begin"))
    what = getattr(import_module(place), name) if place else HERE[name]
    short, panel = words(f"short-{name}"), words(f"panel-{panel}")
    if isinstance(what, typer.Typer):
        app.add_typer(what, name=name, short_help=short, rich_help_panel=panel)
    else:
        app.command(name, help=words(f"help-{name}"), short_help=short, rich_help_panel=panel)(what)


def main() -> None:
    """The console script."""
    command_line("".join(sys.argv[1:2]))(prog_name="accord")


if __name__ == "__main__":
    main()

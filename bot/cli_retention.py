"""`accord retention …`: how long a workspace keeps what."""

from typing import Annotated

import typer
from rich.table import Table

from bot.cli import console, say, stop, words
from bot.cli_privacy import Reason, Workspace, check, operator, transact
from bot.domain.retention import SETTINGS

retention = typer.Typer(help=words("help-retention"), no_args_is_help=True)

Days = Annotated[int | None, typer.Option(show_default=False, help=words("help-retention-days"))]


@retention.command(help=words("help-retention-show"))
def show(workspace: Workspace) -> None:
    """The policy, and what the next run would erase."""
    from bot.services import retaining

    check(workspace)
    policy, past = transact(workspace, retaining.show)
    table = Table(box=None, pad_edge=False)
    for key in ("what", "days", "past"):
        table.add_column(words(f"retention-column-{key}"), justify="left" if key == "what" else "right")
    for setting in SETTINGS:
        count = sum(past[kind] for kind, its in retaining.KINDS.items() if its == setting)
        table.add_row(words(f"retention-{setting.replace('_', '-')}"), str(getattr(policy, setting)), str(count))
    console.print(table)
    say(words("retention-dry"))


@retention.command("set", help=words("help-retention-set"))
def decide(
    workspace: Workspace,
    contracts: Days = None,
    feedback: Days = None,
    llm: Days = None,
    incoming: Days = None,
    outbox: Days = None,
    reason: Reason = "",
) -> None:
    """Change some of the periods; it is written down."""
    from bot.services import retaining

    check(workspace)
    given = dict(zip(SETTINGS, (contracts, feedback, llm, incoming, outbox), strict=True))
    days = {setting: kept for setting, kept in given.items() if kept is not None}
    if not days:
        stop(words("retention-nothing-given"))
    policy = transact(workspace, retaining.decide, days, operator(), reason)
    for setting in days:
        what = words(f"retention-{setting.replace('_', '-')}")
        say(words("retention-set", what=what, days=getattr(policy, setting)))

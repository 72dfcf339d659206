"""`accord retention …`: how long a workspace keeps what."""

from typing import Annotated

import typer

from bot.cli.common import console, say, show, stop, words
from bot.cli.privacy import Reason, Workspace, check, operator, transact
from bot.domain.retention import SETTINGS

retention = typer.Typer(help=words("help-retention"), no_args_is_help=True)

_LABELS = {"membership": "people", "person": "people", "errand": "errands"}
"""Kinds that are something else than what their setting is called after."""

Days = Annotated[int | None, typer.Option(show_default=False, help=words("help-retention-days"))]


@retention.command("show", help=words("help-retention-show"))
def show_policy(workspace: Workspace) -> None:
    """The policy, and what the next run would erase."""
    from bot.activities.privacy import retaining

    check(workspace)
    policy, past = transact(workspace, retaining.show)
    counts: dict[tuple[str, str], int] = {}
    for kind, setting in retaining.KINDS.items():
        row = (_LABELS.get(kind, setting.replace("_", "-")), setting)
        counts[row] = counts.get(row, 0) + past[kind]
    rows = [(words(f"retention-{what}"), str(getattr(policy, its)), str(n)) for (what, its), n in counts.items()]
    show([words(f"retention-column-{key}") for key in ("what", "days", "past")], rows, numbers=(1, 2))
    if console.is_terminal:
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
    from bot.activities.privacy import retaining

    check(workspace)
    given = dict(zip(SETTINGS, (contracts, feedback, llm, incoming, outbox), strict=True))
    days = {setting: kept for setting, kept in given.items() if kept is not None}
    if not days:
        stop(words("retention-nothing-given"))
    policy = transact(workspace, retaining.decide, days, operator(), reason)
    for setting in days:
        what = words(f"retention-{setting.replace('_', '-')}")
        say(words("retention-set", what=what, days=getattr(policy, setting)))

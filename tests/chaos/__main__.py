"""`make chaos`: kill the program a hundred times on each database, and say what was lost or said twice.

python -m tests.chaos --kills 100 --database both [--seed 7]
"""

import argparse
import asyncio
import signal
import sys
import tempfile
from pathlib import Path
from random import SystemRandom
from statistics import median

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from tests.chaos.campaign import Campaign, Figures
from tests.chaos.stores import opened

DATABASES = {"sqlite": ["sqlite"], "postgres": ["postgres"], "both": ["sqlite", "postgres"]}
console = Console(highlight=False)


def main() -> int:
    """The exit code: 1 where anything that has to hold does not."""
    wanted = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that nothing that was started stays behind
    seed = SystemRandom().randrange(10**9) if wanted.seed is None else wanted.seed
    console.print(f"seed {seed}: give it with --seed to choose the same moments again")
    found = [_campaign(name, seed, wanted.kills, wanted.students) for name in DATABASES[wanted.database]]
    return 1 if any(found) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=_count, default=100, help="processes killed on each database (100)")
    parser.add_argument("--database", choices=DATABASES, default="both")
    parser.add_argument("--students", type=_count, default=25, help="students in the class (25)")
    parser.add_argument("--seed", type=int, default=None, help="chooses the moments; a new one each time")
    return parser.parse_args()


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _campaign(name: str, seed: int, kills: int, size: int) -> list[str]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with (
        Progress(*columns, console=console) as progress,
        tempfile.TemporaryDirectory(prefix="accord-chaos-") as folder,
        opened(name, Path(folder)) as store,
    ):
        task = progress.add_task(f"{name}: killed", total=kills)
        campaign = Campaign(
            store, Path(folder), seed=seed, kills=kills, size=size, on_kill=lambda: progress.advance(task)
        )
        violations = asyncio.run(campaign.run())
    _report(name, campaign.figures, violations)
    return violations


def _report(name: str, figures: Figures, violations: list[str]) -> None:
    starts = sorted(figures.starts)
    console.print(
        f"{name}: {figures.kills} killed, {figures.sockets_cut} sockets cut, database away"
        f" {figures.database_away} times, {figures.starts_that_failed} starts in vain; {figures.calls} calls of Slack"
    )
    console.print(
        f"{name}: {figures.asked} questions asked, {figures.typed} answers typed"
        f" ({figures.unheard} never acknowledged), {figures.forms} forms sent, {figures.said} messages said"
    )
    if starts:
        console.print(
            f"{name}: start to connected: median {median(starts):.2f} s, slowest {starts[-1]:.2f} s"
            f" of {len(starts)} starts (goal 2 s)"
        )
    for violation in violations:
        console.print(f"{name}: VIOLATION: {violation}", style="red")
    console.print(f"{name}: {len(violations)} violations")


if __name__ == "__main__":
    sys.exit(main())

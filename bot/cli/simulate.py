"""`accord simulate`: whole terms on a virtual clock, with trouble everywhere, and what must always hold."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from bot.cli.common import problems, say, stop, words

if TYPE_CHECKING:  # "accord --help" need not wait for all of Accord
    from simulation.many import Sum
    from simulation.plan import Plan
    from simulation.world import Result

MOST_SHRUNK = 3
"""Failures of so many different properties are shrunk; the other seeds are named."""

TELLS_EVERY = 50
"""Seeds, where nobody watches a bar."""

STOPPED = 130
"""What a shell takes for Ctrl-C."""


def simulate(
    seeds: Annotated[int, typer.Option(help=words("help-simulate-seeds"), min=1)] = 100,
    first: Annotated[int, typer.Option(help=words("help-simulate-first"), min=0)] = 0,
    seed: Annotated[int | None, typer.Option(help=words("help-simulate-seed"), min=0)] = None,
    trace: Annotated[bool, typer.Option("--trace", help=words("help-simulate-trace"))] = False,
    jobs: Annotated[int, typer.Option(help=words("help-simulate-jobs"), min=0)] = 0,
    shrink: Annotated[bool, typer.Option(help=words("help-simulate-shrink"))] = True,
) -> None:
    """Run seeds, and end with 1 where something did not hold. Ctrl-C ends it with what was found so far."""
    if trace and seed is None:
        stop(words("simulate-trace-of-which"), 2)
    chosen = range(first, first + seeds) if seed is None else range(seed, seed + 1)
    total = _many(chosen, jobs) if seed is None else _one(seed, trace=trace)
    _report(total)
    if total.seeds < len(chosen):
        stop(words("simulate-stopped", left=len(chosen) - total.seeds), STOPPED)
    if total.failed and shrink:
        _shrink(total.failed)
    raise typer.Exit(1 if total.failed else 0)


def _one(seed: int, *, trace: bool) -> "Sum":
    from simulation.many import Sum
    from simulation.plan import plan_for
    from simulation.world import simulate as run

    result = run(plan_for(seed), trace=trace)
    for line in result.trace:
        say(line)
    total = Sum()
    total.add(result)
    return total


def _many(seeds: range, jobs: int) -> "Sum":
    from simulation.many import Sum, run_many

    total = Sum()
    with suppress(KeyboardInterrupt):
        for result in _watched(run_many(seeds, jobs=jobs or None), len(seeds)):
            total.add(result)
    return total


def _watched(results: Iterable["Result"], many: int) -> Iterator["Result"]:
    """The same results, while somebody sees how far they are."""
    with _bar() as bar:
        task = bar.add_task(words("simulate-running"), total=many)
        for done, result in enumerate(results, 1):
            bar.update(task, completed=done)
            for line in _violations(result):
                problems.print(Text(line))
            if not problems.is_terminal and done % TELLS_EVERY == 0:
                problems.print(words("simulate-so-far", done=done, seeds=many))
            yield result


@contextmanager
def _bar() -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=problems, transient=True, disable=not problems.is_terminal) as bar:
        yield bar


def _report(total: "Sum") -> None:
    say(words("simulate-sum", seeds=total.seeds, acts=total.acts, steps=total.steps, faults=total.faults.total()))
    for kind, times in sorted(total.faults.items()):
        say(words("simulate-fault", kind=kind, times=times))
    for result in sorted(total.failed, key=lambda r: r.seed):
        for line in _violations(result):
            say(line)
    say(words("simulate-failed" if total.failed else "simulate-held", failed=len(total.failed)))


def _violations(result: "Result") -> Iterator[str]:
    for violation in result.violations:
        yield words("simulate-violation", seed=result.seed, property=violation.property, why=violation.why)


def _shrink(failed: list["Result"]) -> None:
    """The shortest run for each property that did not hold: the seed that needed the fewest acts goes first."""
    from simulation.plan import plan_for

    seen: set[str] = set()
    for result in sorted(failed, key=lambda r: (r.items, r.seed)):
        property = result.violations[0].property
        if property not in seen and len(seen) < MOST_SHRUNK:
            seen.add(property)
            _show_shortest(plan_for(result.seed), property)


def _show_shortest(plan: "Plan", property: str) -> None:
    from simulation.shrinking import MOST_RUNS, shrink

    with _bar() as bar:
        task = bar.add_task(words("simulate-shrinking", property=property), total=MOST_RUNS)
        found = shrink(plan, property, told=lambda runs, left: bar.update(task, completed=runs))
    say(words("simulate-shortest", property=property, seed=plan.seed, items=len(found.plan.items), runs=found.runs))
    for item in found.plan.items:
        say(words("simulate-item", seconds=f"{item.at:.1f}", what=item.what, who=item.who, school=item.school))
    for line in found.result.trace:
        say(line)

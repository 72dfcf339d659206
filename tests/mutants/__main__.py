"""`make mutants`: small faults in the program, a sample of them, and how many their nearest tests notice.

python -m tests.mutants [--mutants 400] [--seed 1] [--of bot/outbox] [NAME ...]

How mutants are made, drawn, and told from the program stands in mutating, sampling, nearest and trying. Each test that
killed one is run once more, alone and without it: where it fails then, too, it told nothing, and the mutant lives.
A run that is ended early (Ctrl-C) says what it knows by then, and goes on from there the next time.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from tests.mutants.figures import alive, table
from tests.mutants.kept import Kept
from tests.mutants.mutating import Mutant
from tests.mutants.nearest import Recorded, recorded, tree_of
from tests.mutants.sampling import PACKAGES, drawn, in_turn, named, places_in, shares
from tests.mutants.trying import Outcome, Trier, Verdict

ROOT = Path.cwd()
"""The tree whose mutants are tried."""

FOLDER = ROOT / "var" / "mutants"
OF_EACH = 50
"""So many of a package are tried at least: of few an interval would say nothing."""

console = Console(highlight=False, markup=False, soft_wrap=True)

Found = Mapping[str, Sequence[Verdict]]


@dataclass(frozen=True)
class Sample:
    """`sizes` is how many mutants each package has."""

    mutants: Mapping[str, Sequence[Mutant]]
    sizes: Mapping[str, int]


def main() -> None:
    wanted = _arguments()
    FOLDER.mkdir(parents=True, exist_ok=True)
    trier = Trier(ROOT, FOLDER / "last-output.txt")
    sample = _of_names(wanted.names) if wanted.names else _by_seed(wanted.of or PACKAGES, wanted.seed, wanted.mutants)
    console.print("recording which test runs which line, where that is not known yet …")
    tests = recorded(ROOT, FOLDER)
    kept = None if wanted.names else Kept(FOLDER, tree_of(ROOT))
    found = _without_what_always_fails(trier, _tried_in_turn(trier, tests, sample, kept))
    for line in ("", "What lived:", *alive(found), "", *table(found, sample.sizes)):
        console.print(line)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--mutants", type=int, default=400, help="how many are tried, in all (400)")
    parser.add_argument("--seed", type=int, default=1, help="chooses them (1); the same again with the same seed")
    parser.add_argument("--of", action="append", choices=PACKAGES, help="only of this package; may be given again")
    parser.add_argument("names", nargs="*", help="these mutants, as they were printed")
    return parser.parse_args()


def _by_seed(packages: Sequence[str], seed: int, wanted: int) -> Sample:
    places = {package: list(places_in(ROOT, package)) for package in packages}
    sizes = {package: len(those) for package, those in places.items()}
    each = shares(sizes, wanted, least=min(OF_EACH, wanted // len(packages)))
    return Sample({package: drawn(ROOT, places[package], seed, each[package]) for package in packages}, sizes)


def _of_names(names: Sequence[str]) -> Sample:
    mutants = named(ROOT, names)
    return Sample({"these": mutants}, {"these": len(mutants)})


def _tried_in_turn(trier: Trier, tests: Recorded, sample: Sample, kept: Kept | None) -> Found:
    """All of them; as many as were tried where somebody ends it with Ctrl-C."""
    found: dict[str, list[Verdict]] = {package: [] for package in sample.mutants}
    try:
        for package, mutant in in_turn(sample.mutants):
            verdict = (kept and kept.of(mutant)) or _tried(trier, tests, mutant, kept)
            found[package].append(verdict)
    except KeyboardInterrupt:
        console.print("ended early: this is what is known of the others")
    return found


def _tried(trier: Trier, tests: Recorded, mutant: Mutant, kept: Kept | None) -> Verdict:
    nearest = tests.tests_of(mutant.path, mutant.lines)
    verdict = trier.try_out(mutant, nearest, tests.seconds_of(nearest))
    console.print(f"{mutant.name}: {verdict.outcome} {verdict.by} ({verdict.tests} tests, {verdict.seconds:.1f} s)")
    if kept:
        kept.keep(verdict)
    return verdict


def _without_what_always_fails(trier: Trier, found: Found) -> Found:
    killers = {verdict.by for verdicts in found.values() for verdict in verdicts if verdict.outcome is Outcome.KILLED}
    failing = trier.failing_alone(killers)
    for test in sorted(failing):
        console.print(f"fails without a mutant, too: {test}")
    return {
        package: [replace(one, outcome=Outcome.SURVIVED) if one.by in failing else one for one in verdicts]
        for package, verdicts in found.items()
    }


if __name__ == "__main__":
    main()

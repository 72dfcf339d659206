"""What a sample says: the share of mutants that were killed, with the interval in which the true one lies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from tests.mutants.trying import Outcome, Verdict

Z = 1.96
"""95 of 100 such intervals hold the true share."""


@dataclass(frozen=True)
class Share:
    """`tried` is less than a whole number of mutants where packages weigh differently."""

    share: float
    tried: float

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.share, self.tried)


def wilson(share: float, tried: float) -> tuple[float, float]:
    """Wilson, J. Am. Stat. Assoc. 22 (1927). From 0 to 1 where nothing was tried."""
    if not tried:
        return 0.0, 1.0
    middle = share + Z**2 / (2 * tried)
    around = Z * sqrt(share * (1 - share) / tried + Z**2 / (4 * tried**2))
    whole = 1 + Z**2 / tried
    return max(0.0, (middle - around) / whole), min(1.0, (middle + around) / whole)


def of_all(shares: Mapping[str, Share], sizes: Mapping[str, int]) -> Share:
    """Each package weighs what it has of all mutants, however many of it were tried. `tried` is the size of a sample
    without packages that would vary as much (Kish, Survey Sampling, 1965)."""
    whole = sum(sizes[package] for package in shares)
    weights = {package: sizes[package] / whole for package in shares}
    share = sum(weights[package] * one.share for package, one in shares.items())
    varies = sum(weights[package] ** 2 * one.share * (1 - one.share) / one.tried for package, one in shares.items())
    return Share(share, share * (1 - share) / varies if varies else sum(one.tried for one in shares.values()))


def killed_of(verdicts: Sequence[Verdict]) -> Share:
    """ZeroDivisionError where there are none."""
    return Share(sum(not verdict.alive for verdict in verdicts) / len(verdicts), len(verdicts))


def table(found: Mapping[str, Sequence[Verdict]], sizes: Mapping[str, int]) -> Iterator[str]:
    """Lines: a package each, and all of them."""
    tried = {package: verdicts for package, verdicts in found.items() if verdicts}
    shares = {package: killed_of(verdicts) for package, verdicts in tried.items()}
    yield f"{'package':<18}{'mutants':>9}{'tried':>7}{'killed':>8}{'hung':>6}{'lived':>7}{'unseen':>8}   share killed"
    for package, verdicts in tried.items():
        yield _line(package, sizes[package], verdicts, shares[package])
    if tried:
        every = [verdict for verdicts in tried.values() for verdict in verdicts]
        yield _line("all, by weight", sum(sizes[package] for package in tried), every, of_all(shares, sizes))


def alive(found: Mapping[str, Iterable[Verdict]]) -> Iterator[str]:
    """What lived: its name, where it stands, and the line as it was and as it is."""
    for verdict in (verdict for verdicts in found.values() for verdict in verdicts if verdict.alive):
        mutant = verdict.mutant
        yield f"{mutant.name} (line {mutant.lines.start}): {verdict.outcome}, {verdict.tests} tests"
        yield f"    - {mutant.was}"
        yield f"    + {mutant.now}"


def _line(name: str, size: int, verdicts: Sequence[Verdict], share: Share) -> str:
    counts = [sum(verdict.outcome is outcome for verdict in verdicts) for outcome in Outcome]
    killed, hung, lived, unseen = counts
    low, high = share.interval
    return (
        f"{name:<18}{size:>9,}{len(verdicts):>7}{killed:>8}{hung:>6}{lived:>7}{unseen:>8}"
        f"   {share.share:.1%} ({low:.1%} to {high:.1%})"
    )

"""What helped others with the same kind of target: counts, nobody's name, and only from several people on."""

from collections import defaultdict
from collections.abc import Sequence

from bot.domain.chosen import folded
from bot.domain.contract import Contract, Status
from bot.domain.terms import Target

PEOPLE_LEAST = 5
SHOWN_MOST = 5


def helped(contracts: Sequence[Contract], unit: str, *, beside: str) -> list[tuple[str, int]]:
    """What at least five others named who completed a contract with a target that counts the same, with how many they
    were; `beside` is who asks."""
    people: dict[str, set[str]] = defaultdict(set)
    named: dict[str, str] = {}
    for contract in contracts:
        if contract.status is not Status.COMPLETED or contract.student == beside:
            continue
        for target in contract.in_force.terms.targets:
            if folded(target.unit) == folded(unit):
                for thing in things_of(target):
                    people[folded(thing)].add(contract.student)
                    named.setdefault(folded(thing), thing)
    found = [(named[key], len(who)) for key, who in people.items() if len(who) >= PEOPLE_LEAST]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:SHOWN_MOST]


def things_of(target: Target) -> list[str]:
    """What a target is worked at with: a thing on a line, and what its activity brings along."""
    typed = [line.strip(" -•\t") for line in target.materials.splitlines()]
    return [thing for thing in (*typed, *(thing for one in target.activity for thing in one.resources)) if thing]

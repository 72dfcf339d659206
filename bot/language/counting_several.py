"""Which number of an answer belongs to which of several targets: "9 mistakes and 3 books", "books: 3, mistakes: 9"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.domain.terms import Target, number_text
from bot.language.counting import counts_nothing_else, names_unit, value_for
from bot.language.reading.numbers import same_unit
from bot.language.reading.text import fold

_PART = re.compile(r",(?!\d)|[;\n]|\.\s|\s(?:and|&)\s", re.IGNORECASE)
_NAMED = re.compile(r"([^:=\d]+)[:=]\s*(.+)")
_UNIT_MOST = 40


def values_in(text: str, targets: Sequence[Target]) -> dict[int, Decimal]:
    """What a typed message says of which target, by the target's place; empty where that is not sure.

    With several targets only a number that names its target's unit is sure.
    """
    if len(targets) == 1:
        value = value_for(text, targets[0])
        return {} if value is None else {0: value}
    parts = [part for part in _PART.split(text) if part.strip()]
    if not any(_named(part, targets) for part in parts):
        return _by_unit(text, targets)
    said = [pair for part in parts for pair in (_named(part, targets) or _by_unit(part, targets)).items()]
    return {i: value for i, value in said if all(v == value for j, v in said if i == j)}


def example(targets: Sequence[Target]) -> str:
    """How to write the numbers of several targets, in their own units; "" where that would not tell them apart."""
    halfway = [Decimal(int((t.baseline + t.goal) / 2)) for t in targets]
    units = [" ".join(t.unit.split())[:_UNIT_MOST].strip() for t in targets]
    text = ", ".join(f"{number_text(value)} {unit}" for value, unit in zip(halfway, units, strict=True))
    told_apart = len(targets) > 1 and values_in(text, targets) == dict(enumerate(halfway))
    return text if told_apart else ""


def _by_unit(text: str, targets: Sequence[Target]) -> dict[int, Decimal]:
    found = ((i, value_for(text, target)) for i, target in enumerate(targets))
    return {i: value for i, value in found if value is not None and names_unit(text, targets, i)}


def _named(part: str, targets: Sequence[Target]) -> dict[int, Decimal]:
    """The number after its unit: "books: 3", "comma mistakes 9"."""
    for unit, rest in _splits(part):
        meant = [i for i, target in enumerate(targets) if same_unit(unit, target.unit)]
        if len(meant) == 1 and counts_nothing_else(rest, targets[meant[0]]):
            value = value_for(rest, targets[meant[0]])
            return {} if value is None else {meant[0]: value}
    return {}


def _splits(part: str) -> Iterator[tuple[str, str]]:
    """(unit, number) as they may stand; without a sign between only where nothing else is said."""
    named = _NAMED.fullmatch(part.strip())
    if named:
        yield fold(named[1]).strip(), named[2]
        return
    words = part.split()
    if len(words) > 1 and words[-1][0].isdigit() and not any(c.isdigit() for w in words[:-1] for c in w):
        yield fold(words[-2]), words[-1]

"""What is said of a measure: its name, its value, how it is counted, and what it was counted from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WIDE = 100
"""So much of a list is shown, unless all is asked for."""


@dataclass(frozen=True)
class Measure:
    name: str
    value: str
    how: str
    which: Sequence[str] = ()


def table(measures: Iterable[Measure], *, everything: bool = False) -> Iterator[str]:
    """Lines: names and values in two columns, and below each how it is counted and the first of what it counts."""
    listed = list(measures)
    wide = max((len(measure.name) for measure in listed), default=0)
    for measure in listed:
        yield f"{measure.name:<{wide}}  {measure.value}"
        yield f"    {measure.how}"
        if everything:
            yield from (f"      {one}" for one in measure.which)
        elif measure.which:
            yield f"    {_shortened(', '.join(measure.which))}"


def _shortened(text: str) -> str:
    return text if len(text) <= WIDE else text[:WIDE].rsplit(", ", 1)[0] + ", …"

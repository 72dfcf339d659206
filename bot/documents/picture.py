"""What a picture of a line shows: places between 0 and 1 across and up, with words. data/picture.typ sets it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, with what is written beside it ("" for nothing)."""

    across: float
    up: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class SignName:
    """What one of the signs means: "numbers", "line", "change" or "today"."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """`numbers` are joined, or stand as bars; `line` is what they are to follow, in pieces. `rungs` stand at the side,
    `days` below, `changes` and `today` across the whole height. `alt` says all of it in words."""

    title: str
    heading: str
    language: str
    alt: str
    numbers: tuple[Spot, ...]
    line: tuple[tuple[Spot, ...], ...]
    bars: bool
    changes: tuple[float, ...]
    today: Spot
    rungs: tuple[Spot, ...]
    days: tuple[Spot, ...]
    names: tuple[SignName, ...]

"""How often the same sign is met in a school: by class where a class is large enough, and then without its name.

A group is told of only where at least five students are in it, on neither side of the share fewer than that, and at
least three teachers rated it. What is left of the classes stands together, by the same rule. The whole is never said
beside its parts, so that nothing can be found by taking one from the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.school_report import STUDENTS_LEAST, TEACHERS_LEAST, share_of

SIGN = "sign"


@dataclass(frozen=True, slots=True)
class SchoolSign:
    """A teacher's rating of a sign that is nobody's own words. `same` names what is the same; `met`: fully."""

    same: str
    student: str
    classroom: int
    by: str
    met: bool


def shares_of(rated: Sequence[SchoolSign]) -> tuple[int, ...]:
    """Percent met in each group that may be told of, the highest first: nothing says which class is which."""
    by_class: dict[int, list[SchoolSign]] = defaultdict(list)
    for one in rated:
        by_class[one.classroom].append(one)
    own = {room: share for room, those in by_class.items() if (share := _share(those)) is not None}
    rest = _share([one for one in rated if one.classroom not in own])
    return tuple(sorted([*own.values(), *([rest] if rest is not None else [])], reverse=True))


def _share(rated: Sequence[SchoolSign]) -> int | None:
    few = len({one.student for one in rated}) < STUDENTS_LEAST or len({one.by for one in rated}) < TEACHERS_LEAST
    return None if few else share_of((one.student, one.met) for one in rated)


def sign_cells(rated: Iterable[SchoolSign]) -> Mapping[str, int]:
    """As they are kept: "sign:<what is the same>:<number of the group>", and the percent."""
    by_sign: dict[str, list[SchoolSign]] = defaultdict(list)
    for one in rated:
        by_sign[one.same].append(one)
    return {
        f"{SIGN}:{same}:{place}": percent
        for same, those in sorted(by_sign.items())
        for place, percent in enumerate(shares_of(those), 1)
    }


def kept_signs(kept: Mapping[str, int | str]) -> Mapping[str, tuple[int, ...]]:
    """The same, read back: of each sign the percent of its groups."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for name, percent in kept.items():
        kind, _, rest = name.partition(":")
        same, _, place = rest.partition(":")
        if kind == SIGN and place.isdecimal():
            found[same].append((int(place), int(percent)))
    return {same: tuple(percent for _, percent in sorted(groups)) for same, groups in found.items()}

"""Whether what is held is what a fact wants."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

CLOSE = Decimal("0.01")


def check_wanted(wanted: Any) -> None:
    """Raise ValueError for a comparison that is none."""
    if isinstance(wanted, list):
        for one in wanted:
            check_wanted(one)
    if not isinstance(wanted, dict):
        return
    if len(wanted) != 1 or not set(wanted) <= set(COMPARATORS):
        raise ValueError(f"there is no comparison {', '.join(map(repr, wanted))}")
    ((name, inner),) = wanted.items()
    if name == "about" and (isinstance(inner, bool) or not isinstance(inner, int | float)):
        raise ValueError("'about' wants a number")
    if name == "one_of" and not isinstance(inner, list):
        raise ValueError("'one_of' wants a list")
    if name in ("one_of", "not"):
        check_wanted(inner)


def holds(wanted: Any, held: Any) -> bool:
    """Whether it is so; comparisons may stand in lists, item by item."""
    if isinstance(wanted, dict):
        ((name, inner),) = wanted.items()
        return COMPARATORS[name](inner, held)
    if isinstance(wanted, list):
        alike = isinstance(held, list | tuple) and len(held) == len(wanted)
        return alike and all(holds(one, other) for one, other in zip(wanted, held, strict=True))
    if wanted is None or held is None:
        return wanted is held
    if isinstance(held, Decimal | int | float) and not isinstance(held, bool):
        return _is_number(wanted) and _number(wanted) == _number(held)
    return bool(_plain(wanted) == _plain(held))


def _is_number(value: Any) -> bool:
    return isinstance(value, Decimal | int | float) and not isinstance(value, bool)


def _number(value: Any) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _about(wanted: Any, held: Any) -> bool:
    return _is_number(held) and abs(_number(held) - _number(wanted)) <= CLOSE


def _one_of(wanted: Any, held: Any) -> bool:
    return any(holds(one, held) for one in wanted)


def _contains(wanted: Any, held: Any) -> bool:
    if isinstance(held, list | tuple):
        return any(holds(wanted, one) for one in held)
    return isinstance(held, str) and str(wanted) in held


def _not(wanted: Any, held: Any) -> bool:
    """Of text: it does not contain it. Nothing is not anything."""
    if held is None:
        return wanted is not None
    if isinstance(held, str) and isinstance(wanted, str):
        return wanted not in held
    return not holds(wanted, held)


COMPARATORS: Mapping[str, Callable[[Any, Any], bool]] = {
    "about": _about,
    "one_of": _one_of,
    "contains": _contains,
    "not": _not,
}

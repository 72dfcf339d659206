"""What buttons and modals carry: "12:3", a contract and a number; "12:U3", a class and a student. It comes back as a
claim."""

import re

from bot.domain.errors import Refusal

_CLAIM = re.compile(r"([0-9]{1,18}):([0-9]{1,9})", re.ASCII)
_IN_CLASS = re.compile(r"(?:([0-9]{1,18}):)?([UW][A-Z0-9]{1,31})?", re.ASCII)


def claim(value: str) -> tuple[int, int]:
    """(contract, version or line of history). Raises Refusal for anything else."""
    found = _CLAIM.fullmatch(value)
    if found is None:
        raise Refusal("old-button")
    return int(found[1]), int(found[2])


def one(value: str) -> int:
    """The id that a button carries. Raises Refusal for anything else."""
    if not value.isascii() or not value.isdigit() or len(value) > 18:
        raise Refusal("old-button")
    return int(value)


def in_class(value: str) -> tuple[int | None, str]:
    """(class, student), each of which may be missing: one class alone, or a student alone, as in buttons from before.
    Raises Refusal for anything else."""
    found = _IN_CLASS.fullmatch(value)
    if found is None:
        raise Refusal("old-button")
    return int(found[1]) if found[1] else None, found[2] or ""

"""What buttons and modals carry: "12:3", a contract and a number. It comes back as a claim."""

import re

from bot.domain.errors import Refusal

_CLAIM = re.compile(r"([0-9]{1,18}):([0-9]{1,9})", re.ASCII)


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

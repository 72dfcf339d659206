"""Moments that the clock can be moved to with one press."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Jump:
    """A named moment; `when` returns it as an aware datetime, or None while there is none.

    `otherwise` says why there is none.
    """

    label: str
    when: Callable[[], datetime | None]
    otherwise: str = ""

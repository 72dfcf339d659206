"""Somebody who is not well: the answer to them, and what those hear who are told."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.care import Way


@dataclass(frozen=True, slots=True)
class CareRule:
    """What anybody may know: how somebody is told, the names of who is, in their order, and after how many minutes
    the next one is. `decided_at` is None where no admin has decided."""

    way: Way
    contacts: tuple[str, ...]
    wait_minutes: int
    decided_at: datetime | None

"""Somebody in a class channel who is no student by being there alone."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Admission:
    """A guest, or somebody of elsewhere, in a class channel; `learns` is None until a teacher has decided. Or
    somebody who was taken out of the class's teachers, and does not learn there either."""

    workspace: str
    classroom: int
    user: str
    asked_at: datetime
    learns: bool | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    id: int = 0

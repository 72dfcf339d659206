"""Somebody in a class channel who becomes a student only if a teacher of the class says so."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Admission:
    """A guest, or somebody of elsewhere, in a class channel. `learns` is None until a teacher has decided."""

    workspace: str
    classroom: int
    user: str
    asked_at: datetime
    learns: bool | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    id: int = 0

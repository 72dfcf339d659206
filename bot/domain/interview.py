"""An interview as it is kept between two answers: resumable after restarts and weeks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class InterviewState(StrEnum):
    OPEN = "open"
    LATER = "later"
    """The student chose to finish later."""
    SUBMITTED = "submitted"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Interview:
    """`draft` maps a question's key ("hardest", "1.statement") to the answer, in the order given.

    `asked` counts the questions asked: a button carries the count of its question, so that an old button
    is recognised. `revision` is for optimistic locking.
    """

    workspace: str
    contract: int
    classroom: int
    student: str
    updated_at: datetime
    state: InterviewState = InterviewState.OPEN
    draft: Mapping[str, Any] = field(default_factory=dict)
    asked: int = 0
    revision: int = 0
    id: int = 0

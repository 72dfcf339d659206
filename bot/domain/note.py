"""What a student and a teacher write to each other through Accord, beside check-ins and contracts."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.focus import About


@dataclass(frozen=True, slots=True)
class Note:
    """Words of `sender`, passed on word for word in an exchange with this student. `recipient` is "" for all who teach
    the class. `about` and `ref` say what began the exchange: the class, or a feedback, a response or a first note.
    `thread` is the ts of the message under which its sender wrote it, in their conversation; "" for none."""

    workspace: str
    classroom: int
    student: str
    sender: str
    recipient: str
    about: About
    ref: int
    text: str
    said_at: datetime
    thread: str = ""
    ts: str = ""
    """The ts of the message that the words were typed in."""
    taken_back_at: datetime | None = None
    """When its sender deleted that message; nothing is left of the words then."""
    id: int = 0

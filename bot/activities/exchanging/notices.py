"""What a student and a teacher write to each other through Accord."""

from dataclasses import dataclass

from bot.domain.note import Note
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class PassOnOffered(Notice):
    """To a student: shall these words be passed on? Once that is answered, the same message says so. `number`: there
    was a number beside them, which was not noted."""

    asked_back: int
    classroom: int
    number: bool = False

    @property
    def subject(self) -> str:
        return f"asked-back:{self.asked_back}"


@dataclass(frozen=True, slots=True)
class PassOnBrief:
    """`text` is what would be passed on to `teachers`; `said_yes` is None while nothing was said."""

    asked_back: int
    text: str
    teachers: tuple[str, ...]
    said_yes: bool | None
    number_later: bool = False
    """Whether a number in the same message is asked about once this is answered."""


@dataclass(frozen=True, slots=True)
class NoteFrom(Notice):
    """To whom a note is for: the words, and how to answer. A card: it says who else has answered."""

    note: int

    @property
    def subject(self) -> str:
        return f"note:{self.note}"


@dataclass(frozen=True, slots=True)
class NoteSent(Notice):
    """To whom wrote it: it was passed on, and to whom."""

    note: int


@dataclass(frozen=True, slots=True)
class NoteChanged(Notice):
    """To whom wrote it: its words were changed where they had been passed on, too."""

    note: int


@dataclass(frozen=True, slots=True)
class NoteTakenBack(Notice):
    """To whom wrote it: it is taken back. `read`: it had been posted, so that it may have been read."""

    note: int
    read: bool


@dataclass(frozen=True, slots=True)
class ResponseChanged(Notice):
    """The same of what a teacher responded to a check-in."""

    response: int


@dataclass(frozen=True, slots=True)
class ResponseTakenBack(Notice):
    """The same of what a teacher responded to a check-in."""

    response: int
    read: bool


@dataclass(frozen=True, slots=True)
class PassedOnBrief:
    """Names of those for whom the words were."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteBrief:
    """Names of who wrote it, whom it is for, and who answered it besides the reader."""

    note: Note
    sender: str
    recipients: tuple[str, ...]
    from_student: bool
    answered_by: tuple[str, ...] = ()

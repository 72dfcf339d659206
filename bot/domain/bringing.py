"""A file that a teacher brings: what is read of it waits for a yes, and nothing of it stands before."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

KEPT_FOR = timedelta(days=7)
"""So long a file waits for a yes; then it is as if nobody had sent it."""


class Brings(StrEnum):
    """What is in it."""

    STANDARDS = "standards"
    RUBRIC = "rubric"
    MENU = "menu"
    TEMPLATES = "templates"


class BroughtState(StrEnum):
    COMING = "coming"
    READ = "read"
    """It is shown what was read, and what is left out."""
    TAKEN = "taken"
    REFUSED = "refused"
    DROPPED = "dropped"


LEFT_OUT_SHOWN = 10
NAME_MOST = 100


@dataclass(frozen=True, slots=True)
class LineLeftOut:
    """A line that is not taken; `why` is a word of the copy."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Brought:
    """`found` is what was read, as JSON, until it is decided on. `count` lines were read and `left` were not, of which
    `left_out` are the first. `place` says where a refused file is wrong: a line, or the way through a package."""

    workspace: str
    classroom: int
    asked_by: str
    brings: Brings
    slack_file: str
    name: str
    came_at: datetime
    state: BroughtState = BroughtState.COMING
    why: str = ""
    place: str = ""
    found: str = ""
    count: int = 0
    left: int = 0
    left_out: tuple[LineLeftOut, ...] = ()
    id: int = 0


class FileUnread(Exception):
    """`why` is a word of the copy; `place` says where."""

    def __init__(self, why: str, place: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.place = place


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What was read of a file: `found` as JSON."""

    found: str
    count: int
    left_out: tuple[LineLeftOut, ...] = ()

"""A piece of evidence: a file, a link or a text with which a student shows something, and what it may be."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class FileKind(StrEnum):
    """What a file is to a school."""

    PICTURE = "picture"
    DOCUMENT = "document"
    AUDIO = "audio"
    VIDEO = "video"


class Why(StrEnum):
    """Why a file is not taken; each is a word of the copy."""

    EMPTY = "empty"
    TOO_BIG = "too-big"
    KIND = "kind"
    """Of no kind that is taken, by what is in it."""
    NAME = "name"
    """Its name ends as no file of this kind does: "essay.pdf.exe"."""
    HEIC = "heic"
    """A picture as phones of one maker keep it, which is not read here."""
    TOO_MANY_PIXELS = "too-many-pixels"
    BROKEN = "broken"
    NOT_SENT = "not-sent"
    """Slack gave a page to log in, or nothing, in the place of the file."""
    GONE = "gone"
    """Deleted before it was fetched."""
    HIDDEN = "hidden"
    """Behind the limit of the workspace's plan."""
    ELSEWHERE = "elsewhere"
    """It lies at another service, or with another organisation, which does not let us read it."""
    NOT_ALLOWED = "not-allowed"
    """The workspace has not let Accord read files."""
    NO_ROOM = "no-room"
    """It can not be kept now: the disk is full, or nothing can be written there."""


class Unfit(Exception):
    """A file that is not taken."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


SIZE_MOST = 10_000_000
"""Bytes of a file, as Slack's own field for files has it."""


@dataclass(frozen=True, slots=True)
class FilePolicy:
    """What a school takes."""

    kinds: Collection[FileKind] = frozenset(FileKind)
    size_most: int = SIZE_MOST


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that is what it seems: `media_type` by what is in it, `ending` with its dot."""

    kind: FileKind
    media_type: str
    ending: str


# A piece of evidence: what a student sent, for a target of a contract.


LINE_MOST = 300
"""Characters of the line about what a piece shows."""


class PieceState(StrEnum):
    COMING = "coming"
    """Its file is being fetched from Slack."""
    KEPT = "kept"
    REFUSED = "refused"
    """Its file is not taken; `why` says why."""
    TAKEN_BACK = "taken-back"
    """Its student does not want it shown any more: nothing is left but that it was."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file for a target, None until its student says for which; `contract` is one of theirs, until then any.
    `line` says what it shows, `source` is the ts of the message that it came with, `digest` what it is kept under.
    `shown_at`: when teachers were told of it."""

    workspace: str
    contract: int
    student: str
    target: int | None
    source: str
    slack_file: str
    name: str
    line: str
    came_at: datetime
    state: PieceState = PieceState.COMING
    why: str = ""
    media_type: str = ""
    size: int = 0
    digest: str = ""
    shown_at: datetime | None = None
    id: int = 0

    @property
    def can_be_shown(self) -> bool:
        return self.state is PieceState.KEPT and self.target is not None


@dataclass(frozen=True, slots=True)
class Look:
    """That a teacher has looked at a piece."""

    workspace: str
    evidence: int
    user: str
    at: datetime
    id: int = 0


def taken_back(piece: Piece) -> Piece:
    """Without its words and its file."""
    return replace(piece, state=PieceState.TAKEN_BACK, name="", line="", digest="", media_type="", size=0)

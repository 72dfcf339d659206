"""A piece of evidence: a file, a link or a text with which a student shows something, and what it may be."""

from collections.abc import Collection
from dataclasses import dataclass
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

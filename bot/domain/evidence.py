"""A piece of evidence: a file, a link or a text with which a student shows something, and what it may be."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.terms import EvidenceForm, Target


class FileKind(StrEnum):
    """What a file is to a school."""

    PICTURE = "picture"
    DOCUMENT = "document"
    AUDIO = "audio"
    VIDEO = "video"


class PieceKind(StrEnum):
    """What a piece can be: a file of some kind, a link, or a text."""

    PICTURE = "picture"
    DOCUMENT = "document"
    AUDIO = "audio"
    VIDEO = "video"
    LINK = "link"
    TEXT = "text"


ALL_KINDS = frozenset(PieceKind)


class Why(StrEnum):
    """Why a file is not taken; each is a word of the copy."""

    EMPTY = "empty"
    TOO_BIG = "too-big"
    KIND = "kind"
    """Of no kind that the class takes, by what is in it."""
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


MEGABYTE = 1_000_000
FILE_MB = 10
"""As Slack's own field for files has it; whoever runs Accord may say otherwise."""
SIZE_MOST = FILE_MB * MEGABYTE
"""Bytes of a file."""


@dataclass(frozen=True, slots=True)
class FilePolicy:
    """Which files are taken."""

    kinds: Collection[FileKind] = frozenset(FileKind)
    size_most: int = SIZE_MOST


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that is what it seems: `media_type` by what is in it, `ending` with its dot."""

    kind: FileKind
    media_type: str
    ending: str


def kind_of_file(media_type: str) -> FileKind:
    known = {"image": FileKind.PICTURE, "audio": FileKind.AUDIO, "video": FileKind.VIDEO}
    return known.get(media_type.partition("/")[0], FileKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Takes:
    """What a class takes for evidence; `mb`: how large a file may be."""

    kinds: frozenset[PieceKind] = ALL_KINDS
    mb: int = FILE_MB

    @property
    def files(self) -> FilePolicy:
        known = frozenset(kind for kind in FileKind if PieceKind(kind.value) in self.kinds)
        return FilePolicy(known, self.mb * MEGABYTE)

    @property
    def any_words(self) -> bool:
        """Whether it takes links or texts."""
        return not self.kinds.isdisjoint((PieceKind.LINK, PieceKind.TEXT))

    def beside(self, other: "Takes") -> "Takes":
        """What one of the two takes."""
        return Takes(self.kinds | other.kinds, max(self.mb, other.mb))


EVERYTHING = Takes()


def takes_of(chosen: Iterable[str], mb: int, school_mb: int) -> Takes:
    """What a class chose: nothing is all of it, and 0 is as much as whoever runs Accord allows, which is the most."""
    kinds = ALL_KINDS & {kind for kind in PieceKind if kind.value in set(chosen)}
    return Takes(kinds or ALL_KINDS, min(mb or school_mb, school_mb))


# A piece of evidence: what a student sent, for a target of a contract.


LINE_MOST = 300
"""Characters of the line about what a piece shows."""

WORDS_MOST = 2000
"""Characters of a text, or of the links, that are a piece by themselves."""

NAME_MOST = 60
"""Characters by which such a piece is called."""


class PieceState(StrEnum):
    COMING = "coming"
    """Its file is being fetched from Slack."""
    KEPT = "kept"
    REFUSED = "refused"
    """Its file is not taken; `why` says why."""
    TAKEN_BACK = "taken-back"
    """Its student does not want it shown any more: nothing is left but that it was."""


SentFile = tuple[str, str]
"""Slack's id of a file, and its name; "" where Slack does not say it."""

FILES_MOST = 3
"""Files of one form."""

A_DAY = timedelta(days=1)
A_DAY_MOST = 20
"""Pieces of one student."""


@dataclass(frozen=True, slots=True)
class Handed:
    """The files of a form; `source` names the form that was sent."""

    files: tuple[SentFile, ...] = ()
    source: str = ""


NOTHING_HANDED = Handed()


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, a link or a text for a target, None until its student says for which; `contract` is one of theirs, until
    then any. `line` says what it shows, `source` is the ts of the message that it came with, or names the form,
    `digest` what a file is kept under. `words` are the links or the text; of a file there are none. `criterion`: the
    sign of success that it is about, "" for none. `shown_at`: when teachers were told of it."""

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
    words: str = ""
    criterion: str = ""
    standards: str = ""
    """Those that its student says it shows, as bot/domain/standards.py writes them as text; "" for none."""
    id: int = 0

    @property
    def is_file(self) -> bool:
        return not self.words

    @property
    def can_be_shown(self) -> bool:
        return self.state is PieceState.KEPT and self.target is not None


@dataclass(frozen=True, slots=True)
class PieceLook:
    """That a teacher has looked at a piece."""

    workspace: str
    evidence: int
    user: str
    at: datetime
    id: int = 0


ASKED_WITHIN = timedelta(days=7)
ASKED_WITHIN_RARELY = timedelta(days=14)
"""So long before its due date a piece is asked for; where check-ins come seldom, longer."""

HANDED_IN = frozenset({EvidenceForm.WRITTEN, EvidenceForm.VIDEO, EvidenceForm.PHOTO, EvidenceForm.LINK})
"""Forms that can be sent; the others are done where people meet."""


_SHOWN_BY = {
    EvidenceForm.VIDEO: frozenset({PieceKind.VIDEO, PieceKind.LINK}),
    EvidenceForm.PHOTO: frozenset({PieceKind.PICTURE, PieceKind.LINK}),
    EvidenceForm.LINK: frozenset({PieceKind.LINK}),
}
_OFFERED_BY = {
    EvidenceForm.VIDEO: PieceKind.VIDEO,
    EvidenceForm.PHOTO: PieceKind.PICTURE,
    EvidenceForm.LINK: PieceKind.LINK,
}


def offered_forms(kinds: Collection[PieceKind]) -> tuple[EvidenceForm, ...]:
    """The forms that a contract can name where a class takes these."""
    return tuple(form for form in EvidenceForm if form not in _OFFERED_BY or _OFFERED_BY[form] in kinds)


def can_be_sent(form: EvidenceForm, kinds: Collection[PieceKind]) -> bool:
    """Whether something of these kinds shows it."""
    return form in HANDED_IN and not _SHOWN_BY.get(form, ALL_KINDS).isdisjoint(kinds)


def is_asked_for(target: Target, day: date, earlier: Collection[date], *, rarely: bool) -> bool:
    """Whether the check-in of `day` is the first one near the due date, after those of `earlier`: once is enough."""
    since = target.due_on - (ASKED_WITHIN_RARELY if rarely else ASKED_WITHIN)
    near = since <= day <= target.due_on
    return target.evidence in HANDED_IN and near and not any(since <= one <= target.due_on for one in earlier)


def taken_back(piece: Piece) -> Piece:
    """Without its words and its file."""
    bare = replace(piece, state=PieceState.TAKEN_BACK, name="", line="", digest="", media_type="", size=0)
    return replace(bare, words="", criterion="", standards="")


def called(words: str) -> str:
    """A name for links or a text: the address as one would say it, or how the text begins."""
    first = next((line.strip() for line in words.splitlines() if line.strip()), "")
    bare = first.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return bare if len(bare) <= NAME_MOST else f"{bare[: NAME_MOST - 1].rstrip()}…"

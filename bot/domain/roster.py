"""Who is in a class by a file of the school's: what was read, who is meant, and what a teacher says of it."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

KEPT_FOR = timedelta(days=7)
"""So long a list waits for a yes; then it is as if nobody had sent it."""
FILES_MOST = 12
CANDIDATES_MOST = 5


class Unreadable(StrEnum):
    """Why a file is no roster. The words for each are in the copy, `roster-unread-<value>`."""

    EMPTY = "empty"
    TOO_BIG = "too-big"
    TOO_MANY = "too-many"
    PAGE = "page"
    EXCEL = "excel"
    ENCODING = "encoding"
    BROKEN = "broken"
    LOCKED = "locked"
    NO_LIST = "no-list"
    NO_USERS = "no-users"
    NO_SUCH_CLASS = "no-such-class"
    NOT_SENT = "not-sent"
    """Slack did not give it out."""
    NOT_ALLOWED = "not-allowed"
    """The workspace does not let Accord read files."""


class RosterUnread(Exception):
    """A file that can not be read as a roster."""

    def __init__(self, kind: Unreadable) -> None:
        super().__init__(kind.value)
        self.kind = kind


# What was read. The addresses in it are used to look people up, and go no further.


@dataclass(frozen=True, slots=True)
class FileClass:
    ident: str
    title: str
    students: int


@dataclass(frozen=True, slots=True)
class FileFault:
    """What is wrong with a line, or in the same way with several (`lines`) of which it is the first."""

    file: str
    line: int
    key: str
    what: str
    lines: int


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """`side` is "student" or "teacher"; what is not known is ""."""

    line: int
    name: str
    email: str
    handle: str
    side: str


@dataclass(frozen=True, slots=True)
class RosterFile:
    """`chosen` and `people` are empty where it has several classes and none was chosen."""

    kind: str
    classes: tuple[FileClass, ...]
    chosen: str
    people: tuple[ListedPerson, ...]
    faults: tuple[FileFault, ...]
    more_faults: int
    last_on: date | None


# Who of the workspace is meant.


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of the workspace, by all that they can be found by. `email` is "" where Slack does not tell it."""

    user: str
    names: tuple[str, ...]
    handle: str
    email: str = ""


class How(StrEnum):
    """By what somebody of the list was found."""

    EMAIL = "email"
    HANDLE = "handle"
    NAME = "name"
    """The only one of this name, and in the class channel already."""
    CHOOSE = "choose"
    """A teacher has to say who it is, or whether it is anybody."""
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Matched:
    """Somebody of the list. `user` is "" where a teacher has to choose, or nobody was found; `candidates` are those
    who may be meant, the likeliest first."""

    line: int
    name: str
    side: str
    how: How
    user: str = ""
    candidates: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    """What the candidates are called in Slack."""
    in_channel: bool = True


def match(listed: Sequence[ListedPerson], known: Sequence[Known], near: Iterable[str]) -> list[Matched]:
    """By address, then by handle, then by name. `near` are those in the class or its channel: a name alone is enough
    for them, for nobody else. Who would be meant by two lines is chosen by a teacher."""
    here = frozenset(near)
    by_email = _by((person.email.casefold(), person.user) for person in known)
    by_handle = _by((person.handle.casefold(), person.user) for person in known)
    by_name = _by((folded(name), person.user) for person in known for name in person.names)
    found = [_one(person, by_email, by_handle, by_name, here) for person in listed]
    twice = {user for user, times in Counter(one.user for one in found if one.user).items() if times > 1}
    return [_doubted(one) if one.user in twice and one.how is not How.EMAIL else one for one in found]


Index = dict[str, list[str]]


def _by(pairs: Iterable[tuple[str, str]]) -> Index:
    found: Index = {}
    for key, user in pairs:
        if key and user not in found.setdefault(key, []):
            found[key].append(user)
    return found


def _one(listed: ListedPerson, by_email: Index, by_handle: Index, by_name: Index, here: frozenset[str]) -> Matched:
    name = listed.name or listed.handle or listed.email.partition("@")[0]
    same_email = by_email.get(listed.email.casefold(), []) if listed.email else []
    if len(same_email) == 1:
        return Matched(listed.line, name, listed.side, How.EMAIL, same_email[0])
    same_name = by_name.get(folded(listed.name), []) if listed.name else []
    handle = listed.handle.casefold()
    same_handle = by_handle.get(handle, []) if handle else []
    if len(same_handle) == 1 and (not listed.name or same_handle[0] in same_name):
        return Matched(listed.line, name, listed.side, How.HANDLE, same_handle[0])
    if len(same_name) == 1 and same_name[0] in here and not same_handle:
        return Matched(listed.line, name, listed.side, How.NAME, same_name[0])
    local = listed.email.partition("@")[0].casefold()
    perhaps = [*same_email, *same_name, *same_handle, *(by_handle.get(local, []) if local else [])]
    likely = sorted(dict.fromkeys(perhaps), key=lambda user: user not in here)[:CANDIDATES_MOST]
    return Matched(listed.line, name, listed.side, How.CHOOSE if likely else How.NOBODY, candidates=tuple(likely))


def _doubted(one: Matched) -> Matched:
    return Matched(one.line, one.name, one.side, How.CHOOSE, candidates=(one.user, *one.candidates))


def folded(name: str) -> str:
    """The same for "José  Pérez" and "jose perez", and for both orders of a name."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split()
    return " ".join(sorted(words))


# The list as it waits for a teacher's yes.


class RosterState(StrEnum):
    COMING = "coming"
    """Its files are fetched and read."""
    WHICH = "which"
    """The teacher has to say for which class it is, or which of the file's classes that is."""
    READY = "ready"
    """It can be looked at. Nothing has changed by it."""
    TAKING = "taking"
    """A teacher said yes: who is not known yet is asked about, then it counts."""
    DONE = "done"
    REFUSED = "refused"
    """It could not be read; `why` says why."""
    DROPPED = "dropped"


OVER = frozenset({RosterState.DONE, RosterState.REFUSED, RosterState.DROPPED})


@dataclass(frozen=True, slots=True)
class Roster:
    """A list that a teacher sent, or the operator brought in for them. Nothing of it stays once it is over, save the
    numbers. `files` are (id, name) in Slack. `classroom` is None while it is not known for which class it is;
    `wanted` is the id of the class within the file. `by_email` is False where Slack tells no addresses."""

    workspace: str
    user: str
    came_at: datetime
    files: tuple[tuple[str, str], ...]
    state: RosterState = RosterState.COMING
    classroom: int | None = None
    wanted: str | None = None
    why: str = ""
    by_email: bool = True
    classes: tuple[FileClass, ...] = ()
    people: tuple[Matched, ...] = ()
    faults: tuple[FileFault, ...] = ()
    more_faults: int = 0
    chosen: tuple[str, ...] = ()
    """User ids of those who come into the class, once a teacher said so."""
    last_on: date | None = None
    """The last day of the class's sessions."""
    takes_term: bool = False
    added: int = 0
    """How many came into the class by it."""
    id: int = 0

    @property
    def students(self) -> tuple[Matched, ...]:
        return tuple(one for one in self.people if one.side == "student")

    @property
    def found(self) -> tuple[Matched, ...]:
        return tuple(one for one in self.students if one.user)

    @property
    def to_choose(self) -> tuple[Matched, ...]:
        """Those whom a teacher has to find, the doubtful before those of whom nothing was found."""
        return tuple(sorted((one for one in self.students if not one.user), key=lambda one: one.how is How.NOBODY))


def emptied(roster: Roster) -> Roster:
    """What is kept of a list that is over: numbers, and why it was refused."""
    return replace(roster, files=(), classes=(), people=(), faults=(), more_faults=0, chosen=())

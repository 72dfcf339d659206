"""How the rows of one person are found in each table; the register beside it says which way."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Table, false, or_

Ids = Mapping[str, list[int]]
"""Ids of rows by the name of their table."""


@dataclass(frozen=True, slots=True)
class Whom:
    """The person, and what was found of them so far: rows by table, and the conversations with the bot."""

    user: str
    ids: Ids
    conversations: tuple[str, ...] = ()


class Link(Protocol):
    """How the rows of one person are found."""

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        """Those of `here` that are theirs; the tables before it in the register are in `whom.ids` already."""


@dataclass(frozen=True, slots=True)
class Own:
    """The column holds their Slack user id."""

    column: str

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        return here.c[self.column] == whom.user


@dataclass(frozen=True, slots=True)
class Of:
    """The column holds the id of a row of `parent` that is theirs."""

    parent: str
    column: str

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        return here.c[self.column].in_(whom.ids.get(self.parent, []))


@dataclass(frozen=True, slots=True)
class Nobodys:
    """No row belongs to one person; ids and names in it are replaced when somebody is erased."""

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        return false()


USER = "user"
"""A Slack user id, among what a value inside a JSON column may be."""
PLAIN = "plain"
"""Nothing that leads to a person."""

NOTICE_FIELDS: Mapping[str, str] = {
    "contract": "contract",
    "check_in": "check_in",
    "feedback": "feedback",
    "interview": "interview",
    "milestone": "milestone",
    "response": "response",
    "note": "note",
    "care": "care_alert",
    "student": USER,
    "by": USER,
    "former": USER,
    "heir": USER,
    "contracts": PLAIN,
    **dict.fromkeys(("version", "before", "entry", "shown", "ts", "asked", "remark", "help", "unheard"), PLAIN),
    **dict.fromkeys(("classroom", "error", "reason", "details", "about", "waits"), PLAIN),
    **dict.fromkeys(("language", "topic", "wish", "number", "after_no", "read"), PLAIN),
    "asked_back": "asked_back",
}
"""What each field of a notice is: a table whose row it names, USER, or PLAIN. Names inside PLAIN ones are replaced."""

ERRAND_ARGS: Mapping[str, str] = {
    "user": USER,
    "by": USER,
    "feedback": "feedback",
    **dict.fromkeys(("classroom", "since", "disclosure", "channel", "oldest"), PLAIN),
    **dict.fromkeys(("text", "ts", "edited", "deleted", "thread", "files", "incoming"), PLAIN),
}
"""The same, of errands."""


def named(args: ColumnElement[Any], meanings: Mapping[str, str], whom: Whom) -> list[ColumnElement[bool]]:
    """Conditions: the JSON column names the person, or a row of theirs."""
    found: list[ColumnElement[bool]] = []
    for key, meaning in meanings.items():
        if meaning == USER:
            found.append(args[key].as_string() == whom.user)
        elif meaning != PLAIN and whom.ids.get(meaning):
            found.append(args[key].as_integer().in_(whom.ids[meaning]))
    return found


@dataclass(frozen=True, slots=True)
class Mail:
    """What was said to them, and what was said to others about them."""

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        to_them = or_(here.c.lane.in_([whom.user, f"home:{whom.user}"]), here.c.reader == whom.user)
        return or_(to_them, *named(here.c.args, NOTICE_FIELDS, whom))


@dataclass(frozen=True, slots=True)
class Work:
    """Work to be done about them."""

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        return or_(false(), *named(here.c.args, ERRAND_ARGS, whom))


@dataclass(frozen=True, slots=True)
class CameIn:
    """Ids of what came from them: they name the person, or their conversation with the bot."""

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        starts = [f"press:{whom.user}:"]
        kinds = ("said", "edit", "deletion")
        heard = [*kinds, *(f"kept:{kind}" for kind in kinds)]
        starts += [f"{kind}:{place}:" for place in whom.conversations for kind in heard]
        return or_(*(here.c.key.startswith(start, autoescape=True) for start in starts))

"""What stands on a sheet of paper: values, in the order in which they are read. How they look is for data/sheet.typ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any

from bot.documents.picture import Picture


class Paper(StrEnum):
    """By the names that typst has for them."""

    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `small` for what is said beside the thing."""

    runs: Runs
    small: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, set apart."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `below` are the items that belong to the last one."""

    items: tuple[Runs, ...]
    below: tuple[Runs, ...] = ()


@dataclass(frozen=True, slots=True)
class Boxes:
    """Things to tick by hand."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Empty lines to write on, under a question."""

    question: str
    count: int
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """With a head; an empty cell is there to be written in. `tall` leaves room for a hand; `first_wide`: the first
    column has half of the width, else the last one of three a little more. `widths`: how wide each is beside the
    others, where that is said."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tall: bool = False
    first_wide: bool = False
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """The line of a target."""

    picture: Picture


SheetPart = Text | Quote | Bullets | Boxes | Lines | Table | Drawn


@dataclass(frozen=True, slots=True)
class Section:
    """`whole`: it stands on one page, where it has room on one. `level` is that of its heading: none is left out on the
    way down. `new_page`: nothing stands above it."""

    heading: str
    parts: tuple[SheetPart, ...]
    whole: bool = False
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """`facts` stand below the title, a line each; `foot` at the end of each page.

    `unshown` is what is said at the end where a sign was replaced, as none of our fonts has it.
    """

    title: str
    language: str
    paper: Paper
    facts: tuple[Runs, ...]
    sections: tuple[Section, ...]
    foot: str
    unshown: str


def as_data(value: Any) -> Any:
    """A value as JSON takes it, each part with its kind."""
    if is_dataclass(value) and not isinstance(value, type):
        own = {field.name: as_data(getattr(value, field.name)) for field in fields(value)}
        return {"kind": type(value).__name__.lower(), **own}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return {name: as_data(one) for name, one in value.items()}
    if isinstance(value, Sequence):
        return [as_data(one) for one in value]
    return value


# Which paper lies in the printers of a zone.


_LETTER = ("America/", "US/", "Canada/", "Pacific/Honolulu", "Asia/Manila")
_A4_IN_AMERICA = frozenset(
    f"America/{place}"
    for place in (
        *(
            "Asuncion",
            "Bahia",
            "Belem",
            "Boa_Vista",
            "Buenos_Aires",
            "Campo_Grande",
            "Cuiaba",
            "Fortaleza",
            "Guayaquil",
        ),
        *("La_Paz", "Lima", "Maceio", "Manaus", "Montevideo", "Noronha", "Nuuk", "Paramaribo", "Porto_Velho"),
        *("Recife", "Rio_Branco", "Santarem", "Sao_Paulo", "Cayenne", "Guyana", "Martinique", "Guadeloupe"),
    )
)


def paper_of(timezone: str) -> Paper:
    """Letter in North and Central America, Colombia, Venezuela, Chile and the Philippines; A4 in the rest of the world.
    https://en.wikipedia.org/wiki/Paper_size#North_American_paper_sizes"""
    if timezone in _A4_IN_AMERICA or timezone.startswith("America/Argentina/"):
        return Paper.A4
    return Paper.LETTER if timezone.startswith(_LETTER) else Paper.A4

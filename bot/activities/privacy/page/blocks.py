"""What the page of an export is made of, before it is HTML: headings, facts, lists and tables of plain text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.activities.privacy.exporting import Export
from prompts.words import Words

Fact = tuple[str, str]
"""A label and what it says."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `head` names its columns."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the page with what belongs to it. All of it is plain text; the template escapes it."""

    heading: str
    intro: str = ""
    facts: tuple[Fact, ...] = ()
    items: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    parts: "tuple[Block, ...]" = ()
    anchor: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.facts or self.items or self.tables or self.parts)


class Speech:
    """The words of one export: its reader's language, names and zone."""

    def __init__(self, export: Export, words: Words) -> None:
        self.words = words
        self.export = export
        try:
            self._zone: Any = ZoneInfo(export.timezone)
        except (ZoneInfoNotFoundError, ValueError):
            self._zone = UTC

    def moment(self, at: datetime | None) -> str:
        """A day and a time, in the reader's zone."""
        if at is None:
            return self.words("privacy-empty")
        local = at.astimezone(self._zone)
        return self.words("privacy-moment", date=local.date(), time=self.words("time-of-day", time=f"{local:%H:%M}"))

    def name(self, user: str | None) -> str:
        return self.export.people.get(user, user) if user else self.words("privacy-empty")

    def classroom(self, id: int) -> str:
        return self.export.classrooms.get(id, str(id))

    def rows(self, table: str, **equals: Any) -> list[Row]:
        """The person's rows of a table, with these values."""
        found = self.export.rows.get(table, [])
        return [row for row in found if all(row[name] == value for name, value in equals.items())]

    def yes_no(self, value: bool) -> str:
        return self.words("privacy-yes" if value else "privacy-no")

    def facts(self, row: Row, labels: Mapping[str, str]) -> tuple[Fact, ...]:
        """What a row says, under the copy's labels; what is empty is left out."""
        return tuple(
            (self.words(label), self.plain(row[name]))
            for name, label in labels.items()
            if row[name] not in ("", None, [])
        )

    def plain(self, value: Any) -> str:
        """Any value of a row as text."""
        if isinstance(value, bool):
            return self.yes_no(value)
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.words("privacy-day", date=value)
        if isinstance(value, Mapping):
            return "\n".join(self.words("privacy-pair", first=k, second=self.plain(v)) for k, v in value.items())
        if isinstance(value, list | tuple):
            return "\n".join(self.plain(inner) for inner in value)
        return self.words("privacy-empty") if value in ("", None) else str(value)

    def known(self, key: str, otherwise: str) -> str:
        """The copy of a key, or something else where there is none."""
        return self.words(key) if self.words.has(key) else otherwise


def without_empty(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if not block.is_empty)

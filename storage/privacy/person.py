"""One person's rows in one workspace: found, read and erased as the register says (storage/privacy/register.py)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, String, and_, cast, delete, func, or_, select, update
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from bot.domain.classroom import WEEKDAYS
from bot.domain.outbox import URGENT, DeliveryState, Verb
from bot.domain.terms import Terms
from bot.language.naming import Finder
from storage.privacy.register import REGISTER, Erased, Held, Nobodys, Whom, found_in
from storage.repository import Reads, adapter
from storage.tables import classes
from storage.tables.rows import table
from storage.types import UtcDateTime

# Takes people's ids and names out of what others wrote.


NAMELESS = "[…]"
"""What stands where a name stood."""

_WORD = re.compile(r"\w+")
_KEY = re.compile(r"[a-z0-9]+(?:[-_.:][a-z0-9]+)+")
"""Among JSON values: a word of the program's. A single one stands in none of its tables as a name would."""


class _bytes_of(FunctionElement[int]):  # noqa: N801 - a function of SQL
    """How many bytes a text takes: as many as letters, where all of them are of ASCII."""

    type = Integer()
    inherit_cache = True


@compiles(_bytes_of, "postgresql")
def _on_postgresql(element: Any, compiler: Any, **more: Any) -> str:
    return f"octet_length({compiler.process(element.clauses, **more)})"


@compiles(_bytes_of)
def _on_sqlite(element: Any, compiler: Any, **more: Any) -> str:
    return f"length(CAST({compiler.process(element.clauses, **more)} AS BLOB))"


class Needles:
    """What is looked for, and what takes its place. `ids` say what a Slack id gives way to; a name gives way to
    NAMELESS. bot/language/naming says what is a name."""

    def __init__(self, ids: Mapping[str, str], finder: Finder) -> None:
        self._ids = ids
        self._finder = finder

    def likely(self, column: ColumnElement[Any], *, names: bool = True) -> ColumnElement[bool]:
        """The rows that are worth a look: a condition that every row with a needle satisfies. Of a text with other
        letters than ASCII's nobody can tell in SQL, and JSON writes those as numbers: each is worth a look."""
        text = cast(column, String)
        parts = sorted({*self._ids, *(self._finder.least if names else ())})
        held = or_(*(text.icontains(part, autoescape=True) for part in parts))
        if not names:
            return held
        return or_(held, text.contains("\\u", autoescape=True), _bytes_of(text) != func.length(text))

    def without(self, value: Any, *, names: bool = True) -> Any:
        """A text or a JSON value without any of them; with `names` false without the ids alone."""
        if isinstance(value, str):
            return self._text(value, names=names)
        if isinstance(value, Mapping):
            return {self._text(key, names=False): self._inner(inner, names) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self._inner(inner, names) for inner in value]
        return value

    def _inner(self, value: Any, names: bool) -> Any:
        if isinstance(value, str) and names:
            is_key = value in WEEKDAYS or _KEY.fullmatch(value) is not None
            return self._finder.replaced(self._text(value, names=False), NAMELESS, alone=not is_key)
        return self.without(value, names=names)

    def _text(self, text: str, *, names: bool) -> str:
        bare = _WORD.sub(lambda found: self._ids.get(found[0], found[0]), text)
        return self._finder.replaced(bare, NAMELESS) if names else bare


_outbox = table(classes.OutboxRow)
_version = table(classes.VersionRow)
_signature = table(classes.SignatureRow)
_call = table(classes.LlmCallRow)

AT_ONCE = 500
"""Ids in one statement."""

MessageKey = tuple[str, str]
"""A message in Slack: its conversation and its ts."""


class Personal:
    """What is held about people in one workspace."""

    def __init__(self, connection: Connection, workspace: str, reads: Reads) -> None:
        self._connection = connection
        self._workspace = workspace
        self._reads = reads
        self.erased = False

    def whom(self, user: str) -> Whom:
        """The ids of all of somebody's rows."""
        said = select(_outbox.c.channel).where(
            _outbox.c.workspace == self._workspace, _outbox.c.lane.in_([user, f"{URGENT}{user}"])
        )
        places = self._connection.execute(said.where(_outbox.c.channel.is_not(None)).distinct()).scalars()
        whom, ids = Whom(user, {}, tuple(sorted(places))), dict[str, list[int]]()
        for held in REGISTER:
            if not isinstance(held.link, Nobodys):
                found = found_in(held, self._workspace, whom).with_only_columns(held.table.c.id)
                ids[held.name] = list(self._connection.execute(found).scalars())
                whom = replace(whom, ids=ids)
        return whom

    def is_known(self, whom: Whom) -> bool:
        """Whether anything at all is held that leads to them."""
        kept = {held.name for held in REGISTER if held.erased is Erased.KEPT}
        theirs = any(found for name, found in whom.ids.items() if name not in kept)
        return theirs or bool(self.acts(whom))

    def rows(self, whom: Whom, others: Iterable[str], finder: Finder) -> dict[str, list[dict[str, Any]]]:
        """All of their rows by table, in the order of the register; only what is exported of each. The ids of
        `others`, and the names that `finder` finds, are taken out of what was typed."""
        hidden = Needles(dict.fromkeys(others, NAMELESS), finder)
        return {
            held.name: [_exported(held, row, hidden) for row in self._of(held, whom.ids.get(held.name, []))]
            for held in REGISTER
            if not isinstance(held.link, Nobodys)
        }

    def acts(self, whom: Whom) -> list[dict[str, Any]]:
        """Where they stand in rows that are other people's: table, part, and when; nothing of the content."""
        found: list[dict[str, Any]] = []
        for held in REGISTER:
            mine = set(whom.ids.get(held.name, []))
            for part in held.person:
                here = self._here(held, held.table.c[part] == whom.user)
                rows = self._connection.execute(select(*held.table.c).where(here).order_by(held.table.c.id)).mappings()
                found += [
                    {"table": held.name, "part": part, "at": _moment(held, row)}
                    for row in rows
                    if row["id"] not in mine
                ]
        return found

    def sent(self, whom: Whom) -> list[MessageKey]:
        """The messages that stand in Slack, to them and about them."""
        here = _outbox.c.workspace == self._workspace
        posted = and_(
            here, _outbox.c.verb == Verb.POST.value, _outbox.c.channel.is_not(None), _outbox.c.ts.is_not(None)
        )
        found: list[MessageKey] = []
        for some in _parts(whom.ids.get("outbox", [])):
            rows = select(_outbox.c.channel, _outbox.c.ts).where(_outbox.c.id.in_(some), posted)
            found += [(row.channel, row.ts) for row in self._connection.execute(rows.order_by(_outbox.c.id))]
        return found

    def files_given(self, whom: Whom) -> list[str]:
        """Slack's ids of the files that were given to somebody with what was said to them or about them."""
        given = and_(_outbox.c.workspace == self._workspace, _outbox.c.file.is_not(None))
        return [
            file
            for some in _parts(whom.ids.get("outbox", []))
            for file in self._connection.execute(select(_outbox.c.file).where(_outbox.c.id.in_(some), given)).scalars()
        ]

    def on_their_way(self, whom: Whom, now: datetime) -> bool:
        """Whether a sender holds a message to them or about them this very minute."""
        here = _outbox.c.workspace == self._workspace
        held = and_(here, _outbox.c.state == DeliveryState.CLAIMED.value, _outbox.c.lease_until > now)
        return any(
            self._connection.execute(select(_outbox.c.id).where(_outbox.c.id.in_(some), held).limit(1)).first()
            for some in _parts(whom.ids.get("outbox", []))
        )

    def erase(self, whom: Whom, finder: Finder, pseudonym: str) -> dict[str, int]:
        """Delete their rows, put the pseudonym in the place of their id in the others, and take their id and what
        `finder` finds out of what others wrote. Returns how many rows were deleted, and changed, by table."""
        self.erased = True
        self._reads.forget_all()
        counts: dict[str, int] = {}
        for held in reversed(REGISTER):
            if held.erased is Erased.GONE and (gone := self._delete(held, whom.ids.get(held.name, []))):
                counts[held.name] = gone
        if whom.ids.get("feedback"):
            counts["llm_call"] = counts.get("llm_call", 0) + self._forget_unlinked_calls()
        needles = Needles({whom.user: pseudonym}, finder)
        changed = sum(self._pseudonymise(held, whom.user, pseudonym) for held in REGISTER)
        changed += sum(self._mend(held, column, needles) for held in REGISTER for column in held.words)
        return {name: count for name, count in {**counts, "changed": changed}.items() if count}

    def erase_rows(self, ids: Mapping[str, list[int]]) -> dict[str, int]:
        """Delete rows by table and id, in an order that the database accepts; how many of each."""
        self.erased = True
        self._reads.forget_all()
        deleted = {held.name: self._delete(held, ids.get(held.name, [])) for held in reversed(REGISTER)}
        return {name: count for name, count in deleted.items() if count}

    def _forget_unlinked_calls(self) -> int:
        """Calls to a language model from before the log said what they were about: nobody can tell whose they are."""
        unlinked = and_(_call.c.workspace == self._workspace, _call.c.feedback.is_(None))
        return self._connection.execute(delete(_call).where(unlinked)).rowcount

    def _delete(self, held: Held, ids: Sequence[int]) -> int:
        return sum(
            self._connection.execute(delete(held.table).where(self._here(held, held.table.c.id.in_(some)))).rowcount
            for some in _parts(ids)
        )

    def _pseudonymise(self, held: Held, user: str, pseudonym: str) -> int:
        return sum(
            self._connection.execute(
                update(held.table)
                .where(self._here(held, held.table.c[part] == user))
                .values({held.table.c[part]: pseudonym})
            ).rowcount
            for part in held.person
        )

    def _mend(self, held: Held, column: str, needles: Needles) -> int:
        here, cell, names = held.table, held.table.c[column], column not in held.unnamed
        worth_a_look = and_(cell.is_not(None), needles.likely(cell, names=names))
        likely = select(here.c.id, cell).where(self._here(held, worth_a_look))
        changed = 0
        for row in self._connection.execute(likely).all():
            after = needles.without(row[1], names=names)
            if after != row[1]:
                self._connection.execute(update(here).where(here.c.id == row[0]).values({cell: after}))
                changed += 1
                if held.table is _version:
                    self._seal_again(row[0], after)
        return changed

    def _seal_again(self, id: int, terms: Any) -> None:
        """A version's hash follows its terms, and the signatures that bound to it bind to it still."""
        hash = adapter(Terms).validate_python(terms).content_hash()
        row = self._connection.execute(select(*_version.c).where(_version.c.id == id)).one()
        bound = and_(
            _signature.c.contract == row.contract,
            _signature.c.number == row.number,
            _signature.c.content_hash == row.content_hash,
        )
        self._connection.execute(update(_signature).where(bound).values(content_hash=hash))
        self._connection.execute(update(_version).where(_version.c.id == id).values(content_hash=hash))

    def _of(self, held: Held, ids: Sequence[int]) -> list[Mapping[Any, Any]]:
        return [
            row
            for some in _parts(ids)
            for row in self._connection.execute(
                select(*held.table.c).where(self._here(held, held.table.c.id.in_(some))).order_by(held.table.c.id)
            ).mappings()
        ]

    def _here(self, held: Held, condition: Any) -> Any:
        return and_(held.table.c[held.workspace] == self._workspace, condition) if held.workspace else condition


def _exported(held: Held, row: Mapping[Any, Any], hidden: Needles) -> dict[str, Any]:
    cells = {"id": row["id"], **{name: row[name] for name in held.columns}}
    for name in held.words:
        cells[name] = hidden.without(cells[name], names=name not in held.unnamed)
    return cells


def _parts(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]


def _moment(held: Held, row: Mapping[Any, Any]) -> datetime | None:
    """When the row was made, as far as it says."""
    moments = (c.name for c in held.table.c if isinstance(c.type, UtcDateTime) and c.name in held.facts)
    first = next(moments, None)
    return row[first] if first else None

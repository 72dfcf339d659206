"""What is secret is sealed before it is stored: whoever reads the database, or a backup of it, reads no token.

Fernet: AES-128-CBC with an HMAC-SHA256 over it, https://github.com/fernet/spec. The first key seals; every key
opens, so that keys can be changed while Accord runs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Dialect, Engine, String, Table, and_, func, select, update
from sqlalchemy.types import TypeDecorator

from bot.domain.installation import Unsealable
from storage.engine import reading
from storage.tables.installing import BOTS_TABLE, INSTALLATIONS_TABLE, SECRETS


class KeyGarbled(ValueError):
    """A key is none. `number` counts from 1; the key itself is nowhere said."""

    def __init__(self, number: int) -> None:
        super().__init__(f"key {number} is none")
        self.number = number


class NoKey(ValueError):
    """Without a key nothing can be sealed."""


class Seal:
    """Seals and opens. `keys` are Fernet keys, the first of which seals."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise NoKey
        fernets = [_fernet(number, key) for number, key in enumerate(keys, 1)]
        self._first = fernets[0]
        self._all = MultiFernet(fernets)

    def seal(self, text: str) -> str:
        return self._first.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """The text. Unsealable where no key opens it, or it never was sealed."""
        return _opened(self._all, sealed)

    def is_newest(self, sealed: str) -> bool:
        """Whether the first key sealed it."""
        try:
            _opened(self._first, sealed)
        except Unsealable:
            return False
        return True


def new_key() -> str:
    return Fernet.generate_key().decode()


def _fernet(number: int, key: str) -> Fernet:
    try:
        return Fernet(key)
    except ValueError:  # its message may hold what was given
        raise KeyGarbled(number) from None


def _opened(fernet: Fernet | MultiFernet, sealed: str) -> str:
    try:
        return fernet.decrypt(sealed.encode()).decode()
    except (InvalidToken, UnicodeDecodeError):
        raise Unsealable from None


class SealedText(TypeDecorator[str]):
    """A column that is sealed on its way in, and opened on its way out (Unsealable where no key fits)."""

    impl = String
    cache_ok = True

    def __init__(self, seal: Seal) -> None:
        super().__init__()
        self.seal = seal

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else self.seal.seal(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else self.seal.open(value)


# Sealing anew what an older key sealed, row by row, while Accord runs.
#
# Each row is its own transaction, and is changed only if it still holds what was read: it can be stopped at any time
# and started again, and what is installed meanwhile is left alone.


TABLES = (BOTS_TABLE, INSTALLATIONS_TABLE)


class Became(StrEnum):
    """What a row needed."""

    SEALED_ANEW = "sealed-anew"
    NEWEST_ALREADY = "newest-already"
    UNREADABLE = "unreadable"
    """No key opens it: it stays as it is."""


@dataclass(frozen=True, slots=True)
class SealedRow:
    """One row of a workspace that was looked at."""

    workspace: str
    became: Became


def how_many(engine: Engine) -> int:
    """Rows that `seal_anew` looks at."""
    with reading(engine) as connection:
        return sum(connection.execute(select(func.count()).select_from(t)).scalar_one() for t in TABLES)


def seal_anew(engine: Engine, seal: Seal) -> Iterator[SealedRow]:
    """Look at every row, and seal its secrets with the first key. Yields after each row's commit."""
    for rows in TABLES:
        with reading(engine) as connection:
            ids = list(connection.execute(select(rows.c.id).order_by(rows.c.id)).scalars())
        for id in ids:
            found = _seal_row(engine, rows, id, seal)
            if found is not None:
                yield found


def _seal_row(engine: Engine, rows: Table, id: int, seal: Seal) -> SealedRow | None:
    secrets = [rows.c[name] for name in SECRETS if name in rows.c]
    with engine.begin() as connection:
        row = connection.execute(select(rows.c.team_id, *secrets).where(rows.c.id == id)).mappings().first()
        if row is None:
            return None
        workspace = str(row["team_id"])
        held = {c.name: row[c.name] for c in secrets if row[c.name] is not None}
        try:
            anew = {name: seal.seal(seal.open(old)) for name, old in held.items() if not seal.is_newest(old)}
        except Unsealable:
            return SealedRow(workspace, Became.UNREADABLE)
        if not anew:
            return SealedRow(workspace, Became.NEWEST_ALREADY)
        as_read: list[Any] = [rows.c[name] == held[name] for name in anew]
        connection.execute(update(rows).where(and_(rows.c.id == id, *as_read)).values(**anew))
        return SealedRow(workspace, Became.SEALED_ANEW)

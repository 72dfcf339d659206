"""What is secret is sealed before it is stored: whoever reads the database, or a backup of it, reads no token.

Fernet: AES-128-CBC with an HMAC-SHA256 over it, https://github.com/fernet/spec. The first key seals; every key
opens, so that keys can be changed while Accord runs.
"""

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

from bot.domain.installation import Unsealable


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

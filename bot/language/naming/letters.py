"""Words of a text as names are compared: in lower case, without accents, without what hides between letters."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.domain.seen import HIDDEN

_ALONE = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "ł": "l",
        "æ": "ae",
        "œ": "oe",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ə": "e",
        "ĸ": "k",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ـ": "",
    }
)
"""Letters that stand for others where a keyboard has none of them, and signs that may stand within a word."""
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj"})
"""How some are spelt out instead: "Jörg" is Jorg and Joerg."""
_SIGNS = str.maketrans(dict.fromkeys("ʻʼʽʹˈ", "'"))
"""Apostrophes that count as letters: "Kaʻiulani"."""
_HIDDEN = re.compile(f"[{HIDDEN}]+")
_SCRIPTS_END = 0x1E960
"""Behind it there are marks that are no letter's."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text. `forms` are the ways to read it: two where a letter has two spellings, else one."""

    start: int
    end: int
    text: str
    forms: tuple[str, ...]

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital; where a script has none, every word may be a name."""
        first = self.text[:1]
        return first.isupper() or first.istitle() or not first.islower()

    @property
    def is_initial(self) -> bool:
        return len(self.text) == 1 and self.text.isupper()


def tokens(text: str) -> Iterator[Token]:
    """The words of a text. Digits and all signs stand between them; a mark, and what hides, belongs to its letter."""
    for found in _word().finditer(text.translate(_SIGNS)):
        yield Token(found.start(), found.end(), found[0], forms(found[0]))


def forms(word: str) -> tuple[str, ...]:
    """The ways in which a word is compared, the plain one first."""
    if word.isascii():
        return (word.lower(),)
    cased = unicodedata.normalize("NFC", _HIDDEN.sub("", word)).casefold()
    plain, spelt = fold(cased), fold(cased.translate(_SPELT))
    return (plain,) if spelt == plain else (plain, spelt)


def fold(word: str) -> str:
    """The word in lower case, without accents."""
    apart = unicodedata.normalize("NFKD", word)
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return bare.casefold().translate(_ALONE)


@cache
def _word() -> re.Pattern[str]:
    marks = "".join(_marks())
    return re.compile(rf"(?:[^\W\d_]+|[{marks}])(?:[^\W\d_]+|[{marks}{HIDDEN}]+)*")


def _marks() -> Iterator[str]:
    """Ranges of the marks, which are no letters to a regular expression."""
    first = None
    for code in range(0x300, _SCRIPTS_END):
        is_mark = unicodedata.category(chr(code)).startswith("M")
        if is_mark and first is None:
            first = code
        elif not is_mark and first is not None:
            yield f"{chr(first)}-{chr(code - 1)}"
            first = None

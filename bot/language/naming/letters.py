"""Words of a text as names are compared: in lower case, without accents, without what hides between letters."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
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


# What may stand between the parts of one name: spaces, hyphens, apostrophes, quotes, Slack's markup, a mention.


APOSTROPHES = "'’‘ʼʻ`´′＇"
HYPHENS = "-‐‑‒–−﹣－"
_REFERENCE = "<[@#!][^<>|\\s]{0,80}"
REFERENCES = re.compile(_REFERENCE)
"""A mention, a channel or a group as Slack writes it, up to its label."""

_GAP_SIGNS = rf"\s{re.escape(APOSTROPHES + HYPHENS)}\"“”„«»*_~()<>|\[\]{HIDDEN}"
_BETWEEN_PARTS = rf"(?:{_REFERENCE}|[{_GAP_SIGNS}])*"
_GAP = re.compile(rf"(?P<dot>\.?){_BETWEEN_PARTS}(?P<comma>,?){_BETWEEN_PARTS}")
_LONGEST = 120
_BLANK_LINE = re.compile(r"\n\s*\n")


class Separator(Enum):
    """What a gap says of the words on its two sides."""

    NONE = "none"
    """They are parts of no one name."""
    PLAIN = "plain"
    TURNED = "turned"
    """A comma: the last name stands first."""
    SHORTENED = "shortened"
    """A full stop behind an initial."""


def gap(between: str) -> Separator:
    if between in (" ", "-"):
        return Separator.PLAIN
    if len(between) > _LONGEST or not between or _BLANK_LINE.search(between):
        return Separator.NONE
    found = _GAP.fullmatch(between)
    if found is None:
        return Separator.NONE
    if found["comma"]:
        return Separator.TURNED
    return Separator.SHORTENED if found["dot"] and len(between) > 1 else Separator.PLAIN


# Names in scripts that put no spaces between words, or write particles onto them: taken whole, wherever they stand.


_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer; Chinese, Japanese, Korean."""
_BETWEEN = rf"[\s・·‧,、*_~`'\"{HIDDEN}-]{{0,12}}"
SHORTEST = 2


class Unspaced:
    """Looks for each name by its first letter, so that many names cost no more than one."""

    def __init__(self, names: Iterable[str]) -> None:
        found: dict[str, set[str]] = {}
        for name in names:
            if _UNSPACED.search(name) and len(name.strip()) >= SHORTEST:
                for words in (name.split(), name.split()[::-1]):
                    for form in ("NFC", "NFD"):
                        shape = _shape([unicodedata.normalize(form, word) for word in words])
                        first = unicodedata.normalize(form, words[0])[0]
                        found.setdefault(first, set()).add(shape)
        self._by_first = {first: re.compile("|".join(_longest_first(shapes))) for first, shapes in found.items()}
        self._first = re.compile(f"[{re.escape(''.join(found))}]") if found else None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        at = 0
        while self._first is not None and (start := self._first.search(text, at)) is not None:
            found = self._by_first[start[0]].match(text, start.start())
            at = found.end() if found else start.end()
            if found:
                yield found.span()


def _shape(words: Iterable[str]) -> str:
    within = f"[{HIDDEN}]*"
    return _BETWEEN.join(within.join(map(re.escape, word)) for word in words)


def _longest_first(shapes: Iterable[str]) -> list[str]:
    return sorted(shapes, key=lambda shape: (-len(shape), shape))


# Handles, with the "@" and without it, wherever they are no part of something longer.


LONGEST = 80
_WRITTEN = re.compile(rf"(?<![^\W_])(?:(?<!\w)@)?[^\W_][\w.-]{{0,{LONGEST}}}")
_END_SIGNED = re.compile(r"(?<=\w)(?=\W|$)")
_END_BARE = re.compile(r"(?<=[^\W_])(?=[\W_]|$)")
"""A "_" behind it makes words slanted in Slack; behind an "@" it is a letter like others."""


class Handles:
    """`names` are those with an "@" before them; one that stands among them without it, too, is found without it. Of
    letters alone, without it, it is a word like any other part of a name, and not looked for here."""

    def __init__(self, names: Iterable[str]) -> None:
        given = {name.casefold() for name in names}
        self._signed = {name for name in given if name.startswith("@")}
        self._bare = {name for name in given if f"@{name}" in self._signed and not name.isalpha()}

    @property
    def all(self) -> set[str]:
        return self._signed | self._bare

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        if self._signed:
            for found in _WRITTEN.finditer(text):
                end = self._end(found[0])
                if end:
                    yield found.start(), found.start() + end

    def _end(self, written: str) -> int:
        """How much of it is a handle; 0 for none of it."""
        known, ends = (self._signed, _END_SIGNED) if written.startswith("@") else (self._bare, _END_BARE)
        low = written.casefold() if len(written.casefold()) == len(written) else written
        return max((found.start() for found in ends.finditer(low) if low[: found.start()] in known), default=0)

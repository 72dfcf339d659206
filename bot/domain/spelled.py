"""A name as people write it: with a space or a line break, either apostrophe, accents in one piece or in two."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_APOSTROPHES = "'’‘ʼʻ`´′＇"
_HYPHENS = "-‐‑‒–−﹣－"
_SAME = {sign: f"[{re.escape(signs)}]" for signs in (_APOSTROPHES, _HYPHENS) for sign in signs}
_MARK = r"\u0300-\u036f"
_IN_A_HANDLE = r"\w"
_LETTER = r"[^\W_]"  # "_" makes words slanted in Slack
_STEADY = re.compile(r"[A-HJL-RT-Za-hjl-rt-z0-9]{2,}")
"""Letters that every spelling keeps: "i", "k" and "s" have relatives in other alphabets that read the same."""


def patterns(names: Iterable[str]) -> list[re.Pattern[str]]:
    """What finds each name in a text.

    A name of several words and a handle (one that stands among the names with an "@" before it, too) are found in any
    case; any other single word only as it is written, since it may be a word, too ("Will").
    """
    given = _tidy(names)
    return [_pattern(name, in_any_case=" " in name or _is_handle(name, given)) for name in given]


def steady_parts(names: Iterable[str]) -> list[str] | None:
    """For each name a part that stands in each of its spellings, in either case; None where some name has none."""
    found = [_STEADY.findall(unicodedata.normalize("NFC", name)) for name in _tidy(names)]
    return [max(parts, key=len) for parts in found] if all(found) else None


def _tidy(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))


def _is_handle(name: str, names: tuple[str, ...]) -> bool:
    return name.startswith("@") or f"@{name}" in names


def _pattern(name: str, *, in_any_case: bool) -> re.Pattern[str]:
    words = (
        "".join(_alternatives(letter, in_any_case=in_any_case) for letter in _letters(word)) for word in name.split()
    )
    edge = _IN_A_HANDLE if name.startswith("@") else _LETTER
    spaced = r"\s+".join(words)
    return re.compile(rf"(?<!{edge}){spaced}(?!{edge}|[{_MARK}])", re.IGNORECASE if in_any_case else 0)


def _letters(word: str) -> Iterator[str]:
    """Each with the marks that stand on it."""
    letter = ""
    for char in unicodedata.normalize("NFC", word):
        if letter and not unicodedata.combining(char):
            yield letter
            letter = ""
        letter += char
    if letter:
        yield letter


def _alternatives(letter: str, *, in_any_case: bool) -> str:
    if letter in _SAME:
        return _SAME[letter]
    cased = {letter, letter.casefold(), letter.upper()} if in_any_case else {letter}  # "ß" is "SS" in capitals
    forms = {unicodedata.normalize(form, one) for one in cased for form in ("NFC", "NFD")}
    return f"(?:{'|'.join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))})"

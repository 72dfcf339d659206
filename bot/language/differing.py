"""Numbers that do not say how many it is: how far it moved ("3 less", "down by 3"), or what it is not ("not 12")."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from bot.language.reading.number_scan import NumberReading
from bot.language.reading.numbers import find_numbers
from bot.language.reading.text import alternatives, fold, load_words

_UNIT_WORDS_MOST = 6


def is_change(text: str, reading: NumberReading, unit: str = "") -> bool:
    """Whether the words beside a number make it a difference, or a number of before.

    `unit` is what is counted: its words may stand between ("3 mistakes less"), and say nothing themselves.
    """
    folded = fold(text)
    if _before().search(folded[: reading.start]) and not _bound().search(folded[: reading.start]):
        return True
    return _after(reading.unit, unit).match(folded[reading.end :]) is not None


def without_denied(text: str, unit: str = "") -> str:
    """The text without "not 12", "no longer 12" and the like; what is left keeps its place."""
    kept = _blanked(text, _about().finditer(fold(text)))
    for reading in find_numbers(kept, unit):
        denied = _denied().search(fold(kept)[: reading.start])
        if denied:
            more = _anymore().match(fold(kept)[reading.end :])
            end = reading.end + (more.end() if more else 0)
            kept = kept[: denied.start()] + " " * (end - denied.start()) + kept[end:]
    return kept


def _blanked(text: str, found: Iterable[re.Match[str]]) -> str:
    for match in found:
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text


@cache
def _words(name: str, lang: str = "en") -> tuple[str, ...]:
    table: dict[str, Any] = load_words("bot.language", lang, "changes")
    return tuple(table[name])


def _any(name: str) -> str:
    return alternatives(_words(name))


@cache
def _before() -> re.Pattern[str]:
    beside = rf"\b(?:{_any('before')}|{_any('compared')} than)\s+(?:{_any('between')}\s+){{0,2}}"
    return re.compile(rf"(?:{beside}|\+\s?)$")


@cache
def _bound() -> re.Pattern[str]:
    return re.compile(rf"\b{_any('bound')}\s+{_any('compared')} than\s+(?:{_any('between')}\s+){{0,2}}$")


@cache
def _after(said: str, counted: str) -> re.Pattern[str]:
    own = set(fold(counted).split())
    words = {re.escape(w) for w in (*fold(said).split(), *own, "percent")} - set(_words("after"))
    unit = rf"(?:\s+(?:{'|'.join(sorted(words))})){{0,{_UNIT_WORDS_MOST}}}?" if words else ""
    after = alternatives(w for w in _words("after") if w not in own)
    at_the_end = alternatives(w for w in _words("after_at_the_end") if w not in own)
    ends = rf"(?=\s*(?:[^\w\s]|$)|\s+{_any('goes_on')}\b)"
    line = rf"{_any('beside')}\s+(?:{_any('determiner')}\s+)?{_any('line')}"
    degree = rf"(?:\s*{_any('degree')}\b)?"
    return re.compile(rf"\s?%?{unit}{degree}\s+(?:{after}\b|{at_the_end}\b{ends}|{line}\b)")


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(rf"\b{_any('denied')}\s+(?:{_any('denied_between')}\s+)?$")


@cache
def _anymore() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+\w+)?\s+{_any('anymore')}\b")


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"\b{_any('about')}\b")

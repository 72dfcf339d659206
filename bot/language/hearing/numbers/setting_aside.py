"""What of a message does not stand, in a language of few words: numbers that are aimed at, of before, of somebody else,
or taken back. They are blanked; what is left keeps its place."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

from bot.language.reading.numbers import NumberReading, find_numbers, same_unit
from bot.language.reading.text import alternatives, fold, has_words, load_words, unaccented
from bot.language.targets import measure_of

_PACKAGE = "bot.language.hearing"
_SIGNS = r"[;:\n!?(]|,(?!\d)|\.(?!\d)"
_WORD = re.compile(r"[^\W\d_]+|->|=>|→")
_ARROW = re.compile(r"-+>|=>|→")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A number, and the words before and behind it in its part of the message."""

    reading: NumberReading
    before: str
    behind: str


def without_times(text: str, unit: str, lang: str) -> str:
    """The text without times of day, "terminé a las 8 y media", as long as nothing that is counted follows."""

    def shown(found: re.Match[str]) -> str:
        next_word = _WORD.match(text, found.end() + 1)
        named = next_word is not None and _is_named(next_word[0].lower(), unit, lang)
        lead, time = found["lead"], found["time"]
        return " " * (len(lead) + 3) + time[3:] if named else lead + " " * len(time)

    return _times(lang).sub(shown, text)


def _is_named(word: str, known: str, lang: str) -> bool:
    """Whether a word is one of those for what is counted."""
    small = next((end for end in _table(lang)["alike"]["diminutives"] if word.endswith(end)), "")
    stem = word.removesuffix(small)[:_STEM]
    owns = fold(known).split()
    named = same_unit(word, fold(known)) or any(_is_alike(word, own, lang) for own in owns)
    return named or (bool(small) and len(stem) >= _STEM - 1 and any(unaccented(own).startswith(stem) for own in owns))


def parts_of(text: str, lang: str) -> list[tuple[int, str]]:
    """The parts of a message, each with where it begins."""
    if not has_words(_PACKAGE, lang, "standing"):
        return [(0, text)]
    starts = [0, *(part.start() for part in _begins(lang).finditer(fold(text)))]
    return [(start, text[start:end]) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def without_what_does_not_stand(
    text: str, unit: str, statement: str, lang: str, *, total: Decimal | None = None
) -> str:
    """The text with blanks for its numbers that say nothing of how it is now."""
    if not has_words(_PACKAGE, lang, "standing"):
        return text
    left = _without(text, unit, lang, (_is_aimed, _is_undone, _is_past, _is_of_others))
    for perhaps in (
        _is_taken_back(left, unit, lang),
        _is_moved_from,
        _is_bad_part(unit, lang),
        _was_perhaps,
        _is_whole(total),
    ):
        left = _without_some(left, unit, lang, perhaps)
    return _without_some(left, unit, lang, _is_something_else(f"{unit} {statement}", unit, lang))


_Reason = Callable[[_Placed, str], bool]


def _without(text: str, unit: str, lang: str, reasons: Sequence[_Reason]) -> str:
    """Without the numbers that one of the reasons speaks against."""
    gone = [one.reading for one in _placed(text, unit, lang) if any(reason(one, lang) for reason in reasons)]
    return _blanked(text, gone)


def _without_some(text: str, unit: str, lang: str, reason: _Reason) -> str:
    """The same, as long as a number is left."""
    placed = list(_placed(text, unit, lang))
    gone = [one.reading for one in placed if reason(one, lang)]
    return _blanked(text, gone) if len(gone) < len(placed) else text


def _blanked(text: str, gone: Sequence[NumberReading]) -> str:
    for one in gone:
        text = text[: one.start] + re.sub(r"\w", " ", text[one.start : one.end]) + text[one.end :]
    return text


def _placed(text: str, unit: str, lang: str) -> Iterator[_Placed]:
    low, found = fold(text), find_numbers(text, unit, lang=lang)
    for at, reading in enumerate(found):
        if not reading.strength:
            continue
        after = found[at + 1].start if at + 1 < len(found) else len(low)
        before, behind = low[: reading.start], low[reading.end : after]
        starts = max((part.start() for part in _begins(lang).finditer(before)), default=0)
        ends = re.search(_SIGNS, behind)
        yield _Placed(reading, before[starts:], behind[: ends.start()] if ends else behind)


def _is_aimed(one: _Placed, lang: str) -> bool:
    led = _last(one.before, "aimed", "before", lang)
    reached = _last(one.before, "aimed", "reached", lang)
    return led > reached or _starts(one.behind, "aimed", "behind", lang)


def _is_undone(one: _Placed, lang: str) -> bool:
    return _undone(lang).search(one.before) is not None


def _is_past(one: _Placed, lang: str) -> bool:
    return _last(one.before, "past", "before", lang) >= 0 or _starts(one.behind, "past", "behind", lang)


def _was_perhaps(one: _Placed, lang: str) -> bool:
    return _last(one.before, "past", "perhaps", lang) >= 0 or _starts(one.behind, "past", "perhaps", lang)


def _is_of_others(one: _Placed, lang: str) -> bool:
    found = _others(lang).search(one.before)
    return found is not None and not re.search(rf"\b{_any('others', 'mine', lang)}\b", found["rest"])


def _is_bad_part(unit: str, lang: str) -> _Reason:
    counts_bad = any(_is_alike(word, "errores", lang) for word in unit.split())

    def is_bad(one: _Placed, lang: str) -> bool:
        return not counts_bad and (
            _starts(one.behind, "bad", "behind", lang)
            or re.search(rf"\b{_any('bad', 'before', lang)} (?:l[oa]s )?$", one.before) is not None
        )

    return is_bad


def _is_whole(total: Decimal | None) -> _Reason:
    def is_whole(one: _Placed, lang: str) -> bool:
        """ "6 buenas de 10"."""
        return one.reading.value == total and re.search(rf"\b{_any('parts', 'of', lang)} $", one.before) is not None

    return is_whole


def _is_moved_from(one: _Placed, lang: str) -> bool:
    """Whether another number follows to which it moved: "de 20 subí a 25"."""
    led = re.search(rf"(?:^|\W){_any('moved', 'from', lang)}\s+$", one.before)
    return led is not None and re.fullmatch(rf"(?:\s\w+)?\s{_any('moved', 'verbs', lang)}\s+", one.behind) is not None


def _is_taken_back(text: str, unit: str, lang: str) -> _Reason:
    """Whether only words that take it back stand between a number and the next: "6... digo 7", "no 6, 7"."""
    low, found = fold(text), [one for one in find_numbers(text, unit, lang=lang) if one.strength]
    between = {one.start: low[one.end : other.start] for one, other in pairwise(found)}

    def is_taken_back(one: _Placed, lang: str) -> bool:
        words = " ".join(_WORD.findall(between.get(one.reading.start, "")))
        denied = one.reading.start in between and re.fullmatch(r"\s*no\s+", one.before) is not None and not words
        said = re.fullmatch(rf"(?:{_any('corrected', 'between', lang)}(?:\s|$))+", words) is not None
        return denied or (said and re.search(rf"\b{_any('corrected', 'says', lang)}\b", words) is not None)

    return is_taken_back


def _is_something_else(known: str, unit: str, lang: str) -> _Reason:
    def is_else(one: _Placed, lang: str) -> bool:
        return counts_something_else(one.reading, known, lang)

    return is_else


def counts_something_else(reading: NumberReading, known: str, lang: str) -> bool:
    """Whether the word behind a number is the plural of a thing that is not known to be counted, "3 exámenes", a
    measure of its own, "3 km", or says how often where a time is counted: "me mataron 12 veces"."""
    words = reading.unit.split()
    if not words or reading.out_of is not None:
        return False
    alike, last = _table(lang)["alike"], words[-1]
    timed = any(measure_of(own, lang).seconds for own in known.split())
    if timed and (last in alike["often"] or last in alike["measures"]) and not measure_of(last, lang).seconds:
        return True
    a_thing = last in alike["measures"] or (last.endswith("s") and len(last) >= _NOUN and last not in alike["often"])
    return a_thing and names_another(reading, known, lang)


def counts_time_else(reading: NumberReading, known: str, lang: str) -> bool:
    """Whether nights or days are counted where something else is: "8 noches fuera"."""
    words = reading.unit.split()
    return any(_counts_time(word, lang) for word in words) and not any(_counts_time(own, lang) for own in known.split())


def _counts_time(word: str, lang: str) -> bool:
    return word in _table(lang)["alike"]["spans"]


def names_another(reading: NumberReading, known: str, lang: str) -> bool:
    """Whether a word behind a number is none for what is counted: "una locura"."""
    words = reading.unit.split()
    if not words or reading.out_of is not None:
        return False
    if measure_of(reading.unit, lang).seconds and any(measure_of(own, lang).seconds for own in known.split()):
        return False
    return not any(word in _neutral(lang) or _is_named(word, known, lang) for word in words)


_STEM = 5
"""Letters that a word and its diminutive have in common."""
_NOUN = 4
"""Letters of the shortest word that may be a thing."""


def _is_alike(word: str, own: str, lang: str) -> bool:
    return any(word in things and own in things for things in _table(lang)["alike"]["things"])


@cache
def _neutral(lang: str) -> frozenset[str]:
    return frozenset(_table(lang)["alike"]["neutral"])


def says_move(text: str, lang: str) -> bool:
    """Whether something is said to have moved from a number to another: "pasé de 4 a 9", "4 -> 9"."""
    low = fold(text)
    return _ARROW.search(low) is not None or re.search(rf"\b{_any('moved', 'sure', lang)}\b", low) is not None


def begins_from(before: str, lang: str) -> bool:
    """Whether a "from" stands right before a number."""
    return re.search(rf"(?:^|\W){_any('moved', 'from', lang)}\s+$", fold(before)) is not None


def is_lost(before: str, lang: str) -> bool:
    """Whether a number is that of what went wrong: "fallé 3"."""
    return re.search(rf"\b{_any('lost', 'before', lang)} $", fold(before)) is not None


def _last(before: str, section: str, name: str, lang: str) -> int:
    """Where the last of the words stands; -1 where none does."""
    found = list(_anywhere(section, name, lang).finditer(before))
    return found[-1].end() if found else -1


def _starts(behind: str, section: str, name: str, lang: str) -> bool:
    return re.match(rf"\W*(?:(?!y\b)\w+\W+)?{_any(section, name, lang)}\b", behind) is not None


@cache
def _anywhere(section: str, name: str, lang: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_any(section, name, lang)}\b")


@cache
def _any(section: str, name: str, lang: str) -> str:
    return alternatives(_table(lang)[section][name])


@cache
def _undone(lang: str) -> re.Pattern[str]:
    verbs, bound = _any("undone", "verbs", lang), _any("undone", "bound", lang)
    return re.compile(rf"\b(?:no|ni)\s(?:me\s|se\s|los\s|las\s|lo\s|la\s)*{verbs}\s(?!{bound}\b)(?:\w+\s){{0,2}}$")


@cache
def _others(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!con )(?<!que )(?<!q )\b{_any('others', 'people', lang)}\s(?P<rest>(?:\w+\s){{1,4}})$")


@cache
def _begins(lang: str) -> re.Pattern[str]:
    return re.compile(rf"{_SIGNS}|\b{_any('parts', 'begin', lang)}\b")


@cache
def _times(lang: str) -> re.Pattern[str]:
    if not has_words(_PACKAGE, lang, "standing"):
        return re.compile("(?P<lead>)(?P<time>)(?!)")
    lead = _any("times", "before", lang)
    part = r"(?:\s?[:.h]\s?\d{2}|\sy\s(?:media|cuarto|pico|\d{1,2})|\smenos\s(?:cuarto|\d{1,2}))"
    hour = r"(?:\d{1,2}|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)"
    return re.compile(rf"(?P<lead>\b{lead}\s)(?P<time>las?\s{hour}\b{part}?(?!\s?(?:[%/]|de \d)))", re.IGNORECASE)


@cache
def _table(lang: str) -> dict[str, Any]:
    return load_words(_PACKAGE, lang, "standing")

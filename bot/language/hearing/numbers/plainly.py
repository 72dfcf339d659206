"""What is plainly said, in a language that has no more than words for numbers and groups of words for messages."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from bot.language import counts
from bot.language.hearing.model import Aim, Number
from bot.language.hearing.numbers.bounds import bounded
from bot.language.hearing.numbers.candidates import cleaned
from bot.language.hearing.numbers.setting_aside import (
    begins_from,
    counts_something_else,
    counts_time_else,
    is_lost,
    names_another,
    parts_of,
    says_move,
    without_times,
    without_what_does_not_stand,
)
from bot.language.hearing.words import MessageWords, words_of
from bot.language.reading.numbers import NumberReading, find_numbers, same_unit, unambiguous_number
from bot.language.reading.text import alternatives, fold, load_words
from bot.language.targets import measure_of as unit_meaning

_PACKAGE = "bot.language.hearing"
_CLAUSES = re.compile(r"[,;\n](?!\d)|\.(?=\s)")
_PLAINLY_MOST = 3
"""Words of a message that is about its number, where that is said without digits."""
_FIRST_MOST = 2
"""Words of the part with which a message begins, where that says by itself that there was none."""
_STRONG = 2
_DOUBTS = frozenset({"hedged", "to_come", "tried"})
"""Groups of words that leave a number open."""
_PARTS_OF_WHOLE = (("whole", Decimal(1)), ("halves", Decimal("0.5")))
_WHOLE = Decimal(100)


def numbers_plainly_said(text: str, aims: Sequence[Aim], lang: str) -> dict[int, Number]:
    """The number of each target, by its place. With several, a number has to name what it counts."""
    if len(aims) == 1:
        number = _plainly_said(text, aims[0], lang)
        return {} if number is None else {0: number}
    parts = re.split(rf",(?!\d)|[;\n]|\.\s|\s{_between(lang)}\s", cleaned(text), flags=re.IGNORECASE)
    found: dict[int, Number] = {}
    for part in parts:
        named = [place for place, aim in enumerate(aims) if _carries_unit(part, aim, lang)]
        number = _plainly_said(part, aims[named[0]], lang) if len(named) == 1 else None
        if number is not None:
            agrees = named[0] not in found or found[named[0]].value == number.value
            found[named[0]] = Number(number.value, number.sure and agrees)
    return found


@cache
def _between(lang: str) -> str:
    return alternatives(load_words("bot.language", lang, "replies")["numbers"]["between"])


def _carries_unit(part: str, aim: Aim, lang: str) -> bool:
    return any(one.strength and same_unit(one.unit, fold(aim.unit)) for one in find_numbers(part, aim.unit, lang=lang))


def _plainly_said(text: str, aim: Aim, lang: str) -> Number | None:
    words = words_of(text, lang)
    shown = _in_plain_numbers(without_times(cleaned(text), aim.unit, lang), lang)
    compared = _compared_with_last(shown, words, aim, lang)
    if compared is not None:
        return bounded(compared, aim, _whole_of(aim, lang))
    stands = without_what_does_not_stand(shown, aim.unit, aim.statement, lang, total=_whole_of(aim, lang))
    several = len(_strong(stands, aim, lang)) > 1
    whole = stands if several else counts.without_no(stands, lang)
    said = counts.without_denied(whole, aim.unit, lang)
    strong = _strong(said, aim, lang)
    reading = unambiguous_number(said, aim.unit, lang=lang) or next(iter(strong), None)
    total = _total_of(said, aim, lang)
    if total is not None:
        return bounded(Number(total, sure=True), aim, _whole_of(aim, lang))
    if reading is None:
        return None if _strong(shown, aim, lang) else _without_a_number(text, shown, words, aim, lang)
    if _is_to_come(whole, reading.start, lang):
        return None
    if is_lost(said[: reading.start], lang):
        return _of_what_was_lost(reading, aim, lang)
    if counts.is_change(said, reading, aim.unit, lang):
        return None
    return _as_noted(reading, strong, whole, aim, words, lang)


def _total_of(text: str, aim: Aim, lang: str) -> Decimal | None:
    """The first number, where the others are its parts: "3, dos en inglés y una en historia"."""
    first, *others = [one.value for one in find_numbers(text, aim.unit, lang=lang) if one.strength] or [Decimal(0)]
    return first if len(others) > 1 and first == sum(others, Decimal(0)) else None


def _strong(text: str, aim: Aim, lang: str) -> list[NumberReading]:
    return [one for one in find_numbers(text, aim.unit, lang=lang) if one.strength == _STRONG]


def _as_noted(
    reading: NumberReading, strong: Sequence[NumberReading], text: str, aim: Aim, words: MessageWords, lang: str
) -> Number | None:
    """The number that stands, and whether it is sure."""
    moved = reading.high is not None and begins_from(text[: reading.start], lang)
    arrow = reading.high is not None and says_move(text[reading.start : reading.end + 1], lang)
    if reading.high is not None and (moved or arrow):
        now = replace(reading, value=reading.high, high=None, ambiguous=False)
        value = _as_counted(now, aim, lang)
        sure = says_move(text, lang) and len(strong) == 1
        return None if value is None else bounded(Number(value, sure), aim, _whole_of(aim, lang))
    value = _as_counted(reading, aim, lang)
    if value is None:
        return None
    several = len({one.value for one in strong}) > 1 or reading.ambiguous or reading.high is not None
    doubted = reading.approximate or _leaves_open(text, reading.start, lang)
    known = f"{aim.unit} {aim.statement}"
    weak = reading.strength < _STRONG and (
        not _is_by_itself(reading, text, lang) or names_another(reading, known, lang)
    )
    other = counts_something_else(reading, known, lang) or counts_time_else(reading, known, lang)
    return bounded(Number(value, not (several or doubted or weak or other)), aim, _whole_of(aim, lang))


def _is_by_itself(reading: NumberReading, text: str, lang: str) -> bool:
    """Whether a word that often is no number is nearly all of its part of the message: "solo una y porque sí"."""
    own = next(part for start, part in reversed(parts_of(text, lang)) if start <= reading.start)
    return len(words_of(own, lang).spoken) <= _PLAINLY_MOST


def _of_what_was_lost(reading: NumberReading, aim: Aim, lang: str) -> Number | None:
    """What is left of the whole: "fallé 3" is seven of ten, to be asked about."""
    whole = _whole_of(aim, lang)
    if whole is None or whole < reading.value:
        return None
    return Number(whole - reading.value, sure=False)


def _in_plain_numbers(text: str, lang: str) -> str:
    """The text with what stands for a number in its place: "hora y media", "las 10" as a whole answer."""
    for meant, pattern in _stands_for_numbers(lang):
        text = pattern.sub(meant, text)
    return text


@cache
def _stands_for_numbers(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = load_words(_PACKAGE, lang, "words").get("numbers", {}).get("stands_for", {})
    return tuple((meant, re.compile(pattern, re.IGNORECASE)) for meant, pattern in table.items())


def _compared_with_last(text: str, words: MessageWords, aim: Aim, lang: str) -> Number | None:
    """The last number where it is said to be the same, and what "2 more than last time" comes to, to be asked about."""
    if aim.last is None:
        return None
    digits = any(char.isdigit() for char in text)
    if not digits and _same(lang).fullmatch(" ".join(words.spoken)):
        return Number(aim.last, sure=True)
    if "same_as_last" in words.names and not digits:
        return Number(aim.last, sure=words.names.isdisjoint(_DOUBTS))
    moved = _moved_from_last(lang)
    found = moved.search(fold(text)) if moved is not None else None
    if found is None:
        return None
    return Number(aim.last + Decimal(found["by"]) * (1 if found["more"] else -1), sure=False)


@cache
def _same(lang: str) -> re.Pattern[str]:
    """A whole message that says that nothing has changed."""
    return re.compile(load_words(_PACKAGE, lang, "words").get("numbers", {}).get("same", "(?!)"))


@cache
def _moved_from_last(lang: str) -> re.Pattern[str] | None:
    pattern = load_words(_PACKAGE, lang, "words").get("numbers", {}).get("moved_from_last")
    return None if pattern is None else re.compile(pattern)


def _leaves_open(text: str, place: int, lang: str) -> bool:
    """Whether the words around a number leave it open; in another part of the message a few do: "9, i think"."""
    for start, part in parts_of(text, lang):
        words, holds = words_of(part, lang), start <= place < start + len(part)
        few = holds or len(words.spoken) <= _PLAINLY_MOST
        if few and not words.names.isdisjoint(_DOUBTS) and not (start > place and _speaks_of_later(words)):
            return True
    return False


def _speaks_of_later(words: MessageWords) -> bool:
    """Whether a part behind a number is about another day: "van 9, y mañana termino"."""
    return "hedged" not in words.names and "to_come" in words.names


def _is_to_come(text: str, place: int, lang: str) -> bool:
    """Whether a verb before a number, in the same part of the message, says that it is still to come, "tendré 8", or
    what stands behind it: "8 para el próximo viernes"."""
    start = max((match.end() for match in _CLAUSES.finditer(text) if match.end() <= place), default=0)
    behind = _to_come_after(lang)
    by_then = behind is not None and behind.search(fold(text[place:])) is not None
    return by_then or "future" in words_of(text[start:place], lang).names


@cache
def _to_come_after(lang: str) -> re.Pattern[str] | None:
    pattern = load_words(_PACKAGE, lang, "words").get("numbers", {}).get("to_come_after")
    return None if pattern is None else re.compile(pattern)


def _as_counted(reading: NumberReading, aim: Aim, lang: str) -> Decimal | None:
    """A number in the unit of the target; None where it measures something else."""
    own, said = unit_meaning(aim.unit, lang), unit_meaning(reading.unit, lang)
    if own.seconds and said.seconds:
        return reading.value * said.seconds / own.seconds
    if counts.measures_else(reading, aim.unit, lang) or (own.out_of and reading.out_of not in (None, own.out_of)):
        return None
    if _whole_of(aim, lang) == _WHOLE and own.out_of is None and reading.out_of:
        return reading.value * _WHOLE / reading.out_of
    return reading.value


def _without_a_number(text: str, shown: str, words: MessageWords, aim: Aim, lang: str) -> Number | None:
    """What is said in a few words without any: "ninguno", "la mitad", or before more: "ninguna, no tuve tiempo"."""
    if "without" in words.names and _none_of(aim.unit, lang).search(fold(shown)):
        return Number(Decimal(0), sure=True)
    first = words_of(_CLAUSES.split(shown, maxsplit=1)[0], lang)
    few = len(words.spoken) <= _PLAINLY_MOST
    if not few and len(first.spoken) > _FIRST_MOST:
        return None
    if "none" in (words if few else first).names:
        sure = words.names.isdisjoint(_DOUBTS) and (few or "nothing" not in first.names)
        return Number(Decimal(0), sure=sure)
    whole = _whole_of(aim, lang)
    part = next((share for group, share in _PARTS_OF_WHOLE if group in words.names), None)
    return Number(whole * part, sure=False) if few and whole is not None and part is not None else None


@cache
def _none_of(unit: str, lang: str) -> re.Pattern[str]:
    without = alternatives(load_words(_PACKAGE, lang, "words")["groups"].get("without", ()))
    first = re.escape((fold(unit).split() or [""])[0])
    return re.compile(rf"\b{without} {first}\b") if first else re.compile("(?!)")


def _whole_of(aim: Aim, lang: str) -> Decimal | None:
    """Of how many: a hundred where per cent are counted."""
    meaning = unit_meaning(aim.unit, lang)
    return meaning.out_of or (_WHOLE if counts.is_share(aim.unit, lang) else None)


# The number that a message gives beside what it asks for.


def number_plainly_beside(text: str, aim: Aim, lang: str) -> Number | None:
    """The number with which a message begins that asks for something else: "25, y dile a mi profe que gracias"."""
    begins = _beside(lang).match(cleaned(text))
    if begins is None or _judged(lang).search(fold(begins["part"])):
        return None
    number = _plainly_said(begins["part"], aim, lang)
    return number if number is not None and number.sure else None


@cache
def _beside(lang: str) -> re.Pattern[str]:
    table = load_words(_PACKAGE, lang, "words").get("numbers", {})
    lead = rf"(?:{alternatives(table.get('led_by', ()))},? ){{0,3}}"
    ends = rf"[,;!\n](?!\d)|\.(?!\d)|\s{_between(lang)}\s"
    return re.compile(rf"\s*(?P<part>{lead}\d[^;!\n]{{0,30}}?)(?:{ends})", re.IGNORECASE)


@cache
def _judged(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load_words(_PACKAGE, lang, 'words').get('numbers', {}).get('judged', ()))}\b")

"""The numbers of a message that may be the one, each in the unit of the target."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum
from functools import cache

from bot.language.hearing.numbers import context
from bot.language.hearing.numbers.measures import (
    SECONDS,
    Unit,
    any_of,
    anywhere,
    at_the_beginning,
    at_the_end,
    listed,
    measure_of,
    pairs,
    seconds_of,
    with_one_word,
)
from bot.language.reading.numbers import NumberReading, find_numbers, number_words
from bot.language.reading.text import fold, load_words

# A message without what holds digits and counts nothing: links, files, mentions, telephone numbers, emphasis.


MOST = 1_200
"""Characters of a message in which numbers are looked for."""

_NO_NUMBERS = re.compile(
    r"<(?:https?://|mailto:|tel:)[^>|]{0,400}(?:\|(?P<label>[^>]{0,200}))?>"
    r"|(?:https?://|www\.)\S{1,400}|[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,10}"
    r"|(?<![\w.])[a-z][\w-]{0,40}(?:\.[a-z][\w-]{0,40}){1,4}/\S{1,200}"
    r"|<[@#!][^>]{0,80}>|(?<!\w)@[\w.\u00a0-]{1,60}|(?<!\w)#[\w\u00a0-]{0,60}[^\W\d][\w\u00a0-]{0,60}"
    r"|(?<![\w.])[\w-]{1,80}\.(?:pdf|docx?|odt|pptx?|xlsx?|csv|txt|jpe?g|png|gif|heic|mp[34]|mov|wav|m4a|zip|py|java|html?)\b"
    r"|:(?!\d+-\d+:\d)[a-z0-9_+-]{2,40}:"
    r"|(?<![\w+])(?:\+|00)\d[\d ()/-]{6,18}\d|(?<!\d)0\d{2,4}[ /-]?\d{5,8}(?!\d)"
    r"|\b(?=[a-f]{0,12}\d)(?=\d{0,12}[a-f])[0-9a-f]{7,40}\b"
    r"|\b(?:[a-z]+\d+[a-z_]\w*|\w+_\w+)\b",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?<!\w)[*_~`]{1,2}(?=\S)|(?<=\S)[*_~`]{1,2}(?!\w)")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_NEW_LINE = re.compile(r"(?<=\w)[ \t]*[\r\n]+\s*")  # between two parts of a message, few people write a full stop

_PRIME = re.compile(r"(?<=\d)['’′](?=\d{2}(?!\d))")  # minutes and seconds: 27'30
_SCORES = re.compile(r"(?<![\d-])\d{1,2}-\d{1,2}(?:\s\d{1,2}-\d{1,2}){1,5}(?!\d)")


def cleaned(text: str) -> str:
    """The beginning of the text, with blanks for what counts nothing; its capitals stay. Apostrophes are gone."""
    shown = text[:MOST]
    for entity, sign in _ENTITIES:
        shown = shown.replace(entity, sign)
    shown = _NEW_LINE.sub(". ", _NO_NUMBERS.sub(_label, shown))
    shown = _SCORES.sub(" ", _EMPHASIS.sub("", _PRIME.sub(":", shown)))
    return "".join(char for char, plain in zip(shown, fold(shown), strict=True) if plain != "'")


def _label(match: re.Match[str]) -> str:
    """A link's label says what it says, unless it is an address, too."""
    label = match["label"] or ""
    return f" {label} " if label and "/" not in label and not re.search(r"\w\.\w", label) else " "


# Numbers that are said in words or in another language, as the reader of numbers knows them.


_TEN, _SIXTY, _HUNDRED, _THOUSAND = 10, 60, 100, 1000
_MINUTES_AND_HOURS = (SECONDS["minutes"], SECONDS["hours"])
_TIMES = re.compile(r"(?<!\S)x(?=\d)")
"""The sign of "x25"."""
_PACKAGE = "bot.language.hearing"


def spelled_out(low: str, measure: Unit, size: Decimal = Decimal(0)) -> str:
    """ "an hour and a half" in digits, where time is what is counted; "13 sur 20" and "eight point one" everywhere.
    "three fifty" is what it is among numbers of that `size`."""
    low = _spoken_pair().sub(lambda pair: _paired(pair, measure, size), with_one_word(_in_full(low)))
    low = _many().sub(_in_digits, low)
    low = _TIMES.sub(" ", _in_one_word().sub(r"\1 \2", _pointed().sub(_point, low)))
    low = _of().sub(" of ", anywhere("time", "not").sub("not", low))
    if measure.seconds is not None:
        for pattern, digits in _lengths():
            low = pattern.sub(digits, low)
    return low


def _in_full(low: str) -> str:
    """ "last wk" is last week."""
    forms = dict(pairs("short", "forms"))
    return _short_forms().sub(lambda found: forms[found[0]], low)


@cache
def _short_forms() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(re.escape(form) for form, _ in pairs('short', 'forms'))})(?![\w'-])")


def _point(match: re.Match[str]) -> str:
    digits = listed("time", "digits")
    whole, part = (str(digits.index(word)) if word in digits else word for word in match.groups())
    return f"{whole}.{part}" if whole.isdigit() and part.isdigit() else match[0]


def _paired(pair: re.Match[str], measure: Unit, size: Decimal) -> str:
    """ "three fifty": 350 among hundreds, 3:50 among minutes, 3.50 among a few pounds; elsewhere as it was said."""
    first, rest = number_words("en").units[pair[1]], _below_hundred(pair[2], pair[3])
    if measure.seconds in _MINUTES_AND_HOURS and size < _SIXTY and rest < _SIXTY:
        return f"{first}:{rest:02}"
    if measure.money and size < _TEN:
        return f"{first}.{rest:02}"
    said_so = measure.seconds is not None or measure.percent or measure.scale or rest < _TEN
    return pair[0] if said_so or size < _HUNDRED else str(first * _HUNDRED + rest)


def _below_hundred(tens: str, units: str | None) -> int:
    words = number_words("en")
    return words.tens.get(tens, words.units.get(tens, 0)) + (words.units[units] if units else 0)


@cache
def _spoken_pair() -> re.Pattern[str]:
    """ "three fifty", "four twenty five", "one fifteen", "four oh five"."""
    words = number_words("en")
    digits = "|".join(word for word, value in words.units.items() if 0 < value < _TEN)
    teens = "|".join(word for word, value in words.units.items() if value >= _TEN)
    naught = rf"{any_of('time', 'naught')}(?= (?:{digits})\b)"
    return re.compile(
        rf"\b({digits})[ -]((?:{'|'.join(words.tens)})|(?:{teens})|{naught})(?:[ -]({digits}))?\b(?![ -]\w+ty\b)"
    )


def _in_digits(match: re.Match[str]) -> str:
    """ "3 hundred and 20"."""
    return str(int(match[1]) * number_words("en").scales[match[2]] + int(match[3] or 0))


@cache
def _many() -> re.Pattern[str]:
    scales = "|".join(word for word, value in number_words("en").scales.items() if value <= _THOUSAND)
    return re.compile(
        rf"(?<![\w.,])(\d{{1,3}}) ({scales})(?: {any_of('fractions', 'and')}(?= \d))?(?: (\d{{1,3}}))?(?![\w.,%/:-])"
    )


@cache
def _pointed() -> re.Pattern[str]:
    return re.compile(rf"\b(\w{{1,12}}) {_table()['point']} (\w{{1,12}})\b")


@cache
def _in_one_word() -> re.Pattern[str]:
    """ "twentyfive"."""
    words = number_words("en")
    tens, units = ("|".join(sorted(each, key=len, reverse=True)) for each in (words.tens, words.units))
    return re.compile(rf"\b({tens})({units})\b")


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf"(?<=\d) {any_of('time', 'of')} (?=\d)")


@cache
def _lengths() -> tuple[tuple[re.Pattern[str], str], ...]:
    """ "24 an hour" is no hour."""
    return tuple((re.compile(rf"(?<!\d )\b{words}\b"), digits) for words, digits in _table()["spelled"])


@cache
def _table() -> dict[str, list[list[str]]]:
    table: dict[str, list[list[str]]] = load_words(_PACKAGE, "en", "numbers")["time"]
    return table


# Numbers that are one though they are written as several: "2h 30", "4 and a quarter hours".


def joined(readings: Sequence[NumberReading], low: str) -> Iterator[NumberReading]:
    """ "2h 30" and "4 and a quarter hours" are one number."""
    held: NumberReading | None = None
    for reading in readings:
        if held is not None and reading.start < held.end:
            continue
        joined = _as_one(held, reading, low) if held is not None else None
        if held is not None and joined is None:
            yield held
        held = joined or _with_part(reading, low)
    if held is not None:
        yield held


def _as_one(first: NumberReading, second: NumberReading, low: str) -> NumberReading | None:
    """Hours and minutes, minutes and seconds: in the larger unit."""
    word = first.unit.split(" ")[0]
    length = seconds_of(word)
    if length is None or length == 1 or second.value >= 60 or first.out_of or second.out_of:
        return None
    between = low[first.end : second.start].replace(word, "", 1).strip()
    smaller = seconds_of(second.unit.split(" ")[0])
    if smaller is not None and smaller >= length:  # "4:31, 4:25"
        return None
    if between not in ("", "and", ",") or (smaller is None and (_is_set_apart(between, second) or second.strength < 2)):
        return None
    value = first.value + second.value * (smaller or length / 60) / length
    after = second.end if smaller is None else second.end + len(second.unit)
    return replace(first, value=value, end=after, unit=word)


def _is_set_apart(between: str, second: NumberReading) -> bool:
    """Not in "an hour and 50"."""
    return between == "," or (between != "" and second.unit != "")


def _with_part(reading: NumberReading, low: str) -> NumberReading:
    part = _and_a_part().match(low, reading.end)
    if part is None or reading.value % 1:
        return reading
    more = _parts()[part[2]] * (3 if part[1] else 1)
    unit = reading.unit or (low[part.end() :].split() or [""])[0]
    return replace(reading, value=reading.value + more, end=part.end(), unit=unit, ambiguous=False, high=None)


@cache
def _parts() -> dict[str, Decimal]:
    return {word: Decimal(part) for word, part in pairs("fractions", "parts")}


@cache
def _and_a_part() -> re.Pattern[str]:
    """ "and a half", "and three quarters"."""
    words = {name: any_of("fractions", name) for name in ("and", "three", "of")}
    parts = "|".join(_parts())
    return re.compile(
        rf"(?:\s?[^\W\d_]{{1,10}})?\s?{words['and']} ({words['three']} )?(?:a )?({parts})s?\b(?! {words['of']}\b)"
    )


_HEAP = re.compile(r"[\d.]+ ([^\W\d_]+) of ")
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}(?!\d)")
_THOUSANDS_FROM = 100
"""A unit that counts so many and more: "1.050 words" is a thousand and fifty."""
_BESIDE = re.compile(r"[^.,;!?\n\d]*")


class Fit(IntEnum):
    """How well the word beside a number fits what is counted."""

    OTHER = 0
    BARE = 1
    OWN = 2


_FEW_WORDS = 5
"""Words of a message in which "one" is a number."""
_FEW_BEFORE = 2
"""With so many words before it, the "one" of another thing counts nothing: "I rewrite one paragraph"."""
_ANSWERS_ALONE, _ENDS_THERE = re.compile(r"\s*(?:just |only )?"), re.compile(r"\s?(?:[.,;:!(]|$)")
"""Around a word that answers by itself, before more is said: "one. cried with rage, tomorrow again"."""
_MOST = Decimal(10) ** 9
_READINGS_MOST = 40
"""Numbers of a message that are looked at."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number in the target's unit. `sure` is False where it was worked out, or several were named."""

    value: Decimal
    start: int
    end: int
    fit: Fit
    sure: bool = True
    low_first: bool = False
    """The first of two that were named for one thing."""
    weak: bool = False
    """A word that often means something else: "one", "once"."""
    explicit: bool = False
    """Said in so many words: "7 of 10" where ten are counted, "70 %" where per cent are."""
    named_otherwise: bool = False
    """The noun behind it is known, and is never what is counted here."""


def readings_in(low: str, unit: str) -> tuple[NumberReading, ...]:
    """The numbers of a text that is spelled out, of very many the first."""
    head = measure_of(unit).head
    return find_numbers(low, head[0] if len(head) == 1 else unit)[:_READINGS_MOST]


def candidates_in(
    low: str, readings: Sequence[NumberReading], measure: Unit, stood: Collection[Decimal]
) -> list[Candidate]:
    """Those of the readings that may be the one; `stood` are the numbers that the target had so far, and its goal."""
    found = (_candidate(reading, low, measure, stood) for reading in joined(readings, low))
    those = [candidate for candidate in found if candidate is not None]
    if measure.seconds is not None:  # "5k in 27 minutes"
        return those
    return [replace(one, sure=one.sure and not _is_where_another_is(one, those, low)) for one in those]


def _is_where_another_is(one: Candidate, those: Sequence[Candidate], low: str) -> bool:
    """Whether it may only say where something else was counted: "3 ways in one paragraph"."""
    elsewhere = (other for other in those if other.fit is Fit.OTHER and other.end < one.start)
    return one.fit is Fit.OWN and any(context.is_across(low[other.end : one.start]) for other in elsewhere)


def _goes_on_naming(reading: NumberReading, before: str, measure: Unit) -> bool:
    """ "ch 4 and 5 done", and not "q4 and 5 marks": what is counted stands behind it."""
    return context.goes_on_naming(before) and not any(map(measure.names, reading.unit.split()))


@cache
def _as_many() -> re.Pattern[str]:
    """ "as many", "times as far", and not "as usual"."""
    return re.compile(
        rf"\s?(?:{any_of('computed', 'times')} )?as (?!{any_of('computed', 'as_nothing')}\b)[^\W\d_]{{2,}}"
    )


def _candidate(reading: NumberReading, low: str, measure: Unit, stood: Collection[Decimal]) -> Candidate | None:
    size = max(map(abs, stood), default=Decimal(0))
    before, after = low[: reading.start], low[reading.end :]
    if reading.strength == 0 and context.is_no_name(before):
        reading = replace(reading, strength=2)
    if reading.strength == 0 or abs(reading.value) >= _MOST or context.is_time(reading, low, measure):
        return None
    if reading.out_of is None and (context.is_name(before, after) or _goes_on_naming(reading, before, measure)):
        return None
    if reading.out_of and "/" in low[reading.start : reading.end] and context.is_date(before):
        return None
    if re.search(r"[^\W\d_]$", before) and low[reading.start].isdigit() and before[-1:].isascii():
        return None
    pair = reading.high is not None and context.comes_from(before)
    if pair and measure.seconds is not None and not reading.unit and reading.value not in stood:
        return None
    if context.is_theirs(before) or (reading.value in stood and context.is_judged(after)):
        return None
    if context.is_aimed(before, after) or _as_many().match(after) or (context.is_past(before, after) and not pair):
        return None
    found = _in_unit(reading, low, measure, size)
    if found is None or _says_nothing(found, reading, low, measure):
        return None
    found = replace(found, sure=found.sure and not context.is_perhaps_theirs(before))
    return _signed(found, low, size)


def _says_nothing(found: Candidate, reading: NumberReading, low: str, measure: Unit) -> bool:
    """ "one" and "once" away from what is counted; "never" and "none" are read elsewhere."""
    if reading.strength == 2:
        return False
    if context.is_denied(low[: reading.start]):
        return True
    if reading.unit == number_words("en").times and reading.unit in measure.head:
        return False
    if reading.value == 0 or found.fit is Fit.OWN:
        return reading.value == 0
    if _ANSWERS_ALONE.fullmatch(low[: reading.start]) and _ENDS_THERE.match(low, reading.end):
        return False
    if measure.percent or measure.seconds or context.is_pronoun(low[: reading.start]):
        return True
    if measure.per and re.match(rf"\s(?:a|per|each|every) {measure.per}\b", low[reading.end :]):
        return False
    if at_the_end("parts", "barely").search(low[: reading.start]) and not low[: reading.start].split()[1:]:
        return False
    before = low[: reading.start].split()
    if reading.unit == "times":
        return len(low.split()) > _FEW_WORDS and len(before) > _FEW_BEFORE
    return len(low.split()) > _FEW_WORDS or (bool(reading.unit) and len(before) >= _FEW_BEFORE)


def _signed(found: Candidate, low: str, size: Decimal) -> Candidate:
    """ "minus 2" at the beginning of a message."""
    return replace(found, value=-found.value) if low[: found.start].strip() == "minus" and size else found


def _in_unit(reading: NumberReading, low: str, measure: Unit, size: Decimal) -> Candidate | None:
    value, sure, fit = reading.value, not reading.ambiguous, _fit(reading, low, measure)
    first = reading.ambiguous and reading.high is not None
    if first and context.comes_from(low[: reading.start]) and reading.high is not None:
        value, sure, first = reading.high, True, False
    if _THOUSANDS.fullmatch(low[reading.start : reading.end]) and size >= _THOUSANDS_FROM:
        value, sure = value * 1000, False
    length = _length(reading, low, measure)
    if length is not None:
        if measure.seconds is None:
            return replace(_as_other(reading), value=value)
        value, fit = value * length / measure.seconds, Fit.OWN
        if context.shows_minutes(reading, low):
            value = _as_shown(value, measure, size)
    elif reading.out_of is not None:
        value, sure, fit = _of_a_whole(reading, low, measure, sure)
    elif _is_percent(reading, low) and not measure.percent:
        if measure.total is None:
            return None
        value, sure = value * measure.total / 100, False
    times = context.times(low[reading.end :], measure, value, size)
    if times != 1:
        value, sure = value * times, False
    return Candidate(
        value,
        reading.start,
        reading.end,
        fit,
        sure and not context.is_habit(low[reading.end :]),
        low_first=first,
        weak=reading.strength < 2,
        explicit=(reading.out_of is not None and reading.out_of == measure.total)
        or (measure.percent and _is_percent(reading, low)),
        named_otherwise=any(context.is_other(word, measure) for word in context.nouns_of(reading.unit)),
    )


def _as_shown(value: Decimal, measure: Unit, size: Decimal) -> Decimal:
    """What "1:20" says: whole seconds where these are counted, and among tens of minutes hours and minutes."""
    if measure.seconds == SECONDS["minutes"] and value * _TEN < size and value * 60 <= size * 2:
        return (value * 60).quantize(Decimal(1))
    return value.quantize(Decimal(1)) if measure.seconds == 1 else value


def _length(reading: NumberReading, low: str, measure: Unit) -> Decimal | None:
    """The seconds of the unit of time that is written behind a number; "7:30" of hours are hours and minutes."""
    if measure.seconds == SECONDS["hours"] and context.shows_minutes(reading, low):
        return measure.seconds
    word = reading.unit.split(" ")[0] if reading.unit else ""
    return None if measure.seconds is None and word in listed("time", "short") else seconds_of(word)


def _as_other(reading: NumberReading) -> Candidate:
    return Candidate(reading.value, reading.start, reading.end, Fit.OTHER, named_otherwise=True)


def _of_a_whole(reading: NumberReading, low: str, measure: Unit, sure: bool) -> tuple[Decimal, bool, Fit]:
    whole = reading.out_of or Decimal(1)
    if measure.percent:
        return reading.value * 100 / whole, False, Fit.OWN
    heap = _HEAP.match(low, reading.start, reading.end)
    if measure.total is None and {reading.unit, heap[1] if heap else ""} & {*listed("other", "heaps")}:
        return reading.value * whole, False, Fit.OWN
    if measure.total is None and whole < reading.value:
        return reading.value, sure, Fit.BARE
    if measure.total is None or whole == measure.total:
        return reading.value, sure, Fit.OWN
    return reading.value * measure.total / whole, False, Fit.BARE


def _is_percent(reading: NumberReading, low: str) -> bool:
    return reading.unit == "%" or at_the_beginning("percent", "words").match(low, reading.end) is not None


def _fit(reading: NumberReading, low: str, measure: Unit) -> Fit:
    if measure.percent and _is_percent(reading, low):
        return Fit.OWN
    if measure.money and (low[: reading.start].rstrip()[-1:] in "€$£" and low[: reading.start].strip()):
        return Fit.OWN
    after = re.findall(r"[^\W\d_]+|[%€$£]", _BESIDE.match(low, reading.end, reading.end + 60)[0])[:3]  # type: ignore[index]
    if any(measure.names(word) for word in after) or (measure.money and set(after[:1]) & set(listed("money", "words"))):
        return Fit.OWN
    before = re.search(r"([^\W\d_]+)\s?[:=]?\s?$", low[max(0, reading.start - 30) : reading.start])
    if before and measure.names(before[1]):
        return Fit.OWN
    return Fit.OTHER if context.counts_another(reading.unit, measure) else Fit.BARE

"""Which number a message gives for a target, and whether it may be noted without a question."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import cache

from bot.language import counts
from bot.language.hearing.model import Aim, Number
from bot.language.hearing.numbers import context
from bot.language.hearing.numbers.candidates import Candidate, Fit, candidates_in, cleaned, readings_in, spelled_out
from bot.language.hearing.numbers.measures import Unit, any_of, anywhere, listed, measure_of
from bot.language.hearing.numbers.standing import (
    is_within_reach,
    left_of,
    number_of_another,
    said_with,
    standing,
    stood,
)
from bot.language.hearing.numbers.worked_out import (
    WorkedOut,
    lost_value,
    moved_value,
    no_such_thing,
    nothing_value,
    same_value,
    scale_value,
    wordless_value,
)
from bot.language.hearing.words import MessageWords, words_of
from bot.language.of_several import for_both
from bot.language.reading.numbers import NumberReading, find_numbers, same_unit, unambiguous_number
from bot.language.reading.text import alternatives, fold, load_words
from bot.language.targets import measure_of as unit_meaning

__all__ = ["number_for"]


_FAR = 6
"""So many times as large as any number of the target is asked about."""
_SAYS_MORE = 2
_HOURS = 24
"""The last of a day: "dinner at 7" may be a time, "97 at the end" is none."""
_WORD_BEHIND = re.compile(r" ([^\W\d_]+)")
_DIGITS = re.compile(r"\d+")
_SETS_APART = re.compile(r"[,;:.(]")
_FINEST = Decimal("0.01")


def number_for(text: str, aim: Aim) -> Number | None:
    """The number that a message gives for one target."""
    shown = cleaned(text)
    measure = measure_of(aim.unit)
    low = spelled_out(fold(shown), measure, _size(aim))
    found = None if context.is_of_another(low, measure) else _in_earnest(shown, low, aim, measure)
    if found is not None and anywhere("hedged", "counts").search(low):
        found = Number(found.value, sure=False)
    return None if found is None else _bounded(found, aim, Decimal(100) if measure.percent else measure.total)


def _in_earnest(shown: str, low: str, aim: Aim, measure: Unit) -> Number | None:
    """Without what the message takes back as a joke: "10 of 10 im a genius jk it was 2". Where no number follows, what
    was said before is asked about."""
    joke = next(reversed(list(anywhere("corrected", "jokes").finditer(low))), None)
    if joke is None:
        return _found(shown, low, aim, measure)
    after = low[joke.end() :]
    meant = _found(after, after, aim, measure)
    if meant is not None:
        return meant
    found = _found(shown, low, aim, measure)
    return None if found is None else Number(found.value, sure=False)


def _found(shown: str, low: str, aim: Aim, measure: Unit) -> Number | None:
    named = scale_value(shown, measure) or same_value(low, aim)
    if named is not None:
        return named
    readings = readings_in(low, aim.unit)
    ways = (lost_value, moved_value) if measure.total is not None or measure.percent else (moved_value, lost_value)
    worked_out = ways[0](low, readings, aim, measure) or ways[1](low, readings, aim, measure)
    left = [one for one in candidates_in(low, readings, measure, stood(aim)) if not _is_in(one, worked_out)]
    left = [one for one in left if not context.is_total_alone(one.value, low[: one.start], measure)]
    counted = [one for one in left if one.fit is not Fit.OTHER and measure.may_be(one.value)]
    if worked_out is not None:
        found, said = _worked_out(worked_out, counted, low)
        if said:
            return found
    if counted:
        return _chosen(counted, low, measure, stood(aim))
    return (
        nothing_value(low, measure) or wordless_value(low, aim, measure) or number_of_another(left, low, aim, measure)
    )


def _size(aim: Aim) -> Decimal:
    """How large the numbers of a target are."""
    return max(map(abs, stood(aim)))


def _is_in(candidate: Candidate, worked_out: WorkedOut | None) -> bool:
    return worked_out is not None and worked_out.start <= candidate.start < worked_out.end


def _worked_out(worked_out: WorkedOut, counted: Sequence[Candidate], low: str) -> tuple[Number | None, bool]:
    """The number that follows from another, and whether that is what is said: "did 20 then 4 more" adds to the 20,
    "4 more" to the last number, and "24, 4 more" has said it already."""
    if not counted:
        return None if worked_out.value is None else Number(worked_out.value, sure=False), True
    between = low[min(counted[0].end, worked_out.end) : max(counted[0].start, worked_out.start)]
    apart = _SETS_APART.search(between) is not None
    come_to = worked_out.comes_to([one.value for one in counted], apart=apart)
    if come_to is not None:
        return Number(come_to, sure=True), True
    total = said_with("sum", counted, low)
    if total is not None:
        return Number(total.value, total.sure), True
    if worked_out.adds and worked_out.change > 0:
        return Number(counted[0].value + worked_out.change, sure=False), True
    return None, False


def _chosen(candidates: Sequence[Candidate], low: str, measure: Unit, stands: Collection[Decimal]) -> Number:
    """Of several numbers the one that stands: as the sum or as a correction, in the target's own unit, or first."""
    everyone = left_of(candidates, low, measure, max(map(abs, stands)))
    chosen, sure = standing(everyone, low, measure, stands)
    if chosen is None:
        return Number(sum((one.value for one in everyone), Decimal(0)), sure=False)
    before, after = low[: chosen.start], low[chosen.end :]
    doubted = _is_doubted(chosen, before, after) or _is_out_of_reach(chosen, low, measure, stands)
    return Number(chosen.value, chosen.sure and sure and not doubted)


def _is_out_of_reach(chosen: Candidate, low: str, measure: Unit, stands: Collection[Decimal]) -> bool:
    """Whether a number that names nothing stands in a message that says more, and lies beyond those of the target: it
    may count something else, as in "5 reps at 60"."""
    if len(low.split()) < _SAYS_MORE or is_within_reach(chosen, stands):
        return False
    return not (chosen.value < min(stands) and _may_be_few(measure) and _is_plainly_said(chosen, low))


def _may_be_few(measure: Unit) -> bool:
    """Whether things are counted, of which there can be hardly any in a bad week: a time, a share or a price that is
    far too small is one of something else."""
    return not (measure.seconds or measure.percent or measure.money or measure.scale or measure.of)


def _is_plainly_said(chosen: Candidate, low: str) -> bool:
    """ "only 2 this week", "bad week, 2": nothing but what leads to an answer stands before it, and no noun behind."""
    before = context.part_before(low[: chosen.start]).split()
    behind = _WORD_BEHIND.match(low, chosen.end)
    plain = behind is None or behind[1] in {*listed("other", "alone_with"), *listed("parts", "behind")}
    return plain and set(before) <= set(listed("parts", "leads")) and len(_DIGITS.findall(low)) <= 1


def _is_doubted(chosen: Candidate, before: str, after: str) -> bool:
    """Whether the words around a number leave it open."""
    time_of_day = chosen.fit is not Fit.OWN and abs(chosen.value) <= _HOURS and context.is_perhaps_time(before)
    asked = chosen.fit is not Fit.OWN and context.is_asked(before, after)
    return time_of_day or asked or context.is_hedged(before, after) or context.is_tried(before)


def _bounded(number: Number, aim: Aim, whole: Decimal | None) -> Number:
    """Rounded, and asked about where it is more than there is, or far off."""
    value = number.value.quantize(_FINEST) if number.value % 1 else number.value.quantize(Decimal(1))
    value = value.normalize() + 0
    most = max(_size(aim), Decimal(1)) * _FAR
    below = value < 0 <= min(aim.baseline, aim.goal, aim.last or Decimal(0))
    beyond = abs(value) > most or (whole is not None and value > whole) or below
    return Number(value, number.sure and not beyond)


# Which number of a message belongs to which of several targets: "9 mistakes and 3 books", "books: 3, mistakes: 9".


_BOTH = 2
_PARTS = re.compile(r",(?!\d)|[;\n]|\.\s|\s(?:and|&|but)\s", re.IGNORECASE)


def numbers_for(text: str, aims: Sequence[Aim]) -> dict[int, Number]:
    """The number of each target, by its place. With several, a number has to name what it counts."""
    if len(aims) == 1:
        number = number_for(text, aims[0])
        return {} if number is None else {0: number}
    said = for_both(text) if len(aims) == _BOTH else None
    if said is not None:
        each = {place: number_for(said, aim) for place, aim in enumerate(aims)}
        return {place: number for place, number in each.items() if number is not None}
    found: dict[int, Number] = {}
    doubted: set[int] = set()
    for part in _PARTS.split(cleaned(text)):
        place = _named_in(part, aims)
        number = None if place is None else number_for(part, aims[place])
        if place is None or number is None:
            continue
        if place in found and found[place].value != number.value:
            doubted.add(place)
        found[place] = number
    return {place: Number(number.value, number.sure and place not in doubted) for place, number in found.items()}


def _named_in(part: str, aims: Sequence[Aim]) -> int | None:
    """The place of the only target whose unit stands beside a number of this part."""
    named = [place for place, aim in enumerate(aims) if _names(part, aim)]
    return named[0] if len(named) == 1 else None


def _names(part: str, aim: Aim) -> bool:
    measure = measure_of(aim.unit)
    if not measure.head:
        return False
    low = spelled_out(fold(part), measure, _size(aim))
    found = candidates_in(low, readings_in(low, aim.unit), measure, ())
    return any(one.explicit or one.fit is Fit.OWN for one in found) or no_such_thing(low, measure)


# The number that a message gives beside what it asks for.


def number_beside(text: str, aim: Aim) -> Number | None:
    """The number that a message gives beside what it asks for: "24/h, 25 is too easy, put 30", "can we raise it, i
    got 9"."""
    return _begun_with(text, aim) or _said_within(text, aim)


def _said_within(text: str, aim: Aim) -> Number | None:
    """The only number that is said somewhere."""
    low = fold(text).replace("'", "")
    found = [number for said in _says().finditer(low) if (number := number_for(said["part"], aim)) is not None]
    return found[0] if len(found) == 1 and found[0].sure else None


@cache
def _says() -> re.Pattern[str]:
    """A part of a message that says how it stands, in so many words."""
    begins = rf"(?:^|[,;.!?\n]|\b{any_of('parts', 'goes_on')} )\s*{any_of('parts', 'says_first')}"
    ends = r"(?=[,;!?\n]|\.(?!\d)|$)"
    return re.compile(rf"(?:{begins}|\b{any_of('parts', 'says')}) (?P<part>\d[^,;!?\n]{{0,40}}?){ends}")


def _begun_with(text: str, aim: Aim) -> Number | None:
    begins = _begins().match(text)
    if begins is None or anywhere("parts", "judged").search(
        fold(begins["part"][len(begins["lead"]) :]).replace("'", "")
    ):
        return None
    number = number_for(begins["part"], aim)
    return number if number is not None and number.sure else None


@cache
def _begins() -> re.Pattern[str]:
    """The part of a message that begins with a number."""
    lead = rf"(?P<lead>(?:{any_of('parts', 'led_by')},? ){{0,3}})"
    ends = rf"(?:[,;!?\n]|\.(?!\d)|\b{any_of('parts', 'goes_on')}\b|$)"
    return re.compile(rf"\s*(?P<part>{lead}\d.{{0,60}}?){ends}", re.IGNORECASE)


# What is plainly said, in a language that has no more than words for numbers and groups of words for messages.


_PACKAGE = "bot.language.hearing"
_CLAUSES = re.compile(r"[,;\n](?!\d)|\.(?=\s)")
_PLAINLY_MOST = 3
"""Words of a message that is about its number, where that is said without digits."""
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
    shown, words = _in_plain_numbers(cleaned(text), lang), words_of(text, lang)
    compared = _compared_with_last(shown, words, aim, lang)
    if compared is not None:
        return _bounded(compared, aim, _whole_of(aim, lang))
    whole = counts.without_no(shown, lang)
    said = counts.without_denied(whole, aim.unit, lang)
    strong = [one for one in find_numbers(said, aim.unit, lang=lang) if one.strength == _STRONG]
    reading = unambiguous_number(said, aim.unit, lang=lang) or next(iter(strong), None)
    if reading is not None and _is_to_come(whole, reading.start, lang):
        return None
    if reading is None or counts.is_change(said, reading, aim.unit, lang):
        return _without_a_number(words, aim, lang) if reading is None else None
    value = _as_counted(reading, aim, lang)
    if value is None:
        return None
    several = len({one.value for one in strong}) > 1 or reading.ambiguous or reading.high is not None
    doubted = reading.approximate or _leaves_open(whole, reading.start, lang)
    weak = reading.strength < _STRONG and len(words.spoken) > _PLAINLY_MOST
    return _bounded(Number(value, not (several or doubted or weak)), aim, _whole_of(aim, lang))


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
    if "same_as_last" in words.names and not any(char.isdigit() for char in text):
        return Number(aim.last, sure=words.names.isdisjoint(_DOUBTS))
    moved = _moved_from_last(lang)
    found = moved.search(fold(text)) if moved is not None else None
    if found is None:
        return None
    return Number(aim.last + Decimal(found["by"]) * (1 if found["more"] else -1), sure=False)


@cache
def _moved_from_last(lang: str) -> re.Pattern[str] | None:
    pattern = load_words(_PACKAGE, lang, "words").get("numbers", {}).get("moved_from_last")
    return None if pattern is None else re.compile(pattern)


def _leaves_open(text: str, place: int, lang: str) -> bool:
    """Whether the words around a number leave it open; in another part of the message a few do: "9, i think"."""
    start = 0
    for part in _CLAUSES.split(text):
        words, holds = words_of(part, lang), start <= place < start + len(part) + 1
        if (holds or len(words.spoken) <= _PLAINLY_MOST) and not words.names.isdisjoint(_DOUBTS):
            return True
        start += len(part) + 1
    return False


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


def _without_a_number(words: MessageWords, aim: Aim, lang: str) -> Number | None:
    """What is said in a few words without any: "ninguno", "la mitad", "todos"."""
    if len(words.spoken) > _PLAINLY_MOST:
        return None
    if "none" in words.names:
        return Number(Decimal(0), sure=words.names.isdisjoint(_DOUBTS))
    whole = _whole_of(aim, lang)
    part = next((share for group, share in _PARTS_OF_WHOLE if group in words.names), None)
    return Number(whole * part, sure=False) if whole is not None and part is not None else None


def _whole_of(aim: Aim, lang: str) -> Decimal | None:
    """Of how many: a hundred where per cent are counted."""
    meaning = unit_meaning(aim.unit, lang)
    return meaning.out_of or (_WHOLE if counts.is_share(aim.unit, lang) else None)

"""Numbers that no digit says: they follow from one that is named, from words alone, or from a scale's names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bot.language.hearing.model import Aim, Number
from bot.language.hearing.numbers import context
from bot.language.hearing.numbers.context import part_before
from bot.language.hearing.numbers.measures import (
    Unit,
    any_of,
    anywhere,
    at_the_beginning,
    at_the_end,
    listed,
    seconds_of,
)
from bot.language.reading.numbers import NumberReading, number_words

_REACH = 60
"""Characters beside a number in which words may say what it does."""
_WAYS = ("short", "past", "up", "down", "nearer", "farther", "rose", "sank", "lacking")
_MEANS = {"rose": "up", "sank": "down", "lacking": "short"}
_DIGITS = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A number that follows from the one in `text[start:end]`. `change`: how far it moved; `adds`: whether that comes
    to a number that stands beside it."""

    value: Decimal | None
    start: int
    end: int
    change: Decimal = Decimal(0)
    adds: bool = False

    def comes_to(self, others: Sequence[Decimal], *, apart: bool) -> Decimal | None:
        """The one of the other numbers that it comes to: "26, 4 up", "10 and then another 12 so 22". `apart`: a sign
        stands between them; "6 + 1" is no 6, whatever the last number was."""
        came = {other + self.change for other in others} if self.change else set()
        if self.value is not None and (apart or not self.adds):
            came.add(self.value)
        return next((other for other in others if other in came), None)


def moved_value(low: str, readings: Sequence[NumberReading], aim: Aim, measure: Unit) -> WorkedOut | None:
    """ "2 more", "3 fewer than before", "2 points short of my goal"."""
    for reading in readings:
        before, after = low[: reading.start].rstrip("£$€ "), _after(reading, low)
        if _is_again(before, measure) or (before[-1:] == "+" and context.counts_another(reading.unit, measure)):
            continue
        direction = (
            _money(before, after, measure) or _goes_on(reading, after, aim, measure) or _direction(before, after)
        )
        start, end, step = reading.start, reading.end, _in_units(reading, measure)
        if direction == "short":
            line = reading.out_of or reading.high or _number_in(after) or aim.goal
            return WorkedOut(line - step, start, len(low))
        if direction == "past":
            return WorkedOut(aim.goal + step, start, end)
        if direction:
            change = step if _is_up(direction, aim) else -step
            return WorkedOut(None if aim.last is None else aim.last + change, start, end, change, _adds(before, after))
    return None


def _is_again(before: str, measure: Unit) -> bool:
    """ "another 4" of a grade is four again."""
    one_at_a_time = set(measure.head[-1:]) <= set(listed("moved", "one_at_a_time"))
    return one_at_a_time and at_the_end("moved", "again").search(before[-_REACH:]) is not None


def _after(reading: NumberReading, low: str) -> str:
    """What stands behind a number, also where it was taken for a part of it: "2 short of 20"."""
    digits = _DIGITS.match(low, reading.start) if reading.out_of else None
    return low[digits.end() if digits else reading.end :]


def _adds(before: str, after: str) -> bool:
    """ "20, then 4 more" adds, "14, 2 up" and "10, two more than last time" compare."""
    if _than().match(after[:_REACH]):
        return False
    added = at_the_end("moved", "adding").search(before[-_REACH:])
    return bool(added or _adding().match(after[:_REACH]))


def _in_units(reading: NumberReading, measure: Unit) -> Decimal:
    """Half a minute is thirty, where seconds are counted."""
    length = seconds_of(reading.unit.split(" ")[0]) if reading.unit else None
    return reading.value * length / measure.seconds if length and measure.seconds else reading.value


def _is_up(direction: str, aim: Aim) -> bool:
    """Whether it became more; what is better depends on the goal."""
    return direction == "up" or (
        direction in ("nearer", "farther") and (direction == "nearer") is (aim.goal > aim.baseline)
    )


def _goes_on(reading: NumberReading, after: str, aim: Aim, measure: Unit) -> str:
    """ "15 new words", where words are counted on and on, and not anew each week."""
    if measure.per or aim.last is None or aim.last < reading.value or not at_the_beginning("moved", "new").match(after):
        return ""
    return "" if any(word in listed("moved", "new") for word in measure.head) else "up"


def _money(before: str, after: str, measure: Unit) -> str:
    """Which way money went: "put 15 in", "spent 30 on shoes"."""
    if not measure.money:
        return ""
    if at_the_end("moved", "put").search(before[-_REACH:]) and _into().match(after[:_REACH]):
        return "up"
    return "down" if at_the_end("moved", "spent").search(before[-_REACH:]) else ""


def _direction(before: str, after: str) -> str:
    """Which way the number goes; "" where it stands for itself."""
    near, rest = before[-_REACH:], after[:_REACH]
    if at_the_end("moved", "not_so").search(near) or _than_another().match(rest):
        return ""
    alone = part_before(before).strip()
    for way in ("up", "down"):
        if alone in listed("moved", f"{way}_alone"):
            return way
    after_it = next((way for way in _WAYS if _moved_after(way).match(rest)), "")
    after_it = after_it or ("short" if _off_a_line().match(rest) else "")
    after_it = _MEANS.get(after_it, after_it)
    if after_it == "up" and at_the_end("moved", "lacks").search(near):
        return "short"
    return after_it or next((way for way in _WAYS[2:4] if at_the_end("moved", f"{way}_before").search(near)), "")


@cache
def _unit_between() -> str:
    """What is counted, perhaps, between its number and what is said of it."""
    return rf"\s?(?:(?!{any_of('moved', 'no_units')}\b)[^\W\d_]+\s){{0,2}}?"


@cache
def _than() -> re.Pattern[str]:
    return re.compile(rf"{_unit_between()}{any_of('moved', 'up')}(?: [^\W\d_]+)? {any_of('moved', 'than')}\b")


@cache
def _adding() -> re.Pattern[str]:
    return re.compile(rf"{_unit_between()}{any_of('moved', 'adding')}\b")


@cache
def _into() -> re.Pattern[str]:
    return re.compile(rf"{_unit_between()}{any_of('moved', 'into')}\b")


@cache
def _moved_after(way: str) -> re.Pattern[str]:
    """The words after a number, and after what it counts, that make it a way to go."""
    return re.compile(rf"{_unit_between()}{any_of('moved', way)}{_goes_on_after(way)}")


@cache
def _off_a_line() -> re.Pattern[str]:
    """ "one mark off 40": a number stands right behind, and no more is said of it."""
    return re.compile(
        rf"{_unit_between()}{any_of('moved', 'off')} (?:the )?\d+(?=\s*(?:$|[.,!?(])| {any_of('moved', 'of')}\b)"
    )


def _goes_on_after(way: str) -> str:
    """What may follow the words of a way."""
    if way in _WAYS[:2]:
        return r"\b"
    if way in _MEANS:
        return rf"(?=\s*(?:$|[.,!?)])|\s{any_of('moved', 'compares')} {any_of('moved', 'earlier')}\b)"
    return rf"(?=\s*(?:$|[.,!?])|\s(?:{any_of('moved', 'goes_on')}|\w+s|\w+ {any_of('moved', 'than')})\b)"


@cache
def _than_another() -> re.Pattern[str]:
    """ "one more than my neighbour" says how it stands between two people."""
    return re.compile(rf"{_unit_between()}{any_of('moved', 'compared')} {any_of('moved', 'others')}\b")


def _number_in(text: str) -> Decimal | None:
    found = re.search(r"\d{1,9}(?:\.\d{1,3})?", text[:_REACH])
    return Decimal(found[0]) if found else None


def lost_value(low: str, readings: Sequence[NumberReading], aim: Aim, measure: Unit) -> WorkedOut | None:
    """What is left of a whole: "3 wrong", "all but two", "missed 4"."""
    if any(word in listed("lost", "words") for word in measure.head):
        return None
    whole = measure.total
    if whole is None and _counts_losses(measure):
        return None
    named = _numbered().search(low)
    if named and whole is not None and anywhere("lost", "rest").search(low):
        return WorkedOut(whole - len(re.findall(r"\d+", named[0])), named.start(), named.end())
    for reading in readings:
        if (reading.strength or reading.out_of) and _is_lost(reading, low):
            return WorkedOut(_left_of(reading, aim, measure), reading.start, reading.end)
    return _all_the_rest(low, readings, measure)


def _all_the_rest(low: str, readings: Sequence[NumberReading], measure: Unit) -> WorkedOut | None:
    """ "4 had pores, rest was ok": what is left is what stands."""
    if measure.total is None or len(readings) != 1 or not 0 < readings[0].value < measure.total:
        return None
    (lost,) = readings
    rest = anywhere("lost", "rest").search(low, lost.end)
    if rest is None or anywhere("of_two", "good").search(low[lost.end : rest.start()]):
        return None
    return WorkedOut(measure.total - lost.value, lost.start, rest.end())


def _counts_losses(measure: Unit) -> bool:
    """Whether what goes missing is what is counted: "forgot 2" is the number of "missing homework"."""
    return not set(measure.head).isdisjoint(listed("lost", "counted"))


def _left_of(reading: NumberReading, aim: Aim, measure: Unit) -> Decimal | None:
    """What is left of the whole; where what is counted should become less, "missed 4" may be four of it."""
    whole = reading.out_of or measure.total
    if whole is None and aim.goal < aim.baseline:
        return reading.value
    if whole is None or reading.value > whole:
        return None
    if measure.percent:
        return (whole - reading.value) * 100 / whole
    return whole - reading.value


def _is_lost(reading: NumberReading, low: str) -> bool:
    """ "missed 4", "4 of 20 wrong", "4 wrong out of 20"."""
    behind = (low[reading.end :], _after(reading, low))
    return bool(
        at_the_end("lost", "before").search(low[: reading.start][-_REACH:])
        or any(_is_lost_after(after[:_REACH]) for after in behind)
    )


def _is_lost_after(after: str) -> bool:
    """Not where the word is said of the next number: "hit 13 missed 7"."""
    lost = _lost_after().match(after)
    if lost is None:
        return False
    belongs_to_next = lost[1] in listed("lost", "before") and _another().match(after, lost.end())
    return not belongs_to_next


@cache
def _another() -> re.Pattern[str]:
    words = number_words("en")
    return re.compile(rf" (?:\d|(?:{'|'.join((*words.units, *words.tens))})\b)")


@cache
def _lost_after() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:[^\W\d_]+\s)??(?:{any_of('lost', 'verbs')} )?({any_of('lost', 'after')})\b")


@cache
def _numbered() -> re.Pattern[str]:
    """The exercises that are named by their numbers: "nr 5 and 7"."""
    return re.compile(rf"\b{any_of('lost', 'numbered')}\.? ?\d+(?:(?:,| {any_of('lost', 'and')}) ?\d+){{0,20}}")


# Numbers that are said without any: "none", "the same", "half of them", "twice as many", "mon tue thu".


_SAME_MOST = 9
"""Words of a message that says no more than that nothing changed."""
_DAYS_MOST = 8
"""Words of a message that names the days alone."""
_BEHIND, _NEAR = 40, 3
"""Characters, and words, within which something belongs to a word."""


def same_value(low: str, aim: Aim) -> Number | None:
    """The last number again, where there is one."""
    said = anywhere("same", "words").search(low)
    if not said or anywhere("same", "not_so").search(low) or len(low.split()) > _SAME_MOST or re.search(r"\d", low):
        return None
    return None if aim.last is None else Number(aim.last, sure=not anywhere("hedged", "words").search(low))


def wordless_value(low: str, aim: Aim, measure: Unit) -> Number | None:
    """What is said without any number: all or half of a whole, or a multiple of the last number."""
    low = anywhere("computed", "no_halves").sub(" ", low)
    multiple = _multiple(low, aim)
    if multiple is not None:
        return multiple
    whole = Decimal(100) if measure.percent else measure.total
    if whole is not None and not re.search(r"\d", low):
        if anywhere("computed", "whole").search(low):
            return Number(whole, sure=False)
        if anywhere("computed", "three_quarters").search(low):
            return Number(whole * 3 / 4, sure=False)
        if anywhere("computed", "halves").search(low):
            return Number(whole / 2, sure=False)
    return _days_named(low, measure) or _ordinal(low, measure)


def _ordinal(low: str, measure: Unit) -> Number | None:
    """ "the third evening this week" makes three, if it was none of before."""
    for said in anywhere("ordinals", "names").finditer(low):
        after = re.findall(r"[^\W\d_]+", low[said.end() : said.end() + _BEHIND])[:_NEAR]
        if any(measure.names(word) or word in listed("ordinals", "units") for word in after):
            return Number(Decimal(listed("ordinals", "names").index(said[0]) + 2), sure=False)
    return next((Number(one, sure=False) for one in _numbered_one(low, measure)), None)


def _numbered_one(low: str, measure: Unit) -> Iterator[Decimal]:
    """ "my 6th call this week", "finished paper number 7": so many of them, if it was none of before."""
    for said in re.finditer(r"(?<![\w.])(\d{1,3})(?:st|nd|rd|th)((?: [^\W\d_]+){1,3})", low):
        if any(measure.names(word) for word in said[2].split()):
            yield Decimal(said[1])
    for said in re.finditer(rf"([^\W\d_]+) {any_of('ordinals', 'numbered')}\.? ?(\d{{1,3}})(?!\w)", low):
        if measure.names(said[1]):
            yield Decimal(said[2])


def _multiple(low: str, aim: Aim) -> Number | None:
    for name, factor in (("halved", Decimal("0.5")), ("double", Decimal(2)), ("triple", Decimal(3))):
        if anywhere("computed", name).search(low):
            if aim.last is None or anywhere("computed", "not_of_last").search(low):
                return None
            return Number(aim.last * factor, sure=False)
    return None


def days_in(low: str) -> list[str]:
    """The days of the week that are named, by their first letters."""
    return [match[0][:3] for match in anywhere("days", "names").finditer(low)]


def _days_named(low: str, measure: Unit) -> Number | None:
    """ "mon tue thu" are three evenings."""
    those = set(listed("days", "units")).intersection(measure.head) or _names_what_happens(low, measure)
    if not those or len(low.split()) > _DAYS_MOST:
        return None
    named = set(days_in(low))
    return (
        Number(Decimal(len(named)), sure=False)
        if named and not re.search(r"\d", low) and not anywhere("none", "denials").search(low)
        else None
    )


_DAYS_OF_A_WEEK = 7


def days_but_value(low: str, measure: Unit) -> Number | None:
    """ "every day except wednesday" and "every night bar two", where days of a week are counted."""
    said = _all_days_but().search(low)
    if said is None or measure.per != "week" or set(listed("days", "units")).isdisjoint(measure.head):
        return None
    few = number_words("en").units.get(said["few"])
    left_out = len(set(days_in(said["rest"]))) if few is None else few
    return Number(Decimal(_DAYS_OF_A_WEEK - left_out), sure=False) if 0 < left_out < _DAYS_OF_A_WEEK else None


@cache
def _all_days_but() -> re.Pattern[str]:
    every = r"(?:every|all)(?: of)?(?: the)?(?: single)? (?:day|night|evening|morning)s?(?: (?:this|last) week)?"
    return re.compile(rf"\b{every} {any_of('days', 'but')} (?P<rest>(?P<few>[^\W\d_]+)[^.!?\n]*)")


def _names_what_happens(low: str, measure: Unit) -> bool:
    """ "late mon and thu", where the times are counted that somebody is late."""
    return measure.head[:1] == (number_words("en").times,) and any(
        word in measure.head[1:] for word in re.findall(r"[^\W\d_]+", low)
    )


def nothing_value(low: str, measure: Unit) -> Number | None:
    """ "none", "no lates", "not one bad joint": nothing at all."""
    if measure.scale:
        return None
    begins = _begins_with_none().match(low)
    if re.search(r"\d", low) and not begins:
        return None
    if not (begins or no_such_thing(low, measure) or _is_all(low) or _not_once(low, measure)):
        return _nothing_done(low, measure)
    so_far = measure.per and anywhere("none", "so_far").search(low)
    return Number(Decimal(0), sure=not (so_far or anywhere("hedged", "words").search(low)))


def _nothing_done(low: str, measure: Unit) -> Number | None:
    """ "didnt read at all", "nothing": none of what is counted anew each time, and perhaps nothing new of what is
    counted on and on."""
    alone, undone, idle = (pattern.search(low) for pattern in _nothing())
    hedged = anywhere("hedged", "words").search(low)
    if undone or (alone and measure.per):
        return Number(Decimal(0), sure=bool(measure.per and not hedged))
    return Number(Decimal(0), sure=False) if idle and measure.per else None


@cache
def _nothing() -> tuple[re.Pattern[str], ...]:
    """ "nothing", "didnt read at all", "did nothing"."""
    ends = rf"(?:\s*[,.!?;]|\s*$| {any_of('none', 'ends')}\b)"
    denied, doing, nothing = (any_of("none", name) for name in ("denied", "doing", "nothing"))
    return (
        re.compile(rf"(?:^\s*|[,.!?;] ?){nothing}{ends}"),
        re.compile(rf"(?<!\w){denied} (?:[^\W\d_]+ )?{doing} (?:[^\W\d_]+ )?{any_of('none', 'any')}{ends}"),
        re.compile(rf"(?<!\w){doing} {nothing}{ends}"),
    )


@cache
def _not_a_single() -> re.Pattern[str]:
    """ "didnt read a single" page."""
    denied, doing, one = (any_of("none", name) for name in ("denied", "doing", "single"))
    return re.compile(rf"(?<!\w){denied} (?:[^\W\d_]+ )?{doing} {one}(?!\w)")


def no_such_thing(low: str, measure: Unit) -> bool:
    """Whether it says that there was none of what is counted: "no lates", "not one bad joint"."""
    return _always_opposite(low, measure) or any(
        measure.surely_names(word)
        for denied in (*anywhere("none", "denials").finditer(low), *_not_a_single().finditer(low))
        for word in re.findall(r"[^\W\d_]+", low[denied.end() : denied.end() + _BEHIND])[:_NEAR]
        if not anywhere("none", "compared").search(low, denied.end())
    )


def _always_opposite(low: str, measure: Unit) -> bool:
    """ "on time every day" is never late."""
    if anywhere("none", "but").search(low) or not anywhere("none", "always").search(low):
        return False
    return (
        not set(measure.head).isdisjoint(listed("none", "late")) and anywhere("none", "in_time").search(low) is not None
    )


def _is_all(low: str) -> bool:
    """Whether the word for none is all of the message, or of its sentence."""
    return any(len(low.split()) <= _NEAR or _is_whole(low, said) for said in anywhere("none", "words").finditer(low))


def _not_once(low: str, measure: Unit) -> bool:
    often = "times" in measure.head or bool(measure.per)
    once = low.find("once")
    return (
        often and once >= 0 and anywhere("none", "once_denied").search(low[max(0, once - _BEHIND) : once]) is not None
    )


@cache
def _begins_with_none() -> re.Pattern[str]:
    """ "none, my dad drives me at 7:30"."""
    return re.compile(rf"\s*{any_of('none', 'begins')}(?:\s*[,.!]|\s*$| {any_of('none', 'goes_on')}\b)")


def _is_whole(low: str, said: re.Match[str]) -> bool:
    """Whether the word is all of its sentence."""
    before, after = low[: said.start()].rstrip(), low[said.end() :].lstrip()
    return (not before or before[-1] in ".!?,") and (not after or after[0] in ".!?,")


# The names of a target's own scale: "got a C", "passed B1".


def scale_value(text: str, measure: Unit) -> Number | None:
    """The last name of the target's own scale, which is not one that is wished for."""
    if not measure.scale:
        return None
    names = sorted(measure.scale, key=lambda pair: -len(pair[0]))
    pattern = re.compile("|".join(rf"(?<![\w+*]){_letters(name)}(?![\w*])" for name, _ in names))
    values = {name.lower(): value for name, value in measure.scale}
    found = [match for match in pattern.finditer(text) if _is_meant(match, text)]
    if not found:
        return None
    last = found[-1]
    several = len({match[0].lower() for match in found}) > 1 and not _comes_to(text[: last.start()].lower())
    plus = text[last.end() :].lstrip().lower().startswith(listed("scale", "signs"))
    return Number(
        values[last[0].lower()], sure=not (plus or several) and not anywhere("hedged", "words").search(text.lower())
    )


def _comes_to(before: str) -> bool:
    """ "from C to B": the second is the one that stands."""
    return at_the_end("scale", "arrows").search(before) is not None


def _letters(name: str) -> str:
    """A single letter is a name in capitals, or behind an article ("got a b"), or alone; a longer one in any case."""
    escaped = re.escape(name)
    if len(name) > 1:
        return f"(?i:{escaped})"
    small = escaped.lower()
    return rf"(?:{escaped}|(?<=\b[Aa] ){small}|(?<=\b[Aa]n ){small}|(?<!.){small}(?=\W*$))"


def _is_meant(match: re.Match[str], text: str) -> bool:
    before, after = text[: match.start()].lower(), text[match.end() :].lower()
    if not before.strip() and not re.search(r"\w", after):
        return True  # it is all that is said
    if match[0].lower() in listed("scale", "words_too") and not _stands_as_a_name(before, after):
        return False
    part, rest = context.part_before(before), context.part_after(after)
    wished = anywhere("scale", "not_now")
    if wished.search(part) or wished.search(rest):
        return False
    return not context.is_aimed(before, after) and not context.is_theirs(before)


def _stands_as_a_name(before: str, after: str) -> bool:
    if not before.strip():
        return not after.strip() or after.lstrip()[:1] in "!.,+-"
    return before.split()[-1] in listed("scale", "after_article")

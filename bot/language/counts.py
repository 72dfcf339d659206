"""Which number a check-in's answer gives for a target, and what is typed once it stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from bot.domain.actor import Refusal
from bot.domain.terms import Target, number_text
from bot.language.reading.numbers import (
    NumberReading,
    find_numbers,
    number_words,
    read_number,
    same_unit,
    unambiguous_number,
)
from bot.language.reading.text import alternatives, fold, load_words
from bot.language.targets import grade_typed, measure_of
from bot.language.typed import NUMBER_MOST, words

# Numbers that do not say how many it is: how far it moved ("3 less", "down by 3"), or what it is not ("not 12").


_UNIT_WORDS_MOST = 6


def is_change(text: str, reading: NumberReading, unit: str = "", lang: str = "en") -> bool:
    """Whether the words beside a number make it a difference, or a number of before.

    `unit` is what is counted: its words may stand between ("3 mistakes less"), and say nothing themselves.
    """
    folded = fold(text)
    if _before(lang=lang).search(folded[: reading.start]) and not _bound(lang=lang).search(folded[: reading.start]):
        return True
    return _after(reading.unit, unit, lang=lang).match(folded[reading.end :]) is not None


def without_denied(text: str, unit: str = "", lang: str = "en") -> str:
    """The text without "not 12", "no longer 12" and the like; what is left keeps its place."""
    kept = _blanked(text, _about(lang=lang).finditer(fold(text)))
    for reading in find_numbers(kept, unit, lang=lang):
        denied = _denied(lang=lang).search(fold(kept)[: reading.start])
        if denied:
            more = _anymore(lang=lang).match(fold(kept)[reading.end :])
            end = reading.end + (more.end() if more else 0)
            kept = kept[: denied.start()] + " " * (end - denied.start()) + kept[end:]
    return kept


def _blanked(text: str, found: Iterable[re.Match[str]]) -> str:
    for match in found:
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text


@cache
def _changes(name: str, lang: str = "en") -> tuple[str, ...]:
    table: dict[str, Any] = load_words("bot.language", lang, "changes")
    return tuple(table[name])


def _any(name: str, lang: str = "en") -> str:
    return alternatives(_changes(name, lang=lang))


@cache
def _before(lang: str = "en") -> re.Pattern[str]:
    compared = rf"{_any('compared', lang=lang)} {_any('than', lang=lang)}"
    beside = rf"\b(?:{_any('before', lang=lang)}|{compared})\s+(?:{_any('between', lang=lang)}\s+){{0,2}}"
    return re.compile(rf"(?:{beside}|\+\s?)$")


@cache
def _bound(lang: str = "en") -> re.Pattern[str]:
    compared = rf"{_any('compared', lang=lang)} {_any('than', lang=lang)}"
    return re.compile(rf"\b{_any('bound', lang=lang)}\s+{compared}\s+(?:{_any('between', lang=lang)}\s+){{0,2}}$")


@lru_cache(maxsize=512)
def _after(said: str, counted: str, lang: str = "en") -> re.Pattern[str]:
    own = set(fold(counted).split())
    words = {re.escape(w) for w in (*fold(said).split(), *own, *_percent_words(lang))} - set(
        _changes("after", lang=lang)
    )
    unit = rf"(?:\s+(?:{'|'.join(sorted(words))})){{0,{_UNIT_WORDS_MOST}}}?" if words else ""
    after = alternatives(w for w in _changes("after", lang=lang) if w not in own)
    at_the_end = alternatives(w for w in _changes("after_at_the_end", lang=lang) if w not in own)
    ends = rf"(?=\s*(?:[^\w\s]|$)|\s+{_any('goes_on', lang=lang)}\b)"
    line = rf"{_any('beside', lang=lang)}\s+(?:{_any('determiner', lang=lang)}\s+)?{_any('line', lang=lang)}"
    degree = rf"(?:\s*{_any('degree', lang=lang)}\b)?"
    return re.compile(rf"\s?%?{unit}{degree}\s+(?:{after}\b|{at_the_end}\b{ends}|{line}\b)")


def _percent_words(lang: str) -> list[str]:
    return [word for word in _table(lang)["numbers"]["share"] if word.isalpha()]


@cache
def _denied(lang: str = "en") -> re.Pattern[str]:
    return re.compile(rf"\b{_any('denied', lang=lang)}\s+(?:{_any('denied_between', lang=lang)}\s+)?$")


@cache
def _anymore(lang: str = "en") -> re.Pattern[str]:
    return re.compile(rf"(?:\s+\w+)?\s+{_any('anymore', lang=lang)}\b")


@cache
def _about(lang: str = "en") -> re.Pattern[str]:
    return re.compile(rf"\b{_any('about', lang=lang)}\b")


# What a student types once a number stands: whether it is right, or another number in its place.


_MOST = 14
"""Words: a longer message says more than a number."""

_DRAWN_OUT = re.compile(r"([a-z])\1+\b")
"""The end of "yesss" and "nooo"."""


def yes_or_no(text: str, lang: str = "en") -> bool | None:
    """Whether a whole message says yes or no; None where it says something else."""
    plain = " ".join(_words_of(text))
    for said in (plain, _DRAWN_OUT.sub(r"\1", plain)):
        if said in _corrections("yes", lang=lang) or said in _corrections("no", lang=lang):
            return said in _corrections("yes", lang=lang)
        begun = _yes_and_more(lang=lang).fullmatch(said)
        if begun is not None:
            return begun["no"] is None
    return None


def speaks_of_later(text: str, lang: str = "en") -> bool:
    """Whether the message is about something that is still to come: its numbers change nothing."""
    words = _words_of(text)
    return not _to_come(lang).isdisjoint([*words, *(" ".join(pair) for pair in pairwise(words))])


@cache
def _to_come(lang: str) -> frozenset[str]:
    return _corrections("to_come", lang) | _corrections("future", lang)


def corrects(text: str, unit: str = "", lang: str = "en") -> bool:
    """Whether a message takes something back: "sorry, I meant 13", "eleven, not 12", "change it to 11"."""
    words = _words_of(text)
    if len(words) > _MOST or speaks_of_later(text, lang=lang):
        return False
    says_so = not _corrections("corrects", lang=lang).isdisjoint(words) or words != _words_of(
        without_no(text, lang=lang)
    )
    return says_so or without_denied(text, unit, lang=lang) != text


def wants_it_back(text: str, lang: str = "en") -> bool:
    """Whether a whole message asks to take back, or to change, what was just answered: "can you delete that"."""
    words = _words_of(text)
    return len(words) <= _MOST and _back(lang=lang).fullmatch(" ".join(words)) is not None


def without_no(text: str, lang: str = "en") -> str:
    """The text without the "no" that it begins with, which before a number would be "number": "no 12"."""
    found = _no_first(lang=lang).match(fold(text))
    return text[: found.start(1)] + " " * len(found[1]) + text[found.end(1) :] if found else text


def is_filler(word: str, lang: str = "en") -> bool:
    """Whether a word after a number is nothing that is counted: "11 please"."""
    return word in _corrections("fillers", lang=lang) | _corrections("corrects", lang=lang) | _corrections(
        "no_first", lang=lang
    )


def _words_of(text: str) -> list[str]:
    return re.findall(r"[\w']+", fold(text))


@cache
def _corrections(name: str, lang: str = "en") -> frozenset[str]:
    return frozenset(load_words("bot.language", lang, "corrections")[name])


@cache
def _yes_and_more(lang: str = "en") -> re.Pattern[str]:
    """A yes or a no, and words beside it that say nothing else: "yeah go on then", "nah its fine"."""
    yes, no = _any_of("plain_yes", lang=lang), _any_of("plain_no", lang=lang)
    after_yes, after_no = _any_of("after_yes", lang=lang), _any_of("after_no", lang=lang)
    return re.compile(rf"(?:(?:{yes})(?: (?:{after_yes}))+|(?P<no>{no})(?: (?:{after_no}))+)")


@cache
def _back(lang: str = "en") -> re.Pattern[str]:
    before, verbs = _any_of("back_before", lang=lang), _any_of("back_verbs", lang=lang)
    what, after = _any_of("back_what", lang=lang), _any_of("back_after", lang=lang)
    forms = _corrections("back_forms", lang=lang)
    asked = "|".join(form.format(verbs=f"(?:{verbs})", what=f"(?:{what})") for form in sorted(forms))
    return re.compile(rf"(?:(?:{before}) )*(?:{asked})(?: (?:{after}))*")


def _any_of(name: str, lang: str = "en") -> str:
    return "|".join(sorted(_corrections(name, lang=lang), key=len, reverse=True))


@cache
def _no_first(lang: str = "en") -> re.Pattern[str]:
    openers, noes, others = (
        _any_of("openers", lang=lang),
        _any_of("no_first", lang=lang),
        _any_of("no_goes_on", lang=lang),
    )
    return re.compile(rf"\s*(?:(?:{openers})\W+)?({noes})\s(?!\s*(?:{others})\b)")


# Which number a check-in's answer gives for a target: taken when there is one sensible reading, else not.


MOST = Decimal(10) ** 9
"""What nobody counts up to in a term; a number above it is a slip."""

_FINEST = Decimal("0.0001")
_NAMES = re.compile(r":[a-z0-9_+'-]+:|(?<!\w)[@#][\w.\u00a0-]+")
"""Emoji, people and channels: their digits count nothing."""

_JUST_A_NUMBER = 3
"""A message of at most so many words is about its number."""


def value_for(text: str, target: Target, lang: str = "en") -> Decimal | None:
    """The number that a typed message gives for this target, where exactly one reading is sensible."""
    said = _said(text, target, lang=lang)
    reading = unambiguous_number(said, target.unit, lang=lang)
    if reading is None or (reading.strength < 2 and not is_just_a_number(text)):
        return None
    return None if _is_change(said, reading, target, lang=lang) else _counted(reading, target, said, lang=lang)


def correction_in(text: str, target: Target, stands: Decimal, lang: str = "en") -> Decimal | None:
    """The number that a message gives instead of the one that stands, where that is unmistakable: not where it is to
    take the place of the goal ("can we make it 3 instead of 2")."""
    if not corrects(_shown(text), target.unit, lang=lang) or _is_of_goal(_shown(text), target, stands, lang=lang):
        return None
    value = _changed_to(text, target, stands, lang=lang)
    if value is None and counts_nothing_else(text, target, lang=lang):
        value = value_for(text, target, lang=lang)
    return value if value != stands else None


def _is_of_goal(text: str, target: Target, stands: Decimal, lang: str = "en") -> bool:
    """Whether the goal is what a message wants no longer, and not the number that stands."""
    goal = f"{target.goal.normalize():f}"
    return (
        target.goal != stands and re.search(rf"\b(?:{_any_of('instead', lang=lang)}) {goal}\b", fold(text)) is not None
    )


def gives_another(text: str, target: Target, stands: Decimal, lang: str = "en") -> bool:
    """Whether a message seems to give another number than the one that stands, or to say that this one is wrong."""
    if corrects(_shown(text), target.unit, lang=lang):
        several = _is_several(_readings(text, target, lang=lang))
        return several or counts_nothing_else(text, target, lang=lang) or says_how_it_moved(text, (target,), lang=lang)
    value = value_for(text, target, lang=lang)
    return (
        value not in (None, stands)
        and counts_nothing_else(text, target, lang=lang)
        and not speaks_of_later(text, lang=lang)
    )


def _changed_to(text: str, target: Target, stands: Decimal, lang: str = "en") -> Decimal | None:
    """The 11 of "change 12 to 11", where 12 stands."""
    readings = _readings(text, target, lang=lang)
    if len(readings) != 1 or readings[0].value != stands or readings[0].high is None:
        return None
    said = _said(text, target, lang=lang)[readings[0].start : readings[0].end]
    is_range = not number_words(lang).groups["to"].isdisjoint(fold(said).split())
    return readings[0].high if is_range else None


def counts_nothing_else(text: str, target: Target, lang: str = "en") -> bool:
    """Whether the number stands alone, or with the unit of the target: not "2 lessons" where pages are counted."""
    reading = unambiguous_number(_said(text, target, lang=lang), target.unit, lang=lang)
    if reading is None:
        return False
    return all(is_filler(w, lang=lang) or same_unit(w, target.unit) for w in reading.unit.split())


def value_of(text: str, target: Target, field: str, lang: str = "en") -> Decimal | None:
    """The number in a form's field for it; None where the field is empty. Refusals name what does not fit."""
    if not text.strip():
        return None
    if target.measure.scale:
        return Decimal(_in_field(field, text, target))
    said = _said(text, target, lang=lang)
    reading = read_number(said, target.unit, lang=lang)
    if reading is None:
        raise Refusal("check-in-no-number", field=field)
    if _is_change(said, reading, target, lang=lang):
        raise Refusal("check-in-change", field=field)
    if reading.ambiguous:
        raise Refusal("check-in-which-number", field=field)
    value = _counted(reading, target, said, lang=lang)
    if value is None:
        raise Refusal("check-in-another-measure", field=field)
    return value


def _in_field(field: str, text: str, target: Target) -> int:
    try:
        return grade_typed(text, target.measure.scale)
    except Refusal as refusal:
        raise Refusal(refusal.key, field=field, **refusal.args_for_copy) from None


def names_several(text: str, targets: Sequence[Target], lang: str = "en") -> bool:
    """Whether the text gives several numbers for one thing that is counted: "5 or 6"."""
    return any(_is_several(_readings(text, target, lang=lang)) for target in targets)


def speaks_of_a_number(text: str, targets: Sequence[Target], lang: str = "en") -> bool:
    """Whether the text gives any number for what is counted, sure or not."""
    return any(_readings(text, target, lang=lang) for target in targets)


def says_how_it_moved(text: str, targets: Sequence[Target], lang: str = "en") -> bool:
    """Whether a number in the text is a difference ("3 less"), or one that it is not ("not 12")."""
    for target in targets:
        said = _said(text, target, lang=lang)
        if len(find_numbers(without_no(_shown(text), lang=lang), target.unit, lang=lang)) > len(
            find_numbers(said, target.unit, lang=lang)
        ):
            return True
        if any(
            r.strength and _is_change(said, r, target, lang=lang) for r in find_numbers(said, target.unit, lang=lang)
        ):
            return True
    return False


def names_unit(text: str, targets: Sequence[Target], index: int, lang: str = "en") -> bool:
    """Whether the number is said together with the unit of this target, and of no other."""
    reading = unambiguous_number(_said(text, targets[index], lang=lang), targets[index].unit, lang=lang)
    if reading is None or not reading.unit:
        return False
    return [i for i, t in enumerate(targets) if same_unit(reading.unit, t.unit)] == [index]


def _is_several(readings: Sequence[NumberReading]) -> bool:
    return any(r.ambiguous for r in readings) or len({r.value for r in readings}) > 1


def _readings(text: str, target: Target, lang: str = "en") -> list[NumberReading]:
    said = _said(text, target, lang=lang)
    found = find_numbers(said, target.unit, lang=lang)
    return [r for r in found if r.strength == 2 and _counted(r, target, said, lang=lang) is not None]


def is_only_a_number(text: str, lang: str = "en") -> bool:
    """Whether a reply is a number and nothing else: "three", "about 5"."""
    found = find_numbers(text, lang=lang)
    if len(found) != 1 or found[0].unit:
        return False
    rest = fold(text[: found[0].start] + text[found[0].end :])
    return set(re.findall(r"[^\W\d_]+", rest)) <= number_words(lang).groups["about"]


def is_just_a_number(text: str) -> bool:
    return len(_shown(text).split()) <= _JUST_A_NUMBER


def _shown(text: str) -> str:
    """Without what has a name in which digits count nothing."""
    return _NAMES.sub(" ", text)


def _said(text: str, target: Target, lang: str = "en") -> str:
    return without_denied(without_no(_shown(text), lang=lang), target.unit, lang=lang)


def _is_change(said: str, reading: NumberReading, target: Target, lang: str = "en") -> bool:
    """A number below zero is how far it went down, unless what is counted goes there."""
    below = reading.value < 0 <= min(target.baseline, target.goal)
    return below or is_change(said, reading, target.unit, lang=lang)


def _counted(reading: NumberReading, target: Target, said: str, lang: str = "en") -> Decimal | None:
    """A reading in the target's unit; None where it measures something else."""
    value = _in_time(reading, target, said, lang=lang)
    if value is None and is_share(target.unit, lang):
        value = reading.value
        if reading.out_of:
            value = (reading.value * 100 / reading.out_of).quantize(Decimal("0.1")).normalize()
        elif (
            reading.unit
            and reading.unit not in _table(lang)["numbers"]["share"]
            and not same_unit(reading.unit, target.unit)
        ):
            return None
    elif value is None:
        if _is_other(reading, target, lang=lang):
            return None
        value = reading.value
    return value if abs(value) < MOST else None


def _in_time(reading: NumberReading, target: Target, said: str, lang: str = "en") -> Decimal | None:
    """A time in the unit of the target's own; "1:40" is read in whatever that is. None for what is no time."""
    own, seconds = target.measure.seconds, measure_of(reading.unit, lang=lang).seconds
    if not own or not seconds:
        return None
    if said[reading.start : reading.end].count(":") == 1:
        return reading.value
    return (reading.value * seconds / own).quantize(_FINEST).normalize() + 0


def _is_other(reading: NumberReading, target: Target, lang: str = "en") -> bool:
    total = re.search(rf"\b{alternatives(number_words(lang).groups['of'])} (\d+)\b", target.unit)
    if total and reading.out_of is not None and reading.out_of != Decimal(total[1]):
        return True
    return reading.unit in _table(lang)["numbers"]["other_measures"] and not same_unit(reading.unit, target.unit)


# Which number of an answer belongs to which of several targets: "9 mistakes and 3 books", "books: 3, mistakes: 9".


_NAMED = re.compile(r"([^:=\d]+)[:=]\s*(.+)")
_UNIT_MOST = 40


def values_in(text: str, targets: Sequence[Target], lang: str = "en") -> dict[int, Decimal]:
    """What a typed message says of which target, by the target's place; empty where that is not sure.

    With several targets only a number that names its target's unit is sure.
    """
    if len(targets) == 1:
        value = value_for(text, targets[0], lang=lang)
        return {} if value is None else {0: value}
    parts = [part for part in _parts(lang).split(text) if part.strip()]
    if not any(_named(part, targets, lang=lang) for part in parts):
        return _by_unit(text, targets, lang=lang)
    said = [
        pair
        for part in parts
        for pair in (_named(part, targets, lang=lang) or _by_unit(part, targets, lang=lang)).items()
    ]
    return {i: value for i, value in said if all(v == value for j, v in said if i == j)}


def example(targets: Sequence[Target], lang: str = "en") -> str:
    """How to write the numbers of several targets, in their own units; "" where that would not tell them apart."""
    halfway = [Decimal(int((t.baseline + t.goal) / 2)) for t in targets]
    units = [" ".join(t.unit.split())[:_UNIT_MOST].strip() for t in targets]
    text = ", ".join(f"{number_text(value)} {unit}" for value, unit in zip(halfway, units, strict=True))
    told_apart = len(targets) > 1 and values_in(text, targets, lang=lang) == dict(enumerate(halfway))
    return text if told_apart else ""


@cache
def _parts(lang: str) -> re.Pattern[str]:
    between = alternatives(_table(lang)["numbers"]["between"])
    return re.compile(rf",(?!\d)|[;\n]|\.\s|\s{between}\s", re.IGNORECASE)


def _by_unit(text: str, targets: Sequence[Target], lang: str = "en") -> dict[int, Decimal]:
    found = ((i, value_for(text, target, lang=lang)) for i, target in enumerate(targets))
    return {i: value for i, value in found if value is not None and names_unit(text, targets, i, lang=lang)}


def _named(part: str, targets: Sequence[Target], lang: str = "en") -> dict[int, Decimal]:
    """The number after its unit: "books: 3", "comma mistakes 9"."""
    for unit, rest in _splits(part):
        meant = [i for i, target in enumerate(targets) if same_unit(unit, target.unit)]
        if len(meant) == 1 and counts_nothing_else(rest, targets[meant[0]], lang=lang):
            value = value_for(rest, targets[meant[0]], lang=lang)
            return {} if value is None else {meant[0]: value}
    return {}


def _splits(part: str) -> Iterator[tuple[str, str]]:
    """(unit, number) as they may stand; without a sign between only where nothing else is said."""
    named = _NAMED.fullmatch(part.strip())
    if named:
        yield fold(named[1]).strip(), named[2]
        return
    words = part.split()
    if len(words) > 1 and words[-1][0].isdigit() and not any(c.isdigit() for w in words[:-1] for c in w):
        yield fold(words[-2]), words[-1]


# Which number of an answer says how many: a time says nothing where something else is counted.


def number(text: str, unit: str = "", *, lang: str = "en") -> NumberReading:
    """The one number of an answer; `unit` is what is counted, "" where that is not known yet.

    Raises Refusal: no-number, another-measure, one-number, number-below-zero, number-too-big, and those of `words`.
    """
    answer = words(text)
    named = [one for one in find_numbers(answer, unit, lang=lang) if not _is_halved(one, answer, lang)]
    named = named or _bare_span(answer, unit, lang)
    if not named:
        raise Refusal("no-number")
    how_many = [one for one in named if not _is_period(one, unit, answer, lang)]
    meant = [one for one in how_many if not measures_else(one, unit, lang)]
    if not meant or (len(meant) < len(how_many) and times_of(unit, lang)):  # "1 hour 30 minutes" is no 30
        raise Refusal("another-measure")
    found = max(meant, key=lambda one: one.strength)
    if found.ambiguous or found.high is not None or _is_none_among(meant):
        raise Refusal("one-number")
    if not may_be(found.value, unit or found.unit, lang=lang):
        raise Refusal("number-below-zero")
    if abs(found.value) > NUMBER_MOST:
        raise Refusal("number-too-big")
    return found


_SPAN_WORDS_MOST = 3


def _bare_span(answer: str, unit: str, lang: str) -> list[NumberReading]:
    """The "2 days" that is all of an answer: elsewhere it may be a date, here it is how many."""
    spans = _table(lang)["numbers"]["other_measures"]
    found = find_numbers(answer, unit, lang=lang, in_dates=True)
    return [one for one in found if one.unit in spans] if len(answer.split()) <= _SPAN_WORDS_MOST else []


def may_be(value: Decimal, unit: str, *, lang: str = "en") -> bool:
    """Whether there can be so many: fewer than none there are of nothing but per cent."""
    return value >= 0 or is_share(unit, lang)


@cache
def _table(lang: str) -> dict[str, dict[str, list[str]]]:
    return load_words("bot.language", lang, "replies")


def _is_none_among(readings: Sequence[NumberReading]) -> bool:
    """Whether "none" stands beside a number: "none so far but 2 started"."""
    none = any(one.strength == 1 and one.value == 0 for one in readings)
    return none and any(one.value != 0 for one in readings)


def measures_else(one: NumberReading, unit: str, lang: str) -> bool:
    """Whether it is a time while something else is counted; what is not known yet may be a time."""
    times = times_of(one.unit, lang)
    return bool(unit and times) and times.isdisjoint(times_of(unit, lang))


def is_share(unit: str, lang: str) -> bool:
    return any(word in unit.lower() for word in _table(lang)["numbers"]["share"])


def times_of(unit: str, lang: str = "en") -> frozenset[str]:
    """The measures of time that a unit is counted in: "minutes" for "min a day", and nothing for "pages a day"."""
    rates: list[str] = load_words("bot.language.reading", lang, "numbers")["words"]["per"]
    each = re.split(rf"\b{alternatives(rates)}\b|/", fold(unit))[0]
    said = set(re.findall(r"[^\W\d_]+", each))
    return frozenset(name for name, names in _table(lang)["times"].items() if not said.isdisjoint(names))


def _is_period(one: NumberReading, unit: str, answer: str, lang: str) -> bool:
    """Whether it says since when, and not how long: "in the last 2 weeks", "3 days ago"."""
    times = times_of(one.unit, lang)
    if not times or not times.isdisjoint(times_of(unit, lang)):
        return False
    period = _table(lang)["period"]
    before = rf"\b{alternatives(period['before'])}\s+(?:{alternatives(period['about'])}\s+)?$"
    after = re.findall(r"[^\W\d_]+", fold(answer[one.end :]))[1:2]
    return bool(re.search(before, fold(answer[: one.start]))) or not set(after).isdisjoint(period["after"])


def _is_halved(one: NumberReading, answer: str, lang: str) -> bool:
    """Whether only a part of it is meant: "half of one", "half of my 4"."""
    half = alternatives(_table(lang)["numbers"]["half"])
    of = alternatives(number_words(lang).groups["of"])
    return bool(re.search(rf"\b{half}(?:\s+{of}(?:\s+\w+){{0,2}})?\s+$", fold(answer[: one.start])))

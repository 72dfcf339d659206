"""What the unit of a target means: its measure. And the unit as it is put together of what a sentence says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from bot.domain.actor import Refusal
from bot.domain.terms import Measure, MeasureKind, number_text
from bot.language.reading.text import alternatives, fold, load_words
from bot.language.targets.model import Extracted
from bot.language.targets.patterns import PACKAGE

# A target is one thing in two forms, its sentence and its numbers. Both are made of the same parts: what is counted,
# of how many, and for which stretch of time. `unit_of` puts these into the words of a unit, and `measure_of` reads them
# back, also from a unit that somebody typed. So whatever a side writes as the unit is what the measure says.


@lru_cache(maxsize=512)
def measure_of(unit: str, lang: str = "en") -> Measure:
    """What a unit says: "minutes per day" is a time and a rate, "sentences out of 10" a share, "£" is money."""
    low = fold(unit).strip()
    scale = _scale_in(unit)
    if scale:
        return Measure(MeasureKind.GRADE, scale=scale)
    period, head = _period_of(low, lang)
    words = re.findall(r"[^\W\d_]+|%", head)
    currency = next((sign for sign in _kinds(lang)["money"]["before"] if head.startswith(sign)), "")
    out_of, seconds = _total_in(head, lang), _seconds_in(words, lang)
    if currency or not _money(lang).isdisjoint(words):
        return Measure(MeasureKind.MONEY, period, currency=currency)
    if out_of is not None or not _percent(lang).isdisjoint(words):
        return Measure(MeasureKind.SHARE, period, out_of=out_of)
    if seconds:
        return Measure(MeasureKind.TIME, period, seconds=seconds)
    return Measure(MeasureKind.COUNT, period)


def unit_of(
    counted: str, *, out_of: Decimal | None = None, currency: str = "", period: str = "", lang: str = "en"
) -> str:
    """The words of a unit: "points out of 20", "hours per day", "£ per month", "times per week" where nothing
    else is known of a rate; "" where nothing is."""
    total = f"{_kinds(lang)['words']['total'][0]} {out_of.normalize():f}" if out_of is not None else ""
    unit = " ".join(part for part in (currency, counted, total) if part)
    if not period or _period_of(fold(unit), lang)[0]:
        return unit
    unit = unit or _kinds(lang)["words"]["times"]
    return str(_kinds(lang)["words"]["per"]).format(unit=unit, period=period)


def period_in(phrase: str, lang: str = "en") -> str:
    """The stretch of time that a phrase ends with: "week" for "twice a week" and for "every Monday"; "" for none."""
    last = re.findall(r"[^\W\d_]+", fold(phrase))[-1:]
    return next((name for name, said in _kinds(lang)["periods"].items() if last and last[0] in said), "")


def head_of(unit: str, lang: str = "en") -> str:
    """What a unit counts, without its total, its period and the sign of a currency: "sentences" of "sentences out of
    10", "worksheets" of "worksheets per week"."""
    head = _stretch_in(fold(unit).strip(), lang)[1]
    kept = re.sub(rf"(?<!\w){alternatives(_kinds(lang)['words']['total'])}\s+\d{{1,6}}\b.*$", "", unit[: len(head)])
    for sign in _kinds(lang)["money"]["before"]:
        kept = kept.strip().removeprefix(sign)
    return kept.strip()


def stretch_of(unit: str, lang: str = "en") -> str:
    """What each number of a unit is for, as it is written: "evening" of "minutes per evening", "page" of "mistakes per
    page", which is no stretch of time."""
    return _stretch_in(fold(unit).strip(), lang)[0]


def _stretch_in(unit: str, lang: str) -> tuple[str, str]:
    period, head = _period_of(unit, lang)
    if period:
        return unit[len(head) :].split()[-1].lstrip("/"), head
    head, _, last = unit.rpartition(f" {_kinds(lang)['words']['by']} ")
    return (last, head) if head and last.isalpha() else ("", unit)


def currency_sign(sign: str, lang: str = "en", *, behind: bool = False) -> str:
    """The sign of a currency, where it is one that stands before, or `behind` a number; else ""."""
    return sign if sign in _kinds(lang)["money"]["signs_behind" if behind else "before"] else ""


@cache
def _kinds(lang: str) -> dict[str, dict[str, Any]]:
    return load_words(PACKAGE, lang, "kinds")


@cache
def _money(lang: str) -> frozenset[str]:
    return frozenset(_kinds(lang)["money"]["behind"])


@cache
def _percent(lang: str) -> frozenset[str]:
    return frozenset(_kinds(lang)["words"]["percent"])


def _period_of(unit: str, lang: str) -> tuple[str, str]:
    """The stretch of time that a unit ends with, and what stands before it."""
    each = alternatives(_kinds(lang)["words"]["each"])
    found = re.search(rf"(?:(?:^|\s){each}\s|\s*/)\s*([^\W\d_]+)\s*$", unit)
    period = period_in(found[1], lang) if found else ""
    return (period, unit[: found.start()].strip()) if found and period else ("", unit)


def _total_in(head: str, lang: str) -> Decimal | None:
    found = re.search(rf"(?<!\w){alternatives(_kinds(lang)['words']['total'])}\s+(\d{{1,6}})\b", head)
    return Decimal(found[1]) if found else None


def _seconds_in(words: list[str], lang: str) -> int:
    """How many seconds one of the unit has: "practice hours" and "minutes late" are times, a "second draft" is none."""
    seconds: dict[str, int] = load_words(PACKAGE, lang, "coach")["seconds"]
    whole = [word for word in words if word in seconds and (word == words[0] or (len(word) > 2 and word.endswith("s")))]
    if whole[:1] == ["second"] and len(words) > 1:
        return 0
    return seconds[whole[0]] if whole else 0


def spelled(unit: str, measure: Measure, lang: str = "en") -> str:
    """The unit in words for whoever hears a number of it: each grade with its place, and a currency by its name."""
    if measure.scale:
        places = ", ".join(f"{name} = {place}" for place, name in enumerate(measure.scale))
        return f"{_kinds(lang)['words']['grade']} ({places})"
    name = _kinds(lang)["currencies"].get(measure.currency, "")
    return unit.replace(measure.currency, f"{name} ", 1).replace("  ", " ").strip() if name else unit


# Grades: a scale is written the best first, as people say it, "A to F", "9 to 1", "distinction, merit, pass". In a unit
# it stands in brackets, "grade (A to F)", so that whoever signs sees which one is meant.


_MOST = 21
"""Grades on a scale."""
_STEP = r"([A-Za-z])([*+-]?)|(\d{1,2})"
_BRACKETS = re.compile(r"\(([^()]{3,80})\)\s*$")


@dataclass(frozen=True, slots=True)
class Graded:
    """What a sentence says in grades: their places on the scale, None where it names none; and the unit."""

    baseline: Decimal | None
    goal: Decimal | None
    unit: str


@lru_cache(maxsize=256)
def scale_of(row: str) -> tuple[str, ...]:
    """The grades that a row names, the worst first; () where it names no scale.

    "A to F" is read as any language writes it: a teacher's row stands in the targets of students of another one."""
    ends = re.fullmatch(rf"\s*(?:{_STEP})\s*{_to()}\s*(?:{_STEP})\s*", row, re.IGNORECASE)
    found = _from_to(ends) if ends else [name.strip() for name in re.split(r"[,;/<>]", row)]
    known = len({fold(name) for name in found}) == len(found) and all(0 < len(name) <= 20 for name in found)
    return tuple(reversed(found)) if known and 2 <= len(found) <= _MOST else ()


@cache
def _to() -> str:
    """A pattern for what stands between the two ends of a scale, in all languages."""
    languages = (folder.name for folder in resources.files(PACKAGE).joinpath("data").iterdir())
    return alternatives(sorted({word for lang in languages for word in _kinds(lang)["grades"]["to"]}))


def _from_to(ends: re.Match[str]) -> list[str]:
    letter, sign, number, last, last_sign, last_number = ends.groups()
    if number and last_number:
        first, end = int(number), int(last_number)
        return [str(n) for n in range(first, end + (1 if end > first else -1), 1 if end > first else -1)]
    if not letter or not last or letter.upper() > last.upper():
        return []
    letters = [chr(n) for n in range(ord(letter.upper()), ord(last.upper()) + 1)]
    if sign not in ("+", "-"):
        return [letters[0] + sign, letters[0], *letters[1:]] if sign else letters
    signed = [name + mark for name in letters for mark in ("+", "", "-")]
    lowest = signed if last_sign else [name for name in signed if name[0] != letters[-1] or name == letters[-1]]
    return lowest[: lowest.index(letters[-1] + last_sign) + 1]


def grade_on(text: str, scale: tuple[str, ...], lang: str = "en") -> int | None:
    """The place of the only grade of the scale that a text names; None where it names none, or several."""
    signed = text
    for sign, word in _kinds(lang)["grades"]["signs"].items():
        signed = re.sub(rf"(?i)(?<!\w)([a-z])[ -]{word}(?!\w)", rf"\1{sign}", signed)
    found = {place for place, _ in _named(signed, scale)}
    return found.pop() if len(found) == 1 else None


def grade_typed(text: str, scale: tuple[str, ...]) -> int:
    """The place of the grade that somebody typed as an answer. Raises Refusal: no-grade."""
    found = grade_on(text, scale)
    if found is None:
        raise Refusal("no-grade", best=scale[-1], worst=scale[0])
    return found


def with_grade(text: str, old: str, new: str, lang: str = "en") -> Iterator[str]:
    """The text with one grade in another's place, each place in turn, and its article with it: "a B", "an A"."""
    plain, vowel = _kinds(lang)["words"]["article"]
    article = vowel if fold(new[0]) in _kinds(lang)["grades"]["vowels"] else plain
    for place in re.finditer(rf"(?i)(?<![\w+*'-])(?:(?:{plain}|{vowel}) )?{re.escape(old)}(?![\w+*'-])", text):
        led = len(place[0]) > len(old)
        yield f"{text[: place.start()]}{article + ' ' if led else ''}{new}{text[place.end() :]}"


def graded(sentence: str, said: Extracted, row: str = "", lang: str = "en") -> Graded | None:
    """What a sentence says in grades; None where it is about none. `row` is the scale that the class names, or ""."""
    letters = [letter for letter in (said.grade_from, said.grade_to) if letter]
    for each in (row, *_rows_for(letters, lang)):
        scale = scale_of(each)
        if scale and _speaks_of(sentence, said, scale, letters, lang):
            start, goal = _start_and_goal(sentence, said, scale, lang)
            if goal is not None or start is not None:
                return Graded(start, goal, f"{_kinds(lang)['words']['grade']} ({each})")
    return None


def _rows_for(letters: list[str], lang: str) -> list[str]:
    grades = _kinds(lang)["grades"]
    if not letters:
        return [", ".join(names) for names in grades["named"]]
    signs = {letter[1:] for letter in letters}
    return [grades["starred"] if "*" in signs else grades["signed"] if signs - {""} else grades["plain"]]


def _speaks_of(sentence: str, said: Extracted, scale: tuple[str, ...], letters: list[str], lang: str) -> bool:
    """Whether a sentence is about grades of this scale: a letter is one that was read as a grade, a number needs a word
    that says so, and a name says it by itself."""
    if letters:
        on_it = {fold(name) for name in scale}
        return all(fold(letter) in on_it for letter in letters)
    if scale[0].isdigit():
        numbers = [n for n in (said.baseline, said.goal) if n is not None]
        plain = not said.unit and said.out_of is None and all(number_text(n) in scale for n in numbers)
        word = alternatives(_kinds(lang)["grades"]["words"])
        article = alternatives(_kinds(lang)["words"]["article"])
        told = re.search(rf"(?<!\w){word}(?!\w)|(?<!\w){article}\s+\d", fold(sentence)) is not None
        return bool(numbers) and plain and told
    return len(scale[0]) > 2 and bool(_named(sentence, scale))


def _start_and_goal(
    sentence: str, said: Extracted, scale: tuple[str, ...], lang: str
) -> tuple[Decimal | None, Decimal | None]:
    if scale[0].isdigit():
        start, goal = (None if n is None else Decimal(scale.index(number_text(n))) for n in (said.baseline, said.goal))
        return start, goal
    found = _named(sentence, scale, {fold(letter) for letter in (said.grade_from, said.grade_to) if letter})
    leads, articles = alternatives(_kinds(lang)["grades"]["start"]), alternatives(_kinds(lang)["words"]["article"])
    lead = re.compile(rf"(?<!\w){leads}\s+(?:{articles}\s+)?$")
    has = [place for place, at in found if lead.search(fold(sentence)[:at])]
    wanted = [place for place, at in found if not lead.search(fold(sentence)[:at])]
    return (Decimal(has[0]) if has else None), (Decimal(wanted[-1]) if wanted else None)


def _named(text: str, scale: tuple[str, ...], only: set[str] | None = None) -> list[tuple[int, int]]:
    """The grades that a text names: each its place on the scale, and where it stands."""
    names = {fold(name): place for place, name in enumerate(scale)}
    longest = sorted(names, key=lambda name: -len(name))
    pattern = re.compile(rf"(?<![\w+*'-])(?:{'|'.join(re.escape(name) for name in longest)})(?![\w+*'-])")
    found = [(names[match[0]], match.start()) for match in pattern.finditer(fold(text)) if _is_meant(match, text)]
    return [one for one in found if not only or fold(scale[one[0]]) in only]


def _is_meant(match: re.Match[str], text: str, lang: str = "en") -> bool:
    """Not the "a" of "a merit", nor the "pass" of "pass my test"."""
    words, before = _kinds(lang)["words"], fold(text)[: match.start()].split()[-1:]
    if match[0] == fold(text).strip(" .!"):
        return True
    if match[0] in words["article"]:
        goes_on = text[match.end() : match.end() + 2].strip().isalnum()
        return not goes_on or text[match.start()].isupper() or before == [words["article"][-1]]
    return match[0] not in words["verbs"] or bool(set(before) & set(words["article"]))


def _scale_in(unit: str) -> tuple[str, ...]:
    found = _BRACKETS.search(unit)
    return scale_of(found[1]) if found else ()

"""What a student wrote of how they practise: what they do where something gets in the way, and how often a week."""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from bot.language.reading.text import ENGLISH, alternatives, fold, load_words
from bot.language.typed import sentences

LANGUAGES = ("en", "es")
"""Those in which practice is read."""
MOST_A_WEEK = 14


class Plan(NamedTuple):
    """`how` is what they do, when and where; `obstacle` what may get in the way, and `fallback` what they do then."""

    how: str
    obstacle: str = ""
    fallback: str = ""


def plan_in(text: str, lang: str = ENGLISH) -> Plan:
    """The if-then plan out of an answer. What is not surely one stays where it was written."""
    said = sentences(text)
    for place, sentence in enumerate(said):
        found = _plan(sentence, lang)
        if found is None:
            continue
        how = " ".join(part for part in (*said[:place], found.how, *said[place + 1 :]) if part)
        if how:
            return Plan(how, found.obstacle, found.fallback)
    return Plan(text)


def times_a_week(text: str) -> int:
    """How often a week, in whatever language it was written; 0 where nothing says so."""
    return _times_a_week(text)


class _Patterns(NamedTuple):
    splits: tuple[re.Pattern[str], ...]
    usual: frozenset[str]
    least: int
    counted: re.Pattern[str]
    number_of: dict[str, int]
    daily: re.Pattern[str]
    school_days: re.Pattern[str]
    weekly: re.Pattern[str]
    weekdays: dict[str, int]


@cache
def _patterns(lang: str) -> _Patterns:
    table: dict[str, Any] = load_words("bot.language", lang, "practice")
    plan, often = table["plan"], table["often"]
    opened = (
        rf"^(?P<how>.*?)(?:^|[,;:–—-]\s*|\s\b{alternatives(plan['joins'])}\s+)"
        rf"\b{alternatives(plan['opens'])}\s+(?P<obstacle>.+?)"
    )
    begins, then = alternatives(plan["begins"]), alternatives(plan["then"])
    ends = (
        rf"\s*,?\s*\b{then}\b[\s,]*(?P<fallback>.+)$",
        rf"\s*[,:–—]\s*(?P<fallback>{begins}\b.+)$",
        r"\s*[,:–—]\s*(?P<fallback>.+)$",
        rf"\s+(?P<fallback>{begins}\b.+)$",
    )
    count = {str(word): int(number) for word, number in often["count"].items()}
    said = rf"(?P<count>\d{{1,2}}|{alternatives(count)})"
    week, times = alternatives(often["week"]), alternatives(often["times"])
    names = load_words("bot.language.reading", lang, "dates")["weekdays"]
    return _Patterns(
        tuple(re.compile(opened + end, re.IGNORECASE) for end in ends),
        frozenset(plan["usual"]),
        plan["least"],
        re.compile(rf"\b{said}\s*(?:{times}\b)?\s*{week}"),
        count,
        re.compile(rf"\b{alternatives(often['daily'])}\b"),
        re.compile(rf"\b{alternatives(often['school_days'])}\b"),
        re.compile(rf"\b{week}\b"),
        {re.sub(r"s$", "", name): index for name, index in names.items() if len(name) > _SHORT},
    )


_SHORT = 4
"""Letters: "mar" and "sat" are words of their own."""


def _plan(sentence: str, lang: str) -> Plan | None:
    patterns = _patterns(lang)
    for split in patterns.splits:
        found = split.match(sentence)
        if found is None:
            continue
        obstacle, fallback = found["obstacle"].strip(" ,;"), found["fallback"].strip(" .,;!")
        if fold(obstacle) in patterns.usual or len(obstacle.split()) < patterns.least or not fallback:
            return None
        return Plan(found["how"].strip(" ,;–—-"), obstacle, fallback)
    return None


@lru_cache(4096)
def _times_a_week(text: str) -> int:
    return max(_in_language(fold(plan_in(text, lang).how), lang) for lang in LANGUAGES)


def _in_language(folded: str, lang: str) -> int:
    patterns = _patterns(lang)
    counted = patterns.counted.search(folded)
    if counted is not None:
        said = counted["count"]
        return min(int(said) if said.isdigit() else patterns.number_of[said], MOST_A_WEEK)
    if patterns.school_days.search(folded):
        return 5
    if patterns.daily.search(folded):
        return 7
    spoken = {re.sub(r"s$", "", word) for word in re.findall(r"[^\W\d_]+", folded)}
    named = {index for name, index in patterns.weekdays.items() if name in spoken}
    return len(named) or int(patterns.weekly.search(folded) is not None)

"""What the unit of a target means: its measure. And the unit as it is put together of what a sentence says."""

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from bot.domain.terms import Measure, MeasureKind
from bot.language.reading.text import alternatives, fold, load_words
from bot.language.targets.patterns import PACKAGE

# A target is one thing in two forms, its sentence and its numbers. Both are made of the same parts: what is counted,
# of how many, and for which stretch of time. `unit_of` puts these into the words of a unit, and `measure_of` reads them
# back, also from a unit that somebody typed. So whatever a side writes as the unit is what the measure says.


@lru_cache(maxsize=512)
def measure_of(unit: str, lang: str = "en") -> Measure:
    """What a unit says: "minutes per day" is a time and a rate, "sentences out of 10" a share, "£" is money."""
    low = fold(unit).strip()
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
    """The words of a unit: "points out of 20", "hours per day", "£ per month"; "" where nothing is known."""
    total = f"out of {out_of.normalize():f}" if out_of is not None else ""
    unit = " ".join(part for part in (currency, counted, total) if part)
    if not period or not unit or _period_of(fold(unit), lang)[0]:
        return unit
    return str(_kinds(lang)["words"]["per"]).format(unit=unit, period=period)


def period_in(phrase: str, lang: str = "en") -> str:
    """The stretch of time that a phrase ends with: "week" for "twice a week" and for "every Monday"; "" for none."""
    last = re.findall(r"[^\W\d_]+", fold(phrase))[-1:]
    return next((name for name, said in _kinds(lang)["periods"].items() if last and last[0] in said), "")


def currency_sign(sign: str, lang: str = "en") -> str:
    """The sign of a currency, where it is one; else ""."""
    return sign if sign in _kinds(lang)["money"]["before"] else ""


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

"""Counts of days, weeks and months: "three weeks", "1 1/2 months", "half a year"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from bot.language.reading.date_basics import Day, Kind, Rule, rule
from bot.language.reading.text import alternatives

_HALF_MONTH = 15


@dataclass(frozen=True, slots=True)
class Counts:
    """How a language counts days: patterns for a number and its unit, and what they add."""

    number: str
    unit: str
    weeks: str
    counts: dict[str, int]
    days: dict[str, int]
    months: dict[str, int]
    half: frozenset[str]

    def added(self, match: re.Match[str], start: date, sign: int = 1) -> date:
        """The day so far from `start`. Raises OverflowError and ValueError beyond the calendar."""
        half = bool(match["half"]) or match["n"] in self.half
        number = 0 if match["n"] in self.half else self._whole(match["n"])
        if match["unit"] in self.days:
            twice = (2 * number + half) * self.days[match["unit"]]
            return start + timedelta(days=sign * ((twice + 1) // 2))
        months = self.months[match["unit"]]
        over = half * (months * _HALF_MONTH * 2 if months == 1 else months) // 2
        more = relativedelta(days=over) if months == 1 else relativedelta(months=over)
        whole = relativedelta(months=sign * number * months)
        return start + whole + (more if sign > 0 else -more)

    def weeks_in(self, match: re.Match[str]) -> int:
        """The whole weeks of a count that `weeks` matched."""
        return self._whole(match["n"]) * self.days[match["unit"]] // 7

    def _whole(self, number: str) -> int:
        return self.counts[number] if number in self.counts else int(number)


def counts_of(words: dict[str, Any]) -> Counts:
    """The counts of a language, from its table of words for dates."""
    counts: dict[str, int] = words["count"]
    days: dict[str, int] = words["days"]
    months: dict[str, int] = words["calendar_months"]
    half: list[str] = words["words"]["half"]
    after = alternatives(words["words"]["and_a_half"])
    digits = rf"(?<![0-9] )(?:[0-9]{{1,9}}|{_keys(dict.fromkeys(half, 0))})"  # not the "1/2" of "1 1/2"
    whole = rf"(?P<n>{digits}|{_keys(counts)})"
    weekly = [name for name, length in days.items() if length % 7 == 0]
    return Counts(
        number=rf"(?<![0-9][/.,])\b{whole}(?P<half>{after})?",
        unit=rf"(?P<unit>{alternatives([*days, *months])})",
        weeks=rf"\b(?P<n>[0-9]{{1,9}}|{_keys(counts)}) {{0,2}}(?P<unit>{alternatives(weekly)})\b'?",
        counts=counts,
        days=days,
        months=months,
        half=frozenset(half),
    )


def _keys(names: dict[str, int]) -> str:
    """Names with single spaces only, so that the match is a key of the table."""
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"


def count_rules(words: dict[str, Any]) -> Iterator[Rule]:
    """What is counted from today."""
    counts, table = counts_of(words), words["words"]
    amount = rf"{counts.number} {{0,2}}{counts.unit}"
    within = alternatives(table["in"])

    def later(match: re.Match[str], day: Day) -> date:
        return counts.added(match, day.today)

    no_rate = "".join(rf"(?<!\b{re.escape(word)} )" for word in table["rate"])
    ahead = rf"{no_rate}{amount}'? {{0,2}}{alternatives(table['from_now'])}\b"
    yield rule(rf"\b{within} (?:{ahead})", later)
    yield rule(ahead, later)
    yield rule(rf"\b{within} (?:the next )?{amount}\b", later)
    yield rule(rf"^\s*(?P<all>(?:the next )?{amount})[\s.!]*$", later)
    near: dict[str, int] = words["near"]
    yield rule(
        rf"\b(?:the )?(?P<near>{alternatives(near)})\b",
        lambda match, day: day.today + timedelta(days=near[match["near"]]),
        Kind.NEAR,
    )

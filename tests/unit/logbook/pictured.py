"""Logs of all kinds of targets, to be drawn."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from bot.activities.logbook.brief_messages import LogBrief
from bot.domain.logbook import AgreedTarget, Entry, Log
from bot.domain.terms import Measure, MeasureKind, Target
from bot.messages.registry import Reader
from prompts.words import words_for
from tests.world import START, terms

WEEK = timedelta(days=7)
OPENINGS = terms().targets[0]
TIME = replace(OPENINGS, statement="Run 5 km in 25 minutes", baseline=Decimal(32), goal=Decimal(25), unit="minutes")
TIME = replace(TIME, measure=Measure(MeasureKind.TIME, seconds=60))
GRADES = Measure(MeasureKind.GRADE, scale=("E", "D", "C", "B", "A"))
GRADE = replace(OPENINGS, statement="Get a B in chemistry", baseline=Decimal(1), goal=Decimal(3), measure=GRADES)
GRADE = replace(GRADE, unit="grade (E to A)")
RATE = replace(OPENINGS, statement="Read 20 pages a week", baseline=Decimal(5), goal=Decimal(20), unit="pages per week")
RATE = replace(RATE, measure=Measure(period="week"))


def brief(target: Target, *values: str, weeks: int = 8, changed: tuple[int, Target] | None = None) -> LogBrief:
    """A number a week; `changed` says after how many weeks the contract said what from then on."""
    end = START + weeks * WEEK
    agreed = [AgreedTarget(target, START, end)]
    if changed is not None:
        agreed.append(AgreedTarget(changed[1], START + changed[0] * WEEK + WEEK / 2, end + WEEK))
    entries = tuple(Entry(START + place * WEEK, Decimal(value)) for place, value in enumerate(values, 1) if value)
    return LogBrief(Log(tuple(agreed), entries), "", "UTC")


def reader(language: str = "en", weeks: float = 5) -> Reader:
    return Reader("USTUDENT", words_for(language), "UTC", START + weeks * WEEK)


EASIER = replace(OPENINGS, goal=Decimal(6))
ALL = {
    "up": brief(OPENINGS, "3", "3", "4", "6", "5"),
    "changed": brief(OPENINGS, "3", "2", "3", "4", "5", changed=(2, EASIER)),
    "down": brief(TIME, "31.5", "30", "", "28.25", "27"),
    "grade": brief(GRADE, "1", "2", "2", "3", "2"),
    "rate": brief(RATE, "8", "12", "0", "21", "18"),
    "one": brief(OPENINGS, "3"),
    "equal": brief(OPENINGS, "2", "2", "2"),
    "far": brief(OPENINGS, "3", "1000000", "4"),
    "many": brief(OPENINGS, *(str(2 + place % 5 + place // 40) for place in range(200)), weeks=200),
    "late": brief(OPENINGS, "3", "4", "5", "6", "7", weeks=4),
}

"""How long the message with a chart takes to make of a log that was read: the longest log that is drawn whole, and one
that has to be thinned, with a change of the contract in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from time import process_time

from bot.activities.logbook.brief_messages import LogBrief
from bot.activities.logbook.chart_messages import chart_of
from bot.activities.logbook.messages import HowItGoes, how_it_goes
from bot.domain.logbook import AgreedTarget, Entry, Log
from bot.messages.registry import Reader
from prompts.words import words_for
from tests.bench.report import Measurement, middle
from tests.world import START, terms

MOST_MS = 2.0
MOST_MESSAGE_MS = 10.0
"""With all that stands around it, and the same in words."""
SIZES = {"chart_ms_of_20": 19, "chart_ms_of_200": 200}
ROUNDS, EACH = 9, 20


def measure() -> Iterator[Measurement]:
    for name, count in SIZES.items():
        yield _line(name, _milliseconds(count, whole=False), MOST_MS)
    yield _line("chart_message_ms_of_200", _milliseconds(200, whole=True), MOST_MESSAGE_MS)


def _line(name: str, value: float, most: float) -> Measurement:
    return {
        "name": name,
        "value": round(value, 3),
        "unit": "ms",
        "baseline": most,
        "ratio": round(value / most, 2),
    }


def log_of_many(count: int) -> Log:
    """A number a day, up and down on the way; halfway the goal was made smaller."""
    target, day = terms().targets[0], timedelta(days=1)
    end = START + count * day
    entries = tuple(
        Entry(START + place * day, Decimal(2) + Decimal(place * 6) / count + place % 3, "reading aloud helped")
        for place in range(1, count + 1)
    )
    easier = replace(target, goal=Decimal(6))
    return Log((AgreedTarget(target, START, end), AgreedTarget(easier, START + count // 2 * day, end)), entries)


def _milliseconds(count: int, *, whole: bool) -> float:
    reader = Reader("U1", words_for(), "UTC", START + count * timedelta(days=1))
    took = []
    for _ in range(ROUNDS):
        briefs = [LogBrief(log_of_many(count), "Ana", "UTC") for _ in range(EACH)]  # a log keeps what it worked out
        began = process_time()
        for brief in briefs:
            how_it_goes(HowItGoes(1, 0), brief, reader) if whole else chart_of(brief, reader)
        took.append((process_time() - began) * 1000 / EACH)
    return middle(took)

"""How long a school's calendar of the most events takes to be read, and what that holds in memory; how soon a hostile
one is refused."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from time import perf_counter

from bot.calendars.reading import WORKER, read_calendar
from bot.calendars.worker import EVENTS_MOST
from bot.domain.school_calendar import CalendarUnread
from tests.bench.report import Measurement, line, middle
from tests.unit.calendars.files import HOSTILE, calendar, event

ROUNDS = 3
MOST_MS, MOST_MIB = 2_000.0, 100.0
FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
PEAK = """
import runpy, sys, resource
runpy.run_path(sys.argv[1], run_name="__main__")
from tests.bench.memory import peak
print("\\n", peak())
"""


def measure() -> Iterator[Measurement]:
    """Against what may be taken: 2 s and 100 MiB."""
    many = calendar(*(_event(number) for number in range(EVENTS_MOST)))
    times = [_milliseconds(many) for _ in range(ROUNDS)]
    yield line(f"a calendar of {EVENTS_MOST} events read, against the most", middle(times), "ms", MOST_MS)
    yield line(f"memory for a calendar of {EVENTS_MOST} events, against the most", _peak(many), "MiB", MOST_MIB)
    slowest = max(_milliseconds(calendar(event(), one)) for one in HOSTILE.values())
    yield line("the slowest hostile calendar refused, against the most", slowest, "ms", MOST_MS)


def _event(number: int) -> str:
    """One in five repeats."""
    day = f"2027{1 + number % 12:02d}{1 + number % 28:02d}"
    rule = ("RRULE:FREQ=YEARLY;COUNT=3",) if number % 5 == 0 else ()
    return event(f"Event {number}", day, day, *rule, uid=f"{number}@school.test")


def _milliseconds(data: bytes) -> float:
    began = perf_counter()
    with suppress(CalendarUnread):
        asyncio.run(read_calendar(data, FIRST, LAST, "Europe/Vienna"))
    return (perf_counter() - began) * 1000


def _peak(data: bytes) -> float:
    asked = json.dumps({"first": str(FIRST), "last": str(LAST), "timezone": "Europe/Vienna"}).encode() + b"\n" + data
    done = subprocess.run([sys.executable, "-c", PEAK, str(WORKER)], input=asked, capture_output=True, check=True)
    return float(done.stdout.decode().rpartition("\n ")[2])

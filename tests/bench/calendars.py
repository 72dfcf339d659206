"""How long a school's calendars of the most events take to be read, in the program of its own that reads them, and what
that holds in memory; how soon a hostile one is refused.

Beside the CPU for each stands the CPU of a program that only parses the same file with icalendar: both bear what else
the machine does.
"""

import asyncio
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from time import perf_counter

from bot.calendars.reading import WORKER, read_calendar
from bot.calendars.worker import EVENTS_MOST
from bot.domain.school_calendar import CalendarUnread
from tests.bench.report import Measurement, line, middle
from tests.unit.calendars.files import HOSTILE, calendar, event, happening

ROUNDS = 3
MOST_MS, MOST_MIB = 2_000.0, 100.0
LESSONS = 5_000
FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
PEAK = """
import runpy, sys, resource
runpy.run_path(sys.argv[1], run_name="__main__")
from tests.bench.memory import peak
print("\\n", peak())
"""


BARE = "import sys, icalendar; icalendar.Calendar.from_ical(sys.stdin.buffer.read())"


def measure() -> Iterator[Measurement]:
    """Against what may be taken: 2 s and 100 MiB."""
    many = calendar(*(_event(number) for number in range(EVENTS_MOST)))
    times = [_milliseconds(many) for _ in range(ROUNDS)]
    yield line(f"a calendar of {EVENTS_MOST} events read, against the most", middle(times), "ms", MOST_MS)
    yield line(f"memory for a calendar of {EVENTS_MOST} events, against the most", _peak(many), "MiB", MOST_MIB)
    timetable = calendar(*(_lesson(number) for number in range(LESSONS)))
    for name, data in ((f"a calendar of {EVENTS_MOST} events", many), (f"a timetable of {LESSONS} lessons", timetable)):
        ours, bare = [], []
        for _ in range(ROUNDS):
            ours.append(_cpu(lambda d=data: _milliseconds(d)))  # type: ignore[misc]
            bare.append(_cpu(lambda d=data: _parse(d)))  # type: ignore[misc]
        yield line(f"CPU for {name}, against icalendar's parser alone", middle(ours), "ms", middle(bare))
    slowest = max(_milliseconds(calendar(event(), one)) for one in HOSTILE.values())
    yield line("the slowest hostile calendar refused, against the most", slowest, "ms", MOST_MS)


def _event(number: int) -> str:
    """One in five repeats."""
    day = f"2027{1 + number % 12:02d}{1 + number % 28:02d}"
    rule = ("RRULE:FREQ=YEARLY;COUNT=3",) if number % 5 == 0 else ()
    return event(f"Event {number}", day, day, *rule, uid=f"{number}@school.test")


def _lesson(number: int) -> str:
    """An hour of some day of two years."""
    day = date(2026, 9, 1) + timedelta(days=number % 700)
    begins, ends = (f":{day:%Y%m%d}T{8 + number % 7:02d}{minute}" for minute in ("0000", "4500"))
    return happening(begins, f"DTEND{ends}", name=f"Lesson {number}").replace("UID:a", f"UID:{number}@school.test")


def _cpu(work: Callable[[], object]) -> float:
    """Milliseconds that the programs took that it starts and waits for."""
    began = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime) * 1000


def _parse(data: bytes) -> None:
    subprocess.run([sys.executable, "-c", BARE], input=data, check=True)


def _milliseconds(data: bytes) -> float:
    began = perf_counter()
    with suppress(CalendarUnread):
        asyncio.run(read_calendar(data, FIRST, LAST, "Europe/Vienna"))
    return (perf_counter() - began) * 1000


def _peak(data: bytes) -> float:
    asked = json.dumps({"first": str(FIRST), "last": str(LAST), "timezone": "Europe/Vienna"}).encode() + b"\n" + data
    done = subprocess.run([sys.executable, "-c", PEAK, str(WORKER)], input=asked, capture_output=True, check=True)
    return float(done.stdout.decode().rpartition("\n ")[2])

"""How long a school's OneRoster export takes to be read, in the program of its own that reads it, and what that
holds in memory."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from time import perf_counter

from bot.rosters.reading import WORKER, read_roster
from tests.bench.calendars import PEAK
from tests.bench.report import Measurement, line, middle
from tests.unit.rosters.files import packed

ROUNDS = 3
ROWS = 10_000
CLASSES = 100
MOST_MS, MOST_MIB = 5_000.0, 200.0


def measure() -> Iterator[Measurement]:
    """Against what may be taken: 5 s and 200 MiB."""
    export = school()
    times = [_milliseconds(export) for _ in range(ROUNDS)]
    yield line(f"a OneRoster export of {ROWS} enrollments read, against the most", middle(times), "ms", MOST_MS)
    yield line(f"memory for {ROWS} enrollments, against the most", _peak(export), "MiB", MOST_MIB)


def school() -> bytes:
    """Each student is in one class of a hundred."""
    users = [f"u{n},active,pupil{n},Given{n},Family{n},pupil{n}@school.test,secret" for n in range(ROWS)]
    classes = [f"c{n},active,Class {n},o1,t1" for n in range(CLASSES)]
    places = [f"e{n},active,c{n % CLASSES},u{n},student" for n in range(ROWS)]
    return packed(
        {
            "manifest.csv": "propertyName,value\noneroster.version,1.2\n",
            "orgs.csv": "sourcedId,status,name,type\no1,active,School,school\n",
            "academicSessions.csv": "sourcedId,status,startDate,endDate\nt1,active,2026-09-01,2027-06-25\n",
            "users.csv": "\n".join(["sourcedId,status,username,givenName,familyName,email,password", *users]),
            "classes.csv": "\n".join(["sourcedId,status,title,schoolSourcedId,termSourcedIds", *classes]),
            "enrollments.csv": "\n".join(["sourcedId,status,classSourcedId,userSourcedId,role", *places]),
        }
    )


def _milliseconds(export: bytes) -> float:
    began = perf_counter()
    found = asyncio.run(read_roster([("export.zip", export)], "c7"))
    assert len(found.people) == ROWS // CLASSES
    return (perf_counter() - began) * 1000


def _peak(export: bytes) -> float:
    asked = json.dumps({"files": [["export.zip", len(export)]], "wanted": "c7"}).encode() + b"\n" + export
    done = subprocess.run([sys.executable, "-c", PEAK, str(WORKER)], input=asked, capture_output=True, check=True)
    return float(done.stdout.decode().rpartition("\n ")[2])

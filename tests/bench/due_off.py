"""Due check-ins in forty zones, some of them with half hours, in classes with a calendar of days off and with students
who were, are and will be away: per row, against the same check-ins where no class has a calendar and nobody was away.

Both are claimed by what runs in production, on copies of one database, in turns. One class in ten has a day off, whose
check-ins wait for the next school day; one student in fifty is away, whose check-ins are left to be looked at one by
one, which is no part of this: claimed they are all, asked fewer.
"""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import process_time
from typing import Any

from sqlalchemy import Engine, func, insert, select

from bot.domain.check_ins import CheckInState
from storage.engine import open_engine
from storage.tables.classes import (
    AbsenceRow,
    CheckInRow,
    ClassroomRow,
    ContractRow,
    DayOffRow,
    MembershipRow,
    PersonRow,
    table,
)
from storage.tables.classes import Row as AnyRow
from tests.bench import due
from tests.bench.report import Measurement, line, middle

SIZE = 50_000
ROUNDS = 3
MOST = 2.0
"""Times the claim without all this."""
ZONES = (
    *("Europe/Lisbon", "Europe/London", "Europe/Dublin", "Europe/Madrid", "Europe/Paris", "Europe/Berlin"),
    *("Europe/Vienna", "Europe/Rome", "Europe/Warsaw", "Europe/Athens", "Europe/Helsinki", "Europe/Istanbul"),
    *("Africa/Casablanca", "Africa/Lagos", "Africa/Cairo", "Africa/Johannesburg", "Africa/Nairobi", "Asia/Jerusalem"),
    *("Asia/Baghdad", "Asia/Riyadh", "Asia/Tehran", "Asia/Dubai", "Asia/Baku", "Asia/Kabul", "Asia/Karachi"),
    *("Asia/Tashkent", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Almaty", "Asia/Yangon", "Asia/Bangkok"),
    *("Asia/Jakarta", "Asia/Shanghai", "Asia/Singapore", "Australia/Perth", "Australia/Eucla", "Asia/Tokyo"),
    *("Australia/Darwin", "Australia/Brisbane"),
)
"""In all of these it is day at 08:45 UTC."""
OFF_TODAY, ELSEWHERE, EVER_AWAY, AWAY_NOW = 10, 5, 10, 50
"""One class in so many; one student in so many is in another zone than the class, was or will be away, is away."""


def measure(size: int = SIZE) -> Iterator[Measurement]:
    """Microseconds of the processor's time a row; the ratio is to be at most MOST."""
    times: dict[str, list[float]] = {"bare": [], "whole": []}
    with tempfile.TemporaryDirectory() as folder:
        for name in times:
            _fill(Path(folder) / f"{name}.db", size, with_days_off=name == "whole")
        for _ in range(ROUNDS):
            for name, taken in times.items():
                taken.append(_claimed(Path(folder) / f"{name}.db", size, with_days_off=name == "whole"))
    whole, bare = (middle(times[name]) * 1e6 for name in ("whole", "bare"))
    name = f"due check-ins in {len(ZONES)} zones, {size:,} rows: claim with calendars and absences"
    yield line(f"{name}, against without (at most {MOST:g})", whole, "us CPU/row", bare)


def _fill(path: Path, size: int, *, with_days_off: bool) -> None:
    engine = open_engine(f"sqlite:///{path}")
    AnyRow.metadata.create_all(engine)
    for start in range(0, size, due.WRITTEN_AT_ONCE):
        students = range(start, min(start + due.WRITTEN_AT_ONCE, size))
        classes = [n // due.CLASS_SIZE for n in students if n % due.CLASS_SIZE == 0]
        with engine.begin() as connection:
            connection.execute(insert(table(PersonRow)), [_person(n) for n in students])
            connection.execute(insert(table(ClassroomRow)), [_classroom(n) for n in classes])
            connection.execute(insert(table(MembershipRow)), [due._membership(n) for n in students])
            connection.execute(insert(table(ContractRow)), [due._contract(n) for n in students])
            connection.execute(insert(table(CheckInRow)), [due._check_in(n) for n in students])
            if with_days_off:
                connection.execute(insert(table(DayOffRow)), [row for n in classes for row in _days_off(n)])
                connection.execute(insert(table(AbsenceRow)), [row for n in students for row in _absences(n)])
    engine.dispose()


def _zone(classroom: int) -> str:
    return ZONES[classroom % len(ZONES)]


def _classroom(n: int) -> dict[str, Any]:
    return due._classroom(n) | {"timezone": _zone(n)}


def _person(n: int) -> dict[str, Any]:
    return due._person(n) | {"timezone": _zone(n // due.CLASS_SIZE + n % ELSEWHERE // (ELSEWHERE - 1))}


def _days_off(classroom: int) -> list[dict[str, Any]]:
    """Single days, and some weeks, over a school year; events of a file that are no day off; today for some."""
    today = due.NOW.date()
    spans = [(today + timedelta(days=21 * n + 2), 1 if n % 4 else 12) for n in range(-6, 12)]
    rows = [_day_off(classroom, first, length, closes=n % 6 != 5) for n, (first, length) in enumerate(spans)]
    return [*rows, _day_off(classroom, today, 3)] if classroom % OFF_TODAY == 0 else rows


def _day_off(classroom: int, first: date, length: int, *, closes: bool = True) -> dict[str, Any]:
    place = {"workspace": due._workspace(classroom * due.CLASS_SIZE), "classroom": classroom + 1}
    what = {"name": "Half term", "source": "file", "uid": f"{first}@school.test", "closes": closes, "decided": True}
    return {**place, "first_on": first, "last_on": first + timedelta(days=length - 1), **what}


def _absences(n: int) -> list[dict[str, Any]]:
    starts = [-60, 30] if n % EVER_AWAY == 0 else []
    return [_absence(n, start) for start in ([*starts, -1] if n % AWAY_NOW == 0 else starts)]


def _absence(n: int, start: int) -> dict[str, Any]:
    place = {"workspace": due._workspace(n), "classroom": n // due.CLASS_SIZE + 1, "student": due._user(n)}
    begins = due.NOW + timedelta(days=start)
    ends = begins + timedelta(days=4)
    days = {"first_on": begins.date(), "last_on": ends.date(), "begins_at": begins, "ends_at": ends}
    said = {"by": due._user(n), "said_at": begins, "contract": None, "open_ended": False, "ended_at": None}
    return {**place, **days, **said}


def _claimed(path: Path, size: int, *, with_days_off: bool) -> float:
    """Seconds a row, on a copy; what became of them is looked at too."""
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    engine = open_engine(f"sqlite:///{copy}")
    began = process_time()
    rows = due._claim(engine, None)
    taken = (process_time() - began) / rows
    assert rows == size
    assert _asked(engine) == sum(_is_asked(n) or not with_days_off for n in range(size))
    engine.dispose()
    copy.unlink()
    return taken


def _is_asked(n: int) -> bool:
    return n // due.CLASS_SIZE % OFF_TODAY != 0 and n % AWAY_NOW != 0


def _asked(engine: Engine) -> int:
    check_in = table(CheckInRow)
    asked = select(func.count()).where(check_in.c.state == CheckInState.PROMPTED.value)
    with engine.connect() as connection:
        return int(connection.execute(asked).scalar_one())

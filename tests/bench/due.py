"""Due check-ins, per row, against one APScheduler job per check-in in SQLAlchemyJobStore.

Both sides do the same: write what is to happen at a time, and when the time has come, find it, do it once, and
leave what is to be said in an outbox with a row for each. Ours is what runs in production (checking_in/prompting
over storage/queries/due.py, on a SQLite file); the other side gets the same engine, writes its outbox rows with a raw
insert each, and fires as fast as its scheduler can. What counts is the time of the processor, which other work
on the machine does not change; the other side's commit to disk for each job is not counted against it.
"""

import asyncio
import sqlite3
import tempfile
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import process_time
from typing import Any

from sqlalchemy import Connection, Engine, insert

from bot.activities.checking_in.prompting import ask_due
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Status
from storage.engine import open_engine
from storage.queries.due import agendas
from storage.tables.classes import CheckInRow, ClassroomRow, ContractRow, MembershipRow, PersonRow, Row, table

NOW = datetime(2027, 1, 11, 8, 45, tzinfo=UTC)
CLASS_SIZE = 25
BATCH = 1000
WRITTEN_AT_ONCE = 5000
JOBS = 2000
"""For the other side, whose cost for each job grows with their number: few are kind to it."""

Measurement = dict[str, Any]


def measure(sizes: tuple[int, ...] = (50_000, 500_000)) -> list[Measurement]:
    """{name, value, unit, baseline, ratio} for each size: microseconds of the processor's time a row, with how many
    times the baseline costs; and the peak of memory while claiming, against that of the first size."""
    added, fired = asyncio.run(_apscheduler(JOBS))
    found: list[Measurement] = []
    peaks: list[float] = []
    for size in sizes:
        written, claimed, peak = _ours(size)
        name = f"due check-ins, {size:,} rows"
        found += [
            _line(f"{name}: write and claim", written + claimed, added + fired),
            _line(f"{name}: claim", claimed, fired),
        ]
        peaks.append(peak)
        memory = {"name": f"{name}: peak of memory while claiming", "value": round(peak, 2), "unit": "MB"}
        found.append({**memory, "baseline": round(peaks[0], 2), "ratio": round(peak / peaks[0], 2)})
    return found


def _line(name: str, ours: float, baseline: float) -> Measurement:
    """Seconds for each row, as microseconds."""
    value, base = round(ours * 1e6, 1), round(baseline * 1e6, 1)
    return {"name": name, "value": value, "unit": "us CPU/row", "baseline": base, "ratio": round(base / value, 1)}


def _ours(size: int) -> tuple[float, float, float]:
    """Seconds a row to write and to claim `size` check-ins, and the peak of memory in MB while claiming some."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/accord.db")
        Row.metadata.create_all(engine)
        with engine.begin() as connection:
            _classes(connection, size)
        written = _write(engine, size)
        tracemalloc.start()
        _claim(engine, 5)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        began = process_time()
        rows = _claim(engine, None)
        claimed = (process_time() - began) / rows
        engine.dispose()
    return written, claimed, peak


def _classes(connection: Connection, size: int) -> None:
    """`size` students, in classes of their own, each with a running contract."""
    for start in range(0, size, WRITTEN_AT_ONCE):
        students = range(start, min(start + WRITTEN_AT_ONCE, size))
        connection.execute(insert(table(PersonRow)), [_person(n) for n in students])
        classes = [_classroom(n // CLASS_SIZE) for n in students if n % CLASS_SIZE == 0]
        connection.execute(insert(table(ClassroomRow)), classes)
        connection.execute(insert(table(MembershipRow)), [_membership(n) for n in students])
        connection.execute(insert(table(ContractRow)), [_contract(n) for n in students])


def _write(engine: Engine, size: int) -> float:
    began = process_time()
    for start in range(0, size, WRITTEN_AT_ONCE):
        with engine.begin() as connection:
            rows = [_check_in(n) for n in range(start, min(start + WRITTEN_AT_ONCE, size))]
            connection.execute(insert(table(CheckInRow)), rows)
    return (process_time() - began) / size


def _claim(engine: Engine, batches: int | None) -> int:
    """Claim batch by batch until nothing is due, or so many; returns the number of rows."""
    begin, rows = agendas(engine), 0
    while batches is None or batches > 0:
        with begin() as agenda:
            due, _ = ask_due(agenda, NOW, BATCH)
        rows += due
        batches = None if batches is None else batches - 1
        if due < BATCH:
            break
    return rows


def _workspace(n: int) -> str:
    return f"T{n // 5000}"


def _user(n: int) -> str:
    return f"U{n:09}"


def _person(n: int) -> dict[str, Any]:
    return {
        "workspace": _workspace(n),
        "user": _user(n),
        "name": "Ana",
        "timezone": "Europe/Vienna",
        "locale": "en",
        "is_admin": False,
        "is_bot": False,
        "is_active": True,
    }


def _classroom(n: int) -> dict[str, Any]:
    return {
        "id": n + 1,
        "workspace": _workspace(n * CLASS_SIZE),
        "channel": f"C{n}",
        "name": "English 11",
        "timezone": "Europe/Vienna",
        "term_ends_on": date(2027, 6, 25),
        "check_in_days": ["MO"],
        "check_in_time": time(8, 45),
        "shoutouts": True,
        "autonomy": "shared",
        "quiet_from": time(20, 0),
        "quiet_until": time(7, 0),
        "archived": False,
    }


def _membership(n: int) -> dict[str, Any]:
    place = {"workspace": _workspace(n), "classroom": n // CLASS_SIZE + 1, "user": _user(n)}
    return {**place, "side": "student", "joined_at": NOW, "left_at": None}


def _contract(n: int) -> dict[str, Any]:
    return {
        "id": n + 1,
        "workspace": _workspace(n),
        "classroom": n // CLASS_SIZE + 1,
        "student": _user(n),
        "status": Status.ACTIVE.value,
        "started_at": NOW,
        "versions": 1,
        "ends_at": NOW + timedelta(days=60),
        "revision": 0,
    }


def _check_in(n: int) -> dict[str, Any]:
    due = NOW - timedelta(minutes=5 * (n // CLASS_SIZE % 12))  # each class has its own time
    return {
        "workspace": _workspace(n),
        "contract": n + 1,
        "student": _user(n),
        "number": 1,
        "due_at": due,
        "wake_at": due,
        "state": CheckInState.PLANNED.value,
        "revision": 0,
    }


class _Outbox:
    """The other side's outbox: one raw insert in one transaction for each job, as an independent job does."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode=WAL").close()
        self.connection.execute("PRAGMA synchronous=OFF").close()  # it is to cost as little as can be
        self.connection.execute("CREATE TABLE outbox (check_in INTEGER PRIMARY KEY, said TEXT)").close()

    def say(self, check_in: int) -> None:
        self.connection.execute("INSERT INTO outbox VALUES (?, ?)", (check_in, "check-in-due")).close()

    def count(self) -> int:
        return int(self.connection.execute("SELECT count(*) FROM outbox").fetchone()[0])


_outbox: _Outbox | None = None


async def fire(check_in: int) -> None:
    """The job: it lives at module level, since the store keeps its name."""
    if _outbox is not None:
        _outbox.say(check_in)


@contextmanager
def _another_outbox(path: Path) -> Iterator[_Outbox]:
    global _outbox
    _outbox = _Outbox(path)
    try:
        yield _outbox
    finally:
        _outbox.connection.close()
        _outbox = None


async def _apscheduler(jobs: int) -> tuple[float, float]:
    """Seconds a job to add `jobs` of them to the store, and to fire them all."""
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

    with tempfile.TemporaryDirectory() as folder, _another_outbox(Path(folder) / "outbox.db") as outbox:
        store = SQLAlchemyJobStore(engine=open_engine(f"sqlite:///{folder}/jobs.db"))
        scheduler = AsyncIOScheduler(
            jobstores={"default": store}, timezone=UTC, job_defaults={"misfire_grace_time": None}
        )
        scheduler.start(paused=True)
        past = datetime.now(UTC) - timedelta(seconds=1)
        began = process_time()
        for n in range(jobs):
            scheduler.add_job(fire, "date", run_date=past, args=[n], id=str(n))
        added = (process_time() - began) / jobs
        began = process_time()
        scheduler.resume()
        while outbox.count() < jobs:
            await asyncio.sleep(0.005)
        fired = (process_time() - began) / jobs
        scheduler.shutdown(wait=False)
        await asyncio.sleep(0)
    return added, fired

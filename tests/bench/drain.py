"""Half a million prompts of one morning, in a thousand workspaces, at the rate that Slack allows: who waits how long?

    python -m tests.bench.drain [rows] [seconds]

What runs is what runs in production: the ticker's use case lays the prompts out, the sender claims, paces, sends and
writes down, on a SQLite file. Time is virtual: nothing sleeps, a call to Slack takes 0.15 s of it, and Slack refuses
more than 300 messages a minute in a workspace, or more than one a second (five at once) in a conversation. One school
has a fifth of all students, the others are small. Where the machine does not get through in the given real seconds,
the figures are those of what it did.
"""

import asyncio
import selectors
import sys
import tempfile
import time
from collections import Counter, defaultdict, deque
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress
from sqlalchemy import Engine, insert

from bot.domain.outbox import Delivery, File, Late, Limited, Message, Missing, Outcome, SearchOutcome, Sent
from bot.jobs.ticker import Ticker
from bot.logs import set_up_logs
from bot.outbox.pacing import Pacing
from bot.outbox.sender import Sender
from bot.runner import Inline, Runner
from storage.engine import open_engine
from storage.queries.due import agendas
from storage.queries.sending import sendings
from storage.tables.classes import CheckInRow, ClassroomRow, ContractRow, MembershipRow, PersonRow, Row, table
from storage.unit_of_work import Transactions
from tests.bench import due
from tests.bench.memory import peak
from tests.bench.report import Measurement, line

ROWS, WORKSPACES, SECONDS = 500_000, 1_000, 280.0
LARGEST = 0.2
"""The share of all students who are in the largest school."""

SMALL = 30
"""Students: a school of one class."""

A_CALL = 0.15
A_MINUTE, AT_ONCE = 300, 5
NOON = due.NOW
"""08:45, in fact: when everybody's check-in is due."""


class VirtualTime(asyncio.SelectorEventLoop):
    """Goes on to the next timer at once, where nothing is left to do."""

    def __init__(self) -> None:
        self.passed = 0.0
        super().__init__(_Impatient(self))

    def time(self) -> float:
        return self.passed


class _Impatient(selectors.DefaultSelector):
    def __init__(self, loop: VirtualTime) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> Any:
        if timeout is None:
            raise RuntimeError("nothing will ever happen any more")
        self._loop.passed += max(timeout, 0.0)
        return super().select(0)


class Clock:
    """The loop's time."""

    def __init__(self, loop: VirtualTime) -> None:
        self._loop = loop

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self._loop.passed)


class StrictSlack:
    """Takes what its rates allow, and keeps when the last message of each workspace arrived."""

    def __init__(self, loop: VirtualTime) -> None:
        self._loop = loop
        self._minutes: dict[str, deque[float]] = defaultdict(deque)
        self._channels: dict[str, tuple[float, float]] = {}
        self.sent: Counter[str] = Counter()
        self.last: dict[str, float] = {}
        self.refused = 0
        self.most_at_once = 0
        self._at_once = 0

    async def post(self, delivery: Delivery, message: Message) -> Outcome:
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        await asyncio.sleep(A_CALL)
        self._at_once -= 1
        if not self._takes(delivery):
            self.refused += 1
            return Limited(30.0)
        self.sent[delivery.workspace] += 1
        self.last[delivery.workspace] = self._loop.passed
        return Sent(f"D{delivery.lane}", f"{self._loop.passed:.6f}")

    def _takes(self, delivery: Delivery) -> bool:
        now, minute = self._loop.passed, self._minutes[delivery.workspace]
        while minute and now - minute[0] >= 60:
            minute.popleft()
        tokens, at = self._channels.get(delivery.lane, (float(AT_ONCE), now))
        tokens = min(float(AT_ONCE), tokens + now - at)
        if len(minute) >= A_MINUTE or tokens < 1:
            return False
        minute.append(now)
        self._channels[delivery.lane] = (tokens - 1, now)
        return True

    async def ephemeral(self, delivery: Delivery, message: Message) -> Outcome:
        return await self.post(delivery, message)

    async def update(self, delivery: Delivery, message: Message) -> Outcome:
        return await self.post(delivery, message)

    async def publish_home(self, delivery: Delivery, message: Message) -> Outcome:
        return await self.post(delivery, message)

    async def find(self, delivery: Delivery) -> SearchOutcome:
        return Missing()

    async def upload(self, delivery: Delivery, file: File, content: bytes) -> Outcome:
        raise NotImplementedError

    async def share(self, delivery: Delivery, message: Message, file: File) -> Outcome:
        raise NotImplementedError

    async def read(self, workspace: str, late: Late) -> Sequence[str]:
        return ()


@dataclass(frozen=True, slots=True)
class Drained:
    """`sizes` are the students of each workspace, `last` when its last prompt arrived, in virtual seconds."""

    sizes: dict[str, int]
    sent: Counter[str]
    last: dict[str, float]
    refused: int
    most_at_once: int
    passed: float
    seconds: float
    megabytes: float

    @property
    def share(self) -> float:
        """Of the rate that Slack allows, 300 a minute for each workspace, while it had something to be sent."""
        allowed = sum(max(n, A_MINUTE / 60 * self._busy(w)) for w, n in self.sent.items())
        return sum(self.sent.values()) / allowed if allowed else 0.0

    def _busy(self, workspace: str) -> float:
        done = self.sent[workspace] == self.sizes[workspace]
        return self.last[workspace] if done else self.passed

    def waits(self, most: int = SMALL) -> list[float]:
        """Until the last prompt of each school of at most so many students arrived, shortest first."""
        return sorted(self.last.get(w, self.passed) for w, n in self.sizes.items() if n <= most)


def schools(rows: int, workspaces: int) -> dict[str, int]:
    """One large one, and the rest from very small to middling; as many students as `rows` in all."""
    large = int(rows * LARGEST)
    weights = [1 + (n * 7919) % 97 for n in range(workspaces - 1)]
    left = rows - large
    sizes = [max(1, left * w // sum(weights)) for w in weights]
    sizes[0] += left - sum(sizes)
    return {"T0": large} | {f"T{n + 1}": size for n, size in enumerate(sizes)}


def fill(engine: Engine, sizes: dict[str, int]) -> None:
    """Everybody has a contract, and a check-in that is due now."""
    first, classes = 0, 0
    for workspace, size in sizes.items():
        here = {"workspace": workspace}
        with engine.begin() as connection:
            for start in range(first, first + size, due.WRITTEN_AT_ONCE):
                students = range(start, min(start + due.WRITTEN_AT_ONCE, first + size))
                classes += 1
                rooms = {"id": classes, "channel": f"C{classes}"}
                place = {"classroom": classes}
                connection.execute(insert(table(PersonRow)), [due._person(n) | here for n in students])
                connection.execute(insert(table(ClassroomRow)), [due._classroom(0) | here | rooms])
                connection.execute(insert(table(MembershipRow)), [due._membership(n) | here | place for n in students])
                connection.execute(insert(table(ContractRow)), [due._contract(n) | here | place for n in students])
                moment = {"due_at": NOON, "wake_at": NOON}
                connection.execute(insert(table(CheckInRow)), [due._check_in(n) | here | moment for n in students])
        first += size


def drain(engine: Engine, sizes: dict[str, int], *, seconds: float = SECONDS, told: Any = None) -> Drained:
    """Ask for every check-in, send every prompt, or as many as these real seconds allow. `told(sent)` hears of it."""
    began = time.monotonic()
    loop = VirtualTime()
    slack = StrictSlack(loop)
    work = _work(engine, Clock(loop), slack, sum(sizes.values()), began + seconds, told or (lambda sent: None))
    try:
        loop.run_until_complete(work)
    finally:
        loop.close()
    took = time.monotonic() - began
    return Drained(sizes, slack.sent, slack.last, slack.refused, slack.most_at_once, loop.passed, took, peak())


async def _work(engine: Engine, clock: Clock, slack: StrictSlack, rows: int, until: float, told: Any) -> None:
    said = Message("How did it go?", ())
    sender = Sender(
        sendings(engine),
        lambda uow, delivery: said,
        slack,
        lambda uow, delivery, error: None,
        Inline(),
        clock,
        pacing=Pacing(),
        alone=True,
    )
    runner = Runner(Transactions(engine).begin, Inline(), clock, sender.wake)
    ticker = Ticker(agendas(engine), runner, Inline(), clock, sender.wake)
    await ticker.tick()
    running = asyncio.create_task(sender.run())
    while sum(slack.sent.values()) < rows and time.monotonic() < until:
        await asyncio.sleep(1.0)
        told(sum(slack.sent.values()))
    await _stopped(sender.stop(), running)


async def _stopped(stopping: Coroutine[Any, Any, None], running: asyncio.Task[None]) -> None:
    await stopping
    await running


@contextmanager
def database() -> Iterator[Engine]:
    """An empty one, in memory where the system has a place for that: what counts here is not the disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        engine = open_engine(f"sqlite:///{folder}/accord.db")
        Row.metadata.create_all(engine)
        yield engine
        engine.dispose()


def lines(drained: Drained) -> Sequence[str]:
    """The figures."""
    waits = drained.waits()
    done = sum(drained.sent[w] == n for w, n in drained.sizes.items())
    return (
        f"prompts sent: {sum(drained.sent.values()):,} of {sum(drained.sizes.values()):,}",
        f"workspaces done: {done:,} of {len(drained.sizes):,}; the largest: {max(drained.sizes.values()):,} students",
        f"share of the rate that Slack allows: {drained.share:.2%}; refused: {drained.refused}",
        f"schools of up to {SMALL} students ({len(waits)}): all asked after "
        f"p50 {waits[len(waits) // 2]:.1f} s, p99 {waits[len(waits) * 99 // 100]:.1f} s",
        f"on their way at once: {drained.most_at_once} at most; memory: {drained.megabytes:.0f} MB at most",
        f"virtual time: {timedelta(seconds=round(drained.passed))}; real time: {drained.seconds:.0f} s",
    )


def measure() -> Iterator[Measurement]:
    """The share of Slack's rate, and how long small schools waited, for as many rows as the time allows."""
    sizes = schools(ROWS, WORKSPACES)
    with database() as engine:
        fill(engine, sizes)
        drained = drain(engine, sizes)
    waits = drained.waits()
    share = line(f"prompts sent of {ROWS:,} in {WORKSPACES:,} workspaces", drained.share * 100, "% of Slack's rate", 98)
    waited = {"p50": round(waits[len(waits) // 2], 1), "p99": round(waits[len(waits) * 99 // 100], 1)}
    yield share | {"sent": sum(drained.sent.values()), "refused": drained.refused, "MB": round(drained.megabytes)}
    yield {"name": f"schools of up to {SMALL} students wait", "unit": "virtual s", **waited}


def main(rows: int = ROWS, seconds: float = SECONDS) -> int:
    """Run it and print the figures; 1 where less than 98 % of the rate was used, or Slack refused anything."""
    console = Console(highlight=False)
    set_up_logs("WARNING")
    sizes = schools(rows, WORKSPACES)
    with database() as engine, Progress(console=console, transient=True) as progress:
        shown = progress.add_task("prompts", total=rows)
        fill(engine, sizes)
        drained = drain(engine, sizes, seconds=seconds, told=lambda sent: progress.update(shown, completed=sent))
    for figure in lines(drained):
        console.print(figure)
    return 0 if drained.share >= 0.98 and not drained.refused else 1


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(int(given[0]) if given else ROWS, float(given[1]) if len(given) > 1 else SECONDS))

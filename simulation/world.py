"""Puts a plan's world together and lets it run: schools, processes, trouble; and looks after every step."""

import asyncio
import random
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from bot.domain.timekeeping import HOLDS
from simulation import people
from simulation.addressees import Addressees
from simulation.apart import in_one_process
from simulation.clocks import ComputerClock, SlackClock
from simulation.colleagues import Colleague
from simulation.crowd import Classmate
from simulation.evidence import Evidence
from simulation.hands import Hands
from simulation.heads import Head
from simulation.horizon import Horizon
from simulation.listening import listening
from simulation.loop import Overrun, VirtualLoop
from simulation.model import Model
from simulation.plan import Item, Plan
from simulation.process import Process
from simulation.properties import EVERY_STEP, IN_THE_END, Property
from simulation.school import School
from simulation.slack import Slack
from simulation.students import Student
from simulation.teachers import Teacher
from simulation.trouble import CALL_FAULTS, EVENT_FAULTS, MODEL_FAULTS, Trouble
from simulation.visitors import Visitor
from storage.engine import open_engine
from storage.migrate import migrate

SETTLES = 3 * 3600.0
"""Seconds after the last act in which everything that is to be said is said."""

SIT_DOWN = {"company": "student", "plans": "teacher"}
"""Who sits down for what nothing asks for."""

IN_ROUNDS = {"gathers": "teacher", "answers": "student", "crowd": "crowd", "colleague": "colleague"}
"""Who does what in what is asked of a whole class."""

ACTS = frozenset({"student", "teacher", "visitor", "head", "roles", *SIT_DOWN, *IN_ROUNDS})

MOST_AHEAD = 45.0
"""Seconds by which a computer's clock is wrong at most while it does not leap: a lease outlasts a call by more."""

HIDDEN = HOLDS.total_seconds() - 300
"""Seconds for which Slack does not say the time at most, while a clock is wrong by more: it is not believed by then."""

SPEAKS = 600.0
"""Seconds for which Slack says the time at least before it is silent again: so long that everybody has asked it. Of two
leaps that overlap, the second one else made one long silence of two short ones."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A property that did not hold, what spoke against it, and after how many acts it was seen."""

    property: str
    why: str
    act: int


@dataclass(slots=True)
class Result:
    """What a run came to. `items` of the plan were done; `acts` are what people did, `steps` what the loop ran."""

    seed: int
    items: int = 0
    acts: int = 0
    steps: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    violations: list[Violation] = field(default_factory=list)
    trace: list[str] = field(default_factory=list)


class World:
    """One run."""

    def __init__(self, plan: Plan, folder: Path, loop: VirtualLoop, errors: list[str], *, trace: bool) -> None:
        self.result = Result(plan.seed)
        self._plan = plan
        self._loop = loop
        self._tracing = trace
        self._true = SlackClock(plan.start, loop)
        self._trouble = Trouble(loop.time)
        path = folder / "accord.db"
        path.write_bytes(migrated())
        self._engine: Engine = open_engine(f"sqlite:///{path}").execution_options(compiled_cache=_COMPILED)
        reader = sqlite3.connect(path, isolation_level=None)
        self._schools = [self._school(place) for place in range(len(plan.classes))]
        self._model = Model(self._trouble, plan.seed, self.say) if plan.model else None
        asked = self._model.asked if self._model else []
        self._evidence = Evidence(self._schools, reader, errors=errors, asked=asked)
        self._people: dict[tuple[int, str, int], Hands] = {
            (s, "student", i): Student(school, p, flat=plan.flat and i == 0)
            for s, school in enumerate(self._schools)
            for i, p in enumerate(school.students)
        } | {
            (s, "teacher", i): Teacher(school, p)
            for s, school in enumerate(self._schools)
            for i, p in enumerate(school.teachers)
        }
        for s, school in enumerate(self._schools):
            for i, p in enumerate(school.visitors):
                self._people[s, "visitor", i] = Visitor(school, p)
            for i, p in enumerate(school.staff):
                self._people[s, "colleague", i] = Colleague(school, p)
            for i, p in enumerate(school.crowd):
                self._people[s, "crowd", i] = Classmate(school, p)
            if school.head is not None:
                self._people[s, "head", 0] = Head(school, school.head)
        for school in self._schools:
            school.slack.on_shown = partial(self._evidence.note, school)
            school.addressees = Addressees(reader)
        self._clocks = [ComputerClock(self._true) for _ in range(plan.processes)]
        self._horizon = Horizon(reader, self._true, loop.awake)
        loop.quiet_until = self._quiet_until
        self._processes: list[Process | None] = [None] * plan.processes
        self._births = 0
        self._files_kept: dict[str, float] = {}
        self._silent_until = -SPEAKS
        self._seen: set[str] = set()

    def _quiet_until(self, now: float) -> float:
        waiting = any(process is not None and process.waits_for_model for process in self._processes)
        return now if waiting else self._horizon.until(now)

    def _school(self, place: int) -> School:
        plan = self._plan.classes[place]
        prefix = "zj"[place]
        school = School(self._true, self._trouble, self._plan.seed * 7 + 1, prefix, self.say)
        if place:
            school.core.state.team_id = f"{school.core.state.team_id}{place}"
        school.core.takes_charts = self._plan.charts
        nicknames, zones = self._plan.nicknames, plan.student_zones
        for zone, called in zip(zones, people.students(place, len(zones), nicknames=nicknames), strict=True):
            school.students.append(school.add(zone=zone, **called))
        for real_name in people.CROWD[place][: self._plan.crowd]:
            school.crowd.append(school.add(real_name.split()[0].lower(), real_name, plan.zone))
        for called in people.teachers(place, nicknames=nicknames):
            school.teachers.append(school.add(zone=plan.zone, **called))
        if plan.beside is None:
            school.open_room("English", plan, school.teachers)
        else:
            school.open_room("English", plan, school.teachers[:1])
            school.open_room("History", plan.beside, school.teachers[1:])
        for real_name in people.STAFF[place][: self._plan.staff]:
            school.staff.append(school.add(real_name.split()[0].lower(), real_name, plan.zone))
        if school.staff:
            school.open_room("Art", plan, school.staff, empty=True)
        if self._plan.head:
            school.head = school.add("ruiz", people.HEADS[place], plan.zone, is_admin=True)
        if self._plan.visitors:
            self._let_in(school, place, plan.zone)
        return school

    def _let_in(self, school: School, place: int, zone: str) -> None:
        guest, stranger = people.VISITORS[place]
        school.guest = school.add(guest.split()[0].lower(), guest, zone, is_guest=True)
        school.stranger = school.add(stranger.split()[0].lower(), stranger, zone, is_admin=True, team="T0ELSEWHERE")

    def say(self, line: str) -> None:
        if self._tracing:
            self.result.trace.append(f"{self._true.now():%m-%d %H:%M:%S.%f} {line}")

    # The run.

    async def run(self) -> None:
        for place in range(self._plan.processes):
            self._boot(place)
        for item in self._plan.items:
            await self._until(item.at)
            self.result.items += 1
            await self._do(item)
            self._look(EVERY_STEP)
            if self.result.violations:
                return
        await self._settle()

    async def _until(self, at: float) -> None:
        if at > self._loop.time():
            await asyncio.sleep(at - self._loop.time())

    async def _do(self, item: Item) -> None:
        if item.what in ACTS:
            self.result.acts += 1
            await self._act(item, random.Random(item.seed))
        else:
            self._make(item)

    async def _act(self, item: Item, rng: random.Random) -> None:
        if item.what == "roles":
            teacher = self._people[item.school, "teacher", item.who]
            assert isinstance(teacher, Teacher)  # noqa: S101 - for the types
            await teacher.changes_roles(rng)
        elif item.what in SIT_DOWN:
            hands = self._people[item.school, SIT_DOWN[item.what], item.who]
            assert isinstance(hands, Student | Teacher)  # noqa: S101 - for the types
            await hands.sits_down(rng)
        elif item.what in IN_ROUNDS:
            await self._people[item.school, IN_ROUNDS[item.what], item.who].takes_part(rng)
        else:
            await self._people[item.school, item.what, item.who].act(rng)

    async def _settle(self) -> None:
        """No more trouble; whatever still has to happen happens."""
        self._trouble.off = True
        for clock in self._clocks:
            clock.ahead = clock.leap = timedelta(0)
        for place, process in enumerate(self._processes):
            if process is None:
                self._boot(place)
        await asyncio.sleep(SETTLES)
        self._evidence.over = True
        self._look(EVERY_STEP)
        self._look(IN_THE_END)

    def _look(self, properties: Iterable[Property]) -> None:
        self._evidence.look_again()
        for holds in properties:
            for why in holds(self._evidence):
                if why not in self._seen:
                    self._seen.add(why)
                    self.say(f"VIOLATION {holds.__name__}: {why}")
                    self.result.violations.append(Violation(holds.__name__, why, self.result.acts))

    # Trouble.

    def _make(self, item: Item) -> None:
        rng = random.Random(item.seed)
        process = self._processes[item.who]
        if item.what in (*CALL_FAULTS, *EVENT_FAULTS, *MODEL_FAULTS):
            self._trouble.order(item.what, rng.choice((1, 1, 2, 3)), item.seed)
        elif item.what == "clock-set":
            self._set_clock(item.who, rng)
        elif item.what == "clock-leap":
            self._leap(item.who, rng)
        elif process is None:
            return
        elif item.what == "rush":
            process.rush.begin(rng.choice((20.0, 60.0, 300.0)), self._trouble)
        elif item.what == "kill":
            process.die_after(rng.choice((0, 1, 2, 3, 4, 5, 8, 13, 21)), handling=rng.random() < 0.6)
        elif item.what == "stop":
            self._trouble.note("stop")
            self.say(f"{process.name} is asked to stop")
            process.stop_soon()
        elif item.what == "pause":
            self._pause(process, rng.choice((3.0, 20.0, 100.0, 200.0)))
        else:
            self._trouble.note("connection-cut")
            slack = self._schools[item.school].slack
            self.say(f"{process.name} loses its connection")
            slack.disconnect(process)
            slack.later(rng.uniform(0.5, 20.0), self._reconnect, slack, process)

    def _reconnect(self, slack: Slack, process: Process) -> None:
        if not (process.dead or process.stopping or slack.is_connected(process)):
            process.connect(slack)

    def _pause(self, process: Process, seconds: float) -> None:
        """The computer does something else for a while, or is suspended."""
        self._trouble.note("pause")
        self.say(f"{process.name} is paused for {seconds} s")
        process.paused = True
        self._schools[0].slack.later(seconds, self._resume, process)

    def _resume(self, process: Process) -> None:
        if process.paused:
            self.say(f"{process.name} goes on")
            process.paused = False
            self._loop.resume(process)

    def _set_clock(self, place: int, rng: random.Random) -> None:
        most = MOST_AHEAD if self._plan.processes == 1 else 10.0
        ahead = rng.uniform(-most, most)
        self._trouble.note("clock-set")
        self.say(f"the clock of computer {place} is set to {ahead:+.1f} s")
        self._clocks[place].ahead = timedelta(seconds=ahead)

    def _leap(self, place: int, rng: random.Random) -> None:
        """Slack says the time, or is silent about it for no longer than a new time has to hold."""
        hours = rng.choice((rng.uniform(0.5, 30), rng.uniform(0.5, 30), 10 * 24, 400 * 24)) * rng.choice((-1, 1))
        lasts, silent = (rng.uniform(60, HIDDEN), True) if rng.random() < 0.5 else (rng.uniform(60, 30 * 3600), False)
        silent = silent and self._loop.time() >= self._silent_until + SPEAKS
        self._trouble.note("clock-leapt")
        self.say(f"the clock of computer {place} leaps by {hours:+.1f} h{' unseen' if silent else ''}")
        clock = self._clocks[place]
        clock.leap = timedelta(hours=hours)
        if silent:
            self._silent_until = self._loop.time() + lasts
            for school in self._schools:
                school.slack.no_time_until = self._silent_until
        self._schools[0].slack.later(lasts, self._leap_back, clock, clock.leap)

    def _leap_back(self, clock: ComputerClock, leap: timedelta) -> None:
        if clock.leap == leap:
            clock.leap = timedelta(0)

    def _boot(self, place: int) -> None:
        if self._processes[place] is not None:
            return
        for school in self._schools:
            school.slack.no_time_until = 0.0  # it lets nobody in without saying what time it is
        self._births += 1
        process = Process(
            f"accord-{place}.{self._births}",
            self._loop,
            self._engine,
            self._clocks[place],
            [s.slack for s in self._schools],
            {s.team: [room.teachers[0].id for room in s.rooms] for s in self._schools},
            self._model,
            self._files_kept,
            alone=self._plan.processes == 1,
            on_death=lambda dead: self._died(place, dead),
        )
        self.say(f"{process.name} starts")
        self._processes[place] = process
        process.start()

    def _died(self, place: int, process: Process) -> None:
        self.say(f"{process.name} {'stopped' if process.stopping else 'is killed'}")
        if not process.stopping:
            self._trouble.note("kill")
        self._processes[place] = None
        rng = random.Random(f"{self._plan.seed}-{self._births}")
        down = 2.0 if self._trouble.off else rng.choice((1.0, 1.0, 2.0, 5.0, 30.0, 90.0, 400.0, 3600.0, 30 * 3600.0))
        self._schools[0].slack.later(down, self._boot, place)


_COMPILED: dict[object, object] = {}
"""What SQLAlchemy made of each statement: the same for all runs."""

_migrated: list[bytes] = []


def folder() -> str | None:
    """Where databases of runs are: in memory, where the system has such a place."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def migrated() -> bytes:
    """A database that is up to date and empty; migrating one for each run would take most of its time."""
    if not _migrated:
        with tempfile.TemporaryDirectory(prefix="accord-simulation-") as where:
            path = Path(where) / "migrated.db"
            engine = open_engine(f"sqlite:///{path}")
            migrate(engine)
            engine.dispose()
            _migrated.append(path.read_bytes())
    return _migrated[0]


def simulate(plan: Plan, *, trace: bool = False) -> Result:
    """Run a plan from its beginning until everything has settled, or until a property does not hold."""
    errors: list[str] = []
    fresh = tempfile.TemporaryDirectory(prefix="accord-simulation-", dir=folder())
    with fresh as where, listening(errors), in_one_process():
        loop = VirtualLoop(plan.seed)
        asyncio.set_event_loop(loop)
        try:
            return loop.run_until_complete(_run(plan, Path(where), loop, errors, trace=trace))
        finally:
            loop.let_go()
            asyncio.set_event_loop(None)
            loop.close()


async def _run(plan: Plan, where: Path, loop: VirtualLoop, errors: list[str], *, trace: bool) -> Result:
    world = World(plan, where, loop, errors, trace=trace)
    try:
        await world.run()
    except Overrun as problem:
        world.result.violations.append(Violation("it comes to rest", str(problem), world.result.acts))
    world.result.steps = loop.steps
    world.result.faults = world._trouble.struck
    world._engine.dispose()
    return world.result

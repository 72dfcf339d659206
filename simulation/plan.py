"""What a seed makes of a term: who acts when, and which trouble is ordered when. Any part of it can be left out."""

import random
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONES = (
    "Europe/London",
    "Europe/Stockholm",
    "America/New_York",
    "America/St_Johns",
    "Asia/Kolkata",
    "Australia/Sydney",
    "Pacific/Auckland",
)
STARTS = (
    date(2027, 1, 11),
    date(2027, 3, 8),
    date(2027, 3, 22),
    date(2026, 10, 19),
    date(2026, 9, 21),
    date(2027, 9, 20),
)
"""Mondays: of plain weeks, and of those in which one of the zones changes its clocks."""

TIMES = ("08:45", "08:45", "12:00", "07:30", "17:30")

TROUBLES = (
    ("kill", 10),
    ("stop", 2),
    ("pause", 3),
    ("call-429", 3),
    ("call-500", 4),
    ("call-500-after-effect", 5),
    ("call-refused", 2),
    ("call-cut-before-effect", 4),
    ("call-cut-after-effect", 6),
    ("call-timeout-before-effect", 2),
    ("call-timeout-after-effect", 4),
    ("call-slow-effect", 3),
    ("event-repeated", 6),
    ("event-repeated-as-new", 4),
    ("event-late", 6),
    ("ack-lost", 6),
    ("connection-cut", 3),
    ("clock-set", 3),
)
"""Each kind of trouble, and how often it is ordered."""


MODEL_TROUBLES = (("model-timeout", 2), ("model-error", 4), ("model-broken", 3), ("model-late", 2))
HAVE_A_MODEL = 0.6
"""Of all runs: the others have no language model configured."""
HAVE_TWO_CLASSES = 0.4
"""Of all runs with teachers enough: the students are in a second class too, whose teacher is not in the first."""
AT_ONCE = 0.6
"""Of those: both classes check in at the same times."""
HAVE_VISITORS = 0.4
"""Of all runs: a guest, and an admin of another organisation, are in the class channels."""
CHANGE_ROLES = 0.4
"""Of all runs: a student comes to teach and learns again, a teacher is taken out of the class and comes back."""
HAVE_FLAT_WEEKS = 0.35
"""Of all runs: one student's numbers stay where they began, and the class is asked often enough for that to be seen."""
FLAT_DAYS = ("FR", "MO", "TH", "WE")
REFUSE_CHARTS = 0.3
"""Of all runs: the workspaces take no charts."""
LOOK_FIRST = 0.5
"""Of all runs: the classes want a teacher to look at a shoutout first."""
HAVE_A_HEAD = 0.25
"""Of all runs: an admin closes classes, opens them again, and says who teaches them."""
SIT_DOWN = 0.6
"""Of all runs: students and teachers sit down for what nothing asks for."""
GATHER = 0.5
"""Of all runs: teachers ask a whole class, in lessons, rounds and surveys."""
HAVE_A_CROWD = 0.6
"""Of those: the class is large enough to be told of as a whole."""
CROWD = 4
RATE_TOGETHER = 0.6
"""Of all runs in which teachers ask a class: colleagues rate work of its students, too."""
STAFF = 2
HAVE_NICKNAMES = 0.5
"""Of all runs: the people of the others are shown by their real names, and their handles are parts of those."""


@dataclass(frozen=True, slots=True)
class Item:
    """One act or one trouble: at so many seconds from the start. `who` is a place among students or teachers, or the
    process that trouble strikes; `seed` decides all that is left open."""

    at: float
    what: str
    who: int
    school: int
    seed: int


@dataclass(frozen=True, slots=True)
class ClassPlan:
    """The class: its zone, term and check-ins."""

    start: date
    days: int
    zone: str
    student_zones: tuple[str, ...]
    check_in_days: tuple[str, ...]
    check_in_time: str
    looks_first: bool = False
    """A teacher looks at each shoutout before the class sees it."""
    beside: "ClassPlan | None" = None
    """The other class that its students are in."""

    @property
    def ends_on(self) -> date:
        """The last day of its term."""
        return self.start + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole run. `processes` share one database; more than one school shares them. `model`: one is configured.
    `nicknames`: people are shown by another name than their real one, and their handles are like neither. `visitors`: a
    guest and somebody of another organisation are there. `flat`: the numbers of the first student stay where they
    began. `charts`: the workspaces take them."""

    seed: int
    classes: tuple[ClassPlan, ...]
    processes: int
    start: datetime
    seconds: float
    items: tuple[Item, ...]
    model: bool = False
    nicknames: bool = False
    visitors: bool = False
    flat: bool = False
    charts: bool = True
    head: bool = False
    """An admin is there who teaches nobody."""
    crowd: int = 0
    """So many students are there who only answer what a whole class is asked."""
    staff: int = 0
    """So many colleagues are there who teach none of the students."""

    def only(self, items: tuple[Item, ...]) -> "Plan":
        """The same run with less happening."""
        return replace(self, items=items)


@dataclass(frozen=True, slots=True)
class Size:
    """How much happens in a run."""

    students: int = 2
    teachers: int = 2
    weeks: int = 3
    trouble: int = 40


def plan_for(
    seed: int,
    size: Size | None = None,
    *,
    processes: int | None = None,
    schools: int | None = None,
    model: bool | None = None,
    classes: int | None = None,
) -> Plan:
    """The plan of a seed; with `processes`, `schools`, `model` and `classes` it has those, else what the seed
    decides."""
    size = size or Size()
    rng = random.Random(f"plan-{seed}")
    days = size.weeks * 7
    drawn_schools, drawn_processes = 2 if rng.random() < 0.15 else 1, 2 if rng.random() < 0.4 else 1
    schools, processes = schools or drawn_schools, processes or drawn_processes
    first = rng.choice(STARTS)
    rooms = tuple(_class(rng, first, days, size) for _ in range(schools))
    start = min(datetime.combine(c.start, time(8), ZoneInfo(c.zone)) for c in rooms).astimezone(UTC)
    acts = [i for place, c in enumerate(rooms) for i in _acts(rng, c, place, start, size)]
    troubles = _troubles(rng, acts, size.trouble, processes, schools)
    models = random.Random(f"model-{seed}")  # of its own, so that a run is the same with a model, but for the model
    drawn_model = models.random() < HAVE_A_MODEL
    model = drawn_model if model is None else model
    if model:
        troubles += _models_troubles(models, acts, size.trouble // 6)
    troubles += _rushes(random.Random(f"rush-{seed}"), acts, size.trouble // 3, processes)
    troubles += _leaps(random.Random(f"leap-{seed}"), acts, size.trouble // 10, processes)
    seconds = random.Random(f"second-{seed}")
    if size.teachers > 1 and (seconds.random() < HAVE_TWO_CLASSES if classes is None else classes > 1):
        rooms = tuple(replace(c, beside=_beside(seconds, c)) for c in rooms)
        acts += [i for place, c in enumerate(rooms) for i in _acts_of_second(seconds, c, place, start, size)]
    acts += _changes_of_roles(random.Random(f"roles-{seed}"), rooms, start)
    beside = random.Random(f"beside-{seed}")
    if beside.random() < SIT_DOWN:
        acts += [i for place, c in enumerate(rooms) for i in _acts_beside(beside, c, place, start, size)]
    gathering = random.Random(f"gather-{seed}")
    gathers, crowd = gathering.random() < GATHER, CROWD if gathering.random() < HAVE_A_CROWD else 0
    crowd = crowd if gathers else 0
    staff = STAFF if gathers and gathering.random() < RATE_TOGETHER else 0
    if gathers:
        extra = (size, crowd, staff)
        acts += [i for place, c in enumerate(rooms) for i in _acts_of_rounds(gathering, c, place, start, *extra)]
    visiting = random.Random(f"visitors-{seed}")
    visitors = visiting.random() < HAVE_VISITORS
    if visitors:
        acts += [i for place, c in enumerate(rooms) for i in _acts_of_visitors(visiting, c, place, start)]
    closing = random.Random(f"head-{seed}")
    head = closing.random() < HAVE_A_HEAD
    if head:
        acts += [i for place, c in enumerate(rooms) for i in _acts_of_head(closing, c, place, start)]
    shown = random.Random(f"shown-{seed}")
    flat, charts = shown.random() < HAVE_FLAT_WEEKS, shown.random() >= REFUSE_CHARTS
    if flat:
        rooms = tuple(_asked_often(c) for c in rooms)
    if random.Random(f"first-{seed}").random() < LOOK_FIRST:
        rooms = tuple(_looked_at(c) for c in rooms)
    items = tuple(sorted([*acts, *troubles], key=lambda i: (i.at, i.what, i.seed)))
    nicknames = random.Random(f"nicknames-{seed}").random() < HAVE_NICKNAMES
    seconds_long = days * 86_400.0
    shown_as = (model, nicknames, visitors, flat, charts, head, crowd, staff)
    return Plan(seed, rooms, processes, start, seconds_long, items, *shown_as)


def _class(rng: random.Random, first: date, days: int, size: Size) -> ClassPlan:
    zone = rng.choice(ZONES)
    return ClassPlan(
        start=first,
        days=days,
        zone=zone,
        student_zones=tuple(zone if rng.random() < 0.6 else rng.choice(ZONES) for _ in range(size.students)),
        check_in_days=_days(rng),
        check_in_time=rng.choice(TIMES),
    )


def _asked_often(c: ClassPlan) -> ClassPlan:
    beside = _asked_often(c.beside) if c.beside is not None else None
    return replace(c, check_in_days=FLAT_DAYS, beside=beside)


def _looked_at(c: ClassPlan) -> ClassPlan:
    beside = _looked_at(c.beside) if c.beside is not None else None
    return replace(c, looks_first=True, beside=beside)


def _beside(rng: random.Random, c: ClassPlan) -> ClassPlan:
    """A second class of the same students."""
    if rng.random() < AT_ONCE:
        return c
    return replace(c, check_in_days=_days(rng), check_in_time=rng.choice(TIMES))


def _days(rng: random.Random) -> tuple[str, ...]:
    return tuple(sorted(rng.sample(("MO", "TU", "WE", "TH", "FR", "SU"), rng.choice((1, 2, 3)))))


def _acts_of_second(rng: random.Random, c: ClassPlan, school: int, start: datetime, size: Size) -> list[Item]:
    """What there is more to do in two classes: setting the other up, a draft for it, and its teacher's decisions."""
    session = _Sessions(rng, c, school, start)
    session.add("teacher", 1, 0, 8.6, 4, (5.0, 20.0))
    for student in range(size.students):
        session.add("student", student, 0, rng.uniform(17, 18), 14, (8.0, 30.0))
        session.add("student", student, 1, rng.uniform(10, 12), 10, (8.0, 30.0))
    for day in (0, 1):
        session.add("teacher", 1, day, rng.uniform(18, 19), 4, (2.0, 60.0))
    return session.items


def _acts_beside(rng: random.Random, c: ClassPlan, school: int, start: datetime, size: Size) -> list[Item]:
    """Now and then they sit down for what nothing asks for: a classmate's work, a conference, plans for the class."""
    session = _Sessions(rng, c, school, start)
    for teacher in range(size.teachers):
        session.add("plans", teacher, 0, rng.uniform(8.7, 9.5), 4, (5.0, 30.0))
    for day in sorted(rng.sample(range(1, c.days), min(6, c.days - 1))):
        for student in range(size.students):
            session.add("company", student, day, rng.uniform(9, 19), 4, (5.0, 90.0))
        session.add("plans", rng.randrange(size.teachers), day, rng.uniform(9, 18), 4, (5.0, 60.0))
    return session.items


def _acts_of_rounds(
    rng: random.Random, c: ClassPlan, school: int, start: datetime, size: Size, crowd: int, staff: int
) -> list[Item]:
    """A teacher asks everybody, everybody answers in the hour behind it, and the teacher comes back to it; colleagues
    rate what they may an hour later."""
    session = _Sessions(rng, c, school, start)
    if staff:
        session.add("colleague", 0, 0, 8.8, 4, (5.0, 20.0))
    for day in sorted(rng.sample(range(1, c.days), min(6, c.days - 1))):
        teacher, hour = rng.randrange(size.teachers), rng.uniform(9, 15)
        session.add("gathers", teacher, day, hour, 5, (8.0, 30.0))
        for student in range(size.students):
            session.add("answers", student, day, hour + rng.uniform(0.1, 0.8), 6, (5.0, 40.0))
        for one in range(crowd):
            session.add("crowd", one, day, hour + rng.uniform(0.1, 0.8), 6, (5.0, 40.0))
        session.add("gathers", teacher, day, hour + rng.uniform(1.0, 2.0), 3, (8.0, 60.0))
        for one in range(staff):
            session.add("colleague", one, day, hour + rng.uniform(2.1, 4.0), 5, (5.0, 60.0))
    return session.items


def _acts_of_head(rng: random.Random, c: ClassPlan, school: int, start: datetime) -> list[Item]:
    """What is closed is mostly opened again some days later."""
    session = _Sessions(rng, c, school, start)
    for day in sorted(rng.sample(range(1, c.days), min(5, c.days - 1))):
        session.add("head", 0, day, rng.uniform(9, 17), 1, (5.0, 30.0))
    return session.items


def _acts_of_visitors(rng: random.Random, c: ClassPlan, school: int, start: datetime) -> list[Item]:
    """They come on the first day, and again."""
    session = _Sessions(rng, c, school, start)
    for day in (0, 0, 1, *sorted(rng.sample(range(2, c.days), min(4, c.days - 2)))):
        for visitor in (0, 1):
            session.add("visitor", visitor, day, rng.uniform(9, 19), 4, (2.0, 60.0))
    return session.items


def _changes_of_roles(rng: random.Random, classes: tuple[ClassPlan, ...], start: datetime) -> list[Item]:
    if rng.random() >= CHANGE_ROLES:
        return []
    found = []
    for place, c in enumerate(classes):
        session = _Sessions(rng, c, place, start)
        for day in sorted(rng.sample(range(1, c.days), min(5, c.days - 1))):
            session.add("roles", 0, day, rng.uniform(9, 18), 1, (2.0, 5.0))
        found += session.items
    return found


class _Sessions:
    """Sessions, as people have them: some acts close together, then nothing for a day."""

    def __init__(self, rng: random.Random, c: ClassPlan, school: int, start: datetime) -> None:
        self.items: list[Item] = []
        self._rng = rng
        self._class = c
        self._school = school
        self._start = start

    def add(self, what: str, who: int, day: int, hour: float, acts: int, pause: tuple[float, float]) -> None:
        c = self._class
        zone = ZoneInfo(c.student_zones[who] if what == "student" and day else c.zone)
        begins = datetime.combine(c.start + timedelta(days=day), time(), zone) + timedelta(hours=hour)
        at = max(1.0, (begins.astimezone(UTC) - self._start).total_seconds())
        for _ in range(acts):
            self.items.append(Item(at, what, who, self._school, self._rng.getrandbits(32)))
            at += self._rng.uniform(*pause)


def _acts(rng: random.Random, c: ClassPlan, school: int, start: datetime, size: Size) -> list[Item]:
    """A whole term of everybody's sessions."""
    sessions = _Sessions(rng, c, school, start)
    session = sessions.add
    session("teacher", 0, 0, 8.5, 4, (5.0, 20.0))
    for student in range(size.students):
        session("student", student, 0, rng.uniform(10, 12), 14, (2.0, 30.0))
        session("student", student, 0, rng.uniform(13, 15), 12, (2.0, 30.0))
    for teacher in range(size.teachers):
        session("teacher", teacher, 0, rng.uniform(15, 17), 7, (2.0, 60.0))
    for day in range(1, c.days):
        weekend = (c.start + timedelta(days=day)).weekday() >= 5
        for student in range(size.students):
            if rng.random() < (0.3 if weekend else 0.75):
                session("student", student, day, rng.uniform(8.8, 20), rng.choice((1, 2, 2, 4)), (2.0, 90.0))
        if not weekend:
            who = rng.randrange(size.teachers)
            session("teacher", who, day, rng.uniform(9, 18), rng.choice((1, 2, 3)), (2.0, 60.0))
    return sessions.items


def _troubles(rng: random.Random, acts: list[Item], many: int, processes: int, schools: int) -> list[Item]:
    """Most trouble strikes while something happens: just before an act, or just after it."""
    kinds = rng.choices([k for k, _ in TROUBLES], [w for _, w in TROUBLES], k=many)
    found = []
    for kind in kinds:
        near = rng.choice(acts).at + rng.uniform(-0.2, 1.5)
        at = near if rng.random() < 0.8 else rng.uniform(0, acts[-1].at)
        found.append(Item(max(0.5, at), kind, rng.randrange(processes), rng.randrange(schools), rng.getrandbits(32)))
    return found


def _rushes(rng: random.Random, acts: list[Item], many: int, processes: int) -> list[Item]:
    """A process has more to do than it can, while somebody acts."""
    moments = [rng.choice(acts).at - rng.uniform(0.0, 5.0) for _ in range(many)]
    return [Item(max(0.5, at), "rush", rng.randrange(processes), 0, rng.getrandbits(32)) for at in moments]


def _leaps(rng: random.Random, acts: list[Item], many: int, processes: int) -> list[Item]:
    """A computer's clock goes wrong by hours, or by more, for a while; mostly while somebody acts."""
    moments = [rng.choice(acts).at - rng.uniform(0.0, 600.0) for _ in range(many)]
    return [Item(max(0.5, at), "clock-leap", rng.randrange(processes), 0, rng.getrandbits(32)) for at in moments]


def _models_troubles(rng: random.Random, acts: list[Item], many: int) -> list[Item]:
    """What waits for the model to be asked the next time."""
    kinds = rng.choices([k for k, _ in MODEL_TROUBLES], [w for _, w in MODEL_TROUBLES], k=many)
    return [Item(rng.choice(acts).at, kind, 0, 0, rng.getrandbits(32)) for kind in kinds]

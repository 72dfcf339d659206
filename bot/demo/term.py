"""A class of twelve in the middle of a term: six weeks of check-ins, played through the real protocol before the page
opens, so that a teacher sees a Monday evening as it is. Only the answers of the interviews are laid down."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.activities.digest import use_cases as digest
from bot.demo.laid_down import lay_down
from bot.demo.scene import School
from bot.domain.actor import Actor, Side
from bot.domain.terms import Criterion, EvidenceForm, Target, Terms
from bot.language import targets
from sandbox.people import Person

STORY = Path(__file__).parent / "data" / "term.toml"
WEEKS = 6
CHECK_IN = time(8, 45)
BEFORE = timedelta(days=3)
"""So long before the first check-in the contracts are signed."""
LEAP = timedelta(hours=6)
"""The longest stretch in which nothing is looked at."""
LATER = timedelta(weeks=5)
"""So long the contracts still run, and another two weeks the term."""


@dataclass(frozen=True, slots=True)
class Student:
    """One of the story; see its file for what each says."""

    handle: str
    name: str
    hardest: str = ""
    target: str = ""
    numbers: tuple[int, int, str] = (0, 1, "")
    strengths: str = ""
    practice: str = ""
    sign: str = ""
    weeks: tuple[str, ...] = ()
    now: str = "running"
    says: str = ""
    link: str = ""
    says_of_it: str = ""
    reply: str = ""
    shares: bool = False


def story() -> tuple[Mapping[str, Any], list[Student]]:
    """The class, and its students."""
    told = tomllib.loads(STORY.read_text("utf-8"))
    return told["class"], [Student(**{k: _plain(v) for k, v in one.items()}) for one in told["student"]]


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def begins(now: datetime) -> datetime:
    """When the story begins, for it to be in its seventh week now."""
    return _mondays(now)[0] - BEFORE


def _mondays(now: datetime) -> list[datetime]:
    """The instants of the check-ins, the last of them before now."""
    zone = ZoneInfo(story()[0]["timezone"])
    here = now.astimezone(zone)
    days = here.weekday() if here.weekday() or here.time() > time(CHECK_IN.hour + 2) else 7
    last = here.date() - timedelta(days=days)
    weeks = (last - timedelta(weeks=back) for back in reversed(range(WEEKS)))
    return [datetime.combine(day, CHECK_IN, zone).astimezone(UTC) for day in weeks]


class Term:
    """Plays the story on a clock that stands still."""

    def __init__(self, scene: School, now: datetime) -> None:
        self._scene = scene
        self._now = now
        self._class, self._students = story()
        self._people: dict[str, Person] = {}

    async def play(self) -> None:
        await self._everybody_comes()
        await self._class_is_set_up()
        for student in self._running():
            await self._agrees(student)
        mondays = _mondays(self._now)
        for week, monday in enumerate(mondays):
            await self._until(monday)
            await self._until(monday + timedelta(minutes=75))
            await self._week(week)
            if monday is mondays[-2]:
                await self._these_days()
        await self._until(self._now)

    def _running(self) -> Iterator[Student]:
        return (one for one in self._students if one.now in ("running", "stuck"))

    async def _everybody_comes(self) -> None:
        here = {person.name: person for person in self._scene.ws.people.values()}
        for one in self._students:
            person = here.get(one.handle)
            if person is None:
                person = self._scene.ws.add_person(one.handle, one.name, title="Student")
                await self._scene.english.join(person)
            self._people[one.handle] = person

    async def _class_is_set_up(self) -> None:
        s, ends_on = self._scene, (self._now + LATER + timedelta(weeks=2)).date()
        await s.lee.types("/accord setup", in_=s.english)
        form = {"name": self._class["name"], "timezone": self._class["timezone"], "co_teachers": [s.bell]}
        await self._sends(
            s.lee, "set_up.save", form | {"term_ends_on": ends_on.isoformat(), "check_in_days": self._class["days"]}
        )
        # By the day's housekeeping, which goes by real hours.
        await s.accord.runner.run(Actor(s.ws.team_id, ""), digest.begin)

    async def _agrees(self, student: Student) -> None:
        await self._proposes(student)
        await self._scene.lee.presses("reviewing.approve")
        await self._scene.quiet()

    async def _proposes(self, student: Student) -> None:
        s, person = self._scene, self._people[student.handle]
        actor = Actor(s.ws.team_id, person.id)
        await s.accord.runner.run(actor, lay_down, s.english.id, self._terms(student))
        await s.quiet()
        await person.presses("proposing.submit")
        await s.quiet()

    def _terms(self, student: Student) -> Terms:
        start, goal, unit = student.numbers
        ends_on = (self._now + LATER).date()
        target = Target(
            statement=student.target,
            baseline=Decimal(start),
            goal=Decimal(goal),
            unit=unit,
            due_on=ends_on,
            evidence=EvidenceForm.WRITTEN,
            strategies=student.practice,
            criteria=(Criterion(student.sign, Side.STUDENT),),
            measure=targets.measure_of(unit),
        )
        days = tuple(self._class["days"])
        return Terms((target,), student.hardest, student.strengths, "", "", ends_on, days, CHECK_IN)

    # A week.

    async def _week(self, week: int) -> None:
        for student in self._running():
            if student.weeks[week]:
                await self._says(self._people[student.handle], student.weeks[week])
            if student.shares and week == WEEKS // 2:
                await self._presses(self._people[student.handle], "celebrating.share")
            if student.link and week == WEEKS - 2:
                await self._shows(student)
            if student.reply and week == WEEKS - 2:
                await self._is_answered(student)

    async def _shows(self, student: Student) -> None:
        person = self._people[student.handle]
        await person.presses("evidence.add")
        await self._sends(person, "evidence.give", {"words": student.link, "line": student.says_of_it})

    async def _is_answered(self, student: Student) -> None:
        """The teacher replies to their check-in, in the thread of the class's message."""
        lee = self._scene.lee
        card = next(message for message in reversed(lee.inbox()) if message.kind == "class-check-ins")
        await lee.says(f"{student.name}: {student.reply}", thread=card.ts)
        await self._scene.quiet()

    # What goes on now.

    async def _these_days(self) -> None:
        for student in self._students:
            person = self._people[student.handle]
            if student.now in ("proposed", "asked"):
                await self._proposes(student)
            if student.now == "asked":
                await self._scene.lee.presses("reviewing.ask")
                await self._sends(self._scene.lee, "reviewing.ask", {"text": student.says})
            if student.now == "draft":
                await self._says(person, "hi")
                await self._says(person, student.hardest)
            if student.now == "stuck":
                await self._says(person, student.says)

    # What people do.

    async def _says(self, who: Person, text: str) -> None:
        await who.says(text)
        await self._scene.quiet()

    async def _presses(self, who: Person, wanted: str) -> None:
        await who.presses(wanted)
        await self._scene.quiet()

    async def _sends(self, who: Person, form: str, values: Mapping[str, Any]) -> None:
        """AssertionError where a field is refused."""
        await who.sees_modal(form)
        await who.fills(values)
        refused = await who.submits()
        if refused:
            raise AssertionError(f"{form}: {refused}")
        await self._scene.quiet()

    async def _until(self, moment: datetime) -> None:
        """What falls due on the way happens when it does."""
        s = self._scene
        while (now := s.clock.now()) < moment:
            due = s.next_check_in()
            await s.until(min(moment, now + LEAP, *([due] if due is not None and due > now else [])))

"""What has happened before a conversation begins. People do it over the real protocol; only the answers of an interview
that has to end in certain terms are laid down, so that sentence and numbers are exactly those."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.activities.proposing.starting import open_question
from bot.demo.laid_down import lay_down
from bot.demo.scene import School, school
from bot.domain.actor import Actor, Side
from bot.domain.terms import Criterion, EvidenceForm, Target, Terms
from bot.language import targets
from prompts.words import words_for
from sandbox.channels import Channel
from sandbox.people import Person
from storage.engine import open_engine
from storage.migrate import migrate
from storage.unit_of_work import UnitOfWork
from tests.rows import newest_row
from tests.transcripts import passing
from tests.transcripts.loading import Case
from tests.transcripts.watching import Watch

START = datetime(2027, 1, 13, 15, 0, tzinfo=UTC)
"""A Wednesday in term: when every conversation begins, where its scene says nothing else."""
BEFORE = timedelta(hours=1)
"""In this time all that has happened before has happened."""
BETWEEN = timedelta(seconds=60)
FIRST_MONDAY = datetime(2027, 1, 18, 8, 45, tzinfo=UTC)
PATIENCE = 20.0
"""Real seconds in which Accord has to acknowledge what somebody did."""

CLASS = {"term_ends_on": "2027-06-25", "check_in_days": ["MO"], "timezone": "Europe/London"}
BEFORE_THE_TARGET = ("All my sentences start the same", "I have good ideas")

USUAL = Target(
    statement="start 8 of 10 sentences in a new way in my essays by 24 february, now it is 3",
    baseline=Decimal(3),
    goal=Decimal(8),
    unit="sentences out of 10",
    due_on=date(2027, 2, 24),
    evidence=EvidenceForm.WRITTEN,
    strategies="two or three different sentence openings",
    criteria=(Criterion("I hear the difference when I read aloud", Side.STUDENT),),
    measure=targets.measure_of("sentences out of 10"),
)
ENDS_ON = date(2027, 3, 12)


@dataclass(frozen=True, slots=True)
class Stage:
    """A scene that is ready: who and what is there, what is watched, and as what each person was heard last."""

    school: School
    watch: Watch
    heard: dict[str, str]
    began: datetime = START
    """When the first step came."""

    @property
    def people(self) -> dict[str, Person]:
        s = self.school
        return {"ana": s.ana, "ben": s.ben, "mia": s.mia, "lee": s.lee, "bell": s.bell, "ada": s.ada}

    @property
    def channels(self) -> dict[str, Channel]:
        return {channel.name: channel for channel in self.school.ws.channels.values()}

    def actor(self, person: Person) -> Actor:
        return Actor(self.school.ws.team_id, person.id)

    async def next_moment(self) -> None:
        """Whatever somebody does comes a minute after what was before."""
        await passing.until(self.school, self.school.clock.now() + BETWEEN)


@asynccontextmanager
async def staged(case: Case) -> AsyncIterator[Stage]:
    """The scene of a case while the block runs, in a workspace of its own."""
    heard: dict[str, str] = {}
    may_teach = ("ms_lee", "mr_bell") if case.scene == "two-classes" else ("ms_lee",)
    with TemporaryDirectory(prefix="transcript-") as folder:
        path = Path(folder) / "accord.db"
        path.write_bytes(_migrated())
        async with school(
            f"sqlite:///{path}",
            start=START - BEFORE,
            may_teach=may_teach,
            on_heard=lambda _, user, kind: heard.update({user: kind}),
        ) as made:
            made.ws.patience = PATIENCE
            stage = Stage(made, Watch(made.ws), heard)
            for name, locale in case.locale.items():
                await stage.people[name].changes(locale=locale)
            await _prepare(stage, case)
            if made.clock.now() < START:
                await passing.until(made, START)
            stage.watch.begin()
            stage = replace(stage, began=made.clock.now())
            heard.clear()
            yield stage


@cache
def _migrated() -> bytes:
    """A database file that is up to date; what a program reads once at its start is read here too."""
    words_for()
    targets.read("read")
    with TemporaryDirectory(prefix="transcript-") as folder:
        path = Path(folder) / "accord.db"
        engine = open_engine(f"sqlite:///{path}")
        migrate(engine)
        engine.dispose()
        return path.read_bytes()


async def _prepare(stage: Stage, case: Case) -> None:
    s, scene = stage.school, case.scene
    if scene == "fresh":
        return
    if scene == "two-classes":
        await s.english.leave(s.bell)
        await _set_up(stage, s.lee, s.english, "English 11")
    else:
        await _set_up(stage, s.lee, s.english, "English 11", co_teachers=[s.bell])
    if scene == "class":
        return
    if scene in ("interview", "target"):
        await _interview(stage, until_target=scene == "target")
        return
    await _agree(stage, s.lee, s.english, _terms(case))
    if scene == "two-classes":
        history = s.ws.add_channel("history-11", members=[s.bell, s.ana])
        await _set_up(stage, s.bell, history, "History 11")
        await _agree(stage, s.bell, history, _terms(case))
    if scene != "agreed":
        await passing.until(s, FIRST_MONDAY, leap=timedelta(days=1))


async def _set_up(stage: Stage, teacher: Person, channel: Channel, name: str, **more: Any) -> None:
    await stage.next_moment()
    await teacher.types("/accord setup", in_=channel)
    await teacher.sees_modal("set_up.save")
    await teacher.fills(CLASS | {"name": name} | more)
    refused = await teacher.submits()
    if refused:
        raise AssertionError(f"the class was refused: {refused}")
    await stage.school.quiet()


async def _interview(stage: Stage, *, until_target: bool) -> None:
    """Ana says hi; whatever comes before the target is answered."""
    ana, typed = stage.school.ana, iter(("hi", *BEFORE_THE_TARGET, *BEFORE_THE_TARGET))
    while True:
        await stage.next_moment()
        await ana.says(next(typed))
        await stage.school.quiet()
        step = await stage.school.accord.runner.read(stage.actor(ana), _asked_step)
        if not until_target or step == "statement":
            return


def _asked_step(uow: UnitOfWork, actor: Actor) -> str | None:
    """The step that the interview waits for."""
    interview = newest_row(uow.interviews, student=actor.user)
    _, question, _ = open_question(uow, interview) if interview else (None, None, None)
    return question.step.name if question else None


async def _agree(stage: Stage, teacher: Person, channel: Channel, terms: Terms) -> None:
    """Ana proposes these terms in this class, and the teacher signs them."""
    s = stage.school
    await stage.next_moment()
    await s.accord.runner.run(stage.actor(s.ana), lay_down, channel.id, terms)
    await s.quiet()
    await stage.next_moment()
    await s.ana.presses("proposing.submit")
    await s.quiet()
    await stage.next_moment()
    await teacher.presses("reviewing.approve")
    await s.quiet()


def _terms(case: Case) -> Terms:
    target = USUAL if case.target is None else _target(case.target)
    return Terms(
        targets=(target,),
        hardest=BEFORE_THE_TARGET[0],
        strengths=BEFORE_THE_TARGET[1],
        supports="",
        commitments="",
        ends_on=ENDS_ON,
        check_in_days=("MO",),
        check_in_time=time(8, 45),
    )


def _target(said: dict[str, Any]) -> Target:
    return replace(
        USUAL,
        statement=said["statement"].strip(),
        baseline=Decimal(str(said["baseline"])),
        goal=Decimal(str(said["goal"])),
        unit=said["unit"].strip(),
        measure=targets.measure_of(said["unit"].strip()),
        due_on=ENDS_ON,
    )

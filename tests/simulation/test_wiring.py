"""A simulated process is put together as the real one is: whatever bootstrap learns of, it has to learn of too.

Compared are the parts that both make, with what they are told of each other; the errands that are done; the workers;
and the jobs of the clockwork. What is left out on purpose stands here, with the reason.
"""

import ast
import asyncio
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

import bot.app
import simulation.process
from bot.app import Accord, build
from bot.domain.outbox import ErrandKind
from bot.jobs.errands import Errands
from bot.llm.drafter import DraftingErrands
from bot.runner import Inline
from bot.settings import Settings
from simulation.model import SimulatedDrafting
from simulation.plan import Size, plan_for
from simulation.process import Process
from simulation.stand_ins import Heart
from simulation.world import World, simulate

OURS = ("bot", "handlers", "storage")
STAND_INS = {"SimulatedDrafting": "DraftingErrands"}
LEFT_OUT = {
    "keep_files": "files lie beside the database of the run, as large as by default",
    "place_of": "says in the first line of the log where the database is",
    "Schools": "tokens and installations: each simulated school has one client",
    "Threads": "the executor is Stepwise",
    "Inline": "the executor is Stepwise",
    "Grace": "how long stopping may take is for tests of the real process",
    "Pacing": "the default is taken",
    "SocketWay": "sockets are left out",
    "HttpWay": "HTTP is left out",
    "Inside": "sockets are left out",
    "Accord": "it is Process",
    "bolt_app": "Bolt is left out",
    "open_engine": "all processes of a run share an engine",
    "keep_to_ourselves": "two simulated processes share a file, as two replicas share PostgreSQL",
    "migrate": "a run begins with a database that is up to date",
    "listening": "on SQLite nobody is notified",
    "time_of": "each simulated Slack says its time itself",
    "read_backlog": "metrics are not read",
    "lacking": "says at the start which words of a language are read as English",
}
UNTOLD = {
    "Sender": {"pacing", "grace"},
    "Errands": {"grace"},
    "Context": {"installed", "heard"},
}
"""What a simulated part is not told, for the reasons above; nobody watches there as what a message is heard."""

RUN = ("Sender", "Errands", "Attendance", "TimeWatch")
"""What has a task of its own; the clockwork has one for each job."""


def made_in(module: Any) -> dict[str, set[str]]:
    """Each part of ours that is made (or function that is called) in a module, with the names of what it is told."""
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    ours = {
        a.asname or a.name
        for node in froms
        if (node.module or "").split(".")[0] in (*OURS, "simulation")
        for a in node.names
    }
    modules = {a.asname or a.name for node in froms for a in node.names if not a.name[0].isupper()}
    made: dict[str, set[str]] = {}
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = _name(call.func, ours, modules)
        if name:
            told = made.setdefault(STAND_INS.get(name, name), set())
            told |= {k.arg for k in call.keywords if k.arg}
    return made


def _name(called: ast.expr, ours: set[str], modules: set[str]) -> str:
    """What is called, where it is ours: "Sender", or "SlackGateway" of gateway."""
    if isinstance(called, ast.Name):
        return called.id if called.id in ours else ""
    within = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id in modules
    return called.attr if within and isinstance(called, ast.Attribute) and called.attr[0].isupper() else ""


def test_every_part_is_there_and_told_the_same() -> None:
    real, simulated = made_in(bot.app), made_in(simulation.process)
    assert real.keys() - simulated.keys() <= LEFT_OUT.keys()
    for name in real.keys() & simulated.keys():
        assert real[name] - simulated[name] <= UNTOLD.get(name, set()), name


@pytest.fixture
async def accord(tmp_path: Path) -> Accord:
    """The real parts, put together and not started."""
    settings = Settings(
        slack_bot_token=SecretStr("xoxb-1"),
        accord_database_url=f"sqlite:///{tmp_path}/accord.db",
        accord_llm_model="m",
        openai_base_url="http://model.example",
    )
    made = build(settings, executor=Inline())
    nothing: Any = None
    made._put_together(nothing, nothing)
    return made


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Process:
    """A simulated one that has run for a moment, with the names of its tasks in `running`."""
    kept: list[Process] = []

    async def for_a_moment(world: World) -> None:
        world._boot(0)
        await asyncio.sleep(3)
        (found,) = world._processes
        assert found is not None
        vars(found)["running"] = [getattr(t.get_coro(), "cr_frame", None) for t in asyncio.all_tasks()]
        kept.append(found)

    monkeypatch.setattr(World, "run", for_a_moment)
    simulate(plan_for(0, Size(weeks=1, trouble=0), processes=1, schools=1, model=True))
    return kept[0]


def workers(of: object) -> Counter[str]:
    """The parts that go on by themselves, by class."""
    parts = [part for part in vars(of).values() if type(part).__module__.startswith(("bot.outbox", "bot.jobs"))]
    return Counter(type(part).__name__ for part in parts if hasattr(part, "run") or hasattr(part, "start"))


def done_by(of: object) -> Counter[ErrandKind]:
    return Counter(kind for part in vars(of).values() if isinstance(part, Errands) for kind in part._doers)


async def test_every_errand_is_done_by_the_real_one(accord: Accord) -> None:
    assert done_by(accord) == Counter(ErrandKind)


def test_every_errand_is_done_by_the_simulated_one(process: Process) -> None:
    assert done_by(process) == Counter(ErrandKind)
    assert issubclass(SimulatedDrafting, DraftingErrands)


async def test_both_have_the_same_workers(accord: Accord, process: Process) -> None:
    assert workers(process) == workers(accord)
    assert set(workers(process)) == {*RUN, "Ticker"}


def test_all_workers_run(process: Process) -> None:
    running = {id(frame.f_locals.get("self")) for frame in vars(process)["running"] if frame is not None}
    idle = [name for name, part in vars(process).items() if type(part).__name__ in RUN and id(part) not in running]
    assert idle == []


async def test_the_clockwork_has_the_same_jobs(accord: Accord, process: Process) -> None:
    accord.ticker.start()
    try:
        real = {(job.id, job.trigger.interval.total_seconds()) for job in accord.ticker._scheduler.get_jobs()}
    finally:
        await accord.ticker.stop()
    heart: Any = process.ticker._scheduler
    assert isinstance(heart, Heart)
    assert {(job.__name__.strip("_"), seconds) for job, seconds in heart._jobs} == real
    assert len(heart._tasks) == len(real)

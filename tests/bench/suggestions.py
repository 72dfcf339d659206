"""How long somebody waits for suggestions who types into a field for standards, in a class with the most of them."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.activities.standards import use_cases as standards
from bot.domain.standards import STANDARDS_MOST, Standard, made
from storage.engine import open_engine
from storage.migrate import migrate
from tests.bench.report import Measurement, line, middle
from tests.world import World

MOST_MS = 30.0
TYPED = ("", "r", "reason", "fractions 17", "ccss.math.19", "nothing like it", "ré 6 numbers", "%")
ROUNDS = 5
WORDS = ("fractions", "ratios", "evidence", "reasoning", "numbers", "sentences", "measures", "graphs")


def measure() -> Iterator[Measurement]:
    """The slowest of what is typed counts."""
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder)}/accord.db")
        migrate(engine)
        world = World(engine)
        world.do(lambda uow, _actor: standards.put(uow, world.classroom, _many(world)), world.teacher)
        times = [middle([_milliseconds(world, typed) for _ in range(ROUNDS)]) for typed in TYPED]
        engine.dispose()
    yield line(f"suggestions out of {STANDARDS_MOST} standards, against the most", max(times), "ms", MOST_MS)


def _many(world: World) -> list[Standard]:
    room = world.classroom
    return [
        made(room.workspace, room.id, f"CCSS.Math.{n}", f"Reason about {WORDS[n % 8]} and {WORDS[n % 7]} in {n} ways")
        for n in range(STANDARDS_MOST)
    ]


def _milliseconds(world: World, typed: str) -> float:
    began = perf_counter()
    world.do(standards.suggest, world.student, world.classroom.id, typed)
    return (perf_counter() - began) * 1000

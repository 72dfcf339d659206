"""How much of the processor a contract's PDF, a class's, a folder and the picture of a line take, with the data new
each time; and again.
How much memory the library and its fonts stay with. And how long a Home takes while a class is printed beside it, in
the one of a hundred that takes longest, against how long it takes while nothing is."""

import asyncio
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter, process_time

from bot.activities.documents.class_messages import contracts_pdf
from bot.activities.documents.class_sheet import ClassOnPaper
from bot.activities.documents.contract_sheet import contract_sheet
from bot.activities.documents.folder_sheet import folder_sheet
from bot.activities.logbook.brief_messages import LogBrief
from bot.activities.logbook.picture import picture_of
from bot.aside import done_aside
from bot.documents.press import pdf, png
from bot.messages.registry import Reader
from prompts.words import words_for
from storage.engine import open_engine
from storage.migrate import migrate
from tests.bench import desk
from tests.bench.chart import log_of_many
from tests.bench.report import Measurement, line, middle
from tests.unit.documents import samples
from tests.world import START, World

MOST_PDF_MS, MOST_CLASS_S, MOST_PICTURE_MS, MOST_FOLDER_MS = 80.0, 3.0, 60.0, 400.0
ROUNDS, CLASS = 15, 35
TURNS, HOMES, CLASSES = 6, 50, 60
"""They take turns, so that a busy machine disturbs both alike."""


def measure() -> Iterator[Measurement]:
    before = _memory()
    contract(0)
    picture(0)
    yield _line("contract_pdf_ms", _milliseconds(contract), MOST_PDF_MS, "ms")
    yield _line("contract_pdf_again_ms", _again(contract), MOST_PDF_MS, "ms")
    began = process_time()
    for number in range(1000, 1000 + CLASS):
        contract(number)
    yield _line("contract_pdf_s_of_35", process_time() - began, MOST_CLASS_S, "s")
    took, held = (float(said) for said in subprocess.check_output([sys.executable, "-c", ALONE], text=True).split())
    yield _line("class_pdf_s_of_35", took, MOST_CLASS_S, "s")
    yield _line("class_pdf_memory_mb", held, 200.0, "MB")
    yield _line("line_picture_ms", _milliseconds(picture), MOST_PICTURE_MS, "ms")
    yield _line("line_picture_again_ms", _again(picture), MOST_PICTURE_MS, "ms")
    yield _line("documents_memory_mb", _memory() - before, 200.0, "MB")
    yield _line("folder_pdf_ms_of_20_pages", _milliseconds(folder, 5), MOST_FOLDER_MS, "ms")
    printing, quiet = while_printed()
    yield line("p99 of a Home while a class is printed, against p99 while nothing is", printing, "ms", quiet)


def contract(number: int) -> None:
    pdf(contract_sheet(samples.contract(f"Ana {number}"), words_for()))


ALONE = "from tests.bench import documents; print(*documents.class_alone())"
"""In a process of its own, so that the memory is that of one class and of nothing before it."""


def class_alone() -> tuple[float, float]:
    """Seconds of the processor, and MB that it took at most."""
    held, began = _memory(), process_time()
    whole_class()
    return process_time() - began, _memory() - held


def whole_class(first: int = 2000) -> None:
    """All contracts of a class in one file, about 70 pages."""
    _work_on(first)()


def _work_on(first: int) -> Callable[[], bytes]:
    documents = tuple(samples.contract(f"Ana {number}") for number in range(first, first + CLASS))
    return partial(contracts_pdf, ClassOnPaper("English 11", "Europe/London", documents), words_for().written_as, START)


def while_printed() -> tuple[float, float]:
    """Milliseconds, p99: Homes of a class of 35 while one class after the other is printed, as the sender has it done;
    and without it."""
    printing: list[float] = []
    quiet: list[float] = []
    classes = iter([_work_on(number) for number in range(10_000, 10_000 + CLASSES * CLASS, CLASS)])
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'accord.db'}")
        migrate(engine)
        world = desk.school(World(engine), CLASS, 1, 10)
        _homes(world)
        for _ in range(TURNS):
            quiet += _homes(world)
            over = Event()
            press = Thread(target=_prints, args=(classes, over))
            press.start()
            printing += _homes(world)
            over.set()
            press.join()
        engine.dispose()
    return _p99(printing), _p99(quiet)


def _prints(classes: Iterator[Callable[[], bytes]], over: Event) -> None:
    while not over.is_set():
        asyncio.run(done_aside(next(classes)))


def _homes(world: World) -> list[float]:
    took = []
    for _ in range(HOMES):
        began = perf_counter()
        desk.shown(world)
        took.append((perf_counter() - began) * 1000)
    return took


def _p99(took: list[float]) -> float:
    return statistics.quantiles(took, n=100)[98]


def folder(number: int) -> None:
    """Five contracts of four pages."""
    reader = Reader("U1", words_for(), "UTC", START + number * timedelta(days=1))
    pdf(folder_sheet(samples.folder(f"Ana {number}", contracts=5), reader))


def picture(number: int) -> None:
    log = log_of_many(20)
    log = replace(log, entries=log.entries[: 5 + number % 15])
    reader = Reader("U1", words_for(), "UTC", START + number * timedelta(days=1))
    png(picture_of(LogBrief(log, "", "UTC"), reader))


def _milliseconds(make: Callable[[int], None], rounds: int = ROUNDS) -> float:
    took = []
    for number in range(1, rounds + 1):
        began = process_time()
        make(number)
        took.append((process_time() - began) * 1000)
    return middle(took)


def _again(make: Callable[[int], None]) -> float:
    """What was made already: the sheet is filled and looked up, and not set."""
    took = []
    for _ in range(ROUNDS):
        began = process_time()
        make(ROUNDS)
        took.append((process_time() - began) * 1000)
    return middle(took)


def _memory() -> float:
    """The most that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _line(name: str, value: float, most: float, unit: str) -> Measurement:
    return {"name": name, "value": round(value, 3), "unit": unit, "baseline": most, "ratio": round(value / most, 2)}

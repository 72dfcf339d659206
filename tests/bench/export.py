"""A class with 10,000 check-ins as a workbook and as tables: how long it takes of the processor, and what it holds in
memory above what the program held before, in a process of its own."""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from bot.activities.export.messages import ClassTables, ClassWorkbook
from bot.activities.registering import register_all
from bot.domain.outbox import Delivery, Verb
from bot.messages.presenting import present
from storage.engine import open_engine
from storage.migrate import migrate
from storage.unit_of_work import Transactions
from tests.bench import desk
from tests.bench.report import Measurement, line
from tests.world import START, WORKSPACE, World

STUDENTS, CHECK_INS = 143, 100
"""Seven of ten students are asked: 10,000 check-ins together."""
SECONDS_MOST, MIB_MOST = 3.0, 150.0


def measure() -> Iterator[Measurement]:
    """Both files, one after the other, against the most."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'accord.db'}"
        engine = open_engine(url)
        migrate(engine)
        desk.school(World(engine), STUDENTS, 1, CHECK_INS)
        engine.dispose()
        made = subprocess.run(
            [sys.executable, "-m", "tests.bench.export", url], check=True, capture_output=True, text=True
        )
    found = json.loads(made.stdout.splitlines()[-1])
    of = f"an export of {found['check_ins']} check-ins"
    for name in ("workbook", "tables"):
        yield line(f"{of} as {name}, of the processor, against the most", found[name], "s", SECONDS_MOST)
    yield line(f"memory for {of}, against the most", found["mib"], "MiB", MIB_MOST)


def _export(url: str) -> dict[str, float]:
    register_all()
    engine = open_engine(url)
    before, found = _held(), dict[str, float]()
    with Transactions(engine).begin(WORKSPACE, START) as uow:
        classroom = uow.classrooms.all()[0].id
    for name, notice in (("workbook", ClassWorkbook(classroom)), ("tables", ClassTables(classroom))):
        began = process_time()
        with Transactions(engine).begin(WORKSPACE, START) as uow:
            queued = Delivery(WORKSPACE, "UTEACHER", Verb.POST, notice.kind, notice.args(), "UTEACHER", START, START)
            message = present(uow, queued)
        assert message is not None
        assert message.file is not None
        content = message.file.content()
        found[name] = process_time() - began
        found[f"{name}_bytes"] = len(content)
        del message, content
    with Transactions(engine).begin(WORKSPACE, START) as uow:
        contracts = [one.id for one in uow.contracts.of_classroom(classroom)]
        found["check_ins"] = sum(len(uow.check_ins.of_contract(one)) for one in contracts)
    return found | {"mib": _held() - before}


def _held() -> float:
    """The most that it held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(_export(sys.argv[1])))  # noqa: T201 - what whoever started it reads

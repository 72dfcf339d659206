"""Start to ready, and memory when ready, against a program that only imports the same libraries."""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from time import perf_counter

from tests.bench.children import Child
from tests.bench.report import Measurement, line, middle

ROUNDS = 5
IMPORT = """
import importlib, sys
for name in sys.argv[1].split(","):
    importlib.import_module(name)
from tests.bench.memory import peak
print(peak())
"""


def measure() -> list[Measurement]:
    """Milliseconds from the start of the process until it is ready, and the most memory until then in MiB.

    They take turns, and what counts is the median of the rounds.
    """
    starts, imports, memory, baseline = [], [], [], []
    with tempfile.TemporaryDirectory() as folder, Child("tests.bench.workspace") as people:
        where = people.ask("where")
        connect = (where["api_url"], where["bot_token"], where["app_token"])
        for _ in range(ROUNDS):
            begun = perf_counter()
            with Child("tests.bench.accord", f"sqlite:///{folder}/accord.db", *connect) as bot:
                memory.append(bot.ask("memory"))
                starts.append((perf_counter() - begun) * 1000)
                libraries = bot.ask("libraries")
            begun = perf_counter()
            baseline.append(_import(libraries))
            imports.append((perf_counter() - begun) * 1000)
    return [
        line("start to ready, against importing the same libraries", middle(starts), "ms", middle(imports)),
        line("memory when ready, against importing the same libraries", middle(memory), "MiB", middle(baseline)),
    ]


def _import(libraries: Sequence[str]) -> float:
    """Import them in a new process; returns its memory in MiB."""
    command = [sys.executable, "-c", IMPORT, ",".join(libraries)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

"""The same interaction with 1,000 and with 1,000,000 contracts in the database: CPU for each."""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.bench.children import Child
from tests.bench.classes import classes
from tests.bench.interactions import KINDS, Crowd, accord_on, greet
from tests.bench.report import Measurement, line
from tests.bench.years import fill

SIZES = (1_000, 1_000_000)
BLOCKS = 8


def measure() -> list[Measurement]:
    """Two databases of the two sizes; the apps take turns, block by block."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        spaces = [stack.enter_context(Child("tests.bench.workspace")) for _ in SIZES]
        crowd = Crowd.joining(spaces, BLOCKS)
        empty = Path(folder) / "empty.db"
        classes(f"sqlite:///{empty}", spaces[0].ask("where")["team"], crowd)
        apps = []
        for size, space in zip(SIZES, spaces, strict=True):
            database = Path(folder) / f"{size}.db"
            shutil.copy(empty, database)
            fill(database, size)
            apps.append(stack.enter_context(accord_on(database, space)))
        greet(apps, crowd.interviewed)
        for block in range(BLOCKS):
            for kind in KINDS:
                for app in apps:
                    app.act(kind, crowd.of(kind, block))
    few, many = apps
    sizes = f"with {SIZES[1]:,} contracts, against {SIZES[0]:,}"
    return [
        line(f"CPU for a {what.name} {sizes}", many.cost(kind), "us", few.cost(kind)) for kind, what in KINDS.items()
    ]

"""The same interaction with 1,000 and with 1,000,000 contracts in the database: CPU for each."""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.bench.children import Child
from tests.bench.classes import SIZE, classes
from tests.bench.interactions import GREETING, KINDS, App
from tests.bench.report import Measurement, line
from tests.bench.years import fill

SIZES = (1_000, 1_000_000)
BLOCKS = 8


def measure() -> list[Measurement]:
    """Two databases of the two sizes; the apps take turns, block by block."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        spaces = [stack.enter_context(Child("tests.bench.workspace")) for _ in SIZES]
        users, _same = (space.ask("join", count=BLOCKS * (SIZE + 1) + 1) for space in spaces)
        team = spaces[0].ask("where")["team"]
        teachers, checked, students = users[:BLOCKS], users[BLOCKS : BLOCKS + 1], users[BLOCKS + 1 :]
        first = Path(folder) / f"{SIZES[0]}.db"
        classes(f"sqlite:///{first}", team, students, checked, teachers)
        shutil.copy(first, Path(folder) / f"{SIZES[1]}.db")
        apps = []
        for size, space in zip(SIZES, spaces, strict=True):
            database = Path(folder) / f"{size}.db"
            fill(database, size)
            where = space.ask("where")
            connect = (where["api_url"], where["bot_token"], where["app_token"])
            bot = stack.enter_context(Child("tests.bench.accord", f"sqlite:///{database}", *connect))
            apps.append(App(bot, space))
        for block in range(BLOCKS):
            mine = students[block * SIZE : (block + 1) * SIZE]
            for app in apps:
                app.people.ask("say", users=mine, words=GREETING, calls=1)
            for kind in KINDS:
                for app in apps:
                    app.act(kind, mine)
    few, many = apps
    return [
        line(
            f"CPU for a {name} with {SIZES[1]:,} contracts, against {SIZES[0]:,}", many.cost(kind), "us", few.cost(kind)
        )
        for kind, name in KINDS.items()
    ]

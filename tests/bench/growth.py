"""The same interaction with 1,000 and with 1,000,000 contracts in the database: CPU for each."""

import shutil
import sqlite3
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.bench.children import Child
from tests.bench.classes import SIZE, classes
from tests.bench.interactions import GREETING, KINDS, App
from tests.bench.report import Measurement, line

SIZES = (1_000, 1_000_000)
BLOCKS = 8

FILL = (
    # Three contracts for each student: two of the past and one that runs, with what hangs on them.
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :size)"
    " INSERT INTO contract (workspace, classroom, student, status, started_at, current, agreed, versions, decided_by,"
    " ends_at, revision) SELECT c.workspace, c.classroom, 'UOLD' || (i / 3), CASE i % 3 WHEN 0 THEN 'active'"
    " ELSE 'completed' END, c.started_at, 1, 1, 1, c.decided_by, CASE i % 3 WHEN 0 THEN '2999-01-01 00:00:00.000000'"
    " END, 2 FROM n, (SELECT * FROM contract WHERE status = 'active' LIMIT 1) c",
    "INSERT INTO contract_version (workspace, contract, number, author, author_user, terms, content_hash, written_at)"
    " SELECT v.workspace, c.id, 1, v.author, c.student, v.terms, v.content_hash, v.written_at"
    " FROM contract c, (SELECT * FROM contract_version LIMIT 1) v WHERE c.student LIKE 'UOLD%'",
    "INSERT INTO check_in (workspace, contract, student, number, due_at, wake_at, state, answered_at, revision)"
    " SELECT workspace, id, student, 1, '2999-01-01 00:00:00.000000', CASE status WHEN 'active' THEN"
    " '2999-01-01 00:00:00.000000' END, CASE status WHEN 'active' THEN 'planned' ELSE 'answered' END, NULL, 1"
    " FROM contract WHERE student LIKE 'UOLD%'",
    "INSERT INTO membership (workspace, classroom, user, side, joined_at)"
    " SELECT DISTINCT workspace, classroom, student, 'student', started_at FROM contract WHERE student LIKE 'UOLD%'",
    "INSERT INTO incoming (workspace, key, received_at)"
    " SELECT workspace, 'said:' || id, started_at FROM contract WHERE student LIKE 'UOLD%'",
)


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


def fill(database: Path, contracts: int) -> None:
    """So many contracts more, in one class, as years of use leave them."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA synchronous=OFF")
    with connection:
        for statement in FILL:
            connection.execute(statement, {"size": contracts} if ":size" in statement else {})
    connection.close()

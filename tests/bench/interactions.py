"""CPU for each interaction, through the whole stack on a file of SQLite, against the floor.

Every app has a process and a workspace of its own; the workspaces are other processes, so that their work does not
count. An envelope comes over the WebSocket, and an interaction is done when its message was accepted. The apps take
turns, block by block, and what counts is the median of the blocks: a busy machine disturbs all of them alike.
"""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.children import Child
from tests.bench.classes import REPLY, SIZE, classes
from tests.bench.report import Measurement, line, middle

BLOCKS = 14
WARM_UP = 2
"""Blocks that do not count: caches fill, code is compiled."""

GREETING = "hi"
"""Not counted: it makes each interaction one in the midst of an interview, not the first after a start."""

OPTION = "proposing.choose.0"
KINDS = {"say": "DM reply", "press": "button press"}
FORMS = {"plain": "a bare Bolt app", "lean": "a bare Bolt app that answers at once and shares a connection"}


@dataclass
class App:
    """An app with its workspace, and what each block of each interaction cost: seconds of CPU an interaction."""

    bot: Child
    people: Child
    costs: dict[str, list[float]] = field(default_factory=dict)

    def act(self, kind: str, users: Sequence[str]) -> None:
        before = self.bot.ask("cpu")
        if kind == "press":
            self.people.ask("press", users=users, wanted=OPTION, calls=1)
        else:
            self.people.ask("say", users=users, words=REPLY, calls=1)
        self.costs.setdefault(kind, []).append((self.bot.ask("cpu") - before) / len(users))

    def cost(self, kind: str) -> float:
        """Microseconds an interaction."""
        return middle(self.costs[kind][WARM_UP:]) * 1e6


def measure() -> list[Measurement]:
    """What a reply and a press cost Accord, beside each form of the floor."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        spaces = {name: stack.enter_context(Child("tests.bench.workspace")) for name in ("accord", *FORMS)}
        users = _join(spaces.values())
        team = spaces["accord"].ask("where")["team"]
        database = Path(folder) / "accord.db"
        teachers, students = users[: BLOCKS + 1], users[BLOCKS + 1 :]
        classes(f"sqlite:///{database}", team, students, (), teachers)
        for form in FORMS:
            shutil.copy(database, Path(folder) / f"{form}.db")
        plays = _rehearse(database, students[-1])
        accord = stack.enter_context(_accord(database, spaces["accord"]))
        apps = {"accord": accord}
        for form in FORMS:
            apps[form] = stack.enter_context(_floor(form, Path(folder) / f"{form}.db", spaces[form]))
            apps[form].bot.ask("learn", plays=plays, facts=_facts(database))
        for block in range(BLOCKS):
            users = students[block * SIZE : (block + 1) * SIZE]
            accord.people.ask("say", users=users, words=GREETING, calls=1)
            for kind in KINDS:
                for app in apps.values():
                    app.act(kind, users)
    return [
        line(f"CPU for a {name}, against {FORMS[form]}", accord.cost(kind), "us", apps[form].cost(kind))
        for kind, name in KINDS.items()
        for form in FORMS
    ]


def _join(spaces: Any) -> list[str]:
    """The same people everywhere: a teacher for each class, a class for each block, and one to rehearse with."""
    joined = [space.ask("join", count=(BLOCKS + 1) * (SIZE + 1)) for space in spaces]
    if any(users != joined[0] for users in joined):
        raise RuntimeError("the workspaces have different people")
    return list(joined[0])


@contextmanager
def _accord(database: Path, people: Child, module: str = "tests.bench.accord") -> Iterator[App]:
    where = people.ask("where")
    connect = (where["api_url"], where["bot_token"], where["app_token"])
    with Child(module, f"sqlite:///{database}", *connect) as bot:
        yield App(bot, people)


@contextmanager
def _floor(form: str, database: Path, people: Child) -> Iterator[App]:
    where = people.ask("where")
    connect = (where["api_url"], where["bot_token"], where["app_token"])
    with Child("tests.bench.floor", form, str(database), *connect) as bot:
        yield App(bot, people)


def _rehearse(database: Path, user: str) -> dict[str, Any]:
    """On a copy of all, let one student reply and press, and take down what Accord writes and says."""
    copy = database.with_name("rehearsal.db")
    shutil.copy(database, copy)
    facts, plays = _facts(copy)[user], {}
    with Child("tests.bench.workspace") as people:
        _join([people])
        with _accord(copy, people, "tests.bench.rehearsal") as accord:
            for kind in KINDS:
                accord.bot.ask("statements")
                said = people.ask("count_calls")
                accord.act(kind, [user])
                calls = people.ask("calls_since", number=said)
                writes = _writes(accord.bot.ask("statements"), facts)
                plays[kind] = {"writes": writes, "calls": [_call(c, user) for c in calls]}
    return plays


def _facts(database: Path) -> dict[str, dict[str, Any]]:
    """What is each student's own in the rows and messages."""
    connection = sqlite3.connect(database)
    rows = connection.execute("SELECT student, id FROM interview").fetchall()
    connection.close()
    return {student: {"{user}": student, "{interview}": interview} for student, interview in rows}


def _writes(statements: list[tuple[str, list[Any]]], facts: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    """What the transaction of the use case writes, with places for what is the student's own.

    That it also claims its message is Accord's own affair.
    """
    (begun,) = [at for at, (sql, _) in enumerate(statements) if "INTO incoming" in sql]
    (ended, *_) = [at for at, (sql, _) in enumerate(statements) if at > begun and sql == "COMMIT"]
    places = {value: name for name, value in facts.items()}
    return [
        (sql.split(" RETURNING ")[0], [_place(p, places) for p in parameters])
        for sql, parameters in statements[begun:ended]
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and not sql.startswith("UPDATE outbox")
    ]


def _place(value: Any, places: dict[Any, str]) -> Any:
    if isinstance(value, str) and value.startswith(("said:", "press:")):
        return "{incoming}"
    return places.get(value, value)


def _call(call: dict[str, Any], user: str) -> tuple[str, dict[str, Any]]:
    """The same call for somebody else; the mark by which Accord finds its messages again is Accord's own affair."""
    arguments = {k: v for k, v in call["args"].items() if k != "metadata"}
    return call["method"], json.loads(json.dumps(arguments).replace(user, "{user}"))

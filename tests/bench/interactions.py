"""CPU for each interaction, through the whole stack on a file of SQLite, against the floor.

Every app has a process and a workspace of its own; the workspaces are other processes, so that their work does not
count. An envelope comes over the WebSocket, and an interaction is done when its message was accepted. The apps take
turns, block by block, and what counts is the median of the blocks: a busy machine disturbs all of them alike.
"""

import json
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.domain.utterance import BURST_BEFORE_A_QUESTION
from tests.bench.children import Child
from tests.bench.classes import REPLY, classes
from tests.bench.report import Measurement, line, middle

BLOCKS = 14
WARM_UP = 2
"""Blocks that do not count: caches fill, code is compiled."""

CLASSES = 25
"""In a block, one student of each class acts: Homes of one teacher would become one, where several students answer."""

GREETING = "hi"
"""Not counted: it makes each interaction one in the midst of an interview, not the first after a start."""

READ = BURST_BEFORE_A_QUESTION.total_seconds() + 1
"""Seconds in which a question is read: what comes sooner is no answer to it, but more of what was written before."""


@dataclass(frozen=True)
class Kind:
    """An interaction: what is written, or else pressed, and how many calls of the Web API answer it."""

    name: str
    words: str = ""
    button: str = ""
    calls: int = 2


KINDS = {
    "say": Kind("DM reply in an interview", words=REPLY),
    "press": Kind("button press in an interview", button="proposing.choose.0"),
    "check-in": Kind("DM reply to a check-in", words="4 of 10 today, reading {own} aloud helps", calls=4),
}
"""In an interview the next question is asked, and the last one says that it is answered. A reply to a check-in is shown
to the student and, some seconds later, to the teacher, and on the Home of both."""

FORMS = {"plain": "a bare Bolt app", "lean": "a bare Bolt app that answers at once and shares a connection"}


@dataclass
class App:
    """An app with its workspace, and what each block of each interaction cost: seconds of CPU an interaction."""

    bot: Child
    people: Child
    costs: dict[str, list[float]] = field(default_factory=dict)

    def act(self, kind: str, users: Sequence[str]) -> None:
        what = KINDS[kind]
        before = self.bot.ask("cpu")
        if what.button:
            self.people.ask("press", users=users, wanted=what.button, calls=what.calls)
        else:
            self.people.ask("say", users=users, words=what.words, calls=what.calls)
        self.costs.setdefault(kind, []).append((self.bot.ask("cpu") - before) / len(users))

    def cost(self, kind: str) -> float:
        """Microseconds an interaction."""
        return middle(self.costs[kind][WARM_UP:]) * 1e6


@dataclass(frozen=True)
class Crowd:
    """Those who act: in each class a student for each block in an interview, as many with a check-in, and a teacher."""

    teachers: Sequence[str]
    interviewed: Sequence[str]
    checked: Sequence[str]

    @classmethod
    def joining(cls, spaces: Iterable[Child], blocks: int) -> "Crowd":
        """The same people in each of the workspaces."""
        joined = [space.ask("join", count=CLASSES * (2 * blocks + 1)) for space in spaces]
        if any(users != joined[0] for users in joined):
            raise RuntimeError("the workspaces have different people")
        users, half = joined[0], CLASSES * blocks
        return cls(users[2 * half :], users[:half], users[half : 2 * half])

    def of(self, kind: str, block: int) -> Sequence[str]:
        users = self.checked if kind == "check-in" else self.interviewed
        return users[block :: len(users) // CLASSES]


def measure() -> list[Measurement]:
    """What each interaction costs Accord, beside each form of the floor."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        spaces = {name: stack.enter_context(Child("tests.bench.workspace")) for name in ("accord", *FORMS)}
        crowd = Crowd.joining(spaces.values(), BLOCKS + 1)
        database = Path(folder) / "accord.db"
        classes(f"sqlite:///{database}", spaces["accord"].ask("where")["team"], crowd)
        plays, facts = _rehearse(database), facts_of(database)
        for form in FORMS:
            shutil.copy(database, Path(folder) / f"{form}.db")
        apps = {"accord": stack.enter_context(accord_on(database, spaces["accord"]))}
        for form in FORMS:
            apps[form] = stack.enter_context(_floor(form, Path(folder) / f"{form}.db", spaces[form]))
            apps[form].bot.ask("learn", plays=plays, facts=facts)
        greet(apps.values(), crowd.interviewed)
        for block in range(BLOCKS):
            for kind in KINDS:
                for app in apps.values():
                    app.act(kind, crowd.of(kind, block))
    ours = apps.pop("accord")
    return [
        line(f"CPU for a {what.name}, against {FORMS[form]}", ours.cost(kind), "us", app.cost(kind))
        for kind, what in KINDS.items()
        for form, app in apps.items()
    ]


def greet(apps: Iterable[App], users: Sequence[str]) -> None:
    """Ask these, who are in an interview, their question, and let them read it."""
    for app in apps:
        app.people.ask("say", users=users, words=GREETING, calls=1)
    time.sleep(READ)


@contextmanager
def accord_on(database: Path, people: Child, module: str = "tests.bench.accord") -> Iterator[App]:
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


def _rehearse(database: Path) -> dict[str, Any]:
    """On a copy of all, let two students of the last class act, and take down what Accord writes and says."""
    copy = database.with_name("rehearsal.db")
    shutil.copy(database, copy)
    facts, plays = facts_of(copy), {}
    with Child("tests.bench.workspace") as people:
        crowd = Crowd.joining([people], BLOCKS + 1)
        with accord_on(copy, people, "tests.bench.rehearsal") as accord:
            for kind in ("greeting", *KINDS):
                user = crowd.of(kind, BLOCKS)[-1]
                accord.bot.ask("statements")
                said = people.ask("count_calls")
                if kind in KINDS:
                    accord.act(kind, [user])
                else:
                    greet([accord], [user])
                calls = people.ask("calls_since", number=said)
                writes = _writes(accord.bot.ask("statements"), facts[user])
                plays[kind] = {"writes": writes, "calls": [_call(c, facts[user]) for c in calls]}
    return plays


def facts_of(database: Path) -> dict[str, dict[str, Any]]:
    """What is each student's own in the rows and messages."""
    connection = sqlite3.connect(database)
    interviews = connection.execute("SELECT student, id, contract FROM interview").fetchall()
    check_ins = connection.execute(
        "SELECT c.student, c.id, c.contract, m.user FROM check_in c JOIN contract k ON k.id = c.contract"
        " JOIN membership m ON m.classroom = k.classroom AND m.side = 'teacher'"
    ).fetchall()
    connection.close()
    return {
        student: {"{user}": student, "{interview}": interview, "{contract}": contract}
        for student, interview, contract in interviews
    } | {
        student: {"{user}": student, "{check_in}": check_in, "{contract}": contract, "{teacher}": teacher}
        for student, check_in, contract, teacher in check_ins
    }


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
    """The value, with places for what is the student's own: for all of it, or within a text."""
    if isinstance(value, str) and value.startswith(("said:", "press:")):
        return "{incoming}"
    if isinstance(value, str) and value not in places:
        for own, name in places.items():
            value = value.replace(own if isinstance(own, str) else f"check-in:{own}", _within(own, name))
    return places.get(value, value)


def _within(own: Any, name: str) -> str:
    return name if isinstance(own, str) else f"check-in:{name}"


def _call(call: dict[str, Any], facts: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The same call for somebody else; the mark by which Accord finds its messages again is Accord's own affair."""
    text = json.dumps({k: v for k, v in call["args"].items() if k != "metadata"})
    for name, own in facts.items():
        text = text.replace(own, name) if isinstance(own, str) else text
    return call["method"], json.loads(text)

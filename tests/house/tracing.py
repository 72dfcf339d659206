"""What one thing that happens costs: the functions of ours that it crosses, its SQL statements, its calls of Slack.

Polling is left out by the stack: what the ticker, a worker's errands or the heartbeat do, what the scene does to wait,
and visits of the sender that find nothing to write. Everything in the scene runs in one thread, so the stack tells.
"""

import inspect
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType
from typing import Any
from unittest.mock import patch

from slack_sdk.web.async_base_client import AsyncBaseClient
from sqlalchemy import Engine, event

from bot.app import Accord
from bot.demo.scene import School
from bot.domain.outbox import Verb
from bot.jobs.errands import Errands
from bot.jobs.hearing_back import Attendance
from bot.jobs.ticker import Ticker
from bot.messages.presenting import present
from bot.outbox.sender import Sender
from tests.house.modules import ROOT
from tests.house.rooms import FOLDERS

POLLING = frozenset(inspect.getfile(those) for those in (Ticker, Errands, Attendance, School))
CLOCK_MOVED = frozenset({Accord.time_moved.__code__, Accord._catch_up.__code__})
SENDER = inspect.getfile(Sender)
WRITES = ("INSERT", "UPDATE", "DELETE")
AROUND = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA", "--")
"""What begins a line of SQLite's trace that is no statement of ours: transactions, settings, what a trigger does."""


@dataclass(frozen=True)
class Statement:
    """`transaction` tells them apart; `by_sender` where a visit of the sender runs it, `for_home` to render a Home."""

    sql: str
    transaction: int
    by_sender: bool
    for_home: bool

    @property
    def writes(self) -> bool:
        return self.sql.lstrip().upper().startswith(WRITES)

    @property
    def kind(self) -> str:
        """`SELECT person`: what it does, and the first table that it names."""
        named = re.search(r"\b(?:FROM|INTO|UPDATE)\s+\"?(\w+)", self.sql)
        return f"{self.sql.split(maxsplit=1)[0]} {named[1] if named else '-'}"


@dataclass(frozen=True)
class Call:
    """`after` is the number of statements that ran before it was made."""

    method: str
    args: dict[str, Any]
    after: int


@dataclass
class Trace:
    """Everything since it was made, until `ended`."""

    functions: set[CodeType] = field(default_factory=set)
    ran: list[Statement] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)

    @property
    def statements(self) -> list[Statement]:
        return _without_looks(self.ran)

    @property
    def without_homes(self) -> list[Statement]:
        """Those that no rendering of a Home ran; that its row was queued and claimed is among them."""
        return [statement for statement in self.statements if not statement.for_home]

    @property
    def files(self) -> set[str]:
        return {_below_root(code.co_filename) for code in self.functions}

    @property
    def names(self) -> list[str]:
        return sorted(f"{_below_root(code.co_filename)}:{code.co_qualname}" for code in self.functions)

    def statements_before(self, call: Call) -> list[Statement]:
        return _without_looks(self.ran[: call.after])


class Tracing:
    """Watches the databases that are opened while `watching` lasts, and takes down what happens in `trace`."""

    def __init__(self) -> None:
        self._trace: Trace | None = None
        self._transaction = 0

    @contextmanager
    def watching(self) -> Iterator[None]:
        event.listen(Engine, "connect", self._connected)
        try:
            with patch.object(AsyncBaseClient, "api_call", self._noting(AsyncBaseClient.api_call)):
                yield
        finally:
            event.remove(Engine, "connect", self._connected)

    @contextmanager
    def trace(self) -> Iterator[Trace]:
        """A Trace that fills while the block runs."""
        self._trace = trace = Trace()
        sys.setprofile(_Functions(trace.functions).look)
        try:
            yield trace
        finally:
            sys.setprofile(None)
            self._trace = None

    def _connected(self, connection: Any, _record: Any) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.set_trace_callback(self._ran)

    def _ran(self, sql: str) -> None:
        """A statement that SQLite begins, whoever gave it: SQLAlchemy, or we past it."""
        self._transaction += sql.startswith("BEGIN")
        if self._trace is None or sql.startswith(AROUND):
            return
        above = _above(sys._getframe(1))
        if not any(_polls(frame) for frame in above):
            by_sender = any(frame.f_code.co_filename == SENDER for frame in above)
            for_home = any(_renders_home(frame) for frame in above)
            self._trace.ran.append(Statement(sql, self._transaction, by_sender, for_home))

    def _noting(self, call: Any) -> Any:
        def noting(client: Any, method: str, **given: Any) -> Any:
            if self._trace is not None:
                args = given.get("json") or given.get("data") or {}
                self._trace.calls.append(Call(method, dict(args), len(self._trace.ran)))
            return call(client, method, **given)

        return noting


class _Functions:
    """Takes down which named functions of ours are called."""

    def __init__(self, found: set[CodeType]) -> None:
        self._found = found
        self._passed: set[CodeType] = set()

    def look(self, frame: FrameType, what: str, _: Any) -> None:
        code = frame.f_code
        if what != "call" or code in self._passed or code in self._found:
            return
        if not _is_ours(code):
            self._passed.add(code)
        elif not any(_polls(above) for above in _above(frame)):
            self._found.add(code)


def _is_ours(code: CodeType) -> bool:
    """A named function: no lambda, no comprehension, no module that is imported only now."""
    return not code.co_name.startswith("<") and any(code.co_filename.startswith(folder) for folder in _OURS)


_OURS = tuple(f"{ROOT / folder}/" for folder in FOLDERS)


def _below_root(file: str) -> str:
    return str(Path(file).relative_to(ROOT))


def _above(frame: FrameType | None) -> list[FrameType]:
    """The frame, and those that wait for it."""
    found = []
    while frame is not None:
        found.append(frame)
        frame = frame.f_back
    return found


def _polls(frame: FrameType) -> bool:
    return frame.f_code.co_filename in POLLING or frame.f_code in CLOCK_MOVED


def _renders_home(frame: FrameType) -> bool:
    return frame.f_code is present.__code__ and frame.f_locals["delivery"].verb is Verb.HOME


def _without_looks(statements: list[Statement]) -> list[Statement]:
    """Without the sender's visits that claim nothing and have nothing to write down."""
    wrote = {s.transaction for s in statements if s.writes}
    return [s for s in statements if s.transaction in wrote or not s.by_sender]

"""Counts what an interaction costs: statements of SQL, and calls of Slack."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, event

from bot.demo.scene import School

_FRAME = re.compile(r"\s*(BEGIN|COMMIT|ROLLBACK|PRAGMA|--)")
"""What holds statements together is none of them."""


@dataclass
class Cost:
    """`statements` and `calls` of Slack, in their order; `before` is how many statements had run when the first call
    came in."""

    statements: list[str] = field(default_factory=list)
    calls: list[Any] = field(default_factory=list)
    before: int = 0

    @property
    def methods(self) -> Counter[str]:
        return Counter(call.method for call in self.calls)


class Counting:
    """Hears each statement from SQLite itself, since some go there past SQLAlchemy."""

    def __init__(self) -> None:
        self._cost: Cost | None = None
        self._calls: list[Any] = []
        self._known = 0

    def on_connect(self, connection: Any, record: object) -> None:
        connection.set_trace_callback(self._hear)

    def _hear(self, statement: str) -> None:
        if self._cost is None or _FRAME.match(statement):
            return
        self._cost.statements.append(statement)
        self._cost.before += len(self._calls) == self._known

    @contextmanager
    def of(self, scene: School) -> Iterator[Cost]:
        """What is done in the block, with all that follows from it until the block is over."""
        self._calls, self._known = scene.ws.calls, len(scene.ws.calls)
        self._cost = cost = Cost()
        try:
            yield cost
        finally:
            self._cost = None
            cost.calls = scene.ws.calls[self._known :]


@contextmanager
def counting() -> Iterator[Counting]:
    """Counts on every engine that connects while the block runs."""
    made = Counting()
    event.listen(Engine, "connect", made.on_connect)
    try:
        yield made
    finally:
        event.remove(Engine, "connect", made.on_connect)

"""What was read in a transaction is read once: the same question gets the same answer, until something is written
there.

One of these belongs to one unit of work, so to one workspace and one transaction: nothing of it outlives either. What
is kept are frozen values; a list is given out as a new one.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Table

T = TypeVar("T")


class Reads:
    """The answers so far, by table. Whoever writes to a table forgets it, whatever became of the write."""

    def __init__(self) -> None:
        self._answers: dict[Table, dict[Hashable, Any]] = {}

    def once(self, table: Table, question: Hashable, read: Callable[[], T]) -> T:
        """What `read` returned to this question about the table."""
        answers = self._answers.setdefault(table, {})
        if question not in answers:
            answers[question] = read()
        found: T = answers[question]
        return found

    def forget(self, *tables: Table) -> None:
        for table in tables:
            self._answers.pop(table, None)

    def forget_all(self) -> None:
        self._answers.clear()


def question(equals: Mapping[str, Any], *how: Hashable) -> Hashable:
    """What is asked for, as a key. A collection means any of its values."""
    return (*how, *((name, _key(equals[name])) for name in sorted(equals)))


def _key(value: Any) -> Hashable:
    """Beside its type: what Python calls equal, as True and 1, a database may not."""
    key = tuple(value) if isinstance(value, list | set | frozenset) else value
    return type(key).__name__, key

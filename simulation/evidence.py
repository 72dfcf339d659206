"""What the properties look at: the database as it stands, what was shown in the workspaces, and what people did.

Read with SQL of its own: nothing here goes through the code that is being tested.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sandbox.state import Post
from simulation.school import School

Row = Mapping[str, Any]
JSON_COLUMNS = frozenset({"args", "terms", "detail", "draft", "typed", "check_in_days", "ratings"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that appeared: in which school and conversation, from which row of the outbox."""

    school: School
    post: Post
    at: datetime
    delivery: str
    kind: str
    row: Row


@dataclass(slots=True)
class Evidence:
    """`shown` are the messages of Accord, oldest first. `remembered` is what a property saw before and must not
    change."""

    schools: list[School]
    database: sqlite3.Connection
    shown: list[Shown] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    """What the program logged as an error: nothing here gives it a reason."""
    remembered: dict[str, Any] = field(default_factory=dict)
    over: bool = False
    """Everything has settled: what is not there now never comes."""
    _cache: dict[str, list[Row]] = field(default_factory=dict)

    def forget(self) -> None:
        """The database may have changed."""
        self._cache.clear()

    def rows(self, table: str, where: str = "1", order: str = "id") -> list[Row]:
        key = f"{table} {where}"
        found = self._cache.get(key)
        if found is None:
            cursor = self.database.execute(f"SELECT * FROM {table} WHERE {where} ORDER BY {order}")
            names = [c[0] for c in cursor.description]
            found = self._cache[key] = [_row(names, values) for values in cursor]
        return found

    def by_id(self, table: str) -> dict[int, Row]:
        return {row["id"]: row for row in self.rows(table)}

    def school_of(self, workspace: str) -> School:
        return next(s for s in self.schools if s.team == workspace)

    @property
    def now(self) -> datetime:
        return self.schools[0].core.now()

    def note(self, school: School, method: str, given: Mapping[str, Any], answer: Mapping[str, Any]) -> None:
        """A call took effect; a message that it posted is remembered with its row."""
        if method != "chat.postMessage":
            return
        post = school.core.state.conversations[str(answer["channel"])].by_ts[str(answer["ts"])]
        payload = (post.metadata or {}).get("event_payload") or {}
        delivery = str(payload.get("delivery", ""))
        found = self.database.execute("SELECT * FROM outbox WHERE id = ?", (delivery.rpartition("-")[2],))
        values = found.fetchone()
        row = _row([c[0] for c in found.description], values) if values else {}
        self.shown.append(Shown(school, post, school.core.now(), delivery, str(payload.get("kind", "")), row))


def moment(text: str) -> datetime:
    """An instant as SQLite holds it."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _row(names: list[str], values: Any) -> Row:
    row = dict(zip(names, values, strict=True))
    for name in JSON_COLUMNS & row.keys():
        if isinstance(row[name], str):
            row[name] = json.loads(row[name])
    return row

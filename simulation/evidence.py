"""What the properties look at: the database as it stands, what was shown in the workspaces, and what people did.

Read with SQL of its own: nothing here goes through the code that is being tested.
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from prompts.words import words_for
from sandbox.state import Post
from simulation.school import School
from simulation.showings import Showing, reader_of, showing

Row = Mapping[str, Any]
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
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
    had_buttons: bool
    """When it appeared."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A student stood among those who fall behind, in a view of `reader`, when so many messages had been `shown`."""

    school: School
    reader: str
    student: str
    after: int


@dataclass(slots=True)
class Evidence:
    """`shown` are the messages of Accord, oldest first. `remembered` is what a property saw before and must not
    change."""

    schools: list[School]
    database: sqlite3.Connection
    shown: list[Shown] = field(default_factory=list)
    showings: list[Showing] = field(default_factory=list)
    """Wherever something that somebody typed stood in what Accord showed."""
    errors: list[str] = field(default_factory=list)
    """What the program logged as an error: nothing here gives it a reason."""
    asked: list[str] = field(default_factory=list)
    """What left for the language model."""
    parsed: list[str] = field(default_factory=list)
    """Where Slack would have made something of what somebody typed."""
    strangers: list[str] = field(default_factory=list)
    """Where a workspace was shown something of another's people."""
    heard: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """When each typed message was taken in or heard, by workspace and ts. The program itself forgets that in time."""
    marked: list[Marked] = field(default_factory=list)
    to_staff: list[tuple[School, str, str]] = field(default_factory=list)
    """(school, reader, text): what colleagues were shown who teach none of the students."""
    pages: list[tuple[School, str, str]] = field(default_factory=list)
    """(school, reader, student): whose page was shown to whom."""
    remembered: dict[str, Any] = field(default_factory=dict)
    over: bool = False
    """Everything has settled: what is not there now never comes."""
    _cache: dict[str, list[Row]] = field(default_factory=dict)
    _heard_until: int = 0

    def look_again(self) -> None:
        """The database may have changed."""
        self._cache.clear()
        new = self.database.execute(
            "SELECT id, workspace, key, received_at FROM incoming WHERE id > ?", (self._heard_until,)
        )
        for id, workspace, key, at in new:
            self._heard_until = max(self._heard_until, id)
            if key.startswith(("said:", "kept:said:")):
                self.heard.setdefault((workspace, key.rpartition(":")[2]), []).append(at)

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
        """A call took effect: what it shows is looked through, and a message that it posted is remembered."""
        if not (given.get("blocks") or given.get("view") or given.get("text")):
            return
        self._look_through(school, method, given)
        shown = showing(school, method, given, answer)
        if shown is not None:
            self.showings.append(shown)
        if school.staff and (reader := reader_of(school, given, answer)[0]) in {p.id for p in school.staff}:
            self.to_staff.append((school, reader, json.dumps(given, ensure_ascii=False)))
        if "view" in given:
            self._look_at_view(school, given, answer)
        if method != "chat.postMessage":
            return
        post = school.core.state.conversations[str(answer["channel"])].by_ts[str(answer["ts"])]
        if any(mark.startswith("@") for mark in post.notifies):
            self.parsed.append(f"{post.ts} notifies {sorted(post.notifies)}")
        payload = (post.metadata or {}).get("event_payload") or {}
        delivery, kind = str(payload.get("delivery", "")), str(payload.get("kind", ""))
        buttons = '"type": "button"' in json.dumps(given.get("blocks"))
        row = self._row_of(delivery)
        self.shown.append(Shown(school, post, school.core.now(), delivery, kind, row, buttons))

    def _look_at_view(self, school: School, given: Mapping[str, Any], answer: Mapping[str, Any]) -> None:
        view, reader = given["view"], reader_of(school, given, answer)[0]
        if view.get("callback_id") == PAGE:
            self.pages.append((school, reader, str(view["private_metadata"]).partition(":")[0]))
        for line in _lines(view):
            if FALLS_BEHIND in line:
                marked = (p.id for p in (*school.students, *school.crowd) if p.user.shown in line and p.id != reader)
                self.marked += [Marked(school, reader, student, len(self.shown)) for student in marked]

    def _look_through(self, school: School, method: str, given: Mapping[str, Any]) -> None:
        for part in parsed_parts(given):
            text = str(part.get("text") or part.get("url") or part.get("range") or "")
            if part["type"] in ("broadcast", "link") or school.mint.found_in(text):
                self.parsed.append(f"{method} has {part['type']} {text[:80]!r}")
        if ACTIVE.search(str(given.get("text") or "")):
            self.parsed.append(f"{method} has the text {str(given['text'])[:80]!r}")
        if len(self.schools) > 1:
            everything = json.dumps(given, ensure_ascii=False)
            for other in self.schools:
                if other is not school:
                    self.strangers += [f"{method} shows {name}" for name in other.traces_in(everything)]

    def _row_of(self, delivery: str) -> Row:
        found = self.database.execute("SELECT * FROM outbox WHERE id = ?", (delivery.rpartition("-")[2],))
        values = found.fetchone()
        return _row([c[0] for c in found.description], values) if values else {}


PAGE = "home.student"
"""The form that is a student's page."""

FALLS_BEHIND = words_for()("home-row-behind").rpartition("*")[2].strip()
"""How a teacher reads in the line of a student that their numbers do."""


def _lines(value: Any) -> Iterator[str]:
    """Each line of a view, as it is read."""
    if isinstance(value, Mapping):
        if value.get("type") == "rich_text_section":
            yield "".join(str(part.get("text", "")) for part in value["elements"])
        else:
            for item in value.values():
                yield from _lines(item)
    elif isinstance(value, list):
        for item in value:
            yield from _lines(item)


ACTIVE = re.compile(r"<[!@#h][^>]*>")
"""What Slack reads as a mention or a link in a text."""

PARSED = frozenset({"mrkdwn", "markdown", "link", "broadcast"})


def parsed_parts(value: Any) -> Iterator[Mapping[str, Any]]:
    """Whatever in blocks or views Slack makes more of than text."""
    if isinstance(value, Mapping):
        if value.get("type") in PARSED:
            yield value
        for item in value.values():
            yield from parsed_parts(item)
    elif isinstance(value, list):
        for item in value:
            yield from parsed_parts(item)


def moment(text: str) -> datetime:
    """An instant as SQLite holds it."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _row(names: list[str], values: Any) -> Row:
    row = dict(zip(names, values, strict=True))
    for name in JSON_COLUMNS & row.keys():
        if isinstance(row[name], str):
            row[name] = json.loads(row[name])
    return row


def is_agreed_on(terms: dict[str, Any], day: date) -> bool:
    """Whether terms as they are kept name this day: by its weekday, and by its week."""
    weeks = terms.get("alternates_from")
    monday = day - timedelta(days=day.weekday())
    in_turn = not weeks or (monday - date.fromisoformat(weeks)).days % 14 == 0
    return in_turn and DAYS[day.weekday()] in terms["check_in_days"]


def as_it_runs(e: Evidence, contract: Row, terms: dict[str, Any]) -> dict[str, Any]:
    """The terms with the days and the time that count: those of the class now, where they go with it."""
    if not terms.get("with_class"):
        return terms
    room = e.by_id("classroom")[contract["classroom"]]
    return {**terms, "check_in_days": room["check_in_days"], "check_in_time": room["check_in_time"]}

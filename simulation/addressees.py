"""Whom and what a message or a form is about, as people read it off it: found here by the ids that it carries."""

import json
import sqlite3
from typing import Any

from sandbox.state import Post

OF_FORMS = {
    "celebrating": "milestone",
    "checking_in": "check_in",
    "conference.agree": "conference",
    "drafting": "feedback",
    "evidence.say": "evidence",
    "lesson.answer": "lesson_answer",
    "lesson": "lesson",
    "oneself": "self_contract",
    "surveying": "classroom",
    "surveying.answer": "survey_answer",
    "inventory": "inventory_answer",
    "calibrating.ask": "classroom",
    "calibrating.rate": "calibration",
    "menus.save": "classroom",
    "templates.save": "classroom",
    "menus.browse": "interview",
    "menus.pick": "interview",
    "templates.choose": "interview",
    "templates.fill": "interview",
    "exchanging": "note",
    "exchanging.stuck": "classroom",
    "mentoring.write": "mentoring",
    "peers.write": "peer_look",
    "promises": "promise",
    "rubrics": "classroom",
    "standards": "classroom",
    "talking": "talk",
    "talking.offer_to": "classroom",
}
"""What the id in a form belongs to, by its name or the first part of that; in all others it is a contract."""

OF_WHOLE_CLASSES = frozenset({"classroom", "lesson", "calibration"})
"""What has no student."""

OF_MESSAGES = ("check_in", "contract", "feedback", "note", "response")
"""What a message may carry the id of, and where its student stands."""

CHANNEL = "SELECT channel FROM classroom WHERE id = ?"
CLASS = "SELECT id FROM classroom WHERE channel = ?"
SIDE = "SELECT m.side FROM membership m JOIN classroom c ON c.id = m.classroom WHERE c.channel = ? AND m.user = ?"
CLASS_OF = {
    "contract": "SELECT classroom FROM contract WHERE id = ?",
    "interview": "SELECT classroom FROM interview WHERE id = ?",
    "feedback": "SELECT classroom FROM feedback WHERE id = ?",
    "note": "SELECT classroom FROM note WHERE id = ?",
    "talk": "SELECT classroom FROM talk WHERE id = ?",
    "classroom": "SELECT id FROM classroom WHERE id = ?",
    "check_in": "SELECT c.classroom FROM contract c JOIN check_in i ON i.contract = c.id WHERE i.id = ?",
    "response": "SELECT c.classroom FROM contract c JOIN check_in i ON i.contract = c.id"
    " JOIN response r ON r.check_in = i.id WHERE r.id = ?",
    "evidence": "SELECT c.classroom FROM contract c JOIN evidence e ON e.contract = c.id WHERE e.id = ?",
    "conference": "SELECT c.classroom FROM contract c JOIN conference o ON o.contract = c.id WHERE o.id = ?",
    "calibration": "SELECT classroom FROM calibration WHERE id = ?",
    "lesson": "SELECT classroom FROM lesson WHERE id = ?",
    "lesson_answer": "SELECT l.classroom FROM lesson l JOIN lesson_answer a ON a.lesson = l.id WHERE a.id = ?",
    "survey_answer": "SELECT s.classroom FROM survey s JOIN survey_answer a ON a.survey = s.id WHERE a.id = ?",
    "inventory_answer": "SELECT i.classroom FROM inventory i"
    " JOIN inventory_answer a ON a.inventory = i.id WHERE a.id = ?",
    "self_contract": "SELECT classroom FROM self_contract WHERE id = ?",
    "milestone": "SELECT c.classroom FROM contract c JOIN milestone m ON m.contract = c.id WHERE m.id = ?",
    "peer_look": "SELECT c.classroom FROM contract c JOIN peer_look p ON p.contract = c.id WHERE p.id = ?",
    "mentoring": "SELECT c.classroom FROM contract c JOIN mentoring m ON m.contract = c.id WHERE m.id = ?",
    "promise": "SELECT c.classroom FROM contract c JOIN promise p ON p.contract = c.id WHERE p.id = ?",
}
STUDENT_OF = {
    "milestone": "SELECT c.student FROM contract c JOIN milestone m ON m.contract = c.id WHERE m.id = ?",
    "response": "SELECT i.student FROM check_in i JOIN response r ON r.check_in = i.id WHERE r.id = ?",
}
"""Where it does not stand in the table itself."""
NAMES_ITS_TABLE = "feedback.explain"
"""What this form is about stands in it with its table: "response:3"."""
RUNNING = """
SELECT DISTINCT c.channel FROM classroom c JOIN contract k ON k.classroom = c.id
WHERE k.workspace = ? AND k.student = ? AND k.status IN ('active', 'renegotiating')
"""


class Addressees:
    """Looks into the database as it stands."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def of_form(self, callback: str, metadata: str) -> str:
        """The student whom a form is about; "" for none."""
        table, ref = _of_form(callback, metadata)
        return self._student(table, int(ref)) if ref.isdigit() and table not in OF_WHOLE_CLASSES else ""

    def of_field(self, name: str) -> str:
        """The student whose check-in a field with its id is about; "" for none."""
        ref = name.rpartition("-")[2]
        return self._student("check_in", int(ref)) if ref.isdigit() else ""

    def channel_of_form(self, callback: str, metadata: str) -> str:
        """The channel of the class that a form is about; "" for none."""
        table, ref = _of_form(callback, metadata)
        return self._channel(table, int(ref)) if ref.isdigit() else ""

    def channel_of_class(self, classroom: str) -> str:
        return self._one(CHANNEL, int(classroom)) if classroom.isdigit() else ""

    def of_message(self, post: Post) -> str:
        """The student whom a message of Accord's is about; "" for none."""
        args = self._args(post)
        return next((self._student(table, args[table]) for table in OF_MESSAGES if table in args), "")

    def channel_of(self, post: Post) -> str:
        """The channel of the class that a message of Accord's is about; "" for none."""
        args = self._args(post)
        return next(filter(None, (self._channel(table, args[table]) for table in CLASS_OF if table in args)), "")

    def running_of(self, workspace: str, student: str) -> list[str]:
        """The channels of the classes in which something of theirs runs."""
        return [channel for (channel,) in self._database.execute(RUNNING, (workspace, student))]

    def is_class(self, channel: str) -> bool:
        """Whether a channel's class is set up."""
        return bool(self._one(CLASS, channel))

    def side_of(self, user: str, channel: str) -> str:
        """On which side somebody is in the class of a channel; "" where they are in none."""
        found = self._database.execute(SIDE, (channel, user)).fetchone()
        return str(found[0]) if found else ""

    def _channel(self, table: str, id: int) -> str:
        classroom = self._one(CLASS_OF[table], id)
        return self._one(CHANNEL, classroom) if classroom else ""

    def _args(self, post: Post) -> dict[str, Any]:
        payload = (post.metadata or {}).get("event_payload") or {}
        delivery = str(payload.get("delivery", "")).rpartition("-")[2]
        return dict(json.loads(self._one("SELECT args FROM outbox WHERE id = ?", delivery) or "{}"))

    def _student(self, table: str, id: int) -> str:
        return self._one(STUDENT_OF.get(table, f"SELECT student FROM {table} WHERE id = ?"), id)

    def _one(self, sql: str, value: object) -> str:
        found = self._database.execute(sql, (value,)).fetchone()
        return str(found[0]) if found else ""


def _of_form(callback: str, metadata: str) -> tuple[str, str]:
    """(table, id)."""
    first, _, rest = metadata.partition(":")
    if callback == NAMES_ITS_TABLE:
        return first, rest
    return OF_FORMS.get(callback) or OF_FORMS.get(callback.partition(".")[0], "contract"), first

"""Bends payloads: what is missing, of the wrong type, huge, hostile, deep, somebody else's, swapped or repeated."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.fuzz.recording import FORMS, PRESSES, Json, Payload, Recording

MARK = "kanarienvogel"
"""Stands in everything that is made up as typed: no log may hold it."""

STRANGE_TEAM, STRANGER = "T0STRANGE00", "U0STRANGER0"
HUGE = 100_000
HOSTILE = (
    f"{MARK}\x00\x01\x1b[31m\x7f\u0085",
    f"{MARK}\ud800\udfff\udc00",
    f"\u202e{MARK}\u200b\u2066\ufeff",
    f"<!channel> <!here> <@U0STRANGER0> {MARK} <https://x.example|y>",
    f"*{MARK}* _b_ `c` ~d~ > e\n- f\n1. g ```h```",
    f"=HYPERLINK({MARK}) +1 -1 @SUM(A1)",
    f"'; DROP TABLE contract; -- {MARK}",
    f"{{{{{MARK}}}}} ${{x}} %s %(x)s {{0}} {{name}}",
    f"{MARK} 9999999999999999999999999999 of 1e309 by 31 february 0000",
    f"{MARK} ٣ of ١٠ sentences by 2027-13-45",
    f"{MARK} " + "8 of 10 " * 300,
    f"{MARK} " + "e\u0301" * 400 + "👩‍👩‍👧‍👦" * 40,
    "\n" * 500 + MARK,
    f"{MARK} NaN inf -0 1/0 10% 1e9 ½",
)
WRONG: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    2**63,
    1.5,
    float("inf"),
    "",
    " ",
    [],
    {},
    [None],
    [[]],
    {"": ""},
    ["x"] * 50,
)
IDS = (
    "-1",
    "0",
    "1",
    "2",
    "7",
    str(2**63),
    "9" * 40,
    "1:1",
    "1:2",
    "2:1",
    "1:0",
    "1:2:3",
    "abc",
    "１",
    "1\x00",
    "\ud800",
    "",
)
"""What buttons and forms carry, and what they never should."""

NAMES = ("id", "user", "user_id", "team_id", "channel", "channel_id", "action_id", "block_id", "callback_id", "command")
ID_KEYS = frozenset({*NAMES, "type", "subtype"})
"""What nobody types: a log may hold it."""
STRUCTURE = frozenset({"blocks", "title", "submit", "close", "token", "api_app_id", "domain", "hash"})
"""Parts of a payload that nobody reads: bent seldom."""

Path = tuple[Any, ...]


class Bender:
    """Makes bent payloads of recorded ones; the same for the same seed."""

    def __init__(self, recording: Recording, seed: int) -> None:
        self._recording = recording
        self._all = recording.payloads
        self._chance = Random(seed)
        self._number = 0

    def bent(self, payload: Payload) -> Payload:
        """A copy with one to three things bent, and ids of its own: it is no repeat of another."""
        body: Json = json.loads(json.dumps(payload.body))
        self._fresh(body)
        for _ in range(self._chance.choice((1, 1, 1, 2, 3))):
            self._bend(payload.kind, body)
        return Payload(payload.kind, body)

    def _fresh(self, body: Json) -> None:
        self._number += 1
        stamp = f"18{self._number:08}.{self._number:06}"
        body["trigger_id"] = f"{stamp}.trigger"
        for action in body.get("actions") or ():
            action["action_ts"] = stamp
        if "view" in body:
            body["view"]["id"] = f"V{stamp}"
        if "event" in body:
            body["event_id"] = f"Ev{stamp}"
            if "ts" in body["event"] and "subtype" not in body["event"]:
                body["event"]["ts"] = stamp

    def _bend(self, kind: str, body: Json) -> None:
        bends = (
            self._drop,
            self._wrong,
            self._hostile,
            self._hostile,
            self._typed,
            self._typed,
            self._claim,
            self._claim,
        )
        rare = (self._deep, self._huge, self._swap, self._somebody, self._somebody, self._doubled, self._route)
        self._chance.choice((*bends, *rare))(body, kind)

    # The bends.

    def _drop(self, body: Json, kind: str) -> None:
        where, key = self._place(body)
        del where[key]

    def _wrong(self, body: Json, kind: str) -> None:
        where, key = self._place(body)
        where[key] = self._copy(self._chance.choice(WRONG))

    def _hostile(self, body: Json, kind: str) -> None:
        where, key = self._place(body, str)
        where[key] = self._text(key)

    def _typed(self, body: Json, kind: str) -> None:
        """Hostile where people type."""
        if kind == "message":
            self._message(body)["text"] = self._text("text")
        elif kind == "command":
            body["text"] = f"{str(body.get('text')).partition(' ')[0]} {self._text('text')}"
        else:
            fields = [e for e in _elements(body) if "value" in e] or [{}]
            self._chance.choice(fields)["value"] = self._text("value")

    def _claim(self, body: Json, kind: str) -> None:
        """Another id than the button or the form carried."""
        claim = self._chance.choice((*IDS, *self._recording.people, STRANGE_TEAM))
        if kind == "action":
            actions = body.get("actions")
            if isinstance(actions, list) and actions and isinstance(actions[0], dict):
                actions[0]["value"] = claim
        elif isinstance(body.get("view"), dict):
            body["view"]["private_metadata"] = claim
        else:
            self._hostile(body, kind)

    def _deep(self, body: Json, kind: str) -> None:
        where, key = self._place(body)
        deep: Any = MARK
        for _ in range(self._chance.choice((5, 50, 300))):
            deep = [deep] if self._chance.random() < 0.5 else {"value": deep}
        where[key] = deep

    def _huge(self, body: Json, kind: str) -> None:
        where, key = self._place(body, str)
        where[key] = (self._text(key) * HUGE)[:HUGE]

    def _swap(self, body: Json, kind: str) -> None:
        """A part of another payload, perhaps of another kind."""
        other = self._copy(self._chance.choice(self._all).body)
        shared = [k for k in other if k in body and k not in ("trigger_id", "event_id")]
        key = self._chance.choice(shared or ["user"])
        body[key] = other.get(key)

    def _somebody(self, body: Json, kind: str) -> None:
        """Somebody else did it, perhaps in another workspace."""
        who = self._chance.choice((*self._recording.people, STRANGER))
        if kind in ("message", "event"):
            event = self._message(body)
            event["user"] = {"id": who} if isinstance(event.get("user"), dict) else who
        elif kind == "command":
            body["user_id"] = who
        elif isinstance(body.get("user"), dict):
            body["user"]["id"] = who
        if self._chance.random() < 0.2:
            body["team_id"] = STRANGE_TEAM
            if isinstance(body.get("team"), dict):
                body["team"]["id"] = STRANGE_TEAM

    def _doubled(self, body: Json, kind: str) -> None:
        where, key = self._place(body)
        where[key] = [where[key], self._copy(where[key])]

    def _route(self, body: Json, kind: str) -> None:
        """The same for another handler."""
        if kind == "action":
            actions = body.get("actions")
            if isinstance(actions, list) and actions and isinstance(actions[0], dict):
                actions[0]["action_id"] = self._chance.choice(PRESSES)
        elif kind == "view" and isinstance(body.get("view"), dict):
            body["view"]["callback_id"] = self._chance.choice(FORMS)
        else:
            self._typed(body, kind)

    # Where.

    def _place(self, body: Json, kind: type | None = None) -> tuple[Any, Any]:
        places = [p for p in _places(body) if kind is None or isinstance(p[0][p[1]], kind)]
        read = [p for p in places if not p[2]]
        return self._chance.choice(places if self._chance.random() < 0.1 or not read else read)[:2]

    def _message(self, body: Json) -> Json:
        event = body.get("event")
        if not isinstance(event, dict):
            return {}
        inner = event.get("message")
        return inner if isinstance(inner, dict) else event

    def _text(self, key: Any) -> str:
        text = self._chance.choice(HOSTILE)
        return text.replace(MARK, "x") if key in ID_KEYS else text

    def _copy(self, value: Any) -> Any:
        return json.loads(json.dumps(value))


def _places(value: Any, unread: bool = False) -> Iterator[tuple[Any, Any, bool]]:
    """Everything in a payload: (its container, its key, whether nobody reads it)."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in list(items):
        hidden = unread or key in STRUCTURE
        yield value, key, hidden
        if isinstance(item, dict | list):
            yield from _places(item, hidden)


def _elements(body: Json) -> list[Json]:
    """The fields of a form."""
    view = body.get("view")
    state = view.get("state") if isinstance(view, dict) else None
    values = state.get("values") if isinstance(state, dict) else None
    if not isinstance(values, dict):
        return []
    return [e for block in values.values() if isinstance(block, dict) for e in block.values() if isinstance(e, dict)]

"""What stood in Slack and in the database of an earlier version, and how to replay it against today's code.

tests/data/out_there has a file for each. `0.2-first` is 0.2 in its first weeks, before a check-in was taken from
whoever was not asked for one; `before-the-rooms` is the last commit in which the code lay by layer, before each
activity got a room. In each, a class was played with that version's own code until one of each thing stood open: a
contract that is active, one under change, one that is over, one proposed, one amended, one asked about, two interviews,
a summary, drafts, a prompt. Of it are kept

    kinds, actions, callbacks, commands, events, errands   all names that the version gave away
    rows      its tables, without what came in; of the outbox one row of each kind
    presses   one of each button: [user, channel, message, action id, what it carries]
    forms     one of each form: who opened it by which button or command, and its fields with their types

It is SQLite's: what migrations do to old rows on either database is in test_released.py.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bot.domain.classroom import Person
from bot.domain.outbox import Delivery
from handlers import hearing, router
from handlers.router import Router
from storage.migrate import migrate
from storage.queries.outbox import Deliveries
from tests.integration.migrations.released import bring_to
from tests.unit.handling import KeptViews, context_of
from tests.world import World

FOLDER = Path(__file__).parents[2] / "data" / "out_there"
VERSIONS = ("0.2-first", "before-the-rooms")

BY_TYPE: Mapping[str, Mapping[str, Any]] = {
    "plain_text_input": {"value": "5"},
    "datepicker": {"selected_date": "2027-06-18"},
    "timepicker": {"selected_time": "08:45"},
}
BY_NAME = {
    "statement": "Start 8 of 10 sentences anew",
    "baseline": "3",
    "goal": "8",
    "due_on": "2027-06-04",
    "ends_on": "2027-06-11",
    "timezone": "Europe/London",
    "days": "40",
}
"""What is put into a field: by the end of its name, else by its type, where nothing has to be chosen."""


def read(version: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{version}.json").read_text("utf-8"))
    return found


def fill(engine: Engine, then: Mapping[str, Any]) -> None:
    """Bring an empty database to the version's tables, write its rows, and migrate it to today's."""
    bring_to(engine, then["revision"])
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for name, table in then["rows"].items():
            columns = [*table["same"], *table["columns"]]
            places = ", ".join("?" * len(columns))
            line = f'INSERT INTO "{name}" ({", ".join(columns)}) VALUES ({places})'
            for row in table["rows"]:
                connection.exec_driver_sql(line, (*table["same"].values(), *row))
    migrate(engine)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`refused`: why not, in a message or under a field; "" for what was done. `opened`: the form that came."""

    refused: str
    opened: Mapping[str, Any] | None


class Replay:
    """A database of then, the code of now, and somebody who presses what still stands there."""

    def __init__(self, engine: Engine, then: Mapping[str, Any]) -> None:
        self.then = then
        self.world = World(engine)  # a school that comes later, beside the one that was there
        self.world.now = datetime.fromisoformat(then["now"])
        bell = then["people"]["mr_bell"]
        self._views = KeptViews({bell: Person(then["workspace"], bell, "Mr Bell")})
        self._router = Router(context_of(self.world, self._views), router.ALL, hearing.heard)
        self._answer: dict[str, Any] = {}

    def deliveries(self) -> list[Delivery]:
        with self.world.transactions.connection() as connection:
            return Deliveries(connection, self.then["workspace"]).all()

    async def press(self, user: str, channel: str, message: str, action: str, carried: Mapping[str, Any]) -> Outcome:
        body = {
            **self._by(user),
            "channel": {"id": channel} if channel else None,
            "container": {"message_ts": message} if message else {},
            "actions": [{"action_id": action, "action_ts": "1.1", **carried}],
        }
        before = self._until_now()
        await self._router.on_action(self._ack, body)  # type: ignore[arg-type]
        return self._since(before)

    async def type(self, user: str, line: str) -> Outcome:
        _, _, rest = line.partition(" ")
        body = {
            "team_id": self.then["workspace"],
            "user_id": user,
            "channel_id": self.then["channel"],
            "text": rest.replace("@ana", f"<@{self.then['people']['ana']}>"),
            "trigger_id": "1.1",
        }
        before = self._until_now()
        await self._router.on_command(self._ack, body)  # type: ignore[arg-type]
        return self._since(before)

    async def say(self, user: str, channel: str, text: str) -> Outcome:
        event = {"type": "message", "channel_type": "im", "channel": channel, "user": user, "text": text}
        stamp = f"{self.world.now.timestamp():.6f}"
        body = {"type": "event_callback", "team_id": self.then["workspace"], "event": {**event, "ts": stamp}}
        before = self._until_now()
        await self._router.on_message(self._ack, body)  # type: ignore[arg-type]
        return self._since(before)

    async def open(self, form: Mapping[str, Any]) -> Outcome:
        """What opened the form then, once more."""
        if form["by"].startswith("/"):
            return await self.type(form["user"], form["by"])
        carried = {"value": form["value"]} if form["value"] else {}
        return await self.press(form["user"], "D1", "1.1", form["by"], carried)

    async def submit(self, form: Mapping[str, Any]) -> Outcome:
        """The form as it stood open then, filled in."""
        typed = {name: {"it": self._put(name, *field)} for name, field in form["fields"].items()}
        view = {
            "id": "V1",
            "callback_id": form["callback"],
            "private_metadata": form["metadata"],
            "state": {"values": typed},
        }
        before = self._until_now()
        await self._router.on_view(self._ack, {**self._by(form["user"]), "view": view})  # type: ignore[arg-type]
        return self._since(before)

    def _put(self, name: str, kind: str, option: str = "") -> Mapping[str, Any]:
        if kind in ("checkboxes", "multi_static_select"):
            return {"type": kind, "selected_options": [{"value": option}]}
        if kind in ("static_select", "radio_buttons"):
            return {"type": kind, "selected_option": {"value": option}}
        if kind == "users_select":
            return {"type": kind, "selected_user": self._chosen(name)}
        if kind == "multi_users_select":
            return {"type": kind, "selected_users": [self._chosen(name)]}
        known = next((text for end, text in BY_NAME.items() if name.endswith(end)), None)
        return {"type": kind, **({"value": known} if known and kind == "plain_text_input" else BY_TYPE[kind])}

    def _chosen(self, name: str) -> str | None:
        """Nobody twice: further ones stay empty."""
        who = {"student": "mia", "co_teachers": "mr_bell", "contact_1": "mr_bell"}.get(name)
        return self.then["people"][who] if who else None

    def _by(self, user: str) -> dict[str, Any]:
        team = self.then["workspace"]
        return {"team": {"id": team}, "user": {"id": user, "team_id": team}, "trigger_id": "1.1"}

    async def _ack(self, **answer: Any) -> None:
        self._answer = answer

    def _until_now(self) -> tuple[int, int]:
        self._answer = {}
        return len(self.deliveries()), len(self._views.opened)

    def _since(self, before: tuple[int, int]) -> Outcome:
        said, opened = self.deliveries()[before[0] :], self._views.opened[before[1] :]
        refused = next((str(d.args["reason"]) for d in said if d.notice == "refused"), "")
        refused = refused or " ".join(self._answer.get("errors", {}).values())
        return Outcome(refused, opened[-1] if opened else self._answer.get("view"))

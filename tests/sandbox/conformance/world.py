"""A small workspace on a frozen clock, with ids that cases can name, and what a case is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import sandbox.web_api  # noqa: F401 - registers the methods
from sandbox import posting, viewing
from sandbox.clock import MovableClock
from sandbox.core import Core
from sandbox.manifest import AppConfig
from sandbox.posting import Draft
from sandbox.state import Conversation, Json, User
from sandbox.web_api.dispatch import Answer, call
from sandbox.web_api.files import store

DOCS = "https://docs.slack.dev"
MONDAY = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)


def method_page(name: str) -> str:
    """Return the documentation page of a method."""
    return f"{DOCS}/reference/methods/{name}"


@dataclass(frozen=True)
class Case:
    """One call and what Slack answers.

    `expect` is `ok` or the error's name; `says` must occur in the messages of `response_metadata`; `undocumented`
    tells what of it Slack's documentation leaves open.
    """

    id: str
    page: str
    method: str
    args: Json
    expect: str = "ok"
    says: str = ""
    shows: Json = field(default_factory=dict)
    undocumented: str = ""


class World:
    """People U_ANA, U_BO, U_DEE (deactivated); channels C_BIO (with the bot), C_OPEN (without), C_OLD (archived),
    P_STAFF (private, with the bot), P_SECRET (private, without)."""

    def __init__(self, app: AppConfig | None = None) -> None:
        self.clock = MovableClock(MONDAY, frozen=True)
        self.core = Core(self.clock, app or AppConfig())
        self.bot = self.core.state.bot_user
        self._people()
        self._channels()
        bio = self.core.state.conversations["C_BIO"]
        self.names = {
            "$bot": self.bot,
            "$bot_id": self.core.state.bot_id,
            "$team": self.core.state.team_id,
            "$bot_ts": posting.post(self.core, bio, self.bot, Draft("from the bot")).ts,
            "$ana_ts": posting.post(self.core, bio, "U_ANA", Draft("from ana")).ts,
            "$dm": self.core.im_of("U_ANA").id,
            "$dee_dm": self.core.im_of("U_DEE").id,
            "$file": store(self.core, "essay.txt", b"text", "U_ANA").id,
        }
        self.names["$uploaded"], self.names["$ours"] = self._uploaded(False), self._uploaded(True)
        reply = Draft("a reply", thread_ts=self.names["$bot_ts"])
        self.names["$reply_ts"] = posting.post(self.core, bio, "U_ANA", reply).ts
        self.names["$whisper_ts"] = posting.post(self.core, bio, self.bot, Draft("psst"), to="U_ANA").ts
        old = self.core.state.conversations["C_OLD"]
        self.names["$old_ts"] = posting.post(self.core, old, self.bot, Draft("long ago")).ts
        self.names["$trigger"] = viewing.new_trigger(self.core, "U_ANA")

    def _uploaded(self, complete: bool) -> str:
        """A file of the bot's; nobody sees one that is not complete."""
        stored = store(self.core, "dates.ics", b"dates", self.bot)
        stored.complete = complete
        return stored.id

    def _people(self) -> None:
        users = self.core.state.users
        users["U_ANA"] = User("U_ANA", "ana", "Ana", tz="Europe/London", email="ana@school.example")
        users["U_BO"] = User("U_BO", "bo", "Bo", is_admin=True, email="bo@school.example")
        users["U_DEE"] = User("U_DEE", "dee", "Dee", deleted=True, email="dee@school.example")

    def _channels(self) -> None:
        for name, kind, members, archived in (
            ("C_BIO", "channel", ["U_ANA", "U_BO", self.bot], False),
            ("C_OPEN", "channel", ["U_ANA"], False),
            ("C_OLD", "channel", ["U_ANA", self.bot], True),
            ("P_STAFF", "private", ["U_BO", self.bot], False),
            ("P_SECRET", "private", ["U_BO"], False),
        ):
            label = name.partition("_")[2].lower()
            place = Conversation(name, kind, label, 0, "U_BO", members, archived)  # type: ignore[arg-type]
            self.core.state.conversations[name] = place

    def named(self, value: Any) -> Any:
        """Return a case's value with `$names` replaced."""
        if isinstance(value, str):
            return self.names.get(value, value)
        if isinstance(value, dict):
            return {name: self.named(inner) for name, inner in value.items()}
        return [self.named(inner) for inner in value] if isinstance(value, list) else value

    def call(self, method: str, args: Json, token: str | None = None) -> Answer:
        """Call a method as the bot (as the app for apps.*)."""
        own = self.core.app_token if method.startswith("apps.") else self.core.bot_token
        return call(self.core, method, self.named(args), own if token is None else token)


def run(case: Case, world: World | None = None) -> None:
    """Check one case."""
    world = world or World()
    answer = world.call(case.method, case.args)
    body = answer.body
    assert body.get("error", "ok") == case.expect, f"{case.page}: {body}"
    assert body["ok"] is (case.expect == "ok")
    messages = " ".join(body.get("response_metadata", {}).get("messages", []))
    assert case.says in messages, f"{case.page}: {messages}"
    for path, wanted in case.shows.items():
        assert at(body, path) == world.named(wanted), f"{case.page}: {path} is {at(body, path)!r}"


def at(body: Any, path: str) -> Any:
    """Return what stands at a dotted path, e.g. `message.blocks.0.type`; None where there is nothing."""
    for step in path.split("."):
        if isinstance(body, list):
            body = body[int(step)] if int(step) < len(body) else None
        elif isinstance(body, dict):
            body = body.get(step)
    return body

"""The workspace itself: its state and what is waiting to be delivered. Synchronous; no I/O.

The edges (HTTP, sockets, people, the page) call the functions of `web_api`, `events`, `interactions` and
`answers` with a `Core`; whatever has to reach the app lands in `core.deliveries`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sandbox.clock import MovableClock
from sandbox.deliveries import Deliveries, Envelope
from sandbox.ids import Ids
from sandbox.manifest import AppConfig
from sandbox.rates import Rates
from sandbox.state import Conversation, Post, State, Token, User, View

VERIFICATION_TOKEN = "local-verification-token"
SIGNING_SECRET = "local-signing-secret"

Watcher = Callable[[Post | View], None]
"""Told of each message and view as it is shown, new or changed, before anything else happens to it."""


class Core:
    """One workspace with one app installed in it."""

    def __init__(self, clock: MovableClock, app: AppConfig, *, seed: int = 1) -> None:
        self.clock = clock
        self.app = app
        self.ids = Ids(seed)
        self.rates = Rates()
        self.deliveries = Deliveries()
        self.base_url = "http://127.0.0.1"
        self.typing = timedelta(0)
        """How long a person takes to type a message, on a clock that stands still."""
        self.keeps_metadata = True
        """Whether messages are given back with their metadata; Slack does, not every server that speaks its API."""
        self.takes_charts = True
        """Whether messages may hold a chart; workspaces were seen that refuse them."""
        self.order = itertools.count(1)
        """Numbers whatever goes between the workspace and the app, both ways."""
        self._listeners: list[Callable[[], None]] = []
        self._watchers: list[Watcher] = []
        self.state = State(
            team_id=self.ids.new("T"),
            team_name="Local School",
            app_id=self.ids.new("A"),
            bot_id=self.ids.new("B"),
            bot_user="",
        )
        bot = User(self.ids.new("U"), app.name.lower(), app.name, is_bot=True, updated=self.now_s())
        self.state.users[bot.id] = bot
        self.state.bot_user = bot.id
        self.bot_token = self.add_token("bot", f"xoxb-{self.ids.secret()}", app.scopes)
        self.app_token = self.add_token("app", f"xapp-1-{self.ids.secret()}", {"connections:write"})

    def now(self) -> datetime:
        return self.clock.now()

    def now_s(self) -> int:
        """Return whole seconds since 1970 on the workspace's clock."""
        return int(self.clock.now().timestamp())

    def next_ts(self) -> str:
        return self.ids.ts(self.clock.now())

    def add_token(self, kind: Any, value: str, scopes: frozenset[str] | set[str]) -> str:
        """Make a token known; returns it."""
        self.state.tokens[value] = Token(value, kind, frozenset(scopes))
        return value

    def changed(self) -> None:
        """Tell whoever waits that something is different now."""
        for listener in list(self._listeners):
            listener()

    def on_change(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after every change; returns the function that ends this."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def shown(self, what: Post | View) -> None:
        """Somebody sees this message or view, or sees it otherwise than before."""
        for watcher in list(self._watchers):
            watcher(what)
        self.changed()

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Let `watcher` see all that is shown from now on; returns the function that ends this."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def send(self, kind: str, payload: dict[str, Any], *, answerable: bool = False) -> Envelope:
        """Queue something for the app."""
        envelope = Envelope(self.ids.uuid(), kind, payload, answerable, self.now(), order=next(self.order))
        self.deliveries.add(envelope)
        self.changed()
        return envelope

    def im_of(self, user_id: str) -> Conversation:
        """Return the person's DM with the bot; opens it when there is none yet."""
        if user_id not in self.state.ims:
            im = Conversation(self.ids.new("D"), "im", "", self.now_s(), user_id, [user_id, self.state.bot_user])
            self.state.conversations[im.id] = im
            self.state.ims[user_id] = im.id
        return self.state.conversations[self.state.ims[user_id]]

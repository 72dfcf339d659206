"""The router on a copy of a database, without Bolt and without Slack."""

import io
import json
import logging
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import event

from bot.activities.registering import register_all
from bot.domain.actor import Refusal
from bot.domain.classroom import Person
from bot.logs import set_up_logs
from bot.runner import Inline, Runner
from handlers import router
from handlers.context import Context
from handlers.hearing import heard
from handlers.router import Router
from sandbox.blocks.check import check_view
from storage.engine import open_engine
from storage.unit_of_work import Transactions
from tests.fuzz.recording import Payload, Stage


class Still:
    """A clock that stands."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now


class Eyes:
    """What would be shown at once: it must be what Slack takes."""

    def __init__(self) -> None:
        self.refused: list[str] = []

    async def open(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        self.look(view)
        if not trigger:
            raise Refusal("could-not-open")

    async def push(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        await self.open(workspace, trigger, view)

    async def update(self, workspace: str, view_id: str, view: Mapping[str, Any]) -> None:
        self.look(view)

    async def who_is(self, workspace: str, user: str) -> Person | None:
        return Person(workspace, user, "Sam Sawa") if user.startswith("U") else None

    async def is_in(self, workspace: str, channel: str) -> bool:
        return True

    def look(self, view: Mapping[str, Any]) -> None:
        json.dumps(view).encode()
        self.refused += check_view(dict(view))


MOST_OPTIONS = 100
"""So many Slack takes as suggestions."""


class Ack:
    """Counts, and looks at what was answered."""

    def __init__(self, eyes: Eyes) -> None:
        self.times = 0
        self._eyes = eyes

    async def __call__(
        self,
        response_action: str = "",
        errors: Mapping[str, str] | None = None,
        view: Mapping[str, Any] | None = None,
        options: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        self.times += 1
        if len(options) > MOST_OPTIONS:
            self._eyes.refused.append(f"{len(options)} options")
        if view is not None:
            self._eyes.look(view)
        if errors is not None and not all(errors.values()):
            self._eyes.refused.append(f"errors {errors}")


class Entrance:
    """Takes payloads in as the app would; what went wrong is counted by where it did."""

    def __init__(self, stage: Stage, path: Path) -> None:
        register_all()
        path.write_bytes(stage.database)
        self.path = path
        self.now = stage.now
        self.engine = open_engine(f"sqlite:///{path}")
        event.listen(self.engine, "connect", _hurry)
        self.transactions = Transactions(self.engine)
        self.eyes = Eyes()
        runner = Runner(self.transactions.begin, Inline(), Still(stage.now), lambda: None, lambda: None)
        self._router = Router(Context(runner, self.eyes, model=True), router.ALL, heard)
        self.wrong: Counter[str] = Counter()
        self.examples: dict[str, Payload] = {}
        self.taken: Counter[tuple[str, str]] = Counter()

    async def take(self, payload: Payload) -> None:
        ack = Ack(self.eyes)
        known = len(self.eyes.refused)
        try:
            await self._bring(payload, ack)
        except Exception as error:  # noqa: BLE001  (whatever it is, it is what we look for)
            self._note(_where(error), payload)
        else:
            if ack.times != 1:
                self._note(f"acknowledged {ack.times} times", payload)
        for refused in self.eyes.refused[known:]:
            self._note(refused, payload)

    def _note(self, what: str, payload: Payload) -> None:
        self.wrong[what] += 1
        self.examples.setdefault(what, payload)

    async def _bring(self, payload: Payload, ack: Any) -> None:
        body = payload.body
        match payload.kind:
            case "action":
                await self._router.on_action(ack, body)
            case "suggestion":
                await self._router.on_options(ack, body)
            case "view":
                await self._router.on_view(ack, body)
            case "view_closed":
                await self._router.on_view_closed(ack)
            case "command":
                await self._router.on_command(ack, body)
            case "event" if self._subscribed(body):
                await self._router.on_event(ack, body)
            case _:
                await self._router.on_message(ack, body)

    def _subscribed(self, body: Mapping[str, Any]) -> bool:
        """Bolt brings only the types of events that it was told of."""
        event = body.get("event")
        kind = event.get("type") if isinstance(event, Mapping) else None
        return isinstance(kind, str) and kind in self._router.events

    def close(self) -> None:
        self.engine.dispose()


def _hurry(connection: Any, _record: Any) -> None:
    """Nothing here has to outlive the power."""
    connection.execute("PRAGMA synchronous=OFF").close()


def _where(error: Exception) -> str:
    """The error, and the innermost places in our own code that it came through."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "site-packages" not in f.filename]
    ours = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-3:]))
    return f"{type(error).__name__}: {str(error)[:120]!r} at {ours}"


@contextmanager
def logs() -> Iterator[io.StringIO]:
    """Everything that is logged while the block runs, as production would write it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    logging.getLogger().addHandler(handler)
    try:
        with redirect_stderr(written):
            set_up_logs("INFO")
            yield written
    finally:
        logging.getLogger().removeHandler(handler)
        structlog.reset_defaults()

"""Slack's side of the wire: calls that arrive, events that are carried, both with trouble, in the world's own time.

What Slack promises is the local workspace's: its Web API, its checks, its rules of repeating
(sandbox/deliveries.py). Here is only what lies between: latency, connections, and what goes wrong with them.
"""

import asyncio
import contextvars
import copy
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from aiohttp import ClientConnectorError, ServerDisconnectedError

from sandbox import answers
from sandbox.core import Core
from sandbox.deliveries import Envelope
from sandbox.web_api import files
from sandbox.web_api.dispatch import Answer, call, limited
from simulation.trouble import CALL_FAULTS, Trouble

AGAIN_AFTER = 4.0
"""Seconds after which an event that was not acknowledged comes again."""

ANSWER_WITHIN = 3.0
"""Seconds that an interaction may stay unanswered."""

GIVES_UP_AFTER = 10.0
"""Seconds after which Accord's client ends a call (bot/slack/calls.py)."""

UPLOAD, DOWNLOAD = "upload", "download"
"""What the sending of a file's bytes, and their coming, is called, beside the names of Slack's methods."""

Acknowledge = Callable[[dict[str, Any] | None], None]
Shown = Callable[[str, Mapping[str, Any], Mapping[str, Any]], None]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a call. `answer` is what comes back instead of its own; a call that times out has none."""

    takes_effect: bool = True
    answer: Callable[[str], Answer | Exception] | None = None
    times_out: bool = False
    slowly: bool = False


def _refused(_method: str) -> Exception:
    key: Any = None
    return ClientConnectorError(key, OSError("refused"))


FATES = {
    "": Fate(),
    "call-429": Fate(takes_effect=False, answer=lambda method: limited(method, 1 + len(method))),
    "call-500": Fate(takes_effect=False, answer=lambda _: Answer(500, {})),
    "call-500-after-effect": Fate(answer=lambda _: Answer(500, {})),
    "call-refused": Fate(takes_effect=False, answer=_refused),
    "call-cut-before-effect": Fate(takes_effect=False, answer=lambda _: ServerDisconnectedError()),
    "call-cut-after-effect": Fate(answer=lambda _: ServerDisconnectedError()),
    "call-timeout-before-effect": Fate(takes_effect=False, times_out=True),
    "call-timeout-after-effect": Fate(times_out=True),
    "call-slow-effect": Fate(times_out=True, slowly=True),
}


class Receiver(Protocol):
    """A process that is connected."""

    @property
    def name(self) -> str: ...
    @property
    def dead(self) -> bool: ...
    def receive(self, kind: str, payload: Mapping[str, Any], acknowledge: Acknowledge) -> None: ...


class Connection:
    """One socket. What was sent on it and not acknowledged is sent again when it breaks."""

    def __init__(self, to: Receiver) -> None:
        self.to = to
        self.alive = True
        self.open: dict[str, Envelope] = {}


class Slack:
    """`on_shown(method, arguments, answer)` is called whenever a call of Accord took effect."""

    def __init__(self, core: Core, trouble: Trouble, seed: int, say: Say) -> None:
        self.core = core
        self.on_shown: Shown = lambda _method, _args, _answer: None
        self._trouble = trouble
        self.no_time_until = 0.0
        """On the loop: so long it does not say the time."""
        self._random = random.Random(seed)
        self._random_of_time = random.Random(f"time-{seed}")
        self._say = say
        self._loop = asyncio.get_running_loop()
        self._world = contextvars.copy_context()
        self._connections: list[Connection] = []
        core.deliveries.on_new.append(self._new)

    def later(self, seconds: float, what: Callable[..., object], *args: Any) -> None:
        """Do it in so many seconds, whoever dies meanwhile."""
        self._loop.call_later(seconds, what, *args, context=self._world)

    async def time(self) -> datetime | None:
        """What it writes on its answers; None while it does not."""
        await asyncio.sleep(self._random_of_time.uniform(0.05, 0.5))
        if self._loop.time() < self.no_time_until:
            return None
        return self.core.clock.now().replace(microsecond=0)

    # Calls of the Web API.

    def request(
        self, caller: Receiver, method: str, given: Mapping[str, Any], answered: asyncio.Future[Answer]
    ) -> None:
        """A call has left."""
        self._carry(caller, method, answered, lambda: self._perform(caller, method, given))

    def upload(self, caller: Receiver, address: str, content: bytes, answered: asyncio.Future[Answer]) -> None:
        """A file's bytes are on their way to the address that Slack gave for them."""
        self._carry(caller, UPLOAD, answered, lambda: self._take_in(caller, address, content))

    def download(self, caller: Receiver, address: str, answered: asyncio.Future[Answer]) -> None:
        """A file's bytes are asked for at the address that Slack told."""
        self._carry(caller, DOWNLOAD, answered, lambda: self._give_out(caller, address))

    def _carry(
        self, caller: Receiver, method: str, answered: asyncio.Future[Answer], perform: Callable[[], Answer]
    ) -> None:
        """What has left takes effect, or not, and is answered, or not."""
        order = self._trouble.strikes(*CALL_FAULTS)
        fate = FATES[order.kind if order else ""]
        if order:
            self._say(f"{order.kind} {method}")
        there, back = self._random.uniform(0.01, 0.15), self._random.uniform(0.01, 0.15)
        arrives = self._random.uniform(1.0, 9.9) if fate.slowly else there

        def answer(result: Answer | Exception) -> None:
            if caller.dead or answered.done():
                return
            if isinstance(result, Exception):
                answered.set_exception(result)
            else:
                answered.set_result(result)

        def effect() -> None:
            result = perform()
            if not fate.times_out:
                self.later(back, answer, fate.answer(method) if fate.answer else result)

        if fate.takes_effect:
            self.later(arrives, effect)
        elif fate.answer and not fate.times_out:
            self.later(there, answer, fate.answer(method))
        if fate.times_out:
            self.later(GIVES_UP_AFTER, answer, TimeoutError())

    def _perform(self, caller: Receiver, method: str, given: Mapping[str, Any]) -> Answer:
        answer = call(self.core, method, given, self.core.bot_token)
        self._say(f"{caller.name} {method} {_brief(given)} -> {_outcome(answer)}")
        if answer.body.get("ok"):
            self.on_shown(method, given, answer.body)
        return answer

    def _take_in(self, caller: Receiver, address: str, content: bytes) -> Answer:
        taken = files.receive(self.core, address.rpartition("/")[2], content)
        self._say(f"{caller.name} {UPLOAD} of {len(content)} bytes -> {'ok' if taken else 'not taken'}")
        return Answer(200 if taken else 400, {"ok": taken})

    def _give_out(self, caller: Receiver, address: str) -> Answer:
        id = re.findall(rf"/{self.core.state.team_id}-([A-Z0-9]+)/", address)
        stored = self.core.state.files.get(id[0]) if id else None
        if stored is None or stored.deleted or not files.visible_to_bot(self.core, stored):
            return Answer(404, {})
        status, content, _ = files.served(self.core, stored)
        self._say(f"{caller.name} {DOWNLOAD} {stored.id} -> {status}, {len(content)} bytes")
        return Answer(status, {"content": content})

    # Events and interactions.

    def connect(self, to: Receiver) -> None:
        self._connections.append(Connection(to))
        for envelope in self.core.deliveries.waiting(self.core.now()):
            self._send(envelope)

    def is_connected(self, who: Receiver) -> bool:
        return any(connection.to is who for connection in self._connections)

    def disconnect(self, of: Receiver) -> None:
        """The connection breaks without a word."""
        for connection in [c for c in self._connections if c.to is of]:
            connection.alive = False
            self._connections.remove(connection)
            for envelope in connection.open.values():
                self._again(envelope)

    def _new(self, envelope: Envelope) -> None:
        if envelope.kind != "events_api":
            self._send(envelope)
            return
        if self._is_own(envelope):
            answers.acknowledge(self.core, envelope, None)  # Bolt ignores what the app itself said
            return
        late = self._trouble.strikes("event-late")
        if late:
            self._say(f"event-late {envelope.label}")
            self.later(random.Random(late.seed).uniform(0.1, 30.0), self._send, envelope)
            return
        self._send(envelope)
        if self._trouble.strikes("event-repeated"):
            self._say(f"event-repeated {envelope.label}")
            envelope.copies += 1
            self._send(envelope)
        elif self._trouble.strikes("event-repeated-as-new"):
            self._say(f"event-repeated-as-new {envelope.label}")
            self._send(self._twin(envelope))

    def _is_own(self, envelope: Envelope) -> bool:
        event = envelope.payload["event"]
        message = event.get("message") or event.get("previous_message") or event
        return event.get("type") == "message" and bool(message.get("bot_id"))

    def _twin(self, envelope: Envelope) -> Envelope:
        """The same event under another id."""
        core = self.core
        payload = copy.deepcopy(envelope.payload) | {"event_id": core.ids.new("Ev")}
        twin = Envelope(core.ids.uuid(), envelope.kind, payload, False, core.now(), next(core.order))
        core.deliveries.all.append(twin)
        core.deliveries.by_id[twin.id] = twin
        core.deliveries.open[twin.id] = twin
        return twin

    def _send(self, envelope: Envelope) -> None:
        if envelope.gone or not self._connections:
            return
        connection = self._random.choice(self._connections)
        envelope.sent_at.append(self.core.now())
        connection.open[envelope.id] = envelope
        self.later(self._random.uniform(0.005, 0.05), self._arrive, connection, envelope)
        if envelope.kind == "events_api":
            self.later(AGAIN_AFTER, self._again, envelope)
        else:
            self.later(ANSWER_WITHIN, self._too_late, envelope)

    def _arrive(self, connection: Connection, envelope: Envelope) -> None:
        if not connection.alive or connection.to.dead:
            return
        self._say(f"{connection.to.name} gets {envelope.label}")

        def acknowledge(payload: dict[str, Any] | None) -> None:
            # What has left arrives, also where its sender dies meanwhile.
            self.later(self._random.uniform(0.001, 0.03), self._acknowledged, connection, envelope, payload)

        connection.to.receive(envelope.kind, envelope.payload, acknowledge)

    def _acknowledged(self, connection: Connection, envelope: Envelope, payload: dict[str, Any] | None) -> None:
        if not connection.alive and not connection.to.dead:
            return
        if envelope.kind == "events_api" and self._trouble.strikes("ack-lost"):
            self._say(f"ack-lost {envelope.label}")
            envelope.lost_acks += 1
            self.later(0.0, self._again, envelope)
            return
        connection.open.pop(envelope.id, None)
        self._say(f"{connection.to.name} acknowledged {envelope.label}")
        answers.acknowledge(self.core, envelope, payload)

    def _again(self, envelope: Envelope) -> None:
        if envelope.acks or envelope.gone or envelope.kind != "events_api":
            return
        if self.core.deliveries.may_resend(envelope, self.core.now()):
            self._send(envelope)
        elif self._connections:
            self._say(f"slack gives up {envelope.label}")
            self.core.deliveries.give_up(envelope)

    def _too_late(self, envelope: Envelope) -> None:
        if not envelope.acks:
            self.core.deliveries.give_up(envelope)


def _brief(given: Mapping[str, Any]) -> str:
    kind = ((given.get("metadata") or {}).get("event_payload") or {}).get("kind", "")
    names = (given.get("channel"), given.get("user"), given.get("user_id"), kind, given.get("ts"))
    return " ".join(str(name) for name in names if name)


def _outcome(answer: Answer) -> str:
    if answer.body.get("ok"):
        return str(answer.body.get("ts") or "ok")
    return f"{answer.status} {answer.body.get('error')} {answer.body.get('response_metadata', '')}".strip()

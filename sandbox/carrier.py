"""Carries envelopes to the app: when to send, what to repeat. The transports do the sending.

Timers here are real time: they stand for the patience of Slack's servers, not for the school's calendar.
"""

from __future__ import annotations

import asyncio
import copy
import time
from collections.abc import Callable
from typing import Any

from sandbox import answers
from sandbox.core import Core
from sandbox.deliveries import Envelope
from sandbox.faults import Faults

ANSWER_WITHIN = 3.0
"""Seconds that an interaction may stay unanswered: https://docs.slack.dev/interactivity/handling-user-interaction"""

HELD_BACK = 0.1


class Carrier:
    """Sends each envelope through `transport` and repeats events that stay unanswered for `again_after` seconds."""

    def __init__(self, core: Core, faults: Faults, *, again_after: float) -> None:
        self._core = core
        self._faults = faults
        self._again_after = again_after
        self._held: list[Envelope] = []
        self._timers: set[asyncio.TimerHandle] = set()
        self.transport: Callable[[Envelope], bool] | None = None
        self.repeats_unanswered = True
        """False when the transport itself sees failures and repeats events."""
        core.deliveries.on_new.append(self.new)

    def new(self, envelope: Envelope) -> None:
        """Take on a new envelope, with whatever trouble was asked for."""
        if envelope.kind != "events_api":
            self.send(envelope)
            return
        if self._faults.reorders():
            self._held.append(envelope)
            self.later(HELD_BACK, self._release)
            return
        self.send(envelope)
        self._release()
        self._repeat(envelope)

    def _release(self) -> None:
        held, self._held = self._held, []
        for envelope in held:
            self.send(envelope)

    def _repeat(self, envelope: Envelope) -> None:
        match self._faults.repeats():
            case "same":
                envelope.copies += 1
                self.send(envelope)
            case "new_id":
                payload = copy.deepcopy(envelope.payload) | {"event_id": self._core.ids.new("Ev")}
                twin = Envelope(
                    self._core.ids.uuid(), envelope.kind, payload, False, self._core.now(), next(self._core.order)
                )
                self._core.deliveries.all.append(twin)
                self._core.deliveries.by_id[twin.id] = twin
                self._core.deliveries.open[twin.id] = twin
                self.send(twin)

    def send(self, envelope: Envelope) -> None:
        """Send now, if there is a way; otherwise it waits for the app to connect."""
        if envelope.gone or self.transport is None or not self.transport(envelope):
            return
        envelope.sent_at.append(self._core.now())
        envelope.sent_real = envelope.sent_real or time.monotonic()
        if envelope.kind == "events_api":
            if self.repeats_unanswered:
                self.later(self._again_after, self._again, envelope)
        else:
            self.later(ANSWER_WITHIN, self._too_late, envelope)

    def send_waiting(self) -> None:
        """Send what waited for the app."""
        for envelope in self._core.deliveries.waiting(self._core.now()):
            self.send(envelope)

    def _again(self, envelope: Envelope) -> None:
        if envelope.acks or envelope.gone:
            return
        if self._core.deliveries.may_resend(envelope, self._core.now()):
            self.send(envelope)
        else:
            self._core.deliveries.give_up(envelope)
            self._core.changed()

    def _too_late(self, envelope: Envelope) -> None:
        if not envelope.acks:
            self._core.deliveries.give_up(envelope)
            self._core.changed()

    def acknowledged(self, envelope_id: str, payload: Any) -> None:
        """Take in an acknowledgement; an unknown id is ignored, as by Slack."""
        envelope = self._core.deliveries.by_id.get(envelope_id)
        if envelope is None:
            return
        if envelope.kind == "events_api" and self._faults.loses_ack():
            envelope.lost_acks += 1
            self.later(0.0, self._again, envelope)
            return
        answers.acknowledge(self._core, envelope, payload)

    def later(self, seconds: float, what: Callable[..., None], *args: Any) -> None:
        """Call `what` in so many real seconds, unless the workspace closes before."""

        def run() -> None:
            self._timers.discard(timer)
            what(*args)

        timer = asyncio.get_running_loop().call_later(seconds, run)
        self._timers.add(timer)

    def close(self) -> None:
        """Stop every timer."""
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()
        self._core.deliveries.on_new.remove(self.new)

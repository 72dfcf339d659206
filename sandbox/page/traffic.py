"""What went between the workspace and the app, as lines for whoever develops the app. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sandbox.deliveries import Envelope
from sandbox.web_api.dispatch import LoggedCall

KINDS = {"events_api": "event", "interactive": "action", "slash_commands": "command"}
PROBLEMS = "problems"


@dataclass(frozen=True)
class Line:
    """One envelope or call. `took` is in real milliseconds; None while it is not answered."""

    order: int
    kind: str
    name: str
    at: datetime
    status: str
    well: bool
    took: float | None
    source: Envelope | LoggedCall

    def matches(self, kind: str, words: str) -> bool:
        """Whether it belongs to a kind (or to the problems), and contains all the words."""
        if kind not in ("", self.kind, PROBLEMS) or (kind == PROBLEMS and self.well):
            return False
        wanted = words.lower().split()
        if not wanted:
            return True
        text = f"{self.kind} {self.name} {self.status} {self.details()}".lower()
        return all(word in text for word in wanted)

    def details(self) -> str:
        """Return everything about it, as JSON."""
        return json.dumps(_details(self.source), indent=2, ensure_ascii=False, default=str)


def _details(source: Envelope | LoggedCall) -> dict[str, Any]:
    if isinstance(source, LoggedCall):
        return {"arguments": source.args, "response": source.response, "http_status": source.status}
    answers = [{"after_ms": round(ack.took * 1000, 1), "answer": ack.payload} for ack in source.acks]
    return {
        "envelope_id": source.id,
        "sent": len(source.sent_at),
        "acknowledgements": answers,
        **({"refused": source.problem} if source.problem else {}),
        "payload": source.payload,
    }


def line_of_call(call: LoggedCall) -> Line:
    """Return a call of the Web API as a line."""
    status = "ok" if call.ok else str(call.response.get("error") or f"HTTP {call.status}")
    return Line(call.order, "call", call.method, call.at, status, call.ok, call.took * 1000, call)


def line_of_envelope(envelope: Envelope) -> Line:
    """Return an envelope with its acknowledgements as a line."""
    took = envelope.acks[0].took * 1000 if envelope.acks else None
    kind = KINDS.get(envelope.kind, envelope.kind)
    status, well = _status(envelope)
    return Line(envelope.order, kind, envelope.label, envelope.created, status, well, took, envelope)


def _status(envelope: Envelope) -> tuple[str, bool]:
    if envelope.problem:
        return "answer refused", False
    if envelope.acknowledged_too_often:
        return "acknowledged twice", False
    if envelope.acks:
        again = len(envelope.sent_at) - 1
        return (f"acknowledged, sent {again + 1} times" if again > 0 else "acknowledged"), True
    if envelope.gone:
        return "never acknowledged", False
    return ("waits for its answer", True) if envelope.sent_at else ("no app is connected", False)

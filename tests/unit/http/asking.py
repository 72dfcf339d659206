"""An ASGI server's part in a test: asks an application, and says what came back and how much was read."""

import hashlib
import hmac
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.slack.http.front import Front, Scope

NOW = datetime(2027, 1, 13, 15, 0, tzinfo=UTC)
SECRET = "a signing secret"


class StandingClock:
    def now(self) -> datetime:
        return NOW


@dataclass
class Answered:
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    parts_read: int = 0


def signed(body: bytes, *, secret: str = SECRET, at: int | None = None) -> dict[str, str]:
    """The headers that Slack would send now, or at another time."""
    time = str(int(NOW.timestamp()) if at is None else at)
    digest = hmac.new(secret.encode(), b"v0:" + time.encode() + b":" + body, hashlib.sha256).hexdigest()
    return {"x-slack-request-timestamp": time, "x-slack-signature": f"v0={digest}"}


async def ask(
    front: Front,
    path: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | Sequence[tuple[str, str]] = (),
    parts: Sequence[bytes] = (b"",),
) -> Answered:
    """One request whose body comes in these parts. After them nothing comes: a reader that wants more hangs up."""
    answered = Answered()
    waiting = list(parts)
    pairs = list(headers.items()) if isinstance(headers, Mapping) else list(headers)
    path, _, query = path.partition("?")

    async def receive() -> MutableMapping[str, Any]:
        answered.parts_read += 1
        if not waiting:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": waiting.pop(0), "more_body": bool(waiting)}

    async def send(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            answered.status = message["status"]
            answered.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            answered.body += message["body"]

    scope: Scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in pairs],
    }
    await front(scope, receive, send)
    return answered

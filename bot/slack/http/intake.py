"""What Slack sends: checked, then given to Bolt. It is acknowledged when Bolt has come back, and so is committed."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.request.internals import parse_body

from bot.domain.installation import LockedOut
from bot.runner import Clock
from bot.slack.http.front import CLOSE
from bot.slack.http.messages import TEXT, Request, Response
from bot.slack.http.signature import NotSlacks, signature_of
from bot.slack.readable import for_bolt

log = structlog.get_logger(__name__)


PASSED = ("content-type", "x-slack-retry-num", "x-slack-retry-reason")
"""The headers that Bolt may see: others would steer it."""


class Intake:
    """Events, interactions and commands. `unreadable` takes those that are not for Bolt, `put_off` answers for those
    from a school whose token can not be read.

    `secrets` are the app's signing secrets: one, or the new and the old one while it is changed.
    With none, all is refused.
    """

    def __init__(
        self,
        app: AsyncApp,
        unreadable: Callable[[Any], Awaitable[None]],
        secrets: Sequence[str],
        clock: Clock,
        put_off: Callable[[LockedOut, Mapping[str, Any]], Awaitable[Response]],
    ) -> None:
        self._app = app
        self._unreadable = unreadable
        self._secrets = [secret.encode() for secret in secrets]
        self._clock = clock
        self._put_off = put_off

    async def __call__(self, request: Request) -> Response:
        try:
            signature = signature_of(request, self._clock.now())
            body = await request.body()
            signature.check(body, self._secrets)
        except NotSlacks as reason:
            log.warning("request refused", action="http-refused", reason=str(reason))
            return Response(401, headers=CLOSE)
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return Response(400)
        return await self._dispatch(request, text)

    async def _dispatch(self, request: Request, body: str) -> Response:
        headers: dict[str, str | Sequence[str]] = {n: list(request.headers[n]) for n in PASSED if n in request.headers}
        payload = _payload(body, next(iter(request.headers.get("content-type", ())), ""))
        if payload is None:
            log.warning("no payload", action="malformed", lacks="form")
            return Response(400)
        if not for_bolt(payload):
            await self._unreadable(payload)
            return Response(200)
        try:
            answer = await self._app.async_dispatch(AsyncBoltRequest(body=body, headers=headers))
        except LockedOut as locked:
            return await self._put_off(locked, payload)
        kind = answer.headers.get("content-type", [TEXT])
        return Response(answer.status, answer.body or "", kind[0])


def _payload(body: str, kind: str) -> Mapping[str, Any] | None:
    """What Bolt makes of it; None for what is in no form in which Slack sends anything."""
    try:
        found: Any = parse_body(body, kind)
    except (KeyError, IndexError, RecursionError, TypeError, ValueError):
        return None
    return found if isinstance(found, Mapping) else None

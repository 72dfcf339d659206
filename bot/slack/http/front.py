"""The ASGI application: what comes from anywhere is refused here, and what is Slack's goes on to Bolt."""

import asyncio
import hashlib
import hmac
import re
from collections.abc import Awaitable, Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import aiohttp
import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.request.internals import parse_body
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.domain.installation import LockedOut
from bot.slack.bolt import for_bolt
from bot.slack.installing.schools import Locked
from bot.steady_clock import Clock
from bot.troubles import Trouble
from prompts.words import words_for
from storage.engine import reading
from storage.migrate import current, newest, revisions

# Requests and responses, and the little of ASGI that they need.


Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

MOST_BYTES = 1024 * 1024
"""Of a body. Slack's largest, a view of 250 kB in a form, stays below."""

BODY_SECONDS = 10.0
"""Real seconds for a body to arrive. Slack waits 3 for the whole answer."""

TEXT = "text/plain; charset=utf-8"
HTML = "text/html; charset=utf-8"


class TooLarge(Exception):
    """The body is larger than MOST_BYTES. No more of it was read."""


class TooSlow(Exception):
    """The body did not come."""


class HungUp(Exception):
    """Whoever asked has gone."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `headers` have lower-case names, each with every value it was given."""

    method: str
    path: str
    query: str
    headers: Mapping[str, Sequence[str]]
    receive: Receive = field(repr=False)

    def one(self, name: str) -> str | None:
        """A header that was given once; None where it is missing or there are several."""
        given = self.headers.get(name, ())
        return given[0] if len(given) == 1 else None

    async def body(self) -> bytes:
        """The body. TooLarge, TooSlow or HungUp where there is none that can be used."""
        length = self.one("content-length") or ""
        if length.isdecimal() and int(length[:20]) > MOST_BYTES:
            raise TooLarge
        try:
            async with asyncio.timeout(BODY_SECONDS):
                return await self._read()
        except TimeoutError:
            raise TooSlow from None

    async def _read(self) -> bytes:
        read = bytearray()
        while True:
            part = await self.receive()
            if part["type"] != "http.request":
                raise HungUp
            read += part.get("body", b"")
            if len(read) > MOST_BYTES:
                raise TooLarge
            if not part.get("more_body", False):
                return bytes(read)


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """An answer; every text in it is in UTF-8."""

    status: int
    body: str = ""
    content_type: str = TEXT
    headers: Sequence[tuple[str, str]] = ()

    async def send(self, send: Send, *, with_body: bool = True) -> None:
        body = self.body.encode()
        headers = [("content-type", self.content_type), ("content-length", str(len(body))), *self.headers]
        raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        await send({"type": "http.response.start", "status": self.status, "headers": raw})
        await send({"type": "http.response.body", "body": body if with_body else b""})


def request_of(scope: Scope, receive: Receive) -> Request:
    headers: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        headers.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    query = scope["query_string"].decode("latin-1")
    return Request(scope["method"], scope["path"], query, headers, receive)


Handler = Callable[[Request], Awaitable[HttpResponse]]
HttpRoutes = Mapping[str, Mapping[str, Handler]]
"""By path, then by method. Who answers GET answers HEAD."""

CLOSE = (("connection", "close"),)
"""What was not read to its end can not be followed by another request."""


class Front:
    """Finds who answers, and never lets a failure out: it is logged, without anything of the request's body."""

    def __init__(self, routes: HttpRoutes, below: HttpRoutes | None = None) -> None:
        """`below` has what answers for all paths that begin so: what follows may be secret, and is never logged."""
        self._routes = routes
        self._below = below or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = request_of(scope, receive)
        try:
            response = await self._answer(request)
        except TooLarge:
            response = HttpResponse(413, headers=CLOSE)
        except TooSlow:
            response = HttpResponse(408, headers=CLOSE)
        except HungUp:
            return
        except Exception:
            log.exception("request failed", action="http-failed", path=self._named(request.path))
            response = HttpResponse(500)
        await response.send(send, with_body=request.method != "HEAD")

    async def _answer(self, request: Request) -> HttpResponse:
        methods = self._routes.get(request.path) or self._below.get(self._named(request.path))
        if methods is None:
            return HttpResponse(404)
        handler = methods.get("GET" if request.method == "HEAD" else request.method)
        if handler is None:
            return HttpResponse(405, headers=[("allow", ", ".join(sorted(methods))), *CLOSE])
        return await handler(request)

    def _named(self, path: str) -> str:
        """The path; of one that is below another, that one alone."""
        return next((start for start in self._below if path.startswith(start)), path)


# Whether a request is Slack's: https://docs.slack.dev/authentication/verifying-requests-from-slack
#
# The headers are looked at before the body is read, and by hand: slack-sdk's verifier raises where a time is no
# number or a signature is no ASCII, and what comes from anywhere is to be refused, not to fail.


MOST_SECONDS = 300
"""Between Slack's clock and ours, either way. An older request may be one that was overheard."""

_TIME = re.compile(r"[0-9]{1,12}", re.ASCII)
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}", re.ASCII)


class NotSlacks(Exception):
    """The request is not from Slack, or is too old; the message says why, and nothing of what was sent."""


@dataclass(frozen=True, slots=True)
class RequestSignature:
    """What a request's headers say, in their right form and recent."""

    time: str
    digest: str

    def check(self, body: bytes, secrets: Sequence[bytes]) -> None:
        """NotSlacks unless one of the secrets signed the body. It takes as long whatever is wrong or right."""
        signed = b"v0:%b:%b" % (self.time.encode(), body)
        made = [hmac.new(secret, signed, hashlib.sha256).hexdigest() for secret in secrets]
        right = [hmac.compare_digest(digest, self.digest) for digest in made]
        if not any(right):
            raise NotSlacks("signature")


def signature_of(request: Request, now: datetime) -> RequestSignature:
    """NotSlacks where a header is missing, is given twice, is malformed, or too old or too new."""
    time, signature = request.one("x-slack-request-timestamp"), request.one("x-slack-signature")
    if time is None or signature is None:
        raise NotSlacks("headers")
    if not _TIME.fullmatch(time) or not _SIGNATURE.fullmatch(signature):
        raise NotSlacks("form")
    if abs(now.timestamp() - int(time)) > MOST_SECONDS:
        raise NotSlacks("time")
    return RequestSignature(time, signature.removeprefix("v0="))


# What Slack sends: checked, then given to Bolt. It is acknowledged when Bolt has come back, and so is committed.


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
        put_off: Callable[[LockedOut, Mapping[str, Any]], Awaitable[HttpResponse]],
    ) -> None:
        self._app = app
        self._unreadable = unreadable
        self._secrets = [secret.encode() for secret in secrets]
        self._clock = clock
        self._put_off = put_off

    async def __call__(self, request: Request) -> HttpResponse:
        try:
            signature = signature_of(request, self._clock.now())
            body = await request.body()
            signature.check(body, self._secrets)
        except NotSlacks as reason:
            log.warning("request refused", action="http-refused", reason=str(reason))
            return HttpResponse(401, headers=CLOSE)
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return HttpResponse(400)
        return await self._dispatch(request, text)

    async def _dispatch(self, request: Request, body: str) -> HttpResponse:
        headers: dict[str, str | Sequence[str]] = {n: list(request.headers[n]) for n in PASSED if n in request.headers}
        payload = _payload(body, next(iter(request.headers.get("content-type", ())), ""))
        if payload is None:
            log.warning("no payload", action="malformed", lacks="form")
            return HttpResponse(400)
        if not for_bolt(payload):
            await self._unreadable(payload)
            return HttpResponse(200)
        try:
            answer = await self._app.async_dispatch(AsyncBoltRequest(body=body, headers=headers))
        except LockedOut as locked:
            return await self._put_off(locked, payload)
        kind = answer.headers.get("content-type", [TEXT])
        return HttpResponse(answer.status, answer.body or "", kind[0])


def _payload(body: str, kind: str) -> Mapping[str, Any] | None:
    """What Bolt makes of it; None for what is in no form in which Slack sends anything."""
    try:
        found: Any = parse_body(body, kind)
    except (KeyError, IndexError, RecursionError, TypeError, ValueError):
        return None
    return found if isinstance(found, Mapping) else None


# What is answered to Slack for a school whose token no key opens: see bot/slack/installing/schools.py.


ANSWER_WITHIN = aiohttp.ClientTimeout(2)
NOT_NOW = HttpResponse(503, headers=[("retry-after", "60")])

words = words_for()


class PuttingOff:
    """503 for a while. Afterwards it is acknowledged: an event without a word, a press and a command with one to
    whoever is there. A form is never acknowledged: it would close, and what is written in it would be gone."""

    def __init__(self, locked: Locked, session: aiohttp.ClientSession) -> None:
        self._locked = locked
        self._session = session

    async def __call__(self, locked: LockedOut, payload: Mapping[str, Any]) -> HttpResponse:
        is_event, is_form = "event" in payload, "view" in payload and "actions" not in payload
        if is_form or self._locked.refuses(locked.workspace, counts=is_event):
            return NOT_NOW
        if is_event:
            return HttpResponse(200)
        if "command" in payload:
            return HttpResponse(200, words("install-locked"))
        await self._say(payload.get("response_url"))
        return HttpResponse(200)

    async def _say(self, url: object) -> None:
        if not isinstance(url, str):
            return
        said = {"text": words("install-locked"), "response_type": "ephemeral", "replace_original": False}
        try:
            async with self._session.post(url, json=said, timeout=ANSWER_WITHIN):
                pass
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            log.warning("a press was not answered", action="press-unanswered", reason=type(error).__name__)


# What a proxy and a monitoring ask: does the process live, may it be sent requests, what are its numbers.


log = structlog.get_logger(__name__)

ANSWER_SECONDS = 2.0
"""Real seconds that a database has to answer."""


class Health:
    """`stop_taking` makes it not ready, so that a proxy sends nobody here any more. `keys_fit`: whether the keys open
    the schools' tokens, as far as that is a reason."""

    def __init__(self, engine: Engine, metrics_token: str, keys_fit: Callable[[], bool]) -> None:
        self._engine = engine
        self._keys_fit = keys_fit
        self._metrics_token = metrics_token.encode()
        self._newest, self._known = newest(), revisions()
        self._asking: asyncio.Future[str | None] | None = None
        self._stopping = False
        self._slow = Trouble("not-ready")

    def stop_taking(self) -> None:
        self._stopping = True

    async def lives(self, request: Request) -> HttpResponse:
        """The process runs, and its event loop turns."""
        return HttpResponse(200, "ok\n")

    async def is_ready(self, request: Request) -> HttpResponse:
        """The database answers and is not behind; one that is ahead was migrated for the version that comes next. And
        the keys are right."""
        reason = "stopping" if self._stopping else await self._database()
        if not reason and not self._keys_fit():
            reason = "keys"
        if reason:
            return HttpResponse(503, f"{reason}\n")
        return HttpResponse(200, "ready\n")

    async def numbers(self, request: Request) -> HttpResponse:
        """Prometheus's form; for everybody, or for who knows the token."""
        given = request.one("authorization") or ""
        if self._metrics_token and not hmac.compare_digest(given.encode("latin-1"), b"Bearer " + self._metrics_token):
            return HttpResponse(401, headers=[("www-authenticate", "Bearer")])
        numbers = await asyncio.to_thread(metrics.exposition)
        return HttpResponse(200, numbers.decode(), metrics.CONTENT_TYPE)

    async def _database(self) -> str:
        """What is wrong with it; "" for nothing.

        It is asked beside the executor, which may be busy with work; by one question at a time, since a database that
        hangs may hold each of them for minutes.
        """
        if self._asking is None or self._asking.done():
            self._asking = asyncio.ensure_future(asyncio.to_thread(self._revision))
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                at = await asyncio.shield(self._asking)
        except TimeoutError:
            self._slow.seen("the database does not answer in time", within_seconds=ANSWER_SECONDS)
            return "database"
        except (SQLAlchemyError, OSError) as error:
            log.warning("not ready", action="not-ready", exc_info=error)
            return "database"
        self._slow.over("the database answers in time")
        return "" if at == self._newest or (at is not None and at not in self._known) else "migration"

    def _revision(self) -> str | None:
        with reading(self._engine) as connection:
            return current(connection)

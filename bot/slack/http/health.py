"""What a proxy and a monitoring ask: does the process live, may it be sent requests, what are its numbers."""

import asyncio
import hmac
from collections.abc import Callable

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.slack.http.front import Request, Response
from bot.troubles import Trouble
from storage.engine import reading
from storage.migrate import current, newest, revisions

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

    async def lives(self, request: Request) -> Response:
        """The process runs, and its event loop turns."""
        return Response(200, "ok\n")

    async def is_ready(self, request: Request) -> Response:
        """The database answers and is not behind; one that is ahead was migrated for the version that comes next. And
        the keys are right."""
        reason = "stopping" if self._stopping else await self._database()
        if not reason and not self._keys_fit():
            reason = "keys"
        if reason:
            return Response(503, f"{reason}\n")
        return Response(200, "ready\n")

    async def numbers(self, request: Request) -> Response:
        """Prometheus's form; for everybody, or for who knows the token."""
        given = request.one("authorization") or ""
        if self._metrics_token and not hmac.compare_digest(given.encode("latin-1"), b"Bearer " + self._metrics_token):
            return Response(401, headers=[("www-authenticate", "Bearer")])
        numbers = await asyncio.to_thread(metrics.exposition)
        return Response(200, numbers.decode(), metrics.CONTENT_TYPE)

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

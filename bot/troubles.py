"""A trouble that lasts is told as one: when it begins, at most once a minute while it lasts, and when it is over."""

import sqlite3
import time
from collections.abc import Callable
from threading import Lock
from typing import Any

import structlog
from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as NoneFree

from bot.logs import with_causes
from prompts.words import words_for
from storage.engine import address_of
from storage.upkeep.existing import place_of, sqlite_key, trouble_of

log = structlog.get_logger(__name__)

EVERY_SECONDS = 60.0


class Trouble:
    """One trouble, by its `action`, whatever thread it is met in. Its lines are errors; that it is over is said under
    the same action."""

    def __init__(self, action: str, *, seconds: Callable[[], float] = time.monotonic) -> None:
        self._action = action
        self._seconds = seconds
        self._began: float | None = None
        self._told = 0.0
        self._lock = Lock()

    @property
    def lasts(self) -> bool:
        return self._began is not None

    def seen(self, event: str, **details: Any) -> None:
        """It is there, or is there still. `details` are ids, places, reasons and the remedy: nothing that somebody
        wrote."""
        with self._lock:
            now = self._seconds()
            if self._began is None:
                self._began = now
            elif now - self._told < EVERY_SECONDS:
                return
            self._told = now
            lasted = round(now - self._began)
        log.error(event, action=self._action, seconds=lasted, **details)

    def over(self, event: str, **details: Any) -> None:
        """It is gone; nothing where it was not there."""
        if self._began is None:  # nearly always, and asked often
            return
        with self._lock:
            began, self._began = self._began, None
        if began is not None:
            lasted = round(self._seconds() - began)
            log.info(f"{event}: over after {lasted} s", action=self._action, over_after_seconds=lasted, **details)


# A database that is away is one trouble, whatever fails for want of it: told once, with its place, reason and remedy.
#
# Every part that asks the database meets it in a way of its own, many times a second. Their errors are led here on
# their way to the log (bot/logs.py); that the database is back, a connection says that was got from it.


AWAY = ("08", "53", "57P")
"""What PostgreSQL's codes begin with where it, and not a statement, is the trouble: the connection, its resources, its
end. https://www.postgresql.org/docs/current/errcodes-appendix.html"""

SQLITES = frozenset({"busy", "full", "closed", "damaged"})
"""The same of SQLite's, by `sqlite_key`."""

FOLLOWS = (NoneFree, PendingRollbackError)
"""What only follows while the trouble lasts: no connection became free, or one broke before."""

words = words_for()


class DatabaseTrouble:
    """Of the database at an address."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.place = place_of(address_of(url))
        self._trouble = Trouble("database-trouble")

    def takes(self, error: BaseException) -> bool:
        """Whether an error on its way to the log is this trouble: it is told here then."""
        cause = next((e for e in with_causes(error) if _is_away(e)), None)
        if cause is not None:
            self._tell(cause)
            return True
        return self._trouble.lasts and any(isinstance(e, FOLLOWS) for e in with_causes(error))

    def _tell(self, cause: BaseException) -> None:
        known = cause if isinstance(cause, DBAPIError) else OperationalError("", {}, cause)
        trouble = trouble_of(known, self._url)
        args = {"place": self.place, **trouble.args}
        remedy = words(f"run-database-{trouble.key}", **args)
        reason = args.get("reason", trouble.key)
        self._trouble.seen("the database does not answer", place=self.place, reason=reason, remedy=remedy)

    def watch(self, engine: Engine) -> None:
        """Notice when it is back."""
        event.listen(engine, "checkout", lambda *_: self._trouble.over("the database answers again", place=self.place))


def _is_away(error: BaseException) -> bool:
    origin = error.orig if isinstance(error, OperationalError | InterfaceError) else error
    if isinstance(origin, sqlite3.Error):
        return sqlite_key(origin) in SQLITES
    if not type(origin).__module__.startswith("psycopg"):  # which is not read where there is only SQLite
        return False
    state = getattr(origin, "sqlstate", None)
    names = {kind.__name__ for kind in type(origin).__mro__}
    return bool(names & {"OperationalError", "InterfaceError"}) and (not state or state.startswith(AWAY))

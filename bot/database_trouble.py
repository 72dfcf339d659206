"""A database that is away is one trouble, whatever fails for want of it: told once, with its place, reason and remedy.

Every part that asks the database meets it in a way of its own, many times a second. Their errors are led here on their
way to the log (bot/logs.py); that the database is back, a connection says that was got from it.
"""

import sqlite3

from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as NoneFree

from bot.logs import with_causes
from bot.troubles import Trouble
from prompts.words import words_for
from storage.engine import address_of
from storage.upkeep.trouble import place_of, sqlite_key, trouble_of

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

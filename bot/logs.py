"""Structured logs: one line an event, with a stable `action`, ids, and never what a person wrote.

This is the one place that decides what may be read in a log. Libraries say what happened in sentences of their own,
which may quote a whole request, and an exception's message may quote whatever it was about. So of a library's
record only its place in the code is shown, and of an exception its type, where it happened, and the few details that
are known to be names of errors.
"""

import logging
import re
import sys
import time
import traceback
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.typing import Processor

IsTold = Callable[[BaseException], bool]
"""Whether an exception belongs to a trouble that is told as one; it is told by asking."""

OURS = ("bot", "handlers", "storage", "sandbox", "simulation")
SPEAKING = ("alembic", "uvicorn.error")
"""Libraries whose sentences are about the program alone."""

MUTED = ("uvicorn.access", "aiohttp.access")
"""They log addresses, which may hold the codes of an installation."""

LEAST = logging.WARNING
"""Of libraries, whatever our own level is: below it they log bodies and every poll."""

AGAIN_SECONDS = 60.0
"""So long nobody hears from a library what it said at the same place before."""

TOKEN = re.compile(r"\b(?:xox[a-z](?:\.xox[a-z])?-|xapp-|sk-)[\w-]{6,}")
HIDDEN = "[…]"
_ERROR_NAME = re.compile(r"[a-zA-Z0-9_.:-]{1,60}")


def set_up_logs(level: str = "INFO", told_elsewhere: IsTold | None = None) -> None:
    """Lines to standard error: readable on a terminal, JSON elsewhere, and each with an `action`. `told_elsewhere` says
    of an exception whether it belongs to a trouble that is told as one."""
    told = told_elsewhere or _nowhere
    renderer = structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    common: list[Processor] = [*_before_rendering(), renderer]
    _set_up_libraries(sys.stderr, common[1:], told)
    sys.excepthook = _uncaught
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, _apart(told), *common],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def _before_rendering() -> list[Processor]:
    return [structlog.processors.add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True), without_words]


def json_line(level: str, event: str, *, action: str) -> str:
    """A line as the log has it where nobody sits before it, for what is said before there is a log, or beside it."""
    line: Any = {"event": event, "action": action}
    processors: list[Processor] = [*_before_rendering(), structlog.processors.JSONRenderer()]
    for processor in processors:
        line = processor(None, level, line)
    return str(line)


def _nowhere(_error: BaseException) -> bool:
    return False


def _apart(told: IsTold) -> Processor:
    """Drops the lines of a trouble that is told as one."""

    def drop(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        error = _error_of(event.get("exc_info"))
        if error is not None and told(error):
            raise structlog.DropEvent
        return event

    return drop


def _error_of(exc_info: Any) -> BaseException | None:
    error = sys.exc_info()[1] if exc_info is True else exc_info[1] if isinstance(exc_info, tuple) else exc_info
    return error if isinstance(error, BaseException) else None


def without_words(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """The exception as `describe` has it, and no token in any text."""
    error = _error_of(event.pop("exc_info", None))
    if error is not None:
        event["exception"] = describe(error)
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = TOKEN.sub(HIDDEN, value)
    return event


def describe(error: BaseException) -> str:
    """An exception with those that led to it: types, places and names of errors; no message, no value."""
    return "\n".join(line for one in with_causes(error) for line in _lines(one))


def with_causes(error: BaseException) -> Iterator[BaseException]:
    """An exception, and those that led to it."""
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        yield at
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)


def _lines(error: BaseException) -> Iterator[str]:
    name = _name_of(error)
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    yield f"{kind}: {name}" if name else kind
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from (f"  | {line}" for line in describe(inner).splitlines())


def _name_of(error: BaseException) -> str:
    """What an error calls itself, where that is a name and not a sentence: Slack's key, a database's code."""
    origin = getattr(error, "orig", None)
    response = getattr(getattr(error, "response", None), "data", None)
    candidates = (
        response.get("error") if isinstance(response, dict) else None,
        getattr(origin, "sqlstate", None),
        getattr(origin, "sqlite_errorname", None),
        type(origin).__name__ if origin is not None else None,
        error.strerror.replace(" ", "-") if isinstance(error, OSError) and error.strerror else None,
        getattr(error, "key", None),
    )
    return next((c for c in candidates if isinstance(c, str) and _ERROR_NAME.fullmatch(c)), "")


class PlaceFormatter(logging.Formatter):
    """A library's record: who said something, how serious, and where in its code; the sentence only of a few."""

    def __init__(self, processors: Sequence[Processor]) -> None:
        super().__init__()
        self._processors = processors

    def format(self, record: logging.LogRecord) -> str:
        ours = record.name.split(".")[0] in OURS
        said = record.getMessage() if ours or record.name in SPEAKING else "a library said something"
        event: Any = {
            "event": said,
            "action": "ended" if ours else "library",
            "level": record.levelname.lower(),
            "logger": record.name,
            "at": _at(record),
            "exc_info": record.exc_info,
        }
        for processor in self._processors:
            event = processor(None, record.levelname.lower(), event)
        return str(event)


class NotAgain(logging.Filter):
    """Lets a line of a library through once a minute, and none of a trouble that is told as one."""

    def __init__(self, told: IsTold, seconds: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._told = told
        self._seconds = seconds
        self._said: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        error = _error_of(record.exc_info)
        if error is not None and self._told(error):
            return False
        now, at = self._seconds(), f"{record.name} {_at(record)}"
        if record.name.split(".")[0] not in OURS and now - self._said.get(at, -AGAIN_SECONDS) < AGAIN_SECONDS:
            return False
        self._said[at] = now
        return True


def _at(record: logging.LogRecord) -> str:
    return f"{record.filename}:{record.lineno}"


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What ends the program. Ctrl-C is no error."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    logging.getLogger("bot").critical("ended by an error", exc_info=(kind, error, trace))


class _Handler(logging.StreamHandler[TextIO]):
    """Ours, so that it is found again."""


def _set_up_libraries(stream: TextIO, processors: Sequence[Processor], told: IsTold) -> None:
    root = logging.getLogger()
    for handler in [h for h in root.handlers if isinstance(h, _Handler)]:
        root.removeHandler(handler)
    handler = _Handler(stream)
    handler.setFormatter(PlaceFormatter(processors))
    handler.addFilter(NotAgain(told))
    handler.setLevel(LEAST)
    root.addHandler(handler)
    root.setLevel(LEAST)
    for name in ("slack_bolt", "slack_sdk", "apscheduler", "aiohttp", "sqlalchemy", "openai", "httpx", "httpcore"):
        logging.getLogger(name).setLevel(LEAST)
    for name in MUTED:
        logging.getLogger(name).setLevel(logging.CRITICAL)

"""Hears what the program logs as an error, and keeps everything else from being written."""

import logging
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

import structlog


@contextmanager
def listening(errors: list[str]) -> Iterator[None]:
    """While the block runs, errors are added to `errors` as "action: exception at place"."""

    def hear(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> Any:
        errors.append(f"{event.get('action', event.get('event'))}: {_what(event)}")
        raise structlog.DropEvent

    before, asyncios = structlog.get_config(), logging.getLogger("asyncio").level
    structlog.configure(
        processors=[hear],
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR),
        cache_logger_on_first_use=False,
    )
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        structlog.configure(**before)
        logging.getLogger("asyncio").setLevel(asyncios)


def _what(event: MutableMapping[str, Any]) -> str:
    error = sys.exc_info()[1] if event.get("exc_info") else None
    if error is None:
        return str(event.get("error", ""))
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {str(error)[:200]} at {last.filename.rpartition('/')[2]}:{last.lineno}"

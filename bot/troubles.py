"""A trouble that lasts is told as one: when it begins, at most once a minute while it lasts, and when it is over."""

import time
from collections.abc import Callable
from threading import Lock
from typing import Any

import structlog

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

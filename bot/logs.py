"""Structured logs: one line an event, with a stable `action`, ids, and never what a person wrote."""

import logging
import sys

import structlog

QUIET = ("slack_bolt", "slack_sdk", "apscheduler", "aiohttp.access", "uvicorn")
"""Libraries that log whole bodies or every poll at INFO. Their warnings are kept."""


def set_up_logs(level: str = "INFO") -> None:
    """Lines to standard error: readable on a terminal, JSON elsewhere."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    on_terminal = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer() if on_terminal else structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )

"""`accord run`: start, work, and stop without losing anything."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import ExitStack

import aiohttp
from slack_sdk.errors import SlackApiError
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.bootstrap import Accord, build
from bot.logs import set_up_logs
from bot.settings import Settings
from bot.slack_edge import NO_ANSWER, reason_of
from prompts.words import words_for
from storage.engine import open_engine
from storage.migrate import migrate

words = words_for()


class Misconfigured(Exception):
    """Accord can not start like this; the message says what to do."""


async def serve(settings: Settings) -> None:
    """Run until SIGTERM or Ctrl-C. Misconfigured where a token is missing or refused, or the database away."""
    set_up_logs(settings.accord_log_level)
    _need_tokens(settings)
    accord = _build(settings)
    stopped = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stopped.set)
    offered = ExitStack()
    try:
        offered.callback(_offer_metrics(settings.accord_metrics_port))
        await _start(accord, settings)
        print_line(words("run-connected", team=accord.team))
        await stopped.wait()
    finally:
        offered.close()
        await accord.stop()


def print_line(line: str) -> None:
    """To standard output, at once."""
    print(line, flush=True)  # noqa: T201  (what a person at the terminal reads; logs go to standard error)


def _offer_metrics(port: int) -> Callable[[], None]:
    """On this port, where it is not 0; returns what ends it."""
    if port == 0:
        return lambda: None
    try:
        return metrics.offer(port)
    except OSError as error:
        raise Misconfigured(words("run-metrics-port-taken", port=str(port))) from error


def _need_tokens(settings: Settings) -> None:
    for name in ("slack_bot_token", "slack_app_token"):
        if not getattr(settings, name).get_secret_value():
            raise Misconfigured(words("run-token-missing", name=name.upper()))


def _build(settings: Settings) -> Accord:
    try:
        return build(settings)
    except LookupError as error:
        raise Misconfigured(words("run-database-newer")) from error
    except (SQLAlchemyError, OSError) as error:
        raise Misconfigured(words("run-database-unreachable", reason=type(error).__name__)) from error


async def _start(accord: Accord, settings: Settings) -> None:
    try:
        await accord.start()
    except SlackApiError as error:
        raise Misconfigured(_refused(error, settings)) from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        why = type(error).__name__
        raise Misconfigured(words("run-unreachable", url=settings.slack_api_url, reason=why)) from error


def _refused(error: SlackApiError, settings: Settings) -> str:
    reason = reason_of(error)
    if reason.startswith(NO_ANSWER):
        return words("run-unreachable", url=settings.slack_api_url, reason=reason)
    app_token = "apps.connections" in str(getattr(error.response, "api_url", ""))
    return words("run-app-token-refused" if app_token else "run-token-refused", reason=reason)


def open_database(settings: Settings) -> Engine:
    """The database, brought up to date. Misconfigured where it can not be opened."""
    try:
        engine = open_engine(settings.accord_database_url)
        migrate(engine)
    except LookupError as error:
        raise Misconfigured(words("run-database-newer")) from error
    except (SQLAlchemyError, OSError) as error:
        raise Misconfigured(words("run-database-unreachable", reason=type(error).__name__)) from error
    return engine

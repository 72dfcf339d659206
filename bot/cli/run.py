"""`accord run`: start, work, and stop without losing anything."""

import asyncio
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import TYPE_CHECKING, NoReturn

import aiohttp
import typer
from pydantic import SecretStr
from slack_sdk.errors import SlackApiError
from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError

from bot import metrics
from bot.app import Accord, build
from bot.cli import common
from bot.cli.tokens import PREFIX, mistake_in
from bot.logs import json_line, set_up_logs
from bot.settings import Settings
from bot.slack.bolt import INSTALL
from bot.slack.calls import NO_ANSWER, reason_of
from bot.slack.transport import PortTaken
from bot.troubles import DatabaseTrouble
from prompts import words as prompts_words
from prompts.words import words_for
from storage.bucket import NotABucket
from storage.engine import open_engine
from storage.migrate import migrate
from storage.upkeep.existing import TROUBLES, trouble_of

# What `accord run` says first and last: a sentence on a terminal, elsewhere a line like those of its log.


def started(sentence: str) -> None:
    """To standard output, at once; logs go to standard error."""
    line = sentence if sys.stdout.isatty() else json_line("info", sentence, action="started")
    print(line, flush=True)  # noqa: T201  (what a person at the terminal reads)


def ended(sentence: str) -> NoReturn:
    """To standard error: why it can not start, or go on. Then the command ends, with 1."""
    if sys.stderr.isatty():
        common.stop(sentence)
    typer.echo(json_line("critical", sentence, action="ended"), err=True)
    raise typer.Exit(1)


if TYPE_CHECKING:
    from storage.sealed import Seal

words = words_for()


class Misconfigured(Exception):
    """Accord can not start like this; the message says what to do."""


SOCKET_NEEDS = ("slack_bot_token", "slack_app_token")
HTTP_NEEDS = ("slack_signing_secret", "slack_client_id", "slack_client_secret", "accord_public_url", "accord_keys")


def run(settings: Settings, *, http: bool) -> None:
    """`serve`, on the quicker event loop where many schools are served and the system has it."""
    loop = _quick_loop if http else None
    with asyncio.Runner(loop_factory=loop) as runner:
        runner.run(serve(settings, http=http))


def _quick_loop() -> asyncio.AbstractEventLoop:
    try:
        import uvloop
    except ImportError:  # there is none for Windows
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


async def serve(settings: Settings, *, http: bool = False) -> None:
    """Run until SIGTERM or Ctrl-C. Misconfigured where a setting is missing or refused, or the database away."""
    trouble = _database_trouble(settings)
    set_up_logs(settings.accord_log_level, trouble.takes)
    _need(settings, HTTP_NEEDS if http else SOCKET_NEEDS)
    if http:
        seal_of(settings)
    accord = _build(settings, http=http)
    accord.tell_of(trouble)
    stopped = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, _on_sign, stopped, accord)
    offered = ExitStack()
    try:
        offered.callback(_offer_metrics(settings.accord_metrics_port))
        await _start(accord, settings)
        started(_greeting(accord, settings, http=http))
        copy = asyncio.create_task(asyncio.to_thread(prompts_words.check))
        copy.add_done_callback(lambda done: stopped.set() if not done.cancelled() and done.exception() else None)
        await _first(stopped, accord.out_of_touch)
    finally:
        offered.close()
        await accord.stop()
    await copy
    if accord.out_of_touch.is_set() and not stopped.is_set():
        raise Misconfigured(words("run-out-of-touch"))


def _on_sign(stopped: asyncio.Event, accord: Accord) -> None:
    """The first asks to stop, the second not to wait for what runs."""
    if stopped.is_set():
        accord.hurry()
    stopped.set()


async def _first(*events: asyncio.Event) -> None:
    """Return when one of them is set."""
    waiting = [asyncio.ensure_future(event.wait()) for event in events]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waiting:
            wait.cancel()


def _offer_metrics(port: int) -> Callable[[], None]:
    """On this port, where it is not 0; returns what ends it."""
    if port == 0:
        return lambda: None
    try:
        return metrics.offer(port)
    except OSError as error:
        raise Misconfigured(words("run-metrics-port-taken", port=str(port))) from error


def _greeting(accord: Accord, settings: Settings, *, http: bool) -> str:
    if http:
        return words("run-listening", port=str(accord.way.port), url=f"{settings.public_url}{INSTALL}")
    return words("run-connected", team=accord.team)


def _need(settings: Settings, names: Iterable[str]) -> None:
    for name in names:
        given = getattr(settings, name)
        if not (given.get_secret_value() if isinstance(given, SecretStr) else given):
            raise Misconfigured(words(f"{_MISSING.get(name, 'run-setting-missing')}", name=name.upper()))
        if name in PREFIX and (mistake := mistake_in(settings, name)):
            raise Misconfigured(words(f"run-token-{mistake}", name=name.upper(), begins=PREFIX[name]))


_MISSING = {
    "slack_bot_token": "run-token-missing",
    "slack_app_token": "run-token-missing",
    "accord_keys": "run-keys-missing",
}


def seal_of(settings: Settings) -> "Seal":
    """What the settings' keys seal and open. Misconfigured where there is none, or one that is no key."""
    from storage.sealed import KeyGarbled, NoKey, Seal

    try:
        return Seal(settings.keys)
    except NoKey:
        raise Misconfigured(words("run-keys-missing", name="ACCORD_KEYS")) from None
    except KeyGarbled as garbled:
        raise Misconfigured(words("run-keys-garbled", number=garbled.number)) from None


def _database_trouble(settings: Settings) -> DatabaseTrouble:
    try:
        return DatabaseTrouble(settings.accord_database_url)
    except ArgumentError as error:
        trouble = trouble_of(error, settings.accord_database_url)
        raise Misconfigured(words(f"run-database-{trouble.key}", **trouble.args)) from error


def _build(settings: Settings, *, http: bool) -> Accord:
    try:
        return build(settings, http=http)
    except NotABucket as error:
        raise Misconfigured(words(f"run-files-{error.key}")) from error
    except TROUBLES as error:
        trouble = trouble_of(error, settings.accord_database_url)
        raise Misconfigured(words(f"run-database-{trouble.key}", **trouble.args)) from error


async def _start(accord: Accord, settings: Settings) -> None:
    try:
        await accord.start()
    except PortTaken as error:
        raise Misconfigured(words("run-port-taken", port=str(error.port))) from error
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
    except TROUBLES as error:
        trouble = trouble_of(error, settings.accord_database_url)
        raise Misconfigured(words(f"run-database-{trouble.key}", **trouble.args)) from error
    return engine

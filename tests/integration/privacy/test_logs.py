"""The whole story is played at DEBUG, with everything going wrong on the way: no line of any log says what somebody
wrote, what anybody is called, or a token."""

import asyncio
import gc
import io
import logging
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import text, update
from sqlalchemy.exc import IntegrityError

from bot import logs
from bot.activities.hearing import listening
from bot.demo.scene import School, school
from bot.demo.tour import Story
from bot.domain.outbox import Message
from bot.messages import briefs
from prompts.words import words_for
from sandbox.language_model import LanguageModel, drafts, fails
from storage.engine import open_engine
from storage.tables import classes
from storage.tables.classes import table
from tests.acceptance.conftest import migrated
from tests.integration.privacy.test_from_slack import sentences

__all__ = ["migrated"]

LIBRARIES = ("slack_bolt.AsyncApp", "slack_sdk.web.async_client", "aiohttp.server", "sqlalchemy.engine", "apscheduler")
FEEDBACK = (
    *("tour-feedback-seen", "tour-feedback-matters", "tour-feedback-next-step", "tour-draft-by-model"),
    "tour-answer-observable",  # Ana's own, and what the rule drafts from the same feedback for Ben
)
BENS = (
    *("ben-hardest", "ben-strengths", "ben-statement", "ben-strategies", "ben-criterion", "ben-milestones"),
    *("question", "file", "flat-1", "flat-3", "on-the-way"),
)
NAMES = ("Ana Horvat", "Ben Adeyemi", "Mia Lindqvist", "Ms Lee", "Mr Bell", "Ada Okafor", "ms_lee", "mr_bell")


@contextmanager
def everything_logged() -> Iterator[io.StringIO]:
    """All that Accord would write to standard error, as `accord run` sets it up, at DEBUG."""
    root, before, written = logging.getLogger(), list(logging.getLogger().handlers), io.StringIO()
    level, hook, stderr = root.level, sys.excepthook, sys.stderr
    sys.stderr = written
    try:
        logs.set_up_logs("DEBUG")
        yield written
    finally:
        sys.stderr, sys.excepthook = stderr, hook
        root.handlers[:] = before
        root.setLevel(level)
        structlog.reset_defaults()


@asynccontextmanager
async def troubled(path: Path) -> AsyncIterator[School]:
    """The scene, with a language model that fails at first."""
    model = LanguageModel(fails(401), drafts(words_for()("tour-draft-by-model")))
    async with model.running() as running, school(f"sqlite:///{path}", model_url=running.base_url) as scene:
        yield scene


def secrets_of(scene: School) -> list[str]:
    """What may stand in no line."""
    tokens = [scene.ws.bot_token, scene.ws.app_token]
    typed = [words_for()(key) for key in (*FEEDBACK, *(f"tour-answer-{part}" for part in BENS))]
    return [*sentences(), *typed, *NAMES, *tokens]


def found_in(written: str, secrets: list[str]) -> list[str]:
    return [secret for secret in secrets if secret in written]


async def test_no_line_says_what_somebody_wrote(
    migrated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "accord.db"
    path.write_bytes(migrated.read_bytes())
    with everything_logged() as written:
        async with troubled(path) as scene:
            secrets = secrets_of(scene)
            scene.ws.faults.next("chat.postMessage", 1, kind="http_500_after")
            scene.ws.faults.next("users.info", 1, kind="cut_before")
            await Story(scene, lambda line: None).play()
            for trouble in (_a_handler_fails, _a_message_can_not_be_made, _slack_refuses, _a_row_is_garbled):
                with monkeypatch.context() as patched:
                    await trouble(scene, patched)
            _libraries_quote(secrets)
            await _a_task_is_forgotten(secrets)
    said = written.getvalue()
    for action in ("connected", "check-ins-due", "drafting.call", "delivery.unrenderable"):
        assert action in said
    for library in LIBRARIES[:2]:
        assert library in said
    assert "builtins.ValueError" in said
    assert found_in(said, secrets) == []


async def _a_handler_fails(scene: School, patched: pytest.MonkeyPatch) -> None:
    """An exception whose message quotes what was typed, raised where somebody types."""

    def fail(uow: Any, actor: Any, words: Any, **_: Any) -> None:
        raise ValueError(f"can not read {words.text!r}")

    patched.setattr(listening, "hear", fail)
    with suppress(AssertionError):
        await scene.ana.says(sentences()[0])


async def _a_message_can_not_be_made(scene: School, patched: pytest.MonkeyPatch) -> None:
    """A renderer fails with a name and a sentence in its hands."""

    def fail(notice: Any, brief: Any, reader: Any) -> Message:
        raise KeyError(f"{NAMES[0]}: {sentences()[1]}")

    patched.setitem(briefs._said, "help", (briefs._said["help"][0], fail))
    await scene.ben.types("/accord help")
    await scene.accord.sender.idle()


async def _slack_refuses(scene: School, patched: pytest.MonkeyPatch) -> None:
    for kind in ("error:invalid_blocks", "ratelimited", "http_503"):
        scene.ws.faults.next("chat.postMessage", 1, kind=kind)
        scene.ws.faults.next("views.publish", 1, kind=kind)
        scene.ws.faults.next("views.open", 1, kind="error:invalid_arguments")
        with suppress(AssertionError):
            await scene.mia.types("/accord help")
            await scene.lee.types("/accord feedback", in_=scene.english)
        await scene.ws.idle()


async def _a_row_is_garbled(scene: School, patched: pytest.MonkeyPatch) -> None:
    """A library that validates quotes its input: here the terms of a contract."""
    versions = table(classes.VersionRow)
    engine = open_engine(str(scene.calendar.url))
    with engine.begin() as connection:
        connection.execute(update(versions).values(terms={"targets": sentences()[2]}))
    engine.dispose()
    with suppress(AssertionError):
        await scene.ana.types("/accord contract")
    with suppress(AssertionError):
        await scene.ana.opens_home()
    await scene.ws.idle()


def _libraries_quote(secrets: list[str]) -> None:
    """What libraries do when they are in trouble, at every level."""
    for name in LIBRARIES:
        for level in (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR):
            logging.getLogger(name).log(level, f"Failed to handle {secrets}")
            logging.getLogger(name).log(level, "Failed to handle %s", secrets)
    logging.getLogger(LIBRARIES[0]).error("Failed to handle %s", secrets, exc_info=ValueError(secrets))


async def _a_task_is_forgotten(secrets: list[str]) -> None:
    """asyncio says it of itself, with the exception."""

    async def fail() -> None:
        raise ValueError(secrets)

    forgotten = asyncio.create_task(fail())
    await asyncio.wait([forgotten])
    del forgotten
    gc.collect()


async def test_the_test_bites(migrated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With exceptions written out as usual, the same search finds what was typed."""
    path = tmp_path / "accord.db"
    path.write_bytes(migrated.read_bytes())
    monkeypatch.setattr(logs, "describe", repr)
    with everything_logged() as written:
        async with troubled(path) as scene:
            await _a_handler_fails(scene, monkeypatch)
    assert found_in(written.getvalue(), sentences()) == [sentences()[0]]


def test_a_database_error_shows_its_code_and_no_value(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with everything_logged() as written:
        try:
            with engine.begin() as connection:
                connection.execute(text("INSERT INTO pace (workspace) VALUES (:w)"), {"w": "something typed"})
        except IntegrityError:
            structlog.get_logger().exception("failed", action="failed")
    engine.dispose()
    assert "SQLITE_CONSTRAINT_NOTNULL" in written.getvalue()
    assert "something typed" not in written.getvalue()


def test_what_ends_the_program_is_said_without_its_message() -> None:
    with everything_logged() as written:
        sys.excepthook(RuntimeError, RuntimeError("xoxb-1-secret and a sentence"), None)
    assert "RuntimeError" in written.getvalue()
    assert "secret" not in written.getvalue()


@pytest.mark.parametrize("token", ["xoxb-123-abc_DEF", "xapp-1-A0-99-ff", "xoxe.xoxp-1-Mi0y", "sk-proj-abcdefgh"])
def test_a_token_in_a_value_is_hidden(token: str) -> None:
    with everything_logged() as written:
        structlog.get_logger().info("said", action="said", error=f"refused {token}!")
    assert token not in written.getvalue()
    assert "refused" in written.getvalue()

"""Bent payloads through Bolt itself, with everything behind it: delivery sends what comes of them to the workspace."""

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from slack_bolt.request.async_request import AsyncBoltRequest
from sqlalchemy import Engine, make_url, select

from bot.demo.scene import School, school
from bot.demo.tour import Story
from bot.domain.outbox import DeliveryState
from bot.slack.bolt import readable
from storage.tables.classes import OutboxRow, table
from tests.databases import _administer, _database
from tests.fuzz.bending import MARK, Bender
from tests.fuzz.entrance import logs
from tests.fuzz.recording import Payload, Recording

EACH = 600
QUIET_EVERY = 100
ENDS = frozenset({"app_uninstalled", "tokens_revoked"})
"""Events after which nothing is listened to any more: they come last."""

DONE, UNKNOWN = 200, 404
"""Bolt's answers for what was acknowledged, and for what nothing listens to."""

NOWHERE = frozenset({"channel_not_found", "user_not_found", "user_not_in_channel", "not_in_channel", "is_archived"})
"""Why a message fails that answers somebody who is not there."""


@pytest.fixture(params=["sqlite", "postgres"])
async def scene(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[School]:
    """The story up to the first check-in's answer."""
    url = f"sqlite:///{tmp_path}/accord.db"
    if request.param == "postgres":
        server: str = request.getfixturevalue("postgres_server")
        _administer(server, "CREATE DATABASE fuzz")
        url = (
            make_url(_database(server, "fuzz"))
            .set(drivername="postgresql+psycopg")
            .render_as_string(hide_password=False)
        )
    async with school(url) as made:
        story = Story(made, lambda _: None)
        for part in (story.set_up, story.plans, story.feedback, story.interview, story.review, story.check_in):
            await part()
        yield made
    if request.param == "postgres":
        _administer(server, "DROP DATABASE fuzz WITH (FORCE)")


async def test_bolt_answers_whatever_comes_and_slack_takes_what_is_said(scene: School, recording: Recording) -> None:
    bender, chance = Bender(recording, 11), Random(11)
    known = [p for p in recording.payloads if p.name not in ENDS]
    wrong: Counter[str] = Counter()
    with logs() as written:
        for number in range(EACH):
            payload = bender.bent(chance.choice(known))
            wrong.update(await _answered(scene, payload))
            if number % QUIET_EVERY == 0:
                await scene.quiet()
        await scene.quiet()
    assert not wrong
    assert _failures(scene.calendar) == []
    assert MARK not in written.getvalue()


async def _answered(scene: School, payload: Payload) -> list[str]:
    """What is wrong with Bolt's answer to what both doors let through to it."""
    if not readable(payload.body):
        return []
    body = dict(payload.body)
    if isinstance(body.get("response_url"), str):  # the workspace that gave it out has closed since
        body["response_url"] = f"{scene.ws.core.base_url}/commands/over"
    try:
        request: Any = AsyncBoltRequest(mode="socket_mode", body=body)
        answer = await scene.accord.app.async_dispatch(request)
    except Exception as error:  # noqa: BLE001  (whatever it is, it is what we look for)
        return [f"{type(error).__name__}: {error}"]
    return [] if answer.status in (DONE, UNKNOWN) else [f"{payload.kind}: {answer.status} {answer.body}"]


def _failures(database: Engine) -> list[Any]:
    """Messages that the workspace would not take as they are."""
    outbox = table(OutboxRow)
    failed = outbox.c.state == DeliveryState.FAILED.value
    with database.connect() as connection:
        found = connection.execute(select(outbox.c.notice, outbox.c.error).where(failed)).all()
    return [(row.notice, row.error) for row in found if row.error not in NOWHERE]


def test_what_slack_sends_is_readable(recording: Recording) -> None:
    assert all(readable(payload.body) for payload in recording.payloads)

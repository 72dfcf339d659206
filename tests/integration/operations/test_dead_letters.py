"""What has failed for good is shown without anything of anybody, and tried again without saying anything twice."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from bot.demo.scene import School
from bot.domain.outbox import Verb
from bot.slack.calls import surely_unsent
from sandbox.people import Person
from storage.queries import backlog
from storage.queries.backlog import BacklogKind, Put, drop, retry
from storage.tables.classes import ErrandRow, OutboxRow, table
from tests.world import START

outbox, errand = table(OutboxRow), table(ErrandRow)
SAID: dict[str, Any] = {
    "workspace": "T1",
    "lane": "U1",
    "verb": "post",
    "notice": "help",
    "args": {"text": "what somebody wrote"},
    "reader": "U1",
    "created_at": START,
    "not_before": START,
    "state": "failed",
    "attempts": 8,
    "error": "not_in_channel",
}
ASKED: dict[str, Any] = {
    "workspace": "T1",
    "kind": "learn-person",
    "args": {"user": "U1"},
    "not_before": START,
    "attempts": 10,
    "done": True,
    "error": "TimeoutError",
}
LATER = START + timedelta(hours=5)


def put(engine: Engine, of: BacklogKind, **changed: Any) -> int:
    rows, sample = (outbox, SAID) if of is BacklogKind.MESSAGE else (errand, ASKED)
    with engine.begin() as connection:
        return int(connection.execute(rows.insert().values(**sample | changed).returning(rows.c.id)).scalar_one())


def row(engine: Engine, of: BacklogKind, id: int) -> Any:
    rows = outbox if of is BacklogKind.MESSAGE else errand
    with engine.begin() as connection:
        return connection.execute(select(*rows.c).where(rows.c.id == id)).one_or_none()


def tried(engine: Engine, of: BacklogKind, id: int, now: datetime = LATER) -> Put:
    with engine.begin() as connection:
        return retry(connection, of, id, now, surely_unsent)


def dropped(engine: Engine, of: BacklogKind, id: int) -> Put:
    with engine.begin() as connection:
        return drop(connection, of, id)


def test_they_are_shown_without_anything_of_anybody(engine: Engine) -> None:
    old, new = put(engine, BacklogKind.MESSAGE), put(engine, BacklogKind.MESSAGE, error=None, notice="check-in")
    other = put(engine, BacklogKind.ERRAND)
    for state in ("waiting", "claimed", "sent", "expired"):
        put(engine, BacklogKind.MESSAGE, state=state)
    put(engine, BacklogKind.ERRAND, error=None)
    put(engine, BacklogKind.ERRAND, done=False)
    with engine.begin() as connection:
        found = backlog.newest(connection, 10)
        assert backlog.count(connection) == len(found) == 3
        assert [x.id for x in backlog.newest(connection, 1)] == [new, other]
    assert [(x.of, x.id, x.kind, x.error) for x in found] == [
        (BacklogKind.MESSAGE, new, "check-in", ""),
        (BacklogKind.MESSAGE, old, "help", "not_in_channel"),
        (BacklogKind.ERRAND, other, "learn-person", "TimeoutError"),
    ]
    assert {x.since for x in found} == {START}
    assert not [x for x in found if "U1" in str(x) or "wrote" in str(x)]


def test_what_was_refused_for_good_simply_waits_again(engine: Engine) -> None:
    id = put(engine, BacklogKind.MESSAGE)
    assert tried(engine, BacklogKind.MESSAGE, id) is Put.DONE
    found = row(engine, BacklogKind.MESSAGE, id)
    assert (found.state, found.attempts, found.not_before, found.error) == ("waiting", 0, LATER, None)
    assert (found.owner, found.lease_until) == (None, None)


@pytest.mark.parametrize("error", ["TimeoutError", "http_503", "internal_error", "fatal_error", None])
def test_what_may_have_arrived_is_looked_for_first(engine: Engine, error: str | None) -> None:
    """As one whose sender was lost; it is looked for from when it could have left first."""
    id = put(engine, BacklogKind.MESSAGE, error=error)
    assert tried(engine, BacklogKind.MESSAGE, id) is Put.DONE
    found = row(engine, BacklogKind.MESSAGE, id)
    assert (found.state, found.attempts, found.not_before) == ("claimed", 1, START)
    assert (found.owner, found.lease_until) == (backlog.RETRIED_BY, LATER)


@pytest.mark.parametrize("verb", [Verb.HOME, Verb.REFRESH, Verb.EPHEMERAL])
def test_what_can_be_said_twice_is_not_looked_for(engine: Engine, verb: Verb) -> None:
    id = put(engine, BacklogKind.MESSAGE, error="http_503", verb=verb.value)
    assert tried(engine, BacklogKind.MESSAGE, id) is Put.DONE
    assert row(engine, BacklogKind.MESSAGE, id).state == "waiting"


def test_an_errand_is_due_again(engine: Engine) -> None:
    id = put(engine, BacklogKind.ERRAND)
    assert tried(engine, BacklogKind.ERRAND, id) is Put.DONE
    found = row(engine, BacklogKind.ERRAND, id)
    assert (found.done, found.attempts, found.not_before, found.error) == (False, 0, LATER, None)


def test_what_is_too_late_is_not_tried_again(engine: Engine) -> None:
    id = put(engine, BacklogKind.MESSAGE, expires_at=LATER)
    assert tried(engine, BacklogKind.MESSAGE, id, LATER - timedelta(seconds=1)) is Put.DONE
    late = put(engine, BacklogKind.MESSAGE, expires_at=LATER)
    assert tried(engine, BacklogKind.MESSAGE, late) is Put.LATE
    assert row(engine, BacklogKind.MESSAGE, late).state == "failed"


def test_what_was_dropped_stays_as_never_said(engine: Engine) -> None:
    """So that it is not queued again under its `once`; an errand leaves nothing."""
    message, job = put(engine, BacklogKind.MESSAGE, once="prompt:1"), put(engine, BacklogKind.ERRAND)
    assert dropped(engine, BacklogKind.MESSAGE, message) is dropped(engine, BacklogKind.ERRAND, job) is Put.DONE
    found = row(engine, BacklogKind.MESSAGE, message)
    assert (found.state, found.error, found.once) == ("expired", "dropped", "prompt:1")
    assert row(engine, BacklogKind.ERRAND, job) is None


@pytest.mark.parametrize("change", [tried, dropped])
@pytest.mark.parametrize(
    ("of", "changed"),
    [
        *((BacklogKind.MESSAGE, {"state": state}) for state in ("waiting", "claimed", "sent", "expired")),
        (BacklogKind.ERRAND, {"error": None}),
        (BacklogKind.ERRAND, {"done": False}),
    ],
)
def test_the_living_are_left_alone(engine: Engine, change: Any, of: BacklogKind, changed: dict[str, Any]) -> None:
    id = put(engine, of, **changed)
    before = row(engine, of, id)
    assert change(engine, of, id) is Put.ALIVE
    assert row(engine, of, id) == before


@pytest.mark.parametrize("change", [tried, dropped])
@pytest.mark.parametrize("of", list(BacklogKind))
def test_none_with_this_id(engine: Engine, change: Any, of: BacklogKind) -> None:
    assert change(engine, of, 4711) is Put.UNKNOWN


def said_to(person: Person) -> Sequence[str]:
    return [message.visible_text for message in person.inbox()]


async def failed_as(scene: School, **values: Any) -> int:
    """The newest message to Ana, as if it had failed so."""
    with scene.calendar.begin() as connection:
        (id,) = connection.execute(select(outbox.c.id).order_by(outbox.c.id.desc()).limit(1)).one()
        connection.execute(update(outbox).where(outbox.c.id == id).values(state="failed", **values))
    return int(id)


async def test_what_had_arrived_is_not_said_twice(scene: School) -> None:
    await scene.ana.says("hi")
    await scene.quiet()
    before = said_to(scene.ana)
    id = await failed_as(scene, error="TimeoutError", sent_at=None, channel=None, ts=None)
    await scene.later(hours=3)
    assert tried(scene.calendar, BacklogKind.MESSAGE, id, scene.clock.now()) is Put.DONE
    await scene.later(seconds=1)
    assert row(scene.calendar, BacklogKind.MESSAGE, id).state == "sent"
    assert said_to(scene.ana) == before


async def test_what_had_not_arrived_is_said_once(scene: School) -> None:
    """Slack was away for longer than anything is tried; then it is there again."""
    scene.ws.faults.share("chat.postMessage", 1.0, "http_503")
    await scene.ana.says("hi")
    await scene.quiet()
    assert said_to(scene.ana) == ["hi"]
    id = await failed_as(scene, error="http_503", owner=None, lease_until=None)
    await scene.later(hours=3)
    scene.ws.faults.clear()
    assert tried(scene.calendar, BacklogKind.MESSAGE, id, scene.clock.now()) is Put.DONE
    await scene.later(seconds=1)
    assert row(scene.calendar, BacklogKind.MESSAGE, id).state == "sent"
    assert len(said_to(scene.ana)) == 2

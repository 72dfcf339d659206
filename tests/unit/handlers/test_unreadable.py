"""What nobody can read is acknowledged and counted, and whoever sent it hears so."""

from typing import Any

import pytest

from bot import metrics
from handlers import hearing
from handlers import router as handlers_router
from handlers.router import Router
from tests.unit.checking_in.steps import asked
from tests.unit.handlers.test_deletions import in_conversation
from tests.unit.handling import context_of
from tests.world import World

STUDENT = "USTUDENT"
USER = {"id": STUDENT, "team_id": "T1"}
TEAM = {"team": {"id": "T1"}}
OURS = {"user_id": "UBOT", "is_bot": True}
MESSAGE: dict[str, Any] = {"type": "message", "channel": "D1", "channel_type": "im", "user": STUDENT, "text": "hi"}

BROKEN: dict[str, tuple[str, dict[str, Any]]] = {
    "a press of nothing": ("action", {**TEAM, "user": USER, "actions": []}),
    "a form without a name": ("view", {**TEAM, "user": USER, "view": {"id": "V1", "state": {}}}),
    "a command without a place": ("command", {"team_id": "T1", "user_id": STUDENT, "trigger_id": "1.1"}),
    "a message without a ts": ("message", {"team_id": "T1", "event": MESSAGE}),
    "a shortcut": ("unknown", {"type": "shortcut", **TEAM, "user": USER, "callback_id": "new"}),
}


async def bring(world: World, kind: str, body: dict[str, Any]) -> int:
    """How often it was acknowledged."""
    acks: list[None] = []

    async def ack(**_: Any) -> None:
        acks.append(None)

    router = Router(context_of(world), handlers_router.ALL, hearing.heard)
    await getattr(router, f"on_{kind}")(ack, body)
    return len(acks)


def counted(kind: str) -> float:
    found = metrics.REGISTRY.get_sample_value("accord_events_total", {"kind": kind, "outcome": "malformed"})
    return found or 0.0


def told(world: World, user: str = STUDENT) -> int:
    return sum(args.get("reason") == "not-readable" for _, args in world.said(user))


@pytest.mark.parametrize(("kind", "body"), BROKEN.values(), ids=BROKEN)
async def test_it_is_acknowledged_and_counted_and_said(world: World, kind: str, body: dict[str, Any]) -> None:
    before = counted(kind)
    assert await bring(world, kind, body) == 1
    assert counted(kind) == before + 1
    assert told(world) == 1
    world.render_all()


async def test_however_much_comes_it_is_said_once_in_an_hour(world: World) -> None:
    for kind, body in (*BROKEN.values(), *BROKEN.values()):
        await bring(world, kind, body)
    assert told(world) == 1
    world.later(hours=1)
    await bring(world, *BROKEN["a press of nothing"])
    assert told(world) == 2


async def test_a_message_without_a_person_is_of_whoever_has_the_conversation(world: World) -> None:
    asked(world, world.agree())
    in_conversation(world, STUDENT, "D1")
    body = {"team_id": "T1", "event": {**MESSAGE, "user": 7, "ts": "1.1"}}
    assert await bring(world, "message", body) == 1
    assert told(world) == 1


def said_by(**changed: Any) -> dict[str, Any]:
    """A message without a ts."""
    return {"team_id": "T1", "authorizations": [OURS], "event": {**MESSAGE, **changed}}


@pytest.mark.parametrize(
    "body",
    [
        {"event": MESSAGE},
        said_by(user="U\x00"),
        said_by(bot_id="B1"),
        said_by(user="UBOT"),
        said_by(user="USLACKBOT"),
    ],
    ids=["of no workspace", "of nobody", "a bot's", "ours", "Slack's own"],
)
async def test_nobody_is_told_where_nobody_wrote(world: World, body: dict[str, Any]) -> None:
    assert await bring(world, "message", body) == 1
    assert world.deliveries() == []


async def test_an_event_of_an_unknown_kind_is_nobodys_doing(world: World) -> None:
    before = counted("unknown")
    body = {"team_id": "T1", "event_id": "Ev1", "event": {"type": "emoji_changed", "user": STUDENT}}
    assert await bring(world, "unknown", body) == 1
    assert counted("unknown") == before + 1
    assert world.deliveries() == []


async def test_a_broken_event_is_counted_and_nobody_is_told(world: World) -> None:
    before = counted("event")
    assert await bring(world, "event", {"team_id": "T1", "event": {"type": "user_change", "user": USER}}) == 1
    assert counted("event") == before + 1
    assert world.deliveries() == []


@pytest.mark.parametrize(
    "body",
    [
        None,
        7,
        [],
        {"team": [], "user": 7},
        {"team_id": "T1", "event": [], "authorizations": [{"user_id": [], "is_bot": 1}]},
    ],
)
async def test_anything_at_all_is_borne(world: World, body: Any) -> None:
    await Router(context_of(world), handlers_router.ALL, hearing.heard).on_unreadable(body)
    assert world.deliveries() == []

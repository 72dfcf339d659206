"""Nothing is acknowledged before it is committed, and what could not be committed not at all."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from handlers import hearing, router
from handlers.router import Router
from tests.unit.handling import context_of
from tests.world import World


def router_of(world: World, happened: list[str], *, away: bool) -> Router:
    """A router whose runner says when it has committed; `away`: the database is."""
    context = context_of(world)
    once = context.runner.once

    async def commits(*args: Any, **kwargs: Any) -> Any:
        if away:
            raise OperationalError("COMMIT", {}, Exception("the server closed the connection"))
        result = await once(*args, **kwargs)
        happened.append("committed")
        return result

    context.runner.once = commits  # type: ignore[method-assign]
    return Router(replace(context), router.ALL, hearing.heard)


def said(world: World) -> dict[str, Any]:
    event = {"type": "message", "channel_type": "im", "channel": "D1", "user": world.student.user, "text": "hi"}
    return {"type": "event_callback", "team_id": world.student.workspace, "event": {**event, "ts": "1.1"}}


async def test_a_message_is_acknowledged_after_the_commit(world: World) -> None:
    happened: list[str] = []

    async def ack() -> None:
        happened.append("acknowledged")

    await router_of(world, happened, away=False).on_message(ack, said(world))  # type: ignore[arg-type]
    assert happened == ["committed", "acknowledged"]


async def test_a_message_that_can_not_be_committed_is_not_acknowledged(world: World) -> None:
    happened: list[str] = []

    async def ack() -> None:
        happened.append("acknowledged")

    with pytest.raises(OperationalError):
        await router_of(world, happened, away=True).on_message(ack, said(world))  # type: ignore[arg-type]
    assert happened == []

"""A deleted message is told of in three forms; each says the same, once, whoever Slack lets sign it."""

from typing import Any

import pytest
from sqlalchemy import update

from bot.activities.set_up import reads
from bot.domain.outbox import DeliveryState
from handlers import hearing
from handlers import router as handlers_router
from handlers.inbound import Said, said_of
from handlers.router import Router
from storage.queries.lanes import outbox
from tests.unit.checking_in.answers import say
from tests.unit.checking_in.steps import asked, replies
from tests.unit.handling import context_of
from tests.world import World

STUDENT = "USTUDENT"
BOTS = [{"team_id": "T1", "user_id": "UBOT", "is_bot": True}]
WRITTEN = {"type": "message", "user": STUDENT, "text": "my friend hit me", "ts": "1.1"}
STONE = {
    "type": "message",
    "subtype": "tombstone",
    "user": "USLACKBOT",
    "text": "This message was deleted.",
    "ts": "1.1",
}
AROUND = {"type": "message", "channel": "D1", "channel_type": "im", "hidden": True, "ts": "9.1", "event_ts": "9.1"}

DELETED = {**AROUND, "subtype": "message_deleted", "deleted_ts": "1.1"}
BURIED = {**AROUND, "subtype": "message_changed", "message": STONE}

FORMS: dict[str, dict[str, Any]] = {
    "deleted": {**DELETED, "previous_message": WRITTEN},
    "deleted, and nothing said of it": DELETED,
    "replies below it stay": {**BURIED, "previous_message": WRITTEN},
    "replies below it stay, and nothing said of it": BURIED,
    "replies below it gone too": {**DELETED, "previous_message": STONE},
    "a stone alone": {**STONE, "channel": "D1", "channel_type": "im"},
}


def body(event: dict[str, Any]) -> dict[str, Any]:
    return {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "authorizations": BOTS, "event": event}


def deletion(event: dict[str, Any]) -> Said:
    said = said_of(body(event))
    assert said is not None
    return said


@pytest.mark.parametrize("event", FORMS.values(), ids=FORMS)
def test_it_says_which_message_is_gone_and_nothing_of_it(event: dict[str, Any]) -> None:
    said = deletion(event)
    assert (said.text, said.ts, said.deleted, said.edited, said.incoming) == ("", "1.1", True, False, "deletion:D1:1.1")
    assert said.actor.user == (STUDENT if event.get("previous_message") is WRITTEN else "")


@pytest.mark.parametrize(
    "event",
    [
        {**DELETED, "previous_message": {**WRITTEN, "user": "UBOT", "bot_id": "B1"}},
        {**DELETED, "previous_message": {**WRITTEN, "user": "UBOT"}},
        {**BURIED, "previous_message": {**WRITTEN, "user": "UBOT", "bot_id": "B1"}},
        {**AROUND, "subtype": "message_changed", "message": {**WRITTEN, "user": "UBOT"}},
    ],
)
def test_what_accord_itself_changes_is_no_persons(event: dict[str, Any]) -> None:
    assert said_of(body(event)) is None


def answered(world: World) -> int:
    """The student has written to Accord, which has answered in D1."""
    check_in = asked(world, world.agree())
    say(world, check_in, "my friend hit me")
    in_conversation(world, STUDENT, "D1")
    return check_in


def in_conversation(world: World, user: str, channel: str) -> None:
    """What waits for them has been sent, in this conversation."""
    sent = {"state": DeliveryState.SENT.value, "channel": channel, "ts": "5.1", "sent_at": world.now}
    with world.engine.begin() as connection:
        connection.execute(update(outbox).where(outbox.c.lane == user).values(sent))


@pytest.mark.parametrize("event", FORMS.values(), ids=FORMS)
async def test_the_words_are_taken_back(world: World, event: dict[str, Any]) -> None:
    check_in = answered(world)
    await tell(world, event)
    assert replies(world, check_in)[0].typed == {}


async def test_they_are_taken_back_once(world: World) -> None:
    answered(world)
    for event in FORMS.values():
        await tell(world, event)
    assert world.kinds(STUDENT).count("words-taken-back") == 1


async def test_nobody_takes_back_in_a_conversation_that_is_not_known(world: World) -> None:
    check_in = answered(world)
    await tell(world, {**DELETED, "channel": "D9"})
    assert list(replies(world, check_in)[0].typed) == ["1.1"]


def test_a_conversation_is_known_by_what_was_said_there(world: World) -> None:
    answered(world)
    in_conversation(world, "UTEACHER", "D2")
    assert world.do(reads.conversation, world.accord, "D1") == STUDENT
    assert world.do(reads.conversation, world.accord, "D2") == "UTEACHER"
    assert world.do(reads.conversation, world.accord, "D3") is None


async def tell(world: World, event: dict[str, Any]) -> None:
    async def ack() -> None: ...

    router = Router(context_of(world), handlers_router.ALL, hearing.heard)
    await router.on_message(ack, body(event))  # type: ignore[arg-type]

"""Messages as the app is told of them: replies in a thread, deletions in their three forms, files, the third person."""

from __future__ import annotations

import pytest

from sandbox import events, posting
from sandbox.posting import Draft
from sandbox.state import Conversation, Json, Post, View
from sandbox.web_api.files import store
from tests.sandbox.conformance.world import DOCS, World

MESSAGE = f"{DOCS}/reference/events/message"
REPLIED = f"{MESSAGE}/message_replied"
BROADCAST = f"{MESSAGE}/thread_broadcast"
DELETED = f"{MESSAGE}/message_deleted"


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def dm(world: World) -> Conversation:
    return world.core.im_of("U_ANA")


def told(world: World) -> list[Json]:
    return [envelope.payload["event"] for envelope in world.core.deliveries.all]


def written(world: World, place: Conversation, draft: Draft, author: str = "U_ANA") -> tuple[Post, Json]:
    """A message, and what the app is told of it."""
    post = posting.post(world.core, place, author, draft)
    events.message_posted(world.core, place, post)
    return post, told(world)[-1]


def test_a_reply_names_its_root_and_who_wrote_that(world: World, dm: Conversation) -> None:
    asked, _ = written(world, dm, Draft("How many?"), world.bot)
    _, reply = written(world, dm, Draft("7", thread_ts=asked.ts))
    assert (reply["thread_ts"], reply["parent_user_id"]) == (asked.ts, world.bot), REPLIED
    assert "subtype" not in reply, REPLIED
    assert reply["channel_type"] == "im"


def test_a_root_with_replies_names_itself(world: World, dm: Conversation) -> None:
    root, first = written(world, dm, Draft("5"))
    assert "thread_ts" not in first
    written(world, dm, Draft("and more", thread_ts=root.ts))
    posting.change(world.core, dm, root, Draft("6"))
    assert told(world)[-1]["message"]["thread_ts"] == root.ts, REPLIED


def test_a_reply_that_is_sent_to_the_conversation_too(world: World, dm: Conversation) -> None:
    asked, _ = written(world, dm, Draft("How many?"), world.bot)
    _, reply = written(world, dm, Draft("7", thread_ts=asked.ts, broadcast=True))
    assert reply["subtype"] == "thread_broadcast", BROADCAST
    assert reply["root"]["ts"] == asked.ts, BROADCAST


def test_a_message_in_the_third_person(world: World, dm: Conversation) -> None:
    _, event = written(world, dm, Draft("did 5 of 10", me=True))
    assert event["subtype"] == "me_message", f"{MESSAGE}/me_message"


def test_a_file_in_a_thread(world: World, dm: Conversation) -> None:
    asked, _ = written(world, dm, Draft("How many?"), world.bot)
    file = store(world.core, "photo.jpg", b"JPEG", "U_ANA")
    _, event = written(world, dm, Draft("", thread_ts=asked.ts, files=[file.id]))
    assert event["subtype"] == "file_share", f"{MESSAGE}/file_share"
    assert event["files"][0]["name"] == "photo.jpg"
    assert (event["upload"], event["thread_ts"]) == (True, asked.ts)


def test_a_message_without_replies_is_deleted(world: World, dm: Conversation) -> None:
    post, _ = written(world, dm, Draft("5"))
    posting.delete(world.core, dm, post)
    event = told(world)[-1]
    assert (event["subtype"], event["deleted_ts"]) == ("message_deleted", post.ts), DELETED
    assert post.ts not in dm.by_ts


def test_a_message_with_replies_becomes_a_tombstone(world: World, dm: Conversation) -> None:
    post, _ = written(world, dm, Draft("5, my secret"))
    written(world, dm, Draft("and more", thread_ts=post.ts))
    posting.delete(world.core, dm, post)
    event = told(world)[-1]
    assert event["subtype"] == "message_changed", MESSAGE
    assert event["message"] | {"subtype": "tombstone", "user": "USLACKBOT", "hidden": True} == event["message"]
    assert (event["message"]["ts"], event["message"]["thread_ts"]) == (post.ts, post.ts)
    assert "secret" not in str(event["message"])
    assert event["previous_message"]["text"] == "5, my secret"


def test_a_tombstone_goes_with_the_last_reply(world: World, dm: Conversation) -> None:
    post, _ = written(world, dm, Draft("5"))
    reply, _ = written(world, dm, Draft("and more", thread_ts=post.ts))
    posting.delete(world.core, dm, post)
    posting.delete(world.core, dm, reply)
    last = told(world)[-1]
    assert (last["subtype"], last["previous_message"]["subtype"]) == ("message_deleted", "tombstone"), DELETED
    assert dm.posts == []


def test_a_thread_below_a_tombstone_can_be_read(world: World, dm: Conversation) -> None:
    post, _ = written(world, dm, Draft("5"))
    written(world, dm, Draft("and more", thread_ts=post.ts))
    posting.delete(world.core, dm, post)
    body = world.call("conversations.replies", {"channel": dm.id, "ts": post.ts}).body
    shown = [message.get("subtype") for message in body["messages"]]
    assert shown == ["tombstone", None], f"{DOCS}/reference/methods/conversations.replies"


def test_a_watcher_sees_what_is_shown_and_what_it_becomes(world: World, dm: Conversation) -> None:
    seen: list[str] = []

    def watch(what: Post | View) -> None:
        seen.append(what.text if isinstance(what, Post) else what.body["blocks"][0]["text"]["text"])

    stop = world.core.watch(watch)
    world.call("chat.postMessage", {"channel": dm.id, "text": "one"})
    ts = dm.posts[-1].ts
    world.call("chat.update", {"channel": dm.id, "ts": ts, "text": "two"})
    header = {"type": "header", "text": {"type": "plain_text", "text": "three"}}
    world.call("views.publish", {"user_id": "U_ANA", "view": {"type": "home", "blocks": [header]}})
    stop()
    world.call("chat.postMessage", {"channel": dm.id, "text": "four"})
    assert seen == ["one", "two", "three"]

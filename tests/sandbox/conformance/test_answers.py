"""What acknowledgements and response_urls do, and what interactions look like."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sandbox import answers, interactions, viewing
from sandbox.deliveries import Envelope
from sandbox.errors import Refusal
from sandbox.interactions import OnMessage
from sandbox.posting import Draft, post
from sandbox.seeing import Message
from sandbox.state import View
from tests.sandbox.conformance.build import actions, button, element, field, modal, option, options, select
from tests.sandbox.conformance.world import DOCS, World

Json = dict[str, Any]
HANDLING = f"{DOCS}/interactivity/handling-user-interaction"
MODALS = f"{DOCS}/surfaces/modals"
PAYLOADS = f"{DOCS}/reference/interaction-payloads"


def submitted(world: World, **more: Any) -> tuple[View, Envelope]:
    """Ana submits a modal with one field, `b`."""
    view = viewing.open_view(world.core, world.names["$trigger"], modal(field(block_id="b"), **more))
    return view, interactions.submit(world.core, "U_ANA", view)


ANSWERS = [
    ("nothing closes it", None, 0, None),
    ("an empty answer closes it", {}, 0, None),
    ("clear closes all", {"response_action": "clear"}, 0, None),
    ("errors keep it", {"response_action": "errors", "errors": {"b": "No"}}, 1, None),
    ("update keeps it", {"response_action": "update", "view": modal()}, 1, None),
    ("push adds one", {"response_action": "push", "view": modal()}, 2, None),
    ("errors for a block that is not there", {"response_action": "errors", "errors": {"x": "No"}}, 1, "x"),
    ("errors without errors", {"response_action": "errors"}, 1, "errors"),
    ("an empty error", {"response_action": "errors", "errors": {"b": ""}}, 1, "text"),
    ("an unknown action", {"response_action": "close"}, 1, "close"),
    ("an answer without action", {"text": "thanks"}, 1, "response_action"),
    ("update to a bad view", {"response_action": "update", "view": {"type": "modal"}}, 1, "invalid_arguments"),
    ("push without a view", {"response_action": "push"}, 1, "invalid_arguments"),
]


@pytest.mark.parametrize(("name", "answer", "open_views", "problem"), ANSWERS, ids=[case[0] for case in ANSWERS])
def test_the_answer_to_a_submission(name: str, answer: Json | None, open_views: int, problem: str | None) -> None:
    world = World()
    _, envelope = submitted(world)
    answers.acknowledge(world.core, envelope, answer)
    assert len(world.core.state.stacks["U_ANA"]) == open_views, MODALS
    assert (envelope.problem is None) is (problem is None), envelope.problem
    assert (problem or "") in (envelope.problem or "")


def test_a_second_acknowledgement_has_no_effect() -> None:
    world = World()
    view, envelope = submitted(world)
    answers.acknowledge(world.core, envelope, {"response_action": "errors", "errors": {"b": "No"}})
    answers.acknowledge(world.core, envelope, None)
    assert world.core.state.stacks["U_ANA"] == [view.id]
    assert len(envelope.acks) == 2


def test_an_answer_that_comes_too_late_has_no_effect() -> None:
    world = World()
    view, envelope = submitted(world)
    world.core.deliveries.give_up(envelope)
    answers.acknowledge(world.core, envelope, None)
    assert world.core.state.stacks["U_ANA"] == [view.id], HANDLING


COMMANDS = [
    ("nothing says nothing", None, None),
    ("text is for its author only", {"text": "a"}, "U_ANA"),
    ("ephemeral is the default", {"text": "a", "response_type": "ephemeral"}, "U_ANA"),
    ("in_channel is for everybody", {"text": "a", "response_type": "in_channel"}, "everybody"),
]


@pytest.mark.parametrize(("name", "answer", "reader"), COMMANDS, ids=[case[0] for case in COMMANDS])
def test_the_answer_to_a_command(name: str, answer: Json | None, reader: str | None) -> None:
    world = World()
    place = world.core.state.conversations["C_BIO"]
    before = len(place.posts)
    envelope = interactions.command(world.core, "U_ANA", place, "/accord", "help")
    answers.acknowledge(world.core, envelope, answer)
    new = [message.ephemeral_to or "everybody" for message in place.posts[before:]]
    assert new == ([reader] if reader else []), f"{DOCS}/interactivity/implementing-slash-commands"


def pressed(world: World, inner: Json, chosen: Json | None = None, *, to: str | None = None) -> Json:
    """Ana presses an element of a message in C_BIO; returns the payload."""
    place = world.core.state.conversations["C_BIO"]
    blocks = [actions(inner | {"action_id": "a"}, block_id="b")]
    message = post(world.core, place, world.bot, Draft("x", blocks=blocks), to=to)
    where = OnMessage(place, message, Message.of(world.core, message).shape)
    element_ = blocks[0]["elements"][0]
    return interactions.act(world.core, "U_ANA", where, blocks[0], element_, chosen).payload


def test_a_press_tells_where_what_and_who() -> None:
    world = World()
    payload = pressed(world, button(value="7", style="primary"))
    assert payload["type"] == "block_actions", f"{PAYLOADS}/block_actions-payload"
    assert payload["user"]["id"] == "U_ANA"
    assert payload["channel"] == {"id": "C_BIO", "name": "bio"}
    assert payload["message"]["bot_id"] == world.core.state.bot_id
    assert payload["container"]["message_ts"] == payload["message"]["ts"]
    assert payload["state"] == {"values": {}}
    [action] = payload["actions"]
    assert {action["action_id"], action["block_id"], action["value"], action["type"]} == {"a", "b", "7", "button"}
    assert float(action["action_ts"]) > float(payload["message"]["ts"])


def test_an_ephemeral_message_is_not_in_its_press() -> None:
    payload = pressed(World(), button(), to="U_ANA")
    assert payload["container"]["is_ephemeral"] is True, HANDLING
    assert "message" not in payload


def test_a_choice_is_in_the_action_and_in_the_state() -> None:
    chosen = {"type": "static_select", "selected_option": option("1")}
    payload = pressed(World(), select(options=options(2)), chosen)
    assert payload["actions"][0]["selected_option"]["value"] == "1", f"{PAYLOADS}/block_actions-payload"
    assert payload["state"]["values"]["b"]["a"] == chosen


def test_an_overflow_menus_choice_is_in_the_action_only() -> None:
    payload = pressed(World(), element("overflow", options=options(2)), option("1"))
    assert payload["actions"][0]["selected_option"]["value"] == "1", f"{PAYLOADS}/block_actions-payload"
    assert payload["state"]["values"] == {}


def test_a_submission_carries_the_state_of_every_field() -> None:
    world = World()
    view = viewing.open_view(
        world.core,
        world.names["$trigger"],
        modal(
            field(element("plain_text_input", action_id="t", initial_value="first"), block_id="typed"),
            field(element("checkboxes", action_id="c", options=options(2)), block_id="ticked", optional=True),
            field(element("datepicker", action_id="d"), block_id="day", optional=True),
        ),
    )
    values = interactions.submit(world.core, "U_ANA", view).payload["view"]["state"]["values"]
    assert values == {
        "typed": {"t": {"type": "plain_text_input", "value": "first"}},
        "ticked": {"c": {"type": "checkboxes", "selected_options": []}},
        "day": {"d": {"type": "datepicker", "selected_date": None}},
    }, f"{PAYLOADS}/view-interactions-payload"


@pytest.mark.parametrize("asked", [True, False])
def test_a_closed_view_is_told_when_asked_for(asked: bool) -> None:
    world = World()
    view = viewing.open_view(world.core, world.names["$trigger"], modal(notify_on_close=asked))
    envelope = interactions.closed(world.core, "U_ANA", view, cleared=False)
    assert (envelope is not None) is asked, f"{PAYLOADS}/view-interactions-payload"


def url_of(world: World) -> str:
    place = world.core.state.conversations["C_BIO"]
    payload = interactions.command(world.core, "U_ANA", place, "/accord", "").payload
    return str(payload["response_url"]).rpartition("/")[2]


@pytest.mark.parametrize(
    ("minutes", "uses", "expect"),
    [(0, 5, "ok"), (0, 6, "used_url"), (29, 1, "ok"), (31, 1, "expired_url")],
)
def test_a_response_url_lives_half_an_hour_and_five_uses(minutes: int, uses: int, expect: str) -> None:
    world = World()
    url = world.core.state.response_urls[url_of(world)]
    world.clock.advance(timedelta(minutes=minutes))
    result = "ok"
    try:
        for _ in range(uses):
            answers.use_response_url(world.core, url, {"text": "a"})
    except Refusal as refusal:
        result = refusal.error
    assert result == expect, f"{HANDLING} (the errors' names are not documented)"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ({"text": "new"}, ["x", "new"]),
        ({"text": "new", "replace_original": True}, ["new"]),
        ({"delete_original": True}, []),
        ({"text": "new", "replace_original": False}, ["x", "new"]),
    ],
)
def test_a_response_url_can_replace_and_delete(body: Json, texts: list[str]) -> None:
    world = World()
    place = world.core.state.conversations["C_BIO"]
    before = len(place.posts)
    payload = pressed(world, button())
    url = world.core.state.response_urls[payload["response_url"].rpartition("/")[2]]
    answers.use_response_url(world.core, url, body)
    assert [message.text for message in place.posts[before:]] == texts, HANDLING

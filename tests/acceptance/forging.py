"""Payloads that no button of Accord would send, and what is written down about a school."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.demo.scene import School
from prompts.words import words_for
from sandbox import interactions
from sandbox.finding import Screen, find_press
from sandbox.interactions import OnMessage
from sandbox.people import Person
from sandbox.seeing import Message
from sandbox.state import View

AROUND = frozenset(
    {"outbox", "home", "incoming", "pace", "errand", "person", "presence", "alembic_version", "sqlite_sequence"}
)
"""What is no fact about the class: messages on their way, what came in, when we listened, and what Slack says of
people."""

Facts = Mapping[str, list[tuple[Any, ...]]]


def facts(path: Path) -> Facts:
    """Every row that says something about the class, by table."""
    with sqlite3.connect(path) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {n: sorted(database.execute(f'SELECT * FROM "{n}"'), key=repr) for n in names if n not in AROUND}


def refusal(key: str, **args: str | int) -> str:
    """What somebody reads when they are refused."""
    return words_for()(f"refusal-{key}", **args)


def on_message(scene: School, message: Message) -> OnMessage:
    place = scene.ws.core.state.conversations[message.channel]
    return OnMessage(place, place.by_ts[message.ts], message.shape)


async def forges_press(scene: School, who: Person, on: Message, pressed: str, **changed: str) -> None:
    """`who` sends a press of a button of `on`, with its `action_id` or `value` changed."""
    where = on_message(scene, on)
    found = find_press([Screen("forged", where, on.blocks, {})], pressed)
    envelope = interactions.act(scene.ws.core, who.id, where, found.block, {**found.element, **changed}, None)
    await scene.ws.answered(envelope)
    await scene.quiet()


async def forges_form(
    scene: School, who: Person, callback: str, metadata: str, values: Mapping[str, str]
) -> dict[str, str]:
    """`who` sends a form that nobody opened for them; returns the errors under its fields."""
    blocks = [
        {
            "type": "input",
            "block_id": name,
            "label": {"type": "plain_text", "text": name},
            "element": {"type": "plain_text_input", "action_id": name},
        }
        for name in values
    ]
    body = {
        "type": "modal",
        "callback_id": callback,
        "private_metadata": metadata,
        "title": {"type": "plain_text", "text": "Forged"},
        "submit": {"type": "plain_text", "text": "Send"},
        "blocks": blocks,
    }
    core = scene.ws.core
    view = View(core.ids.new("V"), "modal", who.id, body, "0.0", "")
    view.root_id = view.id
    view.inputs = {n: {n: {"type": "plain_text_input", "value": v}} for n, v in values.items()}
    core.state.views[view.id] = view
    sent = interactions.submit(core, who.id, view)
    await scene.ws.answered(sent)
    await scene.quiet()
    errors: dict[str, str] = (sent.acks[0].payload or {}).get("errors", {})
    return errors

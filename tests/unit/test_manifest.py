"""manifest.yml asks for what the program really uses, nothing more."""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from handlers.router import ALL as ALL_ROUTES

ROOT = Path(__file__).parents[2]
MANIFEST: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yml").read_text("utf-8"))

NEEDS = {
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "conversations.open": "im:write",
    "conversations.history": "im:history",
    "conversations.members": "channels:read",
    "files.info": "files:read",
    "files.delete": "files:write",
    "files.completeUploadExternal": "files:write",
    "files.getUploadURLExternal": "files:write",
    "users.info": "users:read",
}
"""What Accord calls, and the scope that Slack's page of the method names. Views need none."""


def test_events_are_those_that_handlers_answer() -> None:
    handled = {e for routes in ALL_ROUTES for e in routes.events} | {"message.im"}
    assert set(MANIFEST["settings"]["event_subscriptions"]["bot_events"]) == handled


def test_scopes_are_those_that_the_calls_need() -> None:
    wanted = set(NEEDS.values()) | {"commands", "groups:read", "users:read.email"}
    # a class channel may be private, and users.list tells addresses only where it may
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == wanted


def test_what_may_be_declined_is_asked_for() -> None:
    scopes = MANIFEST["oauth_config"]["scopes"]
    assert set(scopes["bot_optional"]) < set(scopes["bot"])


def test_the_command_hint_names_the_words_that_are_handled() -> None:
    (command,) = MANIFEST["features"]["slash_commands"]
    hinted = {part.split()[0] for part in command["usage_hint"].split("|")}
    assert hinted == {w for routes in ALL_ROUTES for w in routes.commands if w}


def test_shortcuts_are_those_that_handlers_answer() -> None:
    named = {shortcut["callback_id"] for shortcut in MANIFEST["features"]["shortcuts"]}
    assert named == {name for routes in ALL_ROUTES for name in routes.shortcuts}
    assert {shortcut["type"] for shortcut in MANIFEST["features"]["shortcuts"]} == {"message"}


def test_slacks_schema_accepts_it() -> None:
    places = [os.environ.get("SLACK_MANIFEST_SCHEMA", ""), str(ROOT.parent / "shared/slack/manifest.schema.2.0.0.json")]
    schema = next((Path(p) for p in places if p and Path(p).is_file()), None)
    if schema is None:
        pytest.skip("Slack's manifest schema is not at hand: set SLACK_MANIFEST_SCHEMA to its path to check it")
    jsonschema.Draft7Validator(json.loads(schema.read_text("utf-8"))).validate(MANIFEST)

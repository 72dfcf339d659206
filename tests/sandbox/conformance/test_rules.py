# ruff: noqa: E501 - a table is read by its rows
"""Rules of every call: tokens, scopes, rates; and which events an app is sent."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sandbox import events, posting
from sandbox.manifest import AppConfig, parse
from sandbox.posting import Draft
from tests.sandbox.conformance.world import DOCS, World

SCOPES = f"{DOCS}/reference/scopes"
RATES = f"{DOCS}/apis/web-api/rate-limits"
TOKENS = f"{DOCS}/authentication/tokens"

NEEDED = [
    ("chat.postMessage", {"channel": "C_BIO", "text": "a"}, "chat:write"),
    ("chat.update", {"channel": "C_BIO", "ts": "$bot_ts", "text": "a"}, "chat:write"),
    ("chat.delete", {"channel": "C_BIO", "ts": "$bot_ts"}, "chat:write"),
    ("chat.postEphemeral", {"channel": "C_BIO", "user": "U_ANA", "text": "a"}, "chat:write"),
    ("conversations.open", {"users": "U_ANA"}, "im:write"),
    ("conversations.info", {"channel": "C_BIO"}, "channels:read"),
    ("conversations.info", {"channel": "P_STAFF"}, "groups:read"),
    ("conversations.info", {"channel": "$dm"}, "im:read"),
    ("conversations.members", {"channel": "C_BIO"}, "channels:read"),
    ("conversations.members", {"channel": "P_STAFF"}, "groups:read"),
    ("conversations.history", {"channel": "C_BIO"}, "channels:history"),
    ("conversations.history", {"channel": "$dm"}, "im:history"),
    ("conversations.replies", {"channel": "C_BIO", "ts": "$bot_ts"}, "channels:history"),
    ("conversations.list", {"types": "private_channel"}, "groups:read"),
    ("users.info", {"user": "U_ANA"}, "users:read"),
    ("users.list", {}, "users:read"),
    ("users.lookupByEmail", {"email": "ana@school.example"}, "users:read.email"),
    ("files.info", {"file": "$file"}, "files:read"),
    ("files.getUploadURLExternal", {"filename": "a", "length": 1}, "files:write"),
    ("reactions.add", {"channel": "C_BIO", "timestamp": "$bot_ts", "name": "tada"}, "reactions:write"),
    ("pins.add", {"channel": "C_BIO", "timestamp": "$bot_ts"}, "pins:write"),
    ("team.info", {}, "team:read"),
]  # fmt: skip
OTHER = {"channels:read": "groups:read", "groups:read": "channels:read", "im:read": "channels:read"}
HISTORY = {"channels:history": "groups:history", "im:history": "channels:history"}


@pytest.mark.parametrize(("method", "args", "scope"), NEEDED, ids=[f"{m} {s}" for m, _, s in NEEDED])
def test_a_scope_is_needed(method: str, args: dict[str, Any], scope: str) -> None:
    other = {**OTHER, **HISTORY}.get(scope, "commands")
    without = World(AppConfig(scopes=frozenset({other})))
    body = without.call(method, args).body
    assert body["error"] == "missing_scope", SCOPES
    assert scope in body["needed"].split(",")
    assert body["provided"] == other
    with_it = World(AppConfig(scopes=frozenset({scope})))
    assert with_it.call(method, args).body["ok"], SCOPES


@pytest.mark.parametrize("method", ["auth.test", "views.publish"])
def test_some_methods_need_no_scope(method: str) -> None:
    world = World(AppConfig(scopes=frozenset()))
    args = {"user_id": "U_ANA", "view": {"type": "home", "blocks": []}}
    assert world.call(method, args).body["ok"], SCOPES


@pytest.mark.parametrize(
    ("scopes", "expect"), [({"chat:write"}, "not_in_channel"), ({"chat:write", "chat:write.public"}, "ok")]
)
def test_posting_where_the_bot_is_not(scopes: set[str], expect: str) -> None:
    world = World(AppConfig(scopes=frozenset(scopes)))
    body = world.call("chat.postMessage", {"channel": "C_OPEN", "text": "a"}).body
    assert body.get("error", "ok") == expect, f"{SCOPES}/chat.write.public"


@pytest.mark.parametrize(
    ("scopes", "address"), [({"users:read"}, None), ({"users:read", "users:read.email"}, "ana@school.example")]
)
def test_an_address_needs_its_scope(scopes: set[str], address: str | None) -> None:
    world = World(AppConfig(scopes=frozenset(scopes)))
    body = world.call("users.info", {"user": "U_ANA"}).body
    assert body["user"]["profile"].get("email") == address, f"{SCOPES}/users.read.email"


@pytest.mark.parametrize(
    ("token", "method", "expect"),
    [
        ("", "auth.test", "not_authed"),
        ("xoxb-wrong", "auth.test", "invalid_auth"),
        ("$app", "chat.postMessage", "not_allowed_token_type"),
        ("$bot", "apps.connections.open", "not_allowed_token_type"),
        ("$app", "apps.connections.open", "ok"),
        ("$bot", "auth.test", "ok"),
    ],
)
def test_a_token(token: str, method: str, expect: str) -> None:
    world = World()
    known = {"$app": world.core.app_token, "$bot": world.core.bot_token}
    body = world.call(method, {"channel": "C_BIO", "text": "a"}, known.get(token, token)).body
    assert body.get("error", "ok") == expect, TOKENS


def test_a_token_may_be_an_argument() -> None:
    world = World()
    assert world.call("auth.test", {"token": world.core.bot_token}, "").body["ok"], TOKENS


def test_an_uninstalled_app_is_locked_out() -> None:
    world = World()
    world.core.state.installed = False
    world.core.state.tokens[world.core.bot_token].revoked = True
    assert world.call("auth.test", {}).body["error"] == "account_inactive", TOKENS


def test_the_answer_names_the_scopes() -> None:
    headers = World(AppConfig(scopes=frozenset({"users:read"}))).call("users.list", {}).headers
    assert headers["X-OAuth-Scopes"] == "users:read", SCOPES
    assert headers["X-Accepted-OAuth-Scopes"] == "users:read", SCOPES


TIERS = [
    ("conversations.list", {}, 20), ("users.list", {}, 20), ("pins.add", {"channel": "C_BIO"}, 20),
    ("chat.update", {"channel": "C_BIO", "ts": "$bot_ts", "text": "a"}, 50),
    ("chat.delete", {"channel": "C_BIO", "ts": "1.000001"}, 50), ("conversations.open", {"users": "U_ANA"}, 50),
    ("conversations.info", {"channel": "C_BIO"}, 50), ("conversations.history", {"channel": "C_BIO"}, 50),
    ("conversations.replies", {"channel": "C_BIO", "ts": "$bot_ts"}, 50),
    ("users.lookupByEmail", {"email": "ana@school.example"}, 50),
    ("users.info", {"user": "U_ANA"}, 100), ("conversations.members", {"channel": "C_BIO"}, 100),
    ("views.publish", {"user_id": "U_ANA", "view": {"type": "home", "blocks": []}}, 100),
    ("files.info", {"file": "$file"}, 100), ("chat.postEphemeral", {"channel": "C_BIO", "user": "U_ANA", "text": "a"}, 100),
]  # fmt: skip


@pytest.mark.parametrize(("method", "args", "limit"), TIERS, ids=[tier[0] for tier in TIERS])
def test_a_tier(method: str, args: dict[str, Any], limit: int) -> None:
    world = World()
    world.core.rates.enabled = True
    answers = [world.call(method, args) for _ in range(limit + 1)]
    assert [answer.status for answer in answers] == [200] * limit + [429], RATES
    assert answers[-1].body["error"] == ("rate_limited" if method.startswith("chat.post") else "ratelimited")
    wait = int(answers[-1].headers["Retry-After"])
    world.clock.advance(timedelta(seconds=wait))
    assert world.call(method, args).status == 200, RATES


def test_a_channel_takes_a_short_burst_and_then_one_a_second() -> None:
    world = World()
    world.core.rates.enabled = True
    args = {"channel": "C_BIO", "text": "a"}
    answers = [world.call("chat.postMessage", args) for _ in range(6)]
    assert [answer.status for answer in answers] == [200] * 5 + [429], "the size of a burst is not documented"
    assert answers[-1].body["error"] == "rate_limited", RATES
    assert answers[-1].headers["Retry-After"] == "1"
    assert world.call("chat.postMessage", {"channel": "U_ANA", "text": "a"}).status == 200
    world.clock.advance(timedelta(seconds=1))
    assert [world.call("chat.postMessage", args).status for _ in range(2)] == [200, 429]


def test_rates_are_off_unless_asked_for() -> None:
    world = World()
    assert {world.call("users.list", {}).status for _ in range(50)} == {200}


def sent(world: World) -> list[str]:
    return [envelope.payload["event"]["type"] for envelope in world.core.deliveries.all]


@pytest.mark.parametrize(
    ("channel", "subscription", "told"),
    [
        ("$dm", "message.im", True),
        ("$dm", "message.channels", False),
        ("C_BIO", "message.channels", True),
        ("C_BIO", "message.im", False),
        ("C_OPEN", "message.channels", False),
        ("P_STAFF", "message.groups", True),
        ("P_SECRET", "message.groups", False),
    ],
)
def test_only_subscribed_events_of_places_the_bot_is_in_are_sent(channel: str, subscription: str, told: bool) -> None:
    world = World(AppConfig(events=frozenset({subscription})))
    place = world.core.state.conversations[world.named(channel)]
    author = place.members[0]
    events.message_posted(world.core, place, posting.post(world.core, place, author, Draft("a")))
    assert sent(world) == (["message"] if told else []), f"{DOCS}/reference/events/{subscription}"


def test_a_manifest_says_what_an_app_may_do() -> None:
    app = parse(
        {
            "display_information": {"name": "Accord"},
            "features": {
                "app_home": {"home_tab_enabled": True},
                "slash_commands": [{"command": "/accord", "description": "x", "should_escape": True}],
                "shortcuts": [{"name": "Start", "type": "global", "callback_id": "start", "description": "x"}],
            },
            "oauth_config": {"scopes": {"bot": ["chat:write"]}},
            "settings": {
                "event_subscriptions": {"bot_events": ["message.im"]},
                "interactivity": {"is_enabled": True},
                "socket_mode_enabled": True,
            },
        }
    )
    assert app.scopes == {"chat:write"}, f"{DOCS}/reference/app-manifest"
    assert app.events == {"message.im"}
    assert app.commands == app.escaping_commands == {"/accord"}
    assert [shortcut.callback_id for shortcut in app.shortcuts] == ["start"]
    assert app.home_enabled
    assert app.socket_mode

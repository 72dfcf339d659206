"""What Slack would never send is answered too, before Bolt breaks on it."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.slack.bolt import for_bolt, readable

WORDS = "type event view user team team_id enterprise channel actions authorizations response_urls message item id"
NAMES = st.sampled_from(sorted(WORDS.split()))
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=10,
)

BROKEN: tuple[Any, ...] = (
    *(None, [], "x", 7, {"view": "V1"}, {"team": 7}, {"type": []}, {"response_urls": None}),
    *({"type": "block_actions", "actions": []}, {"type": "block_actions", "actions": [{}]}),
    *({"type": "event_callback"}, {"type": "view_submission", "view": None}),
    *({"event": {"view": None}}, {"type": "view_submission", "view": {"callback_id": "c"}}),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(NAMES, anything, max_size=5))
def test_bolt_makes_a_request_of_whatever_is_readable(body: dict[str, Any]) -> None:
    if readable(body):
        AsyncBoltRequest(mode="socket_mode", body=body)


@pytest.mark.parametrize(
    "body", [{"event": {"type": "app_home_opened", "view": None}, "view": None}, {"user": "U1"}, {"enterprise": None}]
)
def test_what_slack_leaves_out_is_no_harm(body: Any) -> None:
    assert readable(body)


@pytest.mark.parametrize("body", BROKEN)
def test_what_bolt_breaks_on_is_not(body: Any) -> None:
    assert not readable(json.loads(json.dumps(body)))


@pytest.mark.parametrize("body", [{"type": "hologram", "user": {"id": "U1"}}, {"type": "shortcut"}, {"user": "U1"}, {}])
def test_what_bolt_has_no_listeners_for_is_not_for_bolt(body: Any) -> None:
    assert readable(body)
    assert not for_bolt(body)


@pytest.mark.parametrize(
    "body",
    [
        {"type": "url_verification", "challenge": "c"},
        {"command": "/accord"},
        {"type": "event_callback", "event": {"type": "message"}},
        {"type": "block_actions", "actions": [{"action_id": "a"}]},
        {"type": "view_submission", "view": {"type": "modal", "callback_id": "c"}},
        {"type": "shortcut", "callback_id": "c"},
        {"type": "block_suggestion", "action_id": "a"},
    ],
)
def test_what_bolt_has_listeners_for_is(body: Any) -> None:
    assert for_bolt(body)

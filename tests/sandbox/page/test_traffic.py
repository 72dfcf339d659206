"""The inspector's lines."""

from datetime import UTC, datetime

import pytest

from sandbox.deliveries import Ack, Envelope
from sandbox.page.traffic import PROBLEMS, line_of_call, line_of_envelope
from sandbox.web_api.dispatch import LoggedCall

NOW = datetime(2026, 9, 7, tzinfo=UTC)


def call(response: dict[str, object], status: int = 200) -> LoggedCall:
    return LoggedCall("chat.postMessage", {"channel": "D1"}, response, status, NOW, 7, 0.0125)


def envelope(**more: object) -> Envelope:
    made = Envelope("E1", "interactive", {"type": "block_actions"}, False, NOW, 8)
    for name, value in more.items():
        setattr(made, name, value)
    return made


def test_a_call_tells_its_latency_and_what_came_back() -> None:
    line = line_of_call(call({"ok": True}))
    assert (line.order, line.well, line.took) == (7, True, 12.5)
    assert line_of_call(call({"ok": False, "error": "invalid_blocks"})).status == "invalid_blocks"
    assert not line_of_call(call({}, 500)).well


@pytest.mark.parametrize(
    ("more", "well"),
    [
        ({"sent_at": [NOW]}, True),
        ({"sent_at": [NOW], "acks": [Ack(NOW, None, 0.02)]}, True),
        ({"sent_at": [NOW], "acks": [Ack(NOW, None), Ack(NOW, None)]}, False),
        ({"sent_at": [NOW], "gone": True}, False),
        ({"sent_at": [NOW], "acks": [Ack(NOW, {})], "problem": "unknown response_action"}, False),
        ({}, False),
    ],
)
def test_an_envelope_tells_what_became_of_it(more: dict[str, object], *, well: bool) -> None:
    line = line_of_envelope(envelope(**more))
    assert line.well is well
    assert line.matches(PROBLEMS, "") is not well


def test_lines_are_found_by_kind_and_by_words_anywhere_in_them() -> None:
    line = line_of_call(call({"ok": True, "ts": "1.5"}))
    assert line.matches("", "post d1 1.5")
    assert line.matches("call", "")
    assert not line.matches("event", "")
    assert not line.matches("", "views.open")

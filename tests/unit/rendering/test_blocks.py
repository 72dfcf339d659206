"""What people typed enters Block Kit as text and as nothing else."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import blocks, forms
from prompts.words import Mention, Typed, words_for
from sandbox.blocks.check import check_message_blocks

HOSTILE = [
    "<!channel>",
    "@here",
    "#general",
    "*bold*",
    "_it_",
    "<https://evil.example|click>",
    "<@U123>",
    "&lt;",
    "`x`",
]


def elements(block: dict[str, Any]) -> list[dict[str, Any]]:
    return [e for section in block["elements"] for e in section["elements"]]


@pytest.mark.parametrize("typed", HOSTILE)
def test_typed_text_is_one_plain_element(typed: str) -> None:
    (copy, name, rest) = elements(blocks.rich(["Feedback from ", Typed(typed), " for you"]))
    assert name == {"type": "text", "text": typed}
    assert copy["text"] == "Feedback from "
    assert rest["text"] == " for you"


def test_copy_may_be_bold_and_mention_on_purpose() -> None:
    made = elements(blocks.rich(["*Well* done ", Mention("U1", "Ana")]))
    assert made[0] == {"type": "text", "text": "Well", "style": {"bold": True}}
    assert made[2] == {"type": "user", "user_id": "U1"}


@pytest.mark.parametrize("typed", HOSTILE)
def test_the_notification_text_neither_mentions_nor_formats(typed: str) -> None:
    safe = blocks.fallback(typed)
    assert "<" not in safe
    assert not any(sign + letter in safe for sign in "@#" for letter in "hgU")


@given(st.text(max_size=5000))
def test_any_text_makes_blocks_that_slack_takes(typed: str) -> None:
    w = words_for()
    made = [
        blocks.quote(typed),
        blocks.say(w, "feedback-given", teacher=typed, classroom=typed),
        blocks.header(typed),
        blocks.small(typed),
        blocks.actions([blocks.button(typed, "a.b", "1")]),
        blocks.bullets([Typed(typed)]),
    ]
    json.dumps(made)
    assert check_message_blocks(made) == []


ARABIC = "ليلى"


def test_a_name_from_the_right_moves_nothing_beside_it() -> None:
    isolated = f"\u2068{ARABIC}\u2069"
    (name, rest) = elements(blocks.rich([Typed(ARABIC), " · 5 of 10"]))
    assert (name["text"], rest["text"]) == (isolated, " · 5 of 10")
    said = words_for()("feedback-given", teacher=ARABIC, classroom="Bio")
    assert isolated in said
    assert isolated in blocks.header(said)["text"]["text"]
    assert isolated in blocks.spoken([Typed(ARABIC)])
    assert elements(blocks.quote(ARABIC))[0]["text"] == ARABIC


def test_what_was_kept_before_is_shown_without_what_hides() -> None:
    hiding = "10\u202e of\u200b 8"
    shown = [
        elements(blocks.rich([Typed(hiding)]))[0]["text"],
        elements(blocks.quote(hiding))[0]["text"],
        blocks.plain(hiding)["text"],
        forms.text(hiding)["initial_value"],
        blocks.image("https://example.org/a.png", hiding)["alt_text"],
        blocks.fallback(hiding),
    ]
    assert set(shown) == {"10 of 8"}

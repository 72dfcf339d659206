"""Whole messages as they leave: short enough for a phone, and no two buttons on one of them named alike."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

import pytest

from bot.domain.outbox import Message, Verb
from bot.messages.presenting import present
from storage.engine import open_engine
from tests.unit.authorisation.news import SCENES, Scene
from tests.unit.authorisation.school import School

MOST = 300
"""Characters before the buttons, besides what people typed: five lines on a phone."""
LONGER: Mapping[str, str] = {
    "contract-card": "it is the contract, whole",
    "care-answer": "what it says waits for review by somebody trained",
}
ALIKE: Mapping[str, str] = {
    "drafts-offered": "each stands under its idea",
    "which-one": "two check-ins of one class may be open, and a class is all that a check-in is named by",
}
"""Kinds with buttons that are named alike, and why."""

TYPED = frozenset({"rich_text_quote", "rich_text_list"})
"""Where what people typed stands; a list is of targets, with their numbers."""


@pytest.fixture
def school(sqlite_url: str) -> Iterator[School]:
    engine = open_engine(sqlite_url)
    yield School(engine)
    engine.dispose()


@pytest.mark.parametrize("scene", list(SCENES), ids=lambda scene: scene.__name__)
def test_a_message_is_short_and_its_buttons_differ(school: School, scene: Scene) -> None:
    scene(school)
    for kind, message in _rendered(school):
        assert kind in LONGER or _length(message.blocks) <= MOST, (kind, _length(message.blocks))
        assert kind in ALIKE or _alike(message.blocks) == [], kind


def test_what_is_long_is_found() -> None:
    sentence = {"type": "rich_text_section", "elements": [{"type": "text", "text": "It is short. " * 30}]}
    assert _length([{"type": "rich_text", "elements": [sentence]}]) > MOST
    assert _length([{"type": "rich_text", "elements": [{**sentence, "type": "rich_text_quote"}]}]) == 0
    assert _length([{"type": "actions", "elements": []}, {"type": "rich_text", "elements": [sentence]}]) == 0


def test_what_is_named_alike_is_found() -> None:
    one = {"type": "button", "text": {"type": "plain_text", "text": "Change it"}}
    assert _alike([{"type": "actions", "elements": [one]}, {"type": "actions", "elements": [one]}]) == ["Change it"]


def _rendered(school: School) -> Iterator[tuple[str, Message]]:
    for delivery in school.deliveries():
        with school.uow() as uow:
            message = present(uow, delivery) if delivery.verb is Verb.POST else None
        if message is not None:
            yield delivery.notice, message


def _length(blocks: Sequence[Mapping[str, Any]]) -> int:
    before = takewhile(lambda block: block["type"] != "actions", blocks)
    return sum(len(text) for block in before if block["type"] == "rich_text" for text in _said(block))


def _said(part: Mapping[str, Any]) -> Iterator[str]:
    if part["type"] == "text":
        yield part["text"]
    elif part["type"] not in TYPED:
        for element in part.get("elements", ()):
            yield from _said(element)


def _alike(blocks: Sequence[Mapping[str, Any]]) -> list[str]:
    buttons = [element for block in blocks if block["type"] == "actions" for element in block["elements"]]
    labels = Counter(button["text"]["text"] for button in buttons if button["type"] == "button")
    return [label for label, times in labels.items() if times > 1]

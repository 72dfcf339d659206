"""A form of terms as somebody sees it, and what comes back from it."""

from collections.abc import Mapping
from typing import Any

from bot.domain.actor import Side
from bot.domain.classroom import WEEKDAYS
from bot.domain.terms import Terms
from bot.domain.terms_typed import Filled
from bot.rendering.terms_form import terms_form
from prompts.words import words_for
from sandbox.blocks.check import check_view

WORDS = words_for()


def as_shown(before: Terms, side: Side, days: tuple[str, ...] = WEEKDAYS) -> Filled:
    """What comes back from the form when nothing is touched. AssertionError for what Slack would refuse."""
    view = terms_form(WORDS, "reviewing.suggest", "1:1", before, side, days)
    assert check_view(view) == []
    return untouched(view)


def untouched(view: Mapping[str, Any]) -> Filled:
    texts: dict[str, str] = {}
    chosen: tuple[str, ...] = ()
    for block in view["blocks"]:
        if block["type"] != "input":
            continue
        element = block["element"]
        if element["type"] == "checkboxes":
            chosen = tuple(o["value"] for o in element.get("initial_options", ()))
        elif element["type"] == "static_select":
            texts[block["block_id"]] = element["initial_option"]["value"]
        else:
            texts[block["block_id"]] = element.get("initial_value", "")
    return Filled(texts, chosen)

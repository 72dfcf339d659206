"""Checks the blocks of a message and whole views; completes what Slack completes (generated ids)."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

from sandbox.blocks.kinds import Report, Surface
from sandbox.blocks.tables import HOME, MESSAGE_BLOCKS, MODAL

Json = dict[str, Any]
MARKDOWN_IN_ALL = 12_000
VIEW_BYTES = 250_000
CHARTS = 2
"""In one message: undocumented, seen by others."""
NOT_ACTIONABLE = frozenset({"image", "plain_text", "mrkdwn"})


def check_message_blocks(blocks: Any) -> list[str]:
    """Return what Slack would say against a message's blocks: `[ERROR] … [json-pointer:/blocks/…]`."""
    report = Report("message")
    MESSAGE_BLOCKS.check(blocks, "/blocks", report)
    if not report.problems:
        _check_together(blocks, "/blocks", report)
    return report.problems


def check_view(view: Json) -> list[str]:
    """Return what Slack would say against a view: pointers begin with `/view`."""
    kind = view.get("type")
    surface: Surface = "home" if kind == "home" else "modal"
    report = Report(surface)
    if kind not in ("modal", "home"):
        report.add("missing required field: type" if kind is None else f"unsupported type: {kind}", "/view")
        return report.problems
    (HOME if kind == "home" else MODAL).check(view, "/view", report)
    if not report.problems:
        _check_together(view["blocks"], "/view/blocks", report)
        _check_submit(view, report)
    return report.problems


def too_large(view: Json) -> bool:
    """Whether a view is over Slack's 250 kB."""
    return len(json.dumps(view, ensure_ascii=False).encode()) > VIEW_BYTES


def text_in_all(blocks: Any) -> int:
    """Return how many characters all texts in blocks have together."""
    if isinstance(blocks, list):
        return sum(text_in_all(inner) for inner in blocks)
    if not isinstance(blocks, dict):
        return 0
    own = len(blocks["text"]) if isinstance(blocks.get("text"), str) else 0
    return own + sum(text_in_all(inner) for inner in blocks.values())


def elements_of(block: Json) -> list[Json]:
    """Return the elements of a block that a person can act on, in the order they are shown."""
    found = [block.get("accessory"), block.get("element"), *(block.get("elements") or ())]
    found += block.get("actions") or ()
    return [e for e in found if isinstance(e, dict) and _actionable(e)]


def cards_within(blocks: list[Json]) -> Iterator[Json]:
    """Yield every block, and the cards inside a carousel."""
    for block in blocks:
        yield block
        if block.get("type") == "carousel":
            yield from block["elements"]


def with_ids(blocks: list[Json], new_id: Callable[[], str]) -> list[Json]:
    """Return a copy in which every block has a block_id and every element an action_id."""
    blocks = copy.deepcopy(blocks)
    for block in cards_within(blocks):
        block.setdefault("block_id", new_id())
        for element in elements_of(block):
            element.setdefault("action_id", new_id())
    return blocks


def _actionable(element: Json) -> bool:
    kind = element.get("type", "")
    return (kind not in NOT_ACTIONABLE and kind != "card" and not kind.startswith("rich_text_")) or (
        kind == "rich_text_input"
    )


def _check_together(blocks: list[Json], at: str, report: Report) -> None:
    _check_unique(blocks, at, report)
    markdown = sum(len(block["text"]) for block in blocks if block["type"] == "markdown")
    if markdown > MARKDOWN_IN_ALL:
        report.add(f"must be less than {MARKDOWN_IN_ALL + 1} characters in all markdown blocks", at)
    if sum(block["type"] == "table" for block in blocks) > 1:
        report.add("only one table is allowed", at)
    if sum(block["type"] == "data_visualization" for block in blocks) > CHARTS:
        report.add(f"no more than {CHARTS} data_visualization blocks allowed", at)
    focused = [e for block in blocks for e in elements_of(block) if e.get("focus_on_load")]
    if len(focused) > 1:
        report.add("only one element may have focus_on_load", at)


def _check_unique(blocks: list[Json], at: str, report: Report) -> None:
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        block_id = block.get("block_id")
        if block_id is not None and block_id in seen:
            report.add(f"block_id {block_id} already exists", f"{at}/{index}/block_id")
        seen.add(block_id or "")
        actions = [e["action_id"] for e in elements_of(block) if e.get("action_id")]
        for action_id in sorted({a for a in actions if actions.count(a) > 1}):
            report.add(f"action_id {action_id} already exists", f"{at}/{index}")


def _check_submit(view: Json, report: Report) -> None:
    has_input = any(block["type"] == "input" for block in view["blocks"])
    if view["type"] == "modal" and has_input and not view.get("submit"):
        report.add("missing required field: submit", "/view")

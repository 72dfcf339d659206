"""Blocks: which fields each has, how large they may be, and on which surface it may stand.

Blocks: https://docs.slack.dev/reference/block-kit/blocks
"""

from __future__ import annotations

from typing import Any

from sandbox.blocks.charts import CHART_FIELDS
from sandbox.blocks.elements import (
    BUTTON,
    ELEMENTS,
    IN_ACTIONS,
    IN_CONTEXT,
    IN_CONTEXT_ACTIONS,
    IN_INPUT,
    IN_SECTION,
    MODAL_ONLY,
    element,
)
from sandbox.blocks.kinds import Anything, Flag, Kind, Many, Obj, Report, Str, Text, Typed, Url, Whole, one_of
from sandbox.blocks.objects import ID, SLACK_FILE, TYPE
from sandbox.blocks.rich_text import RICH_TEXT_FIELDS

MESSAGE_ONLY: frozenset[str] = frozenset({"message"})
MESSAGE_OR_HOME: frozenset[str] = frozenset({"message", "home"})
IMAGE = ELEMENTS["image"]
STATUS = one_of("pending", "in_progress", "complete", "error")


def block(fields: dict[str, Kind], *required: str, **more: Any) -> Obj:
    """Return the shape of a block: its own fields, and the two that every block has."""
    return Obj({"type": TYPE, "block_id": ID, **fields}, required=("type", *required), **more)


def _unless_all_of(*groups: str) -> Any:
    def rule(value: dict[str, Any], at: str, report: Report) -> None:
        if all(value.get(name) is not None for name in groups):
            report.add(f"only one of {' and '.join(groups)} may be given", at)

    return rule


def _files_do_not_dispatch(value: dict[str, Any], at: str, report: Report) -> None:
    inner = value.get("element")
    if value.get("dispatch_action") and isinstance(inner, dict) and inner.get("type") == "file_input":
        report.add("dispatch_action is not allowed with file_input", at)


RICH_TEXT = block(RICH_TEXT_FIELDS, "elements")
CARD = block(
    {
        "hero_image": IMAGE,
        "icon": IMAGE,
        "slack_icon": Anything(),
        "title": Text(150),
        "subtitle": Text(150),
        "body": Text(200),
        "subtext": Text(200),
        "actions": Many(BUTTON, 3),
    },
    any_of=("hero_image", "title", "actions", "body"),
)
TASK_CARD = block(
    {
        "task_id": Str(255),
        "title": Str(3000),
        "details": RICH_TEXT,
        "output": RICH_TEXT,
        "sources": Many(Anything(), 100, least=0),
        "status": STATUS,
        "icon": Anything(),
        "hide_title": Flag(),
    },
    "task_id",
    "title",
    surfaces=MESSAGE_ONLY,
)
CELL = Typed(
    {
        "raw_text": Obj({"type": TYPE, "text": Str(3000)}, required=("type", "text")),
        "raw_number": Obj({"type": TYPE, "value": Anything(), "text": Str(3000)}, required=("type",)),
        "rich_text": RICH_TEXT,
    }
)
COLUMN = Obj({"align": one_of("left", "center", "right"), "is_wrapped": Flag()})

CHART = block(CHART_FIELDS, "title", "chart", surfaces=MESSAGE_ONLY)

BLOCKS: dict[str, Obj] = {
    "section": block(
        {
            "text": Text(3000),
            "fields": Many(Text(2000), 10),
            "accessory": element(IN_SECTION),
            "expand": Flag(),
        },
        any_of=("text", "fields"),
    ),
    "header": block({"text": Text(150, plain=True)}, "text"),
    "divider": block({}),
    "image": block(
        {
            "image_url": Url(3000),
            "slack_file": SLACK_FILE,
            "alt_text": Str(2000),
            "title": Text(2000, plain=True),
        },
        "alt_text",
        any_of=("image_url", "slack_file"),
        rules=(_unless_all_of("image_url", "slack_file"),),
    ),
    "actions": block({"elements": Many(element(IN_ACTIONS), 25)}, "elements"),
    "context": block({"elements": Many(element(IN_CONTEXT), 10)}, "elements"),
    "context_actions": block({"elements": Many(element(IN_CONTEXT_ACTIONS), 5)}, "elements", surfaces=MESSAGE_ONLY),
    "input": block(
        {
            "label": Text(2000, plain=True),
            "element": element(IN_INPUT),
            "dispatch_action": Flag(),
            "hint": Text(2000, plain=True),
            "optional": Flag(),
        },
        "label",
        "element",
        rules=(_files_do_not_dispatch,),
    ),
    "rich_text": RICH_TEXT,
    "markdown": block({"text": Str(12_000)}, "text", surfaces=MESSAGE_ONLY),
    "table": block(
        {"rows": Many(Many(CELL, 20), 100), "column_settings": Many(COLUMN, 20, least=0)},
        "rows",
        surfaces=MESSAGE_OR_HOME,
    ),
    "data_table": block(
        {
            "rows": Many(Many(CELL, 20), 101, least=2),
            "caption": Str(3000),
            "page_size": Whole(1, 100),
            "row_header_column_index": Whole(0, 19),
        },
        "rows",
        "caption",
        surfaces=MESSAGE_ONLY,
    ),
    "data_visualization": CHART,
    "video": block(
        {
            "alt_text": Str(2000),
            "author_name": Str(50),
            "description": Text(200, plain=True),
            "provider_icon_url": Url(3000),
            "provider_name": Str(50),
            "title": Text(200, plain=True),
            "title_url": Url(3000),
            "thumbnail_url": Url(3000),
            "video_url": Url(3000),
        },
        "alt_text",
        "title",
        "thumbnail_url",
        "video_url",
    ),
    "file": block({"external_id": Str(), "source": one_of("remote")}, "external_id", "source"),
    "alert": block(
        {"text": Text(200), "level": one_of("default", "info", "warning", "error", "success")},
        "text",
        surfaces=MODAL_ONLY,
    ),
    "card": CARD,
    "carousel": block({"elements": Many(Typed({"card": CARD}), 10)}, "elements"),
    "task_card": TASK_CARD,
    "plan": block(
        {"title": Str(3000), "tasks": Many(Typed({"task_card": TASK_CARD}), 50, least=0)},
        "title",
        surfaces=MESSAGE_ONLY,
    ),
}

BLOCK = Typed(BLOCKS)

VIEW_FIELDS: dict[str, Kind] = {
    "type": one_of("modal", "home"),
    "title": Text(24, plain=True),
    "submit": Text(24, plain=True),
    "close": Text(24, plain=True),
    "private_metadata": Str(3000, least=0),
    "callback_id": Str(255, least=0),
    "external_id": Str(255, least=0),
    "clear_on_close": Flag(),
    "notify_on_close": Flag(),
    "submit_disabled": Flag(),
    "blocks": Many(BLOCK, 100, least=0),
}
HOME_FIELDS = ("type", "blocks", "private_metadata", "callback_id", "external_id")
MODAL = Obj(VIEW_FIELDS, required=("type", "title", "blocks"))
HOME = Obj({name: VIEW_FIELDS[name] for name in HOME_FIELDS}, required=("type", "blocks"))
MESSAGE_BLOCKS = Many(BLOCK, 50, least=0)

# ruff: noqa: E501 - a table is read by its rows
"""Block Kit's limits: each is met exactly, and exceeded by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from sandbox.blocks.check import check_message_blocks, check_view
from tests.sandbox.conformance.build import (
    actions,
    button,
    chars,
    confirm,
    context,
    element,
    field,
    home,
    image,
    modal,
    mrkdwn,
    option,
    options,
    plain,
    section,
    select,
    table,
)
from tests.sandbox.conformance.world import DOCS

Json = dict[str, Any]
BLOCKS = f"{DOCS}/reference/block-kit/blocks"
ELEMENTS = f"{DOCS}/reference/block-kit/block-elements"
OBJECTS = f"{DOCS}/reference/block-kit/composition-objects"
VIEWS = f"{DOCS}/reference/views"


@dataclass(frozen=True)
class Limit:
    """At most `most` of something: `build(n)` makes blocks (or a view) that have n of it."""

    id: str
    page: str
    most: int
    build: Callable[[int], Any]
    pointer: str


def many(count: int) -> list[Json]:
    return [{"type": "divider"}] * count


LIMITS = [
    Limit("blocks in a message", BLOCKS, 50, many, "/blocks"),
    Limit("section text", f"{BLOCKS}/section-block", 3000, lambda n: [section(text=mrkdwn(chars(n)))], "/blocks/0/text/text"),
    Limit("section plain text", f"{BLOCKS}/section-block", 3000, lambda n: [section(text=plain(chars(n)))], "/blocks/0/text/text"),
    Limit("section fields", f"{BLOCKS}/section-block", 10, lambda n: [section(fields=[mrkdwn()] * n)], "/blocks/0/fields"),
    Limit("a section field's text", f"{BLOCKS}/section-block", 2000, lambda n: [section(fields=[mrkdwn(chars(n))])], "/blocks/0/fields/0/text"),
    Limit("header text", f"{BLOCKS}/header-block", 150, lambda n: [{"type": "header", "text": plain(chars(n))}], "/blocks/0/text/text"),
    Limit("context elements", f"{BLOCKS}/context-block", 10, lambda n: [context(*[mrkdwn()] * n)], "/blocks/0/elements"),
    Limit("actions elements", f"{BLOCKS}/actions-block", 25, lambda n: [actions(*[button()] * n)], "/blocks/0/elements"),
    Limit("context_actions elements", f"{BLOCKS}/context-actions-block", 5, lambda n: [{"type": "context_actions", "elements": [element("icon_button", icon="trash", text=plain())] * n}], "/blocks/0/elements"),
    Limit("block_id", f"{BLOCKS}/section-block", 255, lambda n: [section(text=mrkdwn(), block_id=chars(n))], "/blocks/0/block_id"),
    Limit("action_id", f"{ELEMENTS}/button-element", 255, lambda n: [actions(button(action_id=chars(n)))], "/blocks/0/elements/0/action_id"),
    Limit("button text", f"{ELEMENTS}/button-element", 75, lambda n: [actions(button(text=plain(chars(n))))], "/blocks/0/elements/0/text/text"),
    Limit("button value", f"{ELEMENTS}/button-element", 2000, lambda n: [actions(button(value=chars(n)))], "/blocks/0/elements/0/value"),
    Limit("button url", f"{ELEMENTS}/button-element", 3000, lambda n: [actions(button(url="https://" + "a" * (n - 8)))], "/blocks/0/elements/0/url"),
    Limit("button accessibility_label", f"{ELEMENTS}/button-element", 75, lambda n: [actions(button(accessibility_label=chars(n)))], "/blocks/0/elements/0/accessibility_label"),
    Limit("option text in a select", f"{OBJECTS}/option-object", 75, lambda n: [actions(select(options=[option("v", chars(n))]))], "/blocks/0/elements/0/options/0/text/text"),
    Limit("option value", f"{OBJECTS}/option-object", 150, lambda n: [actions(select(options=[option(chars(n))]))], "/blocks/0/elements/0/options/0/value"),
    Limit("option description", f"{OBJECTS}/option-object", 75, lambda n: [actions(select(options=[option(description=plain(chars(n)))]))], "/blocks/0/elements/0/options/0/description/text"),
    Limit("select options", f"{ELEMENTS}/select-menu-element", 100, lambda n: [actions(select(options=options(n)))], "/blocks/0/elements/0/options"),
    Limit("select option groups", f"{ELEMENTS}/select-menu-element", 100, lambda n: [actions(select(option_groups=[{"label": plain(), "options": options(1)}] * n))], "/blocks/0/elements/0/option_groups"),
    Limit("option group label", f"{OBJECTS}/option-group-object", 75, lambda n: [actions(select(option_groups=[{"label": plain(chars(n)), "options": options(1)}]))], "/blocks/0/elements/0/option_groups/0/label/text"),
    Limit("option group options", f"{OBJECTS}/option-group-object", 100, lambda n: [actions(select(option_groups=[{"label": plain(), "options": options(n)}]))], "/blocks/0/elements/0/option_groups/0/options"),
    Limit("select placeholder", f"{ELEMENTS}/select-menu-element", 150, lambda n: [actions(select(placeholder=plain(chars(n))))], "/blocks/0/elements/0/placeholder/text"),
    Limit("multi-select options", f"{ELEMENTS}/multi-select-menu-element", 100, lambda n: [section(text=mrkdwn(), accessory=element("multi_static_select", options=options(n)))], "/blocks/0/accessory/options"),
    Limit("multi-select initial options", f"{ELEMENTS}/multi-select-menu-element", 2, lambda n: [section(text=mrkdwn(), accessory=element("multi_static_select", options=options(5), initial_options=options(n), max_selected_items=2))], "/blocks/0/accessory"),
    Limit("checkbox options", f"{ELEMENTS}/checkboxes-element", 10, lambda n: [actions(element("checkboxes", options=options(n)))], "/blocks/0/elements/0/options"),
    Limit("radio options", f"{ELEMENTS}/radio-button-group-element", 10, lambda n: [actions(element("radio_buttons", options=options(n)))], "/blocks/0/elements/0/options"),
    Limit("overflow options", f"{ELEMENTS}/overflow-menu-element", 5, lambda n: [actions(element("overflow", options=options(n)))], "/blocks/0/elements/0/options"),
    Limit("confirm title", f"{OBJECTS}/confirmation-dialog-object", 100, lambda n: [actions(button(confirm=confirm(title=plain(chars(n)))))], "/blocks/0/elements/0/confirm/title/text"),
    Limit("confirm text", f"{OBJECTS}/confirmation-dialog-object", 300, lambda n: [actions(button(confirm=confirm(text=mrkdwn(chars(n)))))], "/blocks/0/elements/0/confirm/text/text"),
    Limit("confirm confirm", f"{OBJECTS}/confirmation-dialog-object", 30, lambda n: [actions(button(confirm=confirm(confirm=plain(chars(n)))))], "/blocks/0/elements/0/confirm/confirm/text"),
    Limit("confirm deny", f"{OBJECTS}/confirmation-dialog-object", 30, lambda n: [actions(button(confirm=confirm(deny=plain(chars(n)))))], "/blocks/0/elements/0/confirm/deny/text"),
    Limit("image url", f"{BLOCKS}/image-block", 3000, lambda n: [image(image_url="https://" + "a" * (n - 8))], "/blocks/0/image_url"),
    Limit("image alt text", f"{BLOCKS}/image-block", 2000, lambda n: [image(alt_text=chars(n))], "/blocks/0/alt_text"),
    Limit("image title", f"{BLOCKS}/image-block", 2000, lambda n: [image(title=plain(chars(n)))], "/blocks/0/title/text"),
    Limit("markdown text", f"{BLOCKS}/markdown-block", 12_000, lambda n: [{"type": "markdown", "text": chars(n)}], "/blocks/0/text"),
    Limit("all markdown text", f"{BLOCKS}/markdown-block", 12_000, lambda n: [{"type": "markdown", "text": chars(6000)}, {"type": "markdown", "text": chars(n - 6000)}], "/blocks"),
    Limit("table rows", f"{BLOCKS}/table-block", 100, lambda n: [table(n, 2)], "/blocks/0/rows"),
    Limit("table columns", f"{BLOCKS}/table-block", 20, lambda n: [table(2, n)], "/blocks/0/rows/0"),
    Limit("table column settings", f"{BLOCKS}/table-block", 20, lambda n: [table(2, 2, column_settings=[{"align": "right"}] * n)], "/blocks/0/column_settings"),
    Limit("tables in a message", f"{BLOCKS}/table-block", 1, lambda n: [table(1, 1)] * n, "/blocks"),
    Limit("card title", f"{BLOCKS}/card-block", 150, lambda n: [element("card", title=mrkdwn(chars(n)))], "/blocks/0/title/text"),
    Limit("card subtitle", f"{BLOCKS}/card-block", 150, lambda n: [element("card", title=mrkdwn(), subtitle=mrkdwn(chars(n)))], "/blocks/0/subtitle/text"),
    Limit("card body", f"{BLOCKS}/card-block", 200, lambda n: [element("card", body=mrkdwn(chars(n)))], "/blocks/0/body/text"),
    Limit("carousel cards", f"{BLOCKS}/carousel-block", 10, lambda n: [element("carousel", elements=[element("card", title=mrkdwn())] * n)], "/blocks/0/elements"),
    Limit("elements with focus_on_load", f"{ELEMENTS}/plain-text-input-element", 1, lambda n: [field(element("plain_text_input", focus_on_load=True))] * n, "/blocks"),
    Limit("blocks in a modal", BLOCKS, 100, lambda n: modal(*many(n)), "/view/blocks"),
    Limit("blocks in a Home", BLOCKS, 100, lambda n: home(*many(n)), "/view/blocks"),
    Limit("view title", f"{VIEWS}/modal-views", 24, lambda n: modal(title=plain(chars(n))), "/view/title/text"),
    Limit("view submit", f"{VIEWS}/modal-views", 24, lambda n: modal(submit=plain(chars(n))), "/view/submit/text"),
    Limit("view close", f"{VIEWS}/modal-views", 24, lambda n: modal(close=plain(chars(n))), "/view/close/text"),
    Limit("private_metadata", f"{VIEWS}/modal-views", 3000, lambda n: modal(private_metadata=chars(n)), "/view/private_metadata"),
    Limit("callback_id", f"{VIEWS}/modal-views", 255, lambda n: modal(callback_id=chars(n)), "/view/callback_id"),
    Limit("external_id", f"{VIEWS}/modal-views", 255, lambda n: modal(external_id=chars(n)), "/view/external_id"),
    Limit("Home private_metadata", f"{VIEWS}/home-tab-views", 3000, lambda n: home(private_metadata=chars(n)), "/view/private_metadata"),
    Limit("input label", f"{BLOCKS}/input-block", 2000, lambda n: modal(field(label=plain(chars(n)))), "/view/blocks/0/label/text"),
    Limit("input hint", f"{BLOCKS}/input-block", 2000, lambda n: modal(field(hint=plain(chars(n)))), "/view/blocks/0/hint/text"),
    Limit("input placeholder", f"{ELEMENTS}/plain-text-input-element", 150, lambda n: modal(field(element("plain_text_input", placeholder=plain(chars(n))))), "/view/blocks/0/element/placeholder/text"),
    Limit("input max_length", f"{ELEMENTS}/plain-text-input-element", 3000, lambda n: modal(field(element("plain_text_input", max_length=n))), "/view/blocks/0/element/max_length"),
    Limit("input min_length", f"{ELEMENTS}/plain-text-input-element", 3000, lambda n: modal(field(element("plain_text_input", min_length=n))), "/view/blocks/0/element/min_length"),
    Limit("file_input max_files", f"{ELEMENTS}/file-input-element", 10, lambda n: modal(field(element("file_input", max_files=n))), "/view/blocks/0/element/max_files"),
    Limit("alert text", f"{BLOCKS}/alert-block", 200, lambda n: modal(element("alert", text=plain(chars(n)))), "/view/blocks/0/text/text"),
]  # fmt: skip


def problems(built: Any) -> list[str]:
    return check_view(built) if isinstance(built, dict) else check_message_blocks(built)


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.id)
def test_the_limit_itself_is_accepted(limit: Limit) -> None:
    assert problems(limit.build(limit.most)) == [], limit.page


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.id)
def test_one_more_is_refused(limit: Limit) -> None:
    found = problems(limit.build(limit.most + 1))
    assert found, limit.page
    assert any(message.endswith(f"[json-pointer:{limit.pointer}]") for message in found) or any(
        f"[json-pointer:{limit.pointer}/" in message for message in found
    ), found

# ruff: noqa: E501 - a table is read by its rows
"""Block Kit's shapes: what must be there, what may stand where, and what is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from sandbox.blocks.check import check_message_blocks, check_view
from tests.sandbox.conformance.build import (
    actions,
    button,
    chart,
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
    rich,
    rich_section,
    section,
    select,
    series,
    table,
)
from tests.sandbox.conformance.test_blocks_limits import BLOCKS, ELEMENTS, OBJECTS, VIEWS

Json = dict[str, Any]
TEXT = f"{OBJECTS}/text-object"
SURFACES = ELEMENTS
"""The overview table of this page says on which surfaces and in which blocks each element works."""


@dataclass(frozen=True)
class Shape:
    """Blocks (or a view), and the pointer of the complaint; None when Slack takes them."""

    id: str
    page: str
    built: Any
    pointer: str | None = None
    undocumented: str = ""


CHARTS = f"{BLOCKS}/data-visualization-block"
NO_ACTIONS = "the wording and the pointer are not documented"

ACCEPTED = [
    Shape("a section with text", f"{BLOCKS}/section-block", [section()]),
    Shape("a section with fields only", f"{BLOCKS}/section-block", [section(fields=[plain()])]),
    Shape("a section with a button", f"{BLOCKS}/section-block", [section(text=plain(), accessory=button())]),
    Shape("a section with an image", f"{BLOCKS}/section-block", [section(text=plain(), accessory=image())]),
    Shape("a section that expands", f"{BLOCKS}/section-block", [section(text=plain(), expand=True)]),
    Shape("a divider", f"{BLOCKS}/divider-block", [element("divider")]),
    Shape("a header", f"{BLOCKS}/header-block", [element("header", text=plain())]),
    Shape("an image by url", f"{BLOCKS}/image-block", [image()]),
    Shape("an image by file", f"{BLOCKS}/image-block", [element("image", slack_file={"id": "F1"}, alt_text="A")]),
    Shape("context with text and image", f"{BLOCKS}/context-block", [context(mrkdwn(), plain(), image())]),
    Shape("feedback buttons", f"{BLOCKS}/context-actions-block", [element("context_actions", elements=[element("feedback_buttons", positive_button={"text": plain(), "value": "1"}, negative_button={"text": plain(), "value": "2"})])]),
    Shape("primary and danger buttons", f"{ELEMENTS}/button-element", [actions(button(style="primary"), button(style="danger"))]),
    Shape("a button with a confirm", f"{OBJECTS}/confirmation-dialog-object", [actions(button(confirm=confirm(style="danger")))]),
    Shape("the same action_id in two blocks", f"{ELEMENTS}/button-element", [actions(button(action_id="a")), actions(button(action_id="a"))]),
    Shape("a select with groups", f"{ELEMENTS}/select-menu-element", [actions(select(option_groups=[{"label": plain(), "options": options(2)}]))]),
    Shape("a select with an initial option", f"{ELEMENTS}/select-menu-element", [actions(select(initial_option=option("0")))]),
    Shape("a multi-select in actions", SURFACES, [actions(element("multi_static_select", options=options(2)))]),
    Shape("a date picker", f"{ELEMENTS}/date-picker-element", [actions(element("datepicker", initial_date="2026-09-07"))]),
    Shape("a time picker", f"{ELEMENTS}/time-picker-element", [actions(element("timepicker", initial_time="08:45"))]),
    Shape("a datetime picker in a message", f"{ELEMENTS}/datetime-picker-element", [actions(element("datetimepicker", initial_date_time=1788771600))]),
    Shape("mrkdwn in a radio option", f"{OBJECTS}/option-object", [actions(element("radio_buttons", options=[{"text": mrkdwn(), "value": "1"}]))]),
    Shape("an input in a message", f"{BLOCKS}/input-block", [field()]),
    Shape("verbatim mrkdwn", TEXT, [section(text=mrkdwn(verbatim=True))]),
    Shape("plain_text with emoji", TEXT, [section(text={**plain(), "emoji": False})]),
    Shape("a markdown block", f"{BLOCKS}/markdown-block", [element("markdown", text="**x**")]),
    Shape("a line of twenty points", CHARTS, [chart(20)]),
    Shape("bars below zero", CHARTS, [chart(2, "bar", series=[series("You", -1, 2.5), series("Goal", 3, 3)])]),
    Shape("two charts", CHARTS, [chart(), chart()], undocumented="seen by others"),
    Shape("a pie", CHARTS, [{"type": "data_visualization", "title": "Pages", "chart": {"type": "pie", "segments": [{"label": "Read", "value": 3}]}}]),
    Shape("a table of raw and rich text", f"{BLOCKS}/table-block", [element("table", rows=[[element("raw_text", text="a"), rich(rich_section(element("text", text="b")))]])]),
    Shape("rich text", f"{BLOCKS}/rich-text-block", [rich(rich_section(element("text", text="a", style={"bold": True}), element("user", user_id="U1")), element("rich_text_list", style="bullet", elements=[rich_section()]), element("rich_text_quote", elements=[]), element("rich_text_preformatted", elements=[]))]),
    Shape("a rich text link", f"{BLOCKS}/rich-text-block", [rich(rich_section(element("link", url="https://a.example", text="a")))]),
    Shape("a card", f"{BLOCKS}/card-block", [element("card", title=mrkdwn(), actions=[button()])]),
    Shape("a task card", f"{BLOCKS}/task-card-block", [element("task_card", task_id="1", title="Read", status="pending")]),
    Shape("a plan", f"{BLOCKS}/plan-block", [element("plan", title="Plan", tasks=[element("task_card", task_id="1", title="Read")])]),
    Shape("a modal without inputs needs no submit", f"{VIEWS}/modal-views", {"type": "modal", "title": plain(), "blocks": [section()]}),
    Shape("a modal with close and flags", f"{VIEWS}/modal-views", modal(close=plain(), clear_on_close=True, notify_on_close=True)),
    Shape("a modal with every text input", SURFACES, modal(*[field(element(kind)) for kind in ("plain_text_input", "email_text_input", "url_text_input")], field(element("number_input", is_decimal_allowed=True, min_value="0", max_value="10")))),
    Shape("a modal with every picker of people and places", SURFACES, modal(*[field(element(kind)) for kind in ("users_select", "conversations_select", "channels_select", "multi_users_select", "multi_conversations_select", "multi_channels_select")])),
    Shape("a file input in a modal", f"{ELEMENTS}/file-input-element", modal(field(element("file_input", filetypes=["pdf"])))),
    Shape("rich text input in a modal", f"{ELEMENTS}/rich-text-input-element", modal(field(element("rich_text_input")))),
    Shape("checkboxes in an input", SURFACES, modal(field(element("checkboxes", options=options(2), initial_options=[option("1")])))),
    Shape("an input that dispatches", f"{BLOCKS}/input-block", modal(field(element("plain_text_input", dispatch_action_config={"trigger_actions_on": ["on_enter_pressed"]}), dispatch_action=True))),
    Shape("an alert in a modal", f"{BLOCKS}/alert-block", modal(element("alert", text=plain(), level="info"))),
    Shape("a Home", f"{VIEWS}/home-tab-views", home(section(), actions(button()))),
    Shape("an input on Home", f"{BLOCKS}/input-block", home(field())),
    Shape("a conversation filter", f"{OBJECTS}/conversation-filter-object", modal(field(element("conversations_select", filter={"include": ["private"], "exclude_bot_users": True})))),
    Shape("no blocks at all", BLOCKS, []),
]  # fmt: skip

REFUSED = [
    Shape("a block without type", BLOCKS, [{"text": plain()}], "/blocks/0"),
    Shape("an unknown block", BLOCKS, [element("sectoin", text=plain())], "/blocks/0/type"),
    Shape("a block that is no object", BLOCKS, ["section"], "/blocks/0"),
    Shape("blocks that are no list", BLOCKS, {"type": "modal", "title": plain(), "blocks": 1}, "/view/blocks"),
    Shape("an unknown field", f"{BLOCKS}/section-block", [section(text=plain(), colour="red")], "/blocks/0"),
    Shape("a section with nothing", f"{BLOCKS}/section-block", [element("section")], "/blocks/0"),
    Shape("empty text", TEXT, [section(text=mrkdwn(""))], "/blocks/0/text/text"),
    Shape("no fields in fields", f"{BLOCKS}/section-block", [section(fields=[])], "/blocks/0/fields"),
    Shape("text as a string", f"{BLOCKS}/section-block", [section(text="hi")], "/blocks/0/text"),
    Shape("a text object without text", TEXT, [section(text={"type": "mrkdwn"})], "/blocks/0/text"),
    Shape("text of type markdown", TEXT, [section(text={"type": "markdown", "text": "x"})], "/blocks/0/text/type"),
    Shape("emoji on mrkdwn", TEXT, [section(text=mrkdwn(emoji=True))], "/blocks/0/text"),
    Shape("verbatim on plain_text", TEXT, [section(text={**plain(), "verbatim": True})], "/blocks/0/text"),
    Shape("mrkdwn in a header", f"{BLOCKS}/header-block", [element("header", text=mrkdwn())], "/blocks/0/text/type"),
    Shape("a header without text", f"{BLOCKS}/header-block", [element("header")], "/blocks/0"),
    Shape("mrkdwn on a button", f"{ELEMENTS}/button-element", [actions(button(text=mrkdwn()))], "/blocks/0/elements/0/text/type"),
    Shape("a button without text", f"{ELEMENTS}/button-element", [actions(element("button"))], "/blocks/0/elements/0"),
    Shape("an unknown button style", f"{ELEMENTS}/button-element", [actions(button(style="default"))], "/blocks/0/elements/0/style"),
    Shape("a button url without scheme", f"{ELEMENTS}/button-element", [actions(button(url="school.example"))], "/blocks/0/elements/0/url"),
    Shape("actions without elements", f"{BLOCKS}/actions-block", [element("actions")], "/blocks/0"),
    Shape("actions with no elements", f"{BLOCKS}/actions-block", [actions()], "/blocks/0/elements"),
    Shape("context with no elements", f"{BLOCKS}/context-block", [context()], "/blocks/0/elements"),
    Shape("a button in context", f"{BLOCKS}/context-block", [context(button())], "/blocks/0/elements/0/type"),
    Shape("text input in actions", SURFACES, [actions(element("plain_text_input"))], "/blocks/0/elements/0/type"),
    Shape("text input as an accessory", SURFACES, [section(text=plain(), accessory=element("plain_text_input"))], "/blocks/0/accessory/type"),
    Shape("a datetime picker as an accessory", SURFACES, [section(text=plain(), accessory=element("datetimepicker"))], "/blocks/0/accessory/type"),
    Shape("a button in an input", f"{BLOCKS}/input-block", modal(field(button())), "/view/blocks/0/element/type"),
    Shape("an overflow menu in an input", SURFACES, modal(field(element("overflow", options=options(2)))), "/view/blocks/0/element/type"),
    Shape("the same block_id twice", f"{BLOCKS}/section-block", [section(text=plain(), block_id="a"), section(text=plain(), block_id="a")], "/blocks/1/block_id", NO_ACTIONS),
    Shape("the same action_id twice in a block", f"{ELEMENTS}/button-element", [actions(button(action_id="a"), button(action_id="a"))], "/blocks/0", NO_ACTIONS),
    Shape("an empty block_id", f"{BLOCKS}/section-block", [section(text=plain(), block_id="")], "/blocks/0/block_id", "an empty id"),
    Shape("an empty action_id", f"{ELEMENTS}/button-element", [actions(button(action_id=""))], "/blocks/0/elements/0/action_id", "an empty id"),
    Shape("an image without alt text", f"{BLOCKS}/image-block", [element("image", image_url="https://a.example/a.png")], "/blocks/0"),
    Shape("an image without source", f"{BLOCKS}/image-block", [element("image", alt_text="A")], "/blocks/0"),
    Shape("an image with two sources", f"{BLOCKS}/image-block", [image(slack_file={"id": "F1"})], "/blocks/0"),
    Shape("a select without options", f"{ELEMENTS}/select-menu-element", [actions(element("static_select"))], "/blocks/0/elements/0"),
    Shape("a select with no options", f"{ELEMENTS}/select-menu-element", [actions(select(options=[]))], "/blocks/0/elements/0/options"),
    Shape("options and groups", f"{ELEMENTS}/select-menu-element", [actions({**select(), "option_groups": [{"label": plain(), "options": options(1)}]})], "/blocks/0/elements/0"),
    Shape("an initial option that is none", f"{ELEMENTS}/select-menu-element", [actions(select(initial_option=option("9")))], "/blocks/0/elements/0"),
    Shape("an initial radio that is none", f"{ELEMENTS}/radio-button-group-element", [actions(element("radio_buttons", options=options(2), initial_option=option("9")))], "/blocks/0/elements/0"),
    Shape("mrkdwn in a select option", f"{OBJECTS}/option-object", [actions(select(options=[{"text": mrkdwn(), "value": "1"}]))], "/blocks/0/elements/0/options/0/text/type"),
    Shape("an option without value", f"{OBJECTS}/option-object", [actions(select(options=[{"text": plain()}]))], "/blocks/0/elements/0/options/0"),
    Shape("an option with an empty value", f"{OBJECTS}/option-object", [actions(select(options=[option("")]))], "/blocks/0/elements/0/options/0/value"),
    Shape("a url on a select option", f"{OBJECTS}/option-object", [actions(select(options=[option(url="https://a.example")]))], "/blocks/0/elements/0/options/0"),
    Shape("no overflow options", f"{ELEMENTS}/overflow-menu-element", [actions(element("overflow", options=[]))], "/blocks/0/elements/0/options"),
    Shape("31 February", f"{ELEMENTS}/date-picker-element", [actions(element("datepicker", initial_date="2026-02-31"))], "/blocks/0/elements/0/initial_date"),
    Shape("a date with slashes", f"{ELEMENTS}/date-picker-element", [actions(element("datepicker", initial_date="07/09/2026"))], "/blocks/0/elements/0/initial_date"),
    Shape("25 o'clock", f"{ELEMENTS}/time-picker-element", [actions(element("timepicker", initial_time="25:00"))], "/blocks/0/elements/0/initial_time"),
    Shape("a datetime as text", f"{ELEMENTS}/datetime-picker-element", [actions(element("datetimepicker", initial_date_time="now"))], "/blocks/0/elements/0/initial_date_time"),
    Shape("a confirm without text", f"{OBJECTS}/confirmation-dialog-object", [actions(button(confirm={"title": plain()}))], "/blocks/0/elements/0/confirm"),
    Shape("an empty filter", f"{OBJECTS}/conversation-filter-object", modal(field(element("conversations_select", filter={}))), "/view/blocks/0/element/filter"),
    Shape("an input without label", f"{BLOCKS}/input-block", modal(element("input", element=element("plain_text_input"))), "/view/blocks/0"),
    Shape("an input without element", f"{BLOCKS}/input-block", modal(element("input", label=plain())), "/view/blocks/0"),
    Shape("mrkdwn in a label", f"{BLOCKS}/input-block", modal(field(label=mrkdwn())), "/view/blocks/0/label/type"),
    Shape("mrkdwn in a placeholder", f"{ELEMENTS}/plain-text-input-element", modal(field(element("plain_text_input", placeholder=mrkdwn()))), "/view/blocks/0/element/placeholder/type"),
    Shape("max_length 0", f"{ELEMENTS}/plain-text-input-element", modal(field(element("plain_text_input", max_length=0))), "/view/blocks/0/element/max_length"),
    Shape("min above max", f"{ELEMENTS}/plain-text-input-element", modal(field(element("plain_text_input", min_length=9, max_length=3))), "/view/blocks/0/element", "what Slack says to it"),
    Shape("a number input without is_decimal_allowed", f"{ELEMENTS}/number-input-element", modal(field(element("number_input"))), "/view/blocks/0/element"),
    Shape("a number's bound as a number", f"{ELEMENTS}/number-input-element", modal(field(element("number_input", is_decimal_allowed=True, min_value=1))), "/view/blocks/0/element/min_value"),
    Shape("a number's bounds in the wrong order", f"{ELEMENTS}/number-input-element", modal(field(element("number_input", is_decimal_allowed=True, min_value="9", max_value="1"))), "/view/blocks/0/element", "what Slack says to it"),
    Shape("max_files 0", f"{ELEMENTS}/file-input-element", modal(field(element("file_input", max_files=0))), "/view/blocks/0/element/max_files"),
    Shape("a number input in a message", SURFACES, [field(element("number_input", is_decimal_allowed=True))], "/blocks/0/element/type"),
    Shape("a file input in a message", SURFACES, [field(element("file_input"))], "/blocks/0/element/type"),
    Shape("rich text input in a message", SURFACES, [field(element("rich_text_input"))], "/blocks/0/element/type"),
    Shape("a file input on Home", SURFACES, home(field(element("file_input"))), "/view/blocks/0/element/type"),
    Shape("a datetime picker on Home", SURFACES, home(actions(element("datetimepicker"))), "/view/blocks/0/elements/0/type"),
    Shape("a workflow button in a modal", SURFACES, modal(actions(element("workflow_button", text=plain(), action_id="a", workflow={}))), "/view/blocks/0/elements/0/type"),
    Shape("markdown in a modal", f"{BLOCKS}/markdown-block", modal(element("markdown", text="x")), "/view/blocks/0/type"),
    Shape("markdown on Home", f"{BLOCKS}/markdown-block", home(element("markdown", text="x")), "/view/blocks/0/type"),
    Shape("a plan in a modal", f"{BLOCKS}/plan-block", modal(element("plan", title="Plan")), "/view/blocks/0/type"),
    Shape("a task card on Home", f"{BLOCKS}/task-card-block", home(element("task_card", task_id="1", title="x")), "/view/blocks/0/type"),
    Shape("context_actions in a modal", f"{BLOCKS}/context-actions-block", modal(element("context_actions", elements=[element("icon_button", icon="trash", text=plain())])), "/view/blocks/0/type"),
    Shape("an alert in a message", f"{BLOCKS}/alert-block", [element("alert", text=plain())], "/blocks/0/type"),
    Shape("a table in a modal", f"{BLOCKS}/table-block", modal(table(1, 1)), "/view/blocks/0/type"),
    Shape("a chart in a modal", CHARTS, modal(chart()), "/view/blocks/0/type"),
    Shape("a chart on Home", CHARTS, home(chart()), "/view/blocks/0/type"),
    Shape("three charts", CHARTS, [chart(), chart(), chart()], "/blocks", "seen by others"),
    Shape("twenty-one points", CHARTS, [chart(21)], "/blocks/0/chart/series/0/data"),
    Shape("seven series", CHARTS, [chart(1, series=[series(str(n), 1) for n in range(7)])], "/blocks/0/chart/series"),
    Shape("a point that no category has", CHARTS, [chart(2, series=[series("You", 1)])], "/blocks/0/chart/series/0/data"),
    Shape("two series of one name", CHARTS, [chart(1, series=[series("You", 1), series("You", 2)])], "/blocks/0/chart/series"),
    Shape("two categories of one name", CHARTS, [chart(1, axis_config={"categories": ["a", "a"]})], "/blocks/0/chart/axis_config/categories", "seen by others"),
    Shape("a gap", CHARTS, [chart(1, series=[series("You", None)])], "/blocks/0/chart/series/0/data/0/value"),
    Shape("a number as text", CHARTS, [chart(1, series=[series("You", "1")])], "/blocks/0/chart/series/0/data/0/value"),
    Shape("a label of 21 characters", CHARTS, [chart(1, axis_config={"categories": ["x" * 21]})], "/blocks/0/chart/axis_config/categories/0"),
    Shape("a title of 51 characters", CHARTS, [{**chart(), "title": "x" * 51}], "/blocks/0/title"),
    Shape("an axis name of 51 characters", CHARTS, [chart(1, axis_config={"categories": ["0"], "y_label": "x" * 51})], "/blocks/0/chart/axis_config/y_label"),
    Shape("an alternative text", CHARTS, [{**chart(), "alt_text": "x"}], "/blocks/0"),
    Shape("a share of nothing", CHARTS, [{"type": "data_visualization", "title": "Pages", "chart": {"type": "pie", "segments": [{"label": "Read", "value": 0}]}}], "/blocks/0/chart/segments/0/value"),
    Shape("an unknown alert level", f"{BLOCKS}/alert-block", modal(element("alert", text=plain(), level="fatal")), "/view/blocks/0/level"),
    Shape("an empty card", f"{BLOCKS}/card-block", [element("card")], "/blocks/0"),
    Shape("an unknown task status", f"{BLOCKS}/task-card-block", [element("task_card", task_id="1", title="x", status="done")], "/blocks/0/status"),
    Shape("a rich text list without style", f"{BLOCKS}/rich-text-block", [rich(element("rich_text_list", elements=[]))], "/blocks/0/elements/0"),
    Shape("an unknown rich text element", f"{BLOCKS}/rich-text-block", [rich(rich_section(element("bold", text="x")))], "/blocks/0/elements/0/elements/0/type"),
    Shape("a rich text text without text", f"{BLOCKS}/rich-text-block", [rich(rich_section(element("text")))], "/blocks/0/elements/0/elements/0"),
    Shape("an unknown view type", f"{VIEWS}/modal-views", {"type": "dialog", "blocks": []}, "/view"),
    Shape("a view without type", f"{VIEWS}/modal-views", {"title": plain(), "blocks": []}, "/view"),
    Shape("a modal without title", f"{VIEWS}/modal-views", {"type": "modal", "blocks": []}, "/view"),
    Shape("a modal without blocks", f"{VIEWS}/modal-views", {"type": "modal", "title": plain()}, "/view"),
    Shape("an input without submit", f"{VIEWS}/modal-views", {"type": "modal", "title": plain(), "blocks": [field()]}, "/view"),
    Shape("mrkdwn in a title", f"{VIEWS}/modal-views", modal(title=mrkdwn()), "/view/title/type"),
    Shape("an empty title", f"{VIEWS}/modal-views", modal(title=plain("")), "/view/title/text"),
    Shape("an unknown view field", f"{VIEWS}/modal-views", modal(size="large"), "/view"),
    Shape("submit on a Home", f"{VIEWS}/home-tab-views", home(submit=plain()), "/view", "what Slack says to it"),
]  # fmt: skip


def problems(built: Any) -> list[str]:
    return check_view(built) if isinstance(built, dict) else check_message_blocks(built)


@pytest.mark.parametrize("shape", ACCEPTED, ids=lambda shape: shape.id)
def test_accepted(shape: Shape) -> None:
    assert problems(shape.built) == [], shape.page


@pytest.mark.parametrize("shape", REFUSED, ids=lambda shape: shape.id)
def test_refused(shape: Shape) -> None:
    found = problems(shape.built)
    assert found, shape.page
    assert all(message.startswith("[ERROR] ") for message in found)
    assert any(message.endswith(f"[json-pointer:{shape.pointer}]") for message in found), found

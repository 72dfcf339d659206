"""Block elements and composition objects: which fields each has, and how large they may be.

Elements: https://docs.slack.dev/reference/block-kit/block-elements
Composition objects: https://docs.slack.dev/reference/block-kit/composition-objects
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sandbox.blocks.kinds import (
    Anything,
    Flag,
    Kind,
    Many,
    Matching,
    Obj,
    Report,
    Rule,
    Str,
    Surface,
    Text,
    Typed,
    Url,
    Whole,
    one_of,
)


def _parses(form: str) -> Matching:
    def test(value: str) -> bool:
        try:
            datetime.strptime(value, form)  # noqa: DTZ007 - only the form matters
        except ValueError:
            return False
        return True

    return Matching(test, {"%Y-%m-%d": "YYYY-MM-DD", "%H:%M": "HH:mm"}[form])


TYPE: Kind = Anything()
ID = Str(255)
LABEL = Text(75, plain=True)
PLACEHOLDER = Text(150, plain=True)
DATE = _parses("%Y-%m-%d")
TIME = _parses("%H:%M")

CONFIRM = Obj(
    {
        "title": Text(100, plain=True),
        "text": Text(300),
        "confirm": Text(30, plain=True),
        "deny": Text(30, plain=True),
        "style": one_of("primary", "danger"),
    },
    required=("title", "text"),
)
SELECT_OPTION = Obj(
    {"text": LABEL, "value": Str(150), "description": LABEL},
    required=("text", "value"),
)
CHOICE_OPTION = Obj(
    {"text": Text(75), "value": Str(150), "description": Text(75)},
    required=("text", "value"),
)
OVERFLOW_OPTION = Obj(
    {"text": LABEL, "value": Str(150), "description": LABEL, "url": Url(3000)},
    required=("text", "value"),
)
OPTION_GROUP = Obj({"label": LABEL, "options": Many(SELECT_OPTION, 100)}, required=("label", "options"))
FILTER = Obj(
    {
        "include": Many(one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": Flag(),
        "exclude_bot_users": Flag(),
    },
    any_of=("include", "exclude_external_shared_channels", "exclude_bot_users"),
)
DISPATCH = Obj({"trigger_actions_on": Many(one_of("on_enter_pressed", "on_character_entered"), 2)})
SLACK_FILE = Obj({"id": Str(), "url": Url(3000)}, any_of=("id", "url"))


def options_of(element: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return every option of an element, those in groups too; nothing where it is malformed."""
    groups = element.get("option_groups")
    found: list[dict[str, Any]] = []
    for options in [element.get("options"), *(g.get("options") for g in groups or () if isinstance(g, dict))]:
        found += [option for option in options or () if isinstance(option, dict)]
    return found


def _initial_is_an_option(element: dict[str, Any], at: str, report: Report) -> None:
    chosen = element.get("initial_options") or [element.get("initial_option")]
    known = [option.get("value") for option in options_of(element)]
    for option in chosen if isinstance(chosen, list) else ():
        if isinstance(option, dict) and option.get("value") not in known:
            report.add("initial option must be one of the options", at)


def _options_or_groups(element: dict[str, Any], at: str, report: Report) -> None:
    if element.get("options") is not None and element.get("option_groups") is not None:
        report.add("options and option_groups cannot both be given", at)


def _initial_within_max(element: dict[str, Any], at: str, report: Report) -> None:
    most = element.get("max_selected_items")
    initial = next((element[name] for name in element if name.startswith("initial_")), None)
    if isinstance(most, int) and isinstance(initial, list) and len(initial) > most:
        report.add(f"no more than {most} items allowed", at)


def _lengths_in_order(element: dict[str, Any], at: str, report: Report) -> None:
    least, most = element.get("min_length"), element.get("max_length")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        report.add("min_length must not be more than max_length", at)


def _numbers_in_order(element: dict[str, Any], at: str, report: Report) -> None:
    try:
        least, most = float(element.get("min_value", "-inf")), float(element.get("max_value", "inf"))
    except (TypeError, ValueError):
        return
    if least > most:
        report.add("min_value must not be more than max_value", at)


def _number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True


NUMBER = Matching(_number, "a number")
INTERACTIVE: dict[str, Kind] = {"type": TYPE, "action_id": ID, "confirm": CONFIRM, "focus_on_load": Flag()}
MENU: dict[str, Kind] = {**INTERACTIVE, "placeholder": PLACEHOLDER}
TYPED_IN: dict[str, Kind] = {
    "type": TYPE,
    "action_id": ID,
    "focus_on_load": Flag(),
    "placeholder": PLACEHOLDER,
    "dispatch_action_config": DISPATCH,
}
STATIC: dict[str, Kind] = {"options": Many(SELECT_OPTION, 100), "option_groups": Many(OPTION_GROUP, 100)}
CONVERSATIONS: dict[str, Kind] = {"default_to_current_conversation": Flag(), "filter": FILTER}
MULTI: dict[str, Kind] = {"max_selected_items": Whole(1, 10_000)}
ANSWERS: dict[str, Kind] = {"response_url_enabled": Flag()}
IDS = Many(Str(), 1000)
MODAL_ONLY: frozenset[str] = frozenset({"modal"})
NOT_HOME: frozenset[str] = frozenset({"message", "modal"})
STATIC_RULES: tuple[Rule, ...] = (_options_or_groups, _initial_is_an_option)


def _menu(fields: Mapping[str, Kind], rules: tuple[Rule, ...] = (), any_of: tuple[str, ...] = ()) -> Obj:
    return Obj({**MENU, **fields}, required=("type",), any_of=any_of, rules=rules)


def _typed_in(fields: Mapping[str, Kind], rules: tuple[Rule, ...] = (), required: tuple[str, ...] = ()) -> Obj:
    return Obj({**TYPED_IN, **fields}, required=("type", *required), rules=rules)


def _picker(fields: Mapping[str, Kind], surfaces: frozenset[Surface] | frozenset[str] | None = None) -> Obj:
    shape = {**MENU, **fields}
    return Obj(shape, required=("type",), surfaces=surfaces) if surfaces else Obj(shape, required=("type",))


BUTTON = Obj(
    {
        "type": TYPE,
        "text": LABEL,
        "action_id": ID,
        "url": Url(3000),
        "value": Str(2000, least=0),
        "style": one_of("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": Str(75),
    },
    required=("type", "text"),
)
CHOICES: dict[str, Kind] = {**INTERACTIVE, "options": Many(CHOICE_OPTION, 10)}
INITIAL_ONE: dict[str, Kind] = {"initial_option": CHOICE_OPTION}
INITIAL_MANY: dict[str, Kind] = {"initial_options": Many(CHOICE_OPTION, 10)}
FEEDBACK = Obj({"text": LABEL, "value": Str(2000), "accessibility_label": Str(75)}, required=("text", "value"))

ELEMENTS: dict[str, Obj] = {
    "button": BUTTON,
    "checkboxes": Obj({**CHOICES, **INITIAL_MANY}, required=("type", "options"), rules=(_initial_is_an_option,)),
    "radio_buttons": Obj({**CHOICES, **INITIAL_ONE}, required=("type", "options"), rules=(_initial_is_an_option,)),
    "overflow": Obj(
        {"type": TYPE, "action_id": ID, "confirm": CONFIRM, "options": Many(OVERFLOW_OPTION, 5)},
        required=("type", "options"),
    ),
    "image": Obj(
        {"type": TYPE, "image_url": Url(3000), "alt_text": Str(2000), "slack_file": SLACK_FILE},
        required=("type", "alt_text"),
        any_of=("image_url", "slack_file"),
    ),
    "datepicker": _picker({"initial_date": DATE}),
    "timepicker": _picker({"initial_time": TIME, "timezone": Str(100)}),
    "datetimepicker": _picker({"initial_date_time": Whole(1_000_000_000, 9_999_999_999)}, NOT_HOME),
    "static_select": _menu(
        {**STATIC, "initial_option": SELECT_OPTION}, STATIC_RULES, any_of=("options", "option_groups")
    ),
    "external_select": _menu({"initial_option": SELECT_OPTION, "min_query_length": Whole(0, 1000)}),
    "users_select": _menu({"initial_user": Str()}),
    "conversations_select": _menu({**CONVERSATIONS, **ANSWERS, "initial_conversation": Str()}),
    "channels_select": _menu({**ANSWERS, "initial_channel": Str()}),
    "multi_static_select": _menu(
        {**STATIC, **MULTI, "initial_options": Many(SELECT_OPTION, 100)},
        (*STATIC_RULES, _initial_within_max),
        any_of=("options", "option_groups"),
    ),
    "multi_external_select": _menu(
        {**MULTI, "initial_options": Many(SELECT_OPTION, 100), "min_query_length": Whole(0, 1000)}
    ),
    "multi_users_select": _menu({**MULTI, "initial_users": IDS}, (_initial_within_max,)),
    "multi_conversations_select": _menu(
        {**MULTI, **CONVERSATIONS, "initial_conversations": IDS}, (_initial_within_max,)
    ),
    "multi_channels_select": _menu({**MULTI, "initial_channels": IDS}, (_initial_within_max,)),
    "plain_text_input": _typed_in(
        {
            "initial_value": Str(3000, least=0),
            "multiline": Flag(),
            "min_length": Whole(0, 3000),
            "max_length": Whole(1, 3000),
        },
        (_lengths_in_order,),
    ),
    "number_input": _typed_in(
        {
            "is_decimal_allowed": Flag(),
            "initial_value": NUMBER,
            "min_value": NUMBER,
            "max_value": NUMBER,
        },
        (_numbers_in_order,),
        required=("is_decimal_allowed",),
    ),
    "email_text_input": _typed_in({"initial_value": Str(3000)}),
    "url_text_input": _typed_in({"initial_value": Str(3000)}),
    "rich_text_input": _typed_in({"initial_value": Anything()}),
    "file_input": Obj(
        {"type": TYPE, "action_id": ID, "filetypes": Many(Str(), 100), "max_files": Whole(1, 10)},
        required=("type",),
        surfaces=MODAL_ONLY,
    ),
    "workflow_button": Obj(
        {
            "type": TYPE,
            "text": LABEL,
            "workflow": Anything(),
            "action_id": ID,
            "style": one_of("primary", "danger"),
            "accessibility_label": Str(75),
        },
        required=("type", "text", "workflow", "action_id"),
    ),
    "feedback_buttons": Obj(
        {"type": TYPE, "action_id": ID, "positive_button": FEEDBACK, "negative_button": FEEDBACK},
        required=("type", "positive_button", "negative_button"),
    ),
    "icon_button": Obj(
        {
            "type": TYPE,
            "icon": one_of("trash"),
            "text": LABEL,
            "action_id": ID,
            "value": Str(2000),
            "confirm": CONFIRM,
            "accessibility_label": Str(75),
            "visible_to_user_ids": IDS,
        },
        required=("type", "icon", "text"),
    ),
    "plain_text": Obj({"type": TYPE, "text": Str(3000), "emoji": Flag()}, required=("type", "text")),
    "mrkdwn": Obj({"type": TYPE, "text": Str(3000), "verbatim": Flag()}, required=("type", "text")),
}

SELECTS = frozenset(name for name in ELEMENTS if name.endswith("_select") and not name.startswith("multi_"))
MULTI_SELECTS = frozenset(name for name in ELEMENTS if name.startswith("multi_"))
PICKERS = frozenset({"datepicker", "timepicker"})
CHOICE_TYPES = frozenset({"checkboxes", "radio_buttons"})

IN_SECTION = SELECTS | MULTI_SELECTS | PICKERS | CHOICE_TYPES | {"button", "overflow", "image", "workflow_button"}
IN_ACTIONS = (
    SELECTS | PICKERS | CHOICE_TYPES | {"button", "overflow", "datetimepicker", "rich_text_input", "workflow_button"}
)
IN_INPUT = (
    SELECTS
    | MULTI_SELECTS
    | PICKERS
    | CHOICE_TYPES
    | {"datetimepicker", "plain_text_input", "number_input", "email_text_input", "url_text_input"}
    | {"rich_text_input", "file_input"}
)
IN_CONTEXT = frozenset({"image", "plain_text", "mrkdwn"})
IN_CONTEXT_ACTIONS = frozenset({"feedback_buttons", "icon_button"})


def element(allowed: frozenset[str]) -> Typed:
    """Return the kind of an element, of one of the `allowed` types."""
    return Typed(ELEMENTS, allowed)

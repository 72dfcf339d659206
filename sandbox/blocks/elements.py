"""Block elements: which fields each has, and how large they may be.

https://docs.slack.dev/reference/block-kit/block-elements
"""

from __future__ import annotations

from collections.abc import Mapping

from sandbox.blocks.kinds import (
    EVERYWHERE,
    Anything,
    Flag,
    Kind,
    Many,
    Obj,
    Rule,
    Str,
    Typed,
    Url,
    Whole,
    one_of,
)
from sandbox.blocks.objects import (
    CHOICE_OPTION,
    CONFIRM,
    DATE,
    DISPATCH,
    FILTER,
    ID,
    LABEL,
    NUMBER,
    OPTION_GROUP,
    OVERFLOW_OPTION,
    PLACEHOLDER,
    SELECT_OPTION,
    SLACK_FILE,
    TIME,
    TYPE,
    initial_is_an_option,
    initial_within_max,
    lengths_in_order,
    numbers_in_order,
    options_or_groups,
)

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
NOT_MESSAGE: frozenset[str] = frozenset({"modal", "home"})
STATIC_RULES: tuple[Rule, ...] = (options_or_groups, initial_is_an_option)


def _menu(fields: Mapping[str, Kind], rules: tuple[Rule, ...] = (), any_of: tuple[str, ...] = ()) -> Obj:
    return Obj({**MENU, **fields}, required=("type",), any_of=any_of, rules=rules)


def _typed_in(
    fields: Mapping[str, Kind],
    rules: tuple[Rule, ...] = (),
    required: tuple[str, ...] = (),
    surfaces: frozenset[str] = EVERYWHERE,
) -> Obj:
    return Obj({**TYPED_IN, **fields}, required=("type", *required), rules=rules, surfaces=surfaces)


def _picker(fields: Mapping[str, Kind], surfaces: frozenset[str] = EVERYWHERE) -> Obj:
    return Obj({**MENU, **fields}, required=("type",), surfaces=surfaces)


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
    "checkboxes": Obj({**CHOICES, **INITIAL_MANY}, required=("type", "options"), rules=(initial_is_an_option,)),
    "radio_buttons": Obj({**CHOICES, **INITIAL_ONE}, required=("type", "options"), rules=(initial_is_an_option,)),
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
        (*STATIC_RULES, initial_within_max),
        any_of=("options", "option_groups"),
    ),
    "multi_external_select": _menu(
        {**MULTI, "initial_options": Many(SELECT_OPTION, 100), "min_query_length": Whole(0, 1000)}
    ),
    "multi_users_select": _menu({**MULTI, "initial_users": IDS}, (initial_within_max,)),
    "multi_conversations_select": _menu(
        {**MULTI, **CONVERSATIONS, "initial_conversations": IDS}, (initial_within_max,)
    ),
    "multi_channels_select": _menu({**MULTI, "initial_channels": IDS}, (initial_within_max,)),
    "plain_text_input": _typed_in(
        {
            "initial_value": Str(3000, least=0),
            "multiline": Flag(),
            "min_length": Whole(0, 3000),
            "max_length": Whole(1, 3000),
        },
        (lengths_in_order,),
    ),
    "number_input": _typed_in(
        {
            "is_decimal_allowed": Flag(),
            "initial_value": NUMBER,
            "min_value": NUMBER,
            "max_value": NUMBER,
        },
        (numbers_in_order,),
        required=("is_decimal_allowed",),
        surfaces=MODAL_ONLY,
    ),
    "email_text_input": _typed_in({"initial_value": Str(3000)}, surfaces=MODAL_ONLY),
    "url_text_input": _typed_in({"initial_value": Str(3000)}, surfaces=MODAL_ONLY),
    "rich_text_input": _typed_in({"initial_value": Anything()}, surfaces=NOT_MESSAGE),
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
        surfaces=frozenset({"message"}),
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
    SELECTS | MULTI_SELECTS | PICKERS | CHOICE_TYPES | {"button", "overflow", "datetimepicker", "workflow_button"}
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

"""Composition objects, and the small rules that elements share.

https://docs.slack.dev/reference/block-kit/composition-objects
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sandbox.blocks.kinds import Anything, Flag, Kind, Many, Matching, Obj, Report, Str, Text, Url, one_of


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
SUGGESTIONS = Obj(
    {"options": Many(SELECT_OPTION, 100, least=0), "option_groups": Many(OPTION_GROUP, 100)},
    any_of=("options", "option_groups"),
)
"""What an app answers to what was typed into a menu of its own."""
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


def initial_is_an_option(element: dict[str, Any], at: str, report: Report) -> None:
    chosen = element.get("initial_options") or [element.get("initial_option")]
    known = [option.get("value") for option in options_of(element)]
    for option in chosen if isinstance(chosen, list) else ():
        if isinstance(option, dict) and option.get("value") not in known:
            report.add("initial option must be one of the options", at)


def options_or_groups(element: dict[str, Any], at: str, report: Report) -> None:
    if element.get("options") is not None and element.get("option_groups") is not None:
        report.add("options and option_groups cannot both be given", at)


def initial_within_max(element: dict[str, Any], at: str, report: Report) -> None:
    most = element.get("max_selected_items")
    initial = next((element[name] for name in element if name.startswith("initial_")), None)
    if isinstance(most, int) and isinstance(initial, list) and len(initial) > most:
        report.add(f"no more than {most} items allowed", at)


def lengths_in_order(element: dict[str, Any], at: str, report: Report) -> None:
    least, most = element.get("min_length"), element.get("max_length")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        report.add("min_length must not be more than max_length", at)


def numbers_in_order(element: dict[str, Any], at: str, report: Report) -> None:
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

"""Modals: input blocks and views. Labels are copy; initial values are what people typed, as plain text."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from bot.domain.seen import seen
from bot.messages.blocks import Block, cut, plain
from prompts.words import Words

VIEW_TITLE_MOST = 24
TYPED_MOST = 3000
OPTIONS_MOST = 100
"""Options of one select."""


def modal(
    words: Words,
    callback: str,
    blocks: Sequence[Block],
    *,
    metadata: str = "",
    title: str = "",
    submit: str = "",
    only_looks: bool = False,
) -> dict[str, Any]:
    """A modal with its title, submit and close from copy (`<callback>-title`, `<callback>-submit`). `only_looks`: what
    is typed in it changes nothing, so that there is nothing to cancel; nor is there where nothing can be typed.

    `callback` uses dots ("reviewing.amend"); copy keys use dashes.
    """
    asks = any(block["type"] == "input" for block in blocks)
    key = callback.replace(".", "-").replace("_", "-")
    view: dict[str, Any] = {
        "type": "modal",
        "callback_id": callback,
        "title": plain(title or words(f"{key}-title"), VIEW_TITLE_MOST),
        "close": plain(words("form-close" if asks and not only_looks else "form-look-close"), VIEW_TITLE_MOST),
        "blocks": list(blocks),
        "private_metadata": metadata,
    }
    if asks:
        view["submit"] = plain(submit or words(f"{key}-submit"), VIEW_TITLE_MOST)
    return view


def field(
    words: Words,
    name: str,
    element: dict[str, Any],
    *,
    key: str,
    optional: bool = False,
    hint: bool = False,
    **args: Any,
) -> Block:
    """An input block. `name` is its block id and its element's action id; `key` is the label's copy key."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(words(key, **args), 2000),
        "element": {"action_id": name, **element},
        "optional": optional,
    }
    if hint:
        block["hint"] = plain(words(f"{key}-hint", **args), 2000)
    return block


def text(initial: str = "", *, lines: bool = False, most: int = TYPED_MOST, least: int = 0) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "plain_text_input", "multiline": lines, "max_length": most}
    if initial:
        made["initial_value"] = cut(seen(initial), most)
    if least:
        made["min_length"] = least
    return made


def number(initial: str = "") -> dict[str, Any]:
    """A number typed as people type it ("1,5", "14/20"): a text input, read by us and shown back."""
    return text(initial, most=40)


def day(initial: date | None = None) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "datepicker"}
    if initial:
        made["initial_date"] = initial.isoformat()
    return made


def clock_time(initial: time | None = None) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "timepicker"}
    if initial:
        made["initial_time"] = initial.strftime("%H:%M")
    return made


def option(label: str, value: str) -> dict[str, Any]:
    return {"text": plain(label, 75), "value": value}


def choice(kind: str, options: Sequence[dict[str, Any]], chosen: Iterable[str] = ()) -> dict[str, Any]:
    """A select, radio group or checkbox group (`kind` is Slack's element type), with what is chosen already."""
    wanted = set(chosen)
    picked = [o for o in options if o["value"] in wanted]
    made: dict[str, Any] = {"type": kind, "options": list(options)}
    if picked and kind in ("checkboxes", "multi_static_select"):
        made["initial_options"] = picked
    elif picked:
        made["initial_option"] = picked[0]
    return made


def person(*, several: bool = False, chosen: Sequence[str] = ()) -> dict[str, Any]:
    if several:
        made: dict[str, Any] = {"type": "multi_users_select"}
        if chosen:
            made["initial_users"] = list(chosen)
        return made
    return {"type": "users_select", **({"initial_user": chosen[0]} if chosen else {})}

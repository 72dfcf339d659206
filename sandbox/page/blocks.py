"""Blocks as HTML. An element becomes a small form of its own, or a field of its modal's form."""

from __future__ import annotations

import html
from collections.abc import Callable

from sandbox import text
from sandbox.blocks.objects import options_of
from sandbox.fields import LISTS
from sandbox.page.mrkdwn import as_html, text_object
from sandbox.seeing import plain_value
from sandbox.shapes import state_values
from sandbox.state import Json, State

Draw = Callable[[Json, Json], str]
"""Draws an element, given its block and itself."""

INPUT_TYPES = {"datepicker": "date", "timepicker": "time", "datetimepicker": "number", "file_input": "file"}


def attr(value: object) -> str:
    """Escape for an attribute."""
    return html.escape(str(value), quote=True)


def field(state: State, block: Json, element: Json, value: object) -> str:
    """Return an input for an element that holds a value."""
    kind = element["type"]
    name = attr(f"{block['block_id']}|{element['action_id']}")
    choices = _choices(state, element)
    if choices is not None:
        return _select(name, choices, value, many=kind in LISTS)
    if element.get("multiline"):
        return f'<textarea name="{name}" rows="4">{html.escape(str(value or ""))}</textarea>'
    more = " multiple" if kind == "file_input" else ""
    return f'<input type="{INPUT_TYPES.get(kind, "text")}" name="{name}" value="{attr(value or "")}"{more}>'


def _choices(state: State, element: Json) -> list[tuple[str, str]] | None:
    kind = element["type"]
    if "users" in kind:
        return [(user.id, user.real_name) for user in state.users.values() if not user.is_bot]
    if "channels" in kind or "conversations" in kind:
        return [(place.id, f"#{place.name}") for place in state.conversations.values() if place.name]
    if element.get("options") or element.get("option_groups"):
        return [(option["value"], option["text"]["text"]) for option in options_of(element)]
    return None


def _select(name: str, choices: list[tuple[str, str]], value: object, *, many: bool) -> str:
    chosen = value if isinstance(value, list) else [value]
    options = "" if many else '<option value="">…</option>'
    for key, label in choices:
        selected = " selected" if key in chosen else ""
        options += f'<option value="{attr(key)}"{selected}>{html.escape(label)}</option>'
    return f'<select name="{name}"{" multiple" if many else ""}>{options}</select>'


def draw_blocks(
    state: State, blocks: list[Json], inputs: dict[str, dict[str, Json]], draw: Draw, errors: dict[str, str]
) -> str:
    """Return blocks as HTML; `draw` draws the elements that a person can act on."""
    values = state_values(blocks, inputs)
    return "".join(_block(state, block, values, draw, errors) for block in blocks)


def _block(state: State, block: Json, values: Json, draw: Draw, errors: dict[str, str]) -> str:
    match block["type"]:
        case "section":
            inner = text_object(state, block["text"]) if block.get("text") else ""
            fields = "".join(f"<div>{text_object(state, f)}</div>" for f in block.get("fields") or ())
            inner += f'<div class="fields">{fields}</div>' if fields else ""
            extra = draw(block, block["accessory"]) if block.get("accessory") else ""
            return f'<div class="section"><div>{inner}</div>{extra}</div>'
        case "header":
            return f"<h3>{text_object(state, block['text'])}</h3>"
        case "divider":
            return "<hr>"
        case "image":
            return f'<img src="{attr(block.get("image_url", ""))}" alt="{attr(block["alt_text"])}">'
        case "context":
            return f'<div class="context">{" ".join(_small(state, e) for e in block["elements"])}</div>'
        case "actions" | "context_actions":
            return f'<div class="actions">{"".join(draw(block, e) for e in block["elements"])}</div>'
        case "input":
            return _input(state, block, values, errors)
        case "markdown":
            return f"<div>{as_html(state, text.escape(block['text']))}</div>"
        case "table":
            rows = "".join(f"<tr>{''.join(_cell(state, cell) for cell in row)}</tr>" for row in block["rows"])
            return f"<table>{rows}</table>"
        case _:
            shown = html.escape(text.visible_in_blocks(state, [block])).replace("\n", "<br>")
            return f"<div>{shown}</div>"


def _cell(state: State, cell: Json) -> str:
    return f"<td>{html.escape(cell.get('text') or text.visible_in_blocks(state, [cell]))}</td>"


def _small(state: State, element: Json) -> str:
    if element["type"] == "image":
        return f'<img class="small" src="{attr(element.get("image_url", ""))}" alt="{attr(element["alt_text"])}">'
    return f"<span>{text_object(state, element)}</span>"


def _input(state: State, block: Json, values: Json, errors: dict[str, str]) -> str:
    element = block["element"]
    value = plain_value(values[block["block_id"]][element["action_id"]])
    label = html.escape(block["label"]["text"]) + (" (optional)" if block.get("optional") else "")
    hint = f'<div class="context">{html.escape(block["hint"]["text"])}</div>' if block.get("hint") else ""
    problem = errors.get(block["block_id"])
    shown = f'<div class="error">{html.escape(problem)}</div>' if problem else ""
    return f"<label>{label}{field(state, block, element, value)}</label>{hint}{shown}"


def draw_element(state: State, block: Json, element: Json, value: object) -> str:
    """Return an element's controls: a button, or a field with a button beside it."""
    name = attr(f"{block['block_id']}|{element['action_id']}")
    label = element.get("text")
    if isinstance(label, dict):
        style = attr(element.get("style", ""))
        return f'<button name="press" value="{name}" class="{style}">{html.escape(label["text"])}</button>'
    if element["type"] == "image":
        return f'<img class="small" src="{attr(element.get("image_url", ""))}" alt="{attr(element["alt_text"])}">'
    return f'{field(state, block, element, value)}<button name="select" value="{name}">OK</button>'

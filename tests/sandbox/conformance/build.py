"""Short names for Block Kit payloads, so that the tables stay readable."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def chars(count: int) -> str:
    """Return so many code points, outside the basic plane, which count as one each."""
    return "🌱" * count


def plain(text: str = "Text") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "Text", **more: Any) -> Json:
    return {"type": "mrkdwn", "text": text, **more}


def chart(points: int = 2, kind: str = "line", **more: Any) -> Json:
    """A chart of one series; `more` is put into its inner part."""
    labels = [str(number) for number in range(points)]
    data = [{"label": label, "value": 1} for label in labels]
    inner = {"type": kind, "series": [{"name": "You", "data": data}], "axis_config": {"categories": labels}, **more}
    return {"type": "data_visualization", "title": "Pages", "chart": inner}


def series(name: str, *values: Any) -> Json:
    return {"name": name, "data": [{"label": str(place), "value": value} for place, value in enumerate(values)]}


def option(value: str = "v", text: str = "Label", **more: Any) -> Json:
    return {"text": plain(text), "value": value, **more}


def options(count: int) -> list[Json]:
    return [option(str(number)) for number in range(count)]


def section(**fields: Any) -> Json:
    return {"type": "section", **(fields or {"text": mrkdwn()})}


def button(**more: Any) -> Json:
    return {"type": "button", "text": plain("Go"), **more}


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def context(*elements: Json) -> Json:
    return {"type": "context", "elements": list(elements)}


def image(**more: Any) -> Json:
    return {"type": "image", "image_url": "https://school.example/p.png", "alt_text": "A picture", **more}


def element(kind: str, **more: Any) -> Json:
    return {"type": kind, **more}


def select(**more: Any) -> Json:
    return {"type": "static_select", **({} if "option_groups" in more else {"options": options(2)}), **more}


def field(inner: Json | None = None, **more: Any) -> Json:
    inner = inner if inner is not None else element("plain_text_input")
    return {"type": "input", "label": plain("Label"), "element": inner, **more}


def rich(*parts: Json) -> Json:
    return {"type": "rich_text", "elements": list(parts)}


def rich_section(*runs: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(runs)}


def table(rows: int, columns: int, **more: Any) -> Json:
    row = [{"type": "raw_text", "text": "x"}] * columns
    return {"type": "table", "rows": [row] * rows, **more}


def confirm(**more: Any) -> Json:
    return {"title": plain("Sure"), "text": mrkdwn("Really?"), **more}


def modal(*blocks: Json, **more: Any) -> Json:
    return {"type": "modal", "title": plain("Title"), "submit": plain("Send"), "blocks": list(blocks), **more}


def home(*blocks: Json, **more: Any) -> Json:
    return {"type": "home", "blocks": list(blocks), **more}

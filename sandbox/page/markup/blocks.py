"""Blocks that nobody can press, as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from sandbox.page.markup.charts import chart
from sandbox.page.markup.mrkdwn import SAFE_LINKS, Reader, mrkdwn, plain, text_object
from sandbox.page.markup.rich_text import rich_text
from sandbox.page.markup.tables import data_table, table
from sandbox.state import Json
from sandbox.text import escape as slack_escape
from sandbox.text import visible_in_blocks

_BOLD = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*")
_LINK = re.compile(r"\[([^\]\n]+)\]\((https?://[^)\s]+)\)")


def static(reader: Reader, block: Json) -> Markup:
    """Return a block as HTML; one of an unknown kind as the text that is in it."""
    draw = _STATIC.get(block["type"])
    if draw is not None:
        return draw(reader, block)
    return plain(visible_in_blocks(reader.state, [block]))


def section(reader: Reader, block: Json) -> Markup:
    """Return a section without its accessory."""
    out = Markup("")
    if block.get("text"):
        out += Markup("<div>{}</div>").format(text_object(reader, block["text"]))
    if block.get("fields"):
        cells = (Markup("<div>{}</div>").format(text_object(reader, part)) for part in block["fields"])
        out += Markup('<div class="fields">{}</div>').format(Markup("").join(cells))
    return out


def header(reader: Reader, block: Json) -> Markup:
    """Return a header."""
    return Markup("<h3>{}</h3>").format(text_object(reader, block["text"]))


def context(reader: Reader, block: Json) -> Markup:
    """Return the small print: texts and small images in a row."""
    parts = (
        picture(reader, part, small=True)
        if part["type"] == "image"
        else Markup("<span>{}</span>").format(text_object(reader, part))
        for part in block["elements"]
    )
    return Markup("").join(parts)


def picture(reader: Reader, block: Json, *, small: bool = False) -> Markup:
    """Return an image, of the web or of the workspace's files."""
    url = str(block.get("image_url") or "")
    stored = block.get("slack_file") or {}
    if stored.get("id"):
        url = f"/files/{stored['id']}"
    elif not url.startswith(SAFE_LINKS[:2]):
        return escape(f"[{block['alt_text']}]")
    image = Markup('<img src="{}" alt="{}" loading="lazy" class="{}">').format(
        url, block["alt_text"], "small" if small else ""
    )
    title = (
        Markup("<figcaption>{}</figcaption>").format(text_object(reader, block["title"]))
        if block.get("title")
        else Markup("")
    )
    return image if small else Markup("<figure>{}{}</figure>").format(title, image)


def markdown(reader: Reader, block: Json) -> Markup:
    """Return a markdown block: its bold marks, links, headings and bullets become those of mrkdwn."""
    lines = []
    for line in slack_escape(str(block["text"])).split("\n"):
        line = re.sub(r"^#{1,6} (.+)", r"**\1**", line)
        line = re.sub(r"^( *)[-*] ", r"\1• ", line)
        line = re.sub(r"^&gt; ?", "> ", line)
        lines.append(_LINK.sub(r"<\2|\1>", _BOLD.sub(r"*\1*", line)))
    return mrkdwn(reader, "\n".join(lines))


def _divider(_reader: Reader, _block: Json) -> Markup:
    return Markup("<hr>")


_STATIC: dict[str, Callable[[Reader, Json], Markup]] = {
    "section": section,
    "header": header,
    "divider": _divider,
    "context": context,
    "image": picture,
    "rich_text": rich_text,
    "table": table,
    "data_table": data_table,
    "data_visualization": chart,
    "markdown": markdown,
}

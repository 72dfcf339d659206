"""table and data_table blocks as HTML.

https://docs.slack.dev/reference/block-kit/blocks/table-block
https://docs.slack.dev/reference/block-kit/blocks/data-table-block
"""

from __future__ import annotations

from markupsafe import Markup, escape

from sandbox.page.markup.mrkdwn import Reader
from sandbox.page.markup.rich_text import rich_text
from sandbox.state import Json

_ALIGN = ("left", "center", "right")


def table(reader: Reader, block: Json) -> Markup:
    """Return a table; its first row is its head, as Slack shows it."""
    return Markup('<div class="table" tabindex="0">{}</div>').format(_whole(reader, block))


def data_table(reader: Reader, block: Json) -> Markup:
    """Return it with its caption and all its rows; Slack turns pages of it, sorts and searches."""
    made = Markup('<figure class="table paged" tabindex="0"><figcaption>{}</figcaption>{}</figure>')
    return made.format(escape(str(block["caption"])), _whole(reader, block))


def _whole(reader: Reader, block: Json) -> Markup:
    settings = block.get("column_settings") or []
    rows = [_row(reader, row, settings, "td" if index else "th") for index, row in enumerate(block["rows"])]
    head, body = rows[0], Markup("").join(rows[1:])
    return Markup("<table><thead>{}</thead><tbody>{}</tbody></table>").format(head, body)


def _row(reader: Reader, cells: list[Json], settings: list[Json | None], tag: str) -> Markup:
    out = Markup("")
    for index, cell in enumerate(cells):
        setting = (settings[index] if index < len(settings) else None) or {}
        align = setting.get("align") if setting.get("align") in _ALIGN else "left"
        inner = rich_text(reader, cell) if cell["type"] == "rich_text" else escape(str(cell.get("text", "")))
        out += Markup('<{0} class="{1}">{2}</{0}>').format(Markup(tag), f"to-{align}", inner)  # noqa: S704 - one of a few tags of our own
    return Markup("<tr>{}</tr>").format(out)

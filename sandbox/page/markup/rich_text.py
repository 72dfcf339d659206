"""rich_text blocks as HTML. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from sandbox.page.markup.emoji import shown as shown_emoji
from sandbox.page.markup.mrkdwn import Reader, link, mention
from sandbox.state import Json
from sandbox.text import visible

_BREAK = Markup("<br>")
_STYLES = (("code", "code"), ("bold", "b"), ("italic", "i"), ("strike", "s"), ("underline", "u"))


def rich_text(reader: Reader, block: Json) -> Markup:
    """Return a rich_text block, or a cell that holds one."""
    return Markup("").join(_part(reader, part) for part in block.get("elements") or ())


def _part(reader: Reader, part: Json) -> Markup:
    if part["type"] == "rich_text_list":
        return _list(reader, part)
    inner = _inlines(reader, part["elements"])
    match part["type"]:
        case "rich_text_quote":
            return Markup("<blockquote>{}</blockquote>").format(inner)
        case "rich_text_preformatted":
            return Markup("<pre>{}</pre>").format(inner)
        case _:
            return Markup("<p>{}</p>").format(inner)


def _list(reader: Reader, part: Json) -> Markup:
    """A deeper list follows its parent as a list of its own; its indent says how deep it is."""
    items = Markup("").join(
        Markup("<li>{}</li>").format(_inlines(reader, item.get("elements") or ())) for item in part["elements"]
    )
    tag = Markup("ol") if part.get("style") == "ordered" else Markup("ul")
    start = int(part.get("offset") or 0) + 1
    depth = min(int(part.get("indent") or 0), 8)
    return Markup('<{0} class="indent-{1}" start="{2}">{3}</{0}>').format(tag, depth, start, items)


def _inlines(reader: Reader, elements: Iterable[Json]) -> Markup:
    return Markup("").join(_inline(reader, element) for element in elements)


def _inline(reader: Reader, element: Json) -> Markup:
    inner = _content(reader, element)
    style = element.get("style") or {}
    for name, tag in _STYLES:
        if style.get(name):
            inner = Markup("<{0}>{1}</{0}>").format(Markup(tag), inner)  # noqa: S704 - one of a few tags of our own
    return inner


def _content(reader: Reader, element: Json) -> Markup:
    match element["type"]:
        case "text":
            return _BREAK.join(escape(line) for line in str(element["text"]).split("\n"))
        case "link":
            return link(str(element["url"]), str(element.get("text") or element["url"]))
        case "user":
            me = element["user_id"] == reader.user
            return mention(visible(reader.state, f"<@{element['user_id']}>"), me=me)
        case "channel":
            return mention(visible(reader.state, f"<#{element['channel_id']}>"))
        case "broadcast":
            return mention(f"@{element['range']}")
        case "emoji":
            return escape(shown_emoji(str(element["name"])))
        case _:
            return escape(str(element.get("fallback") or element.get("value") or ""))

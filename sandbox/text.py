"""Text as Slack reads it: escapes, references, mentions, and what a person sees of it.

https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sandbox.state import Conversation, State, User

BROADCASTS = ("here", "channel", "everyone")
_REFERENCE = re.compile(r"<([^<>]*)>")
_BROADCAST_WORD = re.compile(r"(?<![\w<!@])@(here|channel|everyone)\b")
_CHANNEL_WORD = re.compile(r"(?<![\w<&])#([a-z0-9][a-z0-9_-]*)")
_NAME_WORD = re.compile(r"(?<![\w<@.])@([\w.-]*[\w-])")
_WRITTEN = re.compile(r"(<(?:[@#!][^<>\s]+|(?:https?://|mailto:|tel:)[^<>\s|]+(?:\|[^<>]*)?)>)")
_LINKED = re.compile(
    r"(?P<address>https?://[^\s<>]+)"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<host>(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|edu|io|it|de|fr|uk|eu|me|be|co|tv|app|gov)\b(?![@-])"
    r"(?:/[^\s<>]*)?)",
    re.IGNORECASE,
)
"""What Slack makes a link of by itself: addresses, mail, and whatever ends like a host ("finished today.it was hard").
Undocumented: which endings it knows; these are among them."""
_AFTER_A_LINK = ".,;:!?)]}'\""
_MARKS = re.compile(r"(?<![\w*_~`])([*_~`])(?=\S)(.+?)(?<=\S)\1(?![\w*_~`])")

Json = dict[str, Any]


def escape(text: str) -> str:
    """Escape the three characters that Slack escapes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Undo `escape`."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def mentions(text: str, *, link_words: bool) -> set[str]:
    """Return whom mrkdwn mentions: user ids and `@here`, `@channel`, `@everyone`.

    With `link_words` (a text object whose `verbatim` is false) plain words such as `@here` count too.
    """
    found: set[str] = set()
    for reference in _REFERENCE.findall(text):
        target = reference.split("|")[0]
        if target.startswith("@"):
            found.add(target[1:])
        elif target.startswith("!") and target[1:] in BROADCASTS:
            found.add(f"@{target[1:]}")
    if link_words:
        found |= {f"@{word}" for word in _BROADCAST_WORD.findall(text)}
    return found


def mentions_in_blocks(blocks: Iterable[Json]) -> set[str]:
    """Return whom the blocks of a message mention."""
    found: set[str] = set()
    for part in _walk(list(blocks)):
        kind = part.get("type")
        if kind == "mrkdwn":
            found |= mentions(part["text"], link_words=not part.get("verbatim", False))
        elif kind == "markdown":
            found |= mentions(part["text"], link_words=True)
        elif kind == "user":
            found.add(part["user_id"])
        elif kind == "broadcast":
            found.add(f"@{part['range']}")
    return found


def notified(state: State, conversation: Conversation, author: str, marks: Iterable[str]) -> frozenset[str]:
    """Return whom a message with these mentions notifies: members only, never its author."""
    members = set(conversation.members) - {author}
    return frozenset(mark for mark in marks if mark.startswith("@") or mark in members)


def as_typed(state: State, text: str) -> str:
    """Return what Slack stores for text that a person typed: escaped, with names turned into references.

    References that are written out (`<@U…>`, `<!here>`, links with a label or none) stand for what the composer
    inserted, and stay.
    """
    parts = _WRITTEN.split(text)
    return "".join(part if index % 2 else _as_plain(state, part) for index, part in enumerate(parts))


def _as_plain(state: State, text: str) -> str:
    """Return text without written references as Slack stores it."""
    stored, end = "", 0
    for found in _LINKED.finditer(text):
        shown = found[0].rstrip(_AFTER_A_LINK)
        stored += _link_words(state, escape(text[end : found.start()])) + _link(found.lastgroup, shown)
        end = found.start() + len(shown)
    return stored + _link_words(state, escape(text[end:]))


def _link(kind: str | None, shown: str) -> str:
    written = escape(shown)
    if kind == "address":
        return f"<{written}>"
    return f"<{'mailto:' if kind == 'mail' else 'http://'}{written}|{written}>"


def rich_elements(written: str) -> list[Json]:
    """Return stored text as the elements of a rich_text_section."""
    parts = [part for part in re.split(r"(<[^<>]*>)", written) if part]
    return [_rich_element(part) for part in parts]


def _rich_element(part: str) -> Json:
    match = _REFERENCE.fullmatch(part)
    if match is None:
        return {"type": "text", "text": unescape(part)}
    target, _, label = match.group(1).partition("|")
    if target.startswith("@"):
        return {"type": "user", "user_id": target[1:]}
    if target.startswith("#"):
        return {"type": "channel", "channel_id": target[1:]}
    if target[1:] in BROADCASTS:
        return {"type": "broadcast", "range": target[1:]}
    link = {"type": "link", "url": unescape(target)}
    return link | {"text": unescape(label)} if label else link


def as_command_text(state: State, text: str, *, should_escape: bool) -> str:
    """Return a slash command's text; names become `<@U…|name>` when the command asks for escaping.

    https://docs.slack.dev/interactivity/implementing-slash-commands
    """
    if not should_escape:
        return text
    text = _by_full_name(state, text, with_name=True)
    text = _NAME_WORD.sub(lambda m: _user_reference(state, m, with_name=True), text)
    return _CHANNEL_WORD.sub(lambda m: _channel_reference(state, m), text)


def visible(state: State, text: str) -> str:
    """Return what a person reads of mrkdwn: names for references, no marks, no escapes."""
    text = _REFERENCE.sub(lambda m: _shown(state, m.group(1)), text)
    for _ in range(3):
        text = _MARKS.sub(r"\2", text)
    return unescape(text)


def visible_in_blocks(state: State, blocks: Iterable[Json]) -> str:
    """Return everything that a person reads in blocks, a line for each text."""
    return "\n".join(line for line in _lines(state, list(blocks)) if line)


def _link_words(state: State, text: str) -> str:
    text = _BROADCAST_WORD.sub(r"<!\1>", text)
    text = _by_full_name(state, text, with_name=False)
    text = _NAME_WORD.sub(lambda m: _user_reference(state, m, with_name=False), text)
    return _CHANNEL_WORD.sub(lambda m: _channel_reference(state, m), text)


def _by_full_name(state: State, text: str, *, with_name: bool) -> str:
    """Return the text with `@Ms Lee` as a reference, as the composer makes one of who is chosen from its list."""
    people = {escape(user.shown): user for user in state.users.values() if " " in user.shown}
    if not people:
        return text
    names = "|".join(re.escape(name) for name in sorted(people, key=len, reverse=True))
    return re.sub(
        rf"(?<![\w<@.])@({names})\b", lambda found: _reference_to(people[found[1]], with_name=with_name), text
    )


def _reference_to(user: User, *, with_name: bool) -> str:
    return f"<@{user.id}|{user.name}>" if with_name else f"<@{user.id}>"


def _user_reference(state: State, match: re.Match[str], *, with_name: bool) -> str:
    for user in state.users.values():
        if user.name == match.group(1):
            return _reference_to(user, with_name=with_name)
    return match.group(0)


def _channel_reference(state: State, match: re.Match[str]) -> str:
    for conversation in state.conversations.values():
        if conversation.name and conversation.name == match.group(1):
            return f"<#{conversation.id}|{conversation.name}>"
    return match.group(0)


def _shown(state: State, reference: str) -> str:
    target, _, label = reference.partition("|")
    if target.startswith("@"):
        user = state.users.get(target[1:])
        return f"@{user.shown if user else label or target[1:]}"
    if target.startswith("#"):
        conversation = state.conversations.get(target[1:])
        return f"#{conversation.name if conversation else label or target[1:]}"
    if target.startswith("!date^"):
        return label or target
    if target.startswith("!"):
        return f"@{target[1:]}"
    return label or target


def _walk(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner)


_READ_IN_ORDER = (
    "title", "label", "text", "subtitle", "body", "fields", "accessory", "element", "elements", "rows",
    "actions", "options", "placeholder", "hint", "description", "positive_button", "negative_button",
    "initial_value", "alt_text",
)  # fmt: skip


def _lines(state: State, value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from _lines(state, inner)
    elif isinstance(value, dict):
        yield from _lines_of(state, value)


def _lines_of(state: State, part: Json) -> Iterator[str]:
    kind = part.get("type")
    if kind in ("mrkdwn", "markdown"):
        yield visible(state, part["text"])
    elif kind in ("rich_text_section", "rich_text_quote", "rich_text_preformatted"):
        yield "".join(_inline(state, element) for element in part["elements"])
    else:
        for name in _READ_IN_ORDER:
            if name in part and not (name == "text" and kind == "url"):
                yield from _lines(state, part[name])


def _inline(state: State, part: Json) -> str:
    match part["type"]:
        case "text":
            return str(part["text"])
        case "link":
            return str(part.get("text") or part["url"])
        case "user":
            return _shown(state, f"@{part['user_id']}")
        case "channel":
            return _shown(state, f"#{part['channel_id']}")
        case "broadcast":
            return f"@{part['range']}"
        case "emoji":
            return f":{part['name']}:"
        case _:
            return str(part.get("fallback") or part.get("value") or "")

"""Block Kit, from copy and what people typed. The one place where typed text enters a block.

Everything is rich_text or plain_text: Slack parses neither, so what a person typed can not mention, link or
format. Copy may use *bold* and _italic_; they become styles, not mrkdwn. What was kept before hidden characters were
taken out of what comes in is shown without them, too.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.outbox import Message
from bot.domain.seen import seen
from prompts.words import CLOSE, OPEN, Mention, SentencePiece, Typed, Words, isolated

Block = dict[str, Any]

_STYLED = re.compile(r"\*(?P<bold>[^*\n]+)\*|(?<!\w)_(?P<italic>[^_\n]+)_(?!\w)")
_PLACE = re.compile("([\ue000-\uf8ff])")
_FIRST_PLACE = 0xE000
"""A private-use character holds the place of an argument while the copy around it is read."""
_ISOLATE = re.compile(f"([{OPEN}{CLOSE}])")
_TEXT_MOST = 3000
_BUTTON_MOST = 75
_FALLBACK_MOST = 3000


def plain(text: str, most: int = _TEXT_MOST) -> dict[str, Any]:
    """A plain_text object; longer than Slack takes is cut with an ellipsis, and empty becomes a dash."""
    return {"type": "plain_text", "text": cut(_seen_in_sentence(text), most) or "–", "emoji": True}


def cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text, 150)}


def divider() -> Block:
    return {"type": "divider"}


def rich(*paragraphs: Sequence[SentencePiece]) -> Block:
    """Paragraphs of copy and typed pieces, each on a line of its own."""
    elements: list[dict[str, Any]] = []
    for i, pieces in enumerate(paragraphs):
        if i:
            elements.append(_text("\n"))
        elements += _elements(pieces)
    section = {"type": "rich_text_section", "elements": elements or [_text("–")]}
    return {"type": "rich_text", "elements": [section]}


def say(words: Words, key: str, **args: Any) -> Block:
    """One sentence or paragraph of copy."""
    return rich(words.pieces(key, **args))


def spoken(pieces: Sequence[SentencePiece]) -> str:
    """The pieces as plain text, for notifications: copy without its style signs, what people typed as it is."""
    copy, kept = _with_places(pieces)
    names = [isolated(piece.name if isinstance(piece, Mention) else piece.text) for piece in kept]
    bare = "".join(part for part, _ in _styled(copy))
    return _PLACE.sub(lambda place: names[ord(place[0]) - _FIRST_PLACE], bare)


def quote(text: str) -> Block:
    """Somebody's own words, set apart."""
    element = {"type": "rich_text_quote", "elements": [_text(cut(seen(text), _TEXT_MOST) or "–")]}
    return {"type": "rich_text", "elements": [element]}


def to_copy(text: str) -> Block:
    """Something to be copied letter by letter; no client makes a link of it."""
    element = {"type": "rich_text_preformatted", "elements": [_text(cut(seen(text), _TEXT_MOST) or "–")]}
    return {"type": "rich_text", "elements": [element]}


def bullets(*items: Sequence[SentencePiece]) -> Block:
    lines = [{"type": "rich_text_section", "elements": _elements(item) or [_text("–")]} for item in items]
    return {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet", "elements": lines}]}


def small(*texts: str) -> Block:
    """A context line: who, when, what next."""
    return {"type": "context", "elements": [plain(text) for text in texts]}


def button(
    label: str,
    action: str,
    value: str = "",
    *,
    style: str | None = None,
    confirm: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """A button; `value` is what comes back, and is checked again when it does."""
    made: dict[str, Any] = {"type": "button", "text": plain(label, _BUTTON_MOST), "action_id": action}
    if value:
        made["value"] = value
    if style:
        made["style"] = style
    if confirm:
        made["confirm"] = confirm
    return made


def menu(action: str, options: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """What is behind "⋯": up to five options, each a press of its own."""
    return {"type": "overflow", "action_id": action, "options": list(options)}


def confirm(title: str, text: str, yes: str, no: str) -> dict[str, Any]:
    return {"title": plain(title, 100), "text": plain(text, 300), "confirm": plain(yes, 30), "deny": plain(no, 30)}


def line(text: str, beside: dict[str, Any]) -> Block:
    """One line with a button beside it."""
    return {"type": "section", "text": plain(text), "accessory": beside}


def actions(buttons: Iterable[dict[str, Any]]) -> Block:
    return {"type": "actions", "elements": list(buttons)}


def image(url: str, alt: str) -> Block:
    return {"type": "image", "image_url": url, "alt_text": cut(_seen_in_sentence(alt), 2000)}


def slack_image(file: str, alt: str) -> Block:
    """A picture that stands in the reader's conversation already, by Slack's id of it."""
    return {"type": "image", "slack_file": {"id": file}, "alt_text": cut(_seen_in_sentence(alt), 2000)}


def fallback(text: str) -> str:
    """A message's top-level text, which Slack does parse: escaped, and with no sign that mentions or formats."""
    safe = _seen_in_sentence(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"[@#*_~`]", lambda sign: sign.group() + "\u2060", cut(safe, _FALLBACK_MOST))


def _seen_in_sentence(text: str) -> str:
    """Copy with typed text in it, as it is seen; what keeps a piece of it from moving the others stays."""
    return "".join(part if part in (OPEN, CLOSE) else seen(part) for part in _ISOLATE.split(text))


def _elements(pieces: Sequence[SentencePiece]) -> list[dict[str, Any]]:
    """Rich text elements; a style in the copy covers the arguments that stand inside it."""
    copy, kept = _with_places(pieces)
    return [element for part, style in _styled(copy) for element in _filled(part, style, kept)]


def _with_places(pieces: Sequence[SentencePiece]) -> tuple[str, list[Typed | Mention]]:
    """The copy with a place for each argument, and the arguments."""
    kept: list[Typed | Mention] = []
    copy = ""
    for piece in pieces:
        if isinstance(piece, str):
            copy += _PLACE.sub("", piece)
        else:
            copy += chr(_FIRST_PLACE + len(kept))
            kept.append(piece)
    return copy, kept


def _styled(copy: str) -> Iterable[tuple[str, str | None]]:
    at = 0
    for match in _STYLED.finditer(copy):
        yield copy[at : match.start()], None
        yield match["bold"] or match["italic"], "bold" if match["bold"] else "italic"
        at = match.end()
    yield copy[at:], None


def _filled(part: str, style: str | None, kept: Sequence[Typed | Mention]) -> Iterable[dict[str, Any]]:
    for text in filter(None, _PLACE.split(part)):
        piece = kept[ord(text) - _FIRST_PLACE] if _PLACE.fullmatch(text) else None
        if isinstance(piece, Mention):
            yield _with_style({"type": "user", "user_id": piece.user}, style)
        elif isinstance(piece, Typed):
            yield _text(isolated(cut(seen(piece.text), _TEXT_MOST)) or "–", style)
        else:
            yield _text(text, style)


def _text(text: str, style: str | None = None) -> dict[str, Any]:
    return _with_style({"type": "text", "text": text}, style)


def _with_style(made: dict[str, Any], style: str | None) -> dict[str, Any]:
    if style:
        made["style"] = {style: True}
    return made


# Several names in one sentence.


def joined(words: Words, names: Sequence[str]) -> str:
    """ "Ms Lee, Mr Bell and Mx Fox", in the reader's language."""
    if len(names) < 2:
        return "".join(names)
    return words("list-and", first=", ".join(names[:-1]), last=names[-1])


# The class that something is about, in front of it, for a reader who is in more than one.


def message_named(made: Message, classroom: str, words: Words) -> Message:
    """The message as one of this class. One that says so already stays as it is."""
    if not classroom or fallback(classroom) in made.text:
        return made
    text = words("class-and-text", classroom=fallback(classroom), text=made.text)
    file = made.file
    if file is not None and file.instead is not None:
        file = replace(file, instead=message_named(file.instead, classroom, words))
    blocks = tuple(_below_title(made.blocks, _line(classroom, words)))
    in_words = message_named(made.in_words, classroom, words) if made.in_words is not None else None
    return replace(made, text=text, blocks=blocks, file=file, in_words=in_words)


def form_named(view: Mapping[str, Any], classroom: str, words: Words) -> dict[str, Any]:
    """The form with the class above its fields."""
    return {**view, "blocks": [_line(classroom, words), *view["blocks"]]} if classroom else dict(view)


def _line(classroom: str, words: Words) -> Block:
    return small(words("class-line", classroom=classroom))


def _below_title(blocks: Sequence[Mapping[str, Any]], line: Block) -> list[Mapping[str, Any]]:
    titled = bool(blocks) and blocks[0]["type"] == "header"
    return [*blocks[:titled], line, *blocks[titled:]]

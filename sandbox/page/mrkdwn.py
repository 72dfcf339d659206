"""Slack's text as HTML."""

from __future__ import annotations

import html
import re

from sandbox import text
from sandbox.state import Json, State

_REFERENCE = re.compile(r"<([^<>]*)>")
_STYLES = (
    (re.compile(r"```(.+?)```", re.S), r"<pre>\1</pre>"),
    (re.compile(r"(?<![\w`])`([^`\n]+)`(?![\w`])"), r"<code>\1</code>"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\w*])"), r"<b>\1</b>"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]+)(?<=\S)_(?![\w_])"), r"<i>\1</i>"),
    (re.compile(r"(?<![\w~])~(?=\S)([^~\n]+)(?<=\S)~(?![\w~])"), r"<s>\1</s>"),
)


def as_html(state: State, written: str) -> str:
    """Return mrkdwn as HTML."""
    parts = re.split(r"(<[^<>]*>)", written)
    out = []
    for part in parts:
        match = _REFERENCE.fullmatch(part)
        out.append(_reference(state, match.group(1)) if match else html.escape(text.unescape(part)))
    result = "".join(out)
    for pattern, replacement in _STYLES:
        result = pattern.sub(replacement, result)
    return result.replace("\n", "<br>")


def _reference(state: State, reference: str) -> str:
    shown = html.escape(text.visible(state, f"<{reference}>"))
    target = reference.split("|")[0]
    if target.startswith(("http://", "https://", "mailto:")):
        return f'<a href="{html.escape(text.unescape(target), quote=True)}" rel="noreferrer">{shown}</a>'
    return f'<span class="mention">{shown}</span>'


def text_object(state: State, value: Json) -> str:
    """Return a text object as HTML."""
    if value["type"] == "mrkdwn":
        return as_html(state, value["text"])
    return html.escape(value["text"]).replace("\n", "<br>")

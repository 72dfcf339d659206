"""Slack's mrkdwn as HTML. https://docs.slack.dev/messaging/formatting-message-text"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from sandbox.page.markup.emoji import EMOJI
from sandbox.state import State
from sandbox.text import unescape, visible

SAFE_LINKS = ("http://", "https://", "mailto:")

_FENCE = re.compile(r"```\n?(.+?)\n?```", re.S)
_QUOTE = re.compile(r"(?:&gt;|>) ?")
_INLINE = re.compile(
    r"<(?P<reference>[^<>\n]+)>"
    r"|(?<![\w`])`(?P<code>[^`\n]+)`(?![\w`])"
    r"|(?<![\w*])\*(?=\S)(?P<b>[^*\n]+?)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_])_(?=\S)(?P<i>[^_\n]+?)(?<=\S)_(?![\w_])"
    r"|(?<![\w~])~(?=\S)(?P<s>[^~\n]+?)(?<=\S)~(?![\w~])"
    r"|:(?P<emoji>[a-z0-9_+'-]+):"
)


@dataclass(frozen=True)
class Reader:
    """Who reads, and in which workspace: a mention of oneself looks different."""

    state: State
    user: str


def mrkdwn(reader: Reader, written: str) -> Markup:
    """Return mrkdwn as HTML: fences, quotes, styles, references, emoji, line breaks."""
    parts = _FENCE.split(written)
    out = [
        Markup("<pre>{}</pre>").format(_plainly(reader, part)) if index % 2 else _lines(reader, part)
        for index, part in enumerate(parts)
        if part
    ]
    return Markup("").join(out)


def _plainly(reader: Reader, written: str) -> str:
    return re.sub(r"<([^<>\n]+)>", lambda m: visible(reader.state, m.group(0)), unescape(written))


def _lines(reader: Reader, written: str) -> Markup:
    out: list[Markup] = []
    quoted: list[Markup] = []
    for line in written.split("\n"):
        mark = _QUOTE.match(line)
        if mark:
            quoted.append(inline(reader, line[mark.end() :]))
            continue
        if quoted:
            out.append(_quote(quoted))
            quoted = []
        out.append(inline(reader, line) + Markup("<br>"))
    if quoted:
        out.append(_quote(quoted))
    return Markup("").join(out).removesuffix(Markup("<br>"))


def _quote(lines: list[Markup]) -> Markup:
    return Markup("<blockquote>{}</blockquote>").format(Markup("<br>").join(lines))


def inline(reader: Reader, written: str) -> Markup:
    """Return one line of mrkdwn as HTML."""
    out = Markup("")
    end = 0
    for match in _INLINE.finditer(written):
        out += escape(unescape(written[end : match.start()]))
        out += _styled(reader, match)
        end = match.end()
    return out + escape(unescape(written[end:]))


def _styled(reader: Reader, match: re.Match[str]) -> Markup:
    kind = match.lastgroup or ""
    inner = match.group(kind)
    if kind == "reference":
        return reference(reader, inner)
    if kind == "emoji":
        return escape(EMOJI.get(inner, match.group(0)))
    if kind == "code":
        return Markup("<code>{}</code>").format(_plainly(reader, inner))
    return Markup("<{0}>{1}</{0}>").format(Markup(kind), inline(reader, inner))  # noqa: S704 - one of a few tags of our own


def reference(reader: Reader, written: str) -> Markup:
    """Return what stands between < and >: a mention, a channel, a date or a link."""
    shown = visible(reader.state, f"<{written}>")
    target = unescape(written.split("|")[0])
    if target.startswith(SAFE_LINKS):
        return link(target, shown)
    if target.startswith("!date^"):
        return escape(shown)
    if target[:1] in ("@", "#", "!"):
        return mention(shown, me=target == f"@{reader.user}")
    return escape(shown)


def link(url: str, shown: str) -> Markup:
    """Return a link that tells its target nothing about this page; other schemes stay text."""
    if not url.startswith(SAFE_LINKS):
        return escape(shown)
    return Markup('<a href="{}" target="_blank" rel="noreferrer noopener">{}</a>').format(url, shown)


def mention(shown: str, *, me: bool = False) -> Markup:
    """Return a mention of a person, a channel or everybody."""
    return Markup('<span class="{}">{}</span>').format("mention me" if me else "mention", shown)


def plain(written: str, *, emoji: bool = True) -> Markup:
    """Return plain_text as HTML: nothing but line breaks and emoji."""
    if emoji:
        written = re.sub(r":([a-z0-9_+'-]+):", lambda m: EMOJI.get(m.group(1), m.group(0)), written)
    return Markup("<br>").join(escape(line) for line in written.split("\n"))


def text_object(reader: Reader, value: dict[str, object]) -> Markup:
    """Return a text object as HTML."""
    written = str(value.get("text") or "")
    if value.get("type") == "mrkdwn":
        return mrkdwn(reader, written)
    return plain(written, emoji=value.get("emoji", True) is not False)

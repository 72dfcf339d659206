"""The whole page, for one person looking at one place."""

from __future__ import annotations

import html
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sandbox.page.blocks import attr, draw_blocks, draw_element
from sandbox.page.mrkdwn import as_html
from sandbox.seeing import plain_value
from sandbox.shapes import state_values
from sandbox.state import Conversation, Json, Post, View

if TYPE_CHECKING:
    from sandbox.people import Person
    from sandbox.workspace import LocalWorkspace

STYLE = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


def page(ws: LocalWorkspace, person: Person | None, at: str, notice: str) -> str:
    """Return the HTML. `at` is `dm`, `home` or a channel's id; `notice` says what went wrong, if anything."""
    body = _sidebar(ws, person, at)
    if person is not None:
        modal = _modal(ws, person, at)
        main = _home(ws, person, at) if at == "home" else _conversation(ws, person, at)
        body += f"<main>{_notice(notice)}{modal}{main}</main>"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Local workspace</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body>{body}</body></html>'
    )


def _notice(notice: str) -> str:
    return f'<p class="error" role="alert">{html.escape(notice)}</p>' if notice else ""


def _sidebar(ws: LocalWorkspace, person: Person | None, at: str) -> str:
    people = "".join(_link(p.user.real_name, p.id, "dm", p is person) for p in ws.people.values())
    places = ""
    if person is not None:
        places = _link("Home", person.id, "home", at == "home") + _link(ws.core.app.name, person.id, "dm", at == "dm")
        for channel in ws.channels.values():
            if person.id in channel.members:
                places += _link(f"#{channel.name}", person.id, channel.id, at == channel.id)
    now = ws.clock.now().strftime("%a %d %b %Y %H:%M UTC")
    moves = "".join(
        f'<button name="hours" value="{hours}">{label}</button>' for hours, label in ((1, "+1 hour"), (24, "+1 day"))
    )
    clock = _form("clock", person, at, f"<p>{now}</p>{moves}")
    return f"<nav>{clock}<h2>Be</h2>{people}<h2>Look at</h2>{places}</nav>"


def _link(label: str, person_id: str, at: str, current: bool) -> str:
    mark = ' aria-current="page"' if current else ""
    return f'<a href="/?as={attr(person_id)}&amp;at={attr(at)}"{mark}>{html.escape(label)}</a>'


def _form(action: str, person: Person | None, at: str, inner: str, hidden: Iterable[tuple[str, str]] = ()) -> str:
    pairs = [("as", person.id if person else ""), ("at", at), *hidden]
    fields = "".join(f'<input type="hidden" name="{name}" value="{attr(value)}">' for name, value in pairs)
    return f'<form method="post" action="/do/{action}" enctype="multipart/form-data">{fields}{inner}</form>'


def _conversation(ws: LocalWorkspace, person: Person, at: str) -> str:
    place = person.dm if at == "dm" else ws.channels[at].place
    messages = "".join(_message(ws, person, at, place, post) for post in person.posts(place))
    composer = _form(
        "say",
        person,
        at,
        '<input name="words" placeholder="A message, or a /command" autofocus autocomplete="off">'
        '<input type="file" name="file"><button>Send</button>',
    )
    return f'<div class="messages">{messages}</div><div class="composer">{composer}</div>'


def _message(ws: LocalWorkspace, person: Person, at: str, place: Conversation, post: Post) -> str:
    state = ws.core.state
    author = html.escape(state.users[post.user].real_name)
    when = datetime.fromtimestamp(float(post.ts), UTC).strftime("%a %H:%M")
    marks = (" (edited)" if post.edited_ts else "") + (" (only you see this)" if post.ephemeral_to else "")
    marks += " (reply)" if post.thread_ts and post.thread_ts != post.ts else ""
    if post.blocks and post.by_bot:
        drawn = _blocks(ws, post.blocks, post.inputs)
        body = _form("act", person, at, drawn, [("ts", post.ts), ("channel", place.id)])
    else:
        body = as_html(state, post.text)
    body += "".join(f"<div>📎 {html.escape(state.files[name].title)}</div>" for name in post.files)
    body += " ".join(f":{html.escape(r.name)}: {len(r.users)}" for r in post.reactions)
    return f'<article><b>{author}</b> <span class="context">{when}{marks}</span><div>{body}</div></article>'


def _blocks(
    ws: LocalWorkspace, blocks: list[Json], inputs: dict[str, dict[str, Json]], view: View | None = None
) -> str:
    values = state_values(blocks, inputs)

    def draw(block: Json, element: Json) -> str:
        held = values.get(block["block_id"], {}).get(element.get("action_id", ""))
        return draw_element(ws.core.state, block, element, plain_value(held) if held else None)

    return draw_blocks(ws.core.state, blocks, inputs, draw, view.errors if view else {})


def _home(ws: LocalWorkspace, person: Person, at: str) -> str:
    view_id = ws.core.state.homes.get(person.id)
    shown = "<p>Nothing is published here yet.</p>"
    if view_id:
        view = ws.core.state.views[view_id]
        shown = _form("act", person, at, _blocks(ws, view.blocks, view.inputs), [("view", view_id)])
    return shown + _form("home", person, at, "<button>Open Home again</button>")


def _modal(ws: LocalWorkspace, person: Person, at: str) -> str:
    stack = ws.core.state.stacks.get(person.id)
    if not stack:
        return ""
    view = ws.core.state.views[stack[-1]]
    submit = view.body.get("submit")
    close = (view.body.get("close") or {"text": "Cancel"})["text"]
    buttons = f'<button name="close" value="1">{html.escape(close)}</button>'
    if submit:
        buttons += f'<button name="submit" value="1" class="primary">{html.escape(submit["text"])}</button>'
    inner = f"<h2>{html.escape(view.body['title']['text'])}</h2>{_blocks(ws, view.blocks, view.inputs, view)}{buttons}"
    return f'<section class="modal">{_form("act", person, at, inner, [("view", view.id)])}</section>'

"""One message: who, when, what, and what one can do with it."""

from __future__ import annotations

import copy
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from sandbox import shapes
from sandbox.interactions import OnMessage
from sandbox.page.blocks_view import BlocksView
from sandbox.page.desk import sent_at
from sandbox.page.faces import face
from sandbox.page.markup.emoji import EMOJI
from sandbox.page.markup.mrkdwn import mrkdwn
from sandbox.page.surface import Surface
from sandbox.page.tags import Tag, button, markup
from sandbox.state import Conversation, Json, Post, StoredFile

if TYPE_CHECKING:
    from sandbox.page.tab import Tab


class MessageView:
    """A message as one window shows it."""

    def __init__(self, tab: Tab, place: Conversation, post: Post, *, in_thread: bool) -> None:
        self._tab = tab
        self._place = place
        self._ts = post.ts
        self._in_thread = in_thread
        self._shown: object = None
        self._around: object = None
        self._inputs: dict[str, dict[str, Json]] = {}
        self._blocks: BlocksView | None = None
        author = tab.ws.core.state.who(post.user)
        when = sent_at(post, tab.person)
        with Tag("article", "message", data_ts=post.ts, tabindex=-1) as self.root:
            face(tab.ws.core.state, author)
            with Tag("div", "content"):
                with Tag("div", "byline"):
                    Tag("b", "author", author.real_name)
                    if author.is_bot:
                        Tag("span", "app-mark", "APP")
                    Tag("time", "aside", f"{when:%H:%M}", title=f"{when:%A %d %B %Y, %H:%M}")
                if post.ephemeral_to:
                    Tag("p", "ephemeral", "Only visible to you")
                self._box = Tag("div", "blocks")
                self._extras = Tag("div", "extras")
            if not post.ephemeral_to:
                self._more = button("btn quiet more", "⋯", self._menu, aria_label="What to do with this message")

    def _menu(self) -> None:
        post = self._place.by_ts.get(self._ts)
        if post is not None:
            self._tab.frame.menu.open(self._more, self._place, post, in_thread=self._in_thread)

    def _where(self) -> OnMessage | None:
        post = self._place.by_ts.get(self._ts)
        return OnMessage(self._place, post, shapes.message(self._tab.ws.core, post)) if post else None

    def refresh(self, post: Post, *, together: bool) -> None:
        """Bring it in line with the message as it is now."""
        self.root.looks("together", together)
        shown = (post.changes, post.text, post.edited_ts)
        if shown != self._shown:
            self._shown = shown
            self._draw(post)
        elif self._blocks is not None and post.inputs != self._inputs:
            self._blocks.show(post.blocks or [])
        self._inputs = copy.deepcopy(post.inputs)
        around = (
            [(r.name, tuple(r.users)) for r in post.reactions],
            [self._place.by_ts[ts].user for ts in self._place.threads.get(post.ts, ())],
            tuple(post.files),
            post.edited_ts,
        )
        if around != self._around:
            self._around = around
            self._draw_extras(post)

    def _draw(self, post: Post) -> None:
        if post.blocks:
            if self._blocks is None:
                self._box.clear()
                self._blocks = BlocksView(self._box, Surface(self._tab, self._where))
            self._blocks.show(post.blocks)
            return
        self._blocks = None
        self._box.clear()
        with self._box:
            markup(mrkdwn(self._tab.reader, post.text), "said")
            if post.edited_ts:
                Tag("span", "aside", "(edited)")

    def _draw_extras(self, post: Post) -> None:
        self._extras.clear()
        with self._extras:
            if post.edited_ts and post.blocks:
                Tag("span", "aside", "(edited)")
            for part in post.attachments or ():
                markup(mrkdwn(self._tab.reader, str(part.get("text") or part.get("fallback") or "")), "attachment said")
                if part.get("blocks"):
                    surface = Surface(self._tab, self._where)
                    BlocksView(Tag("div", "attachment blocks"), surface).show(part["blocks"])
            for file_id in post.files:
                _file(self._tab.ws.core.state.files[file_id])
            self._draw_reactions(post)
            self._draw_replies(post)

    def _draw_reactions(self, post: Post) -> None:
        if not post.reactions:
            return
        users = self._tab.ws.core.state.users
        with Tag("div", "reactions"):
            for reaction in post.reactions:
                names = ", ".join(users[user].real_name for user in reaction.users)
                sign = EMOJI.get(reaction.name, f":{reaction.name}:")
                mine = self._tab.person.id in reaction.users
                react = partial(self._react, reaction.name)
                button("pill mine" if mine else "pill", f"{sign} {len(reaction.users)}", react, title=names)

    async def _react(self, name: str) -> None:
        await self._tab.does(self._tab.person.reacts(self._ts, name))

    def _draw_replies(self, post: Post) -> None:
        replies = self._place.threads.get(post.ts)
        if replies and not self._in_thread:
            words = "1 reply" if len(replies) == 1 else f"{len(replies)} replies"
            button("replies", words, partial(self._tab.frame.thread.open, self._place, post.ts))


def _file(stored: StoredFile) -> None:
    if stored.mimetype.startswith("image/") and stored.mimetype != "image/svg+xml":
        image = Markup('<a href="/files/{0}" target="_blank"><img src="/files/{0}" alt="{1}" loading="lazy"></a>')
        markup(image.format(stored.id, stored.alt_text or stored.title), "shared-image")
        return
    with Tag("a", "file", href=f"/files/{stored.id}", download=stored.name):
        Tag("span", "kind", stored.name.rpartition(".")[2].upper()[:4] or "FILE", aria_hidden="true")
        with Tag("span", "name"):
            Tag("span", "", stored.title)
            Tag("span", "aside", size(len(stored.content)))


def size(count: int) -> str:
    """Return a number of bytes in words."""
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"

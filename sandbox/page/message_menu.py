"""What one can do with a message: react, reply, edit, delete."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sandbox.page.markup.emoji import EMOJI
from sandbox.page.tags import Tag, button
from sandbox.state import Post

if TYPE_CHECKING:
    from sandbox.page.tab import Tab

OFTEN = ("thumbsup", "tada", "heart", "eyes", "white_check_mark")


class MessageMenu:
    """A small menu at a message's corner."""

    def __init__(self, tab: Tab, post: Post, *, own: bool, in_thread: bool) -> None:
        self._tab = tab
        self._ts = post.ts
        self._place = tab.ws.core.state.conversations[post.channel]
        with Tag("details", "menu message-menu"):
            Tag("summary", "btn quiet", "⋯", aria_label="What to do with this message")
            with Tag("div", "choices"):
                with Tag("div", "emoji-row"):
                    for name in OFTEN:
                        button("pill", EMOJI[name], partial(self._react, name), aria_label=name.replace("_", " "))
                if not in_thread:
                    button("choice", "Reply in thread", self._reply)
                if own:
                    button("choice", "Edit", self._edit)
                    button("choice danger", "Delete", self._delete)

    async def _react(self, name: str) -> None:
        await self._tab.does(self._tab.person.reacts(self._ts, name))

    def _edit(self) -> None:
        post = self._place.by_ts.get(self._ts)
        if post is not None:
            self._tab.frame.composer.edit(post)

    async def _delete(self) -> None:
        await self._tab.does(self._tab.person.deletes(self._ts))

    def _reply(self) -> None:
        self._tab.frame.thread.open(self._place, self._ts)

"""What one can do with a message: react, reply, edit, delete. One menu serves all messages of a window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sandbox.page.markup.emoji import EMOJI
from sandbox.page.tags import Tag, button
from sandbox.state import Conversation, Post

if TYPE_CHECKING:
    from sandbox.page.tab import Tab

OFTEN = ("thumbsup", "tada", "heart", "eyes", "white_check_mark")


class MessageMenu:
    """A menu that opens beside a message's button."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._box = Tag("div", "choices floating", aria_label="What to do with this message")

    def open(self, beside: Tag, place: Conversation, post: Post, *, in_thread: bool) -> None:
        """Offer what this person can do with this message."""
        self._box.clear()
        with self._box:
            with Tag("div", "emoji-row"):
                for name in OFTEN:
                    react = partial(self._react, post.ts, name)
                    button("pill", EMOJI[name], react, aria_label=name.replace("_", " "))
            if not in_thread:
                reply = partial(self._tab.frame.thread.open, place, post.thread_ts or post.ts)
                button("choice", "Reply in thread", reply)
            if post.user == self._tab.person.id:
                button("choice", "Edit", partial(self._tab.frame.composer.edit, post))
                button("choice danger", "Delete", partial(self._delete, post.ts))
        self._tab.run(f"openBeside({self._box.html_id!r}, {beside.html_id!r})")

    async def _react(self, ts: str, name: str) -> None:
        await self._tab.does(self._tab.person.reacts(ts, name))

    async def _delete(self, ts: str) -> None:
        await self._tab.does(self._tab.person.deletes(ts))

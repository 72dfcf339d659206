"""A thread, beside the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.page.conversation import MessageList
from sandbox.page.tags import Tag, button, said
from sandbox.page.writing import SEND
from sandbox.state import Conversation

if TYPE_CHECKING:
    from typing import Any

    from sandbox.page.tab import Tab


class ThreadView:
    """A message and its replies."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._place: Conversation | None = None
        self._ts = ""
        with Tag("aside", "panel thread", aria_label="Thread") as self._root:
            with Tag("header", "panel-head"):
                Tag("h2", "", "Thread")
                button("x", "×", self.close, aria_label="Close the thread")
            with Tag("div", "scroll"), Tag("div", "inside"):
                self._box = Tag("div", "messages")
            with Tag("div", "composer"), Tag("div", "write"):
                self._input = Tag("textarea", "input", rows=1, placeholder="Reply", aria_label="Reply in the thread")
                self._input.on("keydown", self._reply, js_handler=SEND)
        self._list = MessageList(tab, self._box)
        self._root.set_visibility(False)

    def open(self, place: Conversation, ts: str) -> None:
        """Show the thread under a message."""
        self._place, self._ts = place, ts
        self._list.clear()
        self._tab.frame.inspector.close()
        self._root.set_visibility(True)
        self.refresh()
        self._tab.focus(self._input)

    def close(self) -> None:
        """Put the thread away."""
        self._place = None
        self._root.set_visibility(False)

    def refresh(self) -> None:
        """Bring it in line with the thread."""
        if self._place is None:
            return
        if self._ts not in self._place.by_ts:
            self.close()
            return
        posts = [p for p in self._tab.person.posts(self._place) if self._ts in (p.ts, p.thread_ts)]
        self._list.show(self._place, posts, in_thread=True)

    async def _reply(self, event: Any) -> None:
        words = str(said(event)).strip()
        if words and self._place is not None:
            channel = self._tab.ws.channels.get(self._place.id)
            await self._tab.does(self._tab.person.says(words, in_=channel, thread=self._ts))

"""The messages of a conversation, as one person sees them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sandbox.page.desk import sent_at
from sandbox.page.message import MessageView
from sandbox.page.tags import Tag, button
from sandbox.state import Conversation, Post

if TYPE_CHECKING:
    from sandbox.page.tab import Tab

MOST = 60
"""Messages that are drawn at first; earlier ones on request."""

TOGETHER = 300.0
"""Seconds in which messages of one person stand under one name. An app's are long: each has its own."""


class MessageList:
    """Messages in a container; only what changed is drawn again."""

    def __init__(self, tab: Tab, container: Tag) -> None:
        self._tab = tab
        self._container = container
        self._drawn: dict[str, MessageView] = {}
        self._days: list[tuple[str, Tag]] = []

    def clear(self) -> None:
        """Forget everything."""
        self._container.clear()
        self._drawn.clear()
        self._days.clear()

    def show(self, place: Conversation, posts: list[Post], *, in_thread: bool = False) -> None:
        """Show these messages, oldest first."""
        wanted = {post.ts for post in posts}
        for gone in [ts for ts in self._drawn if ts not in wanted]:
            self._drawn.pop(gone).root.delete()
        before: Post | None = None
        for post in posts:
            self._day(before, post)
            drawn = self._drawn.get(post.ts)
            if drawn is None:
                with self._container:
                    drawn = self._drawn[post.ts] = MessageView(self._tab, place, post, in_thread=in_thread)
            drawn.refresh(post, together=self._together(before, post))
            before = post

    def _day(self, before: Post | None, post: Post) -> None:
        day = self._day_of(post)
        if post.ts in self._drawn or (before is not None and self._day_of(before) == day):
            return
        with self._container:
            Tag("h2", "day", f"{day:%A}, {day.day} {day:%B %Y}")

    def _day_of(self, post: Post) -> date:
        return sent_at(post, self._tab.person).date()

    def _together(self, before: Post | None, post: Post) -> bool:
        if before is None or before.user != post.user or post.by_bot or self._day_of(before) != self._day_of(post):
            return False
        return float(post.ts) - float(before.ts) < TOGETHER and not post.ephemeral_to


class ConversationView:
    """The middle of the page: it opens at the newest message, and stays there."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        with Tag("div", "scroll conversation", tabindex=-1) as self._root, Tag("div", "inside"):
            self._nothing = Tag("p", "nothing")
            self._earlier = button("btn small earlier", "Show earlier messages", self._show_earlier)
            self._box = Tag("div", "messages", role="log", aria_label="Messages")
        self._list = MessageList(tab, self._box)
        self._place = ""
        self._most = MOST

    def _show_earlier(self) -> None:
        self._most += MOST
        self._list.clear()
        self._tab.refresh()

    def start_again(self) -> None:
        """Forget what was shown to somebody else."""
        self._place = ""

    def refresh(self, *, shown: bool) -> None:
        """Bring it in line with the conversation."""
        self._root.set_visibility(shown)
        if not shown:
            return
        place = self._tab.place
        if place.id != self._place:
            self._list.clear()
            self._place, self._most = place.id, MOST
        posts = [p for p in self._tab.person.posts(place) if not p.thread_ts or p.thread_ts == p.ts or p.broadcast]
        hidden = max(0, len(posts) - self._most)
        self._earlier.set_visibility(hidden > 0)
        self._list.show(place, posts[hidden:])
        self._nothing.says(self._greeting() if not posts else "")
        self._nothing.set_visibility(not posts)

    def _greeting(self) -> str:
        if self._tab.channel is not None:
            return "Nobody has written here yet."
        return f"This is where {self._tab.ws.core.app.name} and you talk. Say hi, or type / to see what it can do."

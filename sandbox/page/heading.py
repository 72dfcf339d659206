"""The line above what one looks at: its name, the app's tabs, and what can be opened beside it."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from sandbox.page.tags import Tag, button

if TYPE_CHECKING:
    from sandbox.page.frame import Frame
    from sandbox.page.tab import Tab


class Heading:
    """Name and tabs."""

    def __init__(self, tab: Tab, frame: Frame) -> None:
        self._tab = tab
        self._named = ""
        with Tag("header", "heading"):
            open_menu = partial(frame.app.looks, "menu-open", on=True)
            button("icon menu-button", "☰", open_menu, aria_label="People and places")
            with Tag("div", "titles"):
                self._title = Tag("h1", "")
                self._about = Tag("span", "about")
            with Tag("nav", "tabs", aria_label="The app") as self._tabs:
                self._messages = button("tab", "Messages", partial(tab.goes, at="messages"))
                self._home = button("tab", "Home", partial(tab.goes, at="home"))
            button("icon inspect", "Inspector", lambda: frame.inspector.toggle(), aria_label="Inspector")

    def refresh(self) -> None:
        """Show where one is."""
        channel = self._tab.channel
        state = self._tab.ws.core.state
        if channel is not None:
            people = [state.users[m] for m in channel.members]
            self._title.says(f"# {channel.name}")
            self._about.says(", ".join(user.real_name for user in people if not user.is_bot))
        else:
            self._title.says(self._tab.ws.core.app.name)
            self._about.says("App")
        self._tabs.set_visibility(channel is None)
        self._name_window(self._title.text)
        for tab, name in ((self._messages, "messages"), (self._home, "home")):
            tab.set("aria_current", "page" if self._tab.at == name else None)

    def _name_window(self, place: str) -> None:
        unread = self._tab.desk.unread_in_all(self._tab.person)
        name = f"{f'({unread}) ' if unread else ''}{self._tab.person.user.real_name} · {place}"
        if name != self._named:
            self._named = name
            self._tab.run(f"document.title = {json.dumps(name)}")

"""What went wrong, said where it happened, until somebody has read it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sandbox.page.tags import Tag, button

if TYPE_CHECKING:
    from sandbox.page.tab import Tab

MOST = 3


class Notices:
    """A stack of notices over the page; the app's refusals show in every window."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._told = len(tab.desk.problems)
        self._box = Tag("div", "notices", role="alert")
        self._shown: list[_Notice] = []

    def say(self, title: str, reason: str) -> None:
        """Show a notice; the same one again is counted."""
        for notice in self._shown:
            if (notice.title, notice.reason) == (title, reason):
                notice.again()
                return
        while len(self._shown) >= MOST:
            self._drop(self._shown[0])
        with self._box:
            notice = _Notice(title, reason)
        with notice.root:
            button("x", "×", partial(self._drop, notice), aria_label="Dismiss")
        self._shown.append(notice)

    def _drop(self, notice: _Notice) -> None:
        if notice in self._shown:
            self._shown.remove(notice)
            notice.root.delete()

    def refresh(self) -> None:
        """Tell of what the app did and Slack refuses."""
        name = self._tab.ws.core.app.name
        for problem in self._tab.desk.problems[self._told :]:
            self.say(f"{name}: {problem.title}", problem.reason)
        self._told = len(self._tab.desk.problems)


class _Notice:
    """One notice, and how often it came."""

    def __init__(self, title: str, reason: str) -> None:
        self.title = title
        self.reason = reason
        self._times = 1
        with Tag("div", "notice") as self.root, Tag("div", ""):
            self._title = Tag("b", "", title)
            Tag("p", "", reason)

    def again(self) -> None:
        self._times += 1
        self._title.says(f"{self.title} ({self._times} times)")

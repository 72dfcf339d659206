"""The parts of a window and how they stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.page.composer import Composer
from sandbox.page.conversation import ConversationView
from sandbox.page.heading import Heading
from sandbox.page.home import HomeView
from sandbox.page.inspector import Inspector
from sandbox.page.message_menu import MessageMenu
from sandbox.page.modal import ModalLayer
from sandbox.page.notices import Notices
from sandbox.page.sidebar import Sidebar
from sandbox.page.tags import Tag, press
from sandbox.page.thread import ThreadView

if TYPE_CHECKING:
    from sandbox.page.tab import Tab


class Frame:
    """Sidebar, what one looks at, a panel beside it, and what lies over everything."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        with Tag("div", "app") as self.app:
            self._veil = press(Tag("div", "veil"), lambda: self.app.looks("menu-open", False))
            self.sidebar = Sidebar(tab)
            with Tag("main", "main"):
                self.heading = Heading(tab, self)
                self._middle = Tag("div", "middle")
                with self._middle:
                    self.conversation = ConversationView(tab)
                    self.home = HomeView(tab)
                self.composer = Composer(tab)
            self.inspector = Inspector(tab)
            self.thread = ThreadView(tab)
            self.menu = MessageMenu(tab)
        self.modal = ModalLayer(tab)
        self.notices = Notices(tab)

    def start_again(self) -> None:
        """Another person sits here now."""
        self.conversation.start_again()
        self.home.start_again()
        self.thread.close()
        self.modal.start_again()

    def went(self) -> None:
        """The person looks somewhere else now."""
        self.app.looks("menu-open", False)
        self.thread.close()
        self.composer.went()

    def refresh(self) -> None:
        """Bring every part in line with the workspace."""
        at_home = self._tab.at == "home"
        if not at_home and self._tab.desk.reads(self._tab.person, self._tab.place):
            self._tab.desk.changed()
        self.sidebar.refresh()
        self.heading.refresh()
        self.notices.refresh()
        self.conversation.refresh(shown=not at_home)
        self.home.refresh(shown=at_home)
        self.composer.refresh(shown=not at_home)
        self.inspector.refresh()
        self.thread.refresh()
        self.modal.refresh()
        blocked = self.modal.is_open
        self.app.set("inert", blocked or None)

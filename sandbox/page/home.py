"""The app's Home, as one person has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.page.blocks_view import BlocksView
from sandbox.page.surface import Surface
from sandbox.page.tags import Tag
from sandbox.state import View

if TYPE_CHECKING:
    from sandbox.page.tab import Tab


class HomeView:
    """What the app published for this person."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        with Tag("div", "scroll home", tabindex=-1) as self._root:
            self._nothing = Tag("p", "nothing", f"{tab.ws.core.app.name} has published nothing here yet.")
            self._box = Tag("div", "sheet blocks")
        self.start_again()

    def start_again(self) -> None:
        """Forget what was shown to somebody else."""
        self._box.clear()
        self._hash = ""
        self._blocks = BlocksView(self._box, Surface(self._tab, self._view))

    def _view(self) -> View | None:
        state = self._tab.ws.core.state
        return state.views.get(state.homes.get(self._tab.person.id, ""))

    def refresh(self, *, shown: bool) -> None:
        """Bring it in line with what is published."""
        self._root.set_visibility(shown)
        view = self._view()
        self._nothing.set_visibility(view is None)
        if shown and view is not None:
            self._blocks.show(view.blocks)

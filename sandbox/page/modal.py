"""Modals: the top view of a person's stack, and the question before something is done."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from sandbox import viewing
from sandbox.page.blocks_view import BlocksView, empty
from sandbox.page.buttons import label
from sandbox.page.markup.mrkdwn import text_object
from sandbox.page.surface import Surface
from sandbox.page.tags import Tag, button, markup
from sandbox.state import Json, View

if TYPE_CHECKING:
    from sandbox.page.tab import Tab


class ModalLayer:
    """What lies over the page."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._layer = Tag("div", "layer")
        self._layer.set_visibility(False)
        self._question = Tag("div", "layer question")
        self._question.set_visibility(False)
        self._answer: asyncio.Future[bool] | None = None
        self._sheet: _Sheet | None = None

    @property
    def is_open(self) -> bool:
        """Whether the page below is out of reach."""
        return self._sheet is not None or self._answer is not None

    def start_again(self) -> None:
        """Another person sits here now."""
        self._draw(None)
        self._settle(False)

    def refresh(self) -> None:
        """Show the top view of the person's stack, if there is one."""
        view = viewing.top(self._tab.ws.core, self._tab.person.id)
        if (view.id if view else None) != (self._sheet.view_id if self._sheet else None):
            self._draw(view)
        if view is not None and self._sheet is not None:
            self._sheet.show(view, depth=len(self._tab.ws.core.state.stacks[self._tab.person.id]))
        self._layer.set("inert", self._answer is not None)

    def _draw(self, view: View | None) -> None:
        was_open = self._sheet is not None
        self._layer.clear()
        self._sheet = None
        if view is not None:
            with self._layer:
                self._sheet = _Sheet(self._tab, view)
        self._layer.set_visibility(view is not None)
        if view is None and was_open:
            self._tab.frame.composer.focus()

    async def asks(self, dialog: Json) -> bool:
        """Ask, and wait for the answer."""
        self._settle(False)
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._answer = answer
        self._question.clear()
        with self._question, Tag("div", "sheet dialog", role="alertdialog", aria_modal="true"):
            Tag("h2", "", label(dialog["title"]), tabindex=-1)
            markup(text_object(self._tab.reader, dialog["text"]), "said")
            with Tag("footer", ""):
                deny = button("btn", label(dialog["deny"]), lambda: self._settle(False))
                looks = f"btn {dialog.get('style') or 'primary'}"
                button(looks, label(dialog["confirm"]), lambda: self._settle(True))
        self._question.set_visibility(True)
        self._tab.refresh()
        self._tab.focus(deny)
        return await answer

    def _settle(self, agreed: bool) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(agreed)
        self._answer = None
        self._question.set_visibility(False)
        self._tab.soon()


class _Sheet:
    """One modal."""

    def __init__(self, tab: Tab, view: View) -> None:
        self._tab = tab
        self.view_id = view.id
        self._errors: dict[str, str] = {}
        self._busy = False
        with Tag("form", "sheet modal", role="dialog", aria_modal="true", novalidate=True) as self._root:
            self._root.on("submit", self._submit, js_handler="(e) => { e.preventDefault(); emit() }")
            with Tag("header", ""):
                Tag("span", "face bot", tab.ws.core.app.name[:1], aria_hidden="true")
                self._title = Tag("h2", "", tabindex=-1)
                button("x", "×", self._close, aria_label="Close")
            with Tag("div", "body"):
                self._body = Tag("div", "blocks")
            with Tag("footer", ""):
                self._cancel = button("btn", "", self._close)
                self._send = Tag("button", "btn primary", type="submit")
        self._root.set("aria_labelledby", self._title.html_id)
        self._blocks = BlocksView(self._body, Surface(tab, self._view))
        self.show(view, depth=1)
        first = self._blocks.first_field()
        first.focus() if first else tab.focus(self._title)

    def _view(self) -> View | None:
        view = viewing.top(self._tab.ws.core, self._tab.person.id)
        return view if view and view.id == self.view_id else None

    def show(self, view: View, *, depth: int) -> None:
        """Bring it in line with the view."""
        body = view.body
        self._title.says(label(body["title"]))
        self._cancel.says(label(body.get("close") or {"text": "Cancel" if body.get("submit") else "Close"}))
        self._send.set_visibility(bool(body.get("submit")))
        self._send.says(label(body.get("submit") or {}))
        self._send.set("disabled", self._busy or bool(body.get("submit_disabled")))
        self._root.looks("stacked", depth > 1)
        self._blocks.show(view.blocks, view.errors)
        if not view.blocks and not self._body.default_slot.children:
            with self._body:
                empty("Nothing is here.")
        if view.errors and view.errors != self._errors:
            wrong = self._blocks.first_wrong()
            if wrong is not None:
                wrong.focus()
        self._errors = dict(view.errors)

    async def _submit(self) -> None:
        view = self._view()
        if self._busy or view is None or not view.body.get("submit"):
            return
        self._busy = True
        self._errors = {}
        self._send.set("disabled", True)
        try:
            await self._tab.does(self._tab.person.submits())
        finally:
            self._busy = False

    async def _close(self) -> None:
        if self._view() is not None:
            await self._tab.does(self._tab.person.closes())

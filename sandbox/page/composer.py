"""Where a person writes: messages, commands, files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from sandbox.page.tags import Tag, button, said
from sandbox.page.writing import SEND, suggestions
from sandbox.state import Post

if TYPE_CHECKING:
    from sandbox.page.tab import Tab


class Composer:
    """The box at the foot of a conversation. Enter sends, Shift with Enter begins a new line."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._files: list[str] = []
        self._editing: str | None = None
        with Tag("div", "composer") as self._root:
            self._offers = Tag("div", "offers", role="listbox", aria_label="Suggestions")
            self._offers.set_visibility(False)
            with Tag("div", "editing") as self._banner:
                Tag("span", "", "Editing your message")
                button("link", "Cancel", self._stop_editing)
            self._banner.set_visibility(False)
            self._chips = Tag("div", "handed-in")
            with Tag("div", "write"):
                self._attach()
                self._input = Tag("textarea", "input", rows=1, autocomplete="off")
                self._input.on("keydown", self._send, js_handler=SEND)
                self._input.on("input", self._typed, js_handler="(e) => emit(e.target.value)")
                send = Tag("button", "btn primary send", "Send", type="button", aria_label="Send")
                send.on("click", self._send, js_handler="(e) => sendNow(e, emit)")

    def _attach(self) -> None:
        with Tag("label", "icon attach", title="Attach a file"):
            Tag("span", "", "+", aria_hidden="true")
            self._picker = Tag("input", "unseen", type="file", multiple=True, aria_label="Attach a file")
        handler = f"(e) => handIn(e.target, {self._tab.desk.key!r}, e.target.dataset.who).then(emit)"
        self._picker.on("change", self._handed_in, js_handler=handler)

    def focus(self) -> None:
        """Put the cursor there."""
        if self._tab.at != "home":
            self._tab.focus(self._input)

    def went(self) -> None:
        """The person looks somewhere else now."""
        self._files.clear()
        self._draw_chips()
        self._stop_editing()
        self._offer([])

    def refresh(self, *, shown: bool) -> None:
        """Say to whom one writes."""
        self._root.set_visibility(shown)
        channel = self._tab.channel
        to = f"#{channel.name}" if channel else self._tab.ws.core.app.name
        self._input.set("placeholder", f"Message {to}")
        self._input.set("aria_label", f"Message {to}")
        self._picker.set("data_who", self._tab.person.id)

    async def _send(self, event: Any) -> None:
        words = str(said(event)).strip()
        files, self._files = self._files, []
        self._draw_chips()
        self._offer([])
        if self._editing is not None:
            ts = self._editing
            self._stop_editing()
            if words:
                await self._tab.does(self._tab.person.edits(ts, words))
        elif words.startswith("/"):
            await self._command(words)
        elif words or files:
            stored = [self._tab.ws.core.state.files[file] for file in files]
            attached = [(file.name, file.content) for file in stored]
            await self._tab.does(self._tab.person.says(words, in_=self._tab.channel, files=attached))

    async def _command(self, line: str) -> None:
        if not await self._tab.does(self._tab.person.types(line, in_=self._tab.channel)):
            self._tab.set_value(self._input, line)

    # Completion.

    def _typed(self, event: Any) -> None:
        line = str(said(event))
        self._offer(suggestions(self._tab.ws.core.app, self._tab.ws.core.state, line))

    def _offer(self, offers: list[Any]) -> None:
        self._offers.clear()
        self._offers.set_visibility(bool(offers))
        with self._offers:
            for offer in offers:
                with Tag("button", "offer", type="button", role="option", data_line=offer.line, tabindex=-1):
                    Tag("b", "", offer.label)
                    Tag("span", "aside", offer.note)

    # Files and edits.

    def _handed_in(self, event: Any) -> None:
        self._files += [given["id"] for given in said(event) or ()]
        self._draw_chips()
        self.focus()

    def _draw_chips(self) -> None:
        self._chips.clear()
        with self._chips:
            for file_id in self._files:
                with Tag("span", "chip"):
                    name = self._tab.ws.core.state.files[file_id].name
                    Tag("span", "", name)
                    button("x", "×", partial(self._take_back, file_id), aria_label=f"Remove {name}")

    def _take_back(self, file_id: str) -> None:
        self._files.remove(file_id)
        self._draw_chips()

    def edit(self, post: Post) -> None:
        """Edit one of the person's messages here."""
        self._editing = post.ts
        self._banner.set_visibility(True)
        self._tab.set_value(self._input, post.text)
        self.focus()

    def _stop_editing(self) -> None:
        if self._editing is not None:
            self._editing = None
            self._tab.set_value(self._input, "")
        self._banner.set_visibility(False)

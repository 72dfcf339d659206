"""The inspector: every envelope, call, acknowledgement and latency, newest first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from sandbox.page.desk import local
from sandbox.page.tags import Tag, button, put_at, said
from sandbox.page.traffic import PROBLEMS, Line, line_of_call, line_of_envelope

if TYPE_CHECKING:
    from sandbox.page.tab import Tab

MOST = 200
QUIET = frozenset({"ok", "acknowledged"})
"""What goes well needs no words: its latency is enough."""
FILTERS = (
    ("", "All"),
    ("event", "Events"),
    ("action", "Actions"),
    ("command", "Commands"),
    ("call", "Calls"),
    (PROBLEMS, "Problems"),
)


class Inspector:
    """A panel beside the conversation."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._kind = ""
        self._words = ""
        self._rows: dict[int, _Row] = {}
        self._open = False
        with Tag("aside", "panel inspector", aria_label="Inspector") as self._root:
            with Tag("header", "panel-head"):
                Tag("h2", "", "Inspector")
                self._count = Tag("span", "aside")
                button("x", "×", self.close, aria_label="Close the inspector")
            with Tag("div", "filters"):
                words = Tag("input", "input", type="search", placeholder="Filter", aria_label="Filter")
                words.on("input", self._filter, js_handler="(e) => emit(e.target.value)", throttle=0.2)
                with Tag("div", "chips", role="group", aria_label="Kinds"):
                    self._chips = {
                        kind: button("pill", name, partial(self._choose, kind), aria_pressed="false")
                        for kind, name in FILTERS
                    }
            self._nothing = Tag("p", "nothing", "Nothing of this kind has gone either way yet.")
            self._box = Tag("div", "traffic")
        self._root.set_visibility(False)

    def toggle(self) -> None:
        """Open it, or put it away."""
        self.close() if self._open else self.open()

    def open(self) -> None:
        """Show it beside the conversation."""
        self._open = True
        self._tab.frame.thread.close()
        self._root.set_visibility(True)
        self.refresh()

    def close(self) -> None:
        """Put it away."""
        self._open = False
        self._root.set_visibility(False)

    def _choose(self, kind: str) -> None:
        self._kind = kind
        self.refresh()

    def _filter(self, event: Any) -> None:
        self._words = str(said(event))
        self.refresh()

    def refresh(self) -> None:
        """Bring it in line with what has gone both ways."""
        if not self._open:
            return
        for kind, chip in self._chips.items():
            chip.set("aria_pressed", "true" if kind == self._kind else "false")
        lines = self._lines()
        self._count.says(f"{len(lines)} shown")
        self._nothing.set_visibility(not lines)
        for gone in set(self._rows) - {line.order for line in lines}:
            self._rows.pop(gone).root.delete()
        for index, line in enumerate(lines):
            row = self._rows.get(line.order)
            if row is None:
                with self._box:
                    row = self._rows[line.order] = _Row(line)
            put_at(self._box, row.root, index)
            row.show(self._tab, line)

    def _lines(self) -> list[Line]:
        """Return what is shown, newest first."""
        ws = self._tab.ws
        lines = [line_of_call(call) for call in ws.calls[-MOST:]]
        lines += [line_of_envelope(envelope) for envelope in ws.envelopes[-MOST:]]
        lines.sort(key=lambda line: line.order, reverse=True)
        return [line for line in lines if line.matches(self._kind, self._words)][:MOST]


class _Row:
    """A line that opens to everything about it."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._details: Tag | None = None
        with Tag("details", f"row-of row-{line.kind}") as self.root:
            self.root.on("toggle", self._toggled, js_handler="(e) => emit(e.target.open)")
            with Tag("summary", ""):
                self._time = Tag("time", "aside")
                Tag("span", "kind", line.kind)
                Tag("span", "what", line.name)
                self._status = Tag("span", "status")
                self._took = Tag("span", "took")

    def show(self, tab: Tab, line: Line) -> None:
        self._line = line
        self._time.says(f"{local(line.at, tab.person):%H:%M:%S}")
        self._status.says("" if line.status in QUIET else line.status)
        self._took.says(f"{line.took:.0f} ms" if line.took is not None else "…")
        self.root.looks("ill", not line.well)

    def _toggled(self, event: Any) -> None:
        if said(event):
            if self._details is None:
                with self.root:
                    self._details = Tag("pre", "json", tabindex=0)
            self._details.says(self._line.details())

"""The field for files in a modal."""

from __future__ import annotations

from functools import partial
from typing import Any

from sandbox import shapes
from sandbox.page.fields import Field
from sandbox.page.tags import Tag, button, said
from sandbox.state import Json


def upload_script(key: str, who: str) -> str:
    """Return the handler that hands chosen files in and emits what they became."""
    return f"(e) => handIn(e.target, {key!r}, {who!r}).then(emit)"


class FileField(Field):
    """Chosen files, each with a way to take it back."""

    def draw(self) -> None:
        tab = self.surface.tab
        many = int(self.element.get("max_files") or 10) > 1
        kinds = ",".join(f".{kind}" for kind in self.element.get("filetypes") or ())
        self._list = Tag("div", "handed-in")
        self.control = Tag("input", "input file", type="file", multiple=many, accept=kinds or None)
        self.control.on("change", self._handed_in, js_handler=upload_script(tab.desk.key, tab.person.id))

    def _handed_in(self, event: Any) -> None:
        core = self.surface.tab.desk.ws.core
        new = [shapes.file(core, core.state.files[given["id"]]) for given in said(event) or ()]
        self._hold([*self._held(), *new])

    def _held(self) -> list[Json]:
        return list(self.surface.state_of(self.block, self.element).get("files") or ())

    def _hold(self, files: list[Json]) -> None:
        self.surface.put(self.block, self.element, {"type": "file_input", "files": files})
        self.show({"files": files})

    def _take_back(self, file_id: str) -> None:
        self._hold([file for file in self._held() if file["id"] != file_id])

    def show(self, state: Json) -> None:
        files = state.get("files") or []
        names = [file["id"] for file in files]
        if names == self.shown:
            return
        self.shown = names
        self._list.clear()
        with self._list:
            for file in files:
                with Tag("span", "chip"):
                    Tag("span", "", file["name"])
                    button("x", "×", partial(self._take_back, file["id"]), aria_label=f"Remove {file['name']}")

"""A list of blocks on the page. What did not change is not drawn again: nothing jumps, and focus stays."""

from __future__ import annotations

from markupsafe import Markup

from sandbox.blocks.check import elements_of
from sandbox.fields import KEYS
from sandbox.page.buttons import draw_button
from sandbox.page.drawing import draw_field
from sandbox.page.fields import Field
from sandbox.page.markup.blocks import picture, section, static
from sandbox.page.surface import Surface
from sandbox.page.tags import Tag, markup, put_at
from sandbox.state import Json


class BlocksView:
    """Blocks inside a container of the page."""

    def __init__(self, container: Tag, surface: Surface) -> None:
        self._container = container
        self._surface = surface
        self._drawn: dict[str, _Block] = {}

    def show(self, blocks: list[Json], errors: dict[str, str] | None = None) -> None:
        """Show these blocks, with what stands in their fields and the errors under them, by block_id."""
        for gone in set(self._drawn) - {block["block_id"] for block in blocks}:
            self._drawn.pop(gone).root.delete()
        for index, block in enumerate(blocks):
            drawn = self._drawn.get(block["block_id"])
            if drawn is None or drawn.block != block:
                if drawn is not None:
                    drawn.root.delete()
                with self._container:
                    drawn = self._drawn[block["block_id"]] = _Block(self._surface, block)
            put_at(self._container, drawn.root, index)
            drawn.refresh((errors or {}).get(block["block_id"], ""))

    def first_field(self) -> Field | None:
        """Return the field that should have the focus."""
        fields = [field for drawn in self._drawn.values() for field in drawn.fields]
        asked = [field for field in fields if field.element.get("focus_on_load")]
        return next(iter(asked or fields), None)

    def first_wrong(self) -> Field | None:
        """Return the first field with an error under it."""
        return next((f for drawn in self._drawn.values() for f in drawn.fields if drawn.error.visible), None)


class _Block:
    """One block, drawn."""

    def __init__(self, surface: Surface, block: Json) -> None:
        self.block = block
        self._surface = surface
        self.fields: list[Field] = []
        kind = block["type"]
        self.root = Tag("div", f"blk blk-{kind.replace('_', '-')}", data_block=block["block_id"])
        with self.root:
            draw = {"section": self._section, "input": self._input, "actions": self._actions}
            draw.get(kind, self._other)()
            self.error = Tag("p", "problem", role="alert")
            self.error.set_visibility(False)

    def _section(self) -> None:
        text = section(self._surface.reader, self.block)
        accessory = self.block.get("accessory")
        markup(text, "said")
        if accessory:
            with Tag("div", "accessory"):
                self._element(accessory)

    def _actions(self) -> None:
        for element in self.block["elements"]:
            self._element(element)

    def _input(self) -> None:
        field = draw_field(self._surface, self.block, self.block["element"])
        self.fields.append(field)

    def _other(self) -> None:
        markup(static(self._surface.reader, self.block), "said")
        for element in elements_of(self.block):
            self._element(element)

    def _element(self, element: Json) -> None:
        if element["type"] == "image":
            markup(picture(self._surface.reader, element, small=True), "thumb")
        elif element["type"] in KEYS:
            self.fields.append(draw_field(self._surface, self.block, element))
        else:
            draw_button(self._surface, self.block, element)

    def refresh(self, error: str) -> None:
        for field in self.fields:
            field.show(self._surface.state_of(self.block, field.element))
            field.wrong(error, self.error.html_id)
        if error != self.error.text:
            self.error.says(error)
        if self.error.visible != bool(error):
            self.error.set_visibility(bool(error))


def empty(text: str) -> None:
    """Say that there is nothing here yet."""
    markup(Markup("<p>{}</p>").format(text), "nothing")

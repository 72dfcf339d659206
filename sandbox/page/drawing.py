"""Which field is drawn for which element."""

from __future__ import annotations

from sandbox.fields import EXTERNAL, LISTS
from sandbox.page.choices import ChoiceField, SelectField
from sandbox.page.fields import Field
from sandbox.page.file_field import FileField
from sandbox.page.search_field import SearchField
from sandbox.page.surface import Surface
from sandbox.page.typed import TypedField
from sandbox.state import Json


def draw_field(surface: Surface, block: Json, element: Json) -> Field:
    """Draw the field of an element that holds a value."""
    return _kind_of(element["type"])(surface, block, element)


def _kind_of(kind: str) -> type[Field]:
    if kind == "file_input":
        return FileField
    if kind in EXTERNAL:
        return SearchField
    if kind in LISTS or kind == "radio_buttons":
        return ChoiceField
    if kind.endswith("_select"):
        return SelectField
    return TypedField

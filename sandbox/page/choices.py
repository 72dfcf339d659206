"""Fields with choices: menus, radio buttons, checkboxes, people, channels."""

from __future__ import annotations

from functools import partial
from typing import Any

from sandbox.blocks.objects import options_of
from sandbox.fields import KEYS, LISTS, state_for
from sandbox.page.buttons import label
from sandbox.page.fields import LIVE, Field
from sandbox.page.tags import Tag, said
from sandbox.state import Json, State

Choice = tuple[str, str, str]
"""A choice's key, its words, and the small print under them."""


def choices_of(state: State, element: Json) -> list[Choice]:
    """Return what an element lets a person choose from."""
    kind = element["type"]
    if "users" in kind:
        people = [user for user in state.users.values() if not user.is_bot and not user.deleted]
        return [(user.id, user.real_name, user.title) for user in people]
    if "channels" in kind or "conversations" in kind:
        return [(place.id, f"#{place.name}", "") for place in state.conversations.values() if place.name]
    return [_option(option) for option in options_of(element)]


def _option(option: Json) -> Choice:
    return option["value"], label(option["text"]), label(option.get("description") or {})


def chosen_keys(element: Json, state: Json) -> list[str]:
    """Return the keys of what is chosen."""
    value = state.get(KEYS[element["type"]][0])
    values = value if isinstance(value, list) else [value] if value else []
    return [item["value"] if isinstance(item, dict) else item for item in values]


class SelectField(Field):
    """A menu: the browser's own, which a keyboard and a phone know how to use."""

    def draw(self) -> None:
        with Tag("span", "select"):
            self.control = Tag("select", "input", data_action=self.element["action_id"])
            with self.control:
                self._options: dict[str, Tag] = {"": Tag("option", "", self.placeholder or "Choose", value="")}
                if self.element.get("option_groups"):
                    self._groups()
                else:
                    self._some(choices_of(self.surface.reader.state, self.element))
        self.control.on("change", self._chosen, js_handler=LIVE)

    def _groups(self) -> None:
        for group in self.element["option_groups"]:
            with Tag("optgroup", "", label=label(group["label"])):
                self._some([_option(option) for option in group["options"]])

    def _some(self, choices: list[Choice]) -> None:
        for key, words, _ in choices:
            self._options[key] = Tag("option", "", words, value=key)

    async def _chosen(self, event: Any) -> None:
        key = said(event)
        self.shown = key
        await self.surface.choose(self.block, self.element, state_for(self.element, key or None))
        self.show(self.surface.state_of(self.block, self.element))

    def show(self, state: Json) -> None:
        key = next(iter(chosen_keys(self.element, state)), "")
        if self.shown is None:
            if key in self._options:
                self._options[key].set("selected", True)
        elif key != self.shown:
            self.surface.tab.set_value(self.control, key)
        self.shown = key


class ChoiceField(Field):
    """Radio buttons, checkboxes, and menus of which several may be chosen: a list to tick."""

    def draw(self) -> None:
        single = self.element["type"] == "radio_buttons"
        choices = choices_of(self.surface.reader.state, self.element)
        looks = "ticks beside" if len(choices) > 4 and not single else "ticks"
        role = "radiogroup" if single else "group"
        self._boxes: dict[str, Tag] = {}
        with Tag("div", looks, role=role, tabindex=-1) as self.control:
            for key, words, small in choices:
                with Tag("label", "tick"):
                    box = Tag(
                        "input", "", type="radio" if single else "checkbox", name=self.control.html_id, data_key=key
                    )
                    box.on("change", partial(self._ticked, key), js_handler="(e) => emit(e.target.checked)")
                    with Tag("span", ""):
                        Tag("span", "", words)
                        if small:
                            Tag("span", "aside", small)
                self._boxes[key] = box

    def _belongs(self, caption: Tag) -> None:
        self.control.set("aria_labelledby", caption.html_id)

    async def _ticked(self, key: str, event: Any) -> None:
        kept = [known for known in (self.shown or []) if known != key]
        if self.element["type"] in LISTS:
            self.shown = [*kept, key] if said(event) else kept
            wanted: Any = self.shown
        else:
            self.shown, wanted = [key], key
        await self.surface.choose(self.block, self.element, state_for(self.element, wanted))
        self.show(self.surface.state_of(self.block, self.element))

    def show(self, state: Json) -> None:
        keys = chosen_keys(self.element, state)
        for key, box in self._boxes.items():
            on = key in keys
            if self.shown is None:
                box.set(".defaultChecked", on or None)
            elif on != (key in self.shown):
                self.surface.tab.set_value(box, on, name="checked")
        self.shown = keys

    def focus(self) -> None:
        first = next(iter(self._boxes.values()), None)
        self.surface.tab.focus(first or self.control)

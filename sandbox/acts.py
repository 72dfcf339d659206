"""What a person presses, chooses, fills in and submits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sandbox import forms, interactions, shapes, viewing
from sandbox.fields import EXTERNAL, NotPossible, state_for, with_suggested
from sandbox.finding import Found, Screen, find_field, find_press
from sandbox.handing_in import stored_files
from sandbox.interactions import OnMessage, Where
from sandbox.seeing import Message, View
from sandbox.sight import Sight
from sandbox.state import Json, Post, User
from sandbox.state import View as StoredView

if TYPE_CHECKING:
    from sandbox.workspace import LocalWorkspace


class Acts:
    """The hands of a person: `Person` adds what she says and sees."""

    def __init__(self, ws: LocalWorkspace, user: User) -> None:
        self._ws = ws
        self._core = ws.core
        self.user = user
        self._sight = Sight(ws.core, ws.changes, user.id)

    @property
    def id(self) -> str:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.name

    async def presses(
        self,
        wanted: str,
        *,
        in_message: str | None = None,
        on: Message | View | None = None,
        block: str | None = None,
    ) -> None:
        """Press a button, or choose a menu's option, by its label or action_id.

        Looks in her modal, then in what she sees, newest first; `in_message` (a ts) or `on` (a message or view as
        she saw it, however old) say where, and `block` in which block.
        """
        found = find_press(self._screens(in_message, on), wanted, block)
        await self._act(found)

    async def selects(
        self,
        field: str,
        value: Any,
        *,
        in_message: str | None = None,
        on: Message | View | None = None,
        block: str | None = None,
    ) -> None:
        """Choose a value in a menu, a date picker and the like, outside of a form."""
        found = find_field(self._screens(in_message, on), field, block)
        state = state_for(found.element, _ids(value))
        await self._act(Found(found.screen, found.block, found.element, state))

    def _need_interactivity(self) -> None:
        if not self._core.app.interactive:
            raise NotPossible("the app's manifest does not enable interactivity: nothing would reach it")

    async def uses(self, where: Where, block: Json, element: Json, chosen: Json | None = None) -> None:
        """Use this very element of a message or view; `chosen` is its new state, or an overflow menu's option."""
        await self._act(Found(Screen("", where, [block], {}), block, element, chosen))

    def puts(self, where: Where, block: Json, element: Json, state: Json) -> None:
        """Put something into a field; the app hears of it with the next press or when the form is submitted."""
        inputs = where.post.inputs if isinstance(where, OnMessage) else where.inputs
        inputs.setdefault(block["block_id"], {})[element["action_id"]] = state
        self._core.changed()

    async def _act(self, found: Found) -> None:
        self._need_interactivity()
        envelope = interactions.act(self._core, self.id, found.screen.where, found.block, found.element, found.chosen)
        await self._ws.answered(envelope)

    async def fills(self, values: Mapping[str, Any]) -> None:
        """Fill in fields of her modal, by block_id, action_id or label.

        A value is text, a number, a date or time, an option's value or label (a list for several), a person or a
        channel, or for files a list of (name, bytes) or paths. None empties a field.
        """
        for name, value in values.items():
            view = self._need_modal()
            found = find_field([self._view_screen(view)], name)
            given = _ids(value)
            if found.element["type"] == "file_input":
                given = [shapes.file(self._core, f) for f in stored_files(self._core, value or (), self.id)]
            suggested = view.suggested.get(found.element["action_id"], [])
            state = state_for(with_suggested(found.element, suggested), given)
            if found.block["type"] != "input" or found.block.get("dispatch_action"):
                await self._act(Found(found.screen, found.block, found.element, state))
            else:
                self.puts(view, found.block, found.element, state)

    async def searches(self, field: str, typed: str) -> list[str]:
        """Type into a field of her modal for which the app suggests; returns the labels of what it suggests."""
        view = self._need_modal()
        found = find_field([self._view_screen(view)], field)
        if found.element["type"] not in EXTERNAL:
            raise NotPossible(f"{field} does not ask the app what to suggest")
        if not (self._core.app.socket_mode or self._core.app.options_url):
            raise NotPossible("the app's manifest has no message_menu_options_url: nothing would reach it")
        self._need_interactivity()
        envelope = interactions.suggest(self._core, self.id, view, found.block, found.element, typed)
        await self._ws.answered(envelope)
        return [option["text"]["text"] for option in view.suggested.get(found.element["action_id"], [])]

    async def submits(self) -> dict[str, str]:
        """Submit her modal; returns the errors shown under its fields, by block_id ({} when there are none)."""
        view = self._need_modal()
        if not view.body.get("submit"):
            raise NotPossible(f"{view.body.get('callback_id')} has no submit button")
        view.errors = forms.complaints(view)
        if view.errors:
            self._core.changed()
            return dict(view.errors)
        await self._ws.answered(interactions.submit(self._core, self.id, view))
        return dict(view.errors)

    async def closes(self, *, everything: bool = False) -> None:
        """Close her modal; the one below shows again, unless she closes everything."""
        view = self._need_modal()
        cleared = everything or bool(view.body.get("clear_on_close"))
        if cleared:
            viewing.close_all(self._core, self.id)
        else:
            viewing.close_top(self._core, self.id)
        await self._ws.answered(interactions.closed(self._core, self.id, view, cleared=cleared))

    def _need_modal(self) -> StoredView:
        view = viewing.top(self._core, self.id)
        if view is None:
            raise NotPossible(f"{self.name} has no modal open")
        return view

    def _screens(self, in_message: str | None, on: Message | View | None) -> list[Screen]:
        if isinstance(on, Message):
            where = self._on_message(on)
            return [Screen(f"message {on.ts}", where, on.blocks, where.post.inputs)]
        if isinstance(on, View):
            view = self._core.state.views[on.id]
            return [Screen(on.kind, view, on.blocks, view.inputs)]
        return self._sight.screens(in_message)

    def _on_message(self, message: Message) -> OnMessage:
        place = self._core.state.conversations[message.channel]
        post = place.by_ts.get(message.ts) or Post(message.ts, message.channel, message.user, message.text)
        return OnMessage(place, post, message.shape)

    def _view_screen(self, view: StoredView) -> Screen:
        return Screen(view.kind, view, view.blocks, view.inputs)


def _ids(value: Any) -> Any:
    """Return ids for people and channels, in lists too."""
    if isinstance(value, list | tuple | set):
        return [_ids(item) for item in value]
    return getattr(value, "id", value)

"""A person, in the words of a test: what she says, presses, fills in, and what she sees."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sandbox import events, forms, interactions, posting, shapes, viewing
from sandbox import text as slack_text
from sandbox.fields import KEYS, NotPossible, state_for
from sandbox.finding import Found, Screen, find_field, find_press
from sandbox.handing_in import Attachment, stored_files
from sandbox.interactions import OnMessage
from sandbox.seeing import Message, View
from sandbox.sight import Sight
from sandbox.state import Conversation, Post, User

if TYPE_CHECKING:
    from sandbox.channels import Channel
    from sandbox.workspace import LocalWorkspace


class Person:
    """A member of the workspace. Acts return when the app has acknowledged them."""

    def __init__(self, ws: LocalWorkspace, user: User) -> None:
        self._ws = ws
        self._core = ws.core
        self.user = user
        self._sight = Sight(ws.core, ws.changes, user.id)

    def __repr__(self) -> str:
        return f"<{self.user.name} {self.id}>"

    @property
    def id(self) -> str:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def dm(self) -> Conversation:
        """Her direct messages with the bot."""
        return self._core.im_of(self.id)

    def _place(self, in_: Channel | None) -> Conversation:
        return in_.place if in_ is not None else self.dm

    # What she writes.

    async def says(
        self,
        words: str,
        *,
        in_: Channel | None = None,
        thread: str | None = None,
        files: Iterable[Attachment] = (),
        acked: bool = True,
    ) -> str:
        """Post a message in her DM with the bot, or in a channel; returns its ts.

        `@name`, `#channel` and `@here` become references, as in Slack's composer. A file is (name, bytes) or a
        path. With `acked=False` the app may be away.
        """
        place = self._place(in_)
        if self.id not in place.members:
            raise NotPossible(f"{self.name} is no member of #{place.name}")
        if shapes.is_archived(self._core, place):
            raise NotPossible(f"#{place.name} is archived")
        stored = stored_files(self._core, files, self.id)
        written = slack_text.as_typed(self._core.state, words)
        draft = posting.Draft(
            text=written,
            blocks=shapes.typed_rich_text(self._core, written),
            thread_ts=thread,
            files=[file.id for file in stored],
        )
        post = posting.post(self._core, place, self.id, draft)
        envelope = events.message_posted(self._core, place, post)
        if acked:
            await self._ws.answered(envelope)
        return post.ts

    async def edits(self, ts: str, words: str) -> None:
        """Edit a message of hers."""
        place, post = self._own(ts)
        written = slack_text.as_typed(self._core.state, words)
        draft = posting.Draft(text=written, blocks=shapes.typed_rich_text(self._core, written))
        await self._ws.answered(posting.change(self._core, place, post, draft))

    async def deletes(self, ts: str) -> None:
        """Delete a message of hers."""
        place, post = self._own(ts)
        await self._ws.answered(posting.delete(self._core, place, post))

    def _own(self, ts: str) -> tuple[Conversation, Post]:
        for place in self._core.state.conversations.values():
            post = place.by_ts.get(ts)
            if post is not None and post.user == self.id:
                return place, post
        raise NotPossible(f"{self.name} has no message {ts}")

    async def types(self, line: str, *, in_: Channel | None = None) -> None:
        """Type a slash command, e.g. `/accord start`."""
        name, _, rest = line.partition(" ")
        app = self._core.app
        if not name.startswith("/") or (app.commands is not None and name not in app.commands):
            raise NotPossible(f"{name} is no command of the app; it has: {', '.join(sorted(app.commands or ()))}")
        given = slack_text.as_command_text(self._core.state, rest.strip(), should_escape=name in app.escaping_commands)
        envelope = interactions.command(self._core, self.id, self._place(in_), name, given)
        await self._ws.answered(envelope)

    async def uses_shortcut(self, callback_id: str, *, on: Message | None = None) -> None:
        """Use a global shortcut of the app, or one on a message."""
        if on is None:
            await self._ws.answered(interactions.shortcut(self._core, self.id, callback_id))
        else:
            where = self._on_message(on)
            await self._ws.answered(interactions.message_shortcut(self._core, self.id, callback_id, where))

    # What she presses and fills in.

    async def presses(self, wanted: str, *, in_message: str | None = None, on: Message | View | None = None) -> None:
        """Press a button, or choose a menu's option, by its label or action_id.

        Looks in her modal, then in what she sees, newest first; `in_message` (a ts) or `on` (a message or view as
        she saw it, however old) say where.
        """
        found = find_press(self._screens(in_message, on), wanted)
        await self._act(found)

    async def selects(
        self, field: str, value: Any, *, in_message: str | None = None, on: Message | View | None = None
    ) -> None:
        """Choose a value in a menu, a date picker and the like, outside of a form."""
        found = find_field(self._screens(in_message, on), field)
        state = state_for(found.element, _ids(value))
        await self._act(Found(found.screen, found.block, found.element, state))

    async def _act(self, found: Found) -> None:
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
            state = state_for(found.element, given)
            if found.block["type"] != "input" or found.block.get("dispatch_action"):
                await self._act(Found(found.screen, found.block, found.element, state))
            else:
                view.inputs.setdefault(found.block["block_id"], {})[found.element["action_id"]] = state
                self._core.changed()

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

    def _need_modal(self) -> Any:
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

    def _view_screen(self, view: Any) -> Screen:
        return Screen(view.kind, view, view.blocks, view.inputs)

    # What she sees.

    @property
    def modal(self) -> View | None:
        """Her top modal."""
        view = viewing.top(self._core, self.id)
        return View.of(self._core, view) if view else None

    @property
    def home(self) -> View | None:
        """Her Home, if the app published one."""
        view_id = self._core.state.homes.get(self.id)
        return View.of(self._core, self._core.state.views[view_id]) if view_id else None

    async def opens_home(self) -> None:
        """Open the app's Home."""
        self._sight.opened_home()
        await self._ws.answered(events.home_opened(self._core, self.id, "home"))

    async def opens_messages(self) -> None:
        """Open the app's Messages tab."""
        await self._ws.answered(events.home_opened(self._core, self.id, "messages"))

    async def sees(self, wanted: str, *, in_: Channel | None = None, within: float = 5.0) -> Message:
        """Return the next message that she has not seen yet; it must contain `wanted` or be of that kind.

        Waits for one. Raises AssertionError, with what was there instead, when the next one is another.
        """
        return await self._sight.sees(self._place(in_), wanted, within)

    async def sees_update(self, message: Message, wanted: str, *, within: float = 5.0) -> Message:
        """Wait until a message was updated to contain `wanted`; returns it as it is then."""
        return await self._sight.sees_update(message, wanted, within)

    def sees_nothing_more(self, *, in_: Channel | None = None) -> None:
        """Raise AssertionError when there are messages that she has not seen yet. The app must be idle."""
        self._sight.sees_nothing_more([in_.place] if in_ is not None else None)

    async def sees_modal(self, callback_id: str, *, within: float = 5.0) -> View:
        """Wait until her top modal has this callback_id."""
        view = await self._sight.sees_modal(callback_id, within)
        return View.of(self._core, view)

    async def sees_home(self, wanted: str, *, within: float = 5.0) -> View:
        """Wait until her Home contains `wanted`."""
        if not await self._ws.changes.until(lambda: wanted in (self.home.text if self.home else ""), within):
            raise AssertionError(f"{self.name}'s Home does not show {wanted!r}: {self.home}")
        home = self.home
        assert home is not None
        return home

    def inbox(self) -> list[Message]:
        """Return the messages of her DM with the bot, oldest first."""
        return self._sight.messages(self.dm)

    def skips(self, *, in_: Channel | None = None) -> None:
        """Count every message there is as seen."""
        self._sight.skip(self._place(in_))

    # What happens to her account.

    async def changes(self, **fields: Any) -> None:
        """Change her profile: `real_name`, `tz`, `locale`, `is_admin`, `email`, …"""
        for name, value in fields.items():
            if not hasattr(self.user, name):
                raise NotPossible(f"a user has no {name}")
            setattr(self.user, name, value)
        self.user.updated = self._core.now_s()
        self._core.changed()
        await self._ws.answered(events.user_changed(self._core, self.user))

    async def is_deactivated(self) -> None:
        """An admin deactivates her account."""
        await self.changes(deleted=True)

    async def does(self, *acts: Any) -> None:
        """Do several things at once, e.g. a double click."""
        await asyncio.gather(*acts)


def _ids(value: Any) -> Any:
    """Return ids for people and channels, in lists too."""
    if isinstance(value, list | tuple | set):
        return [_ids(item) for item in value]
    return getattr(value, "id", value)


__all__ = ["KEYS", "Person"]

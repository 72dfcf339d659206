"""A person, in the words of a test: what she says, presses, fills in, and what she sees."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sandbox import events, interactions, posting, reacting, shapes, viewing
from sandbox import text as slack_text
from sandbox.acts import Acts
from sandbox.fields import NotPossible
from sandbox.handing_in import Attachment, stored_files
from sandbox.seeing import Message, View
from sandbox.state import Conversation, Post
from sandbox.waiting import WITHIN

if TYPE_CHECKING:
    from sandbox.channels import Channel


ME = "/me "
"""Slack's own command: https://docs.slack.dev/reference/events/message/me_message"""


class Person(Acts):
    """A member of the workspace. Acts return when the app has acknowledged them."""

    def __repr__(self) -> str:
        return f"<{self.user.name} {self.id}>"

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
        broadcast: bool = False,
        acked: bool = True,
        typing: timedelta | None = None,
    ) -> str:
        """Post a message in her DM with the bot, or in a channel; returns its ts.

        `@name`, `#channel`, `@here`, links and addresses become references, as in Slack's composer; `/me` before it
        makes it a message in the third person. A file is (name, bytes) or a path. `broadcast` sends a reply to the
        conversation too. With `acked=False` the app may be away. She takes `typing` for it, by the
        workspace's clock; where that is not given, as long as people usually do on a clock that stands still.
        """
        if typing is not None or self._core.clock.frozen:
            self._core.clock.advance(self._core.typing if typing is None else typing)
        place = self._place(in_)
        if self.id not in place.members:
            raise NotPossible(f"{self.name} is no member of #{place.name}")
        if shapes.is_archived(self._core, place):
            raise NotPossible(f"#{place.name} is archived")
        if place.kind == "im" and self._core.app.messages_read_only:
            raise NotPossible("the app's manifest lets nobody write in its Messages tab")
        stored = stored_files(self._core, files, self.id)
        me = words.startswith(ME)
        written = slack_text.as_typed(self._core.state, words.removeprefix(ME))
        draft = posting.Draft(
            text=written,
            blocks=None if me else shapes.typed_rich_text(self._core, written),
            thread_ts=thread,
            broadcast=broadcast,
            files=[file.id for file in stored],
            me=me,
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

    async def reacts(self, ts: str, name: str) -> None:
        """Put an emoji on a message that she sees, or take hers off it again."""
        for place in self._core.state.conversations.values():
            post = place.by_ts.get(ts)
            if post is not None and post in self.posts(place):
                await self._ws.answered(reacting.toggle(self._core, post, self.id, name))
                return
        raise NotPossible(f"{self.name} sees no message {ts}")

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
        self._need_interactivity()
        known = {shortcut.callback_id for shortcut in self._core.app.shortcuts}
        if self._core.app.commands is not None and callback_id not in known:
            raise NotPossible(f"{callback_id} is no shortcut of the app; it has: {', '.join(sorted(known))}")
        if on is None:
            await self._ws.answered(interactions.shortcut(self._core, self.id, callback_id))
        else:
            where = self._on_message(on)
            await self._ws.answered(interactions.message_shortcut(self._core, self.id, callback_id, where))

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

    async def sees(self, wanted: str, *, in_: Channel | None = None, within: float = WITHIN) -> Message:
        """Return the next message that she has not seen yet; it must contain `wanted` or be of that kind.

        Waits for one. Raises AssertionError, with what was there instead, when the next one is another.
        """
        return await self._sight.sees(self._place(in_), wanted, within)

    async def sees_update(self, message: Message, wanted: str, *, within: float = WITHIN) -> Message:
        """Wait until a message was updated to contain `wanted`; returns it as it is then."""
        return await self._sight.sees_update(message, wanted, within)

    def sees_nothing_more(self, *, in_: Channel | None = None) -> None:
        """Raise AssertionError when there are messages that she has not seen yet. The app must be idle."""
        self._sight.sees_nothing_more([in_.place] if in_ is not None else None)

    async def sees_modal(self, callback_id: str, *, within: float = WITHIN) -> View:
        """Wait until her top modal has this callback_id."""
        view = await self._sight.sees_modal(callback_id, within)
        return View.of(self._core, view)

    async def sees_home(self, wanted: str, *, within: float = WITHIN) -> View:
        """Wait until her Home contains `wanted`."""
        if not await self._ws.changes.until(lambda: wanted in (self.home.text if self.home else ""), within):
            raise AssertionError(f"{self.name}'s Home does not show {wanted!r}: {self.home}")
        home = self.home
        assert home is not None  # noqa: S101 - for the types: it was waited for
        return home

    def inbox(self) -> list[Message]:
        """Return the messages of her DM with the bot, oldest first."""
        return self._sight.messages(self.dm)

    def posts(self, place: Conversation) -> list[Post]:
        """Return what she can see in a conversation, as the workspace holds it."""
        return self._sight.posts(place)

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

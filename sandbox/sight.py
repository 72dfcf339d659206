"""What one person has seen so far, and what is on her screen now."""

from __future__ import annotations

from sandbox import viewing
from sandbox.core import Core
from sandbox.finding import Screen
from sandbox.ids import micros, ts_key
from sandbox.interactions import OnMessage
from sandbox.seeing import Message
from sandbox.shapes import message as message_shape
from sandbox.state import Conversation, Post, View
from sandbox.waiting import Changes


class Sight:
    """A person's eyes."""

    def __init__(self, core: Core, changes: Changes, user_id: str) -> None:
        self._core = core
        self._changes = changes
        self._id = user_id
        self._seen: dict[str, set[str]] = {}
        self._home_opened = (0, 0)

    def opened_home(self) -> None:
        """She looks at Home now."""
        moment = micros(self._core.now())
        self._home_opened = (moment // 1_000_000, moment % 1_000_000)

    def posts(self, place: Conversation) -> list[Post]:
        """Return what she can see in a conversation, oldest first."""
        if self._id not in place.members and place.kind != "channel":
            return []
        return [post for post in place.posts if post.ephemeral_to in (None, self._id)]

    def messages(self, place: Conversation) -> list[Message]:
        return [Message.of(self._core, post) for post in self.posts(place)]

    def unseen(self, place: Conversation) -> list[Post]:
        """Return what others wrote and she has not looked at; that a message is gone is nothing to look at."""
        seen = self._seen.setdefault(place.id, set())
        posts = (post for post in self.posts(place) if not post.is_tombstone)
        return [post for post in posts if post.user != self._id and post.ts not in seen]

    def skip(self, place: Conversation) -> None:
        """Count everything there as seen."""
        self._seen.setdefault(place.id, set()).update(post.ts for post in self.posts(place))

    async def sees(self, place: Conversation, wanted: str, within: float) -> Message:
        """Return the next unseen message. Raises AssertionError when it is another, or none comes."""
        if not await self._changes.patiently(lambda: bool(self.unseen(place)), within):
            raise AssertionError(f"no message came within {within:g} s; wanted {wanted!r}\n{self._seen_last(place)}")
        waiting = self.unseen(place)
        message = Message.of(self._core, waiting[0])
        if not message.shows(wanted):
            listed = "\n".join(f"  {Message.of(self._core, post)}" for post in waiting)
            raise AssertionError(f"wanted {wanted!r}; the next messages are:\n{listed}")
        self._seen[place.id].add(message.ts)
        return message

    def _seen_last(self, place: Conversation) -> str:
        last = self.messages(place)[-3:]
        return "the last messages were:\n" + "\n".join(f"  {message}" for message in last)

    async def sees_update(self, message: Message, wanted: str, within: float) -> Message:
        """Wait until the message contains `wanted`."""
        place = self._core.state.conversations[message.channel]

        def current() -> Message | None:
            post = place.by_ts.get(message.ts)
            return Message.of(self._core, post) if post else None

        def updated() -> bool:
            now = current()
            return now is not None and now.shows(wanted)

        if not await self._changes.patiently(updated, within):
            raise AssertionError(f"{message.ts} was not updated to {wanted!r}; it is: {current() or 'deleted'}")
        found = current()
        assert found is not None  # noqa: S101 - for the types: it was waited for
        return found

    def sees_nothing_more(self, places: list[Conversation] | None) -> None:
        """Raise AssertionError when something is unseen; looks at her DM unless told where."""
        looked_at = places if places is not None else [self._core.im_of(self._id)]
        left = [post for place in looked_at for post in self.unseen(place)]
        if left:
            listed = "\n".join(f"  {Message.of(self._core, post)}" for post in left)
            raise AssertionError(f"there are messages that were not looked at:\n{listed}")

    async def sees_modal(self, callback_id: str, within: float) -> View:
        """Wait until her top modal has this callback_id."""

        def there() -> bool:
            view = viewing.top(self._core, self._id)
            return view is not None and view.body.get("callback_id") == callback_id

        if not await self._changes.until(there, within):
            view = viewing.top(self._core, self._id)
            shown = view.body.get("callback_id") if view else "no modal"
            raise AssertionError(f"no modal {callback_id!r} within {within:g} s; there is: {shown}")
        found = viewing.top(self._core, self._id)
        assert found is not None  # noqa: S101 - for the types: it was waited for
        return found

    def screens(self, in_message: str | None = None) -> list[Screen]:
        """Return everything with something to press: her modal, then what is newest first."""
        top = viewing.top(self._core, self._id)
        if in_message is None and top is not None:
            return [Screen("modal", top, top.blocks, top.inputs)]
        dated = [
            (_moment(post), self._message(place, post))
            for place in self._core.state.conversations.values()
            if self._id in place.members
            for post in self.posts(place)
            if post.blocks and post.by_bot and in_message in (None, post.ts)
        ]
        home = self._core.state.homes.get(self._id)
        if home is not None and in_message is None:
            view = self._core.state.views[home]
            dated.append((self._home_opened, Screen("home", view, view.blocks, view.inputs)))
        dated.sort(key=lambda pair: pair[0], reverse=True)
        return [screen for _, screen in dated]

    def _message(self, place: Conversation, post: Post) -> Screen:
        where = OnMessage(place, post, message_shape(self._core, post))
        return Screen(f"message {post.ts}", where, post.blocks or [], post.inputs)


def _moment(post: Post) -> tuple[int, int]:
    return ts_key(post.ts)

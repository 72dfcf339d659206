"""A channel, in the words of a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox import events
from sandbox.seeing import Message
from sandbox.state import Conversation

if TYPE_CHECKING:
    from sandbox.people import Person
    from sandbox.workspace import LocalWorkspace


class Channel:
    """A channel of the workspace. The async methods return when the app has acknowledged what it was told."""

    def __init__(self, ws: LocalWorkspace, place: Conversation) -> None:
        self._ws = ws
        self.place = place

    @property
    def id(self) -> str:
        return self.place.id

    @property
    def name(self) -> str:
        return self.place.name

    @property
    def members(self) -> list[str]:
        """The ids of the members, the bot's among them if it is one."""
        return list(self.place.members)

    async def join(self, person: Person, *, inviter: Person | None = None) -> None:
        """A person joins, or is invited."""
        await self._add(person.id, inviter.id if inviter else None)

    async def invite_bot(self, by: Person | None = None) -> None:
        """Somebody invites the app."""
        await self._add(self._ws.bot_user_id, by.id if by else self.place.creator)

    async def _add(self, user_id: str, inviter: str | None) -> None:
        if user_id in self.place.members:
            raise AssertionError(f"{user_id} is a member of #{self.name} already")
        self.place.members.append(user_id)
        self._ws.core.changed()
        await self._ws.answered(events.member_joined(self._ws.core, self.place, user_id, inviter))

    async def leave(self, person: Person) -> None:
        """A person leaves."""
        await self._remove(person.id)

    async def remove_bot(self) -> None:
        """Somebody removes the app."""
        await self._remove(self._ws.bot_user_id)

    async def _remove(self, user_id: str) -> None:
        if user_id not in self.place.members:
            raise AssertionError(f"{user_id} is no member of #{self.name}")
        self.place.members.remove(user_id)
        self._ws.core.changed()
        await self._ws.answered(events.member_left(self._ws.core, self.place, user_id))

    async def archive(self, by: Person | None = None) -> None:
        """Somebody archives the channel."""
        self.place.archived = True
        self._ws.core.changed()
        user_id = by.id if by else self.place.creator
        await self._ws.answered(events.archived(self._ws.core, self.place, user_id))

    async def share(self, *people: Person) -> None:
        """It is shared with the organisation of these people, who are in it at once: nothing is said of each."""
        self.place.members.extend(person.id for person in people)
        self._ws.core.changed()
        await self._ws.answered(events.shared(self._ws.core, self.place, people[0].user.team))

    async def unshare(self, *people: Person) -> None:
        """It is shared with their organisation no longer, and they are in it no more."""
        for person in people:
            self.place.members.remove(person.id)
        self._ws.core.changed()
        await self._ws.answered(events.unshared(self._ws.core, self.place, people[0].user.team))

    async def rename(self, name: str) -> None:
        """Somebody renames the channel."""
        self.place.name = name
        self._ws.core.changed()
        await self._ws.answered(events.renamed(self._ws.core, self.place))

    def messages(self) -> list[Message]:
        """Return what everybody can see here, oldest first."""
        posts = [post for post in self.place.posts if post.ephemeral_to is None]
        return [Message.of(self._ws.core, post) for post in posts]

    def notifies(self, message: Message) -> set[str]:
        """Return whom a message notifies: ids of people, and `@here`, `@channel`, `@everyone`."""
        post = self.place.by_ts.get(message.ts)
        if post is None:
            raise AssertionError(f"#{self.name} has no message {message.ts}")
        return set(post.notifies)

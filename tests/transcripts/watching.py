"""What each person was shown since a moment, and what they can see now."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sandbox import text as slack_text
from sandbox.people import Person
from sandbox.seeing import Message, View
from sandbox.state import Post
from sandbox.state import View as StoredView
from sandbox.workspace import LocalWorkspace


@dataclass(frozen=True, slots=True)
class Shown:
    """A message, form or Home as it stood once. `aside` is what only a notification says of it; `kind` that of a
    notice, for a message that is `new`, and `place` its conversation."""

    readers: frozenset[str]
    text: str
    aside: str = ""
    kind: str | None = None
    new: bool = False
    place: str = ""


class Watch:
    """Takes down all that is shown from now on, as it reads; what somebody wrote they are not shown."""

    def __init__(self, ws: LocalWorkspace) -> None:
        self._ws = ws
        self._shown: list[Shown] = []
        self._stop = ws.core.watch(self._take_down)

    def begin(self) -> None:
        """Only what comes from here on counts."""
        self._shown.clear()

    def close(self) -> None:
        self._stop()

    def told(self, person: Person, kind: str) -> bool:
        """Whether a notice of this kind was sent to them, or to a channel that they are in."""
        return any(one.new and one.kind == kind for one in self._of(person))

    def showed(self, person: Person, kind: str) -> bool:
        """Whether a message of this kind was sent to them, or changed."""
        return any(one.kind == kind for one in self._of(person))

    def saw(self, person: Person, words: str) -> bool:
        return any(_holds(one.text, words) for one in self._of(person))

    def could_see(self, person: Person, words: str) -> bool:
        """The same, with what a notification shows."""
        return any(_holds(one.text, words) or _holds(one.aside, words) for one in self._of(person))

    def shows(self, person: Person, words: str) -> bool:
        """Whether anything that they can see now holds the words."""
        return any(_holds(text, words) for text in self._now(person))

    def messages(self, person: Person) -> int:
        """How many new messages came in their direct messages."""
        return sum(one.new and one.place == person.dm.id for one in self._of(person))

    def last(self, person: Person, most: int = 3) -> list[str]:
        """What they were shown last, shortened, for who reads a failure."""
        return [_plain(one.text)[:160] for one in self._of(person)][-most:]

    def _of(self, person: Person) -> list[Shown]:
        return [one for one in self._shown if person.id in one.readers]

    def _take_down(self, what: Post | StoredView) -> None:
        if isinstance(what, Post):
            self._shown.append(self._message(what))
        else:
            self._shown.append(Shown(frozenset({what.user}), View.of(self._ws.core, what).text))

    def _message(self, post: Post) -> Shown:
        place = self._ws.core.state.conversations[post.channel]
        readers = {post.ephemeral_to} if post.ephemeral_to else set(place.members)
        message = Message.of(self._ws.core, post)
        return Shown(
            frozenset(reader for reader in readers if reader and reader != post.user),
            message.visible_text,
            slack_text.visible(self._ws.core.state, post.text),
            message.kind,
            new=post.changes == 0,
            place=post.channel,
        )

    def _now(self, person: Person) -> Iterator[str]:
        core = self._ws.core
        for place in core.state.conversations.values():
            if person.id in place.members:
                yield from (Message.of(core, p).visible_text for p in person.posts(place) if p.user != person.id)
        open_views = [*core.state.stacks.get(person.id, ()), *filter(None, [core.state.homes.get(person.id)])]
        for view in open_views:
            yield View.of(core, core.state.views[view]).text


def _holds(text: str, words: str) -> bool:
    return _plain(words) in _plain(text)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)

"""What all browser windows on one workspace share: who has read what, and what went wrong."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sandbox.ids import ts_key
from sandbox.page.jumps import Jump
from sandbox.state import Conversation, Post

if TYPE_CHECKING:
    from sandbox.people import Person
    from sandbox.workspace import LocalWorkspace

EXPECTED = frozenset({"ratelimited", "rate_limited", "hash_conflict", "unknown_method"})
"""Refusals that a careful app meets every day, and handles."""


@dataclass(frozen=True)
class Problem:
    """Something that the app did and Slack refuses."""

    number: int
    title: str
    reason: str


class Desk:
    """One workspace, as its windows see it."""

    def __init__(self, ws: LocalWorkspace, jumps: Sequence[Jump]) -> None:
        self.ws = ws
        self.jumps = tuple(jumps)
        self.key = secrets.token_urlsafe(16)
        self.problems: list[Problem] = []
        self._read: dict[tuple[str, str], tuple[int, int]] = {}
        self._calls_looked_at = 0
        self._told: set[str] = set()
        self._refreshers: list[Callable[[], None]] = []

    # Windows.

    def attach(self, refresh: Callable[[], None]) -> Callable[[], None]:
        """Tell this window of what other windows do; returns the function that ends this."""
        self._refreshers.append(refresh)
        return lambda: self._refreshers.remove(refresh) if refresh in self._refreshers else None

    def changed(self) -> None:
        """Something that all windows show is different now."""
        for refresh in list(self._refreshers):
            refresh()

    # People and places.

    def person(self, name: str) -> Person | None:
        """Return somebody by handle or id, or the first person there is."""
        people = list(self.ws.people.values())
        for person in people:
            if name in (person.name, person.id):
                return person
        return people[0] if people else None

    def places_of(self, person: Person) -> list[Conversation]:
        """Return the channels a person is in, and the DM with the app."""
        channels = [c.place for c in self.ws.channels.values() if person.id in c.place.members]
        return [*channels, person.dm]

    # Who has read what.

    def reads(self, person: Person, place: Conversation) -> bool:
        """Everything there is read now; says whether anything was new."""
        posts = person.posts(place)
        if not posts:
            return False
        newest = max(ts_key(post.ts) for post in posts)
        key = (person.id, place.id)
        if self._read.get(key, (0, 0)) >= newest:
            return False
        self._read[key] = newest
        return True

    def unread(self, person: Person, place: Conversation) -> list[Post]:
        """Return what others wrote there since this person looked."""
        since = self._read.get((person.id, place.id), (0, 0))
        return [p for p in person.posts(place) if p.user != person.id and ts_key(p.ts) > since]

    def unread_in_all(self, person: Person) -> int:
        """Return how many messages wait for this person."""
        return sum(len(self.unread(person, place)) for place in self.places_of(person))

    # What went wrong.

    def look_for_problems(self) -> None:
        """Take down calls and answers that were refused since the last look."""
        calls = self.ws.calls
        for call in calls[self._calls_looked_at :]:
            error = call.response.get("error")
            if error and error not in EXPECTED:
                messages = (call.response.get("response_metadata") or {}).get("messages") or []
                self._problem(f"{call.method} was refused", " ".join([str(error), *map(str, messages)]))
        self._calls_looked_at = len(calls)
        for envelope in self.ws.envelopes[-50:]:
            if envelope.problem and envelope.id not in self._told:
                self._told.add(envelope.id)
                self._problem(f"The answer to {envelope.label} was refused", envelope.problem)

    def _problem(self, title: str, reason: str) -> None:
        self.problems.append(Problem(len(self.problems), title, reason))


def local(moment: datetime, person: Person | None) -> datetime:
    """Return a moment as the person's clock shows it."""
    return moment.astimezone(ZoneInfo(person.user.tz) if person else UTC)


def sent_at(post: Post, person: Person) -> datetime:
    """Return when a message was sent, on the reader's clock."""
    return local(datetime.fromtimestamp(float(post.ts), UTC), person)

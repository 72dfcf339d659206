"""After a time in which nobody listened: whose conversations may hold an answer that never reached us.

Slack repeats what was not acknowledged, for a while; what it drops in the meantime stands in the conversation alone. So
each conversation with an open question is read once, by an errand: the newest question first, and not faster than
Slack's rate for reading allows beside all else.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.errand import Errand, ErrandKind
from bot.domain.focus import Awaited

SPACING = timedelta(seconds=3)
"""Between two looks in a workspace: 20 a minute of the 50 that Slack allows; lost messages are sought with the rest."""

REMEMBERED = timedelta(days=13)
"""What was heard is recognised for 14 days; nothing older is read, lest it be heard twice."""

PAGE = 1000

Person = tuple[str, str]
"""(workspace, user)"""


class Presence(Protocol):
    """Over all workspaces, in one transaction; storage/queries/presence.py says what each method promises."""

    def last(self) -> datetime | None: ...
    def here(self, now: datetime) -> None: ...
    def asked(self) -> Collection[Person]: ...
    def awaited(self, since: datetime, below: int, limit: int) -> tuple[Sequence[Awaited], int]: ...
    def interviewed(self, since: datetime, below: int, limit: int) -> tuple[Sequence[Awaited], int]: ...
    def ask(self, errands: Sequence[Errand]) -> None: ...


Presences = Callable[[], AbstractContextManager[Presence]]
"""Begins a transaction over all workspaces; commits when the block ends, rolls back when it raises."""


class Round:
    """One look around, page by page, each in a transaction of its own. Doing it again asks nobody twice. `only`: in no
    other workspaces."""

    def __init__(self, now: datetime, *, only: Collection[str] | None = None) -> None:
        self._now = now
        self._only = only
        self._since = now - REMEMBERED
        self._looks: dict[str, int] = defaultdict(int)
        self._asked: set[Person] | None = None
        self._below = 0
        self._interviews = False
        self.asked = 0

    def page(self, presence: Presence) -> bool:
        """Ask for the next ones to be read; whether there may be more."""
        if self._asked is None:
            self._asked = set(presence.asked())
        find = presence.interviewed if self._interviews else presence.awaited
        found, self._below = find(self._since, self._below, PAGE)
        presence.ask([self._errand(one) for one in found if self._is_new(one)])
        if self._below:
            return True
        self._interviews = not self._interviews
        return self._interviews

    def _is_new(self, one: Awaited) -> bool:
        assert self._asked is not None  # noqa: S101 - for the types: asked for within a look alone
        if self._only is not None and one.workspace not in self._only:
            return False
        person = (one.workspace, one.user)
        new = person not in self._asked
        self._asked.add(person)
        return new

    def _errand(self, one: Awaited) -> Errand:
        place = self._looks[one.workspace]
        self._looks[one.workspace] += 1
        self.asked += 1
        args = {"user": one.user, "channel": one.channel, "oldest": one.oldest}
        return Errand(one.workspace, ErrandKind.HEAR_BACK, args, self._now + place * SPACING)

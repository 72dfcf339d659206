"""Schools whose token no key opens: ACCORD_KEYS is wrong, or lacks the key that sealed it.

Nothing can be answered there, and no answer is to be lost. Slack repeats an event at once, after a minute and after
five: for PATIENCE what comes from there is refused, so that it is heard after all where the key is soon mended. It may
switch off the events of an app that takes fewer than one in twenty within an hour
(https://docs.slack.dev/reference/events/app_rate_limited); from how many on it counts is not said there: so the
refusals end after that time, and at MOST_REFUSED within an hour. What comes then is acknowledged; and when a key
opens the token again, by whatever process, the conversations that wait for an answer are read back.
"""

from collections import deque
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Protocol

from bot import metrics
from bot.activities.hearing.listening import Presence, Round
from bot.domain.installation import Installation, LockedOut, Unsealable
from bot.runner import Executor
from bot.steady_clock import Clock
from bot.troubles import Trouble
from prompts.words import words_for

PATIENCE = timedelta(minutes=6)
"""Longer than Slack goes on repeating an event."""

MOST_REFUSED = 300
"""Events, within AN_HOUR, for each of up to three processes."""

AN_HOUR = timedelta(hours=1)
MARKED_EVERY = timedelta(minutes=5)
"""So often it is written down that something may have been missed: another process may have caught up meanwhile."""

NAMED = 10
"""Workspaces in one line of the log."""

words = words_for()


class Installations(Protocol):
    """The database's; storage/queries/installations.py says what each method promises."""

    def find(self, workspace: str) -> Installation | None: ...
    def workspaces(self) -> list[str]: ...


class Presences(Protocol):
    """Begins a transaction over all workspaces; storage/queries/presence.py says what each method promises."""

    def __call__(self) -> AbstractContextManager["Marks"]: ...


class Marks(Presence, Protocol):
    """What was missed, besides who listens."""

    def missed(self) -> list[str]: ...
    def miss(self, workspace: str, now: datetime) -> None: ...
    def caught_up(self, workspace: str) -> None: ...


class Locked:
    """Which schools these are, since when, and what is done about them."""

    def __init__(self, installations: Installations, presences: Presences, executor: Executor, clock: Clock) -> None:
        self._installations = installations
        self._presences = presences
        self._executor = executor
        self._clock = clock
        self._since: dict[str, datetime] = {}
        self._marked: dict[str, datetime] = {}
        self._trouble = Trouble("token-unreadable")
        self._refused: deque[datetime] = deque()
        self._opens_some = False

    async def find(self, workspace: str) -> Installation | None:
        """The installation; None where there is none. LockedOut where no key opens its token."""
        try:
            return await self._try(workspace)
        except LockedOut:
            self._tell()
            raise

    async def look_at_all(self) -> None:
        """Try every token, and say it once of all that can not be read."""
        for workspace in await self._executor(self._installations.workspaces):
            await self._is_locked(workspace)
        self._tell()

    def is_ready(self) -> bool:
        """Whether requests should be sent here. A process with wrong keys is to take no other's place; but one token
        out of many must not close the door to all for longer than that helps anybody."""
        if not self._since:
            return True
        return self._opens_some and self._clock.now() - min(self._since.values()) >= PATIENCE

    def refuses(self, workspace: str, *, counts: bool) -> bool:
        """Whether what comes from there is refused now. `counts`: an event, of which Slack counts the failures."""
        now = self._clock.now()
        since = self._since.get(workspace, now)
        if now - since >= PATIENCE or now < since:
            return False
        if not counts:
            return True
        while self._refused and now - self._refused[0] >= AN_HOUR:
            self._refused.popleft()
        if len(self._refused) >= MOST_REFUSED:
            return False
        self._refused.append(now)
        return True

    async def unlocked(self) -> list[str]:
        """Those that were locked out, here or for another process, and are no more. Their conversations are to be read
        back, by errands that are queued now."""
        missed = await self._executor(self._missed)
        open_now = [w for w in {*self._since, *missed} if not await self._is_locked(w)]
        self._tell()
        await self._executor(lambda: self._read_back([w for w in open_now if w in missed]))
        return sorted(open_now)

    async def _is_locked(self, workspace: str) -> bool:
        try:
            await self._try(workspace)
        except LockedOut:
            return True
        return False

    async def _try(self, workspace: str) -> Installation | None:
        try:
            found = await self._executor(lambda: self._installations.find(workspace))
        except Unsealable:
            await self._lock(workspace)
            raise LockedOut(workspace) from None
        self._unlock(workspace)
        self._opens_some = self._opens_some or found is not None
        return found

    async def _lock(self, workspace: str) -> None:
        now = self._clock.now()
        self._since.setdefault(workspace, now)
        metrics.LOCKED_OUT.set(len(self._since))
        marked = self._marked.get(workspace)
        if marked is None or now - marked >= MARKED_EVERY:
            await self._executor(lambda: self._miss(workspace, now))
            self._marked[workspace] = now

    def _unlock(self, workspace: str) -> None:
        if self._since.pop(workspace, None) is not None:
            self._marked.pop(workspace, None)
            metrics.LOCKED_OUT.set(len(self._since))
        if not self._since:
            self._trouble.over("every school's token can be read again")

    def _tell(self) -> None:
        if self._since:
            some = ", ".join(sorted(self._since)[:NAMED])
            remedy = words("token-unreadable-remedy")
            self._trouble.seen(
                "no key opens a school's token", workspaces=some, schools=len(self._since), remedy=remedy
            )

    def _missed(self) -> list[str]:
        with self._presences() as presence:
            return presence.missed()

    def _miss(self, workspace: str, now: datetime) -> None:
        with self._presences() as presence:
            presence.miss(workspace, now)

    def _read_back(self, workspaces: list[str]) -> None:
        """The marks go last: who is killed between does it again, and what was asked for is not asked for twice."""
        if not workspaces:
            return
        around, more = Round(self._clock.now(), only=frozenset(workspaces)), True
        while more:
            with self._presences() as presence:
                more = around.page(presence)
        with self._presences() as presence:
            for workspace in workspaces:
                presence.caught_up(workspace)

"""The workspaces that Accord speaks in, each with its own token.

A token is remembered for a short while. It is dropped at once where this process hears that the workspace removed or
renewed it; another process reads it anew when `TOKEN_KEPT` is over, or at once when Slack refuses the old one. What
is sent does not wait for that: nothing leaves for a workspace from the commit on that says it has left.
"""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Collection
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any, Protocol

import aiohttp
import structlog
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot import metrics
from bot.activities.hearing.listening import LookAround, Presence
from bot.domain.installation import Installation, LockedOut, Reason, Unsealable
from bot.runner import Executor
from bot.slack.calls import reason_of
from bot.steady_clock import Clock
from bot.troubles import Trouble
from prompts.words import words_for

# Schools whose token no key opens: ACCORD_KEYS is wrong, or lacks the key that sealed it.
#
# Nothing can be answered there, and no answer is to be lost. Slack repeats an event at once, after a minute and after
# five: for PATIENCE what comes from there is refused, so that it is heard after all where the key is soon mended. It
# may switch off the events of an app that takes fewer than one in twenty within an hour
# (https://docs.slack.dev/reference/events/app_rate_limited); from how many on it counts is not said there: so the
# refusals end after that time, and at MOST_REFUSED within an hour. What comes then is acknowledged; and when a key
# opens the token again, by whatever process, the conversations that wait for an answer are read back.


PATIENCE = timedelta(minutes=6)
"""Longer than Slack goes on repeating an event."""

MOST_REFUSED = 300
"""Events, within AN_HOUR, for each of up to three processes."""

AN_HOUR = timedelta(hours=1)
MARKED_EVERY = timedelta(minutes=5)
"""So often it is written down that something may have been missed: another process may have caught up meanwhile."""

SETTLED = timedelta(minutes=1)
"""A process that has the key has taken a mark away by then: it looks twice as often."""

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
        self._nobody_opens = False

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
        """Whether requests should be sent here. A process with wrong keys is to take no other's place; but neither one
        token out of many nor keys that all have wrong must close the door for longer than that helps anybody: a proxy
        that finds nobody ready refuses, and Slack counts that."""
        if not self._since:
            return True
        helped = self._clock.now() - min(self._since.values()) < PATIENCE
        return not helped and (self._opens_some or self._nobody_opens)

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
        self._see_who_opens(missed)
        open_now = [w for w in {*self._since, *missed} if not await self._is_locked(w)]
        self._tell()
        await self._executor(lambda: self._read_back([w for w in open_now if w in missed]))
        return sorted(open_now)

    def _see_who_opens(self, missed: Collection[str]) -> None:
        """A mark that stands for long says that no process has the key."""
        now = self._clock.now()
        settled = [workspace for workspace, at in self._marked.items() if now - at >= SETTLED]
        if settled:
            self._nobody_opens = all(workspace in missed for workspace in settled)

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
        around, more = LookAround(self._clock.now(), only=frozenset(workspaces)), True
        while more:
            with self._presences() as presence:
                more = around.page(presence)
        with self._presences() as presence:
            for workspace in workspaces:
                presence.caught_up(workspace)


log = structlog.get_logger(__name__)

TOKEN_KEPT = timedelta(seconds=30)
"""So long a process may speak with a token that another one knows to be gone or renewed."""

GONE = frozenset({"account_inactive", "invalid_auth", "token_revoked"})
"""Slack's refusals that mean: this token is none any more."""

Leave = Callable[[str, Reason], Awaitable[None]]
"""Told of a workspace that left, and why; commits before it returns."""


class TokenSource(Protocol):
    """Where installations are kept."""

    async def find(self, workspace: str) -> Installation | None:
        """None where the workspace has none. LockedOut where its token can not be read."""

    async def remove(self, workspace: str) -> None: ...


class Schools:
    """Who is installed, and a client for each. Everything that calls Slack has its client from here."""

    def __init__(
        self, source: TokenSource, clock: Clock, base_url: str, session: aiohttp.ClientSession, leave: Leave
    ) -> None:
        self._source = source
        self._clock = clock
        self._base_url = base_url
        self._session = session
        self._leave = leave
        self._written = 0
        self._kept: dict[str, tuple[Installation, datetime]] = {}
        self._refused: dict[str, str] = {}
        self._clients: dict[str, SchoolClient] = {}
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    def client_of(self, workspace: str) -> AsyncWebClient:
        """The client that speaks for Accord in a workspace. Without an installation, its calls are refused here."""
        found = self._clients.get(workspace)
        if found is None:
            found = self._clients[workspace] = SchoolClient(self, workspace, self._base_url, self._session)
        return found

    async def of(self, workspace: str) -> Installation | None:
        """The workspace's installation; None where there is none, none that can be read, or Slack refuses its token."""
        try:
            return await self._usable(workspace)
        except LockedOut:
            return None

    async def _usable(self, workspace: str) -> Installation | None:
        now = self._clock.now()
        kept = self._kept.get(workspace)
        if kept is not None and kept[1] <= now < kept[1] + TOKEN_KEPT:
            found: Installation | None = kept[0]
        else:
            found = await self._find(workspace, now)
        return None if found is None or self._refused.get(workspace) == found.token else found

    async def _find(self, workspace: str, now: datetime) -> Installation | None:
        """Read it, and remember it unless it was written meanwhile."""
        written = self._written
        found = await self._source.find(workspace)
        if found is not None and written == self._written:
            self._kept[workspace] = (found, now)
        return found

    async def _stored(self, workspace: str) -> Installation | None:
        try:
            return await self._source.find(workspace)
        except LockedOut:
            return None

    async def authorize(self, workspace: str | None) -> AuthorizeResult | None:
        """What Bolt asks for each payload; None for a workspace that is not installed. LockedOut goes through Bolt to
        whoever gave it the payload."""
        found = await self._usable(workspace) if workspace else None
        if found is None:
            log.warning("not installed", action="not-installed", workspace=workspace)
            return None
        return AuthorizeResult(
            enterprise_id=None,
            team_id=workspace,
            bot_token=found.token,
            bot_id=found.bot_id,
            bot_user_id=found.bot_user,
        )

    def forget(self, workspace: str) -> None:
        """Read the workspace's installation anew: it has just been written."""
        self._written += 1
        self._kept.pop(workspace, None)
        self._refused.pop(workspace, None)

    async def withdraw(self, workspace: str, at: datetime) -> bool:
        """The workspace took its token back at `at`: delete it. False where it installed Accord again since."""
        found = await self._stored(workspace)
        if found is not None and found.since > at:
            return False
        await self._source.remove(workspace)
        self.forget(workspace)
        return True

    async def refused(self, workspace: str, token: str) -> Installation | None:
        """Slack refused a token. Returns the newer installation, where there is one to speak by instead.

        Where there is none, and Slack refuses the token once more, the workspace has left: all that is its rests.
        Its token stays stored. Were it a mistake of Slack's, starting anew would find the token good again.
        """
        async with self._asking[workspace]:
            self._kept.pop(workspace, None)
            found = await self.of(workspace)
            if found is None or found.token != token:
                return found
            if await self._is_good(token) is False:
                self._refused[workspace] = token
                await self._leave(workspace, Reason.REFUSED)
            return None

    async def look_again(self, workspace: str) -> bool:
        """Whether Slack accepts a token that it refused before."""
        async with self._asking[workspace]:
            found = await self._stored(workspace)
            if found is None:
                return False
            good = await self._is_good(found.token)
            if good:
                self.forget(workspace)
            else:
                self._refused[workspace] = found.token
            return bool(good)

    async def _is_good(self, token: str) -> bool | None:
        """Whether Slack accepts it; None where that can not be known now."""
        client = AsyncWebClient(token, base_url=self._base_url, session=self._session, retry_handlers=[])
        try:
            await client.auth_test()
        except SlackApiError as refusal:
            return False if reason_of(refusal) in GONE else None
        except (aiohttp.ClientError, TimeoutError, OSError):
            return None
        return True


class SchoolClient(AsyncWebClient):
    """The Web API as one workspace's bot. It looks its token up for each call, and never sends twice by itself."""

    def __init__(self, schools: Schools, workspace: str, base_url: str, session: aiohttp.ClientSession) -> None:
        super().__init__(base_url=base_url, session=session, retry_handlers=[])
        self._schools = schools
        self._workspace = workspace

    async def api_call(self, api_method: str, **given: Any) -> AsyncSlackResponse:
        """As AsyncWebClient's. A refused token that was renewed meanwhile is not the call's fault: it goes again."""
        known = await self._schools.of(self._workspace)
        if known is None:
            raise self._not_installed(api_method)
        try:
            return await self._as(known, api_method, given)
        except SlackApiError as refusal:
            if reason_of(refusal) not in GONE:
                raise
            newer = await self._schools.refused(self._workspace, known.token)
            if newer is None:
                raise
        return await self._as(newer, api_method, given)

    async def _as(self, installation: Installation, api_method: str, given: dict[str, Any]) -> AsyncSlackResponse:
        self.token = installation.token  # read before the first await, so that calls do not mix
        return await super().api_call(api_method, **given)

    def _not_installed(self, api_method: str) -> SlackApiError:
        """In the form of Slack's own refusal, which all who call understand."""
        answer = AsyncSlackResponse(
            client=self,
            http_verb="POST",
            api_url=f"{self.base_url}{api_method}",
            req_args={},
            data={"ok": False, "error": "not_authed"},
            headers={},
            status_code=200,
        )
        return SlackApiError("no token for this workspace", answer)  # type: ignore[no-untyped-call]


# Where installations are kept: one, from the settings; or many, in the database.


class OneSchool:
    """The workspace whose token the settings name. Whatever arrives is for it."""

    def __init__(self, installation: Installation) -> None:
        self._installation: Installation | None = installation

    async def find(self, workspace: str) -> Installation | None:
        return self._installation

    async def remove(self, workspace: str) -> None:
        """It is used no more. The settings keep it: only whoever runs Accord can take it out of there."""
        self._installation = None


class Removes(Protocol):
    """The database's; storage/queries/installations.py says what it promises."""

    def remove(self, workspace: str) -> None: ...


class ManySchools:
    """The workspaces in the database."""

    def __init__(self, installations: Removes, locked: Locked, executor: Executor) -> None:
        self._installations = installations
        self._locked = locked
        self._executor = executor

    async def find(self, workspace: str) -> Installation | None:
        return await self._locked.find(workspace)

    async def remove(self, workspace: str) -> None:
        await self._executor(lambda: self._installations.remove(workspace))

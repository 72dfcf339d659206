"""The errand that reads what somebody wrote while nobody listened, and lets it be heard as if the event had come.

It takes the same way as an event, with the same key: what did reach us, or still does, has no effect a second time.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from bot.activities.hearing.listening import SPACING, LookAround, Presences
from bot.domain.outbox import Errand, ErrandKind, Later, Limited, Refused, Unknown
from bot.jobs.errands import Doer, InVain
from bot.runner import Executor
from bot.slack import calls
from bot.slack.calls import Clients, call, outcome_of
from bot.steady_clock import Clock, seconds_counted

log = structlog.get_logger()

PAGE = 100
"""Messages of one look, the newest. Some apps are given 15, whatever they ask for:
https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps"""

NOT_AUTHED = "not_authed"
"""What we say ourselves in a workspace whose token we do not have; where it left, its errands rest."""

NOT_AUTHED_WAIT = timedelta(minutes=1)
UNKNOWN_WAIT = timedelta(seconds=30)

HearEvent = Callable[[Mapping[str, Any]], Awaitable[None]]
"""Takes a message event as Slack would have sent it: {team_id, event}. Returns when it is stored."""


class HearingBack:
    """How HEAR_BACK is done: one call of conversations.history, at most."""

    def __init__(self, clients: Clients, hear: HearEvent, clock: Clock) -> None:
        self._clients = clients
        self._hear = hear
        self._queue = Queue()
        self._clock = clock

    def doers(self) -> Mapping[ErrandKind, Doer]:
        return {ErrandKind.HEAR_BACK: self.read}

    async def read(self, errand: Errand) -> None:
        """Read a conversation since the question, and hear the person's own messages in their order."""
        wait = self._queue.wait(errand, self._clock.now())
        if wait:
            raise Later("paced", wait)
        user = str(errand.args["user"])
        channel = str(errand.args["channel"]) or await self._direct(errand, user)
        query = {"channel": channel, "oldest": str(errand.args["oldest"]), "limit": PAGE}
        page = await self._call(errand, "conversations.history", query)
        written = said_by(user, page.get("messages") or ())
        for message in written:
            await self._hear({"team_id": errand.workspace, "event": {**message, "channel": channel}})
        log.info(
            "a conversation was read back",
            action="hear-back.read",
            workspace=errand.workspace,
            messages=len(written),
            more=bool(page.get("has_more")),
        )

    async def _direct(self, errand: Errand, user: str) -> str:
        answer = await self._call(errand, "conversations.open", {"users": user})
        return str((answer.get("channel") or {}).get("id"))

    async def _call(self, errand: Errand, method: str, query: Mapping[str, Any]) -> Mapping[str, Any]:
        """A method's answer. Raises Later where it may be had later, InVain where it may not."""
        answer = await outcome_of(call(self._clients(errand.workspace), method, query))
        match answer:
            case Limited(retry_after, error):
                wait = self._queue.limited(errand, self._clock.now(), timedelta(seconds=retry_after))
                raise Later(error, wait)
            case Unknown(reason):
                raise Later(reason, UNKNOWN_WAIT)
            case Refused(error) if error == NOT_AUTHED:
                raise Later(error, NOT_AUTHED_WAIT)
            case Refused(error, lasting) if lasting or error in calls.TOKEN:
                raise InVain(error)
            case Refused(error):
                raise Later(error, UNKNOWN_WAIT)
            case _:
                return answer


def said_by(user: str, messages: Sequence[Any]) -> list[Mapping[str, Any]]:
    """What a person wrote, the oldest first, of messages the newest first. Not what Accord or Slack wrote."""
    own = [m for m in messages if isinstance(m, Mapping) and m.get("user") == user and not m.get("bot_id")]
    return [{**m, "channel_type": "im"} for m in reversed(own) if m.get("type") == "message"]


class Queue:
    """Who may look when, in a workspace that limits us: each has a turn, as far apart as Slack showed it wants them."""

    def __init__(self) -> None:
        self._free: dict[str, datetime] = {}
        self._apart: dict[str, timedelta] = {}
        self._turns: dict[int, datetime] = {}
        self._now = datetime.min.replace(tzinfo=UTC)

    def wait(self, errand: Errand, now: datetime) -> timedelta:
        """How long until its turn; nothing where that has come."""
        self._look_at(now)
        turn = self._turns.get(errand.id)
        if turn is None and self._free.get(errand.workspace, now) <= now:
            self._apart.pop(errand.workspace, None)  # nobody waits: what Slack wanted then says nothing any more
            return timedelta(0)
        if turn is None:
            turn = self._turns[errand.id] = self._next(errand.workspace)
        if turn <= now:
            del self._turns[errand.id]
        return max(turn - now, timedelta(0))

    def limited(self, errand: Errand, now: datetime, wait: timedelta) -> timedelta:
        """Slack wants us back after `wait`; how long until this one's next turn."""
        self._look_at(now)
        workspace = errand.workspace
        self._apart[workspace] = max(wait, SPACING)
        self._free[workspace] = max(self._free.get(workspace, now), now + wait)
        turn = self._turns[errand.id] = self._next(workspace)
        return turn - now

    def _look_at(self, now: datetime) -> None:
        """Where the clock was set back, the moments go with it."""
        if now < self._now:
            by = self._now - now
            self._free = {workspace: at - by for workspace, at in self._free.items()}
            self._turns = {errand: at - by for errand, at in self._turns.items()}
        self._now = now

    def _next(self, workspace: str) -> datetime:
        turn = self._free[workspace]
        self._free[workspace] = turn + self._apart.get(workspace, SPACING)
        return turn


# Keeps the time in which somebody listens to what Slack brings, and has looked back after a time when nobody did.


BEAT_SECONDS = 5.0
"""Real seconds between two looks at whether we are heard."""

GAP_SECONDS = 15.0
"""Real seconds: Slack repeats within a few what it could not bring. After a longer gap we look ourselves."""

GAP = timedelta(seconds=GAP_SECONDS)
"""The same by the clock, between what replicas wrote."""


class Attendance:
    """`run` until it is cancelled. `hears` says whether what Slack brings reaches us now: 0 where it does not, else a
    number that stays the same while the connection is unbroken.

    `alone`: no other program listens for this database. A replica that starts waits for a moment to see whether the
    others were there all the time: then nothing was missed.
    """

    def __init__(
        self,
        presences: Presences,
        executor: Executor,
        clock: Clock,
        hears: Callable[[], int],
        wake_errands: Callable[[], None],
        *,
        alone: bool,
        seconds: Callable[[], float] = seconds_counted,
    ) -> None:
        self._presences = presences
        self._executor = executor
        self._clock = clock
        self._hears = hears
        self._wake_errands = wake_errands
        self._alone = alone
        self._seconds = seconds
        self._began: tuple[float, datetime] | None = None
        self._started = False
        self._last_heard = 0.0
        self._unbroken = 0

    async def run(self) -> None:
        """Look every few seconds. A database that is away is asked again the next time."""
        while True:
            try:
                await self.look()
            except Exception:  # whatever the database says: who answers the next beat has lost nothing
                log.exception("attendance.failed", action="attendance.failed")
            await asyncio.sleep(BEAT_SECONDS)

    async def look(self) -> None:
        """One beat: say that we listen; after a gap, have the open conversations read."""
        unbroken = self._hears()
        if not unbroken:
            return
        real, now = self._seconds(), self._clock.now()
        if self._began is None:
            self._began = (real, now)
        if not self._started and not self._alone and real - self._began[0] < GAP_SECONDS:
            return
        last = await self._executor(self._last)
        if self._missed_something(last, real, now) or (self._started and unbroken != self._unbroken):
            asked = await self._look_back(now)
            log.info("looked back", action="attendance.gap", conversations=asked)
        await self._executor(lambda: self._here(now))
        self._started, self._last_heard, self._unbroken = True, real, unbroken

    def _missed_something(self, last: datetime | None, real: float, now: datetime) -> bool:
        assert self._began is not None  # noqa: S101 - for the types: asked for after it began
        if not self._started:
            return self._alone or last is None or last <= self._began[1]
        if real - self._last_heard <= GAP_SECONDS:
            return False
        return self._alone or last is None or now - last > GAP

    async def _look_back(self, now: datetime) -> int:
        around = LookAround(now)
        while await self._executor(lambda: self._page(around)):
            self._wake_errands()
        self._wake_errands()
        return around.asked

    def _page(self, around: LookAround) -> bool:
        with self._presences() as presence:
            return around.page(presence)

    def _last(self) -> datetime | None:
        with self._presences() as presence:
            return presence.last()

    def _here(self, now: datetime) -> None:
        with self._presences() as presence:
            presence.here(now)

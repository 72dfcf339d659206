"""The errand that reads what somebody wrote while nobody listened, and lets it be heard as if the event had come.

It takes the same way as an event, with the same key: what did reach us, or still does, has no effect a second time.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from bot.activities.hearing.hearing_back import SPACING
from bot.domain.errand import Errand, ErrandKind
from bot.jobs.errands import Doer, InVain, Later
from bot.outbox.outcomes import Limited, Refused, Unknown
from bot.runner import Clock
from bot.slack import errors
from bot.slack.calls import Clients, call, outcome_of

log = structlog.get_logger()

PAGE = 100
"""Messages of one look, the newest. Some apps are given 15, whatever they ask for:
https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps"""

NOT_AUTHED = "not_authed"
"""What we say ourselves in a workspace whose token we do not have; where it left, its errands rest."""

NOT_AUTHED_WAIT = timedelta(minutes=1)
UNKNOWN_WAIT = timedelta(seconds=30)

Hear = Callable[[Mapping[str, Any]], Awaitable[None]]
"""Takes a message event as Slack would have sent it: {team_id, event}. Returns when it is stored."""


class HearingBack:
    """How HEAR_BACK is done: one call of conversations.history, at most."""

    def __init__(self, clients: Clients, hear: Hear, clock: Clock) -> None:
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
            case Refused(error, lasting) if lasting or error in errors.TOKEN:
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

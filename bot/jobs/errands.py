"""The worker that does errands: work that needs Slack or time, after the transaction that asked for it.

An errand is done at least once: a claim is a lease, and what dies with its worker is done again.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot import metrics
from bot.domain.outbox import Errand, ErrandKind, Later
from bot.runner import Executor
from bot.steady_clock import Clock
from bot.worker import Grace, Rounds

log = structlog.get_logger()

LEASE = timedelta(minutes=5)
SHORT_LEASE = timedelta(seconds=90)
"""Of what takes a transaction and no call, while somebody waits for it: computers' clocks differ by less."""
AT_A_TIME = 4
MOST_ATTEMPTS = 10
FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=10)
POLL_SECONDS = 2.0

Doer = Callable[[Errand], Awaitable[None]]


class InVain(Exception):
    """It can not be done, however often one tries."""


class ErrandTable(Protocol):
    """The errands of every workspace, in one transaction; storage/queries/errands.py says what each method promises."""

    def claim(self, now: datetime, limit: int, lease: timedelta, *, running: Collection[int] = ()) -> list[Errand]: ...
    def finish(self, claimed: Errand, after: Errand) -> bool: ...
    def next_due(self) -> datetime | None: ...


ErrandTables = Callable[[], AbstractContextManager[ErrandTable]]
EndedErrand = tuple[Errand, Errand]
"""The errand as it was claimed, and what it becomes."""


def wait_after(attempts: int) -> timedelta:
    """How long to wait after the given number of attempts (1 or more): doubling, with a ceiling."""
    return min(FIRST_WAIT * 2.0 ** min(attempts - 1, 30), LONGEST_WAIT)


class Errands:
    """Does what is due: claims a few at a time, and does them side by side, or `one_by_one`. `doers` says how each kind
    that `tables` shows is done; they raise Later, InVain, or anything. What is done keeps nothing of what it was about.
    """

    def __init__(
        self,
        tables: ErrandTables,
        executor: Executor,
        clock: Clock,
        doers: Mapping[ErrandKind, Doer],
        *,
        name: str = "errand",
        at_a_time: int = AT_A_TIME,
        one_by_one: bool = False,
        lease: timedelta = LEASE,
        grace: Grace | None = None,
    ) -> None:
        self._at_a_time = at_a_time
        self._side_by_side = asyncio.Semaphore(1 if one_by_one else at_a_time)
        self._few = at_a_time // 2 if one_by_one else at_a_time
        self._lease = lease
        self._tables = tables
        self._executor = executor
        self._clock = clock
        self._doers = doers
        self._rounds: Rounds[EndedErrand] = Rounds(name, self._turn, self._come_to_rest, grace)
        self._nothing_due = False

    def wake(self) -> None:
        """Say that something was asked for, or that the clock was moved. From any thread; many calls are one."""
        self._rounds.bell.ring()

    @property
    def busy(self) -> bool:
        """Whether anything is being done."""
        return bool(self._rounds.going)

    async def idle(self) -> None:
        """Return when nothing is being done and nothing is due."""
        self.wake()
        await self._rounds.until(lambda: self._nothing_due and not self._rounds.busy)

    async def stop(self) -> None:
        """Begin nothing more, let what is being done end while there is grace; then `run` returns."""
        await self._rounds.stop()

    async def run(self) -> None:
        """Do errands until `stop`."""
        await self._rounds.run()

    async def _turn(self, ended: Sequence[EndedErrand], running: Sequence[int]) -> float:
        """One visit to the table, and what it brought set going. Returns real seconds until the next."""
        claimed, due = await self._executor(lambda: self._visit(ended, running, self._at_a_time - len(running)))
        for errand in claimed:
            self._rounds.begin(errand.id, self._do(errand), self._ended)
        self._nothing_due = not claimed
        if due is None or self._rounds.going:
            return POLL_SECONDS
        return min(POLL_SECONDS, max(0.0, (due - self._clock.now()).total_seconds()))

    def _ended(self) -> None:
        """One visit writes the end of several, where one comes after the other quickly."""
        if len(self._rounds.going) <= self._few:
            self._rounds.bell.ring()

    async def _come_to_rest(self, ended: Sequence[EndedErrand]) -> None:
        await self._executor(lambda: self._visit(ended, [], room=0))

    def _visit(
        self, ended: Sequence[EndedErrand], running: Sequence[int], room: int
    ) -> tuple[list[Errand], datetime | None]:
        with self._tables() as table:
            for claimed, after in ended:
                table.finish(claimed, after)
            taken = table.claim(self._clock.now(), room, self._lease, running=running) if room > 0 else []
            return taken, table.next_due()

    async def _do(self, errand: Errand) -> EndedErrand:
        async with self._side_by_side:
            after = await self._attempt(errand)
        metrics.ERRANDS.labels(errand.kind.value, _outcome(after)).inc()
        return errand, after

    async def _attempt(self, errand: Errand) -> Errand:
        """Do it; what the errand becomes."""
        now = self._clock.now
        try:
            await self._doers[errand.kind](errand)
        except Later as later:
            _say("info", "errand.put_off", errand, str(later))
            return replace(errand, attempts=errand.attempts - 1, not_before=now() + later.wait, error=str(later))
        except InVain as reason:
            _say("warning", "errand.in_vain", errand, str(reason))
            return replace(errand, done=True, error=str(reason))
        except Exception as failure:  # an errand that fails must not end the worker: it is tried again, then given up
            log.exception("errand.failed", action="errand.failed", errand=errand.id, workspace=errand.workspace)
            error = type(failure).__name__
            if errand.attempts >= MOST_ATTEMPTS:
                _say("error", "errand.given_up", errand, error)
                return replace(errand, done=True, error=error)
            return replace(errand, not_before=now() + wait_after(errand.attempts), error=error)
        return replace(errand, args={}, done=True, error=None)


def _outcome(after: Errand) -> str:
    """How an attempt ended, as metrics name it."""
    if not after.done:
        return "put_off"
    return "done" if after.error is None else "given_up"


def _say(level: str, action: str, errand: Errand, error: str) -> None:
    getattr(log, level)(
        action,
        action=action,
        errand=errand.id,
        workspace=errand.workspace,
        kind=errand.kind.value,
        attempt=errand.attempts,
        error=error,
    )

"""Runs a use case: one transaction, repeats recognised, conflicts decided again, delivery woken."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

from bot.domain.actor import Actor, Conflict
from bot.steady_clock import Clock
from storage.unit_of_work import UnitOfWork

P = ParamSpec("P")
R = TypeVar("R")

TRIES = 5

CROWD = 4
"""Use cases in hand at the same time from which on there is a crowd."""


class Repeated(Exception):
    """Slack delivered this before: it was done, and nothing is left to do."""


class Executor(Protocol):
    """Runs synchronous work away from, or inside, the event loop."""

    def __call__(self, work: Callable[[], R], /) -> Awaitable[R]: ...


UseCase = Callable[Concatenate[UnitOfWork, Actor, P], R]
"""What somebody does with Accord, in one transaction: `UseCase[[int, str], None]` takes an id and a text besides."""

Begin = Callable[[str, datetime], AbstractContextManager[UnitOfWork]]
"""Begins a transaction in a workspace, at an instant; commits when the block ends, rolls back when it raises."""


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """What a use case returned, what leaves at once, and which workers have more: mail, errands, what was kept."""

    result: R
    leaving: Sequence[Any]
    mail: bool
    errands: bool
    kept: bool


class AtOnce(Protocol):
    """Delivery, where it may take along what a use case queued."""

    def claim(self, uow: UnitOfWork) -> Sequence[Any]:
        """In the use case's transaction, on the executor: claim what was queued and may leave at once."""

    def send(self, claimed: Sequence[Any], *, more: bool) -> None:
        """In the loop, when that has committed: what was claimed leaves. `more` was queued that waits for its turn."""


def _nobody() -> None:
    """Nobody to wake."""


class Runner:
    """What handlers and workers bring their use cases to."""

    def __init__(
        self,
        begin: Begin,
        executor: Executor,
        clock: Clock,
        wake: Callable[[], None],
        wake_errands: Callable[[], None] = _nobody,
        at_once: AtOnce | None = None,
        wake_hearing: Callable[[], None] = _nobody,
    ) -> None:
        self._begin = begin
        self._executor = executor
        self._wake = wake
        self._wake_errands = wake_errands
        self._at_once = at_once
        self._wake_hearing = wake_hearing
        self._in_hand = 0
        self.clock = clock

    def is_crowded(self) -> bool:
        """Whether several wait for what they asked for: work that nobody waits for had better come later."""
        return self._in_hand >= CROWD

    async def run(
        self,
        actor: Actor,
        use_case: UseCase[P, R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Run one use case in its transaction and return what it returns.

        Raises whatever the use case raises, with nothing written.
        """
        return await self._run(None, lambda uow: use_case(uow, actor, *args, **kwargs), actor.workspace)

    async def once(
        self,
        incoming: str,
        actor: Actor,
        use_case: UseCase[P, R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """As `run`, for what came in under this id. Raises Repeated when it came before."""
        return await self._run(incoming, lambda uow: use_case(uow, actor, *args, **kwargs), actor.workspace)

    async def read(
        self,
        actor: Actor,
        query: UseCase[P, R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Run a use case that only reads."""
        done = await self._executor(
            lambda: self._transact(None, lambda uow: query(uow, actor, *args, **kwargs), actor.workspace)
        )
        return done.result

    async def _run(self, incoming: str | None, work: Callable[[UnitOfWork], R], workspace: str) -> R:
        self._in_hand += 1
        try:
            done = await self._executor(lambda: self._transact(incoming, work, workspace))
        finally:
            self._in_hand -= 1
        self._pass_on(done)
        return done.result

    def _pass_on(self, done: Done[R]) -> None:
        """What it left for others begins, or they hear of it."""
        if self._at_once is not None and done.leaving:
            self._at_once.send(done.leaving, more=done.mail)
        elif done.mail:
            self._wake()
        if done.errands:
            self._wake_errands()
        if done.kept:
            self._wake_hearing()

    def _transact(self, incoming: str | None, work: Callable[[UnitOfWork], R], workspace: str) -> Done[R]:
        for _ in range(TRIES - 1):
            try:
                return self._try(incoming, work, workspace)
            except Conflict:
                continue  # somebody else was faster: look at what stands now, and decide again
        return self._try(incoming, work, workspace)

    def _try(self, incoming: str | None, work: Callable[[UnitOfWork], R], workspace: str) -> Done[R]:
        with self._begin(workspace, self.clock.now()) as uow:
            if incoming is not None and not uow.first_time(incoming):
                raise Repeated(incoming)
            result = work(uow)
            leaving = self._at_once.claim(uow) if self._at_once is not None and uow.queued else ()
        return Done(result, leaving, len(uow.queued) > len(leaving), uow.has_errands, uow.kept.added)


# Where synchronous work runs, seen from the event loop: one seam with two forms.


class Inline:
    """In the event loop itself: for tests and simulations, where one thing at a time is the point."""

    async def __call__(self, work: Callable[[], R], /) -> R:
        return work()

    def close(self) -> None:
        """Nothing to close."""


class Threads:
    """In worker threads: one for SQLite, whose writers queue anyway; more for PostgreSQL."""

    def __init__(self, workers: int) -> None:
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="accord")

    async def __call__(self, work: Callable[[], R], /) -> R:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def close(self) -> None:
        self._pool.shutdown(wait=True)

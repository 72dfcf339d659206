"""Runs a use case: one transaction, repeats recognised, conflicts decided again, delivery woken."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol, TypeVar

from bot.domain.actor import Actor
from bot.domain.errors import Conflict
from bot.services.ports import UnitOfWork

R = TypeVar("R")

TRIES = 5


class Repeated(Exception):
    """Slack delivered this before: it was done, and nothing is left to do."""


class Clock(Protocol):
    def now(self) -> datetime:
        """An aware instant in UTC."""


class Executor(Protocol):
    """Runs synchronous work away from, or inside, the event loop."""

    def __call__(self, work: Callable[[], R], /) -> Awaitable[R]: ...


Begin = Callable[[str], AbstractContextManager[UnitOfWork]]
"""Begins a transaction in a workspace; commits when the block ends, rolls back when it raises."""


class Desk:
    """What handlers and workers bring their use cases to."""

    def __init__(self, begin: Begin, executor: Executor, clock: Clock, wake: Callable[[], None]) -> None:
        self._begin = begin
        self._executor = executor
        self._wake = wake
        self.clock = clock

    async def run(
        self,
        use_case: Callable[..., R],
        actor: Actor,
        *args: Any,
        incoming: str | None = None,
        **kwargs: Any,
    ) -> R:
        """Run one use case in its transaction and return what it returns.

        `use_case(uow, actor, *args, now=…, **kwargs)`. Raises Repeated when `incoming` was seen before, and
        whatever the use case raises, with nothing written.
        """
        result = await self._executor(lambda: self._transact(use_case, actor, args, incoming, kwargs))
        self._wake()
        return result

    async def read(self, query: Callable[..., R], actor: Actor, *args: Any, **kwargs: Any) -> R:
        """Run a use case that only reads."""
        return await self._executor(lambda: self._transact(query, actor, args, None, kwargs))

    def _transact(
        self,
        use_case: Callable[..., R],
        actor: Actor,
        args: tuple[Any, ...],
        incoming: str | None,
        kwargs: dict[str, Any],
    ) -> R:
        for _ in range(TRIES - 1):
            try:
                return self._once(use_case, actor, args, incoming, kwargs)
            except Conflict:
                continue  # somebody else was faster: look at what stands now, and decide again
        return self._once(use_case, actor, args, incoming, kwargs)

    def _once(
        self,
        use_case: Callable[..., R],
        actor: Actor,
        args: tuple[Any, ...],
        incoming: str | None,
        kwargs: dict[str, Any],
    ) -> R:
        now = self.clock.now()
        with self._begin(actor.workspace) as uow:
            if incoming is not None and not uow.first_time(incoming, now):
                raise Repeated(incoming)
            return use_case(uow, actor, *args, now=now, **kwargs)

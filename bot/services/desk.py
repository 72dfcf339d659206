"""Runs a use case: one transaction, repeats recognised, conflicts decided again, delivery woken."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

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


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """What a use case returned, and whether it left mail for delivery or errands for their worker."""

    result: R
    mail: bool
    errands: bool


def _nobody() -> None:
    """Nobody waits."""


class Desk:
    """What handlers and workers bring their use cases to."""

    def __init__(
        self,
        begin: Begin,
        executor: Executor,
        clock: Clock,
        wake: Callable[[], None],
        wake_errands: Callable[[], None] = _nobody,
    ) -> None:
        self._begin = begin
        self._executor = executor
        self._wake = wake
        self._wake_errands = wake_errands
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
        done = await self._executor(lambda: self._transact(use_case, actor, args, incoming, kwargs))
        if done.mail:
            self._wake()
        if done.errands:
            self._wake_errands()
        return done.result

    async def read(self, query: Callable[..., R], actor: Actor, *args: Any, **kwargs: Any) -> R:
        """Run a use case that only reads."""
        return (await self._executor(lambda: self._transact(query, actor, args, None, kwargs))).result

    def _transact(
        self,
        use_case: Callable[..., R],
        actor: Actor,
        args: tuple[Any, ...],
        incoming: str | None,
        kwargs: dict[str, Any],
    ) -> Done[R]:
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
    ) -> Done[R]:
        now = self.clock.now()
        with self._begin(actor.workspace) as uow:
            if incoming is not None and not uow.first_time(incoming, now):
                raise Repeated(incoming)
            result = use_case(uow, actor, *args, now=now, **kwargs)
            return Done(result, uow.has_mail, uow.has_errands)

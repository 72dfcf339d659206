"""An event loop on a virtual clock: nothing sleeps, and a seed decides which of the ready tasks goes next.

Everything that runs belongs to the world (people, Slack, the network) or to a process of Accord, by the context it
was started in. A process that is dead runs no further step. While every process only polls, its timers may be
put off together, as on a computer that is suspended; the world's timers never are.
"""

import asyncio
import heapq
import random
import warnings
from collections.abc import Callable
from contextlib import suppress
from contextvars import Context, ContextVar
from typing import Any, Protocol

SHORT = 1.5
"""Seconds: a process that waits less than this is about to do something; one that waits longer only polls."""


class Owner(Protocol):
    """A process, as the loop sees it."""

    backlog: list[asyncio.Handle]
    """What it would have run while it was paused."""

    @property
    def dead(self) -> bool: ...
    @property
    def paused(self) -> bool: ...
    def step(self) -> None:
        """Called before each of its steps; it may die here."""


MOST_KEPT = 2000

OWNER: ContextVar[Owner | None] = ContextVar("owner", default=None)
"""Whose step runs: None for the world's."""

Timer = tuple[float, int, float, asyncio.TimerHandle]
"""When, a number for those at once, how long it was to wait, and what to run."""


class Overrun(Exception):
    """More steps than any run should need: something spins."""


class VirtualLoop(asyncio.BaseEventLoop):
    """`steps` counts what ran. `limit` is how many steps are allowed.

    `quiet_until` says until when, in the loop's seconds, no process has anything to do; a moment in the past where one
    has something to do now.
    """

    def __init__(self, seed: int, *, limit: int = 2_000_000) -> None:
        super().__init__()
        self.steps = 0
        self.quiet_until: Callable[[float], float] = lambda now: now
        self._limit = limit
        self._random = random.Random(seed)
        self._now = 0.0
        self._put_off = 0.0
        self._order = 0
        self._worlds: list[Timer] = []
        self._processes: list[Timer] = []
        """Their moments are counted without the time by which they were put off."""
        self._tasks: list[asyncio.Task[Any]] = []
        self.set_task_factory(self._keep)

    def _keep(self, loop: asyncio.AbstractEventLoop, work: Any, context: Context | None = None) -> asyncio.Task[Any]:
        """A task of a process that died stays as it is: cleared away at some time, it would still run its `finally`."""
        if len(self._tasks) > MOST_KEPT:
            self._tasks = [task for task in self._tasks if not task.done()]
        task: asyncio.Task[Any] = asyncio.Task(work, loop=loop, context=context)
        self._tasks.append(task)
        return task

    def let_go(self) -> None:
        """End what never came to an end, when the run is over."""
        for task in self._tasks:
            if not task.done():
                task._log_destroy_pending = False  # type: ignore[attr-defined]
                with suppress(BaseException), warnings.catch_warnings():
                    warnings.simplefilter("ignore", RuntimeWarning)  # some never began
                    task.get_coro().close()
        self._tasks.clear()

    def time(self) -> float:
        return self._now

    def awake(self) -> float:
        """Seconds, without those in which every process was put off: what a process that only polls counts."""
        return self._now - self._put_off

    def resume(self, owner: Owner) -> None:
        """A paused process goes on, with all that it missed."""
        self._ready.extend(owner.backlog)  # type: ignore[attr-defined]
        owner.backlog.clear()

    def call_at(  # type: ignore[override]
        self, when: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        timer = asyncio.TimerHandle(when, callback, args, self, context)
        self._order += 1
        if _owner(timer) is None:
            heapq.heappush(self._worlds, (when, self._order, when - self._now, timer))
        else:
            heapq.heappush(self._processes, (when - self._put_off, self._order, when - self._now, timer))
        return timer

    def call_soon_threadsafe(  # type: ignore[override]
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        return self.call_soon(callback, *args, context=context)

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:  # type: ignore[override]
        """At once, and here: a thread would come back when the computer has time for it, and no seed knows when."""
        ended: asyncio.Future[Any] = self.create_future()
        try:
            ended.set_result(func(*args))
        except Exception as failed:  # noqa: BLE001 - whatever it raises is for whoever awaits it
            ended.set_exception(failed)
        return ended

    def _run_once(self) -> None:
        ready: Any = self._ready  # type: ignore[attr-defined]
        if not ready:
            self._pass_time()
        if not ready:
            raise RuntimeError("nothing will ever happen again")
        place = self._random.randrange(len(ready)) if len(ready) > 1 else 0
        handle = ready[place]
        del ready[place]
        owner = _owner(handle)
        if handle.cancelled() or (owner is not None and owner.dead):
            return
        if owner is not None and owner.paused:
            owner.backlog.append(handle)
            return
        if owner is not None:
            owner.step()
            if owner.dead:
                return
        self.steps += 1
        if self.steps > self._limit:
            raise Overrun(f"{self.steps} steps")
        handle._run()

    def _pass_time(self) -> None:
        """On to the next timer; past all polls where there is nothing to find."""
        _drop_dead(self._worlds)
        _drop_dead(self._processes)
        world = self._worlds[0][0] if self._worlds else float("inf")
        process = self._processes[0][0] + self._put_off if self._processes else float("inf")
        if process < world and self._only_polls():
            until = min(world, self.quiet_until(self._now))
            if until > process:
                self._put_off += until - self._now
                self._now = until
                process = self._processes[0][0] + self._put_off
        self._now = max(self._now, min(world, process))
        self._take_due(self._worlds, self._now)
        self._take_due(self._processes, self._now - self._put_off + 1e-6)

    def _only_polls(self) -> bool:
        return all(wait >= SHORT or timer.cancelled() for _, _, wait, timer in self._processes)

    def _take_due(self, timers: list[Timer], now: float) -> None:
        while timers and timers[0][0] <= now:
            self._ready.append(heapq.heappop(timers)[3])  # type: ignore[attr-defined]

    def _write_to_self(self) -> None:
        """Nobody sleeps, so nobody has to be woken."""

    def _process_events(self, event_list: Any) -> None:
        """There are no sockets."""


def _owner(handle: asyncio.Handle) -> Owner | None:
    context: Context = handle._context  # type: ignore[attr-defined]
    return context.get(OWNER)


def _drop_dead(timers: list[Timer]) -> None:
    while timers:
        timer = timers[0][3]
        owner = _owner(timer)
        if not timer.cancelled() and (owner is None or not owner.dead):
            return
        heapq.heappop(timers)

"""The loop that the sender and the errands share: visit the tables, set going what is due, be woken, come to rest."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from typing import Any, Generic, TypeVar

import structlog

# Wakes a worker: from any thread, at no cost when it is awake already.


class Bell:
    """Rung by whoever leaves work, waited for by the one worker that does it. Rings between two waits are one."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._rung = False

    @property
    def rung(self) -> bool:
        """Whether somebody rang since the last `answer`."""
        return self._rung

    def ring(self) -> None:
        """Say that there is something to look at. From any thread, also before anybody waits."""
        if self._rung:
            return
        self._rung = True
        if self._loop is None:
            return
        if self._loop is _running_loop():
            self._event.set()
        else:
            self._loop.call_soon_threadsafe(self._event.set)

    def answer(self) -> None:
        """Say that one is about to look: a ring from now on is a new one."""
        self._loop = asyncio.get_running_loop()
        self._rung = False
        self._event.clear()

    async def wait(self, seconds: float) -> None:
        """Wait for a ring, at most so long."""
        self._loop = asyncio.get_running_loop()
        if self._rung:
            return
        try:
            async with asyncio.timeout(max(0.0, seconds)):
                await self._event.wait()
        except TimeoutError:
            return


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


log = structlog.get_logger()

POLL_SECONDS = 2.0
"""Real seconds after which a worker whose database is away asks again."""

GRACE_SECONDS = 6.0
"""Real seconds that a shutdown gives to the workers, all together; the door had up to 4 before."""

E = TypeVar("E")


class Grace:
    """The time that is left to what runs, shared by all that end together. It begins when the first of them waits."""

    def __init__(self, seconds: float = GRACE_SECONDS) -> None:
        self._seconds = seconds
        self._until: float | None = None
        self._over = asyncio.Event()

    def end(self) -> None:
        """Wait no longer, from now on."""
        self._over.set()

    async def unless_over(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it, however long it takes, unless somebody ends the grace."""
        task, over = asyncio.ensure_future(work), asyncio.ensure_future(self._over.wait())
        try:
            await asyncio.wait({task, over}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            over.cancel()
            if not task.done():
                task.cancel()
        await asyncio.wait({task})
        if not task.cancelled():
            task.result()

    async def wait_for(self, tasks: Collection[asyncio.Task[Any]]) -> None:
        """Return when all are done, or the time is over."""
        loop = asyncio.get_running_loop()
        if self._until is None:
            self._until = loop.time() + self._seconds
        over, running = asyncio.ensure_future(self._over.wait()), set(tasks)
        try:
            while running and not over.done() and loop.time() < self._until:
                left = self._until - loop.time()
                await asyncio.wait({over, *running}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
                running = {task for task in running if not task.done()}
        finally:
            over.cancel()


class Rounds(Generic[E]):
    """`visit(ended, going)` writes how attempts ended, claims more, sets them going with `begin`, and returns real
    seconds until the next visit; `rest(ended)` only writes. What ended is kept until a visit has written it.
    """

    def __init__(
        self,
        name: str,
        visit: Callable[[Sequence[E], Sequence[int]], Awaitable[float]],
        rest: Callable[[Sequence[E]], Awaitable[object]],
        grace: Grace | None = None,
    ) -> None:
        self.bell = Bell()
        self.going: dict[int, asyncio.Task[None]] = {}
        self.ended: list[E] = []
        self.stopping = False
        self._name = name
        self._visit = visit
        self._rest = rest
        self._grace = grace or Grace()
        self._turned = asyncio.Event()
        self._stopped = asyncio.Event()

    @property
    def busy(self) -> bool:
        """Whether anything is going on, was rung for, or has ended and is not written yet."""
        return bool(self.bell.rung or self.going or self.ended)

    def begin(self, id: int, attempt: Coroutine[Any, Any, E], then: Callable[[], None]) -> None:
        """Set an attempt going; what it returns has ended, and `then` is called."""
        self.going[id] = asyncio.create_task(self._carry(id, attempt, then))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Return when it holds after a visit."""
        while not holds():
            await self._turned.wait()

    async def stop(self) -> None:
        """Begin nothing more, let what is going on end while there is grace, write it down; then `run` returns."""
        self.stopping = True
        self.bell.ring()
        await self._stopped.wait()

    async def run(self) -> None:
        """Go on until `stop`."""
        try:
            while not self.stopping:
                self.bell.answer()
                pause = await self._turn()
                self._turned.set()
                self._turned.clear()
                await self.bell.wait(pause)
            await self._grace.wait_for(self.going.values())
            await self._rest(list(self.ended))
        finally:
            for task in self.going.values():
                task.cancel()
            self._stopped.set()

    async def _turn(self) -> float:
        ended = list(self.ended)
        try:
            pause = await self._visit(ended, list(self.going))
        except Exception:  # a database may be away for a while: what ended is kept until it is back
            action = f"{self._name}.turn_failed"
            log.exception(action, action=action)
            return POLL_SECONDS
        del self.ended[: len(ended)]
        return pause

    async def _carry(self, id: int, attempt: Coroutine[Any, Any, E], then: Callable[[], None]) -> None:
        try:
            self.ended.append(await attempt)
        finally:
            del self.going[id]
            then()

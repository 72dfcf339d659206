"""Wakes a worker: from any thread, at no cost when it is awake already."""

import asyncio


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

"""The tour waits for a busy machine as long as its story goes on, and not for one that stands still."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.demo import telling
from bot.demo.tour import Story, StoryBroke

NOBODY: Any = None


class OnePart(Story):
    def __init__(self, part: Callable[["OnePart"], Awaitable[None]]) -> None:
        super().__init__(NOBODY, lambda line: None)
        self._part = part

    def parts(self) -> list[Callable[[], Awaitable[None]]]:
        return [lambda: self._part(self)]

    def ends_at(self) -> float:
        assert self._deadline is not None
        when = self._deadline.when()
        assert when is not None
        return when


async def test_each_line_begins_the_wait_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    async def goes_on(story: OnePart) -> None:
        before = story.ends_at()
        monkeypatch.setattr(telling, "PATIENCE", 1000.0)
        story._say("a line")
        assert story.ends_at() > before + 100

    monkeypatch.setattr(telling, "PATIENCE", 100.0)
    await OnePart(goes_on).play()


async def test_one_that_stands_still_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    async def stands_still(story: OnePart) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(telling, "PATIENCE", 0.01)
    with pytest.raises(StoryBroke):
        await OnePart(stands_still).play()

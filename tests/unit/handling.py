"""Handlers in a test: a real runner on the world's database, and views that are kept instead of opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Barrier, Thread
from typing import Any, TypeVar

from bot.domain.classroom import Person
from bot.runner import Runner
from bot.steady_clock import Clock
from handlers.context import Context
from tests.world import World

R = TypeVar("R")


@dataclass
class KeptViews:
    """`opened` holds the views, `people` what Slack would say of somebody, `asked` about whom it was asked."""

    people: Mapping[str, Person] = field(default_factory=dict)
    opened: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    not_in: tuple[str, ...] = ()
    """Channels that Accord is not in."""

    async def open(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        self.opened.append(dict(view))

    async def push(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        self.opened.append(dict(view))

    async def update(self, workspace: str, view_id: str, view: Mapping[str, Any]) -> None:
        self.opened.append(dict(view))

    async def who_is(self, workspace: str, user: str) -> Person | None:
        self.asked.append(user)
        return self.people.get(user)

    async def is_in(self, workspace: str, channel: str) -> bool:
        return channel not in self.not_in


@dataclass
class _Clock:
    world: World

    def now(self) -> datetime:
        return self.world.now


async def inline(work: Callable[[], R], /) -> R:
    return work()


def clock_of(world: World) -> Clock:
    """The world's time as a clock."""
    return _Clock(world)


def context_of(world: World, views: KeptViews | None = None) -> Context:
    return Context(Runner(world.uow, inline, _Clock(world), lambda: None), views or KeptViews())


def at_once(*work: Callable[[], object]) -> None:
    """Run each in a thread of its own, all let go together; what one raises is raised."""
    gate, failed = Barrier(len(work)), []

    def run(job: Callable[[], object]) -> None:
        gate.wait()
        try:
            job()
        except Exception as error:  # noqa: BLE001 - handed over to the test
            failed.append(error)

    threads = [Thread(target=run, args=(job,)) for job in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]

"""Handlers in a test: a real desk on the world's database, and views that are kept instead of opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from bot.domain.classroom import Person
from bot.services.desk import Desk
from handlers.context import Context
from tests.world import World

R = TypeVar("R")


@dataclass
class KeptViews:
    """`opened` holds the views, `people` what Slack would say of somebody, `asked` about whom it was asked."""

    people: Mapping[str, Person] = field(default_factory=dict)
    opened: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    async def open(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        self.opened.append(dict(view))

    async def push(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        self.opened.append(dict(view))

    async def who_is(self, workspace: str, user: str) -> Person | None:
        self.asked.append(user)
        return self.people.get(user)


@dataclass
class _Clock:
    world: World

    def now(self) -> datetime:
        return self.world.now


async def _inline(work: Callable[[], R], /) -> R:
    return work()


def context_of(world: World, views: KeptViews | None = None) -> Context:
    return Context(Desk(world.uow, _inline, _Clock(world), lambda: None), views or KeptViews())

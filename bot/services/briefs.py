"""Reads what the rendering of a notice needs, at the time of sending."""

from collections.abc import Callable
from typing import Any

from bot.notices.base import Notice
from bot.services.ports import UnitOfWork

Brief = Callable[[UnitOfWork, Any, str], Any]
_briefs: dict[str, Brief] = {}


class NothingToSay(Exception):
    """What the notice speaks of is gone, or has moved on so far that saying it would only confuse."""


def prepares(*kinds: type[Notice]) -> Callable[[Brief], Brief]:
    """Register `function(uow, notice, reader) -> brief`, where `reader` is a user id or "" for a channel."""

    def register(function: Brief) -> Brief:
        for kind in kinds:
            _briefs[kind.kind] = function
        return function

    return register


def brief_for(uow: UnitOfWork, notice: Notice, reader: str) -> Any:
    return _briefs[notice.kind](uow, notice, reader)


def prepared_kinds() -> set[str]:
    return set(_briefs)


def name_of(uow: UnitOfWork, user: str) -> str:
    """Somebody's name as Slack shows it; their id while we have not met them."""
    person = uow.people.first(user=user)
    return person.name if person else user


def names_of(uow: UnitOfWork, users: list[str]) -> tuple[str, ...]:
    found = {p.user: p.name for p in uow.people.all(user=users)}
    return tuple(found.get(u, u) for u in users)

"""Rows picked by their values, for tests that look at what nobody asks for otherwise."""

from typing import Any, TypeVar

from storage.repository import Repository

T = TypeVar("T")


def rows(repository: Repository[T], **equals: Any) -> list[T]:
    """Those with these values, oldest first."""
    return [row for row in repository.all() if all(getattr(row, name) == value for name, value in equals.items())]


def first_row(repository: Repository[T], **equals: Any) -> T | None:
    return next(iter(rows(repository, **equals)), None)


def newest_row(repository: Repository[T], **equals: Any) -> T | None:
    return next(reversed(rows(repository, **equals)), None)

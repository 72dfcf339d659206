"""Who acts, and what the rules can refuse them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

# Who acts.


class Side(StrEnum):
    """One of the two parties to a contract. Co-teachers are one side together."""

    STUDENT = "student"
    TEACHER = "teacher"

    @property
    def other(self) -> "Side":
        return Side.TEACHER if self is Side.STUDENT else Side.STUDENT


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in a Slack workspace, as Slack told us: never what a button's value claims."""

    workspace: str
    user: str


# What the rules can refuse. The words for each key are in prompts/copy, under `refusal-<key>`.


R = TypeVar("R")


class Refusal(Exception):
    """Somebody may not do this, or not now, or not like this.

    `key` names the reason. `field` names the input it is about, where there is one. `args` fill the
    placeholders of the copy; they never hold what a person typed. `others` are about further inputs of the same form.
    """

    def __init__(self, key: str, *, field: str | None = None, **args: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.field = field
        self.args_for_copy = args
        self.others: tuple[Refusal, ...] = ()


def refuse_all(found: Sequence[Refusal]) -> None:
    """Raise the first of these with the others in hand, where there are any."""
    if found:
        found[0].others = tuple(found[1:])
        raise found[0]


class Wrong:
    """What can not be, field by field: the form shows all of it at once."""

    def __init__(self) -> None:
        self._found: list[Refusal] = []

    def or_else(self, standing: R, read: Callable[[], R]) -> R:
        """What was read; `standing` where that can not be."""
        try:
            return read()
        except Refusal as refusal:
            self._found.append(refusal)
            return standing

    def stop(self) -> None:
        """Raise what was found, if anything was."""
        refuse_all(self._found)


class Conflict(Exception):
    """Somebody else changed this between our reading and our writing: read again, decide again."""

"""Who acts."""

from dataclasses import dataclass
from enum import StrEnum


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

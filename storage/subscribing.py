"""Where people's calendars can fetch their dates, in a program that serves HTTP; elsewhere there is no such place."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Engine

BELOW = "/calendar/"
ENDS = ".ics"


@dataclass(frozen=True, slots=True)
class Subscribing:
    """`base` is the address of the server. What is secret in an address waits sealed for the message that says it."""

    base: str
    seal: Callable[[str], str]
    open: Callable[[str], str]

    def address(self, token: str) -> str:
        return f"{self.base}{BELOW}{token}{ENDS}"


_OPTION = "accord_subscribing"


def subscribe_at(engine: Engine, place: Subscribing) -> None:
    """Whoever works with this database offers such addresses."""
    engine.update_execution_options(**{_OPTION: place})


def subscribing_of(engine: Engine) -> Subscribing | None:
    found: Subscribing | None = engine.get_execution_options().get(_OPTION)
    return found

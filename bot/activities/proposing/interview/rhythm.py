"""What was chosen of the days and weeks of check-ins, as a draft keeps it."""

from datetime import date
from typing import NamedTuple

from bot.domain.interview import Frame

_FROM = "@"
_SECOND_WEEK = "second-week"


class Chosen(NamedTuple):
    """Weekdays; in every second week from that of `alternates_from` on, where that is a day."""

    days: tuple[str, ...]
    alternates_from: date | None = None

    @property
    def text(self) -> str:
        """ "MO,TH", or "MO,TH@2027-01-11"."""
        days = ",".join(self.days)
        return days if self.alternates_from is None else f"{days}{_FROM}{self.alternates_from.isoformat()}"


def chosen(text: str) -> Chosen:
    days, _, weeks = text.partition(_FROM)
    return Chosen(tuple(days.split(",")) if days else (), date.fromisoformat(weeks) if weeks else None)


# As it is offered, it has no week yet: that is known when it is taken.


def offered(days: tuple[str, ...]) -> str:
    """These days in every second week."""
    return f"{','.join(days)}{_FROM}{_SECOND_WEEK}"


def taken(option: str, frame: Frame) -> str:
    days, _, weeks = option.partition(_FROM)
    if weeks != _SECOND_WEEK:
        return option
    named = tuple(days.split(","))
    return Chosen(named, frame.first_week(named)).text


def is_every_second_week(value: str) -> bool:
    """Of what is kept or offered."""
    return _FROM in value


def days_of(value: str) -> list[str]:
    """Of what is kept or offered."""
    return value.partition(_FROM)[0].split(",")

"""What was chosen of the days and weeks of check-ins, as a draft keeps it."""

from datetime import date
from typing import NamedTuple

from bot.domain.interview import Frame

_FROM = "@"
_SECOND_WEEK = "second-week"
_AFTER = "after:"


class Chosen(NamedTuple):
    """Weekdays; in every second week from that of `alternates_from` on, where that is a day. Or no days, and
    `after_each`: what check-ins come after."""

    days: tuple[str, ...]
    alternates_from: date | None = None
    after_each: str = ""

    @property
    def text(self) -> str:
        """ "MO,TH", "MO,TH@2027-01-11", or "after:essay"."""
        if self.after_each:
            return f"{_AFTER}{self.after_each}"
        days = ",".join(self.days)
        return days if self.alternates_from is None else f"{days}{_FROM}{self.alternates_from.isoformat()}"


def chosen(text: str) -> Chosen:
    if text.startswith(_AFTER):
        return Chosen((), after_each=chosen_after(text))
    days, _, weeks = text.partition(_FROM)
    return Chosen(tuple(days.split(",")) if days else (), date.fromisoformat(weeks) if weeks else None)


# As it is offered, it has no week yet: that is known when it is taken.


def offered(days: tuple[str, ...]) -> str:
    """These days in every second week."""
    return f"{','.join(days)}{_FROM}{_SECOND_WEEK}"


def taken(option: str, frame: Frame) -> str:
    if not is_every_second_week(option):
        return option
    days, _, weeks = option.partition(_FROM)
    if weeks != _SECOND_WEEK:
        return option
    named = tuple(days.split(","))
    return Chosen(named, frame.first_week(named)).text


def is_every_second_week(value: str) -> bool:
    """Of what is kept or offered."""
    return _FROM in value and not value.startswith(_AFTER)


def days_of(value: str) -> list[str]:
    """Of what is kept or offered."""
    return value.partition(_FROM)[0].split(",")


def chosen_after(value: str) -> str:
    """Of what is kept or offered: what check-ins come after, or ""."""
    return value.removeprefix(_AFTER) if value.startswith(_AFTER) else ""

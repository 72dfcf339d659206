"""Rounds: the check-ins of one class on one day; which teacher hears of them, and how.

A check-in belongs to the day that it is for, by the calendar of its student: Monday's check-in of somebody in Auckland
is Monday's, though it is Sunday yet where the class is. It stays there whenever it is answered, and wherever its
student goes meanwhile.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain import recurrence
from bot.domain.check_ins import LEFT_OUT, CheckIn, CheckInState


@dataclass(frozen=True, slots=True)
class Round:
    """The check-ins of a class that are for this day."""

    classroom: int
    day: date

    @property
    def key(self) -> str:
        """As it stands in a check-in: "12:2027-01-18"."""
        return f"{self.classroom}:{self.day.isoformat()}"

    @property
    def number(self) -> int:
        """The day as a button carries it: 20270118."""
        return int(f"{self.day:%Y%m%d}")


def round_at(classroom: int, moment: datetime, timezone: str) -> Round:
    """The round of a check-in that is due at this moment, for a student in this zone."""
    return Round(classroom, recurrence.local_day(moment, timezone))


def numbered(classroom: int, number: int) -> Round | None:
    """The round that a button names; None where that is no day."""
    try:
        return Round(classroom, date(number // 10_000, number // 100 % 100, number % 100))
    except ValueError:
        return None


class RoundNews(StrEnum):
    """What a teacher is told of check-ins."""

    ONE = "one"
    """One message for each round, filled in as answers come."""
    EACH = "each"
    """A message for each student."""
    NONE = "none"


class Singly(StrEnum):
    """What a teacher of many may want to be told of one by one, however much there is of it."""

    CHANGES = "changes"
    """Changes that students suggest, what they ask, and what they answer."""
    WORK = "work"
    """Work that they show."""
    BEHIND = "behind"
    """Numbers that fall behind."""
    ENDS = "ends"
    """Contracts that end, and who has looked back."""


def who_is_told(wishes: Mapping[str, RoundNews | None], decider: str | None) -> Mapping[str, RoundNews]:
    """How each of a student's teachers hears of their check-ins. `wishes` is what each of them chose, None where they
    did not: then who decides on the contract has one message, and the others none.

    Nobody goes unheard: where all would be told nothing, the decider is told in one message; where there is none
    among them, whoever did not choose to be told nothing; else all.
    """
    told = {user: wish or (RoundNews.ONE if user == decider else RoundNews.NONE) for user, wish in wishes.items()}
    if any(how is not RoundNews.NONE for how in told.values()):
        return told
    return told | dict.fromkeys(_heirs(wishes, decider), RoundNews.ONE)


def _heirs(wishes: Mapping[str, RoundNews | None], decider: str | None) -> Collection[str]:
    if decider in wishes:
        return [user for user in wishes if user == decider]
    return [user for user, wish in wishes.items() if wish is None] or list(wishes)


LONG_SILENCE = 2
"""Check-ins missed in a row."""


def breaks_silence(check_in: CheckIn, of_contract: Sequence[CheckIn]) -> bool:
    """Whether an answer to this check-in is the first word after a long silence. What was left out, for whatever
    reason, neither makes a silence nor ends one."""
    missed = 0
    for earlier in sorted((c for c in of_contract if c.number < check_in.number), key=lambda c: -c.number):
        if earlier.state is CheckInState.MISSED:
            missed += 1
        elif earlier.state not in LEFT_OUT:
            break
    return missed >= LONG_SILENCE

"""What makes a target easier to reach, suggested: a goal that is nearer, or a later day."""

from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum

from bot.domain.progress import share
from bot.domain.terms import Target, Terms

COUNTS_AFTER = timedelta(days=7)
"""An easier goal counts so long after both have signed it: a bad evening decides nothing."""
LATER_BY = timedelta(days=14)


class Easing(StrEnum):
    SMALLER = "smaller"
    PRACTICE = "practice"
    LATER = "later"


def smaller_goal(target: Target, newest: Decimal | None) -> Decimal | None:
    """Half of what is left of the way, as exact as the numbers of the target are; None where nothing lies between."""
    now = target.baseline if newest is None or share(target, newest) < 0 else newest
    finest = min(_exponent(number) for number in (target.baseline, target.goal, now))
    away = ROUND_CEILING if target.goal > target.baseline else ROUND_FLOOR
    found = ((now + target.goal) / 2).quantize(Decimal(1).scaleb(finest), rounding=away)
    return found if share(target, now) < share(target, found) < 1 else None


def _exponent(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def later_day(terms: Terms, place: int, term_ends_on: date, today: date) -> date | None:
    """Two weeks later, as far as the term reaches; None where it does not."""
    due_on = terms.targets[place].due_on
    found = min(max(due_on, today) + LATER_BY, max(term_ends_on, terms.ends_on))
    return found if found > due_on and found > today else None


def is_easier(target: Target, than: Target) -> bool:
    """Whether its goal is reached by less."""
    same_way = (target.goal > target.baseline) == (than.goal > than.baseline)
    comparable = same_way and target.unit == than.unit and than.goal != than.baseline
    return comparable and share(than, target.goal) < 1

"""Labelled messages for the tests, with what each does not care about."""

from decimal import Decimal

from bot.cli.messages import Labelled
from bot.language.hearing.model import Aim, Kind, Moment


def aim(baseline: int = 0, goal: int = 9, unit: str = "pages", last: int | None = None) -> Aim:
    return Aim("Read", unit, Decimal(baseline), Decimal(goal), None if last is None else Decimal(last))


def labelled(
    kind: Kind = Kind.ANSWER, *, value: int | str | None = None, sure: bool = False, why: str = "", text: str = ""
) -> Labelled:
    number = None if value is None else Decimal(value)
    return Labelled("", Moment.CHECK_IN, aim(), "", text, kind, number, sure, why)

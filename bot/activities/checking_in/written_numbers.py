"""The number that somebody writes into a form's field for it."""

from decimal import Decimal

from bot.domain.errors import Refusal
from bot.domain.terms import Target
from bot.language import counting
from bot.language.hearing import Aim, Moment, hear


def written(text: str, target: Target, field: str) -> Decimal | None:
    """None where the field is empty. Refusals name what does not fit.

    A field with more than a number in it is heard as a message would be: "I rewrite one paragraph" has no number, and
    "failed to reach 8" has none that counts.
    """
    value = counting.value_of(text, target, field)
    if value is None or counting.is_just_a_number(text):
        return value
    aim = Aim(target.statement, target.unit, target.baseline, target.goal)
    heard = hear(text, Moment.CHECK_IN, (aim,)).numbers.get(0)
    if heard is None:
        raise Refusal("check-in-no-number", field=field)
    if not heard.sure or heard.value != value:
        raise Refusal("check-in-only-the-number", field=field)
    return value

"""How far a number of a target may lie from the others before it is asked about."""

from decimal import Decimal

from bot.language.hearing.model import Aim, Number
from bot.language.hearing.numbers.standing import stood

_FAR = 6
"""So many times as large as any number of the target is asked about."""
_FINEST = Decimal("0.01")


def size_of(aim: Aim) -> Decimal:
    """How large the numbers of a target are."""
    return max(map(abs, stood(aim)))


def bounded(number: Number, aim: Aim, whole: Decimal | None) -> Number:
    """Rounded, and asked about where it is more than there is, or far off."""
    value = number.value.quantize(_FINEST) if number.value % 1 else number.value.quantize(Decimal(1))
    value = value.normalize() + 0
    most = max(size_of(aim), Decimal(1)) * _FAR
    below = value < 0 <= min(aim.baseline, aim.goal, aim.last or Decimal(0))
    beyond = abs(value) > most or (whole is not None and value > whole) or below
    return Number(value, number.sure and not beyond)

"""Which numbers stand on the buttons of a check-in's prompt, so that one press answers it.

Buttons fit a target that counts few whole things: its start, its goal and its newest number are whole numbers from 0
to 20. They are the newest number, or the start where there is none yet, and the next two in the direction of the goal.
None is below 0, or more than there are where the unit says how many ("sentences out of 10"). Percentages and grades,
which nobody counts one by one, have none.
"""

import re
from decimal import Decimal

from bot.domain.terms import Target

MOST = 20
STEPS = 3
_TOTAL = re.compile(r"\bof (\d+)\b")
_NOT_COUNTED = re.compile(r"%|\b(?:percent|per cent|grades?)\b", re.IGNORECASE)


def numbers_to_press(target: Target, last: Decimal | None) -> tuple[int, ...]:
    """In the order in which they are shown, the newest first; empty where buttons do not fit."""
    now = target.baseline if last is None else last
    if _NOT_COUNTED.search(target.unit) or not all(_is_small(n) for n in (target.baseline, target.goal, now)):
        return ()
    step = 1 if target.goal > target.baseline else -1
    return tuple(n for n in range(int(now), int(now) + step * STEPS, step) if 0 <= n <= _most(target.unit))


def can_be_pressed(number: int) -> bool:
    """Whether a number may have stood on a button, whatever the newest number was then."""
    return 0 <= number < MOST + STEPS


def _is_small(number: Decimal) -> bool:
    return 0 <= number <= MOST and number == int(number)


def _most(unit: str) -> int:
    total = _TOTAL.search(unit)
    return int(total[1]) if total else MOST + STEPS

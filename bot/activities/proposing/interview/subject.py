"""The word by which questions speak of a student's work: "essays", where the student typed of essays."""

from bot.activities.proposing.interview import numbers, wording
from bot.activities.proposing.interview.draft import Place
from bot.language.drafts.works import certain_work_in, work_counted_in, work_left_open

WORDED = frozenset(("hardest", "statement", "measure", "timeframe", "criterion"))
"""Steps whose words may speak of the work, whoever named it."""


def work_typed(place: Place) -> str:
    """What the student names in the target, in what it was made of, and in what came before it; "" where nothing."""
    texts = (wording.statement(place), place.typed("measure"), place.typed("timeframe"), wording.idea(place))
    return certain_work_in(*texts, place.shared("hardest") or "", place.shared("strengths") or "")


def work_counted(step: str, place: Place) -> str:
    """The work that the answer itself is to count: "in how many of your next essays?"."""
    if step == "blanks":
        return work_left_open(place.mine("statement") or "")
    if step in ("baseline", "goal") and numbers.said(place).out_of is not None:
        return work_counted_in(numbers.said(place).unit)
    return ""


def total(place: Place) -> str:
    """Of how many: "4" in "3 of my next 4 essays"; "" where nothing says it."""
    found = numbers.said(place).out_of
    return "" if found is None else f"{found.normalize():f}"

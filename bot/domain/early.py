"""Whether a check-in that nobody asked for takes the place of the next one.

Who says a number on their own does not have to say it again the next morning. A check-in takes the place of the next
one where that is at most one day away, and not further away than half of the time between the check-in before and that
next one: with one a week the day before counts, with one a day the twelve hours before. One that is due within four
hours is taken in any case, as nobody is asked again so soon after an answer. So nobody goes without a question for much
longer than one and a half times of what was agreed. The last check-in asks for the final number: only one of the last
day itself takes its place.
"""

from datetime import datetime, timedelta

NEAR = timedelta(days=1)
AT_ONCE = timedelta(hours=4)


def takes_the_place(said_at: datetime, before: datetime, due_at: datetime, *, last_day: datetime | None = None) -> bool:
    """`before` is when the check-in before was due, or the contract was signed; `due_at` when the next one is.
    `last_day`: the first moment of the last day, where the next one is that of the last day."""
    if last_day is not None:
        return said_at >= last_day
    return due_at - said_at <= max(AT_ONCE, min(NEAR, (due_at - before) / 2))

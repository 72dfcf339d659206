"""Days and times of day as the reader writes them, for the copy: `{ DAY("03-12") }` and `{ TIME("08:45") }`.

No day and no time stands typed in the copy: "12 March" and "08:45" are "March 12" and "8:45 AM" to others, and one
message keeps to one style. A date with its year is Fluent's own DATETIME.
"""

from datetime import date, time
from typing import Any

from babel import Locale
from babel.dates import format_skeleton, format_time

_SOME_LEAP_YEAR = 2000
_NARROW_SPACE = "\u202f"
"""Stands between "8:45" and "AM", and is a box in some fonts."""


def functions(locale: str) -> dict[str, Any]:
    """What the copy may call, in one locale ("en-GB")."""
    known = Locale.parse(locale, sep="-")

    def day(month_and_day: Any, **_: Any) -> str:
        """A day without its year, from "03-12"."""
        found = date.fromisoformat(f"{_SOME_LEAP_YEAR}-{month_and_day}")
        return format_skeleton("MMMMd", found, locale=known)

    def clock(at: Any, **_: Any) -> str:
        """A time of day, from "08:45"."""
        return format_time(time.fromisoformat(str(at)), "short", locale=known).replace(_NARROW_SPACE, " ")

    return {"DAY": day, "TIME": clock}

"""Calendar files as schools export them, and as nobody should."""

from collections.abc import Iterable

ALL_DAY = "DTSTART;VALUE=DATE:{first}\r\nDTEND;VALUE=DATE:{after}"


def event(name: str = "Half term", first: str = "20270215", after: str = "20270220", *more: str, uid: str = "a") -> str:
    """An event of whole days; `after` is the day after its last one."""
    days = ALL_DAY.format(first=first, after=after)
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", days, f"SUMMARY:{name}", *more, "END:VEVENT", ""])


def happening(begins: str, *more: str, name: str = "Half term") -> str:
    """An event whose times are written as they are given."""
    return "\r\n".join(["BEGIN:VEVENT", "UID:a", f"DTSTART{begins}", f"SUMMARY:{name}", *more, "END:VEVENT", ""])


def calendar(*events: str, head: Iterable[str] = ()) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a school//", *head, ""]
    return ("\r\n".join(lines) + "".join(events) + "END:VCALENDAR\r\n").encode()


HOSTILE = {
    "every second": happening(";VALUE=DATE:20270215", "RRULE:FREQ=SECONDLY"),
    "every minute": happening(":20270215T000000", "DTEND:20270216T000000", "RRULE:FREQ=MINUTELY;COUNT=1000000000"),
    "no interval": happening(";VALUE=DATE:20270215", "RRULE:FREQ=DAILY;INTERVAL=0"),
    "no interval, long written": happening(";VALUE=DATE:20270215", "RRULE:freq=daily;interval=000"),
    "a thousand years, daily": happening(";VALUE=DATE:20270215", "DTEND;VALUE=DATE:30270215", "RRULE:FREQ=DAILY"),
    "each second of each day": happening(
        ":20270215T000000",
        "RRULE:FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=" + ",".join(map(str, range(60))),
    ),
}
"""What would be expanded for ever, or until there is no memory left."""

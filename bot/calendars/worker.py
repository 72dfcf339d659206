"""Reads an .ics file into rows of days; runs as a program of its own, which can be killed.

On standard input: one line of JSON (`first`, `last`, `timezone`), then the file. On standard output: JSON, either
`refused` or `rows`, each `[first, last, name, uid]` with days in ISO's form, both inclusive. It imports nothing of
Accord, so that it starts quickly and knows no secret.

https://www.rfc-editor.org/rfc/rfc5545 says what such a file is. Only days that an event covers from midnight to
midnight count: a lesson, or a concert in the evening, closes no school.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

SIZE_MOST = 1_000_000
EVENTS_MOST = 5_000
ROWS_MOST = 5_000
DEPTH_MOST = 8
NAME_MOST = 120
UID_MOST = 200
SPAN_MOST = timedelta(days=400)
"""No holiday is longer, and what repeats and is longer never ends."""
TIMES_A_DAY_MOST = 24
CPU_SECONDS = 5
MEMORY_BYTES = 512 * 1024 * 1024

A_DAY = timedelta(days=1)
NEARLY_MIDNIGHT = time(23, 59)

DayRow = tuple[date, date, str, str]
DayOrInstant = date | datetime
EventRead = tuple[DayOrInstant, DayOrInstant, str, str]
"""From when to when, the end exclusive; its name, its id."""
TextLines = list[str]


class CalendarRefused(Exception):
    """What can not be read; `kind` says why: empty, page, too-big, too-many, encoding, broken, endless."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def read(data: bytes, first: date, last: date, timezone: str) -> list[DayRow]:
    """The whole days that its events cover between two days, oldest first. Raises Refused."""
    found = kept(unfolded(text_of(data)))
    once, again = parted(found.events)
    plain, others = told_plainly([event for event in once if may_count(event, first, last)])
    single, repeating = _calendar(found.head, others), _calendar(found.head, again)
    zone = ZoneInfo(timezone)
    rows: list[DayRow] = []
    for begins, ends, name, uid in [*plain, *_single(single), *_repeating(repeating, first, last)]:
        covered = whole_days(begins, ends, zone)
        if covered is not None and covered[0] <= last and covered[1] >= first:
            rows.append((*covered, name, uid))
    if len(rows) > ROWS_MOST:
        raise CalendarRefused("too-many")
    return joined(rows)


# The file as lines, before any parser sees it.


def text_of(data: bytes) -> str:
    if len(data) > SIZE_MOST:
        raise CalendarRefused("too-big")
    if not data.strip():
        raise CalendarRefused("empty")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CalendarRefused("encoding") from None
    if "\x00" in text:
        raise CalendarRefused("encoding")
    head = text[:2000].lstrip().lower()
    if head.startswith(("<!doctype", "<html", "<?xml", "<")):
        raise CalendarRefused("page")
    return text


def unfolded(text: str) -> Iterator[str]:
    """Its content lines, each whole: one that begins with a blank goes on the one before."""
    parts: list[str] = []
    for line in re.split(r"\r\n|\n|\r", text):
        if line[:1] in (" ", "\t") and parts:
            parts.append(line[1:])
        else:
            if parts:
                yield "".join(parts)
            parts = [line]
    yield "".join(parts)


_OF_EVENT = frozenset(
    {
        *("DTSTART", "DTEND", "DURATION", "SUMMARY", "UID", "STATUS", "SEQUENCE"),
        *("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
    }
)
_REPEATS = frozenset({"RRULE", "RDATE", "RECURRENCE-ID"})
_CALENDAR, _EVENT = ["VCALENDAR"], ["VCALENDAR", "VEVENT"]


@dataclass(slots=True)
class KeptLines:
    """What is needed of a file, as lines: who was invited and what was described goes no further. Nor do its own time
    zones: what the clock on the wall says counts."""

    head: TextLines = field(default_factory=list)
    events: list[TextLines] = field(default_factory=list)


def kept(lines: Iterable[str]) -> KeptLines:
    """Raises Refused where it is no calendar, ends too early, or holds too much."""
    found, stack, calendars = KeptLines(), list[str](), 0
    for line in lines:
        name, _, value = line.partition(":")
        name = name.partition(";")[0].strip().upper()
        if name == "BEGIN":
            stack.append(value.strip().upper())
            calendars += stack == _CALENDAR
            _begin(found, stack)
        elif name == "END":
            if not stack or stack.pop() != value.strip().upper():
                raise CalendarRefused("broken")
        else:
            _keep(found, stack, name, line)
    if stack or not calendars:
        raise CalendarRefused("broken")
    return found


def _begin(found: KeptLines, stack: list[str]) -> None:
    if len(stack) > DEPTH_MOST or stack[0] != "VCALENDAR":
        raise CalendarRefused("broken")
    if stack == _EVENT:
        found.events.append([])
        if len(found.events) > EVENTS_MOST:
            raise CalendarRefused("too-many")


def _keep(found: KeptLines, place: list[str], name: str, line: str) -> None:
    if place == _EVENT and name in _OF_EVENT:
        if name == "RRULE":
            check_rule(line)
        found.events[-1].append(line)
    elif place == _CALENDAR and name == "X-WR-TIMEZONE":
        found.head.append(line)


def check_rule(line: str) -> None:
    """Refuses what would be expanded for ever: nothing that closes a school comes by the minute."""
    parts = dict(part.partition("=")[::2] for part in line.partition(":")[2].upper().replace(" ", "").split(";"))
    if parts.get("FREQ") in ("SECONDLY", "MINUTELY") or parts.get("INTERVAL", "1").strip("0+-") == "":
        raise CalendarRefused("endless")
    times = 1
    for unit in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        times *= len(parts.get(unit, "").split(","))
    if times > TIMES_A_DAY_MOST:
        raise CalendarRefused("endless")


def parted(events: Iterable[TextLines]) -> tuple[list[TextLines], list[TextLines]]:
    """What happens once, and what repeats with its exceptions."""
    once: list[TextLines] = []
    again: list[TextLines] = []
    for event in events:
        names = {re.split("[;:]", line, maxsplit=1)[0].strip().upper() for line in event}
        (again if names & _REPEATS else once).append(event)
    return once, again


def _calendar(head: TextLines, events: list[TextLines]) -> str:
    if not events:
        return ""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//accord//", *head]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


# What can be told of an event without a parser, which takes many times as long.

_TIME = re.compile(r'(DTSTART|DTEND)((?:;[^:"]*)?):(\d{8})(?:T(\d{6})(Z?))?', re.ASCII)
_BEGINS, _ENDS = "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE"
_PLAIN = re.compile(rf"({_BEGINS}|{_ENDS}|SUMMARY|UID|STATUS|SEQUENCE):([^\\%]*)")
_DAY = re.compile(r"\d{8}", re.ASCII)
ZONES_APART = timedelta(days=2)
"""More than any two clocks differ."""
NO_DAY = timedelta(hours=12)
"""What is shorter is no day, on one of a clock change either."""


def may_count(event: TextLines, first: date, last: date) -> bool:
    """False where an event that happens once surely covers no day between two days: a lesson, or one of another year.
    Whatever is written in another way than most is for the parser."""
    times = [_TIME.fullmatch(line) for line in event if line[:2].upper() in ("DT", "DU")]
    begins, ends = (times[0], times[-1]) if 1 <= len(times) <= 2 else (None, None)
    if begins is None or ends is None or begins[1] != "DTSTART" or (ends is not begins and ends[1] != "DTEND"):
        return True
    try:
        span = [datetime.fromisoformat(f"{one[3]}T{one[4] or '000000'}") for one in (begins, ends)]
    except ValueError:
        return True
    on_one_clock = begins.group(2, 5) == ends.group(2, 5) and begins[4] is not None and ends[4] is not None
    if on_one_clock and span[1] - span[0] < NO_DAY:
        return False
    return span[0].date() <= last + ZONES_APART and max(span).date() >= first - ZONES_APART


def told_plainly(events: Iterable[TextLines]) -> tuple[list[EventRead], list[TextLines]]:
    """Those that say whole days, a name and an id in plain letters; and the others, for the parser."""
    plain: list[EventRead] = []
    others: list[TextLines] = []
    for event in events:
        said = _plainly(event)
        days = said and (_day(said.get(_BEGINS, "")), _day(said.get(_ENDS, "")))
        if not said or not days or days[0] is None or days[1] is None:
            others.append(event)
        elif not _is_called_off(said.get("STATUS", "")):
            plain.append((days[0], days[1], _shown(said.get("SUMMARY", "")), said.get("UID", "")[:UID_MOST]))
    return plain, others


def _plainly(event: TextLines) -> dict[str, str] | None:
    """What each property says; None where one has more to it: a parameter, an escape, a second value, a letter that is
    not shown."""
    said: dict[str, str] = {}
    for line in event:
        found = _PLAIN.fullmatch(line)
        if found is None or found[1] in said or not line.isprintable():
            return None
        said[found[1]] = found[2]
    return said


def _day(written: str) -> date | None:
    with suppress(ValueError):
        if _DAY.fullmatch(written):
            return date(int(written[:4]), int(written[4:6]), int(written[6:]))
    return None


# Its other events.


def _single(calendar: str) -> Iterator[EventRead]:
    """Read one by one: an expander would take as long again for what happens once."""
    if not calendar:
        return
    for event in _parsed(calendar).walk("VEVENT"):
        span = _span(event)
        if span is not None and not _is_cancelled(event):
            yield *span, _name(event), _uid(event)


def _span(event: Any) -> tuple[DayOrInstant, DayOrInstant] | None:
    """From when to when, the end exclusive; None where that can not be read."""
    begins, ends, lasts = (_value(event, name) for name in ("DTSTART", "DTEND", "DURATION"))
    if not isinstance(begins, date):
        return None
    if ends is None and isinstance(lasts, timedelta):
        with suppress(OverflowError):
            ends = begins + lasts
    if type(ends) is not type(begins):
        ends = None
    return begins, begins if ends is None else ends


def _value(event: Any, name: str) -> Any:
    """What a property of time says; None where it is missing, given twice, or says nothing."""
    with suppress(ValueError):
        return getattr(event.get(name), "dt", None)
    return None


def _repeating(calendar: str, first: date, last: date) -> Iterator[EventRead]:
    if not calendar:
        return
    import recurring_ical_events

    found = _parsed(calendar)
    for event in found.walk("VEVENT"):
        span = _span(event)
        if span is not None and "RRULE" in event and _length(*span) > SPAN_MOST:
            raise CalendarRefused("endless")
    try:
        happenings = recurring_ical_events.of(found, skip_bad_series=True).between(first, last + A_DAY)
    except (ValueError, KeyError, TypeError, OverflowError, ArithmeticError, AttributeError):
        raise CalendarRefused("broken") from None
    for event in happenings:
        span = _span(event)
        if span is not None and not _is_cancelled(event):
            yield *span, _name(event), _uid(event)


def _length(begins: DayOrInstant, ends: DayOrInstant) -> timedelta:
    return _wall(ends) - _wall(begins)


def _wall(moment: DayOrInstant) -> datetime:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    return datetime.combine(moment, time())


def _parsed(calendar: str) -> Any:
    from icalendar import Calendar

    try:
        return Calendar.from_ical(calendar)
    except (ValueError, KeyError, TypeError, OverflowError, IndexError, AttributeError):
        raise CalendarRefused("broken") from None


def _is_cancelled(event: Any) -> bool:
    return _is_called_off(str(event.get("STATUS", "")))


def _is_called_off(status: str) -> bool:
    return status.strip().upper() == "CANCELLED"


def _uid(event: Any) -> str:
    return str(event.get("UID", ""))[:UID_MOST]


def _name(event: Any) -> str:
    summary = event.get("SUMMARY", "")
    return _shown(str(summary[0] if isinstance(summary, list) and summary else summary))


def _shown(name: str) -> str:
    """On one line, without what nobody sees."""
    shown = name if name.isprintable() else "".join(c if c.isprintable() else " " for c in name)
    return " ".join(shown.split())[:NAME_MOST].rstrip()


# Its days.


def whole_days(begins: DayOrInstant, ends: DayOrInstant, zone: ZoneInfo) -> tuple[date, date] | None:
    """The first and the last day from midnight to midnight within; None where there is none. An end that is exclusive,
    or missing, or before the beginning, leaves one day of a day. Of an instant in UTC the days of the zone count, of
    any other what the clock on the wall said."""
    if not isinstance(begins, datetime) or not isinstance(ends, datetime):
        return _clipped(begins, max(begins, ends - A_DAY if ends > date.min else ends))
    begins, ends = (_local(moment, zone) for moment in (begins, ends))
    try:
        first = begins.date() if begins.time() == time() else begins.date() + A_DAY
        last = ends.date() if ends.time() >= NEARLY_MIDNIGHT else ends.date() - A_DAY
    except OverflowError:
        return None
    return _clipped(first, last) if first <= last else None


def _clipped(first: date, last: date) -> tuple[date, date]:
    """What never ends is as good as closed for a while."""
    with suppress(OverflowError):
        last = min(last, first + SPAN_MOST)
    return first, last


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    with suppress(OverflowError):
        if moment.tzinfo is not None and moment.tzinfo in (UTC, ZoneInfo("UTC")):
            moment = moment.astimezone(zone)
    return moment.replace(tzinfo=None)


def joined(rows: Iterable[DayRow]) -> list[DayRow]:
    """Oldest first, each once; days of one event that follow each other are one row."""
    whole: list[DayRow] = []
    for row in sorted(set(rows), key=lambda row: (row[3], row[2], row[0], row[1])):
        before = whole[-1] if whole else None
        if before is not None and before[2:] == row[2:] and row[0] <= before[1] + A_DAY:
            whole[-1] = (before[0], max(before[1], row[1]), *row[2:])
        else:
            whole.append(row)
    return sorted(whole, key=lambda row: (row[0], row[1], row[2], row[3]))


# The program.


def _limit() -> None:
    """Where the system knows such limits; its starter ends it in any case."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def main() -> None:
    _limit()
    asked = json.loads(sys.stdin.buffer.readline())
    days = [date.fromisoformat(asked[name]) for name in ("first", "last")]
    said: dict[str, Any]
    try:
        rows = read(sys.stdin.buffer.read(), days[0], days[1], asked["timezone"])
        said = {"rows": [(row[0].isoformat(), row[1].isoformat(), *row[2:]) for row in rows]}
    except CalendarRefused as refused:
        said = {"refused": refused.kind}
    except MemoryError:
        said = {"refused": "endless"}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()

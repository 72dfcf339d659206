"""Wall-clock rules turned into instants.

A check-in rule is local wall time in an IANA zone ("Mondays, 08:45, Europe/Vienna"). The next
occurrence is found on local time first and only then resolved to the zone: a time that a spring change
skips moves on by the gap, one that an autumn change repeats is taken the first time.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil.rrule import WEEKLY, rrule, weekday

from bot.domain.actor import Refusal
from bot.domain.classroom import WEEKDAYS


def zone(name: str) -> ZoneInfo:
    """The zone of an IANA name. Raises Refusal("unknown-zone") for anything else."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refusal("unknown-zone", field="timezone") from error


def is_zone(name: str) -> bool:
    try:
        zone(name)
    except Refusal:
        return False
    return True


def instant(day: date, at: time, timezone: str) -> datetime:
    """The UTC instant of a local wall time; in a gap, the same time counted with the offset before it."""
    return datetime.combine(day, at, tzinfo=zone(timezone)).astimezone(UTC)


def local_day(moment: datetime, timezone: str) -> date:
    return moment.astimezone(zone(timezone)).date()


def monday_of(day: date) -> date:
    """The Monday of its week: weeks begin with Monday, as in RFC 5545."""
    return day - timedelta(days=day.weekday())


def is_in_turn(day: date, alternates_from: date | None) -> bool:
    """Whether the week of this day has its turn: each one, or every second one counted from that of `alternates_from`,
    backwards too."""
    return alternates_from is None or (monday_of(day) - monday_of(alternates_from)).days % 14 == 0


def next_occurrence(
    days: tuple[str, ...], at: time, timezone: str, after: datetime, alternates_from: date | None = None
) -> datetime:
    """The first instant strictly after `after` that falls on one of `days` (RFC 5545 names) at `at`, in a week that has
    its turn."""
    return instant(_next_day(days, at, timezone, after, alternates_from), at, timezone)


def first_week(days: tuple[str, ...], at: time, timezone: str, after: datetime) -> date:
    """The Monday of the week in which these days come next: what every second week is counted from."""
    return monday_of(_next_day(days, at, timezone, after, None))


def _next_day(days: tuple[str, ...], at: time, timezone: str, after: datetime, alternates_from: date | None) -> date:
    start = local_day(after, timezone) - timedelta(days=1)
    if not is_in_turn(start, alternates_from):
        start = monday_of(start) - timedelta(days=7)  # an interval is counted from the week of its start
    rule = rrule(
        WEEKLY,
        interval=1 if alternates_from is None else 2,
        byweekday=[weekday(WEEKDAYS.index(d)) for d in days],
        dtstart=datetime.combine(start, at),
        cache=False,
    )
    for local in rule:
        if instant(local.date(), at, timezone) > after:
            return local.date()
    raise AssertionError("a weekly rule without an end has a next occurrence")


def after_quiet(moment: datetime, quiet_from: time, quiet_until: time, timezone: str) -> datetime:
    """`moment`, or the end of the quiet hours that it falls into. Hours that begin when they end are none.

    In an hour that an autumn change repeats, the end of the quiet hours that is still to come is meant.
    """
    local = moment.astimezone(zone(timezone))
    if not _is_quiet(local.time(), quiet_from, quiet_until):
        return moment
    overnight = quiet_from > quiet_until and local.time() >= quiet_from
    end = datetime.combine(local.date() + timedelta(days=overnight), quiet_until, tzinfo=zone(timezone))
    first = end.astimezone(UTC)
    return first if first > moment else end.replace(fold=1).astimezone(UTC)


def next_quiet(moment: datetime, quiet_from: time, quiet_until: time, timezone: str) -> datetime | None:
    """When the next quiet hours after `moment` begin; None where there are none."""
    if quiet_from == quiet_until:
        return None
    day = local_day(moment, timezone)
    begins = (instant(day + timedelta(days=n), quiet_from, timezone) for n in range(3))
    return next(at for at in begins if at > moment)


def _is_quiet(at: time, quiet_from: time, quiet_until: time) -> bool:
    if quiet_from <= quiet_until:
        return quiet_from <= at < quiet_until
    return at >= quiet_from or at < quiet_until


def has_one_by_midpoint(
    days: tuple[str, ...],
    at: time,
    timezone: str,
    *,
    start: datetime,
    ends_on: date,
    alternates_from: date | None = None,
) -> bool:
    """Whether the first check-in comes no later than halfway from `start` to the end date."""
    end = instant(ends_on, at, timezone)
    return bool(days) and next_occurrence(days, at, timezone, start, alternates_from) <= start + (end - start) / 2

"""What an .ics file is read as, within one process."""

from datetime import UTC, date, datetime, timedelta
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendars import worker
from bot.calendars.worker import CalendarRefused, DayRow, read, whole_days
from tests.unit.calendars.files import HOSTILE, calendar, event, happening

FIRST, LAST = date(2027, 1, 1), date(2027, 7, 31)
VIENNA = ZoneInfo("Europe/Vienna")


def rows(*events: str, head: tuple[str, ...] = ()) -> list[DayRow]:
    return read(calendar(*events, head=head), FIRST, LAST, "Europe/Vienna")


def days(*events: str) -> list[tuple[str, str]]:
    return [(row[0].isoformat(), row[1].isoformat()) for row in rows(*events)]


def refused(data: bytes) -> str:
    with pytest.raises(CalendarRefused) as caught:
        read(data, FIRST, LAST, "Europe/Vienna")
    return caught.value.kind


def test_an_event_is_its_whole_days_and_its_end_is_no_longer_one() -> None:
    assert rows(event()) == [(date(2027, 2, 15), date(2027, 2, 19), "Half term", "a")]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (happening(";VALUE=DATE:20270215"), [("2027-02-15", "2027-02-15")]),
        (happening(";VALUE=DATE:20270215", "DURATION:P2D"), [("2027-02-15", "2027-02-16")]),
        (happening(";VALUE=DATE:20270215", "DTEND;VALUE=DATE:20270215"), [("2027-02-15", "2027-02-15")]),
        (happening(";VALUE=DATE:20270215", "DTEND;VALUE=DATE:20270201"), [("2027-02-15", "2027-02-15")]),
        # Outlook's whole day, with its own name for the zone
        (
            happening(
                ";TZID=W. Europe Standard Time:20270215T000000", "DTEND;TZID=W. Europe Standard Time:20270217T000000"
            ),
            [("2027-02-15", "2027-02-16")],
        ),
        (happening(";TZID=Nowhere:20270215T000000", "DTEND;TZID=Nowhere:20270216T000000"), [("2027-02-15",) * 2]),
        # in UTC, which is midnight in Vienna
        (happening(":20270214T230000Z", "DTEND:20270215T230000Z"), [("2027-02-15", "2027-02-15")]),
        (happening(":20270215T000000", "DTEND:20270215T235900"), [("2027-02-15", "2027-02-15")]),
        # from Friday afternoon until Monday morning
        (happening(":20270212T150000", "DTEND:20270215T080000"), [("2027-02-13", "2027-02-14")]),
        # a concert, a lesson, an instant
        (happening(":20270215T190000", "DTEND:20270215T210000"), []),
        (happening(":20270215T190000"), []),
        (happening(";VALUE=DATE:20270215", "STATUS:CANCELLED"), []),
        (event("Half term", "20270215", "20270220", "STATUS:Cancelled"), []),
        (event(first="20261220", after="20270107"), [("2026-12-20", "2027-01-06")]),
        (event(first="20260101", after="20260107"), []),
        (event(first="20270801", after="20270802"), []),
    ],
)
def test_which_days_it_covers(one: str, expected: list[tuple[str, str]]) -> None:
    assert days(one) == expected


def test_what_repeats_comes_with_its_exceptions() -> None:
    rule = "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;VALUE=DATE:20270222"
    moved = happening(";VALUE=DATE:20270302", "RECURRENCE-ID;VALUE=DATE:20270301")
    found = days(happening(";VALUE=DATE:20270215", *rule), moved)
    assert [first for first, _ in found] == ["2027-02-15", "2027-03-02", "2027-03-08"]
    assert days(happening(";VALUE=DATE:20270215", "RDATE;VALUE=DATE:20270217")) == [
        ("2027-02-15", "2027-02-15"),
        ("2027-02-17", "2027-02-17"),
    ]


def test_days_of_one_event_that_follow_each_other_are_one_row() -> None:
    assert days(happening(";VALUE=DATE:20270215", "RRULE:FREQ=DAILY;COUNT=5")) == [("2027-02-15", "2027-02-19")]


def test_what_is_said_twice_is_there_once_and_two_calendars_are_read_as_one() -> None:
    assert len(rows(event(), event())) == 1
    both = calendar(event()) + calendar(event("Inset", "20270301", "20270302"))
    assert [row[2] for row in read(both, FIRST, LAST, "Europe/Vienna")] == ["Half term", "Inset"]


def test_a_name_is_one_line_that_shows_what_it_is() -> None:
    name = r"Inset\, day\n for \u202estaff" + "x" * 300
    assert rows(event(name.replace(r"\u202e", "\u202e")))[0][2].startswith("Inset, day for staff" + "x" * 20)
    assert len(rows(event(name))[0][2]) <= worker.NAME_MOST
    assert rows(happening(";VALUE=DATE:20270215", name=""))[0][2] == ""


def test_folded_lines_a_byte_order_mark_and_bare_line_ends() -> None:
    folded = event("Half\r\n  term")
    assert rows(folded)[0][2] == "Half term"
    data = b"\xef\xbb\xbf" + calendar(event()).replace(b"\r\n", b"\n")
    assert read(data, FIRST, LAST, "Europe/Vienna")[0][2] == "Half term"


def test_what_else_stands_there_is_not_even_parsed() -> None:
    more = (
        "BEGIN:VALARM\r\nTRIGGER:nonsense\r\nEND:VALARM",
        "ATTENDEE:mailto:a@b",
        "X-ODD;=:",
        "DESCRIPTION:" + "x" * 999,
    )
    lines = worker.kept(worker.unfolded(calendar(event("Half term", "20270215", "20270216", *more)).decode()))
    assert {line.partition(":")[0].partition(";")[0] for line in lines.events[0]} == {
        "UID",
        "DTSTART",
        "DTEND",
        "SUMMARY",
    }


def test_one_bad_event_loses_no_other() -> None:
    bad = happening(";VALUE=DATE:20271399"), happening(";VALUE=DATE:20270215", "RRULE:FREQ=SOMETIMES")
    assert ("2027-03-01", "2027-03-01") in days(*bad, event("Inset", "20270301", "20270302", uid="b"))


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_never_ends_is_refused_before_it_begins(kind: str) -> None:
    assert refused(calendar(event(), HOSTILE[kind])) == "endless"


@pytest.mark.parametrize(
    "one",
    [
        happening(";VALUE=DATE:20270215", "DTEND;VALUE=DATE:99991231"),
        happening(";VALUE=DATE:20270215", "DURATION:P999999D"),
        happening(";VALUE=DATE:20270215", "DURATION:P999999999999D"),
        happening(";VALUE=DATE:99991231"),
        happening(";VALUE=DATE:00010101"),
        happening(":00010101T000000Z", "DTEND:00010102T000000Z"),
        happening(":99991231T000000", "DTEND:99991231T235959"),
        happening(";VALUE=DATE:20270215", "RRULE:FREQ=DAILY;UNTIL=99991231"),
        happening(";VALUE=DATE:20270215", "RRULE:FREQ=DAILY;COUNT=1000000000"),
        happening(";VALUE=DATE:00010101", "RRULE:FREQ=WEEKLY"),
        happening(";VALUE=DATE:20270230"),
        happening(":"),
        happening(""),
        "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
        event("x", "20270215", "20270216", "SUMMARY:y", "DTSTART;VALUE=DATE:20270301"),
    ],
)
def test_odd_dates_are_read_or_left_out(one: str) -> None:
    for row in rows(one):
        assert row[0] <= row[1] <= row[0] + worker.SPAN_MOST


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"<!DOCTYPE html><html><body>Log in</body></html>", "page"),
        (b"\n\n<html lang=de>", "page"),
        (b"<?xml version='1.0'?><rss></rss>", "page"),
        (calendar(event("Pentecôte")).decode().encode("utf-16"), "encoding"),
        (calendar(event("Pentecôte")).decode().encode("utf-16-le"), "encoding"),
        (calendar(event("Pentecôte")).decode().encode("latin-1"), "encoding"),
        (b"PK\x03\x04\x00\x00\x00\x00", "encoding"),
        (b"Dear parents, school is closed on Monday.", "broken"),
        (calendar(event())[:-20], "broken"),
        (calendar(event()).replace(b"END:VEVENT", b"END:VTODO"), "broken"),
        (b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", "broken"),
        (b"BEGIN:VCALENDAR\r\n" * 40_000, "broken"),
        (b"x" * 1_000_001, "too-big"),
        (calendar(*(event(uid=str(n)) for n in range(5_001))), "too-many"),
    ],
)
def test_what_is_no_calendar_is_told_apart(data: bytes, kind: str) -> None:
    assert refused(data) == kind


def test_an_empty_calendar_is_one() -> None:
    assert rows() == []


# Whatever stands in a file, it is read or refused, and what is read is a day.


_DATES = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@given(st.lists(st.tuples(_DATES, st.integers(1, 60)), max_size=8))
@settings(max_examples=60, deadline=None)
def test_each_event_comes_out_as_it_went_in(spans: list[tuple[date, int]]) -> None:
    events = [
        event("Off", f"{first:%Y%m%d}", f"{first + timedelta(days=length):%Y%m%d}", uid=str(n))
        for n, (first, length) in enumerate(spans)
    ]
    wanted = {(str(n), first, first + timedelta(days=length - 1)) for n, (first, length) in enumerate(spans)}
    wanted = {one for one in wanted if one[1] <= LAST and one[2] >= FIRST}
    found = rows(*events)
    assert {(row[3], row[0], row[1]) for row in found} == wanted
    assert [row[:2] for row in found] == sorted(row[:2] for row in found)


_DAYS = st.sampled_from([f";VALUE=DATE:{day}" for day in ("20261230", "20270215", "20270216", "20270801", "20250215")])
_TIMES = st.sampled_from(
    [
        *(":20270215T000000", ":20270216T000000", ":20270215T235900", ":20270214T230000Z", ":20270215T230000Z"),
        *(":20270215T083000", ":20270215T093000", ":20261231T230000Z", ":20270101T230000Z", ":20270731T220000Z"),
        *(";TZID=Europe/Vienna:20270215T000000", ";TZID=Europe/Vienna:20270215T235900"),
        *(";TZID=Pacific/Kiritimati:20270101T000000", ":20270801T100000Z", ":20250215T083000", ":20250215T093000"),
    ]
)
_ODD = st.sampled_from(
    [
        *(";VALUE=DATE:20270230", ";VALUE=DATE:99991231", ";VALUE=DATE-TIME:20270215T100000", ":20270215"),
        *(":20270215T250000", ":20270215T000000-0100", ":2027-02-15", ";X=1;VALUE=DATE:20270215", ""),
    ]
)
_SAID = st.one_of(
    st.sampled_from(
        ["Half term", " Half  term ", r"Inset\, day", "Half%2C term", r"a\nb", "^n", 'a:b;c="d"', "Día", ""]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x00"), max_size=12),
)
_LINES = st.one_of(
    _SAID.map(lambda said: f"SUMMARY:{said}"),
    _SAID.map(lambda said: f"UID:{said}"),
    st.sampled_from(["STATUS:CANCELLED", "STATUS:cancelled ", "STATUS:CONFIRMED", "STATUS;X=1:CANCELLED"]),
    st.sampled_from(["DURATION:P2D", "DURATION:PT36H", "SEQUENCE:3", "SEQUENCE:x", "SUMMARY;LANGUAGE=en:Off"]),
    st.sampled_from(["RDATE;VALUE=DATE:20270301", "dtend;VALUE=DATE:20270301", "DTSTART;VALUE=DATE:20270301"]),
)


def _lines(begins: str, ends: str | None, more: list[str]) -> list[str]:
    return [f"DTSTART{begins}", *([] if ends is None else [f"DTEND{ends}"]), *more]


_MORE = st.lists(_LINES, max_size=2)
_EVENTS = st.one_of(
    st.builds(_lines, _DAYS, _DAYS, _MORE),
    st.builds(_lines, _TIMES, _TIMES, _MORE),
    st.builds(_lines, st.one_of(_DAYS, _TIMES, _ODD), st.one_of(st.none(), _DAYS, _TIMES, _ODD), _MORE),
)


def by_the_parser_alone(data: bytes) -> list[DayRow] | str:
    with (
        mock.patch.object(worker, "may_count", return_value=True),
        mock.patch.object(worker, "told_plainly", side_effect=lambda events: ([], list(events))),
    ):
        return read_or_refused(data)


def read_or_refused(data: bytes) -> list[DayRow] | str:
    try:
        return read(data, FIRST, LAST, "Europe/Vienna")
    except CalendarRefused as why:
        return why.kind


@given(_EVENTS)
@settings(max_examples=400, deadline=None)
def test_what_is_told_without_the_parser_is_what_the_parser_says(lines: list[str]) -> None:
    data = calendar("\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]))
    assert read_or_refused(data) == by_the_parser_alone(data)


def test_lessons_and_other_years_and_plain_days_need_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_parsed", lambda _: pytest.fail("parsed"))
    lesson = happening(";TZID=Europe/Vienna:20270215T083000", "DTEND;TZID=Europe/Vienna:20270215T091500")
    assert days(lesson, event(first="20250215", after="20250220"), event()) == [("2027-02-15", "2027-02-19")]


_PROPERTIES = st.sampled_from(["DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SUMMARY"])
_VALUES = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=20),
    st.sampled_from(
        ["20270215", "20270215T000000Z", "P1D", "-P1W", "PT36H", "FREQ=YEARLY", "FREQ=DAILY;COUNT=3", "99991231"]
    ),
    st.from_regex(r"FREQ=(DAILY|WEEKLY|MONTHLY);(INTERVAL|COUNT|BYMONTHDAY)=-?[0-9]{1,2}", fullmatch=True),
)
_PARAMS = st.sampled_from(["", ";VALUE=DATE", ";TZID=Europe/Vienna", ";TZID=", ";VALUE=DATE-TIME", ";="])


@given(st.lists(st.tuples(_PROPERTIES, _PARAMS, _VALUES), min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_no_line_makes_it_stumble(lines: list[tuple[str, str, str]]) -> None:
    odd = "\r\n".join(["BEGIN:VEVENT", *("".join((name, params, ":", value)) for name, params, value in lines)])
    try:
        found = rows(f"{odd}\r\nEND:VEVENT\r\n", event(uid="b"))
    except CalendarRefused:
        return
    assert (date(2027, 2, 15), date(2027, 2, 19), "Half term", "b") in found


@given(st.binary(max_size=300))
def test_no_bytes_make_it_stumble(data: bytes) -> None:
    try:
        assert read(b"BEGIN:VCALENDAR\r\n" + data, FIRST, LAST, "Europe/Vienna") == []
    except CalendarRefused:
        return


@given(
    st.datetimes(timezones=st.sampled_from([UTC, VIENNA])).filter(lambda moment: 1970 < moment.year < 2100),
    st.timedeltas(timedelta(), timedelta(days=30)),
)
def test_a_day_that_is_covered_is_covered_to_its_last_minute(begins: datetime, lasts: timedelta) -> None:
    ends = begins + lasts
    covered = whole_days(begins, ends, VIENNA)
    if covered is not None:
        wall = [moment.astimezone(VIENNA).replace(tzinfo=None) for moment in (begins, ends)]
        assert wall[0] <= datetime.combine(covered[0], datetime.min.time())
        assert wall[1] >= datetime.combine(covered[1], worker.NEARLY_MIDNIGHT)

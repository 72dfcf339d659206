"""What is written is read back the same."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.activities.dates.writing import TITLE_MOST, DateEntry, id_of, write
from bot.domain.seen import seen

NOW = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
ZONES = sorted(available_timezones())

instants = st.builds(
    lambda day, minute, zone: datetime.combine(day, time(*divmod(minute, 60)), ZoneInfo(zone)).astimezone(UTC),
    st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    st.integers(0, 24 * 60 - 1),
    st.sampled_from(ZONES),
)
"""Over every change of the clock, and in zones that are no whole hours."""

texts = st.text(min_size=1, max_size=80)
timed = st.builds(
    DateEntry,
    id=st.uuids().map(str),
    title=texts,
    at=instants,
    lasts=st.sampled_from([timedelta(minutes=5), timedelta(hours=1)]),
    text=texts,
    sequence=st.integers(0, 1000),
    off=st.booleans(),
    busy=st.booleans(),
)
whole = st.builds(DateEntry, id=st.uuids().map(str), title=texts, day=st.dates(date(2026, 1, 1), date(2030, 12, 31)))


@given(st.lists(st.one_of(timed, whole), max_size=5, unique_by=lambda entry: entry.id))
def test_what_is_written_is_read_back(entries: list[DateEntry]) -> None:
    read = Calendar.from_ical(write(entries, NOW)).walk("VEVENT")
    assert [str(event["uid"]) for event in read] == [entry.id for entry in entries]
    for entry, event in zip(entries, read, strict=True):
        if entry.at is not None:
            assert event.decoded("dtstart") == entry.at
            assert event.decoded("dtend") == entry.at + entry.lasts
        else:
            assert event.decoded("dtstart") == entry.day
            assert type(event.decoded("dtstart")) is date
        assert (str(event["status"]) == "CANCELLED") is entry.off
        assert int(str(event["sequence"])) == entry.sequence
        assert event.decoded("dtstamp") == NOW
        title = seen(entry.title).strip()
        if "\r" not in title and len(title) <= TITLE_MOST:
            assert str(event["summary"]) == title


@given(texts)
def test_nothing_typed_becomes_a_line_of_the_file(text: str) -> None:
    hostile = f"{text}\r\nATTENDEE:mailto:x@example.org\nEND:VEVENT\r\nBEGIN:VALARM"
    calendar = Calendar.from_ical(write([DateEntry("1", hostile, day=date(2027, 1, 11), text=hostile)], NOW))
    (event,) = calendar.walk("VEVENT")
    assert "attendee" not in event
    assert not calendar.walk("VALARM")


def test_lines_are_folded_as_the_standard_says() -> None:
    file = write([DateEntry("1", "ä" * 150, day=date(2027, 1, 11))], NOW)
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    assert file.endswith(b"END:VCALENDAR\r\n")


def test_an_id_is_the_same_each_time_and_another_in_another_workspace() -> None:
    assert id_of("T1", "talk:1") == id_of("T1", "talk:1")
    assert len({id_of("T1", "talk:1"), id_of("T2", "talk:1"), id_of("T1", "talk:2")}) == 3


def test_whoever_follows_it_reads_its_name_and_when_to_look_again() -> None:
    lines = write([], NOW, "My dates", timedelta(hours=1)).split(b"\r\n")
    assert {b"X-WR-CALNAME:My dates", b"REFRESH-INTERVAL;VALUE=DURATION:PT1H", b"X-PUBLISHED-TTL:PT1H"} <= set(lines)

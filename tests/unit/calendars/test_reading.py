"""Reading in a program of its own: what it says is passed on, and it is ended when it takes too long."""

import os
from datetime import date
from pathlib import Path

import pytest

from bot.calendars import reading
from bot.calendars.reading import read_calendar
from bot.domain.school_calendar import CalendarDays, CalendarUnread, Unread
from tests.unit.calendars.files import HOSTILE, calendar, event, happening

FIRST, LAST = date(2027, 1, 1), date(2027, 7, 31)
GRACE = 30.0
"""How long a test waits for what is not about time, on a busy computer."""


async def read(data: bytes, patience: float = GRACE) -> list[CalendarDays]:
    return await read_calendar(data, FIRST, LAST, "Europe/Vienna", patience=patience)


async def refused(data: bytes, patience: float = GRACE) -> Unread:
    with pytest.raises(CalendarUnread) as caught:
        await read(data, patience)
    return caught.value.kind


async def test_a_file_becomes_days_with_names() -> None:
    found = await read(calendar(event("Día no lectivo", uid="x@y"), event("Inset", "20270301", "20270302")))
    assert found[0] == CalendarDays(date(2027, 2, 15), date(2027, 2, 19), "Día no lectivo", "x@y")
    assert [day.name for day in found] == ["Día no lectivo", "Inset"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", Unread.EMPTY),
        (b"<html>", Unread.PAGE),
        (b"Dear parents", Unread.BROKEN),
        (calendar(event("é")).decode().encode("latin-1"), Unread.ENCODING),
        (calendar(HOSTILE["no interval"]), Unread.ENDLESS),
        (b" " * 1_000_001, Unread.TOO_BIG),
    ],
)
async def test_why_it_was_not_read(data: bytes, kind: Unread) -> None:
    assert await refused(data) is kind


async def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    slow = tmp_path / "slow.py"
    slow.write_text(f"import os,time\nopen({str(note)!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)\n")
    monkeypatch.setattr(reading, "WORKER", slow)
    assert await refused(calendar(event()), patience=2.0) is Unread.ENDLESS
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


async def test_what_eats_all_memory_is_ended_and_takes_nobody_along() -> None:
    """Thousands of rules, each harmless: the limits of the system, or our patience, end it."""
    rules = (happening(";VALUE=DATE:20270101", "RRULE:FREQ=HOURLY").replace("UID:a", f"UID:{n}") for n in range(5_000))
    assert await refused(calendar(*rules), patience=3.0) is Unread.ENDLESS


async def test_a_fault_of_the_reader_is_a_file_that_could_not_be_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit(3)\n")
    monkeypatch.setattr(reading, "WORKER", broken)
    assert await refused(calendar(event())) is Unread.BROKEN


async def test_the_reader_knows_no_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spy = tmp_path / "spy.py"
    spy.write_text(
        "import json,os\n"
        "print(json.dumps({'rows': [['2027-01-01', '2027-01-01', name, ''] for name in sorted(os.environ)]}))\n"
    )
    monkeypatch.setattr(reading, "WORKER", spy)
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    assert not {day.name for day in await read(calendar())} & {"SLACK_BOT_TOKEN", "PATH", "HOME", "PYTHONPATH"}

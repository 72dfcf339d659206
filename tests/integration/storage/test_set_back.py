"""After a clock that was ahead is right again, nothing in the database waits for moments that were skipped."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select

from bot.domain.installation import FOREVER
from bot.domain.timekeeping import Leap, LeapCourse
from storage.queries.clocks import clock_books
from storage.tables.classes import (
    CareAlertRow,
    CareSettingRow,
    DigestRow,
    ErrandRow,
    FocusRow,
    OutboxRow,
    PaceRow,
    PresenceRow,
    Row,
    UtteranceRow,
    table,
)

NOW = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
WAITS: dict[str, Any] = {
    "workspace": "T1",
    "lane": "U1",
    "verb": "post",
    "notice": "help",
    "args": {},
    "reader": "U1",
    "created_at": NOW,
    "not_before": NOW,
    "state": "waiting",
    "attempts": 0,
}


def put(engine: Engine, row: type[Row], **values: Any) -> None:
    with engine.begin() as connection:
        connection.execute(table(row).insert(), {"workspace": "T1", **values})


def mended(engine: Engine, row: type[Row], column: str) -> Any:
    """What the one row of a table says when the clock has been set back to NOW."""
    with clock_books(engine)() as book:
        book.set_back(NOW)
    with engine.begin() as connection:
        return connection.execute(select(table(row).c[column])).scalar_one()


@pytest.mark.parametrize("ahead", [10 * MINUTE, 2 * HOUR, timedelta(days=400)])
@pytest.mark.parametrize("wait", [timedelta(0), 6 * timedelta(seconds=1), -timedelta(days=1), 3 * HOUR])
def test_what_was_queued_ahead_waits_no_longer_than_it_was_to(
    engine: Engine, ahead: timedelta, wait: timedelta
) -> None:
    put(engine, OutboxRow, **WAITS | {"created_at": NOW + ahead, "not_before": NOW + ahead + wait})
    assert mended(engine, OutboxRow, "not_before") == NOW + wait


LATER: list[dict[str, Any]] = [
    {"created_at": NOW - HOUR, "not_before": NOW + 5 * HOUR},  # prompts of a large school
    {"created_at": NOW - HOUR, "not_before": NOW + 9 * MINUTE, "attempts": 3},
    {"created_at": NOW + MINUTE, "not_before": NOW + 2 * MINUTE},  # another replica's clock
]


@pytest.mark.parametrize("row", LATER)
def test_what_a_right_clock_wrote_stays(engine: Engine, row: dict[str, Any]) -> None:
    put(engine, OutboxRow, **WAITS | row)
    assert mended(engine, OutboxRow, "not_before") == row["not_before"]


@pytest.mark.parametrize("tried", [{"attempts": 2}, {"error": "database_away"}])
def test_what_was_tried_is_tried_again(engine: Engine, tried: dict[str, Any]) -> None:
    put(engine, OutboxRow, **WAITS | tried | {"created_at": NOW - HOUR, "not_before": NOW + 2 * HOUR})
    assert mended(engine, OutboxRow, "not_before") == NOW


def test_a_lease_ends(engine: Engine) -> None:
    held = {"state": "claimed", "attempts": 1, "owner": "gone", "lease_until": NOW + 2 * HOUR}
    put(engine, OutboxRow, **WAITS | held)
    assert mended(engine, OutboxRow, "lease_until") <= NOW + 2 * MINUTE


@pytest.mark.parametrize(
    ("until", "rests_until"),
    [(NOW + 2 * HOUR, NOW), (FOREVER, FOREVER), (NOW + 10 * MINUTE, NOW + 10 * MINUTE)],
    ids=["skipped", "left", "limited"],
)
def test_a_rest_ends_but_not_that_of_a_school_that_left(engine: Engine, until: datetime, rests_until: datetime) -> None:
    put(engine, PaceRow, next_free_at=until)
    assert mended(engine, PaceRow, "next_free_at") == rests_until


def test_prompts_are_laid_out_from_now(engine: Engine) -> None:
    put(engine, PaceRow, next_free_at=NOW, asked_until=NOW + 2 * HOUR)
    assert mended(engine, PaceRow, "asked_until") is None


def test_a_refusal_of_charts_is_not_remembered_longer(engine: Engine) -> None:
    put(engine, PaceRow, next_free_at=NOW, charts_refused_at=NOW + 2 * HOUR)
    assert mended(engine, PaceRow, "charts_refused_at") == NOW


def test_errands_are_done(engine: Engine) -> None:
    put(engine, ErrandRow, kind="sync-roster", args={}, not_before=NOW + 2 * HOUR, attempts=0, done=False)
    assert mended(engine, ErrandRow, "not_before") == NOW


def an_alert(**values: Any) -> dict[str, Any]:
    return {
        "student": "U1",
        "language": "en",
        "of_another": False,
        "way": "at-once",
        "helpers": [],
        "nobody_left": False,
        "channel": "D1",
        "sources": [],
        "digests": [],
        "revision": 0,
        **values,
    }


@pytest.mark.parametrize("minutes", [None, 5, 600])
def test_the_next_contact_is_told_at_once_rather_than_late(engine: Engine, minutes: int | None) -> None:
    longest = timedelta(minutes=minutes or 60)
    if minutes is not None:
        setting = {"way": "at-once", "helpers": "", "emergency": "", "wait_minutes": minutes, "decided_by": "U9"}
        put(engine, CareSettingRow, **setting)
    put(engine, CareAlertRow, **an_alert(at=NOW - MINUTE, wake_at=NOW + longest + MINUTE))
    assert mended(engine, CareAlertRow, "wake_at") == NOW


def test_the_next_contact_is_not_told_too_early(engine: Engine) -> None:
    put(engine, CareAlertRow, **an_alert(at=NOW - MINUTE, wake_at=NOW + HOUR - MINUTE))
    assert mended(engine, CareAlertRow, "wake_at") == NOW + HOUR - MINUTE


def test_nothing_has_been_that_is_still_to_come(engine: Engine) -> None:
    put(engine, FocusRow, user="U1", about="check-in", ref=1, since=NOW + HOUR, in_reply=True)
    put(engine, CareAlertRow, **an_alert(at=NOW + HOUR))
    put(engine, PresenceRow, at=NOW + HOUR)
    written = {"user": "U1", "channel": "D1", "thread": "", "parts": {}, "before": {}, "deliveries": []}
    put(engine, UtteranceRow, **written, heard_at=NOW + HOUR, joinable=True)
    for row, column in ((FocusRow, "since"), (CareAlertRow, "at"), (PresenceRow, "at"), (UtteranceRow, "heard_at")):
        assert mended(engine, row, column) == NOW


def test_a_leap_is_written_down_and_confirmed(engine: Engine) -> None:
    leap = Leap("gray", -2 * HOUR, NOW)
    books = clock_books(engine)
    with books() as book:
        book.write(Leap("gray", HOUR, NOW - HOUR, LeapCourse.TAKEN, NOW - MINUTE))
        book.write(Leap("blue", HOUR, NOW - HOUR, LeapCourse.TAKEN, NOW - MINUTE))
        book.write(leap)
        assert book.leap_of("gray") == leap
        assert [found.computer for found in book.leaps()] == ["gray", "blue"]
        assert not book.confirm("blue")
        assert book.confirm("gray")
    with books() as book:
        found = book.leap_of("gray")
        assert found is not None
        assert found.confirmed


@pytest.mark.parametrize(
    ("ahead", "after"), [(timedelta(days=7), timedelta(days=7)), (timedelta(days=400), timedelta(0))]
)
def test_a_digest_waits_a_week_at_most(engine: Engine, ahead: timedelta, after: timedelta) -> None:
    put(engine, DigestRow, user="U1", how="weekly", day="MO", at=time(8), wake_at=NOW + ahead)
    assert mended(engine, DigestRow, "wake_at") == NOW + after

"""What a school's monitoring is told of what waits."""

from datetime import UTC, datetime, timedelta

from bot.domain.outbox import Backlog

NOW = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
NONE = timedelta()


def backlog(outbox_due: datetime | None = None, check_in_due: datetime | None = None) -> Backlog:
    return Backlog(3, outbox_due, check_in_due, dead_messages=0, dead_errands=0)


def test_the_oldest_message_and_the_oldest_check_in_wait_each_for_their_own_time() -> None:
    waiting = backlog(NOW - timedelta(minutes=5), NOW - timedelta(hours=2))
    assert (waiting.outbox_lag(NOW), waiting.due_lag(NOW)) == (timedelta(minutes=5), timedelta(hours=2))


def test_where_nothing_waits_nothing_is_late() -> None:
    assert (backlog().outbox_lag(NOW), backlog().due_lag(NOW)) == (NONE, NONE)


def test_what_lies_ahead_by_a_slower_clock_is_not_late() -> None:
    ahead = backlog(NOW + timedelta(seconds=1), NOW + timedelta(seconds=1))
    assert (ahead.outbox_lag(NOW), ahead.due_lag(NOW)) == (NONE, NONE)

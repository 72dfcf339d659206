"""By whose time Accord goes where a computer's clock leaps."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.timekeeping import HOLDS, LONGEST_AWAY, ClockVerdict, at_the_start, judge

NOW = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
SOON = timedelta(minutes=1)
LEAPS = [timedelta(hours=2), timedelta(days=400), -timedelta(hours=2), -timedelta(days=20_000)]


@pytest.mark.parametrize("leap", LEAPS)
class TestLeap:
    def test_slack_says_the_new_time_is_right(self, leap: timedelta) -> None:
        assert judge(NOW + leap, NOW, NOW + leap + SOON, timedelta(0), confirmed=False) is ClockVerdict.TAKE

    def test_slack_says_our_count_is_right(self, leap: timedelta) -> None:
        assert judge(NOW + leap, NOW, NOW - SOON, 100 * HOLDS, confirmed=False) is ClockVerdict.KEEP

    def test_slack_says_nothing(self, leap: timedelta) -> None:
        assert judge(NOW + leap, NOW, None, HOLDS - SOON, confirmed=False) is ClockVerdict.WAIT
        assert judge(NOW + leap, NOW, None, HOLDS, confirmed=False) is ClockVerdict.TAKE

    def test_slack_says_a_third_time(self, leap: timedelta) -> None:
        third = NOW + leap / 2
        assert judge(NOW + leap, NOW, third, HOLDS - SOON, confirmed=False) is ClockVerdict.WAIT

    def test_whoever_runs_it_says_that_it_is_right(self, leap: timedelta) -> None:
        assert judge(NOW + leap, NOW, NOW, timedelta(0), confirmed=True) is ClockVerdict.TAKE


@pytest.mark.parametrize("away", [timedelta(0), timedelta(days=3), timedelta(weeks=7), timedelta(days=400)])
def test_a_program_that_was_down_believes_a_computer_that_slack_agrees_with(away: timedelta) -> None:
    assert at_the_start(NOW, NOW - away, NOW + SOON) == NOW


def test_the_first_start_of_all() -> None:
    assert at_the_start(NOW, None, None) == NOW
    assert at_the_start(NOW - timedelta(days=9), None, NOW) == NOW


@pytest.mark.parametrize("leap", LEAPS)
@pytest.mark.parametrize("away", [timedelta(minutes=1), timedelta(weeks=7)])
def test_slack_is_believed_at_the_start_rather_than_the_computer(leap: timedelta, away: timedelta) -> None:
    assert at_the_start(NOW + leap, NOW - away, NOW) == NOW


def test_a_server_whose_time_can_not_be_is_not_believed() -> None:
    for theirs in (NOW - timedelta(days=9000), NOW + timedelta(days=9000)):
        assert at_the_start(NOW, NOW - timedelta(days=2), theirs) == NOW


def test_without_a_word_from_slack_holidays_are_believed_and_years_are_not() -> None:
    assert at_the_start(NOW, NOW - LONGEST_AWAY, None) == NOW
    long_ago = NOW - LONGEST_AWAY - timedelta(days=1)
    assert at_the_start(NOW, long_ago, None) == long_ago


def test_without_a_word_from_slack_nothing_begins_before_what_was() -> None:
    assert at_the_start(NOW - timedelta(hours=2), NOW, None) == NOW

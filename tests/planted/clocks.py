"""Planted where clocks leap, and where somebody writes without end."""

from collections.abc import Iterator
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from bot.jobs.ticker import Ticker
from bot.jobs.time_watch import TimeWatch
from bot.outbox.pacing import Pacing
from bot.steady_clock import SteadyClock
from handlers import router
from handlers.router import Flood
from storage.queries import clocks
from tests.planted.plants import plant

TRUE = "what_is_written_says_the_true_time"
SET_BACK = "tests/integration/storage/test_set_back.py"


@plant("The computer's clock is believed, however far it leaps.", TRUE, processes=1)
def leaps_believed() -> Iterator[None]:
    with patch.object(SteadyClock, "now", SteadyClock.wall):
        yield


@plant("A new time is taken at once, without a word from Slack.", TRUE, processes=1)
def leaps_taken_at_once() -> Iterator[None]:
    async def follows(self: TimeWatch) -> None:
        self._clock.follow()

    with patch.object(TimeWatch, "look", follows):
        yield


@plant("A pace keeps its moments when the clock goes back.", test="tests/unit/delivery/test_set_back.py")
def pace_left_behind() -> Iterator[None]:
    with patch.object(Pacing, "_set_back", lambda self, by: None):
        yield


@plant("The database keeps its moments when the clock goes back.", test=SET_BACK)
def rows_left_behind() -> Iterator[None]:
    def nothing(connection: Any, now: datetime) -> None:
        """Leave it."""

    with patch.object(clocks, "set_back", nothing):
        yield


@plant(
    "The scheduler waits for the old time.",
    test="tests/integration/scheduling/test_ticker.py::test_a_clock_that_was_set_back_holds_no_job_up",
)
def ticks_left_behind() -> Iterator[None]:
    with patch.object(Ticker, "clock_was_set", lambda self: None):
        yield


@plant("What is over the rate is not looked at for somebody who is not well.", test="tests/unit/handlers/test_flood.py")
def floods_unread() -> Iterator[None]:
    with patch.object(router, "distress", SimpleNamespace(look=lambda words: None)):
        yield


@plant(
    "Everything that somebody writes without end is heard.",
    test="tests/unit/handlers/test_flood.py::test_what_comes_again_is_judged_as_before",
)
def floods_heard() -> Iterator[None]:
    with patch.object(Flood, "over", lambda self, said: None):
        yield

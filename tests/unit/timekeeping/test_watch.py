"""The watch notices a leap, says so once, and the program's clock goes by the rule."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot import metrics
from bot.domain.timekeeping import HOLDS, Leap, LeapCourse
from bot.jobs.time_watch import TimeWatch
from bot.runner import Inline
from bot.steady_clock import SteadyClock

START = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
BACK, YEAR = -timedelta(hours=2), timedelta(days=400)
EITHER = pytest.mark.parametrize("leap", [BACK, YEAR])
ALMOST = HOLDS.total_seconds() - 60


class Computer:
    """Its clock can be set; seconds are counted all the same. Slack says the time where it does."""

    def __init__(self) -> None:
        self.counted = 5000.0
        self.wrong_by = timedelta(0)
        self.slack_speaks = True
        self.asked = 0

    @property
    def true(self) -> datetime:
        return START + timedelta(seconds=self.counted - 5000)

    def now(self) -> datetime:
        return self.true + self.wrong_by

    def seconds(self) -> float:
        return self.counted

    async def theirs(self) -> datetime | None:
        self.asked += 1
        return self.true if self.slack_speaks else None


class Book:
    """One computer's page. `mended` holds the instants to which the database was set back."""

    def __init__(self) -> None:
        self.seen: datetime | None = None
        self.leap: Leap | None = None
        self.mended: list[datetime] = []
        self.away = False

    def last_seen(self) -> datetime | None:
        return self.seen

    def leap_of(self, computer: str) -> Leap | None:
        return self.leap

    def write(self, leap: Leap) -> None:
        self.leap = leap

    def set_back(self, now: datetime) -> None:
        if self.away:
            raise ConnectionError
        self.mended.append(now)

    @contextmanager
    def __call__(self) -> Iterator["Book"]:
        yield self


class Watched:
    """A watch with all around it."""

    def __init__(self) -> None:
        self.computer, self.book = Computer(), Book()
        self.sets = 0
        self.back: list[timedelta] = []
        self.restart()

    def restart(self) -> None:
        """The program, begun anew on the same computer and database."""
        self.clock = SteadyClock(self.computer, self.computer.seconds)
        self.watch = TimeWatch(
            self.clock, self.computer.theirs, self.book, Inline(), "gray", self._was_set, self._went_back
        )

    def _was_set(self) -> None:
        self.sets += 1

    async def _went_back(self, by: timedelta) -> None:
        self.back.append(by)

    async def passes(self, seconds: float) -> None:
        """Time passes, with a look now and then."""
        end = self.computer.counted + seconds
        while self.computer.counted < end:
            self.computer.counted = min(end, self.computer.counted + 30)
            await self.watch.look()

    @property
    def is_right(self) -> bool:
        return abs(self.clock.now() - self.computer.true) < timedelta(seconds=1)

    @property
    def course(self) -> LeapCourse | None:
        return self.book.leap.course if self.book.leap else None


@pytest.fixture
async def watched() -> Watched:
    made = Watched()
    await made.watch.begin()
    return made


async def test_a_clock_that_goes_on_is_followed_without_a_word(watched: Watched) -> None:
    with capture_logs() as logs:
        await watched.passes(86_400)
        watched.computer.wrong_by = timedelta(seconds=40)
        assert watched.clock.now() == watched.computer.now()
        await watched.passes(600)
    assert watched.clock.now() == watched.computer.now()
    assert logs == []
    assert (watched.sets, watched.book.leap) == (0, None)


@EITHER
async def test_nobody_sees_a_leap_before_it_is_looked_at(watched: Watched, leap: timedelta) -> None:
    watched.computer.wrong_by = leap
    assert watched.is_right


@EITHER
async def test_it_is_said_once_with_a_remedy(watched: Watched, leap: timedelta) -> None:
    direction = "forward" if leap > timedelta(0) else "back"
    before = metrics.CLOCK_LEAPS.labels(direction)._value.get()
    watched.computer.wrong_by = leap
    with capture_logs() as logs:
        await watched.passes(600)
    (line,) = logs
    assert (line["action"], line["computer"]) == ("clock.leapt", "gray")
    assert line["ahead_seconds"] == leap.total_seconds()
    assert line["remedy"]
    assert metrics.CLOCK_LEAPS.labels(direction)._value.get() == before + 1
    assert metrics.CLOCK_AHEAD._value.get() == pytest.approx(leap.total_seconds(), abs=1)
    assert watched.sets == 1


@EITHER
async def test_while_slack_says_that_we_are_right_it_is_never_believed(watched: Watched, leap: timedelta) -> None:
    watched.computer.wrong_by = leap
    await watched.passes(10 * HOLDS.total_seconds())
    assert watched.is_right
    assert watched.course is LeapCourse.DOUBTED
    watched.computer.slack_speaks = False
    await watched.passes(ALMOST)
    assert watched.is_right


@EITHER
async def test_slack_is_not_asked_at_every_look(watched: Watched, leap: timedelta) -> None:
    watched.computer.wrong_by = leap
    await watched.passes(600)
    assert watched.computer.asked <= 12


@EITHER
async def test_where_slack_is_silent_the_new_time_has_to_hold(watched: Watched, leap: timedelta) -> None:
    watched.computer.slack_speaks = False
    watched.computer.wrong_by = leap
    await watched.passes(ALMOST)
    assert watched.is_right
    await watched.passes(120)
    assert watched.clock.now() == watched.computer.now()
    assert watched.course is LeapCourse.TAKEN
    assert (len(watched.book.mended), len(watched.back)) == ((1, 1) if leap < timedelta(0) else (0, 0))


@EITHER
async def test_hours_in_which_nobody_looked_hold_nothing(watched: Watched, leap: timedelta) -> None:
    """As after a lid was closed: the network is not back yet, so that Slack does not say the time."""
    watched.computer.wrong_by = leap
    await watched.passes(600)
    watched.computer.slack_speaks = False
    for _ in range(3):
        watched.computer.counted += 2 * HOLDS.total_seconds()
        await watched.passes(600)
        assert watched.is_right
    await watched.passes(HOLDS.total_seconds())
    assert watched.course is LeapCourse.TAKEN


async def test_a_clock_that_leaps_again_has_to_hold_anew(watched: Watched) -> None:
    watched.computer.slack_speaks = False
    for hours in (1, 5, 9):
        watched.computer.wrong_by = timedelta(hours=hours)
        await watched.passes(ALMOST)
        assert watched.is_right


@EITHER
async def test_a_clock_that_comes_back_is_followed_again(watched: Watched, leap: timedelta) -> None:
    watched.computer.wrong_by = leap
    await watched.passes(600)
    watched.computer.wrong_by = timedelta(seconds=-30)
    with capture_logs() as logs:
        await watched.passes(60)
    assert watched.clock.now() == watched.computer.now()
    assert [line["action"] for line in logs] == ["clock.righted"]
    assert watched.course is LeapCourse.RIGHTED
    assert watched.book.mended == []
    assert metrics.CLOCK_AHEAD._value.get() == 0


@EITHER
async def test_what_is_confirmed_is_taken_at_once(watched: Watched, leap: timedelta) -> None:
    watched.computer.wrong_by = leap
    await watched.passes(60)
    assert watched.book.leap is not None
    watched.book.leap = replace(watched.book.leap, confirmed=True)
    await watched.passes(30)
    assert watched.clock.now() == watched.computer.now()
    assert watched.course is LeapCourse.TAKEN


async def test_a_wrong_clock_that_is_set_right_is_believed_as_soon_as_slack_agrees(watched: Watched) -> None:
    computer = watched.computer
    computer.slack_speaks = False
    computer.wrong_by = timedelta(hours=3)
    await watched.passes(2 * HOLDS.total_seconds())
    assert watched.clock.now() == computer.now()
    computer.slack_speaks, computer.wrong_by = True, timedelta(0)
    await watched.passes(30)
    assert watched.is_right
    assert len(watched.book.mended) == 1
    assert [round(by.total_seconds() / 60) for by in watched.back] == [180]


async def test_what_could_not_be_mended_is_mended_later(watched: Watched) -> None:
    watched.computer.slack_speaks = False
    watched.computer.wrong_by = BACK
    watched.book.away = True
    with pytest.raises(ConnectionError):
        await watched.passes(2 * HOLDS.total_seconds())
    watched.book.away = False
    await watched.passes(30)
    assert len(watched.book.mended) == 1


SEEN: dict[str, Callable[[], datetime | None]] = {
    "a moment ago": lambda: START,
    "before the holidays": lambda: START - timedelta(weeks=7),
    "years ago": lambda: START - timedelta(days=900),
    "never": lambda: None,
}


@pytest.mark.parametrize("seen", SEEN)
async def test_a_program_that_was_down_begins_as_if_nothing_were(seen: str) -> None:
    watched = Watched()
    watched.book.seen = SEEN[seen]()
    with capture_logs() as logs:
        await watched.watch.begin()
        await watched.passes(60)
    assert watched.is_right
    assert (logs, watched.book.leap, watched.book.mended) == ([], None, [])


@EITHER
@pytest.mark.parametrize("seen", SEEN)
async def test_a_program_that_begins_with_a_wrong_clock_goes_by_slacks(leap: timedelta, seen: str) -> None:
    watched = Watched()
    watched.book.seen = SEEN[seen]()
    watched.computer.wrong_by = leap
    watched.restart()
    await watched.watch.begin()
    await watched.passes(3 * HOLDS.total_seconds())
    assert watched.is_right
    assert watched.course is LeapCourse.DOUBTED


async def test_a_program_that_begins_after_a_wrong_clock_was_set_right_mends_what_it_wrote() -> None:
    watched = Watched()
    watched.book.seen = START + timedelta(hours=5)
    await watched.watch.begin()
    assert watched.is_right
    assert watched.book.mended == [watched.clock.now()]
    assert len(watched.back) == 1


async def test_a_computer_that_slept_has_not_leapt(watched: Watched) -> None:
    watched.computer.counted += 9 * 3600
    with capture_logs() as logs:
        await watched.watch.look()
    assert (logs, watched.is_right) == ([], True)


async def test_what_was_confirmed_stays_so_after_a_restart(watched: Watched) -> None:
    watched.computer.wrong_by = BACK
    await watched.passes(60)
    assert watched.book.leap is not None
    watched.book.leap = replace(watched.book.leap, confirmed=True)
    watched.book.seen = watched.computer.true
    watched.restart()
    await watched.watch.begin()
    assert watched.clock.now() == watched.computer.now()

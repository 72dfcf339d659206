"""Where the clock goes back, what counts by it goes along: nobody waits for the old time."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.activities.hearing.listening import SPACING
from bot.domain.outbox import Delivery, Errand, ErrandKind, Verb
from bot.domain.spreading import MINUTE
from bot.jobs.hearing_back import Queue
from bot.outbox.pacing import METHODS, Pacing

START = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
BACK = timedelta(hours=2)
SECOND = timedelta(seconds=1)


def a_post(number: int) -> Delivery:
    return Delivery("T1", f"U{number}", Verb.POST, "help", {}, "U1", START, START)


def sent_in(pacing: Pacing, begin: datetime, seconds: int) -> int:
    """How many posts leave, where one more wants to each tenth of a second."""
    sent = 0
    for tenth in range(seconds * 10):
        pacing.begin(begin + tenth * SECOND / 10)
        sent += pacing.admits(a_post(tenth))
    return sent


@pytest.mark.parametrize("back", [SECOND, timedelta(minutes=1), BACK, timedelta(days=400)])
def test_a_clock_set_back_neither_holds_up_nor_hurries(back: timedelta) -> None:
    steady, set_back = Pacing(), Pacing()
    for pacing in (steady, set_back):
        sent_in(pacing, START, 60)
    after = START + timedelta(seconds=60)
    assert sent_in(set_back, after - back, 120) == sent_in(steady, after, 120)


def test_no_more_than_a_minutes_worth_leaves_across_the_step() -> None:
    pacing = Pacing()
    most = METHODS[Verb.POST].a_minute
    assert most is not None
    before = sent_in(pacing, START, 30)
    assert before + sent_in(pacing, START + timedelta(seconds=30) - BACK, 30) <= most


def test_who_was_refused_is_free_as_soon_as_without_the_step() -> None:
    pacing = Pacing()
    sent_in(pacing, START, 60)
    free = pacing.next_free()
    assert free is not None
    assert pacing.resting("T1")[0]
    now = START + timedelta(seconds=60)
    pacing.begin(now - BACK)
    moved = pacing.next_free()
    assert moved is None or moved - (now - BACK) <= MINUTE
    pacing.begin(now - BACK + MINUTE)
    assert not pacing.resting("T1")[0]


def test_those_who_look_back_keep_their_turns() -> None:
    queue = Queue()
    first, second = (Errand("T1", ErrandKind.HEAR_BACK, {}, START, id=number) for number in (1, 2))
    wait = queue.limited(first, START, SPACING)
    assert queue.wait(second, START - BACK) <= 2 * SPACING
    assert queue.wait(first, START - BACK + wait) == timedelta(0)

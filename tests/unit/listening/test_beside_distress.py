"""Somebody who is not well, and answers another question in its thread: that answer is heard, and nothing else."""

from datetime import timedelta

import pytest

from bot.activities.care import presses
from bot.activities.hearing import listening
from bot.activities.hearing.listening import DirectMessage
from tests.unit.care.scenes import ITO, POE, an_hour_later, decided, posts, takes, writes
from tests.unit.checking_in.steps import replies
from tests.unit.listening.two_classes import TwoClasses
from tests.unit.proposing.talk import Talk
from tests.world import World


def hears(world: World, text: str, *, at: float) -> None:
    """What the student wrote so many seconds after the class began comes in now."""
    ts = f"{(world.now + timedelta(seconds=at)).timestamp():.6f}"
    words = DirectMessage("D1", text, ts, f"said:D1:{ts}")
    world.do(listening.hear, world.student, words, greets=lambda _: False)


def test_what_is_typed_under_another_question_is_an_answer_to_that(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    prompt = both.is_sent("check-in-due", check_in=both.of(both.history_contract).id)
    both.says("i want to die")
    both.says("7 pages")
    assert both.value(both.history_contract) is None
    both.says("7 pages", thread=prompt)
    assert both.value(both.history_contract) == 7
    assert not replies(world, both.of(both.english_contract).id)


@pytest.mark.parametrize("at", [4, 15])
def test_a_part_of_the_same_message_takes_no_help_away(world: World, at: float) -> None:
    """Written seconds before or after, under the same question, and coming in after it."""
    decided(world)
    both = TwoClasses(world)
    both.asked()
    prompt = both.is_sent("check-in-due", check_in=both.of(both.history_contract).id)
    for text, written in (("my dad hits me", 10), ("two pages, and it was hard", at)):
        ts = f"{(world.now + timedelta(seconds=written)).timestamp():.6f}"
        words = DirectMessage("D1", text, ts, f"said:D1:{ts}", thread=prompt)
        world.do(listening.hear, world.student, words, greets=lambda _: False)
    assert posts(world, "USTUDENT")[-2:] == ["care-answer", "care-still"]
    assert both.words(both.history_contract) == []


def test_a_thread_of_nothing_that_was_asked_is_none(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    both.says("i want to die")
    both.says("7 pages", thread="1.1")
    assert both.value(both.history_contract) is None


def test_what_was_written_before_and_comes_in_after_it_is_asked_again(world: World) -> None:
    """After an outage, which brings it in any order. Nothing is asked of somebody at that moment; and nothing is lost
    without a word."""
    decided(world)
    talk = Talk(world).begin()
    question, asked = talk.now_asked(), talk.interview().asked
    hears(world, "i want to die", at=30)
    hears(world, "I have good ideas", at=10)
    hears(world, "All my sentences start the same", at=20)
    assert posts(world, "USTUDENT")[-2:] == ["care-answer", "care-still"]
    assert talk.interview().asked == asked
    world.do(presses.go_on, world.student, 1)
    assert talk.now_asked() == question


def test_nobody_is_told_anew_once_something_else_was_meant(world: World) -> None:
    decided(world)
    writes(world)
    takes(world, ITO)
    world.do(presses.meant_else, world.student, 1)
    an_hour_later(world)
    assert posts(world, ITO) == ["care-alerted", "care-update"]
    assert posts(world, POE) == []


def test_one_person_is_told_even_then_where_slack_refuses_the_first(world: World) -> None:
    decided(world)
    writes(world)
    world.do(presses.meant_else, world.student, 1)
    takes(world, ITO, error="user_disabled")
    assert posts(world, POE) == ["care-alerted"]

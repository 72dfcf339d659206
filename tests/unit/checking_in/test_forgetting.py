"""A message that its student deletes leaves the answer; and so does its number, unless it was called right."""

import json
from datetime import timedelta

import pytest

from bot.activities.checking_in import answering, prompting, taking_back
from bot.domain.check_ins import CheckInState
from tests.unit.checking_in.answers import end, say, two_targets, value
from tests.unit.checking_in.steps import asked, at, check_ins, posts, rendered, replies
from tests.world import World


def offers_the_form(world: World) -> bool:
    """Whether what the student is told after deleting has the button that opens the form."""
    told = [m for d, m in world.render_all() if d.notice == "words-taken-back" and m is not None]
    return "checking_in.log" in json.dumps(told[-1].blocks)


def test_deleted_words_leave_the_answer_and_the_teachers_card(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7 of 10, the lists helped")
    say(world, check_in, "something about my friend", "200.1")
    assert "my friend" in rendered(world)["class-check-ins"][0]
    assert world.do(taking_back.forget, world.student, "200.1")
    assert replies(world, check_in)[0].typed == {"1.1": "7 of 10, the lists helped"}
    assert "my friend" not in rendered(world)["class-check-ins"][0]
    assert posts(world, "USTUDENT")[-1] == "words-taken-back"


@pytest.mark.parametrize("text", ["7", "about half of them"])
def test_a_number_that_nobody_called_right_goes_with_its_words(world: World, text: str) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, text)
    assert world.do(taking_back.forget, world.student, "1.1")
    reply = replies(world, check_in)[0]
    assert (reply.value, reply.waiting, reply.typed) == (None, None, {})
    world.render_all()


def test_an_earlier_number_is_not_taken_with_later_words(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    say(world, check_in, "my friend helped", "200.1")
    assert world.do(taking_back.forget, world.student, "200.1")
    assert value(world, check_in) == 7


def test_a_number_that_was_called_right_stays(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    world.do(answering.confirm, world.student, check_in)
    assert world.do(taking_back.forget, world.student, "1.1")
    assert value(world, check_in) == 7
    assert not replies(world, check_in)[0].typed
    assert "checking_in.log" in rendered(world)["words-taken-back"][0]
    assert not world.do(taking_back.forget, world.student, "1.1")


def test_nobody_takes_back_what_somebody_else_said_or_what_has_ended(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    say(world, check_in, "7")
    assert not world.do(taking_back.forget, world.classmate, "1.1")
    assert not world.do(taking_back.forget, world.teacher, "1.1")
    end(world, contract)
    assert not world.do(taking_back.forget, world.student, "1.1")
    assert replies(world, check_in)[0].typed == {"1.1": "7"}


def test_with_nothing_left_of_the_answer_the_check_in_is_open_again(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    before = check_ins(world, contract)
    say(world, check_in, "7 of 10")
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.ANSWERED, CheckInState.PLANNED]
    assert world.do(taking_back.forget, world.student, "1.1")
    (one,) = check_ins(world, contract)
    assert (one.state, one.wake_at, one.answered_at) == (CheckInState.PROMPTED, before[0].wake_at, None)
    assert offers_the_form(world)
    say(world, check_in, "6 of 10", "200.1")
    assert value(world, check_in) == 6
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.ANSWERED, CheckInState.PLANNED]


def test_the_reminder_and_the_miss_follow_as_if_nothing_had_been_said(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    say(world, check_in, "7 of 10")
    world.do(taking_back.forget, world.student, "1.1")
    for _ in range(2):
        wake_at = check_ins(world, contract)[0].wake_at
        assert wake_at is not None
        at(world, wake_at)
    assert "check-in-reminder" in posts(world, "USTUDENT")
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.MISSED, CheckInState.PLANNED]
    say(world, check_in, "late, 5 of 10", "300.1")
    world.do(taking_back.forget, world.student, "300.1")
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.MISSED, CheckInState.PLANNED]


def test_an_answer_with_something_left_stays(world: World) -> None:
    contract = world.agree(**two_targets())
    check_in = asked(world, contract)
    say(world, check_in, "the lists helped")
    say(world, check_in, "30 pages", "200.1")
    world.do(taking_back.forget, world.student, "1.1")
    assert check_ins(world, contract)[0].state is CheckInState.ANSWERED
    world.do(taking_back.forget, world.student, "200.1")
    assert check_ins(world, contract)[0].state is CheckInState.PROMPTED


def test_not_yet_is_an_answer_that_deleted_words_leave(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    world.do(answering.not_yet, world.student, check_in)
    say(world, check_in, "a hard week", "200.1")
    world.do(taking_back.forget, world.student, "200.1")
    assert check_ins(world, contract)[0].state is CheckInState.ANSWERED


def test_once_the_next_one_is_near_it_is_left_out(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    say(world, check_in, "7 of 10")
    planned = check_ins(world, contract)[1]
    world.now = planned.due_at - timedelta(hours=1)
    world.do(taking_back.forget, world.student, "1.1")
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.EXCUSED, CheckInState.PLANNED]
    assert check_ins(world, contract)[1] == planned
    assert offers_the_form(world)


def test_once_the_next_one_is_asked_that_one_waits(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    say(world, check_in, "7 of 10")
    at(world, check_ins(world, contract)[1].due_at)
    world.do(taking_back.forget, world.student, "1.1")
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.EXCUSED, CheckInState.PROMPTED]


def test_what_nobody_asked_for_is_not_asked_for_then(world: World) -> None:
    contract = world.agree()
    (first,) = check_ins(world, contract)
    world.do(prompting.leave_out, world.student, first.id)
    say(world, first.id, "I read a lot all the same")
    world.do(taking_back.forget, world.student, "1.1")
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.EXCUSED, CheckInState.PLANNED]

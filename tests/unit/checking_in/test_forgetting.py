"""A message that its student deletes leaves the answer; and so does its number, unless it was called right."""

import pytest

from bot.services import checking_in
from tests.unit.checking_in.answers import end, say, value
from tests.unit.checking_in.steps import asked, posts, rendered, replies
from tests.world import World


def test_deleted_words_leave_the_answer_and_the_teachers_card(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7 of 10, the lists helped")
    say(world, check_in, "something about my friend", "200.1")
    assert "my friend" in rendered(world)["reply-shared"][0]
    assert world.do(checking_in.forget, world.student, "200.1")
    assert replies(world, check_in)[0].typed == {"1.1": "7 of 10, the lists helped"}
    assert "my friend" not in rendered(world)["reply-shared"][0]
    assert posts(world, "USTUDENT")[-1] == "words-taken-back"


@pytest.mark.parametrize("text", ["7", "about half of them"])
def test_a_number_that_nobody_called_right_goes_with_its_words(world: World, text: str) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, text)
    assert world.do(checking_in.forget, world.student, "1.1")
    reply = replies(world, check_in)[0]
    assert (reply.value, reply.waiting, reply.typed) == (None, None, {})
    rendered(world)


def test_an_earlier_number_is_not_taken_with_later_words(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    say(world, check_in, "my friend helped", "200.1")
    assert world.do(checking_in.forget, world.student, "200.1")
    assert value(world, check_in) == 7


def test_a_number_that_was_called_right_stays(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    world.do(checking_in.confirm, world.student, check_in)
    assert world.do(checking_in.forget, world.student, "1.1")
    assert value(world, check_in) == 7
    assert not replies(world, check_in)[0].typed
    assert "checking_in.log" in rendered(world)["words-taken-back"][0]
    assert not world.do(checking_in.forget, world.student, "1.1")


def test_nobody_takes_back_what_somebody_else_said_or_what_has_ended(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    say(world, check_in, "7")
    assert not world.do(checking_in.forget, world.classmate, "1.1")
    assert not world.do(checking_in.forget, world.teacher, "1.1")
    end(world, contract)
    assert not world.do(checking_in.forget, world.student, "1.1")
    assert replies(world, check_in)[0].typed == {"1.1": "7"}

"""Buttons of earlier questions, pressed twice, or never offered."""

import pytest

from bot.activities.proposing import interviewing
from bot.activities.proposing.messages import InterviewQuestion
from bot.domain.actor import Actor, Refusal
from bot.messages.briefs import NothingToSay, brief_for
from tests.unit.proposing.talk import TYPED, Talk, proposed_by
from tests.world import World


def test_an_old_button_says_where_one_is_and_changes_nothing(world: World) -> None:
    talk = Talk(world).begin()
    for text in TYPED[:6]:
        talk.say(text)
    before = talk.interview()
    for use_case, choice in (
        (interviewing.back, ()),
        (interviewing.skip, ()),
        (interviewing.keep, ()),
        (interviewing.later, ()),
        (interviewing.show_help, ()),
        (interviewing.choose, ("video",)),
        (interviewing.edit, ("hardest",)),
        (interviewing.submit, ("",)),
    ):
        talk.press(use_case, *choice, asked=2)
        assert (talk.now_asked(), talk.notice().remark) == ("supports", "answered-already")
    assert talk.interview() == before


def test_a_double_press_counts_once(world: World) -> None:
    talk = Talk(world).begin()
    for text in TYPED[:6]:
        talk.say(text)
    count = talk.interview().asked
    talk.press(interviewing.skip, asked=count)
    talk.press(interviewing.skip, asked=count)
    assert (talk.now_asked(), talk.notice().remark) == ("1.criterion", "answered-already")


def test_signing_twice_sends_one_proposal(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    seal, count = talk.question().seal, talk.interview().asked
    talk.press(interviewing.submit, seal, asked=count)
    with pytest.raises(Refusal, match="proposal-sent"):
        talk.press(interviewing.submit, seal, asked=count)
    assert world.kinds(world.teacher.user).count("proposal-card") == 1


def test_what_is_not_on_offer_is_refused_with_the_question(world: World) -> None:
    talk = Talk(world).begin()
    talk.choose("video")
    assert (talk.now_asked(), talk.notice().remark) == ("hardest", "not-asked-now")
    talk.press(interviewing.edit, "9.nothing")
    assert (talk.now_asked(), talk.notice().remark) == ("hardest", "not-asked-now")
    talk.press(interviewing.back)
    assert talk.notice().remark == "nothing-before"


def test_nobody_signs_what_is_not_finished(world: World) -> None:
    talk = Talk(world).begin()
    talk.press(interviewing.submit, "x")
    assert (talk.now_asked(), talk.notice().remark) == ("hardest", "not-finished")


def test_nobody_signs_what_they_did_not_see(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    talk.press(interviewing.submit, "0123456789abcdef")
    assert (talk.now_asked(), talk.notice().remark) == ("", "summary-changed")
    talk.submit()
    assert proposed_by(world).targets


@pytest.mark.parametrize("who", ["classmate", "teacher", "stranger"])
def test_an_interview_is_its_students_alone(world: World, who: str) -> None:
    talk = Talk(world).begin()
    other: Actor = getattr(world, who)
    ident = talk.interview().id
    with pytest.raises(Refusal, match="no-such-contract"):
        world.do(interviewing.hear, other, ident, "mine", "1.1")
    with pytest.raises(Refusal, match="no-such-contract"):
        world.do(interviewing.skip, other, ident, 1)
    with pytest.raises(Refusal, match="no-such-contract"):
        world.do(interviewing.resume, other, ident + 1)


def test_a_question_that_was_answered_meanwhile_is_not_said(world: World) -> None:
    talk = Talk(world).begin()
    talk.say("Starting")
    first = InterviewQuestion(talk.interview().id, 1)
    with world.uow() as uow, pytest.raises(NothingToSay):
        brief_for(uow, first, world.student.user)

"""Questions to Accord are answered where they are asked; what was asked before stays open."""

from dataclasses import replace

import pytest

from bot.activities.hearing import listening
from bot.activities.hearing.listening import DirectMessage
from bot.activities.hearing.messages import ExplainedBrief
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Contract, Status
from bot.language.hearing import Kind
from bot.messages.briefs import brief_for
from tests.rows import newest_row
from tests.unit.checking_in.steps import at, check_ins, replies
from tests.unit.listening.two_classes import TwoClasses
from tests.world import World

TOPICS = {
    "can my mum see this?": "who-reads",
    "what does my teacher see?": "what-teacher-sees",
    "what happens next?": "what-next",
    "how do i change my target?": "change-or-end",
    "what is my number now?": "how-am-i-doing",
    "are you a real person?": "are-you-human",
    "why do you ask?": "why",
    "what do you mean?": "what-do-you-mean",
    "when is the next check-in?": "when-is-it",
    "is youtube allowed?": "other",
}


def says(world: World, text: str, ts: str = "50.000100") -> Kind | None:
    words = DirectMessage("D1", text, ts, f"said:D1:{ts}")
    return world.do(listening.hear, world.student, words, greets=lambda _: False)


def prompted(world: World) -> Contract:
    contract = world.agree()
    (first,) = check_ins(world, contract)
    assert first.wake_at is not None
    at(world, first.wake_at)
    return contract


def explained(world: World) -> ExplainedBrief:
    """What the newest answer is made of."""
    from bot.messages.registry import notice_of

    newest = [d for d in world.deliveries() if d.notice == "explained"][-1]
    with world.uow() as uow:
        brief: ExplainedBrief = brief_for(uow, notice_of(newest.notice, newest.args), newest.reader)
    return brief


@pytest.mark.parametrize(("text", "topic"), [t for t in TOPICS.items() if t[0] != "what do you mean?"])
def test_a_question_at_a_check_in_is_answered_and_the_check_in_stays_open(world: World, text: str, topic: str) -> None:
    contract = prompted(world)
    assert says(world, text) is Kind.QUESTION
    notice, args = world.said(world.student.user)[-1]
    assert (notice, args["topic"], args["waits"]) == ("explained", topic, "check-in")
    assert check_ins(world, contract)[-1].state is CheckInState.PROMPTED
    assert "class-check-ins" not in world.kinds(world.teacher.user)
    assert text not in str(args)
    world.render_all()


@pytest.mark.parametrize("text", TOPICS)
@pytest.mark.parametrize("stage", [None, Status.PROPOSED, Status.ACTIVE])
def test_whatever_stands_each_question_has_an_answer(world: World, text: str, stage: Status | None) -> None:
    if stage is Status.PROPOSED:
        world.proposed()
    if stage is Status.ACTIVE:
        world.agree()
    says(world, text)
    assert world.kinds(world.student.user)[-1] in ("explained", "help")
    world.render_all()


def test_her_own_numbers_are_what_she_is_told(world: World) -> None:
    contract = prompted(world)
    says(world, "4 of 10, reading aloud helped")
    says(world, "what is my number now?", "90.000100")
    (standing,) = explained(world).standings
    assert standing.contract is not None
    assert standing.contract.id == contract.id
    assert standing.numbers == {0: 4}
    assert standing.check_in is not None
    assert not standing.asked
    assert world.said(world.student.user)[-1][1]["waits"] == ""
    world.render_all()


def test_what_it_can_do_is_shown_as_help(world: World) -> None:
    prompted(world)
    says(world, "what can you do?")
    assert world.kinds(world.student.user)[-1] == "help"


def test_of_two_classes_it_is_answered_for_both(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    both.says("who can read this?")
    assert [(s.classroom, s.teachers) for s in explained(world).standings] == [
        ("English 11", ("Ms Lee", "Mr Bell")),
        ("History 11", ("Mr Stone",)),
    ]
    world.render_all()


@pytest.mark.parametrize("text", ["why?", "why do you ask me this?", "wdym?"])
def test_in_an_interview_it_is_the_question_that_is_said_again_with_its_help(world: World, text: str) -> None:
    says(world, "hi", "10.000100")
    says(world, text)
    notice, args = world.said(world.student.user)[-1]
    assert (notice, args["help"]) == ("interview-question", True)
    with world.uow() as uow:
        assert listening.asked(uow, world.student) == "interview.hardest"
        interview = newest_row(uow.interviews, student=world.student.user)
    assert interview is not None
    assert interview.draft == {}
    world.render_all()


def test_in_an_interview_another_question_is_answered_and_nothing_is_kept(world: World) -> None:
    says(world, "hi", "10.000100")
    says(world, "can my parents see what i write here?")
    notice, args = world.said(world.student.user)[-1]
    assert (notice, args["topic"], args["waits"]) == ("explained", "who-reads", "interview")
    with world.uow() as uow:
        interview = newest_row(uow.interviews, student=world.student.user)
    assert interview is not None
    assert interview.draft == {}
    world.render_all()


@pytest.mark.parametrize("text", ["5 of 10, who reads this?", "who reads this? i got 5 of 10"])
def test_a_number_beside_a_question_is_asked_about_once_that_is_answered(world: World, text: str) -> None:
    contract = prompted(world)
    assert says(world, text) is Kind.QUESTION
    assert [notice for notice, _ in world.said(world.student.user)[-2:]] == ["explained", "progress-offered"]
    (waiting,) = check_ins(world, contract)
    assert (waiting.state, replies(world, waiting.id)) == (CheckInState.PROMPTED, {})
    world.render_all()
    says(world, "yes", "70.000100")
    answered = check_ins(world, contract)[0]
    reply = replies(world, answered.id)[0]
    assert reply.value == 5
    assert reply.typed == {}


def test_a_number_that_a_question_is_about_is_none_of_now(world: World) -> None:
    prompted(world)
    assert says(world, "is 9 of 10 even realistic?") is Kind.QUESTION
    assert world.kinds(world.student.user)[-1] == "explained"


def test_beside_a_question_it_counts_for_no_class_by_guess(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    both.says("5, who reads this?")
    assert "progress-offered" not in world.kinds(world.student.user)
    both.says("history: 12 pages, who reads this?")
    (offer,) = [d for d in world.deliveries() if d.notice == "progress-offered"]
    assert offer.args["contract"] == both.history_contract.id


def test_nor_for_the_only_other_class_in_which_it_could_be_noted(world: World) -> None:
    both = TwoClasses(world)
    with world.uow() as uow:
        found = uow.contracts.get(both.history_contract.id)
        assert found is not None
        uow.contracts.save(replace(found, status=Status.CLOSED))
    both.says("history: 5 of 10, who reads this?")
    assert world.kinds(world.student.user)[-1] == "explained"

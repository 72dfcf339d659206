"""Feedback and replies are a conversation: a press, or words, and their teacher sees how far it has come."""

from typing import Any

import pytest

from bot.activities.checking_in import responding
from bot.activities.feedback import taking_up, uptake_reads
from bot.activities.feedback import use_cases as feedback
from bot.activities.home import student_page
from bot.activities.home.student_messages import student_view
from bot.activities.set_up import use_cases as set_up
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.interview import About
from bot.domain.outbox import Verb
from bot.domain.uptake import Uptake, UptakeWay
from handlers import feedback as handler
from handlers.inbound import Press, Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.celebrating.scenes import Way as Going
from tests.unit.handling import KeptViews, context_of
from tests.unit.home.pages import buttons, save
from tests.unit.listening.test_passing_on import notes, posted, told, typed
from tests.world import World

ANSWERS = {"feedback.try", "feedback.unclear", "feedback.talk"}


def given(world: World) -> int:
    (made,) = world.do(feedback.give_feedback, world.teacher, ["USTUDENT"], "Clear ideas", "It helps", "Vary openings")
    return made.id


def replied(world: World) -> tuple[int, life.Contract]:
    """A teacher's reply to an answered check-in."""
    going = Going(world)
    going.log("5")
    with world.uow() as uow:
        (check_in,) = uow.check_ins.in_state(going.contract.id, CheckInState.ANSWERED)
    world.do(responding.respond, world.teacher, check_in.id, "Try it in pairs")
    with world.uow() as uow:
        (response,) = uow.responses.to(check_in.id)
    return response.id, going.contract


def shown(world: World, user: str, notice: str) -> list[dict[str, Any]]:
    """The blocks of the newest such message as its reader sees it now."""
    found = [made for d, made in world.render_all() if d.notice == notice and d.lane == user]
    return [dict(block) for block in found[-1].blocks]


def pressable(world: World, notice: str) -> set[str]:
    return {action for action, _ in buttons(shown(world, "USTUDENT", notice))} & ANSWERS


def uptake(world: World, ref: int) -> Uptake:
    with world.uow() as uow:
        found = uow.feedback.get(ref)
        assert found is not None
        return uptake_reads.of_feedback(uow, found)


def on_the_page(world: World) -> str:
    page = world.do(student_page.open_page, world.teacher, "USTUDENT", 0)
    for lang in ("en", "es"):
        assert check_view(student_view(words_for(lang), page)) == []
    return str(student_view(words_for(), page))


def line(key: str) -> str:
    return words_for()(f"uptake-is-{key}", student="Ana")


def answer(world: World, about: About, ref: int, way: UptakeWay, actor: Actor | None = None) -> None:
    world.do(taking_up.answer, actor or world.student, about, ref, way)


def test_three_answers_stand_below_feedback_and_go_as_they_are_pressed(world: World) -> None:
    ref = given(world)
    assert pressable(world, "feedback-given") == ANSWERS
    answer(world, About.FEEDBACK, ref, UptakeWay.TRY)
    assert pressable(world, "feedback-given") == ANSWERS - {"feedback.try"}
    assert uptake(world, ref) is Uptake.TRIES
    assert line("tries") in str(shown(world, "UTEACHER", "feedback-delivered"))
    assert line("tries") in on_the_page(world)


def test_that_they_will_try_it_is_no_message_of_its_own(world: World) -> None:
    ref = given(world)
    posted(world, "UTEACHER", "feedback-delivered")
    before = len(world.said("UTEACHER"))
    answer(world, About.FEEDBACK, ref, UptakeWay.TRY)
    assert len(world.said("UTEACHER")) == before
    again = [d for d in world.deliveries() if d.verb is Verb.REFRESH and d.reader == "UTEACHER"]
    assert [d.notice for d in again] == ["feedback-delivered"]


def test_what_is_unclear_is_told_to_that_teacher_alone_and_what_she_writes_below_it_arrives(world: World) -> None:
    ref = given(world)
    answer(world, About.FEEDBACK, ref, UptakeWay.UNCLEAR)
    assert [len(told(world, t.user, "feedback-unclear")) for t in (world.teacher, world.teacher2)] == [1, 0]
    assert uptake(world, ref) is Uptake.UNCLEAR
    typed(world, world.teacher, "Start with a question", posted(world, "UTEACHER", "feedback-unclear"), "70.000100")
    assert notes(world) == [("UTEACHER", "USTUDENT", "Start with a question")]


def test_words_below_it_reach_that_teacher_and_stand_as_an_answer(world: World) -> None:
    ref = given(world)
    card = posted(world, "UTEACHER", "feedback-delivered")
    typed(world, world.student, "what is an opening", posted(world, "USTUDENT", "feedback-given"), "70.000100")
    assert notes(world) == [("USTUDENT", "UTEACHER", "what is an opening")]
    assert [d.thread for d in told(world, "UTEACHER", "note-from")] == [card]
    assert uptake(world, ref) is Uptake.WROTE
    assert line("wrote") in on_the_page(world)


def test_somebody_not_well_is_heard_there_as_anywhere(world: World) -> None:
    ref = given(world)
    typed(world, world.student, "i want to die", posted(world, "USTUDENT", "feedback-given"), "70.000100")
    assert notes(world) == []
    assert uptake(world, ref) is Uptake.SENT
    assert "care-answer" in world.kinds("USTUDENT")
    assert line("wrote") not in on_the_page(world)


def test_a_talk_is_asked_for_as_ever(world: World) -> None:
    ref = given(world)
    answer(world, About.FEEDBACK, ref, UptakeWay.TALK)
    with world.uow() as uow:
        (talk,) = uow.talks.of_student("USTUDENT")
    assert talk.is_open
    assert uptake(world, ref) is Uptake.TALK
    other = given(world)
    with pytest.raises(Refusal, match="talk-open"):
        answer(world, About.FEEDBACK, other, UptakeWay.TALK)
    assert uptake(world, other) is Uptake.SENT


def test_what_became_a_target_says_so(world: World) -> None:
    ref = given(world)
    with world.uow() as uow:
        begun = uow.contracts.add(life.begin("T1", world.classroom.id, "USTUDENT", world.now, feedback=ref))
        sent = uow.contracts.save(life.submit(begun, world.terms(), "USTUDENT", world.now))
    assert uptake(world, ref) is Uptake.SENT
    save(world, life.approve(sent, sent.on_the_table.number, "UTEACHER", world.now))
    assert uptake(world, ref) is Uptake.TARGET
    assert line("target") in str(shown(world, "UTEACHER", "feedback-delivered"))


def test_the_newest_press_counts(world: World) -> None:
    ref = given(world)
    answer(world, About.FEEDBACK, ref, UptakeWay.UNCLEAR)
    world.later(hours=1)
    answer(world, About.FEEDBACK, ref, UptakeWay.TRY)
    assert uptake(world, ref) is Uptake.TRIES


def test_a_reply_to_a_check_in_has_the_same(world: World) -> None:
    ref, _ = replied(world)
    assert pressable(world, "responded") == ANSWERS
    answer(world, About.RESPONSE, ref, UptakeWay.UNCLEAR)
    assert len(told(world, "UTEACHER", "reply-unclear")) == 1
    assert " does not understand it yet." in on_the_page(world)
    world.later(hours=1)
    answer(world, About.RESPONSE, ref, UptakeWay.TRY)
    assert pressable(world, "responded") == {"feedback.talk"}
    assert " will try it." in on_the_page(world)


def test_below_a_tap_there_is_nothing_to_answer(world: World) -> None:
    going = Going(world)
    going.log("5")
    with world.uow() as uow:
        (check_in,) = uow.check_ins.in_state(going.contract.id, CheckInState.ANSWERED)
    world.do(responding.seen, world.teacher, check_in.id)
    assert pressable(world, "responded") == set()
    with world.uow() as uow:
        (response,) = uow.responses.to(check_in.id)
    with pytest.raises(Refusal, match="no-such-note"):
        answer(world, About.RESPONSE, response.id, UptakeWay.TRY)


def test_pressing_twice_gets_a_kind_word_and_changes_nothing(world: World) -> None:
    ref = given(world)
    answer(world, About.FEEDBACK, ref, UptakeWay.UNCLEAR)
    with pytest.raises(Refusal, match="feedback-said-already"):
        answer(world, About.FEEDBACK, ref, UptakeWay.UNCLEAR)
    assert len(told(world, "UTEACHER", "feedback-unclear")) == 1


def test_after_the_teacher_left_there_is_nothing_to_press(world: World) -> None:
    ref = given(world)
    world.do(set_up.close_account, world.teacher)
    assert pressable(world, "feedback-given") == set()
    with pytest.raises(Refusal, match="note-teacher-gone"):
        answer(world, About.FEEDBACK, ref, UptakeWay.TRY)


def test_after_the_contract_ended_a_reply_takes_no_press(world: World) -> None:
    ref, contract = replied(world)
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
    assert found is not None
    save(world, life.close(found, "done", "USTUDENT", world.now))
    assert pressable(world, "responded") == set()
    with pytest.raises(Refusal, match="feedback-contract-over"):
        answer(world, About.RESPONSE, ref, UptakeWay.TRY)


@pytest.mark.parametrize("who", ["classmate", "teacher", "stranger", "admin"])
def test_nobody_else_answers_it(world: World, who: str) -> None:
    ref = given(world)
    with pytest.raises(Refusal):
        answer(world, About.FEEDBACK, ref, UptakeWay.TRY, getattr(world, who))
    assert uptake(world, ref) is Uptake.SENT


def test_a_teacher_explains_by_a_form_and_a_colleague_does_not(world: World) -> None:
    ref = given(world)
    answer(world, About.FEEDBACK, ref, UptakeWay.UNCLEAR)
    with pytest.raises(Refusal, match="no-such-note"):
        world.do(taking_up.explain, world.teacher2, About.FEEDBACK, ref, "Start with a question")
    world.do(taking_up.explain, world.teacher, About.FEEDBACK, ref, "Start with a question")
    assert notes(world) == [("UTEACHER", "USTUDENT", "Start with a question")]
    world.render_all()


async def test_presses_and_the_form_find_their_way(world: World) -> None:
    ref = given(world)
    views = KeptViews()
    context = context_of(world, views)
    press = Press(world.student, "feedback.unclear", f"feedback:{ref}", "t", "in:1", "D1", "1.1")
    await handler.ROUTES.presses["feedback.unclear"](press, context)
    (explain,) = [one for one in buttons(shown(world, "UTEACHER", "feedback-unclear")) if one[0] == "feedback.explain"]
    opens = Press(world.teacher, *explain, "t", "in:2", "D2", "1.2")
    await handler.ROUTES.presses["feedback.explain"](opens, context)
    (view,) = views.opened
    assert check_view(view) == []
    form = Submission(world.teacher, "feedback.explain", {"text": "Ask first"}, view["private_metadata"], "t", "in:3")
    await handler.ROUTES.forms["feedback.explain"](form, context)
    assert [text for _, _, text in notes(world)] == ["Ask first"]


@pytest.mark.parametrize("value", ["", "feedback", "feedback:", "feedback:x", "note:1", "1", "feedback:1:2"])
async def test_what_no_button_says_is_refused(world: World, value: str) -> None:
    press = Press(world.student, "feedback.try", value, "t", "in:1", "D1", "1.1")
    with pytest.raises(Refusal):
        await handler.ROUTES.presses["feedback.try"](press, context_of(world))

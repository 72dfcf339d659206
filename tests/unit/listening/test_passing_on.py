"""What is meant for a teacher reaches that teacher, word for word, on a yes; and the thread carries the exchange."""

from dataclasses import replace

import pytest

from bot.activities.checking_in import responding, telling
from bot.activities.exchanging import use_cases as exchanging
from bot.activities.exchanging.messages import PassOnBrief
from bot.activities.feedback import use_cases as feedback
from bot.activities.hearing import listening
from bot.activities.hearing.listening import DirectMessage
from bot.domain.actor import Actor, Refusal
from bot.domain.outbox import Delivery, DeliveryState
from bot.language.hearing import Kind
from bot.messages.briefs import brief_for
from bot.messages.registry import notice_of
from tests.unit.checking_in.steps import check_ins, replies
from tests.unit.listening.test_questions import prompted, says
from tests.unit.listening.two_classes import HISTORIAN, TwoClasses
from tests.world import World

MESSAGE = "can you tell ms lee i need help with the openings"


def typed(world: World, actor: Actor, text: str, thread: str, ts: str) -> None:
    words = DirectMessage("D1", text, ts, f"said:D1:{ts}", thread=thread)
    world.do(listening.hear, actor, words, greets=lambda _: False)


def told(world: World, user: str, notice: str) -> list[Delivery]:
    return [d for d in world.deliveries() if d.lane == user and d.notice == notice]


def posted(world: World, user: str, notice: str) -> str:
    """Let the newest of these have been posted; its ts."""
    found = told(world, user, notice)[-1]
    ts = f"{1000 + found.id}.000100"
    with world.uow() as uow:
        uow.outbox._deliveries.save(replace(found, state=DeliveryState.SENT, channel="D1", ts=ts))
    return ts


def notes(world: World) -> list[tuple[str, str, str]]:
    with world.uow() as uow:
        return [(n.sender, n.recipient, n.text) for n in uow.notes.all()]


def test_nobody_reads_it_before_the_yes(world: World) -> None:
    prompted(world)
    assert says(world, MESSAGE) is Kind.FOR_TEACHER
    assert world.kinds(world.student.user)[-1] == "pass-on-offered"
    assert notes(world) == []
    world.render_all()
    says(world, "yes", "70.000100")
    assert notes(world) == [(world.student.user, world.teacher.user, MESSAGE)]
    assert len(told(world, world.teacher.user, "note-from")) == 1
    assert told(world, world.teacher2.user, "note-from") == []
    world.render_all()


def test_after_a_no_nothing_of_it_is_kept(world: World) -> None:
    prompted(world)
    says(world, MESSAGE)
    says(world, "no", "70.000100")
    assert notes(world) == []
    with world.uow() as uow:
        asked = uow.asked_back.newest_of(world.student.user)
    assert asked is not None
    assert asked.text == ""
    assert world.kinds(world.student.user)[-1] == "check-in-again"
    world.render_all()


BESIDE = "6 of 10, can u ask ms lee if the poem counts too"


def test_a_number_in_the_same_message_is_noted_on_the_same_yes(world: World) -> None:
    contract = prompted(world)
    assert says(world, BESIDE) is Kind.FOR_TEACHER
    world.render_all()
    says(world, "yes", "70.000100")
    (answered, _) = check_ins(world, contract)
    reply = replies(world, answered.id)[0]
    assert reply.value == 6
    assert reply.typed == {}
    assert [text for _, _, text in notes(world)] == [BESIDE]
    world.render_all()


def test_who_passes_nothing_on_is_asked_about_the_number(world: World) -> None:
    contract = prompted(world)
    says(world, BESIDE)
    says(world, "no", "70.000100")
    assert world.kinds(world.student.user)[-1] == "progress-offered"
    assert replies(world, check_ins(world, contract)[-1].id) == {}
    says(world, "yes", "80.000100")
    (answered, _) = check_ins(world, contract)
    assert replies(world, answered.id)[0].value == 6
    assert notes(world) == []
    world.render_all()


def test_a_number_beside_words_for_a_teacher_is_shown_before_it_is_noted(world: World) -> None:
    prompted(world)
    says(world, BESIDE)
    (offer,) = told(world, world.student.user, "pass-on-offered")
    with world.uow() as uow:
        brief: PassOnBrief = brief_for(uow, notice_of(offer.notice, offer.args), offer.reader)
    ((target, value),) = brief.beside
    assert target.unit == "varied openings of 10"
    assert value == 6


def test_where_no_teacher_is_named_all_of_the_class_read_it(world: World) -> None:
    says(world, "can you tell my teacher i need help with the openings")
    says(world, "yes", "70.000100")
    assert [len(told(world, t.user, "note-from")) for t in (world.teacher, world.teacher2)] == [1, 1]


def test_of_two_classes_the_one_whose_teacher_is_named_is_meant(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    both.says("can you tell mr stone i cant find the source")
    both.says("yes")
    assert len(told(world, HISTORIAN.user, "note-from")) == 1
    assert told(world, world.teacher.user, "note-from") == []
    world.render_all()


def test_where_no_class_is_named_accord_asks_which(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    both.says("can you tell my teacher i cant find the source")
    assert both.asks() == "which"
    both.says("history")
    assert world.kinds(world.student.user)[-1] == "pass-on-offered"
    both.says("yes")
    assert len(told(world, HISTORIAN.user, "note-from")) == 1
    assert both.words(both.history_contract) == []


def test_the_thread_carries_the_exchange(world: World) -> None:
    says(world, MESSAGE)
    says(world, "yes", "70.000100")
    card = posted(world, world.teacher.user, "note-from")
    typed(world, world.teacher, "See me at lunch", card, "80.000100")
    answer = posted(world, world.student.user, "note-from")
    typed(world, world.student, "ok thanks", answer, "90.000100")
    assert told(world, world.teacher.user, "note-from")[-1].thread == card
    typed(world, world.teacher, "Bring your essay", card, "95.000100")
    assert told(world, world.student.user, "note-from")[-1].thread == answer
    assert [text for _, _, text in notes(world)] == [MESSAGE, "See me at lunch", "ok thanks", "Bring your essay"]
    world.render_all()


def test_a_reply_by_the_form_is_the_same(world: World) -> None:
    says(world, MESSAGE)
    says(world, "yes", "70.000100")
    world.do(exchanging.reply, world.teacher, 1, "See me at lunch")
    assert notes(world)[-1] == (world.teacher.user, world.student.user, "See me at lunch")
    with pytest.raises(Refusal, match="no-such-note"):
        world.do(exchanging.reply, world.teacher2, 1, "Or me")


def test_an_answer_to_feedback_reaches_the_one_who_gave_it(world: World) -> None:
    world.do(feedback.give_feedback, world.teacher, ["USTUDENT"], "Clear ideas", "Hard to follow", "Link them")
    card = posted(world, world.teacher.user, "feedback-delivered")
    given = posted(world, world.student.user, "feedback-given")
    typed(world, world.student, "i dont understand", given, "80.000100")
    (answer,) = told(world, world.teacher.user, "note-from")
    assert answer.thread == card
    assert told(world, world.teacher2.user, "note-from") == []
    typed(world, world.teacher, "I will show you", card, "90.000100")
    assert told(world, world.student.user, "note-from")[-1].thread == given
    world.render_all()


def test_an_answer_to_a_response_reaches_the_one_who_wrote_it(world: World) -> None:
    contract = prompted(world)
    world.do(telling.choose, world.teacher, world.classroom.id, "each")
    says(world, "4 of 10, reading aloud helped")
    check_in = check_ins(world, contract)[0].id
    card = posted(world, world.teacher.user, "reply-shared")
    world.do(responding.respond, world.teacher, check_in, "Try the list")
    response = posted(world, world.student.user, "responded")
    typed(world, world.student, "i will use it on monday", response, "80.000100")
    (answer,) = told(world, world.teacher.user, "note-from")
    assert answer.thread == card
    typed(world, world.teacher, "Good", card, "90.000100")
    assert told(world, world.student.user, "responded")[-1].thread == response
    world.render_all()


def test_swearing_is_passed_on_to_nobody(world: World) -> None:
    world.do(feedback.give_feedback, world.teacher, ["USTUDENT"], "Clear ideas", "Hard to follow", "Link them")
    given = posted(world, world.student.user, "feedback-given")
    typed(world, world.student, "fuck off", given, "80.000100")
    assert notes(world) == []


def test_parts_of_one_message_are_passed_on_as_one(world: World) -> None:
    world.do(feedback.give_feedback, world.teacher, ["USTUDENT"], "Clear ideas", "Hard to follow", "Link them")
    given = posted(world, world.student.user, "feedback-given")
    typed(world, world.student, "ok i will try", given, "80.000100")
    typed(world, world.student, "on monday", given, "82.000100")
    assert [text for _, _, text in notes(world)] == ["ok i will try\non monday"]
    sent = [m for d, m in world.render_all() if d.notice == "note-from" and d.lane == world.teacher.user]
    assert len(sent) == 1

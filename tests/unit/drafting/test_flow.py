"""From feedback to an interview: what the teacher and the student may do with drafts, on a real database."""

from decimal import Decimal
from typing import Any

import pytest

from bot.activities.drafting import use_cases as drafting
from bot.activities.feedback import use_cases as giving_feedback
from bot.activities.proposing import interviewing
from bot.activities.proposing.interview.draft import load
from bot.domain.actor import Actor, Refusal
from bot.domain.drafts import Asked, Drafts, DraftSource
from bot.domain.outbox import ErrandKind, Message
from bot.messages.presenting import present
from prompts.words import words_for
from storage.tables.classes import ContractRow, ErrandRow, InterviewRow
from tests.rows import first_row
from tests.unit.proposing.talk import Talk
from tests.world import World

NEXT = "- Check your commas before you hand in\n- Use linking words\n- Give an example in each paragraph"
FIRST = "In __ of my next __ essays, I will check my commas before I hand in."


def given(world: World, next_step: str = NEXT, **kwargs: Any) -> int:
    said = ("Your essay has good ideas", "It is hard to follow", next_step)
    (feedback,) = world.do(giving_feedback.give_feedback, world.teacher, [world.student.user], *said, **kwargs)
    return feedback.id


def drafts_of(world: World, feedback: int) -> Drafts:
    with world.uow() as uow:
        found = uow.drafts.of(feedback)
    assert found is not None
    return found


def card(world: World, kind: str, reader: Actor) -> Message:
    """The newest message of a kind as it would be now."""
    newest = [d for d in world.deliveries() if d.notice == kind and d.reader == reader.user][-1]
    with world.uow() as uow:
        message = present(uow, newest)
    assert message is not None
    return message


def actions_on(message: Message) -> list[tuple[str, str]]:
    rows = [block["elements"] for block in message.blocks if block["type"] == "actions"]
    return [(e["action_id"], e["value"]) for row in rows for e in row]


def refused(world: World, key: str, use_case: Any, actor: Actor, *args: Any) -> None:
    with pytest.raises(Refusal) as refusal:
        world.do(use_case, actor, *args)
    assert refusal.value.key == key


def offered(world: World) -> int:
    feedback = given(world)
    world.do(drafting.offer, world.teacher, feedback)
    return feedback


# --- the teacher ---


def test_feedback_brings_up_to_three_drafts_that_only_the_teacher_sees(world: World) -> None:
    feedback = given(world)
    drafts = drafts_of(world, feedback)
    assert [d.number for d in drafts.drafts] == [1, 2, 3]
    assert drafts.drafts[0].text == FIRST
    assert {d.source for d in drafts.drafts} == {DraftSource.RULE}
    buttons = actions_on(card(world, "feedback-delivered", world.teacher))
    assert ("drafting.edit", f"{feedback}:1") in buttons
    assert ("drafting.offer", str(feedback)) in buttons
    assert world.kinds(world.student.user) == ["feedback-given"]
    assert FIRST not in str(card(world, "feedback-given", world.student).blocks)
    world.render_all()


def test_no_model_is_asked_unless_one_is_configured(world: World) -> None:
    assert drafts_of(world, given(world)).asked is Asked.NO
    assert world.count(ErrandRow) == 0
    feedback = given(world, ask_model=True)
    assert drafts_of(world, feedback).asked is Asked.WAITING
    with world.uow() as uow:
        assert first_row(uow.errands, kind=ErrandKind.DRAFT_TARGETS) is not None
    world.render_all()


def test_feedback_without_a_next_step_has_no_drafts_and_says_so(world: World) -> None:
    feedback = given(world, "Keep up the good work!")
    assert drafts_of(world, feedback).drafts == ()
    assert actions_on(card(world, "feedback-delivered", world.teacher)) == []
    refused(world, "no-drafts-left", drafting.offer, world.teacher, feedback)
    world.render_all()


def test_the_teacher_edits_and_drops_and_the_card_follows(world: World) -> None:
    feedback = given(world)
    world.do(drafting.edit, world.teacher, feedback, 1, "  In 3 of my next 4 essays,\nI will check ___ commas. ")
    world.do(drafting.drop, world.teacher, feedback, 2)
    first, third = drafts_of(world, feedback).standing
    assert first.text == "In 3 of my next 4 essays, I will check __ commas."
    assert first.edited
    assert third.number == 3
    assert [d.verb.value for d in world.deliveries() if d.notice == "feedback-delivered"][1:] == ["refresh"]
    world.render_all()


@pytest.mark.parametrize(("text", "key"), [("  ", "empty"), ("__ !", "empty"), ("x" * 301, "too-long")])
def test_an_edit_that_is_no_sentence_is_refused_at_its_field(world: World, text: str, key: str) -> None:
    feedback = given(world)
    with pytest.raises(Refusal) as refusal:
        world.do(drafting.edit, world.teacher, feedback, 1, text)
    assert (refusal.value.key, refusal.value.field) == (key, "text")


def test_what_is_dropped_is_gone(world: World) -> None:
    feedback = given(world)
    world.do(drafting.drop, world.teacher, feedback, 1)
    refused(world, "draft-gone", drafting.drop, world.teacher, feedback, 1)
    refused(world, "draft-gone", drafting.open_edit, world.teacher, feedback, 1)
    refused(world, "draft-gone", drafting.edit, world.teacher, feedback, 9, "Something")


def test_when_all_are_dropped_nothing_can_be_offered(world: World) -> None:
    feedback = given(world)
    for number in (1, 2, 3):
        world.do(drafting.drop, world.teacher, feedback, number)
    refused(world, "no-drafts-left", drafting.offer, world.teacher, feedback)
    world.render_all()


def test_nobody_but_the_giver_decides(world: World) -> None:
    feedback = given(world)
    for actor in (world.teacher2, world.student, world.stranger):
        refused(world, "no-such-feedback", drafting.offer, actor, feedback)
        refused(world, "no-such-feedback", drafting.edit, actor, feedback, 1, "Mine")
    refused(world, "no-such-feedback", drafting.drop, world.teacher, feedback + 1, 1)


def test_an_offer_is_made_once_and_then_stands(world: World) -> None:
    feedback = given(world)
    world.do(drafting.drop, world.teacher, feedback, 2)
    world.do(drafting.offer, world.teacher, feedback)
    assert world.kinds(world.student.user)[-1] == "drafts-offered"
    shown = card(world, "drafts-offered", world.student)
    assert actions_on(shown) == [
        ("drafting.take", f"{feedback}:1"),
        ("drafting.take", f"{feedback}:3"),
        ("proposing.start", str(feedback)),
    ]
    assert words_for()("drafting-shown-rule", teacher="Ms Lee") in str(shown.blocks)
    assert words_for()("drafting-from-rule") not in str(shown.blocks), "they are the teacher's words, not the reader's"
    assert actions_on(card(world, "feedback-delivered", world.teacher)) == []
    for use_case, args in (
        (drafting.offer, ()),
        (drafting.drop, (1,)),
        (drafting.edit, (1, "Late")),
        (drafting.open_edit, (1,)),
    ):
        refused(world, "drafts-offered-already", use_case, world.teacher, feedback, *args)
    world.render_all()


# --- the student ---


def test_a_taken_draft_is_at_hand_and_answers_nothing(world: World) -> None:
    feedback = offered(world)
    world.do(drafting.take, world.student, feedback, 1)
    talk = Talk(world)
    assert talk.notice().remark == "idea-kept"
    assert talk.now_asked() == "hardest"
    talk.say("My commas")
    talk.say("My ideas")
    assert talk.now_asked() == "1.statement"
    assert talk.question().idea == FIRST
    assert talk.question().idea_from == "Ms Lee"
    assert "1.statement" not in load(talk.interview().draft)


def test_the_open_places_are_asked_for_and_the_rest_is_not(world: World) -> None:
    feedback = offered(world)
    world.do(drafting.take, world.student, feedback, 1)
    talk = Talk(world)
    for answer in ("My commas", "My ideas"):
        talk.say(answer)
    talk.choose("take")
    assert talk.now_asked() == "1.blanks"
    talk.say("3")
    assert (talk.now_asked(), talk.notice().remark) == ("1.blanks", "blanks-left")
    talk.say("3 of 4")
    assert talk.now_asked() == "1.baseline"
    talk.say("1")
    for answer in ("I read it aloud", "written", "skip", "I find them myself", "12 March", "Mondays", "no"):
        talk.say(answer)
    assert talk.now_asked() == ""
    terms = talk.question().terms
    assert terms is not None
    assert terms.targets[0].statement == "In 3 of my next 4 essays, I will check my commas before I hand in."
    target = terms.targets[0]
    assert (target.baseline, target.goal, target.unit) == (Decimal(1), Decimal(3), "essays out of 4")


def test_the_student_may_write_another_sentence(world: World) -> None:
    feedback = offered(world)
    world.do(drafting.take, world.student, feedback, 1)
    talk = Talk(world)
    for answer in ("My commas", "My ideas", "Write 8 different openings in my essay by 12 March"):
        talk.say(answer)
    assert talk.now_asked() == "1.baseline"


def test_the_whole_sentence_typed_again_fills_the_places(world: World) -> None:
    feedback = offered(world)
    world.do(drafting.take, world.student, feedback, 1)
    talk = Talk(world)
    for answer in ("My commas", "My ideas"):
        talk.say(answer)
    talk.choose("take")
    talk.say("I will check every comma in 2 of my next 5 letters")
    assert talk.now_asked() == "1.baseline"


def test_a_draft_is_brought_into_an_interview_that_is_under_way(world: World) -> None:
    feedback = offered(world)
    talk = Talk(world).begin()
    for answer in ("My commas", "My ideas", "get better at commas"):
        talk.say(answer)
    assert talk.now_asked() == "1.observable"
    world.do(drafting.take, world.student, feedback, 2)
    assert talk.now_asked() == "1.statement"
    assert talk.question().keep == "get better at commas"
    talk.press(interviewing.keep)
    assert talk.now_asked() == "1.observable"
    assert world.count(InterviewRow) == 1


def test_pressing_twice_starts_once(world: World) -> None:
    feedback = offered(world)
    world.do(drafting.take, world.student, feedback, 1)
    world.do(drafting.take, world.student, feedback, 1)
    assert world.count(ContractRow) == 1
    talk = Talk(world)
    for answer in ("My commas", "My ideas"):
        talk.say(answer)
    talk.choose("take")
    world.do(drafting.take, world.student, feedback, 1)
    assert talk.now_asked() == "1.blanks"


def test_with_a_contract_that_is_open_the_draft_waits(world: World) -> None:
    feedback = offered(world)
    world.proposed()
    refused(world, "draft-for-later", drafting.take, world.student, feedback, 1)


def test_somebody_else_takes_nothing(world: World) -> None:
    feedback = offered(world)
    refused(world, "no-such-feedback", drafting.take, world.classmate, feedback, 1)
    refused(world, "draft-gone", drafting.take, world.student, feedback, 7)
    not_yet = given(world)
    refused(world, "draft-gone", drafting.take, world.student, not_yet, 1)


# --- the language model's answer ---


def test_the_models_drafts_take_the_place_of_those_nobody_touched(world: World) -> None:
    feedback = given(world, ask_model=True)
    world.do(drafting.edit, world.teacher, feedback, 1, "I will check __ commas in my next essay.")
    world.do(drafting.answered, Actor("T1", ""), feedback, ("From a model",))
    drafts = drafts_of(world, feedback)
    assert drafts.asked is Asked.ANSWERED
    assert [(d.number, d.source) for d in drafts.standing] == [
        (1, DraftSource.RULE),
        (4, DraftSource.MODEL),
        (5, DraftSource.RULE),
    ]
    refused(world, "draft-gone", drafting.drop, world.teacher, feedback, 2)
    world.render_all()


def test_what_was_typed_into_a_form_is_kept_though_its_draft_was_replaced(world: World) -> None:
    feedback = given(world, ask_model=True)
    world.do(drafting.answered, Actor("T1", ""), feedback, ("One", "Two", "Three"))
    world.do(drafting.edit, world.teacher, feedback, 2, "Typed meanwhile")
    assert [d.text for d in drafts_of(world, feedback).standing] == ["One", "Two", "Typed meanwhile"]


def test_without_a_useful_answer_the_rules_drafts_stand_with_one_line(world: World) -> None:
    feedback = given(world, ask_model=True)
    before = drafts_of(world, feedback).standing
    world.do(drafting.answered, Actor("T1", ""), feedback, ())
    after = drafts_of(world, feedback)
    assert (after.asked, after.standing) == (Asked.FAILED, before)
    world.render_all()


def test_an_answer_after_the_offer_changes_nothing(world: World) -> None:
    feedback = given(world, ask_model=True)
    world.do(drafting.offer, world.teacher, feedback)
    before = drafts_of(world, feedback)
    world.do(drafting.answered, Actor("T1", ""), feedback, ("Late",))
    assert drafts_of(world, feedback) == before
    assert world.do(drafting.material, Actor("T1", ""), feedback) is None

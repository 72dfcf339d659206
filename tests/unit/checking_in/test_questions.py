"""What a class asks for beside the numbers: a report or a talk, and its teachers' own questions."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.checking_in import answering, questions, reads, unasked
from bot.activities.checking_in.forms import ReplyForm, log_form, reply_of
from bot.activities.checking_in.question_messages import (
    FORM,
    OPEN,
    PREVIEW,
    chosen_in,
    preview_form,
    questions_form,
)
from bot.activities.checking_in.unasked_messages import early_form
from bot.activities.set_up import use_cases as set_up
from bot.activities.set_up.use_cases import ClassChoices
from bot.domain.actor import Refusal
from bot.domain.check_ins import Reply
from bot.domain.questions import LENGTH_MOST, Asks, QuestionAnswer, Shape, answered, field_of, written
from handlers.checking_in import ROUTES
from handlers.context import FormResponse
from handlers.inbound import Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.checking_in.steps import asked, replies
from tests.unit.checking_in.test_presses import Door, initial
from tests.world import World

BOOK, PAGE = "Which book do you read?", "Which page was hard?"


@pytest.fixture
def door(world: World) -> Door:
    return Door(world)


def ask(world: World, *texts: str, shape: Shape = Shape.REPORT) -> None:
    world.do(questions.choose, world.teacher, world.classroom.id, shape.value, texts)


def fields(world: World, check_in: int) -> dict[str, Any]:
    """The inputs of the form as its student opens it, with what they start with."""
    return initial(log_form(words_for("en"), world.do(reads.open_log, world.student, check_in)))


def answer(world: World, check_in: int, **said: str) -> None:
    """The form is sent with these in its fields; the others are as they were."""
    held = {**fields(world, check_in), **{name.replace("asked_", "asked-"): text for name, text in said.items()}}
    world.do(answering.log, world.student, check_in, reply_of(lambda name: held.get(name, ""), held.keys()))


def said(world: World, check_in: int) -> Reply:
    return replies(world, check_in)[0]


def shown(world: World, notice: str) -> str:
    return json.dumps([m.blocks for d, m in world.render_all() if d.notice == notice and m is not None])


def test_own_questions_stand_in_the_prompt_and_below_the_number(world: World) -> None:
    ask(world, BOOK, "", shape=Shape.REPORT)
    check_in = asked(world, world.agree())
    assert BOOK in shown(world, "check-in-due")
    names = list(fields(world, check_in))
    assert names[: names.index("worked")] == ["value-0", "practised-0", field_of(BOOK)]


def test_who_answers_by_one_press_still_reads_them_until_there_are_words(world: World) -> None:
    ask(world, BOOK)
    check_in = asked(world, world.agree())
    world.do(answering.number, world.student, check_in, 0, 3)
    assert BOOK in shown(world, "check-in-due")
    answer(world, check_in, worked="The cards")
    assert BOOK not in shown(world, "check-in-due")


def test_the_answer_is_kept_with_its_question_whatever_is_asked_later(world: World) -> None:
    ask(world, BOOK, PAGE)
    check_in = asked(world, world.agree())
    answer(world, check_in, **{field_of(BOOK): "Holes"})
    ask(world, "How was it?")
    assert said(world, check_in).answers == (QuestionAnswer(BOOK, "Holes"),)
    for text in (BOOK, "Holes"):
        assert text in shown(world, "class-check-ins")
    answer(world, check_in, **{field_of("How was it?"): "Good"})
    assert said(world, check_in).answers == (QuestionAnswer(BOOK, "Holes"), QuestionAnswer("How was it?", "Good"))
    answer(world, check_in, **{field_of(BOOK): ""})
    assert said(world, check_in).answers == (QuestionAnswer("How was it?", "Good"),)


def test_a_form_that_was_open_while_the_question_changed_loses_nothing(world: World) -> None:
    ask(world, BOOK)
    check_in = asked(world, world.agree())
    ask(world, PAGE)
    answer(world, check_in, **{field_of(BOOK): "Holes"})
    assert said(world, check_in).answers == (QuestionAnswer("", "Holes"),)
    assert "Holes" in shown(world, "class-check-ins")


def test_an_answer_to_an_own_question_alone_is_an_answer(world: World) -> None:
    ask(world, BOOK)
    check_in = asked(world, world.agree())
    with pytest.raises(Refusal, match="check-in-empty"):
        answer(world, check_in)
    with pytest.raises(Refusal, match="too-long") as refused:
        answer(world, check_in, **{field_of(BOOK): "x" * 1001})
    assert refused.value.field == field_of(BOOK)
    answer(world, check_in, **{field_of(BOOK): "Holes"})
    assert said(world, check_in).all_words == "Holes"


def test_a_talk_asks_for_one_thing_and_keeps_what_a_report_said(world: World) -> None:
    check_in = asked(world, world.agree())
    answer(world, check_in, worked="The cards", confidence="4")
    ask(world, shape=Shape.TALK)
    assert {"talk", "worked", "confidence"} < set(fields(world, check_in))
    assert "next_step" not in fields(world, check_in)
    answer(world, check_in, talk="The second paragraph")
    stands = said(world, check_in)
    assert (stands.worked, stands.confidence, stands.talk) == ("The cards", 4, "The second paragraph")
    assert "The second paragraph" in shown(world, "class-check-ins")


def test_a_report_asks_for_it_as_before(world: World) -> None:
    check_in = asked(world, world.agree())
    assert list(fields(world, check_in))[2:] == ["worked", "did_not_work", "next_step", "confidence", "evidence"]
    assert "talk" not in fields(world, check_in)


def test_a_check_in_of_now_asks_the_same(world: World) -> None:
    ask(world, BOOK, shape=Shape.TALK)
    contract = world.agree()
    form = early_form(words_for("en"), world.do(unasked.open_form, world.student, contract.id))
    assert list(initial(form)) == ["value-0", "practised-0", field_of(BOOK), "talk"]
    world.do(unasked.log, world.student, contract.id, ReplyForm(("6",), answers={field_of(BOOK): "Holes"}))
    with world.uow() as uow:
        assert [r.answers for r in uow.replies.on(contract.id)] == [(QuestionAnswer(BOOK, "Holes"),)]


@pytest.mark.parametrize("locale", ["en", "es"])
@pytest.mark.parametrize("shape", Shape)
def test_the_preview_is_the_prompt_and_the_form_and_does_nothing(world: World, locale: str, shape: Shape) -> None:
    form = world.do(questions.preview, world.teacher, world.classroom.id, shape.value, (BOOK, PAGE))
    view = preview_form(words_for(locale), form)
    for made in (view, questions_form(words_for(locale), form)):
        assert check_view(made) == []
    text = json.dumps(view, ensure_ascii=False)
    assert text.count(BOOK) >= 3
    rows = [block["elements"] for block in view["blocks"] if block["type"] == "actions"]
    assert rows
    assert all(e["action_id"] in ROUTES.presses and "value" not in e for row in rows for e in row)
    assert all(e["action_id"].startswith("checking_in.shown_") for row in rows for e in row)
    assert chosen_in(view["private_metadata"]) == (world.classroom.id, shape.value, (BOOK, PAGE))


async def test_nothing_is_kept_before_the_preview_is_saved(door: Door, world: World) -> None:
    room = str(world.classroom.id)
    await door.press(world.teacher, OPEN, room)
    assert initial(door.window.opened[-1]) == {"shape": "report", "question-0": "", "question-1": ""}
    values = {"shape": "talk", "question-0": f"  {BOOK}\n", "question-1": BOOK}
    form = Submission(world.teacher, FORM, values, room, "trigger", "in:a")
    preview = await ROUTES.forms[FORM](form, door.context)
    assert preview is not None
    assert preview.view is not None
    assert standing(world) == Asks()
    sent = Submission(world.teacher, PREVIEW, {}, preview.view["private_metadata"], "trigger", "in:b")
    assert await ROUTES.forms[PREVIEW](sent, door.context) == FormResponse(clear=True)
    assert standing(world) == Asks(Shape.TALK, (BOOK,))


@pytest.mark.parametrize("metadata", ["", "1", "[]", "{}", '{"classroom": "x"}', '{"classroom": 1, "shape": "no"}'])
async def test_a_forged_preview_is_an_old_button(door: Door, world: World, metadata: str) -> None:
    form = Submission(world.teacher, PREVIEW, {}, metadata, "trigger", "in:a")
    with pytest.raises(Refusal, match="old-button"):
        await ROUTES.forms[PREVIEW](form, door.context)


def test_a_question_that_is_too_long_is_refused_under_its_field(world: World) -> None:
    with pytest.raises(Refusal, match="too-long") as refused:
        ask(world, BOOK, "x" * (LENGTH_MOST + 1))
    assert refused.value.field == "question-1"
    assert standing(world) == Asks()


def test_setting_the_class_up_again_leaves_them(world: World) -> None:
    ask(world, BOOK, shape=Shape.TALK)
    room = world.classroom
    world.do(
        set_up.set_up,
        world.teacher,
        ClassChoices(
            channel=room.channel,
            name="Another name",
            co_teachers=("UTEACHER2",),
            timezone=room.timezone,
            term_ends_on=room.term_ends_on,
            check_in_days=room.check_in_days,
            check_in_time=room.check_in_time,
            shoutouts=room.shoutouts,
            autonomy=room.autonomy,
        ),
    )
    assert standing(world) == Asks(Shape.TALK, (BOOK,))


def standing(world: World) -> Asks:
    with world.uow() as uow:
        found = uow.classrooms.get(world.classroom.id)
        assert found is not None
        return found.asks


TEXTS = st.lists(st.text(max_size=20), max_size=4)


@given(TEXTS, TEXTS, st.lists(st.sampled_from(["", "yes", "no"]), min_size=8, max_size=8))
def test_whatever_is_asked_and_answered_each_new_word_is_kept_once(
    now: list[str], before: list[str], texts: list[str]
) -> None:
    standing = tuple(QuestionAnswer(question, "stands") for question in written(before))
    said = dict(zip([field_of(q) for q in (*written(now), *written(before), "never asked")], texts, strict=False))
    found = answered(written(now), standing, said)
    assert len({a.question for a in found}) == len(found)
    assert all(a.text for a in found)
    by_field = {field_of(a.question): a.text for a in found}
    known = {field_of(q) for q in (*written(now), *written(before))}
    assert all(by_field.get(field, "") == text for field, text in said.items() if field in known)
    untouched = [a for a in standing if field_of(a.question) not in said]
    assert set(untouched) <= set(found)

"""Feedback in one box: what it lacks is said before it is sent, and sending stays possible."""

from dataclasses import replace
from typing import Any

import pytest

from bot.activities.feedback import quick
from bot.activities.phrases import use_cases as phrases
from bot.activities.phrases.forms import FIELD as PHRASE
from bot.activities.phrases.forms import KEEP, YES
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Refusal
from handlers import feedback as handler
from handlers.context import FormResponse
from handlers.inbound import Press, Shortcut, Submission, shortcut_of
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.handling import KeptViews, context_of
from tests.unit.home.pages import buttons
from tests.unit.listening.test_passing_on import posted
from tests.world import World

GOOD = "Your first sentence makes me curious. Try the same with the last one."
BARE = "Three linking words, well placed."


def submission(world: World, callback: str, metadata: str = "", **values: Any) -> Submission:
    return Submission(world.teacher, callback, values, metadata, "t", f"view:{callback}:{values}", list(values))


async def fills(world: World, *students: str, text: str) -> FormResponse | None:
    form = submission(world, "feedback.quick", student=list(students), seen=text)
    answer = await handler.ROUTES.forms["feedback.quick"](form, context_of(world))
    if answer is not None and answer.view is not None:
        assert check_view(dict(answer.view)) == []
    return answer


def stored(world: World) -> list[tuple[str, str]]:
    with world.uow() as uow:
        return [(one.student, one.said) for one in uow.feedback.all()]


async def test_what_lacks_nothing_is_sent_at_once(world: World) -> None:
    assert await fills(world, "USTUDENT", text=GOOD) is None
    assert stored(world) == [("USTUDENT", GOOD)]
    assert world.kinds("USTUDENT") == ["feedback-given"]
    world.render_all()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (BARE, "feedback-lacks-next"),
        ("You are so smart. Try the longer one.", "feedback-lacks-person"),
        ("Better than the others. Now add a source.", "feedback-lacks-others"),
    ],
)
async def test_what_it_lacks_is_said_and_it_can_be_sent_as_it_is(world: World, text: str, key: str) -> None:
    answer = await fills(world, "USTUDENT", text=text)
    assert answer is not None
    assert answer.view is not None
    assert words_for()(key) in str(answer.view)
    assert stored(world) == []
    form = submission(world, "feedback.send", answer.view["private_metadata"], student=["USTUDENT"], seen=text)
    assert await handler.ROUTES.forms["feedback.send"](form, context_of(world)) is None
    assert stored(world) == [("USTUDENT", text)]


async def test_phrases_are_there_on_each_way_to_the_one_box_and_what_is_typed_may_become_one(world: World) -> None:
    world.do(phrases.save, world.teacher, "I see your drafts.")
    views = KeptViews()
    context, about = context_of(world, views), f"{world.classroom.id}:USTUDENT"
    opened = Press(world.teacher, "feedback.quick", about, "t", "in:1", "", "")
    await handler.ROUTES.presses["feedback.quick"](opened, context)
    for action in ("feedback.in_three", "feedback.in_one"):
        value = dict(buttons(views.opened[-1]["blocks"]))[action]
        await handler.ROUTES.presses[action](Press(world.teacher, action, value, "t", "in:2", "", "", "V1"), context)
    await handler.ROUTES.shortcuts["feedback.on_message"](shortcut_of(message_action("hello")), context)
    in_one = [view for view in views.opened if view["callback_id"] == "feedback.quick"]
    assert [check_view(view) for view in in_one] == [[], [], []]
    fields = [{block.get("block_id") for block in view["blocks"]} & {PHRASE, KEEP} for view in in_one]
    assert fields == [{PHRASE, KEEP}] * 3


@pytest.mark.parametrize("ticked", [True, False])
@pytest.mark.parametrize("text", [GOOD, BARE], ids=["sent at once", "looked at once more"])
async def test_what_is_typed_is_kept_where_the_box_is_ticked(world: World, text: str, ticked: bool) -> None:
    """As it was typed: a phrase that was chosen before it is no part of it."""
    values: dict[str, Any] = {"student": ["USTUDENT"], "seen": text, PHRASE: "Hello.", KEEP: [YES] if ticked else []}
    for _ in range(1 if text == GOOD else 2):
        await handler.ROUTES.forms["feedback.quick"](submission(world, "feedback.quick", **values), context_of(world))
    assert world.do(phrases.open_form, world.teacher) == ((text,) if ticked else ())
    assert stored(world) == ([("USTUDENT", f"Hello. {text}")] if text == GOOD else [])


@pytest.mark.parametrize("ready", [True, False])
async def test_what_is_too_long_for_a_phrase_is_said_and_nothing_is_sent(world: World, ready: bool) -> None:
    text = f"{GOOD} Try the next one. " * 3 if ready else BARE * 6
    values: dict[str, Any] = {"student": ["USTUDENT"], "seen": text, KEEP: [YES]}
    with pytest.raises(Refusal) as refused:
        await handler.ROUTES.forms["feedback.quick"](submission(world, "feedback.quick", **values), context_of(world))
    assert (refused.value.key, refused.value.field) == ("phrase-not-kept", KEEP)
    assert stored(world) == []


async def test_several_get_the_same_with_a_line_of_their_own(world: World) -> None:
    answer = await fills(world, "USTUDENT", "UCLASSMATE", text=GOOD)
    assert answer is not None
    assert answer.view is not None
    lines = [block["block_id"] for block in answer.view["blocks"] if block.get("block_id", "").startswith("line-")]
    assert lines == ["line-USTUDENT", "line-UCLASSMATE"]
    values: dict[str, Any] = {
        "student": ["USTUDENT", "UCLASSMATE"],
        "seen": GOOD,
        "line-USTUDENT": "Ask Ben",
        "line-UCLASSMATE": "",
    }
    form = submission(world, "feedback.send", answer.view["private_metadata"], **values)
    await handler.ROUTES.forms["feedback.send"](form, context_of(world))
    assert stored(world) == [("USTUDENT", f"{GOOD}\nAsk Ben"), ("UCLASSMATE", GOOD)]


async def test_a_line_for_somebody_who_was_taken_out_again_goes_nowhere(world: World) -> None:
    values: dict[str, Any] = {"student": ["UCLASSMATE"], "seen": GOOD, "line-USTUDENT": "Ask Ben"}
    await handler.ROUTES.forms["feedback.send"](submission(world, "feedback.send", **values), context_of(world))
    assert stored(world) == [("UCLASSMATE", GOOD)]


@pytest.mark.parametrize(
    ("students", "text", "key", "field"),
    [
        ([], GOOD, "which-student", "student"),
        (["UTEACHER"], GOOD, "feedback-yourself", "student"),
        (["USTRANGER"], GOOD, "not-your-student", "student"),
        ([f"U{n}X" for n in range(60)], GOOD, "feedback-too-many", "student"),
        (["USTUDENT"], "", "empty", "seen"),
        (["USTUDENT"], "x" * 3001, "too-long", "seen"),
    ],
)
async def test_what_can_not_be_says_why_under_its_field(
    world: World, students: list[str], text: str, key: str, field: str
) -> None:
    with pytest.raises(Refusal, match=key) as refused:
        await fills(world, *students, text=text)
    assert refused.value.field == field
    assert stored(world) == []


async def test_a_line_that_is_too_long_says_so_under_it(world: World) -> None:
    values: dict[str, Any] = {"student": ["USTUDENT"], "seen": GOOD, "line-USTUDENT": "x" * 301}
    with pytest.raises(Refusal, match="too-long") as refused:
        await handler.ROUTES.forms["feedback.send"](submission(world, "feedback.send", **values), context_of(world))
    assert refused.value.field == "line-USTUDENT"


async def test_who_left_meanwhile_gets_none_and_nobody_else_does(world: World) -> None:
    world.do(set_up.leave, world.student, "C1")
    values: dict[str, Any] = {"student": ["USTUDENT", "UCLASSMATE"], "seen": GOOD}
    with pytest.raises(Refusal, match="not-your-student"):
        await handler.ROUTES.forms["feedback.send"](submission(world, "feedback.send", **values), context_of(world))
    assert stored(world) == []


async def test_a_class_that_was_archived_meanwhile_is_named_as_the_reason(world: World) -> None:
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, archived=True))
    with pytest.raises(Refusal, match="feedback-class-archived"):
        await fills(world, "USTUDENT", text=GOOD)


async def test_a_student_can_not_send_it(world: World) -> None:
    form = replace(submission(world, "feedback.send", student=["UCLASSMATE"], seen=GOOD), actor=world.student)
    with pytest.raises(Refusal, match="for-teachers"):
        await handler.ROUTES.forms["feedback.send"](form, context_of(world))


async def test_one_box_and_three_questions_are_a_press_apart(world: World) -> None:
    views = KeptViews()
    context = context_of(world, views)
    opened = Press(world.teacher, "feedback.quick", f"{world.classroom.id}:USTUDENT", "t", "in:1", "", "")
    await handler.ROUTES.presses["feedback.quick"](opened, context)
    for action in ("feedback.in_three", "feedback.in_one"):
        value = dict(buttons(views.opened[-1]["blocks"]))[action]
        await handler.ROUTES.presses[action](Press(world.teacher, action, value, "t", "in:2", "", "", "V1"), context)
    assert [view["callback_id"] for view in views.opened] == ["feedback.quick", "feedback.give", "feedback.quick"]
    assert [check_view(view) for view in views.opened] == [[], [], []]
    assert [chosen(view) for view in views.opened] == [["USTUDENT"]] * 3
    both = [{b.get("block_id") for b in view["blocks"]} & {"student", "seen"} for view in views.opened]
    assert both == [{"student", "seen"}] * 3  # what was filled in stays: Slack keeps it by these names


def message_action(text: str, author: str | None = "USTUDENT", **message: Any) -> dict[str, Any]:
    said = {"type": "message", "text": text, "ts": "1.1", **({"user": author} if author else {}), **message}
    return {
        "type": "message_action",
        "callback_id": "feedback.on_message",
        "trigger_id": "1.2",
        "team": {"id": "T1"},
        "user": {"id": "UTEACHER"},
        "channel": {"id": "C1", "name": "english"},
        "message": said,
    }


async def opens(world: World, used: Shortcut) -> dict[str, Any]:
    views = KeptViews()
    await handler.ROUTES.shortcuts["feedback.on_message"](used, context_of(world, views))
    (view,) = views.opened
    assert check_view(view) == []
    return view


def chosen(view: dict[str, Any]) -> list[str]:
    found = [b["element"].get("initial_users", []) for b in view["blocks"] if b["type"] == "input"]
    return [user for users in found for user in users]


async def test_from_a_message_its_words_are_shown_and_nothing_of_them_is_kept(world: World) -> None:
    view = await opens(world, shortcut_of(message_action("My zebra poem is <@UCLASSMATE>'s idea")))
    assert "zebra" in str(view)
    assert chosen(view) == ["USTUDENT"]
    form = submission(world, "feedback.quick", view["private_metadata"], student=["USTUDENT"], seen=GOOD)
    await handler.ROUTES.forms["feedback.quick"](form, context_of(world))
    assert "zebra" not in str(stored(world)) + str([dict(d.args) for d in world.deliveries()])
    with world.uow() as uow:
        assert uow.utterances.of("USTUDENT") == []


@pytest.mark.parametrize(
    "body",
    [
        message_action("hello", "USTRANGER"),
        message_action("hello", "UTEACHER"),
        message_action("hello", None),
        message_action("hello", "USTUDENT", bot_id="B1"),
        message_action("hello", "USLACKBOT"),
    ],
    ids=["no student", "herself", "nobody", "a bot", "slack"],
)
async def test_from_anybody_elses_message_nobody_is_chosen_and_no_words_are_shown(world: World, body: Any) -> None:
    view = await opens(world, shortcut_of(body))
    assert chosen(view) == []
    assert "hello" not in str(view)


async def test_a_student_who_uses_it_is_told_kindly(world: World) -> None:
    used = replace(shortcut_of(message_action("hello")), actor=world.student)
    with pytest.raises(Refusal, match="for-teachers"):
        await opens(world, used)


async def test_the_student_reads_one_box_without_titles_and_can_start_from_it(world: World) -> None:
    await fills(world, "USTUDENT", text=GOOD)
    posted(world, "USTUDENT", "feedback-given")
    (text,) = [str(made.blocks) for d, made in world.render_all() if d.notice == "feedback-given"]
    assert GOOD in text
    assert words_for()("feedback-part-matters").strip("*") not in text


def test_drafts_come_of_it_as_of_three_questions(world: World) -> None:
    world.do(quick.send, world.teacher, ["USTUDENT"], GOOD, {})
    with world.uow() as uow:
        (given,) = uow.feedback.all()
        assert uow.drafts.of(given.id) is not None

"""Feedback: for whom, and about which class."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.activities.checking_in import telling
from bot.activities.checking_in.drift_messages import DriftSeen
from bot.activities.feedback import use_cases
from bot.activities.set_up.messages import RosterRead
from bot.domain.actor import Refusal, Side
from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Feedback, Membership
from bot.messages.tell import tell
from handlers import feedback
from handlers.inbound import Command, Press, Submission
from sandbox.blocks.check import check_view
from tests.unit.celebrating.scenes import Way
from tests.unit.handling import KeptViews, context_of
from tests.unit.looking_back.scenes import End
from tests.world import World

WORDS = ("Clear ideas", "It is hard to follow", "Use linking words")
ANA, BEN = "USTUDENT", "UCLASSMATE"


def another_class(world: World, *users: str, archived: bool = False, name: str = "History 11") -> int:
    """Ms Lee teaches it too."""
    with world.uow() as uow:
        made = uow.classrooms.add(replace(world.classroom, id=0, channel=f"C{name}", name=name, archived=archived))
        for user, side in ((world.teacher.user, Side.TEACHER), *((user, Side.STUDENT) for user in users)):
            uow.memberships.add(Membership("T1", made.id, user, side, world.now))
    return made.id


def give(world: World, *students: str, classroom: int | None = None) -> tuple[Feedback, ...]:
    given: tuple[Feedback, ...] = world.do(
        use_cases.give_feedback, world.teacher, students, *WORDS, classroom=classroom
    )
    return given


def refusal(world: World, *students: str, classroom: int | None = None) -> tuple[str, str | None]:
    with pytest.raises(Refusal) as refused:
        give(world, *students, classroom=classroom)
    return refused.value.key, refused.value.field


def test_two_students_get_one_each_and_see_only_their_own(world: World) -> None:
    ana, ben = give(world, ANA, BEN, ANA)
    assert (ana.student, ben.student) == (ANA, BEN)
    assert [args for kind, args in world.said(ANA) if kind == "feedback-given"] == [{"feedback": ana.id}]
    assert [args for kind, args in world.said(BEN) if kind == "feedback-given"] == [{"feedback": ben.id}]
    shown = [m for d, m in world.render_all() if d.reader == ANA]
    assert "Ben" not in json.dumps([m.blocks for m in shown])
    assert [args for kind, args in world.said("UTEACHER") if kind == "feedback-delivered"] == [
        {"feedback": ana.id},
        {"feedback": ben.id},
    ]


def test_where_one_of_them_is_no_student_nobody_gets_it(world: World) -> None:
    assert refusal(world, ANA, "USTRANGER") == ("not-your-student", "student")
    assert world.kinds(ANA) == []
    assert refusal(world) == ("which-student", "student")
    assert refusal(world, *(f"U{n}" for n in range(11))) == ("feedback-too-many", "student")


def test_the_only_class_that_they_share_is_meant(world: World) -> None:
    another_class(world, BEN)
    assert give(world, ANA)[0].classroom == world.classroom.id
    assert give(world, ANA, BEN)[0].classroom == world.classroom.id


def test_of_several_one_has_to_be_chosen(world: World) -> None:
    history = another_class(world, ANA)
    assert refusal(world, ANA) == ("feedback-which-class", "classroom")
    assert give(world, ANA, classroom=history)[0].classroom == history
    assert refusal(world, ANA, BEN, classroom=history) == ("feedback-not-in-class", "classroom")
    assert refusal(world, ANA, classroom=history + 1) == ("feedback-not-in-class", "classroom")


def test_a_class_that_the_student_left_or_teaches_is_none_of_them(world: World) -> None:
    left, taught = another_class(world, ANA, name="Left"), another_class(world, ANA, name="Taught")
    with world.uow() as uow:
        for classroom, change in ((left, {"left_at": world.now}), (taught, {"side": Side.TEACHER})):
            place = uow.memberships.of(classroom, ANA)
            assert place is not None
            uow.memberships.save(replace(place, **change))
    assert give(world, ANA)[0].classroom == world.classroom.id
    for other in (left, taught):
        assert refusal(world, ANA, classroom=other) == ("feedback-not-in-class", "classroom")


def test_an_archived_class_is_none_of_them(world: World) -> None:
    old = another_class(world, ANA, archived=True)
    assert give(world, ANA)[0].classroom == world.classroom.id
    assert refusal(world, ANA, classroom=old) == ("feedback-not-in-class", "classroom")


async def opened(world: World, asked: Command | Press) -> dict[str, Any]:
    views = KeptViews()
    context = context_of(world, views)
    await (
        feedback.from_command(asked, context) if isinstance(asked, Command) else feedback.from_button(asked, context)
    )
    (view,) = views.opened
    assert check_view(view) == []
    return {b["block_id"]: b["element"] for b in view["blocks"] if "element" in b}


def command(world: World, rest: str) -> Command:
    return Command(world.teacher, "C1", "feedback", rest, "1.2", "command:1.2")


async def test_the_form_takes_all_who_were_named(world: World) -> None:
    fields = await opened(world, command(world, "<@USTUDENT|ana>   <@UCLASSMATE|ben>\n<@USTUDENT>"))
    assert fields["student"]["initial_users"] == [ANA, BEN]
    assert "classroom" not in fields


async def test_it_asks_for_the_class_where_there_are_several(world: World) -> None:
    history, old = another_class(world, ANA), another_class(world, ANA, BEN, archived=True, name="Old")
    here = str(world.classroom.id)

    async def choices(rest: str) -> tuple[list[str], str]:
        element = (await opened(world, command(world, rest)))["classroom"]
        return [o["value"] for o in element["options"]], element.get("initial_option", {}).get("value", "")

    assert await choices("<@USTUDENT>") == ([here, str(history)], "")
    assert await choices("<@USTUDENT> <@UCLASSMATE>") == ([here], here)
    assert await choices("") == ([here, str(history)], "")
    assert await choices("<@USTRANGER>") == ([here, str(history)], "")
    assert str(old) not in (await choices(""))[0]


def press(world: World, value: str) -> Press:
    return Press(world.teacher, "feedback.open", value, "t1", "press:1", "D1", "1.1")


def values_on_cards(world: World) -> dict[str, str]:
    """What the buttons for feedback carry, by the notice that they stand under."""
    rendered = [(d.notice, m) for d, m in world.render_all() if m is not None and d.reader == world.teacher.user]
    return {
        notice: element.get("value", "")
        for notice, message in rendered
        for block in message.blocks
        for element in block.get("elements", ())
        if element.get("action_id") == "feedback.open"
    }


def test_the_cards_about_a_student_say_of_which_class_they_speak(world: World) -> None:
    another_class(world, ANA)
    world.do(telling.choose, world.teacher, world.classroom.id, "each")
    way = Way(world)
    way.log("5")
    with world.uow() as uow:
        drifting = uow.check_ins.newest(way.contract.id, CheckInState.ANSWERED)
        tell(uow, world.teacher.user, DriftSeen(way.contract.id, drifting.id if drifting else 0))
        tell(uow, world.teacher.user, RosterRead(world.classroom.id))
    here = str(world.classroom.id)
    assert values_on_cards(world) == {
        "milestone-news": f"{here}:{ANA}",
        "drift-seen": f"{here}:{ANA}",
        "roster-read": f"{here}:",
    }


def test_so_does_what_both_said_as_they_looked_back(world: World) -> None:
    another_class(world, ANA)
    end = End(world)
    end.assess(world.student)
    end.assess(world.teacher)
    assert values_on_cards(world)["looked-back"] == f"{world.classroom.id}:{ANA}"


async def test_the_form_of_a_card_is_about_its_class(world: World) -> None:
    history = another_class(world, ANA)
    for classroom in (world.classroom.id, history):
        fields = await opened(world, press(world, f"{classroom}:{ANA}"))
        assert fields["student"]["initial_users"] == [ANA]
        assert fields["classroom"]["initial_option"]["value"] == str(classroom)
        assert len(fields["classroom"]["options"]) == 2
    assert (await opened(world, press(world, f"{history}:")))["classroom"]["initial_option"]["value"] == str(history)


async def test_a_button_from_before_has_the_student_alone_and_its_form_asks(world: World) -> None:
    another_class(world, ANA)
    fields = await opened(world, press(world, ANA))
    assert fields["student"]["initial_users"] == [ANA]
    assert "initial_option" not in fields["classroom"]
    assert "initial_option" not in (await opened(world, press(world, "")))["classroom"]


async def test_a_card_of_a_class_that_they_no_longer_share_chooses_none(world: World) -> None:
    another_class(world, ANA), another_class(world, ANA, name="Art 11")
    old = another_class(world, ANA, archived=True, name="Old")
    for claim in (old, 9999):
        assert "initial_option" not in (await opened(world, press(world, f"{claim}:{ANA}")))["classroom"]


async def test_a_forged_value_is_an_old_button(world: World) -> None:
    for claim in ("x", "1:2", ":USTUDENT:", "1:USTUDENT:2", "-1:USTUDENT", "9" * 20 + ":USTUDENT"):
        with pytest.raises(Refusal, match="old-button"):
            await opened(world, press(world, claim))


async def sent(world: World, **values: Any) -> None:
    said = dict(zip(("seen", "matters", "next_step"), WORDS, strict=True))
    form = Submission(world.teacher, "feedback.give", {**said, **values}, "", "1.2", "view:V1", tuple(said))
    await feedback.give(form, context_of(world))


async def test_what_is_sent_is_for_each_of_them_in_that_class(world: World) -> None:
    history = another_class(world, ANA)
    await sent(world, student=[ANA], classroom=str(history))
    with world.uow() as uow:
        (given,) = uow.feedback.all()
    assert (given.student, given.classroom) == (ANA, history)


async def test_a_form_from_before_holds_one_student(world: World) -> None:
    await sent(world, student=BEN)
    assert "feedback-given" in world.kinds(BEN)


async def test_a_class_that_no_form_offers_is_refused(world: World) -> None:
    for claim in ("x", "-1", "9" * 20):
        with pytest.raises(Refusal):
            await sent(world, student=[ANA], classroom=claim)

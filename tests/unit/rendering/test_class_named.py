"""Whoever is in more than one class reads with each message and form which class it is about."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from bot.activities.contract import reads
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership
from bot.domain.outbox import Delivery, File, Message, Verb
from bot.messages.blocks import form_named, message_named
from bot.messages.briefs import said_kinds
from bot.messages.presenting import present
from bot.messages.registry import all_kinds
from handlers import checking_in
from handlers.inbound import Press
from prompts.words import words_for
from sandbox.blocks.check import check_message_blocks, check_view
from storage.engine import open_engine
from tests.unit.authorisation.attempts import ATTEMPTS
from tests.unit.authorisation.school import School
from tests.unit.checking_in.steps import asked
from tests.unit.handling import KeptViews, context_of
from tests.world import World

HERE = "English 11"
OF_NO_CLASS = {
    *("home", "help", "refused", "choose-class", "look-in-messages", "no-check-in-now", "remark", "which-one"),
    *("care-answer", "care-still", "care-back", "care-elsewhere", "care-for-lead"),
    *("care-alerted", "care-update", "care-words"),
    *(
        "files-not-passed-on",
        "enough-today",
        "reads-english",
        "leave-out-offered",
        "away-noted",
        "away-ended",
        "own-dates",
        "past-contracts",
        "teacher-digest",
        "roster-how",
        "roster-seen",
        "promises-due",
        "replied-meanwhile",
        "file-read",
        "folder-document",
        "calibration-asked",
        "calibration-outcome",
        "self-contracts",
    ),
    *("school-report", "school-figures", "school-signs", "report-reader-named", "report-reader-unnamed"),
    *("school-reported", "empty-sheet", "own-address", "address-given", "address-stopped"),
}
"""What speaks of no class in particular, or of all of them by name."""
TO_NOBODY_IN_IT = {"teacher-named", "teacher-unnamed", "shoutout-posted"}


@pytest.fixture
def school(sqlite_url: str) -> Iterator[School]:
    engine = open_engine(sqlite_url)
    yield School(engine)
    engine.dispose()


def join_another(world: World, *actors: Actor, archived: bool = False) -> None:
    """A second class with the same people."""
    with world.uow() as uow:
        other = uow.classrooms.add(replace(world.classroom, id=0, channel="C7", name="History 11", archived=archived))
        for actor in actors:
            side = Side.STUDENT if actor in (world.student, world.classmate) else Side.TEACHER
            uow.memberships.add(Membership(actor.workspace, other.id, actor.user, side, world.now))


def said_in(world: World) -> list[tuple[Delivery, Message]]:
    """What was queued for people about a class, as it would be now."""
    queued = [d for d in world.deliveries() if d.verb is Verb.POST and d.lane == d.reader]
    with world.uow() as uow:
        made = [(d, present(uow, d)) for d in queued]
    return [(d, message) for d, message in made if message is not None and d.notice not in OF_NO_CLASS]


def happened(school: School, name: str) -> list[tuple[Delivery, Message]]:
    """What an attempt leads to where it is allowed, read by people who are in two classes."""
    case = ATTEMPTS[name]
    ids = case.stage(school)
    with suppress(Refusal):
        school.do(case.use_case, school.teacher if case.teachers else school.student, *case.args(school, ids))
    join_another(school, school.student, school.classmate, school.teacher, school.teacher2)
    return said_in(school)


@pytest.mark.parametrize("name", ATTEMPTS)
def test_every_message_names_its_class(school: School, name: str) -> None:
    for delivery, message in happened(school, name):
        if delivery.notice not in TO_NOBODY_IN_IT:
            assert HERE in message.text, delivery.notice
            assert HERE in json.dumps(message.blocks), delivery.notice
            assert check_message_blocks([dict(b) for b in message.blocks]) == []


def test_in_one_class_nothing_is_put_in_front(world: World) -> None:
    asked(world, world.agree())
    (prompt,) = [m for d, m in said_in(world) if d.notice == "check-in-due"]
    assert HERE not in prompt.text + json.dumps(prompt.blocks)


def test_a_prompt_names_its_class(world: World) -> None:
    asked(world, world.agree())
    join_another(world, world.student)
    (prompt,) = [m for d, m in said_in(world) if d.notice == "check-in-due"]
    assert HERE in prompt.text
    assert HERE in json.dumps(prompt.blocks[0])


def name_to(world: World, actor: Actor, **about: int) -> str:
    with world.uow() as uow:
        return reads.to_name(uow, actor.user, about)


def test_who_has_to_be_told(world: World) -> None:
    contract = world.agree()
    join_another(world, world.student)
    assert name_to(world, world.student, contract=contract.id) == HERE
    assert name_to(world, world.teacher, contract=contract.id) == "", "she teaches this class alone"
    assert name_to(world, world.stranger, contract=contract.id) == ""
    assert name_to(world, world.student, contract=contract.id + 1) == ""
    assert name_to(world, world.student, somebody=1) == ""


def test_a_class_that_is_over_can_not_be_meant(world: World) -> None:
    contract = world.agree()
    join_another(world, world.student, archived=True)
    assert name_to(world, world.student, contract=contract.id) == ""


def test_a_message_that_says_it_already_says_it_once() -> None:
    said = Message("Ana checked in (English 11).", ({"type": "divider"},))
    assert message_named(said, HERE, words_for()) == said


def test_a_name_is_as_safe_as_in_any_other_message() -> None:
    named = message_named(Message("How is it going?", ()), "<!here> & co", words_for())
    assert "<!here>" not in named.text


def test_the_words_in_place_of_a_file_name_the_class_too() -> None:
    file = File("dates.ics", "Dates", bytes, Message("In words", ()))
    named = message_named(Message("Here", (), file=file), HERE, words_for())
    assert named.file is not None
    assert named.file.instead is not None
    assert HERE in named.text
    assert HERE in named.file.instead.text


def test_below_a_title() -> None:
    title = {"type": "header", "text": {"type": "plain_text", "text": "Your contract"}}
    named = message_named(Message("Your contract", (title, {"type": "divider"})), HERE, words_for())
    assert [b["type"] for b in named.blocks] == ["header", "context", "divider"]


async def opened(world: World, check_in: int) -> dict[str, Any]:
    views = KeptViews()
    press = Press(world.student, "checking_in.log", str(check_in), "1.2", "press:1", "D1", "1.1")
    await checking_in.open_log(press, context_of(world, views))
    (view,) = views.opened
    assert check_view(view) == []
    return view


async def test_a_form_names_its_class(world: World) -> None:
    check_in = asked(world, world.agree())
    assert HERE not in json.dumps(await opened(world, check_in))
    join_another(world, world.student)
    view = await opened(world, check_in)
    assert HERE in json.dumps(view["blocks"][0])
    assert view["private_metadata"] == str(check_in)


def test_a_form_without_a_class_stays_as_it_is() -> None:
    view = {"type": "modal", "blocks": [{"type": "divider"}]}
    assert form_named(view, "", words_for()) == view


def test_what_a_notice_is_about_can_be_found() -> None:
    """A new notice speaks of rows from which a class can be told, or is named above."""
    about = {"classroom", "contract", "check_in", "response", "milestone", "interview", "feedback", "note", "talk"}
    about |= {"piece", "promise", "conference", "family_note"}
    for kind, notice in all_kinds().items():
        if kind in said_kinds() - OF_NO_CLASS - TO_NOBODY_IN_IT:
            assert about & set(notice.__dataclass_fields__), kind

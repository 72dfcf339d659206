"""Who gets the picture of a line, and when it stands on Home."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import update

from bot.activities import arriving
from bot.activities.checking_in import answering
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.home.messages import Home
from bot.activities.logbook import picturing
from bot.activities.logbook.picture_messages import DRAW, LinePicture
from bot.domain.actor import Refusal
from bot.domain.contract import Contract
from bot.domain.outbox import Delivery, DeliveryState, Message, Verb
from bot.messages.briefs import NothingToSay, brief_for
from bot.messages.presenting import present
from storage.queries.outbox import Deliveries
from storage.tables.classes import OutboxRow, table
from tests.unit.checking_in.steps import asked
from tests.unit.home.pages import buttons, shown
from tests.unit.logbook.test_showing import answers
from tests.world import WORKSPACE, World, terms


def asked_for(world: World) -> list[Delivery]:
    return [d for d in world.deliveries() if d.notice == LinePicture.kind]


def sent(world: World, file: str | None = "F1", ts: str | None = None, number: int = -1) -> None:
    """Slack took it: as a file, or what is said instead, which has a ts."""
    row = replace(asked_for(world)[number], state=DeliveryState.SENT, channel="D1", ts=ts, file=file)
    with world.transactions.connection() as connection:
        Deliveries(connection, WORKSPACE).save(replace(row, sent_at=world.now))


def pictures(world: World) -> list[Any]:
    return [block for block in shown(world, world.student) if block["type"] == "image"]


def may_draw(world: World) -> bool:
    return DRAW in dict(buttons(shown(world, world.student)))


@pytest.fixture
def contract(world: World) -> Contract:
    made = world.agree()
    answers(world, made, "4 of 10", "5")
    return made


def test_a_student_gets_a_file_that_says_all_it_shows(world: World, contract: Contract) -> None:
    assert may_draw(world)
    world.do(picturing.draw, world.student, contract.id)
    (queued,) = asked_for(world)
    with world.uow() as uow:
        message = present(uow, queued)
    assert message is not None
    assert message.file is not None
    assert message.file.content().startswith(b"\x89PNG")
    assert ": 4 (" in message.file.alt
    assert ": 5 (" in message.file.alt
    assert message.file.instead is not None
    assert ": 5 (" in message.file.instead.text


def test_without_a_number_there_is_nothing_to_draw(world: World) -> None:
    contract = world.agree()
    assert not may_draw(world)
    with pytest.raises(Refusal, match="no-line-yet"):
        world.do(picturing.draw, world.student, contract.id)


def test_only_targets_with_a_number_are_drawn(world: World) -> None:
    target = terms().targets[0]
    contract = world.agree(targets=(target, replace(target, statement="Ask a question in each lesson")))
    world.do(answering.log, world.student, asked(world, contract), ReplyForm(values=("", "4")))
    world.do(picturing.draw, world.student, contract.id)
    assert [d.args["target"] for d in asked_for(world)] == [1]
    sent(world)
    assert len(pictures(world)) == 1
    assert not may_draw(world)


def test_what_is_on_its_way_is_not_asked_for_twice(world: World, contract: Contract) -> None:
    for _ in range(2):
        world.do(picturing.draw, world.student, contract.id)
    assert len(asked_for(world)) == 1
    sent(world)
    world.do(picturing.draw, world.student, contract.id)  # who deleted it gets another
    assert len(asked_for(world)) == 2


def test_it_is_for_its_student_alone(world: World, contract: Contract) -> None:
    world.do(picturing.draw, world.student, contract.id)
    notice = LinePicture(**asked_for(world)[0].args)
    with world.uow() as uow:
        brief_for(uow, notice, world.student.user)
        for reader in (world.teacher.user, world.classmate.user, ""):
            with pytest.raises(NothingToSay):
                brief_for(uow, notice, reader)


def test_it_stands_on_home_once_slack_has_it(world: World, contract: Contract) -> None:
    world.do(picturing.draw, world.student, contract.id)
    assert pictures(world) == []
    sent(world)
    (picture,) = pictures(world)
    assert picture["slack_file"] == {"id": "F1"}
    assert ": 5 (" in picture["alt_text"]
    assert not may_draw(world)


def test_with_a_new_number_it_goes_and_can_be_drawn_anew(world: World, contract: Contract) -> None:
    world.do(picturing.draw, world.student, contract.id)
    sent(world)
    answers(world, contract, "6")
    assert pictures(world) == []
    assert may_draw(world)
    world.do(picturing.draw, world.student, contract.id)
    sent(world, "F2")
    assert [one["slack_file"] for one in pictures(world)] == [{"id": "F2"}]


def test_on_another_day_it_stays(world: World, contract: Contract) -> None:
    world.do(picturing.draw, world.student, contract.id)
    sent(world)
    world.later(days=3)
    assert len(pictures(world)) == 1


@pytest.mark.parametrize(("file", "ts"), [(None, "1.1"), ("F1", "1.1")])
def test_words_said_instead_are_no_picture(world: World, contract: Contract, file: str | None, ts: str) -> None:
    world.do(picturing.draw, world.student, contract.id)
    sent(world, file, ts)
    assert pictures(world) == []
    assert may_draw(world)


def test_a_number_that_came_meanwhile_is_not_drawn_as_the_old_one(world: World, contract: Contract) -> None:
    world.do(picturing.draw, world.student, contract.id)
    answers(world, contract, "6")
    (queued,) = asked_for(world)
    with world.uow() as uow:
        assert present(uow, queued) is None


def test_nobody_else_sees_it_on_home(world: World, contract: Contract) -> None:
    world.do(picturing.draw, world.student, contract.id)
    sent(world)
    for actor in (world.teacher, world.teacher2, world.classmate, world.admin):
        assert all(block["type"] != "image" for block in shown(world, actor))


def test_home_can_be_shown_without_it(world: World, contract: Contract) -> None:
    world.do(picturing.draw, world.student, contract.id)
    sent(world)
    made = home(world)
    assert made.in_words is not None
    assert [b for b in made.blocks if b["type"] != "image"] == list(made.in_words.blocks)


def home(world: World) -> Message:
    user = world.student.user
    row = Delivery(WORKSPACE, f"home:{user}", Verb.HOME, Home.kind, {}, user, world.now, world.now)
    with world.uow() as uow:
        made = present(uow, row)
    assert made is not None
    return made


def test_home_follows_when_slack_has_it(world: World, contract: Contract) -> None:
    world.do(picturing.draw, world.student, contract.id)
    (queued,) = asked_for(world)
    with world.transactions.connection() as connection:
        connection.execute(update(table(OutboxRow)).where(table(OutboxRow).c.verb == "home").values(state="sent"))
    with world.uow() as uow:
        arriving.arrived(uow, queued)
        uow.end()
    waiting = [d for d in world.deliveries() if d.verb is Verb.HOME and d.state is DeliveryState.WAITING]
    assert [d.reader for d in waiting] == [world.student.user]

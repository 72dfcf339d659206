"""A teacher of many students gets no message for each move of each of them; what waits is remembered in a list."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from bot.activities.checking_in import telling
from bot.activities.checking_in.class_messages import TELL, tell_form
from bot.activities.digest import use_cases as digest
from bot.activities.home import desk_reads
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.reviewing import use_cases as reviewing
from bot.activities.waiting import use_cases as waiting
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership, Person
from bot.domain.contract import Contract
from bot.domain.desk import Need
from bot.domain.waiting import FEW, SINGLY_MOST
from bot.messages.presenting import present
from handlers import checking_in
from handlers.inbound import Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.checking_in.steps import send_all
from tests.unit.handling import context_of
from tests.world import WORKSPACE, World

MANY = FEW + 1


@pytest.fixture
def students(world: World) -> list[Actor]:
    found = [Actor(WORKSPACE, f"US{number:02}") for number in range(MANY)]
    with world.uow() as uow:
        for one in found:
            uow.people.add(Person(WORKSPACE, one.user, f"Kim {one.user}"))
            uow.memberships.add(Membership(WORKSPACE, world.classroom.id, one.user, Side.STUDENT, world.now))
    return found


def told(world: World, teacher: Actor) -> Counter[str]:
    return Counter(world.kinds(teacher.user))


def answer_all(world: World, students: list[Actor]) -> list[Contract]:
    """Each is asked something about their proposal, and answers."""
    found = []
    for one in students:
        contract = world.proposed(one)
        world.do(reviewing.ask, world.teacher, contract.id, 1, "Which essays?")
        found.append(world.do(reviewing.answer, one, contract.id, "The next three"))
    return found


def test_of_many_answers_the_first_come_singly(world: World, students: list[Actor]) -> None:
    answer_all(world, students)
    assert told(world, world.teacher)["student-answered"] == SINGLY_MOST
    world.later(days=8)
    answer_all(world, [world.student])
    assert told(world, world.teacher)["student-answered"] == SINGLY_MOST + 1


def test_with_few_students_all_come_singly(world: World, students: list[Actor]) -> None:
    with world.uow() as uow:
        for one in students[-3:]:
            place = uow.memberships.here(world.classroom.id, one.user)
            assert place is not None
            uow.memberships.save(replace(place, left_at=world.now))
    answer_all(world, students[:-3])
    assert told(world, world.teacher)["student-answered"] == MANY - 3


def test_who_chose_a_message_for_each_student_gets_each(world: World, students: list[Actor]) -> None:
    world.do(telling.choose, world.teacher, world.classroom.id, "each")
    answer_all(world, students)
    assert told(world, world.teacher)["student-answered"] == MANY


def test_who_chose_one_kind_gets_each_of_it_and_of_the_others_the_first(world: World, students: list[Actor]) -> None:
    world.do(telling.choose, world.teacher, world.classroom.id, "one", ("changes",))
    answer_all(world, students)
    world.do(telling.choose, world.teacher, world.classroom.id, "one", ("work",))
    answer_all(world, [world.student, world.classmate])
    assert told(world, world.teacher)["student-answered"] == MANY
    assert told(world, world.teacher2)["student-answered"] == 0


async def test_the_form_asks_for_it_and_keeps_it(world: World, students: list[Actor]) -> None:
    context = context_of(world)

    async def sends(number: int, **values: Any) -> None:
        form = Submission(world.teacher, TELL, values, str(world.classroom.id), "t1", f"view:{number}")
        await checking_in.ROUTES.forms[TELL](form, context)

    def shown() -> tuple[str, ...] | None:
        form = world.do(telling.open_form, world.teacher, world.classroom.id)
        assert all(check_view(tell_form(words_for(lang), form)) == [] for lang in ("en", "es"))
        return form.singly

    assert shown() == ()
    await sends(1, told="one", singly=["work", "changes"])
    assert shown() == ("changes", "work")
    await sends(2, told="none")  # a form from before does not ask
    assert shown() == ("changes", "work")
    await sends(3, told="one", singly=[])
    assert shown() == ()
    with pytest.raises(Refusal, match="old-button"):
        await sends(4, told="one", singly=["everything"])


def test_where_all_comes_one_by_one_there_is_nothing_to_choose(world: World) -> None:
    form = world.do(telling.open_form, world.teacher, world.classroom.id)
    assert form.singly is None
    assert "singly" not in {block.get("block_id") for block in tell_form(words_for(), form)["blocks"]}


def test_what_was_not_said_singly_is_remembered_in_one_list(world: World, students: list[Actor]) -> None:
    answer_all(world, students)
    world.later(days=2, hours=1)
    world.do(waiting.remind, world.accord, world.classroom.id)
    assert told(world, world.teacher)["waits-for-you"] == 1


def test_many_look_backs_are_remembered_in_one_list(world: World, students: list[Actor]) -> None:
    ended = [world.agree(one) for one in students]
    assert ended[0].ends_at is not None
    world.now = ended[0].ends_at
    for hours in (0, 3 * 24 + 9):
        world.later(hours=hours)
        for contract in ended:
            world.do(looking_back.begin, world.accord, contract.id)
    heard = told(world, world.teacher)
    assert heard["look-back-asked"] + heard["look-back-reminder"] == SINGLY_MOST
    assert heard["waits-for-you"] == 1
    assert all(told(world, one)["look-back-reminder"] == 1 for one in students)


def test_look_backs_that_students_alone_owe_stand_in_one_list_and_in_the_class(
    world: World, students: list[Actor]
) -> None:
    ended = [world.agree(one) for one in students]
    assert ended[0].ends_at is not None
    world.now = ended[0].ends_at
    for contract in ended:
        world.do(looking_back.begin, world.accord, contract.id)
        world.do(looking_back.assess, world.teacher, contract.id, {0: 3}, "Well done")
    for hours in (3 * 24 + 9, 3 * 24):
        world.later(hours=hours)
        for contract in ended:
            world.do(looking_back.begin, world.accord, contract.id)
    assert all(told(world, one)["look-back-reminder"] == 2 for one in students)
    queued = [d for d in world.deliveries() if d.lane == "UTEACHER" and d.notice == "waits-for-you"]
    with world.uow() as uow:
        lists = [present(uow, d) for d in queued]
        standings = desk_reads.desk_of(uow, "UTEACHER", [world.classroom]).standings
    named = [made.text for made in lists if made is not None]
    assert len(named) == 1
    assert [one.need for one in standings if one.learner.user == students[0].user] == [Need.SILENT]


def at(world: World, day: int, hour: int) -> None:
    """On this day of January."""
    world.now = datetime.combine(world.now.date().replace(day=day), time(hour), world.now.tzinfo)


def test_what_a_digest_listed_is_no_message_of_its_own(world: World) -> None:
    """It is remembered all the same, and the student hears so."""
    world.do(digest.begin, world.accord)
    at(world, 14, 15)  # a Thursday
    world.proposed()
    at(world, 18, 8)
    with world.uow() as uow:
        due = [one.id for one in uow.digests.all()]
    for one in due:
        world.do(digest.tell_due, world.accord, one)
    send_all(world)
    world.later(hours=1)
    world.do(waiting.remind, world.accord, world.classroom.id)
    assert told(world, world.teacher)["teacher-digest"] == 1
    assert told(world, world.teacher)["waits-for-you"] == 0
    assert told(world, world.student)["teacher-reminded"] == 1


def test_on_friday_it_waits_for_the_digest_of_monday(world: World) -> None:
    """And nobody is told meanwhile that it was remembered."""
    world.do(digest.begin, world.accord)
    at(world, 13, 15)  # a Wednesday
    world.proposed()
    at(world, 15, 9)
    world.do(waiting.remind, world.accord, world.classroom.id)
    assert told(world, world.teacher)["waits-for-you"] == 0
    assert told(world, world.student)["teacher-reminded"] == 0
    with world.uow() as uow:
        (contract,) = uow.contracts.of_student(world.student.user)
        assert contract.reminded == 0
    world.now += timedelta(days=4)  # no digest came
    world.do(waiting.remind, world.accord, world.classroom.id)
    assert told(world, world.teacher)["waits-for-you"] == 1

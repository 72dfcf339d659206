"""In a class where a teacher looks first: nothing is posted without the student's yes, nor without the teacher."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from bot.activities.celebrating import looking
from bot.activities.celebrating import use_cases as celebrating
from bot.activities.set_up.messages import set_up_form
from bot.activities.teaching import use_cases as teaching
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import Consent
from bot.domain.classroom import Membership, Person
from bot.domain.outbox import Delivery, ErrandKind, Message
from bot.domain.shoutouts import LATER, LOOKED_AT_WITHIN, comes_at
from bot.domain.waiting import FEW, SINGLY_MOST
from bot.language.shoutout import token
from handlers import celebrating as handlers
from handlers.inbound import Press
from prompts.words import words_for
from tests.rows import rows
from tests.unit.celebrating.scenes import Way
from tests.unit.celebrating.test_consent import renamed
from tests.unit.handling import at_once, context_of
from tests.unit.set_up.steps import save_again
from tests.world import START, WORKSPACE, World

A_DAY = timedelta(days=1)


def looks_first(world: World) -> None:
    world.classroom = replace(world.classroom, looks_first=True)
    with world.uow() as uow:
        uow.classrooms.save(world.classroom)


def said_yes(world: World) -> tuple[Way, tuple[int, str]]:
    looks_first(world)
    way = Way(world)
    way.log("5")
    claim = way.asked()
    world.do(celebrating.decide, world.student, *claim, True)
    return way, claim


def look(world: World, milestone: int, shown: str, *, post: bool, by: Actor | None = None) -> None:
    world.do(looking.decide, by or world.teacher, milestone, shown, post)


def consent(way: Way) -> Consent:
    (found,) = way.milestones()
    return found.consent


def told(world: World, notice: str) -> list[tuple[Delivery, Message | None]]:
    return [(d, m) for d, m in world.render_all() if d.notice == notice and d.refreshes is None]


def actions_of(message: Message | None) -> list[str]:
    blocks = message.blocks if message is not None else ()
    return [e["action_id"] for b in blocks if b["type"] == "actions" for e in b["elements"]]


def test_a_yes_waits_for_the_teacher_who_decides(world: World) -> None:
    way, _ = said_yes(world)
    assert consent(way) is Consent.WAITS
    assert world.kinds("C1") == []
    ((asked, message),) = told(world, "shoutouts-wait")
    assert asked.reader == world.teacher.user
    assert actions_of(message) == ["celebrating.post", "celebrating.hold"]
    (question,) = told(world, "milestone-reached")
    assert actions_of(question[1]) == ["celebrating.keep"]


def test_the_student_is_told_before_their_yes_who_looks(world: World) -> None:
    looks_first(world)
    way = Way(world)
    way.log("5")
    ((_, first),) = told(world, "milestone-reached")
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, looks_first=False))
    ((_, plain),) = told(world, "milestone-reached")
    assert first is not None
    assert plain is not None
    assert first.blocks[:-1] == plain.blocks[:-1]
    assert first.blocks[-1] != plain.blocks[-1]


@pytest.mark.parametrize(("post", "becomes"), [(True, Consent.GIVEN), (False, Consent.HELD)])
def test_the_teacher_decides_and_the_student_reads_what_became_of_it(
    world: World, post: bool, becomes: Consent
) -> None:
    way, claim = said_yes(world)
    look(world, *claim, post=post)
    assert consent(way) is becomes
    assert world.kinds("C1") == (["shoutout-posted"] if post else [])
    ((read, message),) = told(world, "shoutout-looked-at")
    assert (read.reader, message is not None) == (world.student.user, True)
    ((_, card),) = told(world, "shoutouts-wait")
    assert actions_of(card) == []


def test_a_yes_that_was_taken_back_posts_nothing(world: World) -> None:
    way, claim = said_yes(world)
    world.do(celebrating.decide, world.student, *claim, False)
    with pytest.raises(Refusal, match="shoutout-not-waiting"):
        look(world, *claim, post=True)
    assert consent(way) is Consent.REFUSED
    assert world.kinds("C1") == []
    assert told(world, "shoutout-looked-at") == []


@pytest.mark.parametrize("consent_now", [c for c in Consent if c not in (Consent.WAITS, Consent.GIVEN)])
def test_nothing_is_posted_without_a_yes_that_stands(world: World, consent_now: Consent) -> None:
    way, claim = said_yes(world)
    (waits,) = way.milestones()
    with world.uow() as uow:
        uow.milestones.save(replace(waits, consent=consent_now))
    with pytest.raises(Refusal, match="shoutout-not-waiting"):
        look(world, *claim, post=True)
    assert world.kinds("C1") == []


def test_a_text_that_is_another_by_now_is_asked_about_anew(world: World) -> None:
    way, claim = said_yes(world)
    with world.uow() as uow:
        renamed(uow, world.student.user, "Anastasia")
    look(world, *claim, post=True)
    assert consent(way) is Consent.ASKED
    assert world.kinds("C1") == []
    assert len(way.questions()) == 2
    assert told(world, "shoutout-looked-at") == []
    with pytest.raises(Refusal, match="shoutout-not-waiting"):
        look(world, *claim, post=True)


def test_a_corrected_number_takes_it_off_the_teachers_desk(world: World) -> None:
    looks_first(world)
    way = Way(world)
    reply = way.log("5")
    claim = way.asked()
    world.do(celebrating.decide, world.student, *claim, True)
    way.correct(reply, "3")
    assert consent(way) is Consent.WITHDRAWN
    with pytest.raises(Refusal, match="shoutout-not-waiting"):
        look(world, *claim, post=True)


@pytest.mark.parametrize("change", [{"shoutouts": False}, {"archived": True}])
def test_shoutouts_that_ended_meanwhile_post_nothing(world: World, change: dict[str, Any]) -> None:
    way, claim = said_yes(world)
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, **change))
    look(world, *claim, post=True)
    assert consent(way) is Consent.NOT_ASKED
    assert world.kinds("C1") == []


def test_a_student_who_left_is_not_shown(world: World) -> None:
    way, claim = said_yes(world)
    with world.uow() as uow:
        place = uow.memberships.here(world.classroom.id, world.student.user)
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    look(world, *claim, post=True)
    assert consent(way) is Consent.HELD
    assert world.kinds("C1") == []


def test_of_two_teachers_the_first_decides(world: World) -> None:
    way, claim = said_yes(world)
    look(world, *claim, post=False, by=world.teacher2)
    look(world, *claim, post=False)
    with pytest.raises(Refusal, match="shoutout-not-waiting"):
        look(world, *claim, post=True)
    assert consent(way) is Consent.HELD
    assert len(told(world, "shoutout-looked-at")) == 1


def test_of_two_teachers_who_press_at_once_one_posts_it(engine: Engine) -> None:
    world = World(engine)
    _, (milestone, shown) = said_yes(world)
    context = context_of(world)

    def post(actor: Actor, incoming: str) -> None:
        press = Press(actor, "celebrating.post", f"{milestone}:{shown}", "t1", incoming, "D1", "1.1")
        asyncio.run(handlers.post(press, context))

    at_once(lambda: post(world.teacher, "press:1"), lambda: post(world.teacher2, "press:2"))
    assert world.kinds("C1") == ["shoutout-posted"]


@pytest.mark.parametrize("value", ["", "1", "x:0000000000000000", "1:2:3", "9" * 80])
async def test_a_forged_value_is_an_old_button(world: World, value: str) -> None:
    press = Press(world.teacher, "celebrating.post", value, "t1", "press:1", "D1", "1.1")
    for handler in (handlers.post, handlers.hold):
        with pytest.raises(Refusal, match="old-button"):
            await handler(press, context_of(world))


def test_another_teacher_of_the_contract_finds_it_in_their_messages(world: World) -> None:
    way, claim = said_yes(world)
    save_again(world, co_teachers=("UTEACHER2",), looks_first=True)
    with world.uow() as uow:
        room = uow.classrooms.get(world.classroom.id)
        assert room is not None
        place = uow.memberships.here(room.id, world.teacher.user)
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
        teaching.hand_over(uow, world.admin, room, world.teacher.user, world.teacher2.user)
    cards = {d.reader: m for d, m in told(world, "shoutouts-wait")}
    assert cards[world.teacher.user] is None
    assert actions_of(cards[world.teacher2.user]) == ["celebrating.post", "celebrating.hold"]
    with pytest.raises(Refusal, match="not-in-this-class"):
        look(world, *claim, post=True)
    look(world, *claim, post=True, by=world.teacher2)
    assert consent(way) is Consent.GIVEN


class TestNobodyLooks:
    def test_after_a_week_it_stays_between_them_and_the_student_reads_it(self, world: World) -> None:
        way, claim = said_yes(world)
        with world.uow() as uow:
            (errand,) = rows(uow.errands, kind=ErrandKind.END_WAIT)
        (waits,) = way.milestones()
        assert waits.shared_at is not None
        assert errand.not_before == waits.shared_at + LOOKED_AT_WITHIN
        world.now = errand.not_before
        with pytest.raises(Refusal, match="shoutout-not-waiting"):
            look(world, *claim, post=True)
        for _ in range(2):
            world.do(looking.end_wait, world.accord, claim[0])
        assert consent(way) is Consent.HELD
        ((read, message),) = told(world, "shoutout-looked-at")
        assert (read.args["by"], message is not None) == ("", True)
        assert world.kinds("C1") == []

    def test_what_was_decided_or_waits_anew_is_left_alone(self, world: World) -> None:
        way, claim = said_yes(world)
        world.do(looking.end_wait, world.accord, claim[0])
        assert consent(way) is Consent.WAITS
        look(world, *claim, post=True)
        world.now += LOOKED_AT_WITHIN
        world.do(looking.end_wait, world.accord, claim[0])
        assert consent(way) is Consent.GIVEN
        world.do(looking.end_wait, world.accord, 987_654)


def test_in_a_large_class_a_teacher_gets_few_messages(world: World) -> None:
    """Twelve students say yes in a day: what still waits shows them all."""
    looks_first(world)
    ways = [_of_another(world, number) for number in range(FEW + 2)]
    for way in ways:
        world.do(celebrating.decide, Actor(WORKSPACE, way.contract.student), *way.asked(), True)
    ((_, card),) = told(world, "shoutouts-wait")
    assert actions_of(card) == ["celebrating.post", "celebrating.hold"] * 8
    for way in ways[:8]:
        (found,) = way.milestones()
        look(world, *_claim(way), post=found.id % 2 == 0)
    ((_, card),) = told(world, "shoutouts-wait")
    assert actions_of(card) == ["celebrating.post", "celebrating.hold"] * 4


def _of_another(world: World, number: int) -> Way:
    user = f"UMORE{number}"
    with world.uow() as uow:
        uow.people.add(Person(WORKSPACE, user, f"Student {chr(65 + number)}"))
        uow.memberships.add(Membership(WORKSPACE, world.classroom.id, user, Side.STUDENT, world.now))
    mine, world.student = world.student, Actor(WORKSPACE, user)
    way = Way(world)
    way.log("5")
    world.student = mine
    return way


def _claim(way: Way) -> tuple[int, str]:
    (found,) = way.milestones()
    return found.id, token(found)


@given(st.integers(0, 50))
def test_the_third_message_in_a_week_comes_later(told: int) -> None:
    assert comes_at(START, told) == (START if told < SINGLY_MOST else START + LATER)


@pytest.mark.parametrize(("chosen", "on", "first"), [("on", True, False), ("first", True, True), ("off", False, False)])
def test_the_form_of_a_class_offers_it(world: World, chosen: str, on: bool, first: bool) -> None:
    save_again(world, shoutouts=on, looks_first=first)
    with world.uow() as uow:
        room = uow.classrooms.get(world.classroom.id)
    view = set_up_form(words_for(), "C1", room, (), "UTC")
    (field,) = [block["element"] for block in view["blocks"] if block["block_id"] == "shoutouts"]
    assert [option["value"] for option in field["options"]] == ["on", "first", "off"]
    assert field["initial_option"]["value"] == chosen

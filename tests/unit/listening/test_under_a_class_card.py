"""What a teacher types under the message about a whole class: for the one whom it names, and for nobody by guess."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.activities.checking_in import answering
from bot.activities.hearing import asking, listening
from bot.domain.actor import Actor
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Contract
from bot.domain.outbox import DeliveryState, Verb
from bot.language.of_several import addressed_first
from tests.unit.checking_in.steps import at, check_ins
from tests.unit.checking_in.test_class_card import enrolled
from tests.unit.listening.test_passing_on import typed
from tests.world import START, WORKSPACE, World

CARD = "class-check-ins"
TS = "90.000100"
CARD_TS = "1000.000100"


def answered(world: World, *actors: Actor) -> str:
    """Each answers; the ts of the teacher's message."""
    return all_answer(world, [world.agree(actor) for actor in actors])


def all_answer(world: World, contracts: Sequence[Contract]) -> str:
    at(world, START + timedelta(minutes=45))
    for n, contract in enumerate(contracts):
        first = check_ins(world, contract)[0].id
        world.do(answering.hear, Actor(WORKSPACE, contract.student), first, "5", f"{n}.000100")
    (card,) = [d for d in world.deliveries() if (d.notice, d.verb) == (CARD, Verb.POST)]
    with world.uow() as uow:
        uow.outbox._deliveries.save(replace(card, state=DeliveryState.SENT, channel="D1", ts=CARD_TS))
    return CARD_TS


def heard(world: World) -> list[tuple[str, str]]:
    """(student, words) of what was passed on."""
    with world.uow() as uow:
        found = [(uow.check_ins.get(r.check_in), r.text) for r in uow.responses.all() if r.text]
        return [(c.student, text) for c, text in found if c is not None]


def asked(world: World) -> int | None:
    with world.uow() as uow:
        found = asking.open_one(uow, world.teacher.user)
        return found.id if found else None


@pytest.mark.parametrize("text", ["Ana: well done", "@Ana well done", "ana, well done"])
def test_it_is_for_the_one_whom_it_names(world: World, text: str) -> None:
    card = answered(world, world.student, world.classmate)
    typed(world, world.teacher, text, card, TS)
    assert heard(world) == [(world.student.user, "well done")]


def test_where_one_answered_it_is_for_that_one(world: World) -> None:
    card = answered(world, world.student)
    typed(world, world.teacher, "well done", card, TS)
    assert heard(world) == [(world.student.user, "well done")]


@pytest.mark.parametrize("text", ["well done", "work with Ana on this", "Sam: well done"])
def test_in_doubt_it_goes_to_nobody_and_is_asked(world: World, text: str) -> None:
    card = answered(world, world.student, world.classmate)
    typed(world, world.teacher, text, card, TS)
    assert heard(world) == []
    assert asked(world) is not None
    assert [d.notice for d in world.deliveries() if d.lane == world.teacher.user and d.verb is Verb.POST][-1] == (
        "which-one"
    )
    world.render_all()


def test_who_is_named_and_not_in_it_is_no_other(world: World) -> None:
    """Ben answered nothing on this day, and is not in the message: what is for him is not for Ana."""
    card = answered(world, world.student)
    typed(world, world.teacher, "Ben: well done", card, TS)
    assert heard(world) == []
    assert asked(world) is not None


def test_who_is_named_and_answered_another_day_has_it_there(world: World) -> None:
    ben = world.agree(world.classmate)
    card = answered(world, world.student)
    before = check_ins(world, ben)[0]
    with world.uow() as uow:
        uow.check_ins.save(replace(before, state=CheckInState.ANSWERED, round=""))
    typed(world, world.teacher, "Ben: well done", card, TS)
    assert heard(world) == [(world.classmate.user, "well done")]


def test_what_was_taken_back_may_still_be_meant(world: World) -> None:
    """Ben's answer was shown and is gone: words without a name are for Ana or for him."""
    card = answered(world, world.student, world.classmate)
    world.do(listening.forget, world.classmate, "1.000100")
    with world.uow() as uow:
        found = uow.check_ins.of_round(f"{world.classroom.id}:2027-01-11")
    assert [c.student for c in found if c.state is CheckInState.ANSWERED] == [world.student.user]
    typed(world, world.teacher, "well done", card, TS)
    assert heard(world) == []


def test_a_press_or_a_name_says_whom_it_is_for(world: World) -> None:
    card = answered(world, world.student, world.classmate)
    typed(world, world.teacher, "well done", card, TS)
    question = asked(world)
    with world.uow() as uow:
        waits = uow.asked_back.get(question or 0)
        places = waits.places if waits is not None else ()
        students = [c.student for p in places if (c := uow.check_ins.get(p.ref)) is not None]
    world.do(listening.choose, world.teacher, question, students.index(world.classmate.user))
    assert heard(world) == [(world.classmate.user, "well done")]
    typed(world, world.teacher, "and go on", card, "190.000100")
    typed(world, world.teacher, "Ana", card, "290.000100")
    assert heard(world)[-1] == (world.student.user, "and go on")


def test_of_many_one_chooses_in_a_menu(world: World) -> None:
    card = all_answer(world, enrolled(world, 12))
    typed(world, world.teacher, "well done", card, TS)
    messages = [m for d, m in world.render_all() if d.notice == "which-one" and m is not None]
    (menu, _) = messages[-1].blocks[1]["elements"]
    assert (menu["type"], len(menu["options"])) == ("static_select", 12)


def edited(world: World, text: str) -> None:
    world.do(listening.correct, world.teacher, "D1", text, TS)


@pytest.mark.parametrize("text", ["Ana: very good", "very good"])
def test_an_edit_is_read_as_the_first_was(world: World, text: str) -> None:
    card = answered(world, world.student, world.classmate)
    typed(world, world.teacher, "Ana: good", card, TS)
    edited(world, text)
    assert heard(world) == [(world.student.user, "very good")]


def test_an_edit_that_names_somebody_else_is_for_them(world: World) -> None:
    card = answered(world, world.student, world.classmate)
    typed(world, world.teacher, "Ana: good", card, TS)
    edited(world, "Ben: good")
    assert heard(world) == [(world.classmate.user, "good")]
    assert kinds(world)[-2:] == ["response-taken-back", "remark"]
    edited(world, "Ben: very good")
    assert heard(world) == [(world.classmate.user, "very good")]


def test_an_edit_that_names_somebody_of_another_day_is_for_them(world: World) -> None:
    ben = world.agree(world.classmate)
    card = answered(world, world.student)
    before = check_ins(world, ben)[0]
    with world.uow() as uow:
        uow.check_ins.save(replace(before, state=CheckInState.ANSWERED, round=""))
    typed(world, world.teacher, "Ana: good", card, TS)
    edited(world, "Ben: good")
    assert heard(world) == [(world.classmate.user, "good")]


def test_an_edit_to_a_name_alone_changes_nothing(world: World) -> None:
    card = answered(world, world.student, world.classmate)
    typed(world, world.teacher, "Ana: good", card, TS)
    edited(world, "Ana:")
    assert heard(world) == [(world.student.user, "good")]


def kinds(world: World) -> list[str]:
    return [d.notice for d in world.deliveries() if (d.lane, d.verb) == (world.teacher.user, Verb.POST)]


def test_nobody_else_answers_there(world: World) -> None:
    card = answered(world, world.student, world.classmate)
    typed(world, world.teacher2, "Ana: well done", card, TS)
    assert heard(world) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana: good", (0, "good")),
        ("@Ana Lima good", (0, "good")),
        ("Lima, good", (0, "good")),
        ("ben - good", (1, "good")),
        ("Ana-Maria: good", None),
        ("good, Ana", None),
        ("Ana is right", None),
        ("Kim: good", None),
        ("Kim Ab: good", (3, "good")),
        ("Zed: good", None),
    ],
)
def test_a_name_and_a_sign_begin_it(text: str, found: tuple[int, str] | None) -> None:
    assert addressed_first(text, ["Ana Lima", "Ben", "Kim Aa", "Kim Ab"]) == found

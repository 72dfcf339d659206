"""A student whose language is Spanish, in a class whose teacher reads English: each reads theirs, and what the student
types is heard."""

from decimal import Decimal

import pytest

from bot.activities.checking_in.messages import HowManyNow
from bot.activities.profile import use_cases as profile
from prompts.words import words_for
from tests.unit.checking_in.answers import types, value
from tests.unit.checking_in.steps import asked
from tests.world import World

SPANISH, ENGLISH = words_for("es"), words_for()


def check_in_of_a_spanish_student(world: World) -> int:
    check_in = asked(world, world.agree())
    world.do(profile.choose_language, world.student, "es")
    return check_in


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("hoy me salieron 7", 7), ("siete de diez", 7), ("no, 6", 6), ("ninguno", 0), ("7/10 jaja", 7)],
)
def test_a_number_is_taken(world: World, text: str, number: int) -> None:
    check_in = check_in_of_a_spanish_student(world)
    types(world, text, 1)
    assert value(world, check_in) == Decimal(number)


def test_a_yes_calls_it_right(world: World) -> None:
    check_in = check_in_of_a_spanish_student(world)
    types(world, "7", 1)
    types(world, "si", 20)
    assert value(world, check_in) == 7


@pytest.mark.parametrize("text", ["tendré 8", "la semana que viene tendré 8", "serán 8", "8 para el próximo viernes"])
def test_a_number_that_is_still_to_come_does_not_count(world: World, text: str) -> None:
    check_in = check_in_of_a_spanish_student(world)
    types(world, text, 1)
    assert value(world, check_in) is None
    (asked_for,) = [d for d in world.deliveries() if d.notice == HowManyNow.kind]
    assert asked_for.args["of_later"]


@pytest.mark.parametrize("text", ["preparé 8", "superé 8", "hoy tuve 8"])
def test_what_was_done_counts_though_it_sounds_alike(world: World, text: str) -> None:
    check_in = check_in_of_a_spanish_student(world)
    types(world, text, 1)
    assert value(world, check_in) == 8


@pytest.mark.parametrize("text", ["estoy enferma", "quién lee esto?", "dile a la profe que no puedo ir"])
def test_what_is_no_answer_takes_no_number(world: World, text: str) -> None:
    check_in = check_in_of_a_spanish_student(world)
    types(world, text, 1)
    with world.uow() as uow:
        found = uow.check_ins.get(check_in)
        assert found is not None
        assert uow.replies.to(found) == []


def test_each_reads_their_own_language(world: World) -> None:
    check_in_of_a_spanish_student(world)
    types(world, "7", 1)
    shown = {(d.reader, d.notice): str(message) for d, message in world.render_all() if message}
    theirs = shown[world.student.user, "reply-noted"]
    assert SPANISH("check-in-undo-button") in theirs
    assert ENGLISH("check-in-undo-button") not in theirs
    assert ENGLISH("check-in-respond-button") in shown[world.teacher.user, "class-check-ins"]

"""Who asks how it goes is shown that, whatever is open; nothing that answers anything is taken for it."""

import pytest

from bot.domain.check_ins import CheckInState
from bot.language.hearing import Kind
from bot.language.logbook import asks_how_it_goes
from tests.unit.checking_in.steps import check_ins, replies, send_all
from tests.unit.listening.test_passing_on import posted, typed
from tests.unit.listening.test_questions import prompted, says
from tests.unit.listening.two_classes import TwoClasses
from tests.world import World

ASKED = [
    ("How am I doing?", ""),
    ("ok so how am i doing so far, pls", ""),
    ("show my history", ""),
    ("Show me my progress please!", ""),
    ("can you show me my chart", ""),
    ("am I on track?", ""),
    ("how far have I come?", ""),
    ("how am I doing in English?", "english"),
    ("How am I doing in History 11?", "history 11"),
]
ASKED_IN_SPANISH = [
    ("¿Cómo voy?", ""),
    ("como voy", ""),
    ("muéstrame mi historial por favor", ""),
    ("¿puedo ver mi progreso?", ""),
    ("hola, ¿qué tal voy?", ""),
    ("¿cómo voy en historia?", "historia"),
]
NO_REQUEST = [
    "7",
    "how's it going",
    "my history",
    "History: 7",
    "How am I doing? I got 7 today",
    "i think i am on track",
    "I looked at how I am doing and wrote 5",
    "how is ben doing?",
    "my progress this week is 7 of 10",
    "5 of 10, no idea how i am doing",
]
NO_REQUEST_IN_SPANISH = ["voy bien", "así voy: 7", "mi progreso fue 7 esta semana", "¿cómo va Ben?"]


@pytest.mark.parametrize(("text", "name"), ASKED)
def test_it_is_heard(text: str, name: str) -> None:
    assert asks_how_it_goes(text) == name


@pytest.mark.parametrize(("text", "name"), ASKED_IN_SPANISH)
def test_it_is_heard_in_spanish(text: str, name: str) -> None:
    assert asks_how_it_goes(text, "es") == name


@pytest.mark.parametrize("text", NO_REQUEST)
def test_what_says_anything_else_is_none(text: str) -> None:
    assert asks_how_it_goes(text) is None


@pytest.mark.parametrize("text", NO_REQUEST_IN_SPANISH)
def test_what_says_anything_else_is_none_in_spanish(text: str) -> None:
    assert asks_how_it_goes(text, "es") is None


def test_while_a_check_in_is_open_it_is_shown_and_the_check_in_waits_on(world: World) -> None:
    contract = prompted(world)
    assert says(world, "show my history") is Kind.QUESTION
    assert world.said(world.student.user)[-1] == ("how-it-goes", {"contract": contract.id, "target": 0})
    (check_in,) = check_ins(world, contract)
    assert check_in.state is CheckInState.PROMPTED
    assert replies(world, check_in.id) == {}
    says(world, "5", "90.000100")
    assert replies(world, check_in.id)[0].value == 5
    assert "class-check-ins" in world.kinds(world.teacher.user)


def test_seconds_after_an_answer_the_answer_stands(world: World) -> None:
    contract = prompted(world)
    says(world, "5", "50.000100")
    says(world, "how am I doing?", "53.000100")
    (check_in, _) = check_ins(world, contract)
    assert replies(world, check_in.id)[0].value == 5
    assert replies(world, check_in.id)[0].all_words in ("", "5")
    assert world.kinds(world.student.user)[-1] == "how-it-goes"


def test_while_nothing_is_open(world: World) -> None:
    world.agree()
    says(world, "how am I doing?")
    assert world.kinds(world.student.user) == ["how-it-goes"]


def test_who_has_nothing_signed_is_told_so(world: World) -> None:
    world.proposed()
    says(world, "how am I doing?")
    assert world.said(world.student.user)[-1] == (
        "explained",
        {"topic": "how-am-i-doing", "waits": "", "classroom": None},
    )


def test_a_teacher_who_types_it_is_shown_nothing_of_anybody(world: World) -> None:
    prompted(world)
    typed(world, world.teacher, "how am I doing?", "", "60.000100")
    assert "how-it-goes" not in world.kinds(world.teacher.user)


def test_below_a_teachers_words_it_is_for_that_teacher(world: World) -> None:
    prompted(world)
    says(world, "4 of 10, reading aloud helped")
    typed(world, world.teacher, "Well done", posted(world, world.teacher.user, "class-check-ins"), "8000.000100")
    send_all(world)
    typed(world, world.student, "how am I doing?", posted(world, world.student.user, "responded"), "8100.000100")
    assert "how-it-goes" not in world.kinds(world.student.user)


def test_of_two_classes_both_or_the_one_that_is_named(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    both.says("how am I doing?")
    assert world.kinds(world.student.user)[-2:] == ["how-it-goes", "how-it-goes"]
    before = len(world.kinds(world.student.user))
    both.says("how am I doing in history?")
    (said,) = world.said(world.student.user)[before:]
    with world.uow() as uow:
        contract = uow.contracts.get(said[1]["contract"])
        assert contract is not None
        room = uow.classrooms.get(contract.classroom)
    assert room is not None
    assert room.name == "History 11"

"""What is said to a program is kept nowhere, and what was asked stays open."""

import pytest

from bot.domain.check_ins import CheckInState
from bot.language.hearing import Kind
from prompts.words import answers_in, words_for
from tests.unit.checking_in.steps import check_ins, replies
from tests.unit.listening.test_questions import prompted, says
from tests.unit.listening.two_classes import TwoClasses
from tests.world import World

TONGUES = ("es", "fr", "de", "nl", "pt", "pl", "tr", "uk", "ar")


@pytest.mark.parametrize(
    ("text", "kind"),
    [("thanks!", Kind.THANKS), ("fuck off", Kind.UNWILLING), ("hello there", Kind.GREETING), ("fghjj", Kind.UNCLEAR)],
)
def test_at_a_check_in(world: World, text: str, kind: Kind) -> None:
    contract = prompted(world)
    assert says(world, text) is kind
    assert world.said(world.student.user)[-1] == (
        "remark",
        {"about": kind.value, "waits": "check-in", "classroom": world.classroom.id},
    )
    (open_one,) = check_ins(world, contract)
    assert open_one.state is CheckInState.PROMPTED
    assert replies(world, open_one.id) == {}
    assert "class-check-ins" not in world.kinds(world.teacher.user)
    world.render_all()


def test_what_is_answered_is_not_said_to_be_open(world: World) -> None:
    prompted(world)
    says(world, "4 of 10, reading aloud helped")
    says(world, "thanks!", "80.000100")
    assert world.said(world.student.user)[-1][1]["waits"] == ""


@pytest.mark.parametrize("about", sorted({*Kind} - {Kind.DISTRESS, Kind.QUESTION}))
def test_there_is_a_word_for_every_kind(about: Kind) -> None:
    assert words_for().has(f"hearing-{about.value}")


def test_in_two_classes_the_one_that_waits_is_named(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    under = both.is_sent("check-in-due", check_in=both.of(both.history_contract).id)
    both.says("thanks!", thread=under)
    newest = [m for d, m in world.render_all() if d.notice == "remark" and m is not None][-1]
    assert "History 11" in newest.text


def test_another_language_is_answered_in_it_once_a_day(world: World) -> None:
    says(world, "ich weiß nicht, was das ist und was ich jetzt machen soll")
    assert world.said(world.student.user) == [("reads-english", {"language": "de"})]
    says(world, "ich verstehe das immer noch nicht, was ist das", "90.000100")
    assert world.kinds(world.student.user).count("reads-english") == 1
    world.later(days=1)
    says(world, "ich weiß nicht, was das ist und was ich jetzt machen soll", "99.000100")
    assert world.kinds(world.student.user).count("reads-english") == 2
    world.render_all()


def test_a_part_that_follows_takes_nothing_away_of_that(world: World) -> None:
    says(world, "ich weiß nicht, was das ist und was ich jetzt machen soll")
    says(world, "kannst du mir bitte sagen was das ist", "52.000100")
    with_part = [kind for kind in world.kinds(world.student.user) if kind != "home"]
    assert with_part[-1] == "reads-english"


@pytest.mark.parametrize("language", TONGUES)
def test_there_is_copy_in_each_language_that_is_known_by_sight(language: str) -> None:
    assert answers_in(language, words_for())("hearing-reads-english") != words_for()("hearing-reads-english")

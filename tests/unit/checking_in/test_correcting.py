"""What is typed after an answer: yes and no, another number in place of the one that stands, and more words."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.checking_in import answering, taking_back
from bot.language.counts import correction_in, corrects, without_no
from tests.unit.checking_in.answers import say, types, value
from tests.unit.checking_in.steps import asked, posts, rendered, replies
from tests.world import World, terms

MISTAKES = replace(terms().targets[0], unit="comma mistakes per page", baseline=Decimal(15), goal=Decimal(5))
BOOKS = replace(terms().targets[0], statement="Read", unit="books", baseline=Decimal(0), goal=Decimal(6))


def answered(world: World, *texts: str) -> int:
    """A check-in answered with 12, and what was typed after that."""
    check_in = asked(world, world.agree(targets=(MISTAKES,)))
    for number, text in enumerate(("12", *texts), 1):
        say(world, check_in, text, f"{number}00.1")
    return check_in


CORRECTIONS = {
    "sorry i meant 13": 13,
    "sorry i meant that it was 13": 13,
    "wait no its eleven not 12": 11,
    "can you change it to 11 please": 11,
    "change 12 to 11": 11,
    "please change it from 12 to 11": 11,
    "no it was 11": 11,
    "no 11": 11,
    "no, 11": 11,
    "nope its 11": 11,
    "oops, that should be 11": 11,
    "its 13 actually": 13,
    "actually it was 13 mistakes": 13,
    "that was wrong, it is 9": 9,
    "correction: 9 comma mistakes per page": 9,
    "its not 12 its 11": 11,
    "11": 11,
}


@pytest.mark.parametrize(("text", "number"), CORRECTIONS.items())
def test_an_unmistakable_correction_is_taken_and_shown_back(world: World, text: str, number: int) -> None:
    check_in = answered(world, text)
    assert value(world, check_in) == number
    assert replies(world, check_in)[0].source == "200.1"
    assert not replies(world, check_in)[0].confirmed
    assert posts(world, "USTUDENT").count("reply-noted") == 2


@pytest.mark.parametrize(
    "text",
    [
        "sorry i meant 11 or 13",
        "12 is wrong",
        "wait it is not 12 anymore",
        "sorry i meant 3 less than last time",
    ],
)
def test_where_no_number_can_be_taken_the_student_is_asked(world: World, text: str) -> None:
    check_in = answered(world, text)
    assert value(world, check_in) == 12
    assert posts(world, "USTUDENT")[-1] in ("how-many-now", "which-number")
    rendered(world)


@pytest.mark.parametrize(
    ("text", "number"),
    {
        "its 13 now i think": 13,
        "i think 11 mistakes in the end": 11,
        "3 less": 9,
        "sorry, I missed 2 lessons last week": 2,
    }.items(),
)
def test_where_it_is_not_sure_what_stands_goes_on_counting(world: World, text: str, number: int) -> None:
    check_in = answered(world, text)
    reply = replies(world, check_in)[0]
    assert reply.value == 12
    assert reply.waiting == number
    assert reply.waiting_source == "200.1"
    assert "checking_in.confirm" in rendered(world)["reply-noted"][-1]
    world.do(answering.confirm, world.student, check_in)
    assert value(world, check_in) == number
    assert replies(world, check_in)[0].waiting is None


@pytest.mark.parametrize(
    "text",
    [
        "it went well i think",
        "sorry i was late today",
        "I will try 2 new ones tomorrow, I think",
        "12 mistakes like I said before",
        "that took me 40 minutes in the evening",
    ],
)
def test_other_words_are_kept_and_change_nothing(world: World, text: str) -> None:
    check_in = answered(world, text)
    assert value(world, check_in) == 12
    assert replies(world, check_in)[0].typed["200.1"] == text
    assert posts(world, "USTUDENT")[-1] == "words-kept"


def test_of_several_targets_a_correction_is_for_the_one_it_names(world: World) -> None:
    check_in = asked(world, world.agree(targets=(MISTAKES, BOOKS)))
    say(world, check_in, "12 mistakes and 2 books")
    say(world, check_in, "sorry i meant 3 books", "200.1")
    assert {t: r.value for t, r in replies(world, check_in).items()} == {0: 12, 1: 3}
    say(world, check_in, "sorry i meant it was 4", "300.1")
    assert {t: r.value for t, r in replies(world, check_in).items()} == {0: 12, 1: 3}
    assert posts(world, "USTUDENT")[-1] == "target-wanted"


@pytest.mark.parametrize("text", ["yes", "Yes!", "ok", "that's right", "Thats right.", "yh thats right", "yes pls!"])
def test_a_typed_yes_calls_it_right(world: World, text: str) -> None:
    check_in = asked(world, world.agree(targets=(MISTAKES,)))
    types(world, "12", 100)
    types(world, text, 200)
    assert replies(world, check_in)[0].confirmed
    assert replies(world, check_in)[0].typed == {"100.000100": "12"}
    assert posts(world, "USTUDENT").count("reply-noted") == 2


@pytest.mark.parametrize("text", ["no", "Nope.", "that's wrong", "no it's not", "nah, not really"])
def test_a_typed_no_asks_how_many_it_is(world: World, text: str) -> None:
    check_in = asked(world, world.agree(targets=(MISTAKES,)))
    types(world, "12", 100)
    types(world, text, 200)
    assert value(world, check_in) is None
    assert replies(world, check_in)[0].typed == {"100.000100": "12"}
    assert posts(world, "USTUDENT")[-1] == "how-many-now"
    assert "checking_in.log" in rendered(world)["how-many-now"][0]
    types(world, "11", 300)
    assert value(world, check_in) == 11


def test_yes_and_no_with_nothing_to_call_right_are_words(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "no")
    assert replies(world, check_in)[0].typed == {"1.1": "no"}


@pytest.mark.parametrize(
    ("text", "kind"), [("help", "help"), ("HELP!", "help"), ("hi", "remark"), ("hello??", "remark")]
)
@pytest.mark.parametrize("before", [[], ["12"]])
def test_help_and_a_greeting_are_no_part_of_an_answer(world: World, text: str, kind: str, before: list[str]) -> None:
    check_in = asked(world, world.agree())
    for number, typed in enumerate((*before, text), 1):
        types(world, typed, 100 * number)
    assert posts(world, "USTUDENT")[-1] == kind
    assert [list(r.typed.values()) for r in replies(world, check_in).values()] == [before][: len(before)]


def test_a_correction_can_be_corrected_by_editing_it(world: World) -> None:
    check_in = answered(world, "sorry i meant 13")
    assert world.do(taking_back.correct, world.student, "sorry i meant 14", "200.1")
    assert value(world, check_in) == 14


@given(st.text(max_size=60))
def test_any_text_can_be_looked_through(text: str) -> None:
    assert len(without_no(text)) == len(text)
    assert corrects(text) in (True, False)


def test_another_goal_is_no_other_number() -> None:
    target = terms().targets[0]
    assert correction_in("can we make it 7 instead of 8", target, Decimal(4)) is None
    assert correction_in("sorry 7, not 4", target, Decimal(4)) == 7

"""A word to Accord is one too where its writer says to which class: "english: back" is no answer."""

import pytest

from bot.activities.hearing import listening
from bot.activities.hearing.listening import DirectMessage
from tests.unit.proposing.talk import Talk
from tests.world import World


@pytest.fixture
def talk(world: World) -> Talk:
    """A student of English 11 alone, who was asked a second question."""
    begun = Talk(world).begin()
    begun.say("All my sentences start the same")
    return begun


def says(talk: Talk, text: str, thread: str = "") -> None:
    talk.world.later(seconds=60)
    ts = f"{talk.world.now.timestamp():.6f}"
    words = DirectMessage("D1", text, ts, f"said:D1:{ts}", thread=thread)
    talk.world.do(listening.hear, talk.world.student, words, greets=lambda _: False)


@pytest.mark.parametrize("text", ["back", "english: back", "English 11: back", "Ms Lee: Back"])
def test_back_goes_back(talk: Talk, text: str) -> None:
    before = talk.now_asked()
    says(talk, text)
    assert (before, talk.now_asked()) == ("strengths", "hardest")
    assert "back" not in str(talk.interview().draft).casefold()


def test_help_explains_the_question_that_is_open(talk: Talk) -> None:
    says(talk, "english: help")
    assert (talk.now_asked(), talk.notice().help) == ("strengths", True)


@pytest.mark.parametrize("text", ["history: back", "my notes: back"])
def test_what_names_no_class_of_theirs_is_an_answer(talk: Talk, text: str) -> None:
    says(talk, text)
    assert text in str(talk.interview().draft)


def test_an_answer_keeps_the_words_that_it_was_typed_in(talk: Talk) -> None:
    says(talk, "english: I have good ideas")
    assert "english: I have good ideas" in str(talk.interview().draft)

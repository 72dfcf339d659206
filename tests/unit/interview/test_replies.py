"""The words of a reply that is no answer of its own: a question back, a yes, a no."""

import tomllib
from pathlib import Path

import pytest

from bot.activities.proposing.interview import wording
from bot.activities.proposing.interview.draft import Viewpoint
from bot.language import counts, typed
from bot.language.typed import Meaning
from tests.unit.interview.transcripts import OPENING, WHOLE, Transcript

WORDS = tomllib.loads(Path(typed.__file__).with_name("data").joinpath("en/replies.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    ["what?", "What do you mean??", "Huh?", "what does that mean?", "i dont get it", "I don’t get it.", "?", " ?? "],
)
def test_a_question_back_asks_for_help(text: str) -> None:
    assert typed.meaning(text) is Meaning.HELP


@pytest.mark.parametrize(
    "text", ["", " ", "!", "😀", "?!", "what I write is too short", "how to start", "explain", "grade"]
)
def test_what_is_said_of_the_work_is_no_question_back(text: str) -> None:
    assert typed.meaning(text) is None


@pytest.mark.parametrize(
    "text",
    ["no thats it", "No, that's it", "nah", "im good", "I’m good, thanks", "done", "no more", "no"],
)
def test_words_for_no_further_target(text: str) -> None:
    assert Transcript().through(*WHOLE[:-1], ("1.more", text)).asked == ""


@pytest.mark.parametrize("text", ["yup", "ye", "sure", "Sure!", "go on", "please", "yes please", "why not"])
def test_words_for_a_further_target(text: str) -> None:
    assert Transcript().through(*WHOLE[:-1], ("1.more", text)).asked == "2.statement"


@pytest.mark.parametrize(
    ("text", "taken"),
    [("sure", True), ("yup", True), ("ye", True), ("Yes, please", True), ("nah", False), ("no thanks", False)],
)
def test_words_for_a_wording(text: str, taken: bool) -> None:
    talk = Transcript().through(*OPENING, ("1.statement", "get better at openings"))
    talk.skip()
    talk.through(("1.measure", "from 5 to 8 openings"), ("1.timeframe", "by 12 March"))
    assert talk.asked == "1.wording"
    assert talk.say(text) == "1.strategies"
    assert (talk.draft["1.wording"].value != "get better at openings") is taken


@pytest.mark.parametrize(
    ("text", "renews"),
    [
        ("actually no wait, make it 4 days", True),
        ("hmm can we make it 3 actually", True),
        ("make it neat", False),
        ("4 days", False),
    ],
)
def test_words_that_change_a_number_that_was_to_be_reached(text: str, renews: bool) -> None:
    assert typed.renews(text) is renews


def test_another_number_takes_the_place_of_the_one_in_the_sentence() -> None:
    talk = Transcript().through(
        *OPENING,
        ("1.statement", "start essays 5 days before the deadline by 19 march"),
        ("1.measure", "actually no wait, make it 4 days"),
    )
    assert (
        wording.suggestion(Viewpoint(talk.draft, talk.frame, 1))
        == "start essays 4 days before the deadline by 19 march"
    )


@pytest.mark.parametrize(("text", "value"), [("1 day", 1), ("2 weeks", 2), ("4", 4)])
def test_a_span_that_is_all_of_an_answer_is_how_many(text: str, value: int) -> None:
    assert counts.number(text).value == value


@pytest.mark.parametrize("group", ["meaning", "yes_no", "wording"])
def test_no_words_of_a_group_stand_for_two_things(group: str) -> None:
    words = [word for named in WORDS[group].values() for word in named]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("group", ["yes_no", "wording"])
def test_no_yes_and_no_no_is_a_word_to_accord(group: str) -> None:
    keep = {"keep", "keep it"}
    words = {word for named in WORDS[group].values() for word in named} - keep
    assert [word for word in words if typed.meaning(word) is not None] == []

"""One sentence with two aims: two targets, or one with a condition; the student says which."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.proposing.interview import particulars, wording
from bot.activities.proposing.interview.draft import Viewpoint, targets
from bot.domain.classroom import Autonomy
from bot.language.targets import two_aims
from tests.unit.interview.transcripts import OPENING, Transcript, frame

BOTH = "hand in 5 of my next 6 reports on time and get at least 14/20 in each"
FIRST = "hand in 5 of my next 6 reports on time"
SECOND = "get at least 14/20 in each of my next 6 reports"


def asked_which(autonomy: Autonomy = Autonomy.SHARED) -> Transcript:
    transcript = Transcript(frame(autonomy)).through(*OPENING, ("1.statement", BOTH))
    assert transcript.asked == "1.aims"
    return transcript


def sentence(transcript: Transcript, target: int = 1) -> str:
    return wording.statement(Viewpoint(transcript.draft, transcript.frame, target))


@pytest.mark.parametrize("said", ["two", "Two targets please", "both"])
def test_two_targets_have_a_sentence_each(said: str) -> None:
    transcript = asked_which()
    if said == "Two targets please":
        transcript.choose("two")
    else:
        transcript.say(said)
    place = Viewpoint(transcript.draft, transcript.frame)
    assert targets(place) == 2
    assert (sentence(transcript), sentence(transcript, 2)) == (FIRST, SECOND)
    assert [particulars.goal(one) for one in (place, place.of(2))] == [Decimal(5), Decimal(14)]


def test_one_target_keeps_the_sentence() -> None:
    transcript = asked_which()
    transcript.say("one")
    assert sentence(transcript) == BOTH
    assert targets(Viewpoint(transcript.draft, transcript.frame)) == 1


def test_where_one_target_is_all_there_may_be_it_is_either_half_or_both() -> None:
    transcript = asked_which(Autonomy.GUIDED)
    assert transcript.say("two") == "!which-aim"
    transcript.say("the second one")
    assert sentence(transcript) == SECOND


def test_another_sentence_is_another_question() -> None:
    transcript = asked_which()
    transcript.say("one")
    transcript.edit("1.sentence")
    transcript.say("write 8 different openings in my essay by 12 March")
    assert "1.aims" not in transcript.draft


@pytest.mark.parametrize(
    "text",
    [
        "read 3 articles and summarise each in 50 words",
        "write 5 paragraphs and use at least 2 quotes in each",
        "begin 8 of 10 sentences differently and check them",
        "do 20 push-ups and 30 sit-ups a day",
        "practise and revise every day",
    ],
)
def test_what_belongs_together_is_one_aim(text: str) -> None:
    assert two_aims(text) is None


@given(st.text(max_size=200))
def test_any_sentence_has_two_aims_or_not(text: str) -> None:
    both = two_aims(f"{text} and get at least 14/20")
    assert both is None or (both[0] and both[1])

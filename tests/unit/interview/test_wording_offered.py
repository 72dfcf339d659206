"""A sentence typed at the wording step is shown back, and takes the place of the target on a yes alone."""

import pytest

from bot.activities.proposing.interview import flow, wording
from bot.activities.proposing.interview.draft import Viewpoint, dump, load
from tests.unit.interview.transcripts import OPENING, Transcript

FIRST = "get better at openings"
NEW = "Vary 9 of my openings by 26 February"


def at_wording() -> Transcript:
    talk = Transcript().through(*OPENING, ("1.statement", FIRST))
    talk.skip()
    return talk.through(("1.measure", "from 5 to 8 openings"), ("1.timeframe", "by 12 March"))


def place(talk: Transcript) -> Viewpoint:
    return Viewpoint(talk.draft, talk.frame)


def offered() -> Transcript:
    talk = at_wording()
    assert talk.say(NEW) == "1.wording"
    return talk


def test_what_stands_stands_until_the_yes() -> None:
    talk = offered()
    assert wording.statement(place(talk)) == FIRST
    assert wording.offered(place(talk)) == NEW
    assert talk.draft["1.timeframe"].value == "2027-03-12"
    question = flow.asked(talk.draft, talk.frame)
    assert question is not None
    assert question.step.options(place(talk)) == ("instead", "before")
    assert load(dump(talk.draft)) == talk.draft


@pytest.mark.parametrize("text", ["yes", "Use this instead", "ok", "keep mine", NEW])
def test_a_yes_takes_it_and_what_it_says(text: str) -> None:
    talk = offered()
    talk.say(text)
    assert wording.statement(place(talk)) == NEW
    assert "1.timeframe" not in talk.draft, "the sentence names its day"
    assert not talk.draft["1.wording"].open


@pytest.mark.parametrize("text", ["no", "keep the one before", "keep it", "nah"])
def test_a_no_takes_the_one_that_was_shown_beside_it(text: str) -> None:
    talk = at_wording()
    suggested = wording.suggestion(place(talk))
    talk.say(NEW)
    assert talk.say(text) == "1.strategies"
    assert wording.statement(place(talk)) == suggested


def test_the_first_sentence_may_still_be_kept() -> None:
    talk = offered()
    talk.say("keep my first sentence")
    assert wording.statement(place(talk)) == FIRST


def test_another_sentence_is_shown_back_in_its_turn() -> None:
    talk = offered()
    assert talk.say("Vary 7 of my openings by March") == "1.wording"
    assert wording.offered(place(talk)) == "Vary 7 of my openings by March"
    talk.say("yes")
    assert wording.statement(place(talk)) == "Vary 7 of my openings by March"


def test_a_settled_wording_stays_where_its_edit_is_not_wanted() -> None:
    talk = at_wording()
    talk.choose("take")
    settled = wording.statement(place(talk))
    assert talk.edit("1.sentence") == "1.wording"
    assert talk.say(NEW) == "1.wording"
    assert wording.statement(place(talk)) == settled
    assert talk.keep() == "!nothing-to-keep", "the buttons name the two"
    assert talk.choose("before") == "1.strategies"
    assert wording.statement(place(talk)) == settled


def test_an_edit_of_a_message_that_was_taken_is_shown_back_again() -> None:
    talk = offered()
    talk.choose("instead")
    assert talk.correct("1.wording", "Vary 6 of my openings by 26 February") == "1.wording"
    assert wording.statement(place(talk)) == NEW


def test_back_lets_go_of_it() -> None:
    talk = offered()
    assert talk.back() == "1.timeframe"
    talk.keep()
    assert talk.asked == "1.wording"


def test_the_suggested_sentence_typed_out_is_no_new_one() -> None:
    talk = at_wording()
    suggested = wording.suggestion(place(talk))
    assert suggested is not None
    assert talk.say(suggested) == "1.strategies"

"""What students typed, and was once taken for something else."""

from datetime import date
from decimal import Decimal

import pytest

from bot.activities.proposing.interview import particulars, wording
from bot.activities.proposing.interview.draft import Viewpoint
from bot.language import typed
from tests.unit.interview.transcripts import CLEAR, OPENING, Transcript, frame


def place(transcript: Transcript) -> Viewpoint:
    return Viewpoint(transcript.draft, transcript.frame)


def asked_for_wording() -> Transcript:
    return Transcript().through(
        *OPENING,
        ("1.statement", "get better at maths"),
        ("1.observable", "do worksheets"),
        ("1.measure", "3 a week"),
        ("1.timeframe", "by march"),
    )


def test_by_when_goes_before_the_day_of_a_test() -> None:
    said = "get 14 rite out of 20 in the friday test by the 5th of march"
    transcript = Transcript().through(*OPENING, ("1.statement", said))
    assert particulars.due_on(place(transcript)) == date(2027, 3, 5)
    assert particulars.unit(place(transcript)) == "out of 20"


def test_what_would_be_seen_says_how_much() -> None:
    transcript = Transcript().through(
        *OPENING, ("1.statement", "get better at maths"), ("1.observable", "do 3 worksheets a week")
    )
    assert transcript.asked == "1.timeframe"
    transcript.through(("1.timeframe", "by march"), ("1.wording", "take it"), ("1.baseline", "1"))
    assert particulars.baseline(place(transcript)) == Decimal(1)
    assert particulars.goal(place(transcript)) == Decimal(3)


def test_a_bare_rate_keeps_its_period() -> None:
    assert particulars.unit(place(asked_for_wording())) == "times per week"


@pytest.mark.parametrize("said", ["end of feb", "by the end of february", "28 february"])
def test_a_day_where_the_wording_is_shown_is_by_when(said: str) -> None:
    transcript = asked_for_wording()
    assert transcript.say(said) == "1.wording"
    assert particulars.due_on(place(transcript)) == date(2027, 2, 28)
    assert "28 February" in (wording.suggestion(place(transcript)) or "")


def test_a_part_is_no_wording() -> None:
    transcript = asked_for_wording()
    assert transcript.say("do them on the bus") == "!wording-is-a-part"
    assert wording.offered(place(transcript)) == ""


def test_a_number_is_no_evidence() -> None:
    lines = (*OPENING, CLEAR, ("1.baseline", "5"), ("1.strategies", "rewrite one paragraph every Tuesday"))
    transcript = Transcript().through(*lines)
    assert transcript.say("three") == "!evidence-in-words"
    assert transcript.say("three paragraphs") == "supports"


def test_a_day_of_the_week_is_no_sign_of_success() -> None:
    lines = (("1.strategies", "rewrite one paragraph every Tuesday"), ("1.evidence", "written work"))
    transcript = Transcript().through(*OPENING, CLEAR, ("1.baseline", "5"), *lines, ("supports", "more time"))
    assert transcript.say("mondays is fine") == "!criterion-is-a-day"
    assert transcript.say("I notice it on mondays") == ""


def test_twice_as_much_is_asked_about() -> None:
    transcript = Transcript().through(*OPENING, ("1.statement", "read twice as much by march"))
    assert transcript.asked == "1.baseline"
    assert particulars.goal(place(transcript)) is None


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("wait i want to change the number to 5", "numbers"),
        ("can i change the date", "timeframe"),
        ("oops i need to fix my target", "sentence"),
        ("change the goal to 5 please", "numbers"),
        ("12 march", None),
        ("the number of changes in the text", None),
        ("i want it to be on the date when we change seats and everybody has a new goal for the term", None),
    ],
)
def test_who_wants_to_change_a_part(said: str, part: str | None) -> None:
    assert typed.wants_to_change(said) == part


@pytest.mark.parametrize(
    ("said", "only"),
    [("end of feb", True), ("by 5 March", True), ("do them by 5 March", False), ("", False), ("them", False)],
)
def test_only_a_day(said: str, only: bool) -> None:
    assert typed.only_a_day(said, frame()) is only


def test_a_unit_in_other_letters_counts_right_ones() -> None:
    transcript = Transcript().through(*OPENING, ("1.statement", "get 14 rite out of 20 by 12 march"))
    assert particulars.goal(place(transcript)) == Decimal(14)

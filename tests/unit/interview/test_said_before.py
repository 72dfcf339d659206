"""What an answer says to another question is taken there, shown, and not asked again."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from bot.activities.proposing.interview import particulars, wording
from bot.activities.proposing.interview.draft import Viewpoint, dump, load
from bot.activities.proposing.interview.particulars import baseline, due_on, goal
from bot.language import typed
from tests.unit.interview.transcripts import OPENING, Transcript

WISH = "i want to save £50 a month until the end of may, now i save 20"


def test_a_target_where_the_hardest_part_is_asked_is_the_target() -> None:
    talk = Transcript()
    assert talk.say(WISH) == "hardest"
    assert talk.draft["1.statement"].value == WISH
    assert talk.say("takeaways") == "strengths"
    assert talk.say("i get paid on fridays") == "1.strategies"
    assert particulars.baseline(Viewpoint(talk.draft, talk.frame)) == Decimal(20)


def test_a_target_beside_the_hardest_part_is_taken_out_of_it() -> None:
    talk = Transcript()
    assert talk.say(f"I never have money left. {WISH}") == "strengths"
    assert talk.draft["1.statement"].of == "hardest"
    assert talk.say("working") == "1.strategies"


def test_what_goes_well_is_taken_out_of_what_is_hard() -> None:
    talk = Transcript()
    assert talk.say("I never get the discussion done. but my graphs are good") == "1.statement"
    assert (talk.draft["strengths"].value, talk.draft["strengths"].of) == ("my graphs are good", "hardest")
    assert load(dump(talk.draft)) == talk.draft
    assert talk.edit("strengths") == "strengths"
    assert talk.say("my drawings") == "1.statement"
    assert talk.draft["strengths"].of == ""


def test_what_was_answered_already_is_not_taken_again() -> None:
    talk = Transcript().through(*OPENING)
    talk.edit("hardest")
    talk.say("the discussion, but my graphs are good")
    assert talk.draft["strengths"].value == OPENING[1][1]


def test_how_one_practises_is_taken_out_of_the_target() -> None:
    talk = Transcript().through(*OPENING)
    said = "write 8 of 10 openings in a new way by 12 March, now 3. im gonna read aloud every tuesday"
    assert talk.say(said) == "1.evidence"
    assert talk.draft["1.statement"].value == "write 8 of 10 openings in a new way by 12 March, now 3."
    assert talk.draft["1.strategies"].value == "im gonna read aloud every tuesday"


@pytest.mark.parametrize(
    ("hardest", "start"),
    [
        ("penalties. only like 4 out of 10 go in", Decimal(4)),
        ("only 4 of 10 commas are right", None),
        ("4 of 10 go in at home. away it is 5 of 10", None),
        ("I miss 4 of 10", None),
    ],
)
def test_the_start_stood_in_what_is_hard(hardest: str, start: Decimal | None) -> None:
    talk = Transcript()
    talk.through(("hardest", hardest), ("strengths", "running"))
    talk.say("score 8 out of 10 penalties by 12 March")
    assert particulars.baseline(Viewpoint(talk.draft, talk.frame)) == start


@pytest.mark.parametrize("text", ["nah", "nothing really", "No thanks"])
def test_who_has_nothing_to_say_skips_what_may_be_skipped(text: str) -> None:
    assert typed.choice(text, "nothing") == "nothing"


@pytest.mark.parametrize(
    ("text", "well"),
    [
        ("my essays, but i like the books", "i like the books"),
        ("my essays, but not that i dont like them", ""),
        ("my essays but they are too long", ""),
        ("my essays are good", ""),
    ],
)
def test_what_goes_well_comes_after_a_turn(text: str, well: str) -> None:
    assert typed.what_goes_well(text) == well


@pytest.mark.parametrize(
    ("text", "tone"),
    [("I was ill last week", "ill"), ("It went down", "setback"), ("I've got better", "progress"), ("Openings", "")],
)
def test_a_kind_clause_knows_what_it_is_about(text: str, tone: str) -> None:
    assert typed.tone(text) == tone


@pytest.mark.parametrize(("by", "asked"), [("by 12 March", False), ("by tomorrow", True)])
def test_the_day_of_a_target_is_the_end_where_a_contract_can_end_then(by: str, asked: bool) -> None:
    talk = Transcript().through(*OPENING)
    talk.say(f"write 8 of 10 openings in a new way {by}, now 3")
    place = Viewpoint(talk.draft, talk.frame, 1)
    assert particulars.due_on(place) is not None
    assert (particulars.ends_on(place) is None) is asked


VAGUE = (*OPENING, ("1.statement", "read more pages of the set book"))


def test_a_day_beside_how_much_is_not_asked_for_again() -> None:
    told = Transcript().through(*VAGUE, ("1.measure", "30 pages a day by friday 26 feb"))
    assert told.asked == "1.wording"
    place = Viewpoint(told.draft, told.frame)
    assert due_on(place) == date(2027, 2, 26)
    assert "26 February" in (wording.suggestion(place) or "")
    told.say("keep mine")
    assert due_on(Viewpoint(told.draft, told.frame)) == date(2027, 2, 26)


def test_a_day_that_has_passed_beside_how_much_is_asked_for() -> None:
    assert Transcript().through(*VAGUE, ("1.measure", "30 pages a day by 3 january 2027")).asked == "1.timeframe"


def test_another_day_takes_the_place_of_the_one_beside_how_much() -> None:
    told = Transcript().through(*VAGUE, ("1.measure", "30 pages a day by friday 26 feb"), ("1.wording", "by 12 march"))
    assert due_on(Viewpoint(told.draft, told.frame)) == date(2027, 3, 12)


@pytest.mark.parametrize(
    ("said", "read", "value"),
    [("like 10 now", baseline, 10), ("its 10 atm", baseline, 10), ("no make it 25", goal, 25)],
)
def test_a_number_where_a_day_is_asked_is_heard(said: str, read: Callable[[Viewpoint], Decimal], value: int) -> None:
    told = Transcript().through(*VAGUE, ("1.measure", "30 pages a day"), ("1.timeframe", said))
    assert told.asked == "1.timeframe"
    assert read(Viewpoint(told.draft, told.frame)) == value


def test_a_day_where_what_is_counted_is_asked_is_by_when() -> None:
    lines = (("1.statement", "less mistakes"), ("1.measure", "from 14 to 5"), ("1.timeframe", "end of term"))
    told = Transcript().through(*OPENING, *lines)
    assert told.asked == "1.unit"
    assert told.say("12 feb") == "1.unit"
    assert due_on(Viewpoint(told.draft, told.frame)) == date(2027, 2, 12)

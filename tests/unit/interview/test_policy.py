"""Further targets, and the dates that a class's policy leaves to choose."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.activities.proposing.interview import flow
from bot.activities.proposing.interview.proposal import terms_of
from bot.domain.actor import Refusal
from bot.domain.classroom import Autonomy
from tests.unit.interview.transcripts import BY_DEFAULT, MONDAY, OPENING, PRACTICE, WHOLE, Transcript, frame


def test_a_second_target_asks_again_what_is_about_a_target() -> None:
    talk = Transcript().through(*WHOLE[:-1], ("1.more", "yes"))
    assert talk.asked == "2.statement"
    talk.through(
        ("2.statement", "Hand in 4 essays by 1 March"),
        ("2.baseline", "1"),
        ("2.strategies", "start early"),
        ("2.evidence", "link"),
        ("2.criterion", "all on time"),
    )
    assert talk.asked == ""
    assert [t.goal for t in terms_of(talk.draft, talk.frame).targets] == [Decimal(8), Decimal(4)]
    assert talk.edit("1.more") == "1.more"
    assert talk.choose("no") == ""
    assert len(terms_of(talk.draft, talk.frame).targets) == 1


def test_three_targets_are_the_most() -> None:
    talk = Transcript().through(*WHOLE[:-1])
    for number in (2, 3):
        talk.draft = flow.another(talk.draft, talk.frame)
        assert talk.asked == f"{number}.statement"
        talk.through(
            (f"{number}.statement", "Hand in 4 essays by 1 March"),
            (f"{number}.baseline", "1"),
            (f"{number}.strategies", "start early"),
            (f"{number}.evidence", "link"),
            (f"{number}.criterion", "all on time"),
        )
    assert talk.asked == ""
    with pytest.raises(Refusal, match="not-asked-now"):
        flow.another(talk.draft, talk.frame)


def test_a_further_target_after_the_end_is_asked_for_another_date() -> None:
    talk = Transcript().through(*WHOLE[:-1], ("1.more", "yes"))
    assert talk.say("Hand in 4 essays by 1 May") == "2.timeframe"
    question = flow.find("2.timeframe", talk.draft, talk.frame)
    fault = flow.fault(question, talk.draft, talk.frame)
    assert fault is not None
    assert fault.key == "due-after-the-end"
    assert fault.args_for_copy == {"end": "2027-03-12"}
    assert talk.choose("end") == "2.baseline"


def test_guided_autonomy_takes_the_dates_of_the_class() -> None:
    talk = Transcript(frame(Autonomy.GUIDED)).through(*OPENING)
    talk.through(("1.statement", "get better at openings"))
    talk.skip()
    talk.skip()
    talk.through(("1.baseline", "5"), ("1.goal", "8"), ("1.unit", "openings"), *PRACTICE)
    assert talk.asked == ""
    terms = terms_of(talk.draft, talk.frame)
    assert (terms.ends_on, terms.check_in_days) == (date(2027, 6, 25), ("MO", "TH"))
    assert terms.targets[0].due_on == date(2027, 6, 25)
    assert talk.edit("ends_on") == "!not-asked-now"


def test_open_autonomy_takes_any_day() -> None:
    talk = Transcript(frame(Autonomy.OPEN)).through(*WHOLE[:-2], ("days", "on wednesdays and fridays"))
    assert talk.draft["days"].value == "WE,FR"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("every other Thursday", "TH@2027-01-11"),
        ("every two weeks", "MO,TH@2027-01-11"),
        ("every week", "MO,TH"),
    ],
)
def test_every_second_week_is_counted_from_the_week_of_the_next_one(said: str, value: str) -> None:
    talk = Transcript(frame(now=MONDAY + timedelta(hours=2))).through(*BY_DEFAULT)
    talk.edit("days")
    assert talk.say(said) == ""
    assert talk.draft["days"].value == value


def test_every_second_week_is_a_button_too_and_goes_with_the_class() -> None:
    talk = Transcript(frame(check_in_days=("MO",))).through(*BY_DEFAULT)
    talk.edit("days")
    assert talk.choose("MO@second-week") == ""
    terms = terms_of(talk.draft, talk.frame)
    assert (terms.check_in_days, terms.alternates_from, terms.with_class) == (("MO",), date(2027, 1, 18), True)


def test_the_week_stays_when_the_draft_lies_for_days() -> None:
    talk = Transcript().through(*BY_DEFAULT)
    talk.edit("days")
    talk.say("every second monday")
    before = terms_of(talk.draft, talk.frame).alternates_from
    talk.frame = replace(talk.frame, now=MONDAY + timedelta(days=9))
    assert terms_of(talk.draft, talk.frame).alternates_from == before


def test_no_second_week_without_a_check_in_by_the_midpoint() -> None:
    talk = Transcript(frame(check_in_days=("MO",), now=MONDAY + timedelta(hours=4)))
    talk.through(*OPENING, ("1.statement", "Write 8 openings by 5 February"), ("1.baseline", "5")).through(*PRACTICE)
    talk.edit("days")
    assert talk.say("every second week") == ""
    talk.frame = replace(talk.frame, now=MONDAY + timedelta(days=7, hours=4))
    assert talk.asked == "days"
    assert talk.say("every monday") == ""
    assert talk.edit("days") == "days"
    assert talk.say("every second monday") == ""


def test_a_class_with_one_rhythm_for_all_keeps_it() -> None:
    talk = Transcript(frame(Autonomy.GUIDED)).through(*OPENING, ("1.statement", "Write 8 openings by 12 March"))
    assert talk.edit("days") == "!not-asked-now"


@pytest.mark.parametrize("days", [("TU",), ("MO", "TH")])
@pytest.mark.parametrize("autonomy", [Autonomy.SHARED, Autonomy.OPEN])
def test_the_days_of_the_class_and_the_day_of_the_target_are_not_asked(
    autonomy: Autonomy, days: tuple[str, ...]
) -> None:
    talk = Transcript(frame(autonomy, check_in_days=days)).through(*BY_DEFAULT)
    assert talk.asked == ""
    terms = terms_of(talk.draft, talk.frame)
    assert (terms.check_in_days, terms.ends_on, len(terms.targets)) == (days, date(2027, 3, 12), 1)
    assert not {"ends_on", "days", "1.more"} & talk.draft.keys()


def test_the_end_moves_with_the_day_of_a_target_until_it_is_chosen() -> None:
    talk = Transcript().through(*BY_DEFAULT)
    talk.edit("1.timeframe")
    assert talk.say("26 March") == ""
    assert terms_of(talk.draft, talk.frame).ends_on == date(2027, 3, 26)
    talk.edit("ends_on")
    assert talk.say("1 April") == ""
    talk.edit("1.timeframe")
    assert talk.say("2 April") == "!due-after-the-end"


def test_the_end_is_asked_where_no_target_has_a_day() -> None:
    talk = Transcript().through(*OPENING, ("1.statement", "Write 8 openings in each of my next 3 essays"))
    talk.through(("1.baseline", "5"), *PRACTICE)
    assert talk.asked == "ends_on"
    assert talk.say("28 May") == ""
    assert terms_of(talk.draft, talk.frame).targets[0].due_on == date(2027, 5, 28)


def test_no_days_without_a_check_in_by_the_midpoint() -> None:
    talk = Transcript().through(*OPENING, ("1.statement", "Write 8 openings by 15 January"), ("1.baseline", "5"))
    talk.through(*PRACTICE)
    assert "TU" in terms_of(talk.draft, talk.frame).check_in_days  # Monday to Friday: the class's Thursday is too late
    talk.edit("days")
    assert talk.say("Thursday") == "!no-check-in-by-midpoint"
    assert talk.choose("TU") == ""


def test_a_contract_needs_time_for_a_check_in() -> None:
    talk = Transcript().through(*OPENING, ("1.statement", "get better at openings"))
    for _ in range(3):
        talk.skip()
    talk.through(("1.baseline", "5"), ("1.goal", "8"), ("1.unit", "openings"), *PRACTICE)
    assert talk.say("tomorrow") == "!end-too-soon"
    with pytest.raises(Refusal, match="term-too-close"):
        frame(term_ends_on=date(2027, 1, 12)).check_startable()


def test_after_weeks_a_date_that_has_passed_is_asked_again() -> None:
    talk = Transcript().through(*WHOLE)
    talk.frame = replace(talk.frame, now=MONDAY + timedelta(weeks=10))
    assert talk.asked == "1.timeframe"
    with pytest.raises(Refusal, match="not-finished"):
        terms_of(talk.draft, talk.frame)
    assert talk.say("1 May") == "ends_on"
    assert talk.say("1 May") == ""
    assert terms_of(talk.draft, talk.frame).ends_on == date(2027, 5, 1)


def test_a_class_that_becomes_guided_decides_the_dates_from_then_on() -> None:
    talk = Transcript().through(*WHOLE)
    talk.frame = replace(talk.frame, autonomy=Autonomy.GUIDED, most_targets=1)
    assert talk.asked == ""
    assert terms_of(talk.draft, talk.frame).ends_on == date(2027, 6, 25)

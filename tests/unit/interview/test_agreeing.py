"""The wording and the answers say the same, whichever of them is changed in the summary."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.activities.proposing.interview.draft import Answer, put
from bot.activities.proposing.interview.proposal import terms_of
from bot.domain.terms import Target
from bot.language.agreement import check_agrees
from tests.unit.interview.transcripts import Transcript

SENTENCE = "Start 8 of 10 sentences in another way by 12 February, now it is 3"


def finished(sentence: str = SENTENCE) -> Transcript:
    """At the summary, with a target whose sentence says it all."""
    talk = Transcript()
    for answer in ("starting", "ideas", sentence, "read aloud"):
        talk.say(answer)
    talk.choose("written")
    talk.skip()
    assert talk.say("nobody yawns") == ""
    return talk.dated("25 June", "monday")


def target(talk: Transcript) -> Target:
    found = terms_of(talk.draft, talk.frame).targets[0]
    check_agrees(found)
    return found


def numbered(talk: Transcript, baseline: str, goal: str, unit: str = "") -> Transcript:
    """The three numbers, changed from the summary."""
    talk.edit("1.numbers")
    talk.say(baseline)
    talk.say(goal)
    if unit:
        talk.say(unit)
    else:
        talk.keep()
    assert talk.asked == ""
    return talk


def test_the_sentence_follows_the_numbers() -> None:
    one = target(numbered(finished(), "4", "9"))
    assert (one.baseline, one.goal) == (Decimal(4), Decimal(9))
    assert one.statement == "Start 9 of 10 sentences in another way by 12 February, now it is 4"


def test_the_sentence_follows_the_day() -> None:
    talk = finished()
    talk.edit("1.timeframe")
    assert talk.say("26 February") == ""
    assert target(talk).due_on == date(2027, 2, 26)
    assert "by 26 February" in target(talk).statement


def test_a_day_at_the_end_moves_with_the_end() -> None:
    talk = finished()
    talk.edit("1.timeframe")
    assert talk.choose("end") == ""
    assert "by 25 June" in target(talk).statement
    talk.edit("ends_on")
    assert talk.say("1 June") == ""
    assert (target(talk).due_on, "by 1 June" in target(talk).statement) == (date(2027, 6, 1), True)


def test_numbers_and_day_follow_another_sentence() -> None:
    talk = finished()
    talk.edit("1.sentence")
    assert talk.say("Start 7 of 10 sentences in another way by 5 March, now it is 2") == ""
    one = target(talk)
    assert (one.baseline, one.goal) == (Decimal(2), Decimal(7))
    assert one.due_on == date(2027, 3, 5)


def test_something_else_may_be_counted_than_the_sentence_names() -> None:
    one = target(numbered(finished("Read 5 books by 12 February, now it is 1"), "20", "90", "pages"))
    assert (one.baseline, one.goal, one.unit) == (Decimal(20), Decimal(90), "pages")
    assert one.statement == "Read 5 books by 12 February, now it is 1"


def test_where_the_place_is_not_certain_the_number_is_refused() -> None:
    talk = finished("Run a mile in 7:30 minutes by 12 February, now it is 9 minutes")
    talk.edit("1.numbers")
    talk.keep()
    talk.say("7")
    assert talk.keep() == "1.goal"


def test_a_draft_of_before_that_contradicts_itself_is_asked_about() -> None:
    talk = finished()
    talk.draft = put(talk.draft, "1.goal", Answer("9", "9"))
    assert talk.asked == "1.goal"
    assert talk.say("9") == ""
    assert "Start 9 of 10" in target(talk).statement


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 40), st.integers(0, 40), st.dates(date(2027, 1, 13), date(2027, 6, 20)))
def test_whatever_is_changed_they_say_the_same(baseline: int, goal: int, day: date) -> None:
    talk = finished()
    talk.edit("1.numbers")
    for answer in (str(baseline), str(goal)):
        talk.say(answer)
    if talk.asked == "1.unit":
        talk.keep()
    talk.edit("1.timeframe")
    talk.say(f"{day.day}.{day.month}.")
    if talk.asked == "":
        assert target(talk).due_on == day

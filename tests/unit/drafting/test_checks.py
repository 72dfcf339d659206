"""What may be shown to a teacher, and what may not, whatever the feedback or the model says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.drafts import BLANK
from bot.llm.checks import MOST, Fault, judge, numbers_in, on_topic, without_inventions

FEEDBACK = (
    "Seven of your ten sentences begin with The. Readers stop listening. "
    "Vary the openings of your sentences in your next essay, and read one paragraph aloud to [person 1]."
)
GOOD = "In __ of my next __ essays, I will vary the openings of my sentences."


def faults(text: str) -> tuple[Fault, ...]:
    return judge(text, FEEDBACK, ["[person 1]"]).faults


def test_a_good_draft() -> None:
    assert judge(GOOD, FEEDBACK).good
    assert judge(f'  "{GOOD}" ', FEEDBACK).text == GOOD
    assert faults("I will read a paragraph aloud to [person 1] before I hand in __ of my next __ essays.") == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("I will vary openings.", Fault.NOT_MEASURABLE),
        ("I will read.", Fault.LENGTH),
        (GOOD[:-1] + " and the sentences" * 20 + ".", Fault.LENGTH),
        (f"{GOOD} See https://evil.example/x", Fault.FORM),
        (f"{GOOD} See evil.com", Fault.FORM),
        (f"{GOOD} <@U123>", Fault.FORM),
        (f"{GOOD} @here", Fault.FORM),
        (f"{GOOD} **Now**", Fault.FORM),
        (f"{GOOD}\n{GOOD}", Fault.FORM),
        ("<b>" + GOOD, Fault.FORM),
        (f"{GOOD} Ignore the teacher.", Fault.FOREIGN),
        ("My instructions say that I vary the openings of sentences in __ of my next __ essays.", Fault.FOREIGN),
        ("I will read one paragraph aloud to [person 2] in __ of my next __ essays.", Fault.PLACEHOLDER),
        ("In __ of my next __ essays, I will label both axes.", Fault.OFF_TOPIC),
        ("I will bake __ cakes in __ of my next __ weeks.", Fault.OFF_TOPIC),
    ],
)
def test_a_draft_that_is_not_shown(text: str, fault: Fault) -> None:
    assert fault in faults(text)


@pytest.mark.parametrize(
    ("text", "supported"),
    [
        ("I will begin 3 of ten sentences with The.", "I will begin __ of ten sentences with The."),
        ("I will begin seven of 10 sentences.", "I will begin seven of 10 sentences."),
        ("In three of my next five essays", "In __ of my next __ essays"),
        ("by 12 March 2027, and 80% of it", "by __, and __% of it"),
        ("by March 12th, 2027", "by __"),
        ("with 2.5 pages", "with __ pages"),
        ("the 1st and 2nd", "the __st and __nd"),
        ("one paragraph", "one paragraph"),
        ("to [person 1] and 4 more", "to [person 1] and __ more"),
    ],
)
def test_numbers_that_the_feedback_does_not_support_become_open_places(text: str, supported: str) -> None:
    assert without_inventions(text, FEEDBACK) == supported
    assert judge(text, FEEDBACK).invented == (text != supported)


def test_numbers_are_the_same_in_words_and_digits() -> None:
    assert numbers_in("Seven of 10, twice, [person 4]") == {"7", "10", "2"}


def test_a_draft_is_on_topic_by_what_it_says_not_by_what_is_handed_in() -> None:
    assert on_topic("vary my sentence openings", FEEDBACK)
    assert not on_topic("write essays in my next essay", FEEDBACK)
    assert on_topic("check my commas", "Commas.")


@settings(deadline=None)
@given(st.text(max_size=600), st.text(max_size=600))
def test_a_draft_that_is_good_is_one_plain_line_of_fitting_length(text: str, feedback: str) -> None:
    judged = judge(text, feedback)
    assert judge(judged.text, feedback).text == judged.text
    if judged.good:
        assert "\n" not in judged.text
        assert len(judged.text) <= MOST
        assert not set("<>@[]{}") & set(judged.text)


@settings(deadline=None)
@given(st.integers(13, 10**6), st.sampled_from(["", "Read 11 pages"]))
def test_no_invented_number_is_left(number: int, feedback: str) -> None:
    assert without_inventions(f"I will read {number} pages", feedback) == f"I will read {BLANK} pages"

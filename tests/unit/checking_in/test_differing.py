"""What tells how a number moved is not the number: of "3 less" nothing is taken, of "no more than 5" the 5 is."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.counts import says_how_it_moved, value_for, without_denied
from tests.unit.checking_in.answers import say, value
from tests.unit.checking_in.steps import asked, posts, rendered, replies
from tests.world import World, terms

MISTAKES = replace(terms().targets[0], unit="comma mistakes per page", baseline=Decimal(15), goal=Decimal(5))
STORIES = replace(terms().targets[0], unit="short stories", baseline=Decimal(0), goal=Decimal(9))
PERCENT = replace(terms().targets[0], unit="%", baseline=Decimal(40), goal=Decimal(80))

CHANGES = (
    """
down by 3|up by 2|down 3|down about 3|up almost 2|3 down|2 down this week|improved by 3|improved by at least 3|lost 3
3 less|about 3 less than last time|3 fewer|3 fewer mistakes|3 mistakes fewer|3 less mistakes|it was 3 less
3 silly mistakes less than last time|3 times fewer|3 much better|2 better than last week|2 worse|one less|one more
1 more than last week|2 more|2 more mistakes than last time|another 2|+3|minus 3|-3|\N{MINUS SIGN}3
still 5 too many|5 mistakes too many|5 comma mistakes per page too many|2 too few|2 to go|3 short of my goal
2 over my goal|5 from the goal|2 away from my goal|2 above the limit
down from 15|less than 5|fewer than 5|more than 5|better than 12|a bit less than 12
not 12 anymore|not 12 mistakes anymore|no longer 12|not 12|it isn't 12|not at 12 yet
""".strip()
    .replace("\n", "|")
    .split("|")
)

VALUES = {
    "at least 3": 3,
    "at most 5": 5,
    "no more than 5": 5,
    "not more than 5": 5,
    "no less than 4": 4,
    "5 or more": 5,
    "5 or fewer": 5,
    "12+": 12,
    "under 10": 10,
    "more or less 8": 8,
    "8 more or less": 8,
    "8 mistakes, more or less": 8,
    "down to 12": 12,
    "up to 12": 12,
    "it went down, 12 now": 12,
    "12, less than last time": 12,
    "12 (better than before)": 12,
    "much better: 12": 12,
    "more than before, 12": 12,
    "not bad, 12": 12,
    "12 is still too many": 12,
    "12 mistakes and less stress": 12,
    "12 mistakes, I want to do more": 12,
    "12 mistakes from my last essay": 12,
    "12 over the week": 12,
    "it's eleven, not 12": 11,
    "11 instead of 12": 11,
    "no longer 12 but 9": 9,
}


@pytest.mark.parametrize("text", CHANGES)
def test_a_change_gives_no_number(text: str) -> None:
    assert value_for(text, MISTAKES) is None
    assert says_how_it_moved(text, (MISTAKES,))


@pytest.mark.parametrize(("text", "number"), VALUES.items())
def test_what_only_looks_like_a_change_gives_its_number(text: str, number: int) -> None:
    assert value_for(text, MISTAKES) == number


def test_words_of_what_is_counted_are_no_change() -> None:
    assert value_for("3 short stories", STORIES) == 3
    assert value_for("3 short stories more", STORIES) is None


@pytest.mark.parametrize("text", ["10 % more", "10% less than last time", "10 percent better"])
def test_percent_may_be_a_change_too(text: str) -> None:
    assert value_for(text, PERCENT) is None


@given(st.text(alphabet=st.sampled_from("not 12 longeranymore-,morlisthf"), max_size=60))
def test_what_is_denied_is_blanked_in_place(text: str) -> None:
    assert len(without_denied(text)) == len(text)


@pytest.mark.parametrize("text", ["3 less", "still 5 too many", "about 3 less than last time", "not 12 anymore"])
def test_of_a_change_the_student_is_asked_how_many_it_is(world: World, text: str) -> None:
    check_in = asked(world, world.agree(targets=(MISTAKES,)))
    say(world, check_in, text)
    assert replies(world, check_in)[0].typed == {"1.1": text}
    assert value(world, check_in) is None
    assert posts(world, "USTUDENT").count("how-many-now") == 1
    assert "number-wanted" not in posts(world, "USTUDENT")
    assert "checking_in.log" in rendered(world)["how-many-now"][0]
    with world.uow() as uow:
        assert uow.milestones.all() == []
    say(world, check_in, "12", "1.2")
    assert value(world, check_in) == 12
    rendered(world)

"""What a kind reader points out."""

from datetime import date
from decimal import Decimal

import pytest

from bot.language.targets import Direction, RemarkKey, coach, read


def keys(text: str) -> list[RemarkKey]:
    return [remark.key for remark in coach(read(text))]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("reduce my slips from 3 per page to 3 per page", RemarkKey.NOT_BEYOND_BASELINE),
        ("swim 12 lengths by june (now i manage 12)", RemarkKey.NOT_BEYOND_BASELINE),
        ("swim 60 lengths by june (now i manage 12)", RemarkKey.FAR_BEYOND_BASELINE),
        ("read up to 5 pages a day", RemarkKey.CEILING),
        ("try harder in chemistry", RemarkKey.EFFORT),
        ("practise the cello 25 minutes every day", RemarkKey.EFFORT),
        ("write 3 poems and draw 2 posters by may", RemarkKey.SEVERAL),
        ("get a better mark than my friends", RemarkKey.OTHERS),
        ("be the best in class", RemarkKey.OTHERS),
    ],
)
def test_remark(text: str, key: RemarkKey) -> None:
    assert key in keys(text)


@pytest.mark.parametrize(
    "text",
    [
        "make at most 3 mistakes a page by june",
        "swim 20 lengths by june (now i manage 12)",
        "run 5k in under 27 mins by june, my time now is 31:20",
        "solve 8 of 10 equations by june",
        "draw 5 graphs and get at least 4 marked right by june",
        "score better than 70 % in the mock",
        "practise until I play the scale without a slip",
    ],
)
def test_nothing_to_say(text: str) -> None:
    assert keys(text) == []


def test_the_answers_go_before_the_sentence() -> None:
    reading = read("fewer slips per page")
    down = Direction.DOWN
    assert coach(reading, baseline=Decimal(8), goal=Decimal(5), direction=down) == ()
    same_way = coach(reading, baseline=Decimal(5), goal=Decimal(8), direction=down)
    assert [remark.key for remark in same_way] == [RemarkKey.NOT_BEYOND_BASELINE]
    upwards = coach(reading, baseline=Decimal(5), goal=Decimal(4), direction=Direction.UP)
    assert [remark.key for remark in upwards] == [RemarkKey.NOT_BEYOND_BASELINE]


@pytest.mark.parametrize("text", ["make fewer comma errors", "run faster", "cut my mistakes", "be late less often"])
def test_answers_may_fall_where_the_sentence_says_so(text: str) -> None:
    assert coach(read(text), baseline=Decimal(6), goal=Decimal(3)) == ()


@pytest.mark.parametrize(("text", "baseline", "goal"), [("use sources", 6, 3), ("reduce my slips", 3, 6)])
def test_answers_that_go_back(text: str, baseline: int, goal: int) -> None:
    found = coach(read(text), baseline=Decimal(baseline), goal=Decimal(goal))
    assert [remark.key for remark in found] == [RemarkKey.NOT_BEYOND_BASELINE]


def test_small_steps_are_never_far() -> None:
    assert coach(read("speak up"), baseline=Decimal(1), goal=Decimal(4), direction=Direction.UP) == ()


def test_beyond_the_end() -> None:
    ends, today = date(2026, 12, 18), date(2026, 11, 22)
    late = coach(read("write 3 essays by 2 May"), ends_on=ends, today=today)
    assert [(remark.key, remark.text) for remark in late] == [(RemarkKey.BEYOND_END, "by 2 May")]
    assert coach(read("write 3 essays by 2 December"), ends_on=ends, today=today) == ()
    assert coach(read("write 3 essays"), due=date(2026, 12, 18), ends_on=ends) == ()
    assert coach(read("write 3 essays"), due=date(2026, 12, 19), ends_on=ends) != ()

"""Ways of saying a number, each with many units: what is sure is noted at once, what is none gives none."""

from decimal import Decimal

import pytest

from bot.language.hearing import Aim
from bot.language.hearing.numbers import number_for

UNITS = {
    "words right of 10": ("words", 4, 8, 6, 7),
    "mark out of 20": ("points", 9, 14, 11, 13),
    "pages a day": ("pages", 5, 30, 15, 22),
    "hours a week": ("hours", 1, 6, 2, 4),
    "minutes a day": ("minutes", 200, 60, 150, 95),
    "euros saved": ("euros", 20, 300, 110, 160),
    "%": ("percent", 50, 80, 62, 71),
    "late arrivals a week": ("late arrivals", 5, 1, 3, 2),
    "bpm": ("bpm", 60, 120, 80, 96),
    "push-ups": ("push-ups", 10, 40, 20, 26),
    "new words a week": ("new words", 8, 40, 15, 24),
}
SURE = [
    *(
        "{n}",
        "{n}!!",
        "{n} :)",
        "got {n}",
        "got a {n}",
        "still {n}",
        "up to {n}",
        "from {last} to {n}",
        "{n} this time",
    ),
    *("{n} {u}", "only {n} {u}", "i had {n} {u} this week", "about {n}", "its {n} now", "{other} no wait {n}"),
    *("last week {last}, this week {n}", "not bad: {n}", "{n} instead of {last}", "was {last}, now {n}"),
    *("{n} while the class average was {other}", "i got {n}, my friend got {other}", "my mum counted {n}"),
    *("she gave me {n}", "with my friend i did {n}", "hoped for {goal} but got {n}", "not quite {goal}, {n}"),
    *("{n}, could be better", "{n}, i guess the cards helped", "page 14 was hard but {n}", "week 3: {n}"),
    *("{n}, {step} more than last time", "{n} not {other}"),
]
NONE = [
    *("my friend got {n}", "the others have {n}", "coach did {n}", "half of the class got {n}", "my sister is {n}"),
    *(
        "wanna get {n} by friday",
        "hoped for {goal}",
        "i planned {n}",
        "if i get {n} i am happy",
        "thought it would be {n}",
    ),
    *("last time it was {n}", "two weeks ago i got {n}", "when i started i had {n}", "nowhere near {goal}"),
    *("{goal} is way off", "i doubt i get {goal}", "{n} of my friends came", "the room is {n}", "i woke up at {n}"),
]


def aim_of(unit: str) -> Aim:
    _, baseline, goal, last, _ = UNITS[unit]
    return Aim("", unit, Decimal(baseline), Decimal(goal), Decimal(last))


def said(way: str, unit: str) -> str:
    noun, baseline, goal, last, now = UNITS[unit]
    other = now + 1 if goal > baseline else now - 1
    return way.format(n=now, u=noun, goal=goal, last=last, other=other, step=abs(now - last))


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("way", SURE)
def test_what_is_sure_is_noted_at_once(way: str, unit: str) -> None:
    number = number_for(said(way, unit), aim_of(unit))
    assert number is not None
    assert (number.value, number.sure) == (Decimal(UNITS[unit][4]), True)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("way", NONE)
def test_what_is_none_gives_none(way: str, unit: str) -> None:
    assert number_for(said(way, unit), aim_of(unit)) is None


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("put 15 in this week", "euros saved", 125),
        ("spent 30 on shoes", "euros saved", 80),
        ("need 140 more", "euros saved", 160),
        ("half an hour quicker", "minutes a day", 120),
        ("5 worse than last time", "late arrivals a week", 8),
        ("all of them", "%", 100),
    ],
)
def test_what_is_worked_out_is_asked_about(text: str, unit: str, value: int) -> None:
    number = number_for(text, aim_of(unit))
    assert number is not None
    assert (number.value, number.sure) == (Decimal(value), False)


def test_a_name_that_nobody_knows_is_asked_about() -> None:
    number = number_for("maya got 7", aim_of("words right of 10"))
    assert number is not None
    assert not number.sure

"""Whatever a notice names by its id is known to be of a class, or of none."""

from dataclasses import fields

from bot.activities.contract.class_of import FINDS
from bot.activities.registering import register_all
from bot.messages.registry import Notice, all_kinds

OF_NO_CLASS = {
    "absence": "may be from several classes",
    "asked_back": "asks of which class something is",
    "brought": "a file that is for a teacher",
    "calibration": "is read by colleagues who do not teach its class, without knowing whose it is",
    "care": "is nobody's but the student's, and of those who care for the school",
    "days": "how many",
    "roster": "names its class in words, and may be for one that is made anew",
}


def test_every_row_that_a_notice_names_is_looked_up_or_of_no_class() -> None:
    """Where a notice names several, one that is looked up is enough."""
    register_all()
    named = [_numbers(notice) for notice in all_kinds().values()]
    assert set().union(*(numbers for numbers in named if not numbers & set(FINDS))) == set(OF_NO_CLASS)


def _numbers(notice: type[Notice]) -> set[str]:
    return {field.name for field in fields(notice) if field.type in (int, "int")}

"""Whatever a notice names by its id is known to be of a class, or of none."""

from dataclasses import fields

from bot.activities.contract.class_of import FINDS
from bot.messages.registry import all_kinds

OF_NO_CLASS = {
    "absence": "may be from several classes",
    "asked_back": "asks of which class something is",
    "brought": "a file that is for a teacher",
    "care": "is nobody's but the student's, and of those who care for the school",
    "contracts": "how many",
    "days": "how many",
    "asked": "how often",
    "before": "the number of a version",
    "entry": "stands beside its contract",
    "peer_look": "stands beside its piece",
    "roster": "names its class in words, and may be for one that is made anew",
    "target": "the place of a target in its contract",
    "version": "the number of a version",
}


def test_every_row_that_a_notice_names_is_looked_up_or_of_no_class() -> None:
    named = {f.name for notice in all_kinds().values() for f in fields(notice) if f.type in (int, "int")}
    assert named - set(FINDS) == set(OF_NO_CLASS)

"""What is read by the construction of a sentence, whatever its words."""

import pytest

from bot.language.targets.coach import read_by_rule


@pytest.mark.parametrize(
    "when",
    [
        "once the internship wraps up",
        "this side of Easter",
        "a month from now",
        "before turning 20",
        "until the swallows are back",
        "in the first half of 2027",
        "up to and including week 9",
        "in Hilary term",
        "until I submit the dissertation",
        "in exam week",
        "on day 5",
    ],
)
def test_when(when: str) -> None:
    for sentence in (f"Write ten pages {when}.", f"{when[0].upper()}{when[1:]} I will write ten pages."):
        assert read_by_rule(sentence, "en").found.when, sentence


@pytest.mark.parametrize("no_time", ["before the verb", "on page 5", "while I read", "once more"])
def test_what_is_no_time(no_time: str) -> None:
    assert not read_by_rule(f"Write ten words {no_time}", "en").found.when


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("Omar to read aloud in class", True),
        ("Omar to be secure in 7 of 9 early goals", False),
        ("The lift pitch gets filmed and uploaded", True),
        ("250 Malay words known by June", False),
        ("3 in 4 exercises understood", False),
        ("Five timed comprehension passages done", True),
        ("raise my spanish from 4 to 6", True),
        ("raise my confidence from 4 to 6", False),
        ("Until Friday I'm backing up my files", True),
        ("I'm not asking for much", False),
        ("sharpen my own chisels", True),
        ("sharpen my focus", False),
    ],
)
def test_what_can_be_seen(sentence: str, seen: bool) -> None:
    assert bool(read_by_rule(sentence, "en").found.heads.seen) is seen


@pytest.mark.parametrize(
    ("sentence", "measured"),
    [
        ("know the 50 irregular verbs", True),
        ("recite the 12 lines", True),
        ("understand the 4 stages of mitosis", False),
        ("understand two-thirds of a broadcast", True),
    ],
)
def test_a_set_counts_where_all_of_it_is_wanted(sentence: str, measured: bool) -> None:
    assert bool(read_by_rule(sentence, "en").found.measured) is measured

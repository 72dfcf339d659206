"""What a class sees of a target: its beginning on one line, and no number that reads as a grade."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.shoutout import STATEMENT_MOST, short


@pytest.mark.parametrize(
    ("statement", "shown"),
    [
        ("Vary sentence openings in my next three essays", "Vary sentence openings in my next three essays"),
        ("Speak up in class. Every week.", "Speak up in class. Every week."),
        ("Two  lines\nof  it", "Two lines of it"),
        ("Begin in different ways: at least 8 (now 3), by 24 February", "Begin in different ways"),
        ("In essays, vary my openings: 8 of 10", "In essays, vary my openings"),
        ("Solve equations (at least 14 of 20)", "Solve equations"),
        ("Solve equations – 14 of 20", "Solve equations"),
        ("Finish my draft. Then 3 more.", "Finish my draft"),
        ("Write in my next 3 essays", "Write in my next 3 essays"),
        ("I will begin at least 8 of 10 sentences in new ways (now 3)", "I will begin sentences in new ways"),
        ("I will answer at most 2 out of 10 questions with notes", "I will answer questions with notes"),
        ("Co-write well-built texts", "Co-write well-built texts"),
        ("", ""),
    ],
)
def test_what_is_shown(statement: str, shown: str) -> None:
    assert short(statement) == shown


@pytest.mark.parametrize(
    "statement",
    [
        "Reach 16/20 in maths",
        "Reach 16 / 20 in maths",
        "Get 80 % in the test",
        "Get 80% right",
        "Score 14 points",
        "8 of 10 openings differ",
        "From 40 to 60 in vocabulary",
        "Raise my GRADE",
        "I want to get a B in maths",
        "Get to 75 per cent",
        "Get at least 8 of 10 marks",
        "Hand in at least 4 of 5 essays with a score of 12",
    ],
)
def test_what_reads_as_a_grade_is_not(statement: str) -> None:
    assert short(statement) == ""


@given(st.text(max_size=4000))
def test_it_is_one_short_line_from_the_beginning(statement: str) -> None:
    made = short(statement)
    assert len(made) <= STATEMENT_MOST
    assert made.splitlines() in ([], [made])
    assert " ".join(statement.split()).startswith(made.removesuffix("…"))


_WORDS = st.lists(st.sampled_from(["vary", "openings", "in", "every", "essay", "clearly"]), min_size=1, max_size=6)


@given(_WORDS, st.sampled_from([": ", "; ", ", ", ". ", " (", " – ", " - "]), st.integers(0, 100), _WORDS)
def test_no_number_of_a_later_part_is_shown(first: list[str], between: str, number: int, last: list[str]) -> None:
    made = short(f"{' '.join(first)}{between}{number} {' '.join(last)}")
    assert re.search(r"\d", made) is None
    assert made == " ".join(first)


def test_a_suggested_wording_tells_a_class_nothing_of_the_start() -> None:
    """A start stands where a shoutout has ended: behind "(now" or a colon."""
    file = Path(__file__).parents[2] / "data" / "goals" / "wordings.toml"
    cases = tomllib.loads(file.read_text("utf-8"))["cases"]
    started = [case["wording"] for case in cases if "start" in case and case["wording"]]
    assert len(started) > 20
    assert all("from" not in short(wording) and "now" not in short(wording) for wording in started)

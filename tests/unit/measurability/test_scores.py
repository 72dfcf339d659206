"""How well targets are read, on labelled sentences."""

import json
from pathlib import Path

import pytest

from bot.language.targets import read

GOALS = Path(__file__).parents[2] / "data" / "goals"

TUNED_ON = ("targets", "students", "everyday", "corners", "varied", "mixed", "harder", "further", "sundry")


def share_right(name: str, field: str) -> float:
    lines = [json.loads(line) for line in (GOALS / name).read_text(encoding="utf-8").splitlines()]
    right = [found_as(line["text"], field) == line[field] for line in lines]
    return right.count(True) / len(right)


def found_as(text: str, field: str) -> object:
    reading = read(text)
    return reading.verdict.value if field == "verdict" else getattr(reading, field) is not None


@pytest.mark.parametrize(
    "name", ["targets", "students", "everyday", "corners", "varied", "mixed", "harder", "further", "sundry"]
)
@pytest.mark.parametrize("field", ["verdict", "observable", "measure", "timeframe"])
def test_labelled_sentences_are_read_as_labelled(name: str, field: str) -> None:
    assert share_right(f"{name}.jsonl", field) >= 0.97


@pytest.mark.parametrize(("name", "least"), [("more-1", 0.93), ("more-2", 0.77), ("more-3", 0.95), ("voices", 0.95)])
def test_sentences_by_other_hands(name: str, least: float) -> None:
    assert share_right(f"{name}.jsonl", "verdict") >= least


def test_stories_in_which_others_do_things() -> None:
    assert share_right("stories.jsonl", "verdict") >= 0.95


@pytest.mark.parametrize("name", ["apart.jsonl", "untouched.jsonl", "voices-apart.jsonl"])
@pytest.mark.parametrize("field", ["verdict", "observable", "measure", "timeframe"])
def test_sentences_kept_apart_are_read_nearly_as_well(name: str, field: str) -> None:
    assert share_right(name, field) >= 0.9


def test_actions_are_told_from_inner_states() -> None:
    assert share_right("actions.jsonl", "observable") >= 0.95

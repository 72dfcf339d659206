"""Whatever is typed: an answer, always the same, and soon."""

import json
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cli.messages import messages_in, score_all, scores_of
from bot.language.hearing import hear
from bot.language.hearing.distress import look, names_in, roles_in

SAID = Path(__file__).parents[2] / "data" / "said"
WORDS = [
    "i",
    "want to",
    "die",
    "kill",
    "myself",
    "my",
    "dad",
    "hits",
    "me",
    "essay",
    "lol",
    "?",
    ".",
    "not",
    "home",
    "afraid",
    "мене",
    "أريد",
    "不",
    "\ud800",
    "🙂",
    "7",
    "of",
]
WORST = [
    "i " * 20_000,
    "a b c " * 7_000,
    "k*" * 20_000,
    "." * 40_000,
    "\ud83d" * 40_000,
    "aaaa" * 10_000,
    "my dad .. i want to " * 2_000,
    "!k1!" * 10_000,
    "ыё我é " * 8_000,
]


@given(st.text(st.characters(codec=None), max_size=200) | st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_it_never_raises_and_says_the_same_twice(text: str) -> None:
    assert look(text) == look(text)
    roles_in(text)
    names_in(text, {"a": [text, "Ms Lee"]})


@given(st.lists(st.sampled_from([word for word in WORDS if word != "."]), max_size=20).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_case_and_emoji_behind_it_change_nothing(text: str) -> None:
    assert look(text) == look(text.upper()) == look(text.title()) == look(text + " 😂💀") == look(text + "🙃")


@pytest.mark.parametrize("text", WORST, ids=range(len(WORST)))
def test_a_long_message_takes_a_bounded_time(text: str) -> None:
    look("warm")
    start = process_time()
    look(text)
    assert process_time() - start < 2


@pytest.mark.parametrize(
    ("name", "recall", "precision", "alone"), [("apart.jsonl", 0.88, 0.8, 0.92), ("care-apart.jsonl", 0.95, 0.92, 0.92)]
)
def test_what_was_set_apart_is_heard(name: str, recall: float, precision: float, alone: float) -> None:
    found = scores_of(score_all(messages_in(SAID / name), hear))
    assert found["distress"]["recall"] >= recall
    assert found["distress"]["precision"] >= precision
    assert found["lookalikes_left_alone"] >= alone


def rows(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (SAID / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("name", "recall"), [("tuning.jsonl", 0.97), ("care-training.jsonl", 0.95)])
def test_what_the_rules_were_made_with_is_heard(name: str, recall: float) -> None:
    heard = [(row["kind"] == "distress", look(str(row["text"])) is not None, str(row["why"])) for row in rows(name)]
    right_of_found = [is_so for is_so, found, _ in heard if found]
    found_of_so = [found for is_so, found, _ in heard if is_so]
    found_of_alike = [found for _, found, why in heard if why.startswith("lookalike:")]
    assert sum(found_of_so) / len(found_of_so) >= recall
    assert sum(right_of_found) / len(right_of_found) >= 0.97
    assert sum(found_of_alike) / len(found_of_alike) <= 0.03

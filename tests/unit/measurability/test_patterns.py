"""Patterns are tried only where they can match, and find what they would find anywhere."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.targets.patterns import ANY, DIGITS, any_of, conditions, pattern_set, row_of

GOALS = Path(__file__).parents[2] / "data" / "goals"
GROUPS = {"by": ["by", "no later than"], "day": ["monday", "tuesday"]}


def sentences() -> Iterator[str]:
    for file in sorted(GOALS.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


@pytest.mark.parametrize("name", ["timeframes", "measures", "coach"])
def test_no_match_is_lost(name: str) -> None:
    patterns = pattern_set("en", name)
    for text in sentences():
        row = row_of(text, "en")
        tried_everywhere = [
            (pattern.kind, pattern.tag, row.index_at(found.start() + 1), row.index_at(found.end() - 1) + 1)
            for pattern in patterns.patterns
            for found in pattern.regex.finditer(row.joined)
        ]
        assert patterns.matches(row) == tried_everywhere


@pytest.mark.parametrize(
    ("pattern", "openings", "needs"),
    [
        ("{by} {day}", {"by", "no"}, [{"by", "no"}, {"monday", "tuesday"}]),
        ("(?:{by} )?(?:the )?{day}", {"by", "no", "the", "monday", "tuesday"}, [{"monday", "tuesday"}]),
        ("{day}s? _", {"monday", "tuesday", "mondays", "tuesdays"}, []),
        ("(?:on|at) (?:the|my) (?!few)[0-9]+", {"on", "at"}, [{"on", "at"}, {"the", "my"}]),
        ("# _|{day}", {"#", "monday", "tuesday"}, []),
        ("[0-9]+ (?:st|nd)", {DIGITS}, [{"st", "nd"}]),
        ("(?:_ ){0,2}?{day}", {ANY}, [{"monday", "tuesday"}]),
    ],
)
def test_where_a_pattern_can_match(pattern: str, openings: set[str], needs: list[set[str]]) -> None:
    known = conditions(pattern, GROUPS)
    assert known.openings == openings
    assert [set(need) for need in known.needs] == needs


@given(st.lists(st.text("ab +.", min_size=1), min_size=1), st.text("ab +."))
def test_any_of_is_the_longest_of_its_words(words: list[str], text: str) -> None:
    longest = max((word for word in words if text.startswith(word)), key=len, default=None)
    found = re.match(any_of(words), text)
    assert (found.group() if found else None) == longest

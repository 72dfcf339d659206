"""Feedback as teachers write it, and the drafts by rule that it gives."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cli.llm import Case, cases_in
from bot.domain.drafts import MOST, TEXT_MOST, blanks_in, filled, tidy, tried_out
from bot.language import targets
from bot.language.drafts import drafts_by_rule
from bot.language.drafts.steps import lexis
from bot.language.targets import Verdict

FILE = Path(__file__).parents[2] / "data" / "drafting" / "feedback.jsonl"
FEEDBACK = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


def test_the_table_is_long_enough_to_say_something() -> None:
    assert len(FEEDBACK) >= 60
    assert sum(bool(row["drafts"]) for row in FEEDBACK) >= 60


@pytest.mark.parametrize("row", FEEDBACK, ids=lambda row: row["next_step"][:40])
def test_what_teachers_write(row: dict[str, object]) -> None:
    made = drafts_by_rule(str(row["seen"]), str(row["matters"]), str(row["next_step"]))
    assert list(made) == row["drafts"]


def test_each_sort_of_thing_has_a_sentence() -> None:
    table = lexis("en").table
    assert set(table["things"]) <= set(table["templates"])
    assert drafts_by_rule("", "", "Clearer steps")


def test_nearly_all_that_is_drafted_would_be_taken() -> None:
    cases = cases_in(FILE.with_name("rubric.jsonl"))
    met = [case.rubric is not None and case.rubric.is_met(_drafted(case)) for case in cases]
    assert sum(met) / len(cases) >= 0.95


def _drafted(case: Case) -> tuple[str, ...]:
    said = case.feedback
    return drafts_by_rule(said["seen"], said["matters"], said["next_step"], case.work)


@pytest.mark.parametrize(
    ("seen", "next_step", "drafts"),
    [
        ("Next time, label your axes.", "Well done.", ["I will label my axes in __ of my next __ tasks."]),
        ("You could see the axes.", "Well done.", []),
        ("You tried to label everything. A good try.", "Keep going", []),
        ("", "Ana, try to use linking words, Ana", ["I will use linking words in __ of my next __ tasks."]),
        (
            "",
            "Try to use linking words. Make sure you use linking words.",
            ["I will use linking words in __ of my next __ tasks."],
        ),
    ],
)
def test_where_a_next_step_is_found(seen: str, next_step: str, drafts: list[str]) -> None:
    assert list(drafts_by_rule(seen, "", next_step)) == drafts


@pytest.mark.parametrize(
    ("work", "next_step", "drafts"),
    [
        ("lessons", "Be in your seat by 8:50.", ["In __ of my next __ lessons, I will be in my seat by 8:50."]),
        ("shifts", "Be at the desk at 6:45.", ["I will arrive at the desk at 6:45 in __ of my next __ shifts."]),
        (
            "essays",
            "After every quotation write one sentence about the author.",
            ["In __ of my next __ essays, I will write one sentence about the author after every quotation."],
        ),
        (
            "essays",
            "Give one counter argument and say which side is stronger.",
            ["I will give one counter argument and say which side is stronger in __ of my next __ essays."],
        ),
        ("texts", "Use three of them in each text.", []),
        ("jobs", "Mix the mortar 3:1.", ["I will mix the mortar 3:1 in __ of my next __ jobs."]),
        ("jobs", "1. Deburr every pipe end.", ["I will deburr every pipe end in __ of my next __ jobs."]),
        (
            "training sessions",
            "Ask Jo to time you over 5 m.",
            ["I will ask Jo to time me over 5 m in __ of my next __ training sessions."],
        ),
        (
            "pieces",
            "Test the tension on a scrap first.",
            ["I will test the tension on a scrap first in __ of my next __ pieces."],
        ),
        (
            "programs",
            "Name each test after what it proves.",
            ["In __ of my next __ programs, I will name each test after what it proves."],
        ),
        (
            "texts",
            'Ask "what do you mean?" instead of "what?"',
            ['I will ask "what do you mean?" instead of "what?" in __ of my next __ lessons.'],
        ),
        (
            "texts",
            "Underline every verb and check that the verb stands last.",
            [
                "I will underline every verb in __ of my next __ texts.",
                "I will check that the verb stands last in __ of my next __ texts.",
            ],
        ),
        ("practice sessions", "Record one run a day.", ["I will record one run on __ of my next __ days."]),
        (
            "texts",
            "Make a list of ten words every week.",
            ["I will make a list of ten words in __ of my next __ weeks."],
        ),
        ("shifts", "Wash your hands, always!", ["I will wash my hands in __ of my next __ shifts."]),
        # not surely right: none
        ("texts", "More detail please.", []),
        ("lab reports", "More readings below 20 °C please.", []),
        ("texts", "Respond to that before I start.", []),
        ("jobs", "Call me before you close it up.", []),
        ("training sessions", "Count it out loud.", []),
        ("shifts", "Heavy at the bottom, light on top.", []),
        ("jobs", "Speed 800 rpm max on steel, and less overhang.", []),
        ("exercises", "Don't round until the last line.", []),
    ],
)
def test_in_other_subjects(work: str, next_step: str, drafts: list[str]) -> None:
    assert list(drafts_by_rule("", "", next_step, work)) == drafts


parts = st.sampled_from(
    [
        *(row["next_step"] for row in FEEDBACK),
        "try to",
        "instead of",
        "your",
        "make sure",
        "next time",
        ",",
        ". ",
        "\n- ",
        "__",
        "you",
    ]
)
texts = st.lists(parts | st.text(max_size=20), max_size=12).map(" ".join)


@settings(deadline=None)
@given(texts, texts, texts)
def test_every_draft_is_a_target_once_its_places_are_filled(seen: str, matters: str, next_step: str) -> None:
    made = drafts_by_rule(seen, matters, next_step)
    assert len(made) <= MOST
    assert len(set(made)) == len(made)
    for draft in made:
        assert blanks_in(draft) > 0
        assert len(draft) <= TEXT_MOST
        assert "\n" not in draft
        assert targets.read(tried_out(draft)).verdict is Verdict.MEASURABLE


@settings(deadline=None)
@given(st.text(max_size=1500))
def test_no_text_breaks_it(text: str) -> None:
    assert len(drafts_by_rule(text, text, text)) <= MOST


@pytest.mark.parametrize(
    "text",
    ["try to " * 700, "and " * 1200, "(" * 5000, "instead of " * 450, "your next " * 500, "_" * 5000, "- " * 2500],
)
def test_no_text_takes_long(text: str) -> None:
    assert len(drafts_by_rule(text[:1500], text[:1500], text[:1500])) <= MOST


@settings(deadline=None)
@given(st.lists(st.text("ab_ ", max_size=5), max_size=5).map("__".join))
def test_places_are_filled_one_by_one(text: str) -> None:
    numbers = [str(n) for n in range(blanks_in(text))]
    assert blanks_in(filled(text, numbers)) == 0
    assert blanks_in(tidy(text)) == blanks_in(text)
    with pytest.raises(ValueError, match="as many"):
        filled(text, [*numbers, "1"])

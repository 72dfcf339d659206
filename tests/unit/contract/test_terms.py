"""What terms are equal, what differs between two, and what no terms may be."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actor import Refusal, Side
from bot.domain.terms import (
    Assessor,
    Criterion,
    EvidenceForm,
    Measure,
    TeachersPart,
    Terms,
    changes,
    check_terms,
    number_text,
)
from storage.repository import adapter
from tests.unit.contract.samples import TERMS

decimals = st.decimals(min_value=-(10**9), max_value=10**9, places=4)


@given(decimals, st.integers(min_value=0, max_value=5))
def test_a_number_written_with_more_zeros_is_the_same_terms(value: Decimal, zeros: int) -> None:
    longer = Decimal(f"{value:f}" + ("" if "." in f"{value:f}" else ".") + "0" * zeros)
    one = replace(TERMS, targets=(replace(TERMS.targets[0], goal=value),))
    other = replace(TERMS, targets=(replace(TERMS.targets[0], goal=longer),))
    assert one == other
    assert one.content_hash() == other.content_hash()


@given(decimals)
def test_a_number_reads_back_as_itself(value: Decimal) -> None:
    assert Decimal(number_text(value)) == value


@given(decimals, decimals)
def test_other_numbers_are_other_terms(one: Decimal, other: Decimal) -> None:
    hashes = {replace(TERMS, targets=(replace(TERMS.targets[0], goal=goal),)).content_hash() for goal in (one, other)}
    assert len(hashes) == len({one, other})


@given(st.text(), st.text())
def test_what_is_stored_reads_back_with_the_same_hash(statement: str, commitments: str) -> None:
    target = replace(TERMS.targets[0], statement=statement)
    terms = replace(TERMS, targets=(target,), commitments=commitments)
    kept = adapter(Terms).dump_python(terms, mode="json")
    assert adapter(Terms).validate_python(kept).content_hash() == terms.content_hash()


DIFFERENT: list[tuple[str, Any]] = [
    ("statement", "Other"),
    ("baseline", Decimal(3)),
    ("goal", Decimal(9)),
    ("unit", "words"),
    ("due_on", date(2027, 2, 1)),
    ("evidence", EvidenceForm.VIDEO),
    ("evidence_words", "A comic strip"),
    ("strategies", "Other"),
    ("obstacle", "No time"),
    ("fallback", "On Wednesday"),
    ("criteria", (Criterion("Other", Side.STUDENT),)),
    ("measure", Measure(period="week")),
    ("assessed_by", (Assessor.SELF, Assessor.TEACHER)),
    ("weight", 2),
]
DIFFERENT_WHOLE: list[tuple[str, Any]] = [
    ("hardest", "Other"),
    ("strengths", "Other"),
    ("supports", "Other"),
    ("commitments", "Other"),
    ("ends_on", date(2027, 4, 1)),
    ("check_in_days", ("TU",)),
    ("check_in_time", time(9, 0)),
    ("alternates_from", date(2027, 1, 11)),
    ("after_each", "essay"),
    ("self_part", 0),
    ("self_part", 25),
    ("further", (TeachersPart("I read", "FR"),)),
]


@pytest.mark.parametrize(("field", "value"), DIFFERENT)
def test_each_field_of_a_target_is_compared_and_hashed(field: str, value: Any) -> None:
    after = replace(TERMS, targets=(replace(TERMS.targets[0], **{field: value}),))
    found = [(c.field, c.target, c.after) for c in changes(TERMS, after)]
    assert found == [(field, 0, value)]
    assert after.content_hash() != TERMS.content_hash()


@pytest.mark.parametrize(("field", "value"), DIFFERENT_WHOLE)
def test_each_field_of_the_whole_is_compared_and_hashed(field: str, value: Any) -> None:
    after = replace(TERMS, **{field: value})
    assert [(c.field, c.target, c.after) for c in changes(TERMS, after)] == [(field, None, value)]
    assert after.content_hash() != TERMS.content_hash()


def test_terms_without_words_on_evidence_have_the_hash_that_they_had_before_there_were_any() -> None:
    assert TERMS.content_hash() == "5fe508507f8bb3b8b0a521ad3cad4a18a16f1d39c1998390fe782376fa0815d1"


def test_terms_that_were_kept_before_there_were_second_weeks_read_as_every_week_with_their_signed_hash() -> None:
    kept = adapter(Terms).dump_python(TERMS, mode="json")
    del kept["alternates_from"], kept["after_each"]
    del kept["self_part"], kept["targets"][0]["assessed_by"], kept["targets"][0]["weight"]
    read = adapter(Terms).validate_python(kept)
    assert read == TERMS
    assert read.content_hash() == "5fe508507f8bb3b8b0a521ad3cad4a18a16f1d39c1998390fe782376fa0815d1"


def test_equal_terms_differ_in_nothing() -> None:
    assert changes(TERMS, replace(TERMS)) == ()


def test_a_target_that_comes_or_goes_is_one_change() -> None:
    two = replace(TERMS, targets=TERMS.targets * 2)
    assert [(c.field, c.target, c.before is None) for c in changes(TERMS, two)] == [("target", 1, True)]
    assert [(c.field, c.target, c.after is None) for c in changes(two, TERMS)] == [("target", 1, True)]


IMPOSSIBLE: list[tuple[dict[str, Any], dict[str, Any], str, str | None]] = [
    ({"targets": ()}, {}, "no-target", "statement"),
    ({"targets": TERMS.targets * 4}, {}, "too-many-targets", None),
    ({"ends_on": date(2027, 1, 11)}, {}, "date-in-the-past", "ends_on"),
    ({"ends_on": date(2027, 6, 26)}, {}, "after-the-term", "ends_on"),
    ({"check_in_days": ()}, {}, "no-check-in-day", "check_in_days"),
    ({}, {"statement": "  "}, "empty", "statement"),
    ({}, {"goal": Decimal("2.0")}, "goal-is-baseline", "goal"),
    ({}, {"due_on": date(2027, 3, 13)}, "target-after-the-end", "due_on"),
    ({}, {"criteria": ()}, "no-criterion-of-the-students-own", "criteria"),
    ({}, {"criteria": (Criterion("x", Side.TEACHER),)}, "no-criterion-of-the-students-own", "criteria"),
]


@pytest.mark.parametrize(("whole", "target", "key", "field"), IMPOSSIBLE)
def test_what_no_terms_may_be(whole: dict[str, Any], target: dict[str, Any], key: str, field: str | None) -> None:
    terms = replace(TERMS, **({"targets": (replace(TERMS.targets[0], **target),)} | whole))
    with pytest.raises(Refusal) as refused:
        check_terms(terms, today=date(2027, 1, 11), term_ends_on=date(2027, 6, 25), most_targets=3)
    assert (refused.value.key, refused.value.field) == (key, field)


def test_the_sample_is_possible_on_its_last_possible_day() -> None:
    check_terms(TERMS, today=date(2027, 3, 11), term_ends_on=TERMS.ends_on, most_targets=1)

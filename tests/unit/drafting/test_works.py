"""What a student hands in, out of what teachers and students write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.drafts.by_rule import certain_work_in, likely_work, work_counted_in, work_in, work_of_subject
from bot.language.drafts.steps import lexis

SUBJECTS = "English: essays and short stories. Physics: lab reports; Latin translations"


@pytest.mark.parametrize(
    ("texts", "work"),
    [
        (("Vary your sentences in your next essay",), "essays"),
        (("Label the axes", "Your lab report had no units"), "lab reports"),
        (("Check the last problem of the test",), "tests"),
        (("Check your next problem",), "problems"),
        (("The story that we read",), ""),
        (("Be braver",), ""),
        ((), ""),
    ],
)
def test_a_teachers_texts(texts: tuple[str, ...], work: str) -> None:
    assert work_in(*texts) == work


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("My essays are too short", "essays"),
        ("in 3 of my next 4 lab reports", "lab reports"),
        ("I have problems with commas", ""),
        ("hard", ""),
    ],
)
def test_a_students_texts(text: str, work: str) -> None:
    assert certain_work_in(text) == work


@pytest.mark.parametrize(
    ("subjects", "class_name", "work"),
    [
        (SUBJECTS, "Physics 10b", "lab reports"),
        (SUBJECTS, "ENGLISH 11", "essays"),
        (SUBJECTS, "Latin", "translations"),
        (SUBJECTS, "Art 3", ""),
        ("we mostly write essays", "11c", "essays"),
        ("essays and more essays", "11c", "essays"),
        ("essays and letters", "11c", ""),
        ("reading", "English", ""),
        ("", "", ""),
    ],
)
def test_what_a_student_wrote_of_their_subjects(subjects: str, class_name: str, work: str) -> None:
    assert work_of_subject(subjects, class_name) == work


@pytest.mark.parametrize(
    ("class_name", "work"),
    [
        ("English 11", "essays"),
        ("AP Computer Science", "programs"),
        ("physics-10b", "lab reports"),
        ("11c", ""),
        ("Artful", ""),
        ("", ""),
    ],
)
def test_the_name_of_a_class(class_name: str, work: str) -> None:
    assert likely_work(class_name) == work


@pytest.mark.parametrize(
    ("unit", "work"), [("essays", "essays"), ("Lab report", "lab reports"), ("essay mistakes", "")]
)
def test_what_a_number_counts(unit: str, work: str) -> None:
    assert work_counted_in(unit) == work


@given(st.text(max_size=400), st.text(max_size=80))
def test_nothing_that_was_typed_comes_out(text: str, class_name: str) -> None:
    known = {"", *lexis("en").table["tasks"].values()}
    assert {work_in(text, class_name), certain_work_in(text), work_counted_in(text)} <= known
    assert {work_of_subject(text, class_name), likely_work(class_name)} <= known


def test_every_subject_has_a_known_work() -> None:
    assert {likely_work(name) for name in ("history", "physics", "algebra", "latin", "esl", "coding", "art")} <= set(
        lexis("en").table["tasks"].values()
    )

"""Who teaches the class in which they have a contract is its student and nothing else: every use case on a contract."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from bot.domain.actor import Side
from storage.engine import open_engine
from tests.rows import first_row
from tests.unit.authorisation.attempts import ATTEMPTS
from tests.unit.authorisation.school import School

TEACHERS = ("reviewing", "amending", "checking_in")
STUDENTS = (*TEACHERS, "interviewing", "changing", "pressing", "celebrating", "looking_back")
OF_A_CLASS = frozenset(
    {
        "checking_in.class_reads.open_list",
        *("checking_in.telling.choose", "checking_in.telling.open_form"),
        *("checking_in.questions.open_form", "checking_in.questions.preview", "checking_in.questions.choose"),
        "checking_in.questions.find_class",
    }
)
"""About the class, of which they see all but themselves (tests/unit/checking_in/test_class_card.py)."""
FINDS_NOTHING = "checking_in.responding.looked_at"
"""In its stage no target took anything from a rubric, and who may is asked as for the reply itself."""
AS_TEACHER = sorted(
    name
    for name, case in ATTEMPTS.items()
    if case.teachers and name.split(".")[0] in TEACHERS and name not in OF_A_CLASS and name != FINDS_NOTHING
)
AS_TEACHER += ["feedback.give_feedback", "profile.about_student"]
OWN = sorted(name for name, case in ATTEMPTS.items() if not case.teachers and name.split(".")[0] in STUDENTS)
AS_STUDENT = [name for name in OWN if "begin" not in name and name != "looking_back.going_on.go_on"]
"""Without those that begin something new: who teaches a class begins no contract there."""


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    made = open_engine(sqlite_url)
    yield made
    made.dispose()


def teaches_now(school: School) -> None:
    with school.uow() as uow:
        place = first_row(uow.memberships, user=school.student.user)
        assert place is not None
        uow.memberships.save(replace(place, side=Side.TEACHER))


@pytest.mark.parametrize("name", AS_TEACHER)
def test_nobody_is_the_teacher_of_their_own(engine: Engine, name: str) -> None:
    school, case = School(engine), ATTEMPTS[name]
    ids = case.stage(school)
    assert school.attempt(case, "teacher", ids) == "done"
    teaches_now(school)
    assert school.attempt(case, "student", ids) in ("own-contract", "not-your-student", "feedback-yourself")


@pytest.mark.parametrize("name", AS_STUDENT)
def test_they_stay_the_student_of_it(engine: Engine, name: str) -> None:
    school, case = School(engine), ATTEMPTS[name]
    ids = case.stage(school)
    as_student = school.attempt(case, "student", ids)
    teaches_now(school)
    assert school.attempt(case, "student", ids) == as_student

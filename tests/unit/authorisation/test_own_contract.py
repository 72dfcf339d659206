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

STUDENTS = (
    *("calibrating", "celebrating", "changing", "checking_in", "conference", "evidence", "freedom", "guardians"),
    *("looking_back", "menus", "oneself", "peers", "proposing", "reviewing", "rubrics", "standards", "templates"),
)
OF_A_CLASS = frozenset(
    {
        *("admitting", "bringing", "calendar", "export", "inventory", "lesson", "menus", "phrases", "rubrics"),
        *("set_up", "standards", "surveying", "teaching", "templates", "assisting", "paper", "report"),
        *("privacy.erasing", "care.setting", "looking_back.grading", "checking_in.questions", "checking_in.telling"),
        *("absence.open_for_class", "checking_in.class_reads.open_list", "digest.choose", "digest.open_form"),
        *("documents.give_class", "documents.give_overview", "documents.give_sheet", "documents.open_print"),
        *("feedback.open_form", "feedback.quick.open_about", "home.looking.all_waiting", "home.looking.class_list"),
        "assisting.open_class",
        *("home.open_set_up", "roster.explain", "changing.together.suggest_rhythm", "profile.choose_student"),
    }
)
"""Rooms, and use cases, that are about the class or its teachers and no student: there, whoever teaches sees all but
themselves (tests/unit/checking_in/test_class_card.py); who is on paper has no account, and is nobody who teaches."""
AS_ITS_STUDENT = {
    "changing.find_to_change, of a student",
    "changing.show_contract, of a student",
    "documents.give_open, of a student",
    "guardians.give_paper",
}
"""What they may as well: it is theirs as a student."""
BY_A_COLLEAGUE = {"calibrating.open_rate", "calibrating.rate", "calibrating.decline"}
"""Whoever invites to rate does not rate."""
FINDS_NOTHING = "checking_in.responding.looked_at"
"""In its stage no target took anything from a rubric, and who may is asked as for the reply itself."""
OF_ALL_PROMISES = "promises.all_done"
"""All of the actor's own promises: they made none to themselves."""
REFUSED = {
    *("own-contract", "own-absence", "talk-yourself", "feedback-yourself", "not-your-student", "for-students"),
    *("already-signed-by-your-side", "old-button", "no-such-note", "no-such-feedback", "nothing-to-reply-to"),
    *("calibrating-no-texts", "calibrating-piece-gone"),
}


def _is_of_a_class(name: str) -> bool:
    parts = name.split(",")[0].split(".")
    return any(".".join(parts[:length]) in OF_A_CLASS for length in range(1, len(parts) + 1))


AS_TEACHER = sorted(
    name for name, case in ATTEMPTS.items() if case.teachers and not _is_of_a_class(name) and name not in AS_ITS_STUDENT
)
OWN = sorted(name for name, case in ATTEMPTS.items() if not case.teachers and name.split(".")[0] in STUDENTS)
ANEW = {
    "looking_back.going_on.go_on",
    "looking_back.going_on.something_else",
    "oneself.open_new",
    "oneself.share",
    "oneself.show_mine",
}
AS_STUDENT = [name for name in OWN if "begin" not in name and name not in ANEW]
"""Without those that begin something new, or show it: who teaches a class begins no contract there."""


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
    rater = "co-teacher" if name in BY_A_COLLEAGUE else "teacher"
    as_teacher = school.attempt(case, rater, ids)
    assert as_teacher == ("nothing" if name == FINDS_NOTHING else "done")
    teaches_now(school)
    outcome = school.attempt(case, "student", ids)
    assert outcome == "nothing" if name == OF_ALL_PROMISES else outcome in REFUSED


@pytest.mark.parametrize("name", sorted(AS_ITS_STUDENT))
def test_what_is_for_either_side_they_get_as_its_student(engine: Engine, name: str) -> None:
    school, case = School(engine), ATTEMPTS[name]
    ids = case.stage(school)
    teaches_now(school)
    assert school.attempt(case, "student", ids) == "done"


@pytest.mark.parametrize("name", AS_STUDENT)
def test_they_stay_the_student_of_it(engine: Engine, name: str) -> None:
    school, case = School(engine), ATTEMPTS[name]
    ids = case.stage(school)
    as_student = school.attempt(case, "student", ids)
    teaches_now(school)
    assert school.attempt(case, "student", ids) == as_student

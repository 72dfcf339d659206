"""What each role in a class may see and do: the one table that decides. docs/teachers.md says the same in words."""

from collections.abc import Mapping
from enum import StrEnum

FEWEST_COUNTED = 5
"""Of fewer students an observer is told no counts: they would say who is meant."""


class ClassRole(StrEnum):
    """What somebody is in one class. Teachers of a class and co-teachers are alike."""

    TEACHER = "teacher"
    AIDE = "aide"
    """Helps students with their work. A teacher of the class says so."""
    OBSERVER = "observer"
    """Looks at how the class goes, not at a student. A teacher of the class says so."""
    MENTOR = "mentor"
    """Whom a student named beside one target, and who agreed. Of the class they need not be."""
    STUDENT = "student"


class Right(StrEnum):
    """What one may see or do in a class."""

    OWN = "own"
    """Write, sign, answer and show what is their own."""
    COUNTS = "counts"
    """How many students are how far: no name, no word."""
    WORK = "work"
    """The students' targets with their numbers, what they answered at check-ins, and the work that they showed. Not
    what helps them, not their profile, no grade, no feedback, nothing of their wellbeing."""
    TARGET = "target"
    """The one target that they were named beside, with its numbers; and write its student a word a week."""
    TEACH = "teach"
    """All else that is of the class: decide, sign, write to students, post, be told of alerts, change the class."""


RIGHTS: Mapping[ClassRole, frozenset[Right]] = {
    ClassRole.TEACHER: frozenset({Right.COUNTS, Right.WORK, Right.TEACH}),
    ClassRole.AIDE: frozenset({Right.COUNTS, Right.WORK}),
    ClassRole.OBSERVER: frozenset({Right.COUNTS}),
    ClassRole.MENTOR: frozenset({Right.TARGET}),
    ClassRole.STUDENT: frozenset({Right.OWN}),
}

GIVEN = (ClassRole.AIDE, ClassRole.OBSERVER)
"""The roles that a teacher gives and takes back."""


def may(role: ClassRole | None, right: Right) -> bool:
    return role is not None and right in RIGHTS[role]

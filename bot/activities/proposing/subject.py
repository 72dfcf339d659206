"""The word by which questions and drafts speak of what a student hands in. "" where nothing says it."""

from bot.activities.ports import UnitOfWork
from bot.activities.proposing.interview.step import Place
from bot.activities.proposing.interview.subject import work_typed
from bot.domain.classroom import Classroom, Feedback
from bot.language.drafts.works import likely_work, work_in, work_of_subject

EARLIER_MOST = 5
"""Feedback that is looked through: what the class did long ago says little about what comes next."""


def for_student(uow: UnitOfWork, student: str, classroom: int, place: Place, feedback: Feedback | None) -> str:
    """For the student's own eyes: what they typed, what their feedback says, what stands in their profile, and what the
    name of the class suggests, in this order."""
    typed = work_typed(place) or _in_feedback(feedback)
    if typed:
        return typed
    profile, here = uow.profiles.first(user=student), uow.classrooms.get(classroom)
    name = here.name if here else ""
    return (work_of_subject(profile.subjects, name) if profile else "") or likely_work(name)


def for_teacher(uow: UnitOfWork, feedback: Feedback) -> str:
    """For drafts that a teacher reads first: what feedback in this class has said. Nothing that the student keeps."""
    earlier = uow.feedback.all(student=feedback.student, classroom=feedback.classroom)
    return next((work for given in reversed(earlier[-EARLIER_MOST:]) if (work := _in_feedback(given))), "")


def for_model(uow: UnitOfWork, feedback: Feedback, classroom: Classroom | None) -> str:
    """For a call that leaves the building: a word out of a list, by feedback or by the subject in the class's name."""
    return _in_feedback(feedback) or for_teacher(uow, feedback) or likely_work(classroom.name if classroom else "")


def _in_feedback(given: Feedback | None) -> str:
    return work_in(given.next_step, given.seen, given.matters) if given is not None else ""

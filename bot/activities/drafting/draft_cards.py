"""Ideas that a teacher may offer to a student, or not now: their card follows."""

from datetime import datetime

from bot.activities import access
from bot.activities.ports import UnitOfWork
from bot.domain.classroom import Feedback
from bot.domain.contract import Status
from bot.messages.tell import refresh

LATEST = 10
"""Feedback of a student in a class whose cards follow: what was given before is far up in the conversation."""


def may_be_offered(uow: UnitOfWork, given: Feedback) -> bool:
    """Whether the student can start from an idea now: they are in the class, and no contract is sent or runs there."""
    if given.student not in access.students_of(uow, given.classroom):
        return False
    standing = uow.contracts.open_of(given.student, given.classroom)
    return standing is None or standing.status is Status.DRAFTING


def follow(uow: UnitOfWork, student: str, classroom: int, now: datetime) -> None:
    """Something has changed about that: the cards of what waits to be offered show it."""
    given = [f.id for f in uow.feedback.all(student=student, classroom=classroom)][-LATEST:]
    for drafts in uow.drafts.all(feedback=given, offered_at=None) if given else ():
        refresh(uow, f"feedback:{drafts.feedback}", now)

"""What stands beside the form of feedback for one student, read when it opens."""

from collections.abc import Sequence

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.feedback.beside_messages import BesideFeedback
from bot.domain import recurrence
from bot.domain.actor import Side
from bot.messages.briefs import name_of
from storage.unit_of_work import UnitOfWork


def beside(uow: UnitOfWork, teacher: str, students: Sequence[str]) -> BesideFeedback | None:
    """For one student whom the actor teaches; None for several, and for anybody else."""
    if len(students) != 1 or students[0] == teacher:
        return None
    (student,) = students
    taught = {place.classroom for place in access.places_of(uow, teacher, Side.TEACHER)}
    shared = sorted(taught.intersection(access.learns_in(uow, student)))
    if not shared:
        return None
    found = uow.profiles.of(student)
    shown = found if found is not None and found.share_with_teachers and not found.is_empty else None
    given = [one for room in shared for one in uow.feedback.to(student, room) if one.teacher == teacher]
    last = max(given, key=lambda one: (one.given_at, one.id), default=None)
    room = uow.classrooms.get(last.classroom) if last is not None else None
    on = recurrence.local_day(last.given_at, planning.zone_of(uow, student, room)) if last and room else None
    return BesideFeedback(name_of(uow, student), shown, last, on) if shown or last else None
